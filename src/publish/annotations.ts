import type { Mode } from '../config/config.ts';
import { interval, points, share } from '../report/numbers.ts';
import type { Finding, Result } from '../report/result.ts';
import { logLine } from '../text/log-line.ts';
import { plain } from '../text/plain.ts';
import { ANNOTATIONS_PER_STEP } from './limits.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A remark that GitHub shows on the run and, with a file, in the diff. All text is safe to show. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** How loud a finding is where it does not block: an error in the list of a green run would mislead. */
const LEVEL: Readonly<Record<Mode, AnnotationLevel>> = {
  fail: 'error',
  comment: 'warning',
  observe: 'notice',
};

/** Longest parts of an annotation, in code points; GitHub cuts a message at 4,096 and a title at 255. */
const MAX_TITLE = 200;
const MAX_MESSAGE = 2000;
const MAX_NAME = 120;
const MAX_FILE = 500;

/** The annotations of a result, at most as many as GitHub keeps; the last one tells of the rest. */
export function annotationsOf(result: Result, mode: Mode): readonly Annotation[] {
  if (result.verdict === 'pass') return [];
  if (result.verdict === 'inconclusive') return [whole('inconclusive', result, quieter(mode))];
  if (result.verdict === 'invalid') return [whole('measurement failed', result, LEVEL[mode])];
  const culprits = result.findings.filter((finding) => finding.fails && finding.culprit);
  if (culprits.length === 0) return [whole('regression', result, LEVEL[mode])];
  const all = culprits.map((finding) => ofCulprit(finding, LEVEL[mode]));
  if (all.length <= ANNOTATIONS_PER_STEP) return all;
  const shown = all.slice(0, ANNOTATIONS_PER_STEP - 1);
  return [...shown, ofRest(shown.length, all.length, LEVEL[mode])];
}

/** Writes them to the log, where the runner picks them up. */
export async function writeAnnotations(annotations: readonly Annotation[]): Promise<void> {
  const core = await import('@actions/core');
  for (const { level, title, message, file, line } of annotations) {
    core[level](message, {
      title,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { startLine: line }),
    });
  }
}

function ofCulprit(finding: Finding, level: AnnotationLevel): Annotation {
  const name = plain(finding.function, MAX_NAME);
  const sentences = [
    `${name} costs ${points(finding.delta)} of the base’s CPU per request`,
    `(${share(finding.baseShare)} before, ${share(finding.headShare)} now,`,
    `95% interval ${interval(finding.low, finding.high)}). It fails at ${points(finding.threshold)}.`,
  ];
  const file = safeFile(finding.file);
  return {
    level,
    title: logLine(`Performance regression: ${name} ${points(finding.delta)}`, MAX_TITLE),
    message: logLine(sentences.join(' '), MAX_MESSAGE),
    file,
    line: file !== undefined && isLine(finding.line) ? finding.line : undefined,
  };
}

function ofRest(shown: number, total: number, level: AnnotationLevel): Annotation {
  return {
    level,
    title: `${shown} of ${total} culprits are shown`,
    message: `${shown} of ${total} functions that got slower are annotated; the job summary has all of them.`,
    file: undefined,
    line: undefined,
  };
}

function whole(what: string, { reason }: Result, level: AnnotationLevel): Annotation {
  const message = logLine(reason, MAX_MESSAGE);
  return { level, title: `Flamegate: ${what}`, message, file: undefined, line: undefined };
}

/** An undecided run has found nothing wrong. */
function quieter(mode: Mode): AnnotationLevel {
  return mode === 'observe' ? 'notice' : 'warning';
}

/** The file if it lies in the repository, without drive or scheme, and hides nothing in its name. */
function safeFile(file: string): string | undefined {
  const inside = file.split('/').every((part) => !['', '.', '..'].includes(part));
  return inside && !/[\\:]/.test(file) && logLine(file, MAX_FILE) === file ? file : undefined;
}

function isLine(line: number): boolean {
  return Number.isSafeInteger(line) && line > 0;
}
