import { describe, expect, it } from 'vitest';
import { bisectionSentences } from '../../src/report/bisection.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { findingTitle, renderFinding } from '../../src/report/markdown-issue.ts';
import { inMarkdown, LEVELS } from '../../src/report/markdown-level.ts';
import { parseResult } from '../../src/report/parse-result.ts';
import { type Finding, type ResultBisection, WHOLE_PROGRAM } from '../../src/report/result.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parse, references } from '../text/github.ts';
import { alone, bisection, finding, measuredCommit, result } from './results.ts';

const [FULL] = LEVELS;

/** What is said of a search, as Markdown. */
function said(given: Partial<ResultBisection>, of: Partial<Finding> = {}): string {
  const sentences = bisectionSentences([finding({ ...of, bisection: bisection(given) })]);
  return sentences.map((sentence) => (FULL ? inMarkdown(sentence, FULL) : '')).join('\n');
}

const LEFT = [measuredCommit('c4', { subject: 'Tidy up' }), measuredCommit('c5')].map(
  ({ commit, subject }) => ({ commit, subject }),
);

describe('what is said of a search', () => {
  it.each<[what: string, given: Partial<ResultBisection>, text: string]>([
    [
      'that found its commit',
      {},
      '`c500000` (Score exactly) made `scoreOne` slower. Measured, in points: `c300000` +0.1 [−0.3, +0.5], without it; `c500000` +3.3 [+2.8, +3.7], with it; `c400000` +0.1 [−0.3, +0.5], without it.',
    ],
    [
      'whose commit brought less than the gate has seen, for certain',
      {
        part: 0.5,
        measurements: [measuredCommit('c5', { delta: 0.017, low: 0.015, high: 0.019 })],
      },
      'made `scoreOne` slower, by 50% of the whole rise. Measured',
    ],
    [
      'some of whose rise was there before, for certain',
      { part: 0.684, measurements: [measuredCommit('c4', { reading: 'fast', low: 0.001 })] },
      'made `scoreOne` slower, by 68% of the whole rise. Measured',
    ],
    [
      'whose commit may have brought all',
      {
        part: 0.684,
        measurements: [measuredCommit('c5', { delta: 0.02, low: 0.018, high: 0.022 })],
      },
      'made `scoreOne` slower. Measured',
    ],
    [
      'that had nothing to search',
      { commits: 1, measurements: [] },
      '`c500000` (Score exactly) made `scoreOne` slower: there is no other commit between base and head.',
    ],
    [
      'that can’t tell commits apart',
      {
        culprit: null,
        part: null,
        suspects: LEFT,
        stopped: 'nothing left to measure',
        measurements: [
          measuredCommit('c4', {
            reading: 'broken',
            delta: null,
            low: null,
            high: null,
            reason: 'build head ended with status 1',
          }),
          measuredCommit('c3', { reading: 'unclear', delta: 0.015, low: 0, high: 0.03 }),
        ],
      },
      'One of 2 commits made `scoreOne` slower, and no measurement tells them apart: `c400000` (Tidy up), `c500000`. Measured, in points: `c400000` broken (build head ended with status 1); `c300000` +1.5 [0.0, +3.0], undecided.',
    ],
    [
      'that measured enough',
      { culprit: null, part: null, suspects: LEFT, stopped: 'enough measured' },
      'One of 2 commits made `scoreOne` slower, and 3 measurements did not tell them apart: `c400000` (Tidy up), `c500000`. Measured, in points:',
    ],
    [
      'that was cut short',
      { culprit: null, part: null, suspects: LEFT, stopped: 'out of time', measurements: [] },
      'One of 2 commits made `scoreOne` slower, and the time was up before they were told apart: `c400000` (Tidy up), `c500000`.',
    ],
    [
      'of a base with commits of its own',
      { parting: bisection().culprit?.commit ?? '', measurements: [] },
      '`scoreOne` is as slow already at `c500000` (Score exactly), where the histories of base and head part: no commit since brought it, base has one that made it faster.',
    ],
    [
      'that never was',
      {
        culprit: null,
        suspects: [],
        stopped: 'not searched',
        reason: 'git is gone',
        commits: 0,
        measurements: [],
      },
      'Which commit made `scoreOne` slower was not searched: git is gone.',
    ],
  ])('%s', (_, given, text) => {
    expect(said(given)).toContain(text);
  });

  it('says aloud what is left out', () => {
    const measurements = Array.from({ length: 12 }, () => measuredCommit('c4'));
    const suspects = Array.from({ length: 30 }, () => LEFT[1] ?? { commit: '', subject: '' });
    const text = said({
      culprit: null,
      suspects,
      stopped: 'out of time',
      measurements,
      commits: 99,
    });
    expect(text).toContain('(10 of 30 shown).');
    expect(text).toContain('Measured, in points (10 of 12 shown): ');
  });

  it('mentions nobody and links nothing, whatever a commit is called', () => {
    const culprit = {
      ...measuredCommit('c5'),
      subject: 'Fix #12 for @ann <img src=x> [x](http://y)',
    };
    const text = said({ culprit, suspects: [culprit] });
    expect(references(parse(text))).toEqual([]);
    expect(text).toContain('`#12`');
  });

  it('has a name for the whole program', () => {
    expect(said({}, { function: WHOLE_PROGRAM })).toContain('made the whole program slower');
  });
});

