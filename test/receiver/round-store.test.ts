import { describe, expect, it } from 'vitest';
import { RoundStore } from '../../src/receiver/round-store.ts';

describe('RoundStore', () => {
  it('keeps a refusal once per reason', () => {
    const store = new RoundStore();
    for (const reason of ['a', 'b', 'a']) store.refuse({ reason, hint: '' });
    expect(store.refusals.map(({ reason }) => reason)).toEqual(['a', 'b']);
  });

  it('cuts reasons that never end, and says so', () => {
    const store = new RoundStore();
    for (let index = 0; index < 30; index++) store.refuse({ reason: `r${index}`, hint: '' });
    expect(store.refusals).toHaveLength(21);
    expect(store.refusals.at(-1)?.reason).toBe(
      'The service made 10 more unusable requests; 20 reasons are shown',
    );
  });
});
