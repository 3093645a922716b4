import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bisection,
  bisect,
  type Measurement,
  measurementsFor,
  type Reading,
} from '../../src/bisect/search.ts';

const WHOLE = 0.04;

/** As certain as can be. */
function exactly(delta: number | null) {
  return { delta, low: delta, high: delta };
}

/**
 * A history as a picture: a letter for each commit after the base. `f` has no rise, `s` has it, `x` does not
 * build, `?` can't be told. The last one is head.
 */
async function search(history: string, most = 100): Promise<Bisection & { asked: string }> {
  const commits = [...history].map((_, index) => String(index));
  const readings: Readonly<Record<string, Reading>> = { f: 'fast', s: 'slow', x: 'broken' };
  const asked: string[] = [];
  const bisection = await bisect({
    commits,
    delta: WHOLE,
    most,
    async measure(commit): Promise<Measurement> {
      asked.push(commit);
      const reading = readings[history[Number(commit)] ?? ''] ?? 'unclear';
      const delta = reading === 'slow' ? WHOLE : reading === 'fast' ? 0 : null;
      const reason = reading === 'broken' ? 'it does not build' : null;
      return { commit, reading, ...exactly(delta), reason };
    },
  });
  return { ...bisection, asked: asked.join(' ') };
}

describe('bisect', () => {
  it.each<[history: string, asked: string, suspects: string, stopped: Bisection['stopped']]>([
    ['s', '', '0', null],
    ['fs', '0', '1', null],
    ['ss', '0', '0', null],
    ['ffffffsssssssssss'.slice(1), '7 3 5 4', '5', null],
    // A commit that does not build is left aside.
    ['ffxss', '1 2 3', '2 3', 'nothing left to measure'],
    ['fxsss', '1 2 0', '1 2', 'nothing left to measure'],
    ['ffffxsss', '3 5 4', '4 5', 'nothing left to measure'],
    ['ffxfsss', '2 3 4', '4', null],
    // All that is left says nothing.
    ['xxxxs', '1 2 0 3', '0 1 2 3 4', 'nothing left to measure'],
    ['f??s', '1 0 2', '1 2 3', 'nothing left to measure'],
  ])('%s', async (history, asked, suspects, stopped) => {
    const found = await search(history);
    expect([found.asked, found.suspects.join(' '), found.stopped]).toEqual([
      asked,
      suspects,
      stopped,
    ]);
    expect(found.culprit).toBe(found.suspects.length === 1 ? found.suspects[0] : null);
  });

  it('finds each of 16 in at most 5 measurements', async () => {
    for (let planted = 0; planted < 16; planted += 1) {
      const found = await search('f'.repeat(planted) + 's'.repeat(16 - planted));
      expect(found.culprit).toBe(String(planted));
      expect(found.measurements.length).toBeLessThanOrEqual(5);
    }
  });

  it('stops when enough was measured, and says what is left', async () => {
    const found = await search('ffffffffssssssss', 2);
    expect(found).toMatchObject({ culprit: null, stopped: 'enough measured', asked: '7 11' });
    expect(found.suspects).toEqual(['8', '9', '10', '11']);
  });

  it('says what is left when time is up', async () => {
    let left = 2;
    const found = await bisect({
      commits: [...'01234567'],
      delta: WHOLE,
      most: 10,
      async measure(commit) {
        left -= 1;
        return left < 0 ? 'out of time' : { commit, reading: 'fast', ...exactly(0), reason: null };
      },
    });
    expect(found).toMatchObject({ culprit: null, stopped: 'out of time', part: null });
    expect(found.suspects).toEqual(['6', '7']);
    expect(found.measurements).toHaveLength(2);
  });

  it('never names a commit that was not shown to bring the rise', async () => {
    const letters = fc.array(fc.constantFrom('f', 's', 'x', '?'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(letters, async (between) => {
        const history = `${between.join('')}s`;
        const { culprit, suspects, measurements } = await search(history);
        const at = Number(suspects[0]);
        // What is before the suspects does not have it, and the last suspect has.
        expect(at === 0 || history[at - 1] === 'f').toBe(true);
        expect(history[Number(suspects.at(-1))]).toBe('s');
        if (culprit !== null) expect(suspects).toEqual([culprit]);
        expect(new Set(measurements.map(({ commit }) => commit)).size).toBe(measurements.length);
      }),
    );
  });

  it('needs no more than halving does where every commit tells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.nat(), async (count, seed) => {
        const planted = seed % count;
        const found = await search('f'.repeat(planted) + 's'.repeat(count - planted));
        expect(found.culprit).toBe(String(planted));
        expect(found.measurements.length).toBeLessThanOrEqual(measurementsFor(count) - 2);
      }),
    );
  });

  it.each<[what: string, deltas: readonly (number | null)[], part: number | null]>([
    ['all of it', [0, 0, 0.04, 0.04], 1],
    ['half of it', [0, 0.01, 0.03, 0.04], 0.5],
    ['an unknown part', [0, null, 0.04, 0.04], null],
    ['more than is left of it', [0, 0, 0.06, 0.04], 1.5],
  ])('says that the culprit brought %s', async (_, deltas, part) => {
    const found = await bisect({
      commits: ['0', '1', '2', '3'],
      delta: 0.04,
      most: 10,
      measure: async (commit) => ({
        commit,
        reading: Number(commit) >= 2 ? 'slow' : 'fast',
        ...exactly(deltas[Number(commit)] ?? null),
        reason: null,
      }),
    });
    expect(found.culprit).toBe('2');
    if (part === null) expect(found.part).toBeNull();
    else expect(found.part).toBeCloseTo(part, 10);
  });
});
