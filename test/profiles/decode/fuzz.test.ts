import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../bench/inputs/random.ts';
import { outcomeOf, outcomeOfStream } from '../../support/decode-outcome.ts';
import { mutate } from '../../support/mutate-profile.ts';
import { inPieces } from '../../support/pieces.ts';
import { recordedProfiles } from '../../support/recorded-profiles.ts';

/** `npm run bench:fuzz` tries many more. */
const INPUTS = 3000;
const STREAMED = 500;
const LIMIT = 1 << 20;

const profiles = recordedProfiles();

describe('real profiles', () => {
  it.each(profiles.map((bytes, index) => [index, bytes] as const))('%i is read', (_, bytes) => {
    expect(outcomeOf(bytes, LIMIT)).toBe('read');
  });
});

describe('a damaged real profile', () => {
  it('is read or refused with a reason', () => {
    const outcomes = Array.from({ length: INPUTS }, (_, seed) =>
      outcomeOf(mutate(profiles, randomFrom(seed)), LIMIT),
    );
    // Neither everything nor nothing: the damage is fine enough to reach every part of the decoder.
    const read = outcomes.filter((outcome) => outcome === 'read').length;
    expect(read).toBeGreaterThan(INPUTS / 20);
    expect(read).toBeLessThan(INPUTS / 2);
  });

  it('has the same outcome when it arrives in pieces', async () => {
    for (let seed = 0; seed < STREAMED; seed++) {
      const bytes = mutate(profiles, randomFrom(seed));
      const streamed = await outcomeOfStream(() => inPieces(bytes, seed), LIMIT);
      expect([seed, streamed]).toEqual([seed, outcomeOf(bytes, LIMIT)]);
    }
  });
});
