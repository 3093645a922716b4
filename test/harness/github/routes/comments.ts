import { invalid, NOT_FOUND, type Reply } from '../reply.ts';
import { type Call, page, type Routes, readable, writable } from './call.ts';

/** A pull request's comments can be written with either permission. */
const PERMISSIONS = ['issues', 'pull-requests'] as const;

export const COMMENT_ROUTES: Routes = {
  'issues/list-comments': readable(PERMISSIONS, listComments),
  'issues/create-comment': writable(PERMISSIONS, createComment),
  'issues/get-comment': readable(PERMISSIONS, (call) => {
    const comment = findComment(call);
    return comment ? { status: 200, body: call.payloads.comment(comment) } : NOT_FOUND;
  }),
  'issues/update-comment': writable(PERMISSIONS, updateComment),
  'issues/delete-comment': writable(PERMISSIONS, deleteComment),
};

/** GitHub's error message says 65,536 characters; counting bytes is the stricter reading. */
const MAX_TEXT_BYTES = 65_536;

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

function findComment({ state, parameters }: Call) {
  return state.comments.find(({ id }) => id === Number(parameters.comment_id));
}

/** The body of a comment or an issue that GitHub does not take. */
export function refuseText(text: unknown): Reply | undefined {
  if (String(text).trim() === '') return invalid("body can't be blank");
  if (Buffer.byteLength(String(text)) <= MAX_TEXT_BYTES) return undefined;
  return invalid('body is too long (maximum is 65536 characters)');
}
