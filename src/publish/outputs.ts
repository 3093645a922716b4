import type { OutputName } from '../config/outputs.ts';
import { type Report, worstFirst } from '../report/report.ts';
import type { Finding, Result } from '../report/result.ts';
import { plain } from '../text/plain.ts';
import { culpritsOf } from './annotations.ts';
import type { CheckOutcome } from './check-run.ts';
import type { CommentOutcome } from './comment.ts';
import type { IssuesOutcome } from './issues/issues.ts';

/** Files that later steps may want; undefined for one that was not written. */
export interface ResultFiles {
  /** The result as JSON. */
  readonly result: string | undefined;
  /** Folder of the recorded rounds. */
  readonly bundle: string | undefined;
  /** For a run that reports this one. */
  readonly handOff: string | undefined;
}

/** Values of the step's outputs; what they mean is told to users from `config/outputs.ts`. */
export type StepOutputs = Readonly<Partial<Record<OutputName, string>>>;

/** Failing findings that an output lists. */
const MAX_LISTED = 100;

/** Longest names, in code points. */
const MAX_NAME = 500;

/**
 * What later steps of a workflow can read; empty for what is not known. Names of functions are untrusted:
 * they become one plain line, but a workflow must still not paste them into a script.
 */
export function stepOutputs(report: Report, files: ResultFiles): StepOutputs {
  const results = report.comparisons.map(({ result }) => result);
  const [worst] = worstFirst(report.comparisons);
  const culprit = worst && culpritOf(worst.result);
  const failing = results.flatMap((result) =>
    result.findings.filter((finding) => finding.fails).map((finding) => ({ finding, result })),
  );
  const detectable = results.map((result) => result.minimumDetectableChange);
  return {
    verdict: report.verdict,
    reason: plain(report.reason, 1000),
    findings: String(failing.length),
    culprit: plain(culprit?.function ?? '', MAX_NAME),
    'culprit-file': plain(culprit?.file ?? '', MAX_NAME),
    'culprit-line': culprit === undefined || culprit.line === 0 ? '' : String(culprit.line),
    'culprit-change': culprit === undefined ? '' : inPoints(culprit.delta),
    'culprit-commit': culprit === undefined ? '' : commitOf(culprit),
    'failing-findings': oneLine(failing.slice(0, MAX_LISTED).map(findingFields)),
    comparisons: oneLine(results.map(comparisonFields)),
    'minimum-detectable-change': detectable.includes(null)
      ? ''
      : inPoints(Math.max(...detectable.map(Number))),
    'base-commit': plain(results[0]?.base.commit ?? ''),
    'head-commit': plain(results[0]?.head.commit ?? ''),
    result: files.result ?? '',
    bundle: files.bundle ?? '',
    'hand-off': files.handOff ?? '',
  };
}

/** Where GitHub shows the report; empty where it does not. */
export function urlOutputs(told: {
  readonly check: CheckOutcome;
  readonly comment: CommentOutcome;
  readonly issues: IssuesOutcome;
}): StepOutputs {
  const { check, comment, issues } = told;
  return {
    'check-url': urlOf(check),
    'comment-url': urlOf(comment),
    'issue-urls': issues.state === 'done' ? JSON.stringify(issues.urls) : '',
  };
}

/**
 * Sets them. To be called only when the runner gave an output file: without one @actions/core prints a dead
 * command to the log instead.
 */
export async function writeOutputs(outputs: StepOutputs): Promise<void> {
  const { setOutput } = await import('@actions/core');
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

function urlOf(outcome: CheckOutcome | CommentOutcome): string {
  return 'url' in outcome ? outcome.url : '';
}

/** The one that rose the most. */
function culpritOf(result: Result): Finding | undefined {
  return [...culpritsOf(result)].sort((a, b) => b.delta - a.delta)[0];
}

function findingFields({
  finding,
  result,
}: {
  readonly finding: Finding;
  readonly result: Result;
}) {
  return {
    service: plain(result.service),
    profileType: plain(result.profileType),
    kind: finding.kind,
    function: plain(finding.function, MAX_NAME),
    file: plain(finding.file, MAX_NAME),
    line: finding.line,
    culprit: finding.culprit,
    points: Number(inPoints(finding.delta)),
    low: Number(inPoints(finding.low)),
    high: Number(inPoints(finding.high)),
    commit: commitOf(finding),
  };
}

/** The one that brought it, if that is known. */
function commitOf({ bisection }: Finding): string {
  return bisection?.culprit?.commit ?? '';
}

function comparisonFields(result: Result) {
  return {
    service: plain(result.service),
    profileType: plain(result.profileType),
    verdict: result.verdict,
    findings: result.findings.filter((finding) => finding.fails).length,
    culprit: plain(culpritOf(result)?.function ?? '', MAX_NAME),
  };
}

/** Points of the base’s CPU, to a thousandth. */
function inPoints(fraction: number): string {
  return String(Number((100 * fraction).toFixed(3)));
}

function oneLine(list: readonly object[]): string {
  return JSON.stringify(list);
}
