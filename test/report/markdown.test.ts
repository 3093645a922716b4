import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../src/report/groups.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Result } from '../../src/report/result.ts';
import { nodes, parse, type Root, references, textOf } from '../text/github.ts';
import { HOSTILE } from '../text/hostile.ts';
import { foreignNodes, tables } from './form.ts';
import { hostileReport, hostileResult, PLAYBOOK_LINKS } from './hostile-result.ts';
import { alone, compared, finding, result, SAMPLES, SEVERAL, undecided } from './results.ts';

const COMMENT = { budgetBytes: 60_000 };
const SUMMARY = { budgetBytes: 1_000_000 };

/** Whole reports are slow to parse; the pieces they are made of have their own properties, with more runs. */
const RUNS = 40;

/** The tables that a result calls for: columns, and rows without the header, at most `rows` and `listed`. */
function expectedTables(of: Result): { columns: number; rows: number }[] {
  if (of.verdict === 'invalid') return [];
  const { culprits, callers, risen, waived, improvements, moved } = groupFindings(of.findings);
  if (culprits.length === 0 && of.differences.length > 0) {
    return [{ columns: 5, rows: of.differences.length }];
  }
  const open = { columns: 5, rows: of.undecided.length };
  const folded = [
    { columns: 5, rows: callers.length },
    { columns: 5, rows: waived.length },
    { columns: 6, rows: risen.length },
    culprits.length > 0 ? open : { columns: 5, rows: 0 },
    { columns: 6, rows: improvements.length },
    { columns: 5, rows: moved.length },
  ];
  const main = culprits.length > 0 ? { columns: 6, rows: culprits.length } : open;
  return [main, ...folded].filter((table) => table.rows > 0);
}

