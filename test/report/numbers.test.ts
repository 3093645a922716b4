import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as numbers from '../../src/report/numbers.ts';

describe('change', () => {
  it.each([
    [0.034, '+3.4'],
    [-0.034, '−3.4'],
    [0.0004, '+0.04'],
    [0.000_04, '0.00'],
    [-0.000_04, '0.00'],
    [0.000_996, '+0.1'],
    [0, '0.00'],
    [-0, '0.00'],
    [12.5, '+1,250.0'],
    [1e300, '+1.00e+302'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('of %d is %s', (fraction, shown) => {
    expect(numbers.change(fraction)).toBe(shown);
  });
});

describe('size', () => {
  it.each([
    [0.01, '1 point'],
    [-0.01, '1 point'],
    [0.015, '1.5 points'],
    [0.034_49, '3.4 points'],
    [0.0004, '0.04 points'],
    [0, '0 points'],
    [Number.NaN, 'unknown'],
  ])('of %d is %s', (fraction, shown) => {
    expect(numbers.size(fraction)).toBe(shown);
  });
});

describe('interval', () => {
  it.each([
    [0.021, 0.046, '[+2.1, +4.6]'],
    [-0.004, 0.012, '[−0.4, +1.2]'],
    [0.000_04, 0.012, '[0.0, +1.2]'],
    [-0.0004, 0.0007, '[−0.04, +0.07]'],
    [Number.NEGATIVE_INFINITY, 0.1, '[unknown, +10.0]'],
  ])('from %d to %d is %s', (low, high, shown) => {
    expect(numbers.interval(low, high)).toBe(shown);
  });
});

describe('share', () => {
  it.each([
    [0.127, '12.7%'],
    [0, '0.0%'],
    [-0, '0.0%'],
    [1, '100.0%'],
    [Number.NaN, 'unknown'],
  ])('of %d is %s', (fraction, shown) => {
    expect(numbers.share(fraction)).toBe(shown);
  });
});

describe('relative', () => {
  it.each([
    [0.27, '+27%'],
    [0.031, '+3.1%'],
    [-0.5, '−50%'],
    [0.0996, '+10%'],
    [12.345, '+1,235%'],
    [0.0001, '0.0%'],
    [Number.NaN, 'unknown'],
  ])('of %d is %s', (fraction, shown) => {
    expect(numbers.relative(fraction)).toBe(shown);
  });
});

describe('setting', () => {
  it.each([
    [0.05, '5%'],
    [0.025, '2.5%'],
    [Number.NaN, 'unknown'],
  ])('of %d is %s', (fraction, shown) => {
    expect(numbers.setting(fraction)).toBe(shown);
  });
});

describe('pValue', () => {
  it.each([
    [0, 'p < 0.001'],
    [0.000_99, 'p < 0.001'],
    [0.012, 'p = 0.012'],
    [1, 'p > 0.999'],
    [Number.NaN, 'p unknown'],
    [1.5, 'p unknown'],
    [-0.1, 'p unknown'],
  ])('of %d is %s', (p, shown) => {
    expect(numbers.pValue(p)).toBe(shown);
  });
});

describe('counted', () => {
  it.each([
    [0, '0 rounds'],
    [1, '1 round'],
    [166_980, '166,980 rounds'],
    [Number.NaN, 'unknown rounds'],
  ])('%d is %s', (n, shown) => {
    expect(numbers.counted(n, 'round')).toBe(shown);
  });

  it('takes an odd plural', () => {
    expect(numbers.counted(2, 'function costs', 'functions cost')).toBe('2 functions cost');
  });
});

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [4.01, '4.01 s'],
    [0.001_24, '1.24 ms'],
    [0.999_6, '1.00 s'],
    [0.000_012_34, '12.3 µs'],
    [5e-9, '5.00 ns'],
    [6e-12, '0.01 ns'],
    [119.4, '119 s'],
    [119.5, '2 min 0 s'],
    [125, '2 min 5 s'],
    [-0.002, '−2.00 ms'],
    [-125, '−2 min 5 s'],
    [Number.NaN, 'unknown'],
  ])('of %d s is %s', (seconds, shown) => {
    expect(numbers.duration(seconds)).toBe(shown);
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [12, '12.0 B'],
    [1023.9, '1.00 KiB'],
    [1.5 * 2 ** 20, '1.50 MiB'],
    [2 ** 50, '1,024 TiB'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('of %d is %s', (n, shown) => {
    expect(numbers.bytes(n)).toBe(shown);
  });
});

describe('cost', () => {
  it.each([
    [1_240_000, 'nanoseconds', '1.24 ms'],
    [1_240, 'microseconds', '1.24 ms'],
    [1.24, 'milliseconds', '1.24 ms'],
    [1.24, 'seconds', '1.24 s'],
    [12_800, 'bytes', '12.5 KiB'],
    [3.2, 'count', '3.20 count'],
    [3.2, 'evil\u202e\nunit', '3.20 evil⟨U+202E⟩ unit'],
    [3.2, '', '3.20'],
    [Number.NaN, 'nanoseconds', 'unknown'],
  ])('of %d %j is %s', (value, unit, shown) => {
    expect(numbers.cost(value, unit)).toBe(shown);
  });
});

it('writes no number that is not one, and no zero with a sign', () => {
  const one: readonly ((n: number) => string)[] = [
    numbers.change,
    numbers.points,
    numbers.size,
    numbers.share,
    numbers.relative,
    numbers.pValue,
    numbers.count,
    numbers.duration,
    numbers.bytes,
    (n) => numbers.interval(n, -n),
  ];
  fc.assert(
    fc.property(fc.double(), fc.constantFrom(...one), (n, write) => {
      const shown = write(n);
      expect(shown).not.toMatch(/NaN|Infinity|undefined/);
      expect(shown).not.toMatch(/[+−-]0(\.0+)?(?![\d.])/);
    }),
  );
});

it('writes digits as Intl does', () => {
  const amount = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.nat());
  fc.assert(
    fc.property(amount, (n) => {
      const whole = Number(n.toFixed(0)).toLocaleString('en-US');
      expect(numbers.count(n)).toBe(whole);
      // Decimals, which are rounded before they are written.
      const share = Number((100 * (n / 100)).toFixed(1));
      const digits = { minimumFractionDigits: 1 };
      expect(numbers.share(n / 100)).toBe(`${share.toLocaleString('en-US', digits)}%`);
      const setting = Number((100 * (n / 100)).toFixed(2));
      expect(numbers.setting(n / 100)).toBe(`${setting.toLocaleString('en-US')}%`);
    }),
  );
});
