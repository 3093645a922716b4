import { describe, expect, it } from 'vitest';
import { judgeEnvironment, refusalOf } from '../../../src/compare/environment/judge.ts';
import type { Aspect } from '../../../src/config/aspects.ts';
import { seededRandom } from '../../../src/self-test/random.ts';
import { sideRounds } from './rounds.ts';

function judge(base: string, head: string, { pairs = 12, allowed = [] as readonly Aspect[] } = {}) {
  const rounds = [...sideRounds('base', base, pairs), ...sideRounds('head', head, pairs)];
  return judgeEnvironment(rounds, allowed);
}

const aspects = (judgement: ReturnType<typeof judge>) =>
  judgement.refused.map(({ aspect }) => aspect);

describe('sides that were not measured alike are refused', () => {
  it.each<[string, string, string, Aspect, string]>([
    ['another CPU', 'cpu=EPYC', 'cpu=Xeon', 'cpu', 'the CPU is EPYC on base and Xeon on head'],
    [
      'a governor that saves power',
      '',
      'governor=powersave',
      'cpu',
      'the CPU frequency governor is performance on base and powersave on head',
    ],
    ['more CPUs', 'cpus=2', 'cpus=4', 'cores', 'the number of CPUs is 2 on base and 4 on head'],
    [
      'a quota',
      'quota=none',
      'quota=1.5',
      'cores',
      'the CPU quota is no limit on base and 1.5 CPUs on head',
    ],
    [
      'less memory',
      'memory=16',
      'memory=8',
      'memory',
      'the memory is 16.0 GiB on base and 8.0 GiB on head',
    ],
    [
      'another system',
      'system=linux/x64',
      'system=darwin/x64',
      'system',
      'the operating system is linux on base and darwin on head',
    ],
    [
      'another architecture',
      '',
      'system=linux/arm64',
      'system',
      'the architecture is x64 on base and arm64 on head',
    ],
    [
      'another Node',
      'runtime=node@20.20.2',
      'runtime=node@22.1.0',
      'runtime',
      'the runtime is node 20.20.2 on base and node 22.1.0 on head',
    ],
    [
      'another runtime',
      'runtime=node@20.20.2',
      'runtime=bun@1.1',
      'runtime',
      'the runtime is node 20.20.2 on base and bun 1.1 on head',
    ],
    [
      'a service written anew',
      'runtime=node@20.20.2',
      'runtime=native',
      'runtime',
      'the runtime is node 20.20.2 on base and a program of its own on head',
    ],
    [
      'another build of an unknown version',
      'runtime=erlang#aa',
      'runtime=erlang#bb',
      'runtime',
      'the runtime is erlang (build aa) on base and erlang (build bb) on head',
    ],
    [
      'another profiler',
      'profiler=flamegate',
      'profiler=nodespy',
      'sampling',
      'the profiler is flamegate on base and nodespy on head',
    ],
    [
      'a slower sampler',
      'period=1000',
      'period=100 rate=100',
      'sampling',
      'the sampling rate is 1,000 samples a second on base and 100 samples a second on head',
    ],
    [
      'a sampler that lost half',
      'rate=996',
      'rate=430',
      'sampling',
      'the part of samples that the profiler could take is 100% on base and 43% on head',
    ],
    [
      'fewer samples of a profiler that does not say its rate',
      'period=? rate=200',
      'period=? rate=90',
      'sampling',
      'the number of samples is 200 samples a second of CPU time on base and 90 samples a second of CPU time on head',
    ],
    [
      'work in child processes',
      'captured=80%',
      'captured=30%',
      'losses',
      'the part of the service’s CPU time that is in its profiles is 80% on base and 30% on head',
    ],
    [
      'a stripped binary',
      'named=98%',
      'named=40%',
      'symbols',
      'the part of the cost that has functions’ names is 98% on base and 40% on head',
    ],
  ])('%s', (_, base, head, aspect, message) => {
    const judgement = judge(base, head);
    expect(aspects(judgement)).toEqual([aspect]);
    const refusal = refusalOf(judgement);
    expect(refusal).toMatchObject({
      kind: 'measurement',
      message: `base and head were not measured alike: ${message}`,
      hint: expect.stringContaining(`\`allow-different: ${aspect}\``),
    });
    // Whichever side is which.
    expect(aspects(judge(head, base))).toEqual([aspect]);
  });

  it('all at once, and says how to allow them', () => {
    const refusal = refusalOf(judge('', 'cpu=Xeon cpus=8 governor=?'));
    expect(refusal?.message).toMatch(/the CPU is EPYC .*; the number of CPUs is 2/);
    expect(refusal?.hint).toMatch(/allow-different: cpu, cores/);
  });

  it('of three pairs as well', () => {
    expect(aspects(judge('', 'runtime=node@22.1.0', { pairs: 3 }))).toEqual(['runtime']);
  });
});

