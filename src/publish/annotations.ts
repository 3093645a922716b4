import type { Handling, Mode } from '../config/config.ts';
import { interval, points, share } from '../report/numbers.ts';
import { type Compared, labelOf, type Report } from '../report/report.ts';
import type { Finding, Result } from '../report/result.ts';
import { logLine } from '../text/log-line.ts';
import { plain } from '../text/plain.ts';
import { ANNOTATIONS_PER_STEP } from './limits.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A remark that GitHub shows on the run and, with a file and a line, in the diff. All text is safe to show. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** Undefined for a remark on the run; then there is no line either. */
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** The lines of head that GitHub shows as a pull request's change. */
export interface TouchedLines {
  has(file: string, line: number): boolean;
}

/** How loud a finding is where it does not block: an error in the list of a green run would mislead. */
const LEVEL: Readonly<Record<Mode, AnnotationLevel>> = {
  block: 'error',
  comment: 'warning',
  observe: 'notice',
};

/** Longest parts of an annotation, in code points; GitHub cuts a message at 4,096 and a title at 255. */
const MAX_TITLE = 200;
const MAX_MESSAGE = 2000;
const MAX_NAME = 120;
const MAX_FILE = 500;
const MAX_LABEL = 60;

/**
 * The annotations of a report. A culprit whose line the change touches is shown there; on any other line nobody who
 * reads the change would look for it, so the others are remarks on the run.
 * @param touched undefined when nobody knows what the change is
 */
export function annotationsOf(
  { comparisons }: Report,
  touched: TouchedLines | undefined,
): readonly Annotation[] {
  const [, ...others] = comparisons;
  return comparisons.flatMap((compared) => {
    const beside = others.length > 0 ? ` (${plain(labelOf(compared.result), MAX_LABEL)})` : '';
    return annotationsOfOne(compared, beside, touched);
  });
}

/** Findings that fail the gate by themselves: what an annotation is for. */
export function culpritsOf({ verdict, findings }: Result): readonly Finding[] {
  if (verdict !== 'regression') return [];
  return findings.filter((finding) => finding.fails && finding.culprit);
}

/** Where a culprit stands in the change; undefined when the change does not touch its line. */
export function placeOf(
  { file, line }: Finding,
  touched: TouchedLines | undefined,
): { readonly file: string; readonly line: number } | undefined {
  const safe = isSafeFile(file) && Number.isSafeInteger(line) && line > 0;
  return safe && touched?.has(file, line) ? { file, line } : undefined;
}

/** As many as GitHub keeps of a step, of each level; where there are more, the last one tells of the rest. */
export function fitStep(annotations: readonly Annotation[]): readonly Annotation[] {
  return Object.values(LEVEL).flatMap((level) => {
    const all = annotations.filter((one) => one.level === level);
    if (all.length <= ANNOTATIONS_PER_STEP) return all;
    const shown = all.slice(0, ANNOTATIONS_PER_STEP - 1);
    return [...shown, ofRest(shown.length, all.length, level)];
  });
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

function annotationsOfOne(
  { result, handling }: Compared,
  beside: string,
  touched: TouchedLines | undefined,
): readonly Annotation[] {
  const level = LEVEL[handling.mode];
  if (result.verdict === 'pass') return [];
  if (result.verdict === 'inconclusive') {
    return [whole(`inconclusive${beside}`, result, quieter(handling))];
  }
  if (result.verdict === 'invalid') return [whole(`measurement failed${beside}`, result, level)];
  const culprits = culpritsOf(result);
  if (culprits.length === 0) return [whole(`regression${beside}`, result, level)];
  return culprits.map((finding) => ofCulprit(finding, level, beside, touched));
}

function ofCulprit(
  finding: Finding,
  level: AnnotationLevel,
  beside: string,
  touched: TouchedLines | undefined,
): Annotation {
  const name = plain(finding.function, MAX_NAME);
  const place = placeOf(finding, touched);
  const sentences = [
    `${name} costs ${points(finding.delta)} of the base’s CPU per request`,
    `(${share(finding.baseShare)} before, ${share(finding.headShare)} now,`,
    `95% interval ${interval(finding.low, finding.high)}). It fails at ${points(finding.threshold)}.`,
    ...(place === undefined ? elsewhere(finding, touched) : []),
  ];
  return {
    level,
    title: logLine(`Performance regression${beside}: ${name} ${points(finding.delta)}`, MAX_TITLE),
    message: logLine(sentences.join(' '), MAX_MESSAGE),
    file: place?.file,
    line: place?.line,
  };
}

/** Where a culprit is that stands nowhere in the change. */
function elsewhere({ file, line }: Finding, touched: TouchedLines | undefined): readonly string[] {
  if (file === '') return [];
  const place = plain(line > 0 ? `${file}:${line}` : file, MAX_FILE);
  return [
    touched === undefined
      ? `It is at ${place}.`
      : `It is at ${place}, which this change does not touch.`,
  ];
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
  return {
    level,
    title: logLine(`Flamegate: ${what}`, MAX_TITLE),
    message,
    file: undefined,
    line: undefined,
  };
}

/** An undecided run has found nothing wrong. */
function quieter({ mode }: Handling): AnnotationLevel {
  return mode === 'observe' ? 'notice' : 'warning';
}

/** Whether it lies in the repository, without drive or scheme, and hides nothing in its name. */
function isSafeFile(file: string): boolean {
  const inside = file.split('/').every((part) => !['', '.', '..'].includes(part));
  return inside && !/[\\:]/.test(file) && logLine(file, MAX_FILE) === file;
}