describe('renderMarkdown', () => {
  it.each(Object.entries(HOSTILE))('keeps its form with a function made to %s', (_, name) => {
    const hostile = finding({
      function: name,
      file: name,
      path: [name, name],
      explainedBy: null,
    });
    const caller = finding({ function: name, culprit: false, explainedBy: name });
    const text = renderMarkdown(
      alone(
        result({
          verdict: 'regression',
          findings: [hostile, caller],
          service: name,
          warnings: [name],
        }),
      ),
      COMMENT,
    );
    const tree = parse(text);
    expect(tables(tree)).toEqual([
      [6, 6],
      [5, 5],
    ]);
    expect(foreignNodes(tree)).toEqual([]);
    expect(references(tree)).toEqual([]);
  });

  it('shows a hostile name readably', () => {
    const name = '<img src=x> @team | `x` ##[error] \u202edab';
    const text = renderMarkdown(
      alone(result({ verdict: 'regression', findings: [finding({ function: name })] })),
      COMMENT,
    );
    const [heading] = parse(text).children;
    expect(heading && textOf(heading)).toBe(
      'Regression: <img src=x> @team | `x` ##[error] ⟨U+202E⟩dab costs 3.4 points more CPU per request (+27%)',
    );
  });

  it('keeps its form, its place and its budget, whatever the result', () => {
    fc.assert(
      fc.property(hostileResult, fc.constantFrom(COMMENT, SUMMARY), (any, place) => {
        const text = renderMarkdown(alone(any), place);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(place.budgetBytes);
        const tree = parse(text);
        expect(foreignNodes(tree)).toEqual([]);
        expect(references(tree)).toEqual([]);
        expect(text).not.toContain('<!--');
        const expected = expectedTables(any);
        const found = tables(tree);
        expect(found.map(([header]) => header)).toEqual(expected.map((table) => table.columns));
        for (const [i, [header, ...rows]] of found.entries()) {
          expect(new Set([header, ...rows]).size).toBe(1);
          expect(rows.length).toBeLessThanOrEqual(expected[i]?.rows ?? 0);
          expect(rows.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('fits any budget', () => {
    fc.assert(
      fc.property(hostileResult, fc.integer({ min: 0, max: 20_000 }), (any, budgetBytes) => {
        const text = renderMarkdown(alone(any), { budgetBytes });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);
        expect(foreignNodes(parse(text))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('says how much it leaves out', () => {
    const slow = Array.from({ length: 137 }, (_, i) => finding({ function: `slow${i}` }));
    const fast = slow.map((each) => finding({ ...each, kind: 'improvement', delta: -0.02 }));
    const text = renderMarkdown(
      alone(
        result({
          verdict: 'regression',
          findings: [...slow, ...fast],
          warnings: Array.from({ length: 30 }, (_, i) => `warning ${i}`),
        }),
      ),
      COMMENT,
    );
    expect(text).toContain('The first 10 of 137 are shown.');
    expect(text).toContain('<summary>137 functions cost less (50 of 137 shown)</summary>');
    expect(text).toContain('**Warnings** (20 of 30 shown)');
    expect(tables(parse(text)).map((rows) => rows.length)).toEqual([11, 51]);
  });

  it('shows what differs without certainty, and says how much it leaves out', () => {
    const text = renderMarkdown(alone(SAMPLES['one-pair']), COMMENT);
    expect(text).toContain('without any certainty: all of it may be noise');
    expect(text).toContain('10 of 137 functions that differ are shown.');
    expect(tables(parse(text)).map((rows) => rows.length)).toEqual([11]);
  });

  it('shows the last lines of a long output', () => {
    const output = Array.from({ length: 90 }, (_, i) => `line ${i}`);
    const text = renderMarkdown(alone({ ...SAMPLES.invalid, output }), COMMENT);
    expect(text).toContain('Last lines of output (30 of 90 shown):');
    expect(text).toContain('```text\nline 60\n');
    expect(text).toContain('line 89\n```');
  });

  it('shows less where there is less room', () => {
    const findings = Array.from({ length: 500 }, (_, i) =>
      finding({ kind: 'improvement', function: `fast${i}`.repeat(20) }),
    );
    const roomy = renderMarkdown(alone(result({ findings })), COMMENT);
    const tight = renderMarkdown(alone(result({ findings })), { budgetBytes: 4_000 });
    expect(roomy).toContain('(50 of 500 shown)');
    expect(tight).toContain('(5 of 500 shown)');
  });

  it('says when the whole program could not be judged', () => {
    const estimated = result({ normalisation: 'estimated', program: null });
    expect(renderMarkdown(alone(estimated), COMMENT)).toContain('this run can’t see it');
    expect(renderMarkdown(alone(result()), COMMENT)).not.toContain('this run can’t see it');
  });

  it('names the whole program in words', () => {
    const text = renderMarkdown(
      alone(
        result({ verdict: 'regression', findings: [finding({ function: '(whole program)' })] }),
      ),
      COMMENT,
    );
    expect(text).toMatch(/^### Regression: the whole program costs 3.4 points more/);
  });

  it('shows what is undecided beside a regression, folded', () => {
    const text = renderMarkdown(
      alone({ ...SAMPLES.regression, undecided: [undecided({ function: 'writev' })] }),
      COMMENT,
    );
    expect(text).toContain('<details><summary>1 function undecided</summary>');
  });

  it('falls back to the reason when the findings say nothing', () => {
    const bare = { verdict: 'regression', reason: 'somehow slower' } as const;
    expect(renderMarkdown(alone(result(bare)), COMMENT)).toMatch(
      /^### Regression: somehow slower\n/,
    );
  });

  it('links the run and says how to see it again, at its foot', () => {
    const options = {
      ...COMMENT,
      runUrl: 'https://github.com/acme/shop/actions/runs/1',
      replay: "flamegate replay 'my `shop`' --seal 5f3a9c0d11e27b48",
    };
    for (const sample of [SAMPLES.regression, SAMPLES.pass, SAMPLES.invalid, SAMPLES.idle]) {
      const foot = renderMarkdown(alone(sample), options).trimEnd().split('\n').at(-1);
      expect(foot).toBe(
        "Flamegate 0.1.0 · [workflow run](https://github.com/acme/shop/actions/runs/1) · again: ``flamegate replay 'my `shop`' --seal 5f3a9c0d11e27b48``",
      );
    }
    expect(renderMarkdown(alone(SAMPLES.pass), COMMENT)).not.toContain('again');
  });
});

function links(tree: Root): string[] {
  return [...nodes(tree)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

describe('renderMarkdown, of several comparisons', () => {
  it('shows what did not pass first, the worst first, and folds what passed', () => {
    const tree = parse(renderMarkdown(SEVERAL, COMMENT));
    const headings = tree.children.filter((node) => node.type === 'heading').map(textOf);
    expect(headings).toEqual([
      'Regression in shop: scoreOne costs 3.4 points more CPU per request (+27%); 1 other function fails too; the other 5: 1 regression, 1 invalid, 1 inconclusive, 2 pass',
      'Regression in shop: scoreOne costs 3.4 points more CPU per request (+27%); 1 other function fails too',
      'Regression in mail: scoreOne costs 3.4 points more wall time per request (+27%); 1 other function fails too',
      expect.stringMatching(/^Invalid in mail: /u),
      expect.stringMatching(/^Inconclusive in shop: /u),
    ]);
    const [overview] = tree.children.filter((node) => node.type === 'table');
    const rows = overview?.children.map((row) => row.children.map(textOf).slice(0, 4));
    expect(rows).toEqual([
      ['Service', 'Profile type', 'Verdict', 'Function'],
      ['shop', 'cpu', 'regression', 'scoreOne'],
      ['mail', 'wall', 'regression, only observed', 'scoreOne'],
      ['mail', 'cpu', 'invalid, only observed', '–'],
      ['shop', 'wall', 'inconclusive', 'scoreOne'],
    ]);
    expect(renderMarkdown(SEVERAL, COMMENT)).toContain(
      '<details><summary>2 comparisons passed</summary>',
    );
  });

  it('keeps its form, its place and its budget, whatever the results', () => {
    fc.assert(
      fc.property(hostileReport, fc.integer({ min: 0, max: 60_000 }), (any, budgetBytes) => {
        const text = renderMarkdown(any, { budgetBytes });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);
        const tree = parse(text);
        expect(foreignNodes(tree).filter((node) => node !== 'link')).toEqual([]);
        for (const url of links(tree)) expect(PLAYBOOK_LINKS).toContain(url);
        expect(references(tree)).toEqual([]);
        expect(text).not.toContain('<!--');
        for (const [header, ...rows] of tables(tree)) {
          expect(new Set([header, ...rows]).size).toBe(1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('fits a comment with a hundred services, and says what it leaves out', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      compared({ ...SAMPLES.regression, service: `service-${i}` }),
    );
    const text = renderMarkdown(reportOf([compared(SAMPLES.pass), ...many]), COMMENT);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT.budgetBytes);
    expect(text).toMatch(/\d+ of 100 comparisons with something to tell are told in full\./u);
  });
});
