import { type Grant, tokenKind } from './accounts.ts';
import type { Payloads } from './payloads.ts';
import { failure, invalid, NOT_FOUND, notAccessible, type Reply } from './reply.ts';
import type { State } from './state.ts';

/** A request that is known to have the form GitHub describes. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly grant: Grant;
  readonly state: State;
  readonly payloads: Payloads;
  /** Root of the API. */
  readonly url: string;
}

type Handler = (call: Call) => Reply;

/** GitHub's error message says 65,536 characters; counting bytes is the stricter reading. */
const MAX_COMMENT_BYTES = 65_536;

const PAGE_LIMIT = 100;

/** How GitHub behaves, by the operation ids of its OpenAPI description. */
export const ROUTES: Readonly<Record<string, Handler>> = {
  'users/get-authenticated': ({ grant, payloads }) =>
    tokenKind(grant) === 'integration'
      ? notAccessible(grant)
      : { status: 200, body: payloads.self(grant.account) },
  'repos/get': readable(({ payloads }) => ({ status: 200, body: payloads.repository() })),
  'issues/list-comments': readable(listComments),
  'issues/create-comment': writable(createComment),
  'issues/get-comment': readable((call) => {
    const comment = findComment(call);
    return comment ? { status: 200, body: call.payloads.comment(comment) } : NOT_FOUND;
  }),
  'issues/update-comment': writable(updateComment),
  'issues/delete-comment': writable(deleteComment),
  'pulls/list': readable(listPulls),
  'pulls/get': readable(({ state, parameters, payloads }) => {
    const pull = state.pulls.find(({ number }) => number === Number(parameters.pull_number));
    return pull ? { status: 200, body: payloads.pull(pull) } : NOT_FOUND;
  }),
  'checks/create': writable(({ state, body, payloads }) => {
    const run = { id: state.nextId(), fields: body };
    state.checkRuns.push(run);
    return { status: 201, body: payloads.checkRun(run) };
  }),
  'checks/update': writable(({ state, parameters, body, payloads }) => {
    const run = state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    if (run === undefined) return NOT_FOUND;
    run.fields = { ...run.fields, ...body };
    return { status: 200, body: payloads.checkRun(run) };
  }),
};

/** For operations inside the repository: a token without access does not even see it. */
function readable(handler: Handler): Handler {
  return (call) => {
    const { owner, name } = call.state.repository;
    const here = call.parameters.owner === owner && call.parameters.repo === name;
    return here && call.grant.access !== 'none' ? handler(call) : NOT_FOUND;
  };
}

function writable(handler: Handler): Handler {
  return readable((call) =>
    call.grant.access === 'write' ? handler(call) : notAccessible(call.grant),
  );
}

function listComments(call: Call): Reply {
  const issue = Number(call.parameters.issue_number);
  if (!call.state.pulls.some(({ number }) => number === issue)) return NOT_FOUND;
  const comments = call.state.comments.filter((comment) => comment.issue === issue);
  return page(
    call,
    `issues/${issue}/comments`,
    comments.map((c) => call.payloads.comment(c)),
  );
}

function createComment({ state, parameters, body, grant, payloads }: Call): Reply {
  const issue = Number(parameters.issue_number);
  if (!state.pulls.some(({ number }) => number === issue)) return NOT_FOUND;
  const refused = refuseText(body.body);
  if (refused) return refused;
  const comment = state.addComment(issue, grant.account, String(body.body));
  return { status: 201, body: payloads.comment(comment) };
}

/** Whoever may write may change what others wrote: only we can keep ourselves from doing so. */
function updateComment(call: Call): Reply {
  const comment = findComment(call);
  if (comment === undefined) return NOT_FOUND;
  const refused = refuseText(call.body.body);
  if (refused) return refused;
  comment.body = String(call.body.body);
  comment.updatedAt = call.state.now();
  return { status: 200, body: call.payloads.comment(comment) };
}

function deleteComment(call: Call): Reply {
  const comment = findComment(call);
  if (comment === undefined) return NOT_FOUND;
  call.state.comments.splice(call.state.comments.indexOf(comment), 1);
  return { status: 204 };
}

function listPulls(call: Call): Reply {
  const head = call.query.get('head');
  const pulls = call.state.pulls.filter((pull) => {
    const [owner] = pull.headRepository.split('/');
    return head === null || head === `${owner}:${pull.headRef}`;
  });
  return page(
    call,
    'pulls',
    pulls.map((pull) => call.payloads.pull(pull)),
  );
}

function findComment({ state, parameters }: Call) {
  return state.comments.find(({ id }) => id === Number(parameters.comment_id));
}

function refuseText(text: unknown): Reply | undefined {
  if (String(text).trim() === '') return invalid("body can't be blank");
  if (Buffer.byteLength(String(text)) <= MAX_COMMENT_BYTES) return undefined;
  return invalid('body is too long (maximum is 65536 characters)');
}

/** One page and, as GitHub writes it, the links to the others: by the repository's number. */
function page({ query, state, url }: Call, path: string, items: readonly unknown[]): Reply {
  const size = Math.min(Number(query.get('per_page') ?? 30), PAGE_LIMIT);
  const current = Number(query.get('page') ?? 1);
  if (size < 1 || current < 1) return failure(422, 'Invalid page');
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string) => {
    const others = new URLSearchParams(query);
    others.set('page', String(to));
    return `<${url}/repositories/${state.repository.id}/${path}?${others}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < last ? [link(current + 1, 'next'), link(last, 'last')] : []),
    ...(current > 1 ? [link(1, 'first')] : []),
  ];
  const body = items.slice((current - 1) * size, current * size);
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
