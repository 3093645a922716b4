import type { WorkflowRunId } from '../config/github-context.ts';

/** Which run something that we wrote is from, and which commit it is about. */
export interface Stamp {
  readonly run: WorkflowRunId;
  /** Full commit id; empty when nobody knows. */
  readonly commit: string;
}

const STAMP = /^<!-- flamegate:run (\d{1,15})\.(\d{1,6}) ([0-9a-f]{0,64}) -->$/;

/** The stamp as a hidden line. */
export function stampLine({ run, commit }: Stamp): string {
  const known = /^[0-9a-f]{1,64}$/.test(commit) ? commit : '';
  return `<!-- flamegate:run ${run.id}.${run.attempt} ${known} -->`;
}

/** Reads a hidden line; undefined when it is something else. */
export function parseStamp(line: string): Stamp | undefined {
  const [, id, attempt, commit = ''] = STAMP.exec(line) ?? [];
  if (id === undefined) return undefined;
  return { run: { id: Number(id), attempt: Number(attempt) }, commit };
}

/** Negative when `a` is an earlier run, or an earlier attempt of the same one. What has no stamp is the earliest. */
export function compareRuns(a: WorkflowRunId | undefined, b: WorkflowRunId | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return a.id - b.id || a.attempt - b.attempt;
}
