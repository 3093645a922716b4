import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WorkCounter } from '../../../src/measure/load/work-counter.ts';

it('counts per tenth of a second, from the start to the end', () => {
  const counter = new WorkCounter();
  for (const elapsed of [0, 99.9, 100, 305]) counter.succeed(elapsed);
  counter.fail(101, 'status 500');
  counter.fail(310, 'status 500');
  counter.fail(310, 'timeout');
  expect(counter.outcome(1_000, 340)).toEqual({
    interval: { from: 1_000, until: 1_340 },
    slices: [
      { from: 1_000, until: 1_100, succeeded: 2, failed: 0 },
      { from: 1_100, until: 1_200, succeeded: 1, failed: 1 },
      { from: 1_200, until: 1_300, succeeded: 0, failed: 0 },
      { from: 1_300, until: 1_340, succeeded: 1, failed: 2 },
    ],
    succeeded: 4,
    failed: 3,
    failures: new Map([
      ['status 500', 2],
      ['timeout', 1],
    ]),
  });
});

it('has slices also when nothing happened', () => {
  expect(new WorkCounter().outcome(0, 150).slices).toEqual([
    { from: 0, until: 100, succeeded: 0, failed: 0 },
    { from: 100, until: 150, succeeded: 0, failed: 0 },
  ]);
});

it('puts what came in after the end into the last slice', () => {
  const counter = new WorkCounter();
  counter.succeed(150);
  counter.succeed(420);
  expect(counter.outcome(0, 200).slices).toEqual([
    { from: 0, until: 100, succeeded: 0, failed: 0 },
    { from: 100, until: 200, succeeded: 2, failed: 0 },
  ]);
});

it('loses and invents nothing, and its slices fill the interval without gaps', () => {
  const event = fc.record({ at: fc.double({ min: 0, max: 5_000, noNaN: true }), ok: fc.boolean() });
  fc.assert(
    fc.property(fc.array(event), fc.integer({ min: 1, max: 6_000 }), (events, length) => {
      const counter = new WorkCounter();
      for (const { at, ok } of events) {
        if (ok) counter.succeed(at);
        else counter.fail(at, 'reason');
      }
      const { interval, slices, succeeded, failed } = counter.outcome(7, length);
      expect(succeeded).toBe(events.filter(({ ok }) => ok).length);
      expect(failed).toBe(events.length - (succeeded ?? 0));
      expect(slices[0]?.from).toBe(interval.from);
      expect(slices.at(-1)?.until).toBe(interval.until);
      slices.slice(1).forEach((slice, index) => {
        expect(slice.from).toBe(slices[index]?.until);
      });
    }),
  );
});