describe('what a user allows is a warning', () => {
  it('for the aspect that is allowed', () => {
    const judgement = judge('', 'runtime=node@22.1.0', { allowed: ['runtime'] });
    expect(refusalOf(judgement)).toBeUndefined();
    expect(judgement.warnings).toEqual([
      'Not the same on both sides: the runtime is node 20.20.2 on base and node 22.1.0 on head.',
    ]);
  });

  it('for no other', () => {
    const judgement = judge('', 'runtime=node@22.1.0 cpu=Xeon', { allowed: ['runtime'] });
    expect(aspects(judgement)).toEqual(['cpu']);
    expect(judgement.warnings).toHaveLength(1);
  });
});

describe('fair sides are neither refused nor warned of', () => {
  it.each<[string, string, string]>([
    ['the same', '', ''],
    ['nothing known at all', 'known=no', 'known=no'],
    ['nothing known of one fact', 'cpu=?', 'cpu=Xeon'],
    ['pairs from several machines', 'cpu=EPYC|Xeon|Ampere', 'cpu=EPYC|Xeon|Ampere'],
    ['a little more memory', 'memory=15.6', 'memory=15.5'],
    ['a helper of another kind', 'runtime=node@20.20.2', 'runtime=node@20.20.2+python@3.11'],
    ['a runtime whose version one side does not know', 'runtime=node', 'runtime=node@20.20.2#aa'],
    ['compiled services of the same Go', 'runtime=go@1.26.8', 'runtime=go@1.26.8'],
    ['native services', 'runtime=native', 'runtime=native'],
    ['a sampler that tells the mean of what it did', 'period=1000', 'period=870'],
    ['a head that waits under its samples', 'rate=996', 'rate=2400'],
    ['a little native code on head', 'named=98%', 'named=85%'],
    ['a little more garbage collection on head', 'captured=85%', 'captured=68%'],
  ])('%s', (_, base, head) => {
    const judgement = judge(base, head);
    expect(judgement.refused).toEqual([]);
    expect(judgement.warnings).toEqual([]);
  });
});

