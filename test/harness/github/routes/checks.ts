import { failure, invalid, NOT_FOUND, type Reply } from '../reply.ts';
import type { Annotation, CheckRun } from '../state.ts';
import { type Call, page, type Routes, readable, writable } from './call.ts';

const PERMISSIONS = ['checks'] as const;

export const CHECK_ROUTES: Routes = {
  'checks/create': writable(PERMISSIONS, createCheckRun),
  'checks/update': writable(PERMISSIONS, updateCheckRun),
  'checks/list-for-ref': readable(PERMISSIONS, listForRef),
  'checks/list-annotations': readable(PERMISSIONS, (call) => {
    const run = findCheckRun(call);
    if (run === undefined) return NOT_FOUND;
    const annotations = run.annotations.map((one) => call.payloads.annotation(one));
    return page(call, `check-runs/${run.id}/annotations`, annotations);
  }),
};

/** The schema counts characters; what is enforced are bytes (github/rest-api-description#5399). */
const MAX_OUTPUT_BYTES = 65_535;

function createCheckRun({ state, body, grant, payloads }: Call): Reply {
  const refused = refuse(body);
  if (refused) return refused;
  const { annotations, fields } = taken(body);
  const run = { id: state.nextId(), author: grant.account, fields, annotations };
  state.checkRuns.push(run);
  return { status: 201, body: payloads.checkRun(run) };
}

/** Annotations are added to those that there are. */
function updateCheckRun(call: Call): Reply {
  const run = findCheckRun(call);
  if (run === undefined) return NOT_FOUND;
  if (run.author.id !== call.grant.account.id) {
    return failure(
      403,
      'Invalid app_id - check run can only be modified by the GitHub App that created it.',
    );
  }
  const refused = refuse(call.body);
  if (refused) return refused;
  const { annotations, fields } = taken(call.body);
  run.fields = { ...run.fields, ...fields };
  run.annotations.push(...annotations);
  return { status: 200, body: call.payloads.checkRun(run) };
}

/** With `filter=latest`, which is the default, only the newest run of each name. */
function listForRef(call: Call): Reply {
  const { query, state, parameters } = call;
  const name = query.get('check_name');
  const found = state.checkRuns.filter(
    ({ fields }) => fields.head_sha === parameters.ref && (name === null || fields.name === name),
  );
  const isLatest = (run: CheckRun) =>
    found.findLast(({ fields }) => fields.name === run.fields.name) === run;
  const shown = query.get('filter') === 'all' ? found : found.filter(isLatest);
  return page(
    call,
    `commits/${parameters.ref}/check-runs`,
    shown.map((run) => call.payloads.checkRun(run)),
    (runs) => ({ total_count: shown.length, check_runs: runs }),
  );
}

function refuse(body: Readonly<Record<string, unknown>>): Reply | undefined {
  const { summary, text } = Object(body.output ?? {});
  const tooLong = [summary, text].some(
    (one) => Buffer.byteLength(String(one ?? '')) > MAX_OUTPUT_BYTES,
  );
  if (tooLong) return invalid('output is too long (maximum is 65535 characters)');
  if (body.status === 'completed' && body.conclusion === undefined) {
    return invalid('a completed check run needs a conclusion');
  }
  return undefined;
}

function taken(body: Readonly<Record<string, unknown>>) {
  const { annotations = [], ...output }: { annotations?: Annotation[] } = Object(body.output ?? {});
  const fields = body.output === undefined ? body : { ...body, output };
  return { annotations: [...annotations], fields };
}

function findCheckRun({ state, parameters }: Call): CheckRun | undefined {
  return state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
}
