import { NOT_FOUND, type Reply } from '../reply.ts';
import type { Pull } from '../state.ts';
import { type Call, page, type Routes, readable } from './call.ts';

const PERMISSIONS = ['pull-requests'] as const;

export const PULL_ROUTES: Routes = {
  'pulls/list': readable(PERMISSIONS, listPulls),
  'pulls/get': readable(PERMISSIONS, (call) => {
    const pull = findPull(call);
    return pull ? { status: 200, body: call.payloads.pull(pull) } : NOT_FOUND;
  }),
  'pulls/list-files': readable(PERMISSIONS, (call) => {
    const pull = findPull(call);
    if (pull === undefined) return NOT_FOUND;
    const files = Object.entries(pull.files).map((file) => call.payloads.changedFile(file));
    return page(call, `pulls/${pull.number}/files`, files);
  }),
};

/** Open ones unless it is asked for others; `head` is `owner:branch`. */
function listPulls(call: Call): Reply {
  const head = call.query.get('head');
  const state = call.query.get('state') ?? 'open';
  const pulls = call.state.pulls.filter((pull) => {
    const [owner] = pull.headRepository.split('/');
    return (
      (head === null || head === `${owner}:${pull.headRef}`) &&
      (state === 'all' || state === pull.state)
    );
  });
  return page(
    call,
    'pulls',
    pulls.map((pull) => call.payloads.pull(pull)),
  );
}

function findPull({ state, parameters }: Call): Pull | undefined {
  return state.pulls.find(({ number }) => number === Number(parameters.pull_number));
}
