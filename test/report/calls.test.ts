import { describe, expect, it } from 'vitest';
import type { Mode } from '../../src/config/config.ts';
import { callsOf } from '../../src/report/calls.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderFinding } from '../../src/report/markdown-issue.ts';
import { type Compared, reportOf } from '../../src/report/report.ts';
import type { Finding } from '../../src/report/result.ts';
import { parse, references } from '../text/github.ts';
import { compared, finding, result } from './results.ts';

/** One comparison: functions, and who owns their files. */
function comparison(
  owned: Readonly<Record<string, readonly string[]>>,
  mode: Mode = 'block',
  given: Partial<Finding> = {},
): Compared {
  const findings = Object.entries(owned).map(([name, owners]) =>
    finding({ function: name, owners, ...given }),
  );
  return { ...compared(result({ verdict: 'regression', findings })), handling: handling(mode) };
}

function handling(mode: Mode) {
  return { mode, onInconclusive: 'fail' } as const;
}

function called(first: Compared, ...others: readonly Compared[]): string[] {
  const calls = callsOf(reportOf([first, ...others]));
  return calls.map(({ owner, functions }) => `${owner}: ${functions.join(', ')}`);
}

describe('callsOf', () => {
  it('calls every owner once, with all that is theirs, whatever comparison it is of', () => {
    const both = called(
      comparison({ scoreOne: ['@acme/search'], columnWidth: ['@ann', '@acme/core'] }),
      comparison({ respond: ['@acme/core'], scoreOne: ['@Acme/Search'] }, 'comment'),
    );
    expect(both).toEqual([
      '@acme/search: scoreOne',
      '@ann: columnWidth',
      '@acme/core: columnWidth, respond',
    ]);
  });

  it.each<[what: string, of: Compared]>([
    ['a service is only observed', comparison({ scoreOne: ['@ann'] }, 'observe')],
    ['a rise does not fail', comparison({ scoreOne: ['@ann'] }, 'block', { fails: false })],
    [
      'another function explains it',
      comparison({ scoreOne: ['@ann'] }, 'block', { culprit: false, explainedBy: 'scoreDocs' }),
    ],
    ['nobody is known', compared(result({ verdict: 'regression', findings: [finding()] }))],
  ])('calls nobody where %s', (_, of) => {
    expect(called(of)).toEqual([]);
  });
});

describe('a report', () => {
  const owners = ['@acme/search_team', 'ann@example.org', 'group:default/shop', '@x @everyone'];
  const report = reportOf([
    comparison({ scoreOne: owners, scoreDocs: owners }),
    comparison({ respond: owners }),
  ]);

  it('mentions everybody once who can be mentioned, and nobody else', () => {
    const text = renderMarkdown(report, { budgetBytes: 60_000 });
    expect(references(parse(text))).toEqual(['@a']);
    expect(text.match(/@acme\/search\\_team/g)).toHaveLength(1);
    expect(text).toContain(
      '- @acme/search\\_team looks after `scoreOne`, `scoreDocs`, `respond`\n',
    );
    expect(text).toContain('- `ann@example.org` looks after');
  });

  it('mentions the owner in the issue of a finding', () => {
    const [{ result: own }] = report.comparisons;
    const options = {
      budgetBytes: 60_000,
      runUrl: 'https://x.example/1',
      commitsUrl: undefined,
      culpritUrl: undefined,
    };
    const text = renderFinding(own, finding({ owners }), options);
    expect(text).toContain('- @acme/search\\_team looks after `scoreOne`\n');
    expect(references(parse(text))).toEqual(['@a']);
  });
});
