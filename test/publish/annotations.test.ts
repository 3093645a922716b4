import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../../src/config/config.ts';
import {
  type Annotation,
  annotationsOf,
  fitStep,
  type TouchedLines,
} from '../../src/publish/annotations.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Finding } from '../../src/report/result.ts';
import { hostileReport } from '../report/hostile-result.ts';
import { compared, finding, result } from '../report/results.ts';

/** A change of everything. */
const EVERYWHERE: TouchedLines = { has: () => true };

function annotate(
  findings: readonly Finding[],
  mode: Mode = 'block',
  touched: TouchedLines | undefined = EVERYWHERE,
): readonly Annotation[] {
  const of = result({ verdict: 'regression', findings });
  return fitStep(annotationsOf(reportOf([compared(of, mode)]), touched));
}

describe('annotations', () => {
  it.each([
    ['block', 'pass', []],
    ['block', 'regression', ['error']],
    ['block', 'inconclusive', ['warning']],
    ['block', 'invalid', ['error']],
    ['comment', 'regression', ['warning']],
    ['comment', 'inconclusive', ['warning']],
    ['comment', 'invalid', ['warning']],
    ['observe', 'regression', ['notice']],
    ['observe', 'inconclusive', ['notice']],
    ['observe', 'invalid', ['notice']],
  ] as const)('mode %s, verdict %s: %j', (mode, verdict, levels) => {
    const findings = verdict === 'regression' ? [finding()] : [];
    const report = reportOf([compared(result({ verdict, findings }), mode)]);
    const annotations = annotationsOf(report, EVERYWHERE);
    expect(annotations.map(({ level }) => level)).toEqual(levels);
  });

  it('say how much, in points with their interval, and from when it fails', () => {
    expect(annotate([finding()])[0]?.message).toBe(
      'scoreOne costs +3.4 points of the base’s CPU per request (12.7% before, 16.1% now, ' +
        '95% interval [+2.1, +4.6]). It fails at +1.0 points.',
    );
  });

  it('are for what fails and explains itself', () => {
    const others = [
      finding({ function: 'caller', culprit: false }),
      finding({ function: 'better', kind: 'improvement', fails: false }),
    ];
    expect(annotate([...others, finding()]).map(({ title }) => title)).toEqual([
      'Performance regression: scoreOne +3.4 points',
    ]);
  });

  it('are for the run as a whole when nobody knows a culprit', () => {
    const annotations = annotate([finding({ culprit: false })]);
    expect(annotations).toMatchObject([{ title: 'Flamegate: regression', file: undefined }]);
  });

  it.each([
    [10, 10, 'Performance regression: scoreOne +3.4 points'],
    [11, 10, '9 of 11 culprits are shown'],
    [137, 10, '9 of 137 culprits are shown'],
  ])('of %d culprits are %d, and the last says: %s', (culprits, shown, last) => {
    const annotations = annotate(Array.from({ length: culprits }, () => finding()));
    expect(annotations).toHaveLength(shown);
    expect(annotations.at(-1)?.title).toBe(last);
  });

  it.each([
    ['src/a.ts', 12, 'src/a.ts', 12],
    ['src/@scope/[id].ts', 1, 'src/@scope/[id].ts', 1],
    ['..hidden/a..b.ts', 1, '..hidden/a..b.ts', 1],
    ['src/a.ts', 0, undefined, undefined],
    ['src/a.ts', 1.5, undefined, undefined],
    ['', 12, undefined, undefined],
    ['/etc/passwd', 12, undefined, undefined],
    ['../other/a.ts', 12, undefined, undefined],
    ['src/../../a.ts', 12, undefined, undefined],
    ['./a.ts', 12, undefined, undefined],
    ['src//a.ts', 12, undefined, undefined],
    ['C:\\a.ts', 12, undefined, undefined],
    ['src\\a.ts', 12, undefined, undefined],
    ['node:internal/fs', 12, undefined, undefined],
    ['https://evil.example/a.ts', 12, undefined, undefined],
    ['src/a.ts\n::error::x', 12, undefined, undefined],
    ['src/\u202ea.ts', 12, undefined, undefined],
    ['src/##[error]a.ts', 12, undefined, undefined],
    ['x'.repeat(600), 12, undefined, undefined],
  ])('file %j line %j is shown as %j line %j', (file, line, shownFile, shownLine) => {
    expect(annotate([finding({ file, line })])).toMatchObject([
      { file: shownFile, line: shownLine },
    ]);
  });

  it('stand on lines that the change touches, and tell of the others where they are', () => {
    const touched: TouchedLines = { has: (file, line) => file === 'src/search.js' && line === 41 };
    const elsewhere = finding({ function: 'hash', file: 'lib/hash.js', line: 7 });
    const nowhere = finding({ function: 'gc', file: '', line: 0 });
    const [inside, outside, unknown] = annotate([finding(), elsewhere, nowhere], 'block', touched);
    expect(inside).toMatchObject({ file: 'src/search.js', line: 41 });
    expect(inside?.message).not.toContain('does not touch');
    expect(outside).toMatchObject({ file: undefined, line: undefined });
    expect(outside?.message).toContain('It is at lib/hash.js:7, which this change does not touch.');
    expect(unknown?.message).not.toContain('It is at');
  });

  it('stand nowhere when nobody knows the change', () => {
    const of = result({ verdict: 'regression', findings: [finding()] });
    const [only] = annotationsOf(reportOf([compared(of)]), undefined);
    expect(only).toMatchObject({ file: undefined, line: undefined });
    expect(only?.message).toMatch(/It is at src\/search\.js:41\.$/);
  });

  it('of several comparisons name theirs', () => {
    const slow = result({ verdict: 'regression', findings: [finding()], service: 'cart' });
    const unsure = result({ verdict: 'inconclusive', service: 'mail', profileType: 'wall' });
    const annotations = annotationsOf(
      reportOf([compared(slow), compared(unsure, 'observe'), compared(result())]),
      EVERYWHERE,
    );
    expect(annotations.map(({ level, title }) => [level, title])).toEqual([
      ['error', 'Performance regression (cart, cpu): scoreOne +3.4 points'],
      ['notice', 'Flamegate: inconclusive (mail, wall)'],
    ]);
  });

  it('are as many of each level as a step may have', () => {
    const many = result({
      verdict: 'regression',
      findings: Array.from({ length: 30 }, () => finding()),
    });
    const report = reportOf([compared(many), compared(many, 'comment'), compared(many, 'observe')]);
    const annotations = fitStep(annotationsOf(report, EVERYWHERE));
    for (const level of ['error', 'warning', 'notice']) {
      expect(annotations.filter((one) => one.level === level)).toHaveLength(10);
    }
  });

  it('are few, short and plain whatever the report holds', () => {
    fc.assert(
      fc.property(hostileReport, fc.boolean(), (any, isTouched) => {
        const annotations = fitStep(annotationsOf(any, { has: () => isTouched }));
        expect(annotations.length).toBeLessThanOrEqual(30);
        for (const { title, message, file = '', line } of annotations) {
          expect(message.length).toBeLessThanOrEqual(4096);
          expect(title.length).toBeLessThanOrEqual(255);
          expect(title + message + file).not.toMatch(/[\p{Cc}\p{Bidi_Control}]|##\[/u);
          expect(line === undefined).toBe(file === '');
        }
      }),
      { numRuns: 50 },
    );
  });
});
