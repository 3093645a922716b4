import type { Groups } from './groups.ts';
import { cost, count, counted, relative, setting, size } from './numbers.ts';
import { ownChange } from './phrases.ts';
import {
  type Finding,
  type Result,
  type ResultPolicy,
  type ResultSide,
  type Verdict,
  WHOLE_PROGRAM,
} from './result.ts';

/** Frames of a path that are shown. */
const PATH_FRAMES = 8;

/** A piece of a sentence: our own words, or untrusted text that each medium shows in its own way. */
export type Piece =
  | string
  | { readonly name: string }
  | { readonly prose: string }
  | { readonly owner: string };

/** The report's sentences, said once for every medium. */
export type Sentence = readonly Piece[];

/** The verdict, the one number and the culprit. No full stop: it is a title. */
export function headline(result: Result, groups: Groups): Sentence {
  return [`${VERDICTS[result.verdict]}: `, ...outcome(result, groups)];
}

/** The same where there are several services: `Regression in shop: …`. */
export function headlineIn(result: Result, groups: Groups): Sentence {
  return [
    `${VERDICTS[result.verdict]} in `,
    { name: result.service },
    ': ',
    ...outcome(result, groups),
  ];
}

/** Verdicts as a title begins with them. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  regression: 'Regression',
  inconclusive: 'Inconclusive',
  invalid: 'Invalid',
};

function outcome(result: Result, { culprits, waived }: Groups): Sentence {
  switch (result.verdict) {
    case 'pass':
      if (result.idle !== null) {
        return ['the change has no effect on what is built of ', { name: result.service }];
      }
      return [
        'no function of ',
        { name: result.service },
        ' costs more than allowed',
        waived.length === 0 ? '' : `; ${counted(waived.length, 'rise is', 'rises are')} waived`,
      ];
    case 'regression':
      return regression(result, culprits);
    case 'inconclusive':
      return inconclusive(result);
    case 'invalid':
      return [{ prose: result.reason }];
  }
}

function regression(result: Result, [worst, ...others]: readonly Finding[]): Sentence {
  if (worst === undefined) return [{ prose: result.reason }];
  const costs: Sentence =
    worst.kind === 'new'
      ? ['the new ', subject(worst), ` costs ${size(worst.delta)} of `]
      : [subject(worst), ` costs ${size(worst.delta)} more `];
  return [
    ...costs,
    ...perRequest(result),
    worst.baseShare > 0 ? ` (${ownChange(worst)})` : '',
    ...more(others.length, 'fails', 'fail'),
  ];
}

function inconclusive(result: Result): Sentence {
  const [widest, ...others] = result.undecided;
  if (widest === undefined) return [{ prose: result.reason }];
  return [
    subject(widest),
    ` may cost up to ${size(widest.upperBound)} more `,
    ...perRequest(result),
    ...more(others.length, 'is undecided', 'are undecided'),
  ];
}

/** A finding's function, or what stands for it. */
export function subject(of: { readonly function: string }): Piece {
  return of.function === WHOLE_PROGRAM ? 'the whole program' : { name: of.function };
}

function more(others: number, one: string, many: string): Sentence {
  if (others === 0) return [];
  return [`; ${counted(others, 'other function')} ${others === 1 ? one : many} too`];
}

/** What was compared: commits, rounds, work and evidence. */
export function comparison(result: Result): Sentence {
  const { service, base, head, profileType } = result;
  return [
    'Comparing ',
    { name: service },
    ' at base',
    ...identity(base),
    ...time(base),
    ' with head',
    ...identity(head),
    ...time(head),
    ...(base.rounds + head.rounds > 0 ? evidence(base, head) : []),
    ', profile type ',
    { name: profileType },
    '.',
  ];
}

function identity(side: ResultSide): Sentence {
  const commit = side.commit === null ? [] : [' ', { name: side.commit.slice(0, 7) }];
  if (side.ref === null || side.ref === side.commit) return commit;
  return commit.length === 0
    ? [' ', { name: side.ref }]
    : [...commit, ' (', { name: side.ref }, ')'];
}

function time({ window }: ResultSide): Sentence {
  return window === undefined ? [] : [' of ', { prose: window }];
}

function evidence(base: ResultSide, head: ResultSide): Sentence {
  const ticks = base.ticks + head.ticks;
  return [
    base.rounds === head.rounds
      ? `, ${counted(base.rounds, 'round')} each`
      : `, ${counted(base.rounds, 'round')} against ${count(head.rounds)}`,
    `, ${requests(base, head)}`,
    ticks > 0 ? `, ${counted(ticks, 'sample')}` : '',
  ];
}

function requests(base: ResultSide, head: ResultSide): string {
  if (base.requests === null || head.requests === null) return 'requests not counted';
  const failed = (base.failed ?? 0) + (head.failed ?? 0);
  const all = counted(base.requests + head.requests, 'request');
  return failed === 0 ? all : `${all} (${count(failed)} more failed)`;
}

