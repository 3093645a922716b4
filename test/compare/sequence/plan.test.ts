import { describe, expect, it } from 'vitest';
import { confirmationLooks, searchLooks } from '../../../src/compare/sequence/plan.ts';

describe('looks', () => {
  it.each([
    { plan: { first: 6, most: 20 }, available: 20, looks: [6, 9, 14, 20] },
    { plan: { first: 6, most: 20 }, available: 0, looks: [6, 9, 14, 20] },
    { plan: { first: 5, most: 10 }, available: 10, looks: [5, 8, 10] },
    { plan: { first: 8, most: 8 }, available: 8, looks: [8] },
    { plan: { first: 12, most: 6 }, available: 12, looks: [12] },
    { plan: { first: 6, most: 20, isCutShort: true }, available: 11, looks: [6, 9, 11] },
    { plan: { first: 6, most: 20, isCutShort: true }, available: 9, looks: [6, 9] },
    { plan: { first: 6, most: 20, isCutShort: true }, available: 4, looks: [4] },
    // Cut short while an alarm of the last look was confirmed.
    { plan: { first: 6, most: 20, isCutShort: true }, available: 20, looks: [6, 9, 14, 20] },
    { plan: { first: 6, most: 20, isCutShort: true }, available: 25, looks: [6, 9, 14, 20] },
  ])('of $plan with $available pairs', ({ plan, available, looks }) => {
    expect(searchLooks(plan, available)).toEqual(looks);
  });

  it.each([
    { raisedAfter: 6, most: 6, looks: [4, 6] },
    { raisedAfter: 6, most: 20, looks: [4, 6, 9, 14, 20] },
    { raisedAfter: 9, most: 12, looks: [5, 8, 12] },
    { raisedAfter: 20, most: 20, looks: [10, 15, 20] },
    { raisedAfter: 3, most: 3, looks: [4, 6] },
  ])(
    'at fresh pairs, of an alarm raised after $raisedAfter of $most',
    ({ raisedAfter, most, looks }) => {
      expect(confirmationLooks(raisedAfter, { first: 6, most })).toEqual(looks);
    },
  );
});
