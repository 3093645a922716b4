import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideIssues,
  type IssueAction,
  type OwnIssue,
} from '../../../src/publish/issues/decide.ts';
import { findingId, scopeOf } from '../../../src/publish/issues/identity.ts';
import type { IssueMark } from '../../../src/publish/issues/issue-body.ts';
import type { Stamp } from '../../../src/publish/stamp.ts';
import type { Finding, Result } from '../../../src/report/result.ts';
import { finding, result, side, undecided } from '../../report/results.ts';

const BASE = 'b'.repeat(40);
const NEXT_BASE = 'c'.repeat(40);
const HEAD = 'a'.repeat(40);
const LATER_HEAD = 'd'.repeat(40);

const slow = finding();
const fast = finding({ kind: 'improvement', fails: false, delta: -0.04 });

/** What a comparison with `base` found. */
function found(findings: readonly Finding[], given: Partial<Result> = {}): Result {
  return result({
    verdict: findings.some(({ fails }) => fails) ? 'regression' : 'pass',
    findings,
    base: side('v1.0.0', BASE, 1),
    ...given,
  });
}

/** A later run than those of the issues, unless it is given. */
function at(run: number, commit = HEAD): Stamp {
  return { run: { id: run, attempt: 1 }, commit };
}

interface Given {
  readonly number?: number;
  readonly state?: 'open' | 'closed';
  readonly reason?: string;
  readonly mark?: IssueMark;
  readonly base?: string;
  readonly of?: Finding;
  readonly stamp?: Stamp;
}

function issue(given: Given = {}): OwnIssue {
  const { of = slow, mark = 'present', base = BASE, stamp = at(1), state = 'open' } = given;
  return {
    number: given.number ?? 1,
    state,
    stateReason: given.reason ?? null,
    said: { scope: scopeOf('shop', result()), id: findingId(of), mark, base, stamp },
  };
}

/** `open`, `update 1`, `close 2 as gone`, in order. */
function inWords(actions: readonly IssueAction[]): string {
  return actions
    .map((action) => {
      if (action.do === 'open') return 'open';
      const end = action.do === 'close' ? ` as ${action.as}` : '';
      return `${action.do} ${action.number}${end}`;
    })
    .join(', ');
}

describe('an issue', () => {
  it.each<[string, Result, readonly OwnIssue[], string]>([
    ['is opened for a finding', found([slow]), [], 'open'],
    ['is brought up to date', found([slow]), [issue()], 'update 1'],
    ['is not touched after a later run', found([slow]), [issue({ stamp: at(9) })], ''],
    ['is not opened for what does not fail', found([fast]), [], ''],
    [
      'is not opened for a caller',
      found([slow, finding({ function: 'caller', culprit: false, explainedBy: 'scoreOne' })]),
      [issue()],
      'update 1',
    ],
    [
      'is one for each culprit',
      found([slow, finding({ function: 'other' })]),
      [issue()],
      'update 1, open',
    ],
    [
      'is the oldest of several that two runs opened',
      found([slow]),
      [issue({ number: 3 }), issue({ number: 2 })],
      'update 2, close 3 as duplicate',
    ],
    ['is closed when it is gone', found([]), [issue()], 'close 1 as gone'],
    [
      'is closed when another one is still there',
      found([finding({ function: 'other' })]),
      [issue(), issue({ number: 2, of: finding({ function: 'other' }) })],
      'update 2, close 1 as gone',
    ],
    ['stays when nobody could tell', found([], { verdict: 'inconclusive' }), [issue()], ''],
    ['stays when the measurement broke', found([], { verdict: 'invalid' }), [issue()], ''],
    [
      'stays when its function is undecided',
      found([], { undecided: [undecided()] }),
      [issue()],
      '',
    ],
    ['stays when a later run has seen it', found([]), [issue({ stamp: at(9) })], ''],
    [
      'stays against another base, where it would not show',
      found([], { base: side('v1.1.0', NEXT_BASE, 1) }),
      [issue()],
      '',
    ],
    [
      'is closed against another base when its function fell',
      found([fast], { base: side('v1.1.0', NEXT_BASE, 1) }),
      [issue()],
      'close 1 as gone',
    ],
    [
      'stays that somebody opened again after it was gone',
      found([]),
      [issue({ mark: 'gone' })],
      '',
    ],
    [
      'is opened again when it is back',
      found([slow]),
      [issue({ state: 'closed', mark: 'gone' })],
      'reopen 1',
    ],
    [
      'stays closed when somebody accepted it',
      found([slow]),
      [issue({ state: 'closed', reason: 'not_planned', stamp: at(1, LATER_HEAD) })],
      '',
    ],
    [
      'stays closed on the head that it was closed on',
      found([slow]),
      [issue({ state: 'closed', reason: 'completed' })],
      '',
    ],
    [
      'is opened again when a later head does not mend it',
      found([slow]),
      [issue({ state: 'closed', reason: 'completed', stamp: at(1, LATER_HEAD) })],
      'reopen 1',
    ],
    [
      'is another one when it rose again since the next release',
      found([slow], { base: side('v1.1.0', NEXT_BASE, 1) }),
      [issue({ state: 'closed', reason: 'not_planned' })],
      'open',
    ],
    [
      'is not looked for among duplicates',
      found([slow]),
      [issue({ state: 'closed', mark: 'duplicate', number: 4 })],
      'open',
    ],
  ])('%s', (_, of, issues, actions) => {
    expect(inWords(decideIssues(of, issues, at(5)))).toBe(actions);
  });

  it('knows a function by its name and file, and not by its line or numbers', () => {
    expect(findingId(finding({ line: 99, delta: 0.5 }))).toBe(findingId(slow));
    expect(findingId(finding({ file: 'src/other.js' }))).not.toBe(findingId(slow));
    expect(findingId(finding({ function: 'a', file: 'b' }))).not.toBe(
      findingId(finding({ function: 'ab', file: '' })),
    );
  });

  it('is one comparison’s', () => {
    const scopes = [
      scopeOf('shop', result()),
      scopeOf('cart', result()),
      scopeOf('shop', result({ service: 'cart' })),
      scopeOf('shop', result({ profileType: 'wall' })),
    ];
    expect(new Set(scopes).size).toBe(4);
  });
});

