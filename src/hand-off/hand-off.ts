import type { GitHubContext, WorkflowRunId } from '../config/github-context.ts';
import { jsonText } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { resultFields } from '../report/result-fields.ts';

/** Version of the file; raised when a field changes its meaning or goes away. */
export const HAND_OFF_SCHEMA = 1;

/** What a run hands to another one that reports it. */
export interface HandOff {
  readonly schema: typeof HAND_OFF_SCHEMA;
  /** The run that measured. */
  readonly run: WorkflowRunId;
  /** `owner/name` of the repository that the run belongs to. */
  readonly repository: string;
  /** The pull request's newest commit when it was measured. */
  readonly headSha: string;
  /** Seal of the bundle that the report can be made from again; absent when nothing was kept. */
  readonly seal?: string;
  /** Of every comparison. */
  readonly results: readonly Result[];
}

/**
 * The file that hands a report of this run on.
 * @param seal of its bundle; undefined when nothing was kept
 */
export function handOffText(
  report: Report,
  github: GitHubContext,
  seal: string | undefined,
): string {
  const handOff: HandOff = {
    schema: HAND_OFF_SCHEMA,
    run: github.run,
    repository: `${github.owner}/${github.repo}`,
    headSha: github.pullRequest?.headSha ?? github.sha,
    ...(seal !== undefined && { seal }),
    results: report.comparisons.map(({ result }) => resultFields(result)),
  };
  return jsonText(handOff);
}
