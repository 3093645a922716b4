import { describe, expect, it } from 'vitest';
import { Turns } from './github/turns.ts';

/** The order in which parties `a` and `b` do two things each. */
async function orderOf(choices: readonly number[]): Promise<string> {
  const left = [...choices];
  const turns = new Turns(['a', 'b'], () => left.shift() ?? 0);
  let order = '';
  await Promise.all(
    ['a', 'b'].map(async (party) => {
      for (const step of [1, 2]) {
        await turns.turn(party);
        order += `${party}${step} `;
      }
      turns.done(party);
    }),
  );
  return order.trim();
}

describe('turns', () => {
  it.each([
    [[0, 0], 'a1 a2 b1 b2'],
    [[1, 1], 'b1 b2 a1 a2'],
    [[0, 1, 0], 'a1 b1 a2 b2'],
    [[0, 1, 1], 'a1 b1 b2 a2'],
    [[1, 0, 1], 'b1 a1 b2 a2'],
  ])('%j: %s', async (choices, order) => {
    expect(await orderOf(choices)).toBe(order);
  });

  it('are not for strangers', async () => {
    const turns = new Turns(['a'], () => 0);
    await expect(turns.turn('stranger')).resolves.toBeUndefined();
  });
});
