import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteStacks } from '../../src/compare/stacks.ts';
import { tabulate } from '../../src/compare/table.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { pictures } from '../support/arbitrary-pictures.ts';
import { profileFromText } from '../support/text-profile.ts';

const contexts = {
  base: { side: 'base', roots: [], lineMap: undefined },
  head: { side: 'head', roots: [], lineMap: undefined },
} as const;

function roundOf(side: Round['side'], picture: string): Round {
  const profile = profileFromText(picture);
  return { side, round: 0, profile, requests: 1, failed: 0, seconds: 1 };
}

describe('rewriteStacks', () => {
  it('says of rounds that it uses up what mapStacks says of those that it leaves alone', () => {
    fc.assert(
      fc.property(pictures, pictures, fc.boolean(), (base, head, isWide) => {
        const rounds = [roundOf('base', base), roundOf('head', head)];
        const copied = tabulate(rounds, () => 0, contexts);
        // Columns of 16 bits are written over, those of 32 can't be by a table of so few rows.
        const spent = isWide ? rounds : rounds.map(narrow);
        expect(columnsOf(tabulate(spent, () => 0, contexts, rewriteStacks))).toEqual(
          columnsOf(copied),
        );
        expect(columnsOf(tabulate(rounds, () => 0, contexts))).toEqual(columnsOf(copied));
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  });

  it('writes over the frames of what it is given', () => {
    const round = narrow(roundOf('base', 'main a[src/a.js:1] 3\n(idle) 5\nmain b 2'));
    const { frames } = round.profile;
    const [written] = tabulate([round], () => 0, contexts, rewriteStacks).rounds;
    expect(written?.frames.buffer).toBe(frames.buffer);
  });
});

function narrow(round: Round): Round {
  return {
    ...round,
    profile: { ...round.profile, frames: Uint16Array.from(round.profile.frames) },
  };
}

function columnsOf({ rows, rounds }: ReturnType<typeof tabulate>) {
  return {
    rows,
    rounds: rounds.map(({ frames, offsets, values }) => [[...frames], [...offsets], [...values]]),
  };
}
