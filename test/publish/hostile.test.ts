import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderings } from '../../src/entry/renderings.ts';
import { annotationsOf } from '../../src/publish/annotations.ts';
import { checkContent } from '../../src/publish/check-content.ts';
import { commentBody, commentMarker, hasMarker, stampOf } from '../../src/publish/comment-body.ts';
import { type Report, reportOf } from '../../src/report/report.ts';
import type { ResultBisection } from '../../src/report/result.ts';
import { outsidePullRequests } from '../plan/support/github.ts';
import { foreignNodes, tables } from '../report/form.ts';
import { hostileReport, PLAYBOOK_LINKS } from '../report/hostile-result.ts';
import { alone, compared, finding, result } from '../report/results.ts';
import { nodes, parse, references } from '../text/github.ts';
import { HOSTILE } from '../text/hostile.ts';

/** Whole reports are slow to parse. */
const RUNS = 15;

const GITHUB = outsidePullRequests('pull_request', 'c'.repeat(40));
const MARKER = commentMarker('shop');
const STAMP = { run: { id: 1, attempt: 1 }, commit: 'a'.repeat(40) };
const NOTE = '> [!NOTE]\n> Ours.';

/** GitHub's link of a text of ours is no foreign node: only its address has anything of a report. */
function isOurLink(node: string): boolean {
  return node === 'link' || node === 'blockquote';
}

/** Links go to the repository, and to what the configuration names. */
function isKnown(url: string): boolean {
  return url.startsWith('https://github.com/ann/shop/') || PLAYBOOK_LINKS.includes(url);
}

/** What is in a text of ours that must not be. */
function wrong(markdown: string): string[] {
  const tree = parse(markdown);
  const links = [...nodes(tree)].flatMap((node) => (node.type === 'link' ? node.url : []));
  return [
    ...foreignNodes(tree).filter((node) => !isOurLink(node)),
    ...references(tree),
    ...links.filter((url) => !isKnown(url)),
    ...(markdown.includes('<!--') ? ['a hidden comment'] : []),
  ];
}

/** Everything of a report that GitHub gets as Markdown, without the lines that only we write. */
function published(report: Report) {
  const rendering = renderings(report, { bundle: undefined, runUrl: GITHUB.runUrl }, GITHUB);
  const touched = { has: () => false };
  const comment = commentBody(MARKER, STAMP, `${NOTE}\n\n${rendering.comment}`);
  const check = checkContent(report, {
    markdown: rendering.check,
    notes: [NOTE],
    annotations: annotationsOf(report, touched),
    touched,
    runUrl: GITHUB.runUrl,
  });
  const issues = report.comparisons.flatMap((one) =>
    one.result.findings.slice(0, 3).map((of) => rendering.issue(one, of)),
  );
  return { comment, check, issues, summary: rendering.summary };
}

/** A commit that whoever wrote the result made up. */
function foundIn(commit: string): ResultBisection {
  return {
    culprit: { commit, subject: commit },
    part: null,
    suspects: [{ commit, subject: commit }],
    commits: 1,
    parting: null,
    measurements: [],
    stopped: null,
    reason: null,
  };
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

describe('what is published of any report', () => {
  it('pings nobody, refers to nothing, and fits', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { comment, check, issues, summary } = published(report);
        expect(hasMarker(comment, MARKER)).toBe(true);
        expect(stampOf(comment)).toEqual(STAMP);
        expect(bytes(comment)).toBeLessThanOrEqual(60_000);
        expect(wrong(comment.split('\n').slice(2).join('\n'))).toEqual([]);
        expect(bytes(check.summary)).toBeLessThanOrEqual(65_535);
        expect(bytes(check.text)).toBeLessThanOrEqual(65_535);
        expect(check.title).toMatch(/^\P{Cc}{1,255}$/u);
        expect([...wrong(check.summary), ...wrong(check.text)]).toEqual([]);
        expect(bytes(summary)).toBeLessThanOrEqual(1_000_000);
        expect(wrong(summary)).toEqual([]);
        for (const { title, body } of issues) {
          expect(title.length).toBeLessThanOrEqual(256);
          expect(title).not.toMatch(/\p{Cc}/u);
          expect(bytes(body)).toBeLessThanOrEqual(60_000);
          expect([...wrong(title), ...wrong(body)]).toEqual([]);
          expect(tables(parse(body))).toEqual([[6, 6]]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(HOSTILE))('keeps its form with a function made to %s', (_, name) => {
    const of = result({
      verdict: 'regression',
      reason: name,
      service: name,
      profileType: name,
      findings: [
        finding({ function: name, file: name, path: [name, name], bisection: foundIn(name) }),
      ],
    });
    for (const report of [alone(of), reportOf([compared(of), compared(result())])]) {
      const { comment, check, issues, summary } = published(report);
      const texts = [comment.split('\n').slice(2).join('\n'), check.summary, check.text, summary];
      for (const { title, body } of issues) {
        texts.push(title, body);
        expect(tables(parse(body))).toEqual([[6, 6]]);
      }
      for (const text of texts) expect(wrong(text)).toEqual([]);
    }
  });
});

describe('the comment of a hundred services', () => {
  const services = Array.from({ length: 100 }, (_, at) => {
    const verdict = at % 10 === 3 ? 'regression' : 'pass';
    const findings = Array.from({ length: 40 }, (__, row) =>
      finding({ function: `f${row}`.repeat(20), fails: verdict === 'regression' }),
    );
    return compared(
      result({ service: `service-${at}`, verdict, findings: verdict === 'pass' ? [] : findings }),
    );
  });
  const [first, ...others] = services;
  const { comment } = published(reportOf([first as NonNullable<typeof first>, ...others]));

  it('has those that failed first, and those that passed folded, and fits', () => {
    expect(bytes(comment)).toBeLessThanOrEqual(60_000);
    expect(comment).toContain('90 comparisons passed');
    const firstFailed = comment.indexOf('`service-3`');
    const firstPassed = comment.indexOf('`service-0`');
    expect(firstFailed).toBeGreaterThan(0);
    expect(firstPassed).toBeGreaterThan(comment.lastIndexOf('regression'));
    expect(comment.slice(0, firstPassed)).toContain('<details><summary>90 comparisons passed');
  });
});
