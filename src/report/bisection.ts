import { change, counted, interval, setting } from './numbers.ts';
import { cutNote } from './phrases.ts';
import type { CommitBetween, Finding, MeasuredCommit, ResultBisection } from './result.ts';
import { type Piece, type Sentence, subject } from './wording.ts';

/** Measurements that are told, and commits that are left. */
const MAX_COMMITS = 10;

/** Digits of a commit. */
const ID_LENGTH = 7;

/** Which commit brought each of some findings, and how that is known; none where nobody searched. */
export function bisectionSentences(findings: readonly Finding[]): readonly Sentence[] {
  return findings.flatMap((finding) => {
    const { bisection } = finding;
    if (bisection === undefined) return [];
    return [[...outcome(finding, bisection), ...measured(bisection.measurements)]];
  });
}

function outcome(finding: Finding, bisection: ResultBisection): Sentence {
  const name = subject(finding);
  const { culprit, parting, stopped, reason } = bisection;
  if (stopped === 'not searched') {
    return ['Which commit made ', name, ' slower was not searched: ', { prose: `${reason}.` }];
  }
  if (culprit === null) return several(name, bisection);
  if (culprit.commit === parting) {
    return [
      name,
      ' is as slow already at ',
      ...commit(culprit),
      ', where the histories of base and head part: no commit since brought it, base has one that made it faster.',
    ];
  }
  const isOnly = bisection.commits === 1;
  return [
    ...commit(culprit),
    ' made ',
    name,
    ` slower${howMuch(finding, bisection)}`,
    isOnly ? ': there is no other commit between base and head.' : '.',
  ];
}

/** That it brought only a part is told where it is certain: intervals of the rise before or with it say so. */
function howMuch({ low }: Finding, { culprit, part, measurements }: ResultBisection): string {
  const own = measurements.find((one) => one.commit === culprit?.commit);
  // Each one that is without the rise is nearer than those before.
  const before = measurements.findLast((one) => one.reading === 'fast');
  const isLess = own !== undefined && own.high !== null && own.high < low;
  const isLater = before !== undefined && before.low !== null && before.low > 0;
  if (part === null || (!isLess && !isLater)) return '';
  return `, by ${setting(Math.round(100 * part) / 100)} of the whole rise`;
}

function several(name: Piece, bisection: ResultBisection): Sentence {
  const { suspects } = bisection;
  const shown = suspects.slice(0, MAX_COMMITS);
  return [
    `One of ${counted(suspects.length, 'commit')} made `,
    name,
    ` slower, and ${whyLeft(bisection)}: `,
    ...shown.flatMap((of, index) => [index === 0 ? '' : ', ', ...commit(of)]),
    `${cutNote(shown.length, suspects.length)}.`,
  ];
}

function whyLeft({ stopped, measurements }: ResultBisection): string {
  switch (stopped) {
    case 'out of time':
      return 'the time was up before they were told apart';
    case 'enough measured':
      return `${counted(measurements.length, 'measurement')} did not tell them apart`;
    default:
      return 'no measurement tells them apart';
  }
}

/** `Measured, in points: 3f2a1bc +0.1 [−0.3, +0.5], without it; 9ab1234 +3.3 [+2.8, +3.7], with it.` */
function measured(measurements: readonly MeasuredCommit[]): Sentence {
  if (measurements.length === 0) return [];
  const shown = measurements.slice(0, MAX_COMMITS);
  return [
    ' Measured, in points',
    cutNote(shown.length, measurements.length),
    ': ',
    ...shown.flatMap((of, index) => [index === 0 ? '' : '; ', id(of), ...reading(of)]),
    '.',
  ];
}

function reading({ reading: read, delta, low, high, reason }: MeasuredCommit): Sentence {
  const of = low === null || high === null ? '' : ` ${interval(low, high)}`;
  const rise = delta === null ? '' : ` ${change(delta)}${of}`;
  switch (read) {
    case 'slow':
      return [`${rise}, with it`];
    case 'fast':
      return [`${rise}, without it`];
    case 'unclear':
      return [`${rise}, undecided`];
    case 'broken':
      return reason === null ? [' broken'] : [' broken (', { prose: reason }, ')'];
  }
}

function commit(of: CommitBetween): Sentence {
  return of.subject === '' ? [id(of)] : [id(of), ' (', { prose: of.subject }, ')'];
}

function id({ commit: whole }: CommitBetween): Piece {
  return { name: whole.slice(0, ID_LENGTH) };
}