describe('noise is warned of and never refused', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'steal',
      'steal=6%',
      'steal=5%',
      /^The hypervisor gave 6% of the machine’s CPU time \(base\) and 5% \(head\)/,
    ],
    [
      'a quota',
      'throttled=20%',
      'throttled=0.4%',
      /^The CPU quota was used up in 20% of its periods \(base\) and 0\.4% \(head\)/,
    ],
    ['a neighbour', 'other=45%', 'other=41%', /^Other processes used 45% .* and 41% \(head\)/],
    [
      'few samples on both sides',
      'rate=300',
      'rate=310',
      /^The profiler took 30% \(base\) and 31% \(head\) of the samples/,
    ],
    [
      'much that is in no profile',
      'captured=30%',
      'captured=32%',
      /^The profiles hold 30% \(base\) and 32% \(head\)/,
    ],
    [
      'few names on both sides',
      'named=10%',
      'named=11%',
      /^Only 10% of the cost \(base\) and 11% \(head\) has functions’ names/,
    ],
    ['another kernel', 'kernel=6.8', 'kernel=6.11', /the kernel is 6\.8 on base and 6\.11 on head/],
    [
      'another build of the same version',
      'runtime=node@20.20.2#aa',
      'runtime=node@20.20.2#bb',
      /the build of the runtime, at the same version, is aa on base and bb on head/,
    ],
    [
      'a few pairs on different machines',
      'cpu=EPYC',
      'cpu=EPYC|EPYC|EPYC|EPYC|EPYC|Xeon',
      /the CPU is EPYC on base and Xeon on head \(in 2 of 12 pairs\)/,
    ],
    [
      'rounds of unknown origin',
      '',
      'known=no|yes',
      /^Only 18 of 24 rounds say what they were measured on/,
    ],
  ])('%s', (_, base, head, warning) => {
    const judgement = judge(base, head);
    expect(judgement.refused).toEqual([]);
    expect(judgement.warnings).toEqual([expect.stringMatching(warning)]);
  });

  it.each<[string, string, string]>([
    ['in single rounds', 'other=4%|4%|4%|90%', 'other=4%'],
    ['of one side in most rounds', 'other=4%', 'other=30%'],
    ['in steal', 'steal=0%', 'steal=30%'],
    ['in lost samples of single rounds', 'rate=996', 'rate=996|996|300'],
    ['in the captured time, back and forth', 'captured=95%|40%', 'captured=40%|95%'],
  ])('%s', (_, base, head) => {
    expect(judge(base, head).refused).toEqual([]);
  });

  it('says when others were busier on one side, as they may be the service’s own', () => {
    expect(judge('other=2%', 'other=30%').warnings).toEqual([
      expect.stringMatching(/^Other processes used/),
      expect.stringMatching(
        /^Other processes were busier in the rounds of one side \(base 2%, head 30%\)/,
      ),
    ]);
  });

  it.each([3, 6, 12])('refuses no unchanged sides of %d pairs, however noisy', (pairs) => {
    const random = seededRandom(pairs);
    const noisy = (middle: number, spread: number) =>
      Array.from({ length: pairs }, () => {
        const value = middle + spread * (random() + random() + random() + random() - 2);
        return Math.max(0, value).toFixed(3);
      }).join('|');
    const side = () =>
      [
        `steal=${noisy(10, 10)} other=${noisy(40, 40)} named=${noisy(80, 10)}`,
        `rate=${noisy(800, 300)} period=${noisy(1000, 150)} captured=${noisy(70, 25)}`,
      ].join(' ');
    for (let gate = 0; gate < 200; gate++) {
      expect(judge(side(), side(), { pairs }).refused).toEqual([]);
    }
  });
});

describe('a service that runs in processes that we don’t see', () => {
  const container = 'captured=9000%';
  it('is not among the others, and its client’s runtime is not its own', () => {
    const judgement = judge(
      `${container} other=60% runtime=go@1.20`,
      `${container} other=60% runtime=go@1.21`,
    );
    expect(judgement).toMatchObject({ refused: [], warnings: [] });
    expect(judgement.base).toMatchObject({ otherCpuShare: null, capturedShare: null });
  });
});

describe('the summary of a side', () => {
  it('has the middle of its rounds', () => {
    expect(judge('other=1%|2%|90%', '').base).toEqual({
      cpus: ['EPYC'],
      cpuCount: 2,
      cpuQuota: null,
      memoryBytes: 16 * 2 ** 30,
      runtimes: ['node 20.20.2'],
      profilers: ['flamegate'],
      sampleRateAsked: 1000,
      sampleRateAchieved: expect.closeTo(996, 0),
      capturedShare: expect.closeTo(0.8),
      namedShare: expect.closeTo(0.98),
      stealShare: 0,
      otherCpuShare: expect.closeTo(0.02),
      throttledShare: 0,
      cpuPressureShare: null,
    });
  });

  it('has nothing when nobody looked', () => {
    expect(judge('known=no', 'known=no').head).toMatchObject({
      cpus: [],
      cpuCount: null,
      runtimes: [],
      sampleRateAsked: null,
      stealShare: null,
    });
  });
});

it('makes finite numbers of any that a manifest can hold', () => {
  const judgement = judge('period=1e300 captured=0.000001%', 'period=1e308');
  for (const side of [judgement.base, judgement.head]) {
    for (const value of Object.values(side)) {
      if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
    }
  }
});