/** What the issues are after the actions were done. */
function carriedOut(
  issues: readonly OwnIssue[],
  actions: readonly IssueAction[],
  { base }: Result,
  stamp: Stamp,
): OwnIssue[] {
  const next = new Map(issues.map((one) => [one.number, one]));
  for (const action of actions) {
    const said = { base: base.commit ?? '', stamp };
    if (action.do === 'open') {
      const number = Math.max(0, ...next.keys()) + 1;
      next.set(number, {
        ...issue({ of: action.finding, number }),
        said: { ...issue({ of: action.finding }).said, ...said },
      });
      continue;
    }
    const one = next.get(action.number);
    if (one === undefined) throw new Error(`there is no issue ${action.number}`);
    const mark = action.do === 'close' ? action.as : 'present';
    const state = action.do === 'close' ? 'closed' : 'open';
    next.set(action.number, { ...one, state, said: { ...one.said, ...said, mark } });
  }
  return [...next.values()];
}

const names = ['one', 'two', 'three'];
const anyIssue: fc.Arbitrary<OwnIssue> = fc
  .record({
    number: fc.integer({ min: 1, max: 50 }),
    state: fc.constantFrom('open', 'closed'),
    reason: fc.constantFrom('completed', 'not_planned'),
    mark: fc.constantFrom<IssueMark>('present', 'gone', 'duplicate'),
    base: fc.constantFrom(BASE, NEXT_BASE),
    of: fc.constantFrom(...names).map((name) => finding({ function: name })),
    stamp: fc
      .tuple(fc.nat(9), fc.constantFrom(HEAD, LATER_HEAD))
      .map(([run, head]) => at(run, head)),
  })
  .map(issue);
const anyIssues = fc.uniqueArray(anyIssue, { maxLength: 8, selector: ({ number }) => number });
const anyResult = fc
  .record({
    slow: fc.subarray(names),
    fast: fc.subarray(names),
    verdict: fc.constantFrom('pass', 'inconclusive', 'invalid'),
  })
  .map(({ slow: rising, fast: falling, verdict }) =>
    found(
      [
        ...rising.map((name) => finding({ function: name })),
        ...falling.map((name) => ({ ...fast, function: name })),
      ],
      rising.length > 0 ? {} : { verdict },
    ),
  );

describe('deciding', () => {
  it('again after it was done, nothing is left to do', () => {
    fc.assert(
      fc.property(anyResult, anyIssues, fc.integer({ min: 0, max: 12 }), (of, issues, run) => {
        const stamp = at(run);
        const done = carriedOut(issues, decideIssues(of, issues, stamp), of, stamp);
        expect(inWords(decideIssues(of, done, stamp))).toBe('');
      }),
    );
  });

  it('never has two open issues of one finding', () => {
    fc.assert(
      fc.property(anyResult, anyIssues, (of, issues) => {
        const stamp = at(20);
        const done = carriedOut(issues, decideIssues(of, issues, stamp), of, stamp);
        for (const { function: name } of of.findings.filter(({ fails }) => fails)) {
          const id = findingId(finding({ function: name }));
          const open = done.filter((one) => one.state === 'open' && one.said.id === id);
          expect(open.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