/** What one request costs on both sides; nothing when nobody counted requests. */
export function wholeProgram(result: Result): Sentence {
  const { base, head, program } = result;
  if (base.costPerRequest === null || head.costPerRequest === null) return [];
  const costs = (side: number): Piece => ({ prose: cost(side, result.unit) });
  return [
    'One request to ',
    { name: result.service },
    ' costs ',
    costs(base.costPerRequest),
    ' of ',
    resource(result.profileType),
    ' on base and ',
    costs(head.costPerRequest),
    ' on head',
    program === null
      ? ''
      : ` (${relative(program.delta)}, 95% interval ${relative(program.low)} to ${relative(program.high)})`,
    '.',
  ];
}

/** What the gate asks of every function, and whether it could be answered. */
export function requirement(result: Result): Sentence {
  const { verdict, policy, functionsTested, functionsRuled: ruled = 0 } = result;
  if (result.idle !== null) return [{ prose: sentence(result.reason) }];
  if (verdict === 'pass') {
    const tested = counted(functionsTested, 'cost was', 'costs were');
    const but =
      ruled === 0
        ? ''
        : ` but ${count(ruled)} with ${ruled === 1 ? 'a limit of its own' : 'limits of their own'}`;
    return [
      `An increase of ${limit(policy)} is ruled out for every function${but}; ${tested} tested.`,
    ];
  }
  const open = verdict === 'inconclusive' ? '; this run can neither show nor rule that out' : '';
  const own =
    ruled === 0
      ? ''
      : `; ${counted(ruled, 'function has a limit of its own', 'functions have limits of their own')}`;
  return [`A function fails from ${limit(policy)}${own}${open}.`];
}

function limit({ maxIncrease, minRelative }: ResultPolicy): string {
  if (!(minRelative > 0)) return size(maxIncrease);
  return `${size(maxIncrease)} (or ${setting(minRelative)} of its own cost, if that is more)`;
}

/** Under a table: what its numbers are parts of, and how much of it is shown. */
export function legend(
  result: Result,
  table: { readonly of: 'findings' | 'undecided'; readonly shown: number; readonly all: number },
): Sentence {
  return [
    ...onePoint(result),
    table.of === 'findings' ? '; in brackets the 95% interval.' : '.',
    table.shown < table.all
      ? ` The first ${count(table.shown)} of ${count(table.all)} are shown.`
      : '',
  ];
}

/** What the numbers of a table are parts of. No full stop: more may follow. */
export function onePoint(result: Result): Sentence {
  return ['One point is 1% of the base’s ', ...perRequest(result)];
}

/** What the change has to do with a finding; nothing where that is not known. */
export function ofTheChange(finding: Finding): Sentence {
  if (finding.change === null) return [];
  const words = {
    touched: 'The change touches ',
    reachable: 'The change can reach ',
    unrelated: 'The change can’t reach ',
  } as const;
  return [
    words[finding.change.mark],
    subject(finding),
    ': ',
    { prose: finding.change.because },
    '.',
  ];
}

/** How a function is reached on head; its direct callers say most, so the outer ones go first. */
export function heaviestPath({ path }: Finding): Sentence {
  if (path.length < 2) return [];
  const inner = path.slice(-PATH_FRAMES);
  const left = path.length - inner.length;
  return [
    'Heaviest path on head: ',
    left > 0 ? `${counted(left, 'outer frame')} → ` : '',
    ...inner.flatMap((name, i) => (i === 0 ? [{ name }] : [' → ', { name }])),
  ];
}

/** What the gate would have caught, and what it can't see. */
export function sensitivity(result: Result): Sentence {
  if (result.verdict === 'invalid' || result.idle !== null) return [];
  const least = result.minimumDetectableChange;
  return [
    least === null
      ? 'The smallest change that this run would have caught is unknown.'
      : `This run would have caught an increase of ${size(least)} in a function of under 10% share, with 80% power.`,
    result.normalisation === 'estimated'
      ? ' Requests were not counted, so only shares were compared: if everything got slower alike, this run can’t see it.'
      : '',
  ];
}

/** `CPU per request`; without counted requests only `CPU`. */
function perRequest(result: Result): Sentence {
  const what = resource(result.profileType);
  return result.normalisation === 'estimated' ? [what] : [what, ' per request'];
}

/** What a sample type of the usual profilers measures, in a reader's words. */
function resource(profileType: string): Piece {
  switch (profileType) {
    case 'cpu':
      return 'CPU';
    case 'wall':
      return 'wall time';
    case 'alloc_space':
      return 'allocated memory';
    case 'alloc_objects':
      return 'allocations';
    case 'inuse_space':
      return 'memory in use';
    default:
      return { name: profileType };
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
