import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunctionRule, Policy } from '../../src/config/config.ts';
import type { Waiver } from '../../src/config/waivers.ts';
import type { Log } from '../../src/log.ts';
import { BundleWriter } from '../../src/profiles/bundle.ts';
import { reportOn } from '../../src/recorded-report.ts';
import type { RecordedService } from '../../src/replay/gate-record.ts';
import { digestOfText, sealBundle } from '../../src/replay/seal.ts';
import { replay } from '../../src/replay.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { type Drawing, drawRounds } from '../compare/gates.ts';
import { temporaryFolder } from '../plan/support/repository.ts';
import { bisection } from '../report/results.ts';

const VERSION = '1.2.3';
const SIDES = {
  base: { ref: 'main', commit: 'b'.repeat(40) },
  head: { ref: 'topic', commit: 'a'.repeat(40) },
};

/** A change of one function, as far as it is known. */
const FACTS = {
  schema: 1,
  files: [
    {
      path: 'b.js',
      kind: 'source',
      functions: [{ name: 'escape', line: 7, body: 7, end: 9, touched: true }],
    },
  ],
  packages: [],
  relations: { 'a.js': 'apart', 'c.js': 'apart', 'd.js': 'shares' },
};

/** A finding of it, for which a commit was searched. */
const ESCAPE = {
  profileType: 'cpu',
  function: 'escape',
  file: 'b.js',
  line: 7,
  measure: 'total',
} as const;

/** One recorded service, as it could have come out. */
interface Run {
  readonly cost: number;
  readonly drawing: Drawing;
  readonly policy: Policy;
  readonly waivers: readonly Waiver[];
  readonly plan: { readonly first: number; readonly most: number; readonly isCutShort: boolean };
  readonly isKnown: boolean;
  readonly kind: 'measured' | 'broken' | 'idle';
}

function picture(cost: number): string {
  return `
main serve[a.js:1] parse[a.js:9] 30
main serve render[b.js:1] escape[b.js:7] ${cost}
main query[c.js:1] 20
main log[d.js:1] 10
`;
}

async function record(folder: string, name: string, run: Run): Promise<RecordedService> {
  const own = join(folder, name);
  const service: RecordedService = {
    folder: name,
    service: {
      name,
      types: [{ profileType: 'cpu', policy: run.policy }],
      policy: run.policy,
      allowDifferent: [],
      handling: { mode: 'block', onInconclusive: 'fail' },
    },
    comparisons: 2,
    waivers: run.waivers,
    owners: [{ file: 'b.js', owners: ['@acme/search', 'ann@example.org'] }],
    bisections: [{ ...ESCAPE, bisection: bisection() }],
    ...SIDES,
    warnings: ['the machine is busy'],
  };
  if (run.kind === 'broken') {
    const failure = { message: 'the service died', hint: 'See why.', output: ['\u001b[31mError'] };
    return { ...service, failure };
  }
  const writer = new BundleWriter(own, {
    service: name,
    ...SIDES,
    diff: undefined,
    change: run.isKnown ? FACTS : undefined,
  });
  const plan = { ...run.plan, comparisons: 2 };
  if (run.kind === 'idle') await writer.finishIdle(['cpu'], plan);
  else {
    for (const round of drawRounds(picture(25), picture(run.cost), run.drawing)) {
      const values = round.profile.values.map((value) => Math.round(value * 1e6));
      await writer.add({ ...round, profile: { ...round.profile, values } });
    }
    await writer.finish(plan);
  }
  return service;
}

/** Everything that is told of a report, in every medium. */
function told(report: Report): readonly string[] {
  return [
    renderJson(report),
    renderMarkdown(report, { budgetBytes: 60_000, replay: 'flamegate replay x' }),
    renderTerminal(report, { colour: 'on', width: 100 }),
  ];
}

const silent: Log = { section: () => {}, info: () => {}, warn: () => {}, child: () => {} };

