import { describe, expect, it } from 'vitest';
import { roundCosts } from '../../src/compare/costs.ts';
import { type CostTable, type IdentityContexts, tabulate } from '../../src/compare/table.ts';
import type { Round, Side } from '../../src/profiles/profile.ts';
import { profileFromText } from '../support/text-profile.ts';
import { compareDrawn } from './gates.ts';

const CONTEXTS: IdentityContexts = {
  base: { side: 'base', roots: ['/w/base'], lineMap: undefined },
  head: { side: 'head', roots: ['/w/head'], lineMap: undefined },
};

function table(pictures: readonly (readonly [Side, string])[]): CostTable {
  const rounds = pictures.map(([side, picture], round): Round => {
    const profile = profileFromText(picture);
    return { side, round, profile, requests: 1, failed: 0, seconds: 1 };
  });
  return tabulate(rounds, ({ round }) => round, CONTEXTS);
}

/** A round's stacks as sorted lines, outermost caller first. */
function stacksOf({ rows, rounds }: CostTable, round = 0): string[] {
  const { frames, offsets, values } = rounds[round] ?? { frames: [], offsets: [], values: [] };
  const lines = Array.from(values, (value, stack) => {
    const path = frames.slice(offsets[stack], offsets[stack + 1]);
    const names = Array.from(path, (row) => rows[row]?.name ?? `no row ${row}`);
    return `${names.reverse().join(' < ')} ${value}`;
  });
  return lines.sort();
}

describe('what a stack counts as', () => {
  it.each<[what: string, picture: string, expected: readonly string[]]>([
    ['the root is left out of it', '(root) main f 3', ['main < f 3']],
    ['idle time is not there', 'Node.js (idle) 9\nNode.js main 1', ['main 1']],
    [
      'stacks that are the same by now are merged',
      'main[a.js] "g[go.shape.int]"[g.go] 2\nmain "g[go.shape.string]"[g.go] 3\n(root) main "g[...]"[g.go] 4',
      ['main < g[...] 9'],
    ],
    [
      "the profiler's own work is not there",
      'main[src/a.js] send[/x/node_modules/@pyroscope/nodejs/dist/cjs/index.js] request[node:http] 5\nmain 1',
      ['main 1'],
    ],
    [
      "but the service's, which it calls, is",
      'listener[node:events] next[/x/node_modules/@datadog/pprof/out/src/wrap.js] handle[src/a.js] stringify[node:json] 5',
      ['listener < handle < stringify 5'],
    ],
    [
      'and so is all behind its middleware',
      'listener[node:events] use[/x/node_modules/@pyroscope/nodejs/dist/cjs/middleware/express.js] next[/x/node_modules/express/i.js] 5',
      ['listener < next 5'],
    ],
    [
      'labels wrap the work',
      'main.main[main.go] runtime/pprof.Do[/usr/local/go/src/runtime/pprof/runtime.go] main.main.func1[main.go] 5',
      ['main.main < main.main.func1 5'],
    ],
    [
      "all that a collector's thread does is the collector",
      'runtime.gcBgMarkWorker[r.go] runtime.systemstack[r.go] runtime.gcDrain[r.go] 5\nlibc.so.6.start_thread GangWorker::run G1Task::work 2',
      ['(garbage collector) 7'],
    ],
    [
      'collecting below a function is its cost too',
      'main[a.rb] each "(garbage collection)" "(marking)" 5',
      ['main < each < (garbage collector) < (garbage collector) 5'],
    ],
    [
      'compiling is nobody’s',
      'libc.so.6.start_thread libjvm.so.CompileBroker::compiler_thread_loop Compile::Optimize 5',
      ['(JIT compiler) 5'],
    ],
  ])('%s', (_, picture, expected) => {
    expect(stacksOf(table([['base', picture]]))).toEqual(expected);
  });

  it('counts a recursive function once per stack, and every inlined one', () => {
    const recursive = table([['base', 'main f g f g f 5\nmain f 2']]);
    const [costs] = roundCosts(recursive);
    const total = Object.fromEntries(
      recursive.rows.map(({ name }, row) => [name, costs?.total[row]]),
    );
    expect(total).toEqual({ main: 7, f: 7, g: 5 });
  });
});

