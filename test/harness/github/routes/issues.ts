import { NOT_FOUND, type Reply } from '../reply.ts';
import { type Call, page, type Routes, readable, writable } from './call.ts';
import { refuseText } from './comments.ts';

const PERMISSIONS = ['issues'] as const;

export const ISSUE_ROUTES: Routes = {
  'issues/list-for-repo': readable(PERMISSIONS, listIssues),
  'issues/create': writable(PERMISSIONS, createIssue),
  'issues/update': writable(PERMISSIONS, updateIssue),
};

/** Newest first; pull requests are issues, too. */
function listIssues(call: Call): Reply {
  const { query, state, payloads } = call;
  const wanted = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const issues = state.issues
    .filter((issue) => wanted === 'all' || issue.state === wanted)
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .map((issue) => payloads.issue(issue))
    .reverse();
  const pulls = labels.length > 0 ? [] : state.pulls.map((pull) => payloads.pullAsIssue(pull));
  return page(call, 'issues', [...issues, ...pulls]);
}

function createIssue({ state, body, grant, payloads }: Call): Reply {
  const refused = refuseText(body.body);
  if (refused) return refused;
  const issue = state.addIssue({
    author: grant.account,
    labels: (Array.isArray(body.labels) ? body.labels : []).map(String),
    title: String(body.title),
    body: String(body.body),
  });
  return { status: 201, body: payloads.issue(issue) };
}

function updateIssue({ state, parameters, body, payloads }: Call): Reply {
  const issue = state.issues.find(({ number }) => number === Number(parameters.issue_number));
  if (issue === undefined) return NOT_FOUND;
  if (body.body !== undefined) {
    const refused = refuseText(body.body);
    if (refused) return refused;
    issue.body = String(body.body);
  }
  if (body.title !== undefined) issue.title = String(body.title);
  if (body.state === 'open' || body.state === 'closed') {
    issue.state = body.state;
    issue.stateReason = String(
      body.state_reason ?? (body.state === 'open' ? 'reopened' : 'completed'),
    );
  }
  issue.updatedAt = state.now();
  return { status: 200, body: payloads.issue(issue) };
}