describe('a report with a search', () => {
  const own = finding({ bisection: bisection() });
  const other = finding({ function: 'csvRow', delta: 0.01 });
  const told = result({ verdict: 'regression', findings: [own, other] });

  it('says it once for each function that was searched, in every medium', () => {
    const markdown = renderMarkdown(alone(told), { budgetBytes: 60_000 });
    expect(markdown).toContain('**Which commit**\n\n- `c500000` (Score exactly) made `scoreOne`');
    expect(markdown.match(/\) made /gu)).toHaveLength(1);
    const text = renderTerminal(alone(told), { colour: 'off', width: 100 });
    expect(text).toContain(
      'Which commit:\n- c500000 (Score exactly) made scoreOne slower. Measured',
    );
  });

  it('says nothing of it where nobody searched', () => {
    const none = alone(result({ verdict: 'regression', findings: [other] }));
    expect(renderMarkdown(none, { budgetBytes: 60_000 })).not.toContain('Which commit');
    expect(renderTerminal(none, { colour: 'off', width: 100 })).not.toContain('Which commit');
  });

  it('links the commit in the issue, whose title stays', () => {
    const options = {
      budgetBytes: 60_000,
      runUrl: 'https://x.example/1',
      commitsUrl: 'https://x.example/compare',
      culpritUrl: 'https://x.example/commit/c5',
    };
    const text = renderFinding(told, own, options);
    expect(text).toContain('- `c500000` (Score exactly) made `scoreOne` slower.');
    expect(text).toContain(
      '[The commit that brought it](https://x.example/commit/c5) · [All commits between the two](https://x.example/compare)\n',
    );
    expect(findingTitle(told, own)).not.toContain('c5');
  });
});

describe('a search that somebody else wrote', () => {
  const read = (given: object, of: Partial<Finding> = {}) =>
    parseResult(
      {
        ...result({ verdict: 'regression' }),
        findings: [finding(), { ...finding(of), bisection: { ...bisection(), ...given } }],
      },
      { document: 'a file', path: '' },
    );

  it('is read', () => {
    expect(read({}).findings[1]?.bisection).toEqual(bisection());
  });

  it.each<[what: string, given: object, message: string]>([
    [
      'a commit that is none',
      { parting: '../../settings' },
      'bisection.parting must be a whole commit id',
    ],
    [
      'a culprit that is none',
      { culprit: { commit: 'main', subject: '' } },
      'bisection.culprit.commit must be a whole commit id',
    ],
    ['further suspects', { suspects: LEFT }, 'bisection.suspects must be the culprit alone'],
    ['another suspect', { suspects: LEFT.slice(0, 1) }, 'must be the culprit alone'],
    ['two ends', { stopped: 'out of time' }, 'bisection.stopped must be null for a culprit'],
    ['no end', { culprit: null }, 'bisection.stopped must be null for a culprit, and only then'],
    ['a reason too many', { reason: 'x' }, 'bisection.reason must be told where nothing was'],
    ['fewer commits than it names', { commits: 2 }, 'bisection.commits must be as many as'],
    ['a field that nobody knows', { author: '@ann' }, 'bisection.author must be left out'],
    [
      'a reading that nobody knows',
      { measurements: [{ ...measuredCommit('c3'), reading: 'x' }] },
      'must be one of slow, fast',
    ],
  ])('is refused with %s', (_, given, message) => {
    expect(() => read(given)).toThrow(message);
  });

  it.each<Partial<Finding>>([{ fails: false }, { culprit: false }])(
    'is refused of what is no culprit: %j',
    (of) => {
      expect(() => read({}, of)).toThrow('findings[1].bisection must be of a culprit');
    },
  );
});