describe('a row', () => {
  it.each([
    { name: 'f[src/a.js]', account: 'code', gated: true, foreign: false },
    { name: 'f[/x/node_modules/a/i.js]', account: 'code', gated: true, foreign: true },
    { name: 'com/acme/Order.total', account: 'code', gated: true, foreign: false },
    { name: 'java/util/HashMap.get', account: 'code', gated: true, foreign: true },
    { name: '(garbage collector)', account: 'garbage collector', gated: true, foreign: true },
    { name: '[libc.so.6]', account: 'unsymbolised', gated: true, foreign: true },
    { name: '(program)', account: 'runtime', gated: false, foreign: true },
    {
      name: 'CompileBroker::compiler_thread_loop',
      account: 'compiler',
      gated: false,
      foreign: true,
    },
    { name: 'other', account: 'truncated', gated: false, foreign: true },
  ])('$name is $account', ({ name, ...expected }) => {
    const picture = /^[([]/u.test(name) ? `"${name}" 1` : `${name} 1`;
    expect(table([['base', picture]]).rows[0]).toMatchObject(expected);
  });

  it('shows head’s name and line, whichever came first', () => {
    const pictures = [
      ['base', 'f[src/a.js:9] 1'],
      ['head', 'f[src/a.js:7] 1'],
      ['head', 'f[src/a.js:5] 1'],
    ] as const;
    for (const order of [pictures, pictures.toReversed()]) {
      expect(table(order).rows).toMatchObject([{ name: 'f', file: 'src/a.js', line: 5 }]);
    }
  });
});

describe('rounds that don’t say where their sources lay', () => {
  it('are compared as if they had', () => {
    const rounds = (['base', 'head'] as const).map((side, round): Round => {
      const profile = profileFromText(`main[/tmp/${side}/src/a.js:1] f[/tmp/${side}/lib/b.js:3] 1`);
      return { side, round, profile, requests: 1, failed: 0, seconds: 1 };
    });
    const { base, head } = CONTEXTS;
    const contexts = { base: { ...base, roots: [] }, head: { ...head, roots: [] } };
    const { rows } = tabulate(rounds, ({ round }) => round, contexts);
    expect(rows.map(({ name, file }) => `${name} ${file}`)).toEqual([
      'f lib/b.js',
      'main src/a.js',
    ]);
  });
});

describe('what a server cut off', () => {
  it('is told as a part of each side', () => {
    const cut = table([
      ['base', 'main f 3\nmain other 1'],
      ['head', 'main f 4'],
    ]);
    expect(cut.truncated).toEqual({ base: 0.25, head: 0 });
  });

  it('is not a function of that name', () => {
    const { truncated } = table([['base', 'main other[src/a.js:3] 1\nother main 1']]);
    expect(truncated.base).toBe(0);
  });
});

describe('profiles that a server cut off', () => {
  const picture = 'main f[src/a.js:1] 60\nmain g[src/b.js:1] 30\nmain other 10';

  it('are never a pass, and the result says what is missing', () => {
    const { verdict, warnings } = compareDrawn(picture, picture, { ticks: 50_000 });
    expect(verdict).toBe('inconclusive');
    expect(warnings.join()).toMatch(
      /10\.\d % of the base's cost and 10\.\d % of the head's is in no function/u,
    );
  });

  it('pass when nothing is missing', () => {
    const whole = picture.replace('main other', 'main other[src/c.js:1]');
    expect(compareDrawn(whole, whole, { ticks: 50_000 })).toMatchObject({
      verdict: 'pass',
      warnings: [],
    });
  });
});