const waivers: fc.Arbitrary<readonly Waiver[]> = fc.array(
  fc.record(
    {
      functions: fc.constantFrom('escape', 'q*'),
      ceiling: fc.constantFrom(0.02, 0.5),
      reason: fc.constant('exact prices'),
      issue: fc.constantFrom('#123', undefined),
      expires: fc.constant('2027-01-31'),
      isExpired: fc.boolean(),
      given: fc.record({
        by: fc.constantFrom('ann', '@evil <!-- x'),
        url: fc.constantFrom('https://github.com/o/r/pull/7#event-1', 'javascript:alert(1)'),
      }),
    },
    { requiredKeys: ['functions', 'ceiling', 'reason', 'issue', 'expires', 'isExpired'] },
  ),
  { maxLength: 2 },
);

const rules: fc.Arbitrary<readonly FunctionRule[]> = fc.array(
  fc.record(
    {
      files: fc.constantFrom('b.js', '*.js'),
      maxIncrease: fc.constantFrom(0.02, undefined),
      minRelative: fc.constantFrom(0.5, undefined),
      isIgnored: fc.boolean(),
    },
    { requiredKeys: ['maxIncrease', 'minRelative', 'isIgnored'] },
  ),
  { maxLength: 2 },
);

const run: fc.Arbitrary<Run> = fc.record({
  cost: fc.constantFrom(5, 25, 27, 45),
  drawing: fc.record({
    pairs: fc.integer({ min: 1, max: 14 }),
    ticks: fc.constantFrom(300, 20_000),
    machine: fc.constantFrom(0.01, 0.1),
    seed: fc.nat(1000),
    requests: fc.constantFrom(1000, undefined),
  }),
  policy: fc.record(
    {
      maxIncrease: fc.constantFrom(0.01, 0.05),
      minRelative: fc.constantFrom(0, 0.05),
      alpha: fc.constantFrom(0.01, 0.05),
      rules,
      waivers,
    },
    { requiredKeys: ['maxIncrease', 'minRelative', 'alpha'] },
  ),
  waivers,
  plan: fc.record({
    first: fc.integer({ min: 3, max: 6 }),
    most: fc.integer({ min: 6, max: 12 }),
    isCutShort: fc.boolean(),
  }),
  isKnown: fc.boolean(),
  kind: fc.constantFrom('measured', 'measured', 'measured', 'broken', 'idle'),
});

describe('replay', () => {
  it('gives the same bytes again, whatever was recorded, wherever the bundle lies now', async () => {
    await fc.assert(
      fc.asyncProperty(run, run, async (one, other) => {
        const folder = join(temporaryFolder(), 'flamegate-all');
        const services = [await record(folder, 'shop', one), await record(folder, 'cart', other)];
        const report = await reportOn(services, folder, VERSION);
        await sealBundle(folder, {
          version: VERSION,
          name: basename(folder),
          services,
          report: digestOfText(renderJson(report)),
        });
        const moved = join(folder, '..', 'downloaded');
        renameSync(folder, moved);
        const again = await replay(moved, undefined, { version: VERSION, log: silent });
        expect(told(again.report)).toEqual(told(report));
        expect(again.bundle.name).toBe('flamegate-all');
      }),
      { numRuns: 15 },
    );
  });

  it('warns when another version judges', async () => {
    const folder = join(temporaryFolder(), 'flamegate-shop');
    const broken: Run = {
      cost: 25,
      drawing: {},
      policy: { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 },
      waivers: [],
      plan: { first: 3, most: 6, isCutShort: false },
      isKnown: false,
      kind: 'broken',
    };
    const services = [await record(folder, 'shop', broken)];
    const report = digestOfText('another report');
    await sealBundle(folder, { version: '1.0.0', name: 'x', services, report });
    const warnings: string[] = [];
    const log = { ...silent, warn: (text: string) => void warnings.push(text) };
    const again = await replay(folder, undefined, { version: VERSION, log });
    expect(again.report.verdict).toBe('invalid');
    expect(warnings).toEqual([expect.stringContaining('1.0.0')]);
    await expect(replay(folder, undefined, { version: '1.0.0', log })).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('its report is another one'),
    });
  });
});
