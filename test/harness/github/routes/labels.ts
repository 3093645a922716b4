import { NOT_FOUND, type Reply } from '../reply.ts';
import type { LabelEvent } from '../state.ts';
import { type Call, page, type Routes, readable } from './call.ts';

/** A pull request's labels and events can be read with either permission. */
const PERMISSIONS = ['issues', 'pull-requests'] as const;

export const LABEL_ROUTES: Routes = {
  'issues/list-labels-on-issue': readable(PERMISSIONS, (call) =>
    listOf(call, 'labels', (events) =>
      [...new Set(events.map(({ label }) => label))]
        .filter((label) => events.findLast((one) => one.label === label)?.event === 'labeled')
        .map((label) => call.payloads.label(label)),
    ),
  ),
  'issues/list-events': readable(PERMISSIONS, (call) =>
    listOf(call, 'events', (events) => events.map((event) => call.payloads.labelEvent(event))),
  ),
};

function listOf(
  call: Call,
  what: string,
  itemsOf: (events: readonly LabelEvent[]) => readonly unknown[],
): Reply {
  const issue = Number(call.parameters.issue_number);
  if (!call.state.pulls.some(({ number }) => number === issue)) return NOT_FOUND;
  const events = call.state.labelEvents.filter((event) => event.issue === issue);
  return page(call, `issues/${issue}/${what}`, itemsOf(events));
}
