import { codeBlock, link, prose } from '../text/markdown.ts';
import { differencesLegend, withoutCertainty } from './differences.ts';
import { measuredOn } from './environment.ts';
import type { Groups } from './groups.ts';
import { commitsBlock } from './markdown-commits.ts';
import { inMarkdown, type Level } from './markdown-level.ts';
import { culpritTable, differencesTable, foldedTables, undecidedTable } from './markdown-tables.ts';
import { cutNote } from './phrases.ts';
import type { Compared } from './report.ts';
import type { Result } from './result.ts';
import {
  comparison,
  heaviestPath,
  legend,
  ofTheChange,
  requirement,
  type Sentence,
  wholeProgram,
} from './wording.ts';

/** What is said of one comparison below its title, in blocks; empty ones may be among them. */
export function resultBlocks(
  { result, handling: { playbook } }: Compared,
  groups: Groups,
  level: Level,
): readonly string[] {
  return [
    ...(result.verdict === 'invalid' ? failure(result, level) : judgement(result, groups, level)),
    ...list('Warnings', result.warnings, level),
    ...list('What to do next', result.advice, level),
    result.verdict === 'pass' || playbook === undefined ? '' : link('Playbook', playbook),
  ];
}

/** The body of a report with numbers. */
function judgement(result: Result, groups: Groups, level: Level): readonly string[] {
  const say = (sentence: Sentence) => inMarkdown(sentence, level);
  return [
    say([...wholeProgram(result), ' ', ...requirement(result)]).trim(),
    say([...comparison(result), ' ', ...measuredOn(result)]).trim(),
    ...tables(result, groups, level, say),
  ];
}

/** The culprits or else what is undecided, for everyone to see; the rest folded. */
function tables(
  result: Result,
  groups: Groups,
  level: Level,
  say: (sentence: Sentence) => string,
): readonly string[] {
  const { culprits } = groups;
  const { undecided } = result;
  const [worst] = culprits;
  if (worst === undefined) {
    if (result.differences.length > 0) return differences(result, level, say);
    const table = { of: 'undecided', shown: level.rows, all: undecided.length } as const;
    const main =
      undecided.length === 0 ? [] : [undecidedTable(undecided, level), say(legend(result, table))];
    return [...main, ...foldedTables(groups, [], level)];
  }
  return [
    culpritTable(culprits, level),
    say(legend(result, { of: 'findings', shown: level.rows, all: culprits.length })),
    say(ofTheChange(worst)),
    say(heaviestPath(worst)),
    commitsBlock(culprits, level),
    ...foldedTables(groups, undecided, level),
  ];
}

/** What differs, where nothing could be judged. */
function differences(
  result: Result,
  level: Level,
  say: (sentence: Sentence) => string,
): readonly string[] {
  const shown = Math.min(result.differences.length, level.rows);
  return [
    say(withoutCertainty(result)),
    differencesTable(result.differences, level),
    say(differencesLegend(result, shown)),
  ];
}

/** The body of a report without numbers. */
function failure(result: Result, level: Level): readonly string[] {
  const output = result.output.slice(-level.lines);
  return [
    inMarkdown([...comparison(result), ' ', ...measuredOn(result)], level).trim(),
    output.length === 0
      ? ''
      : `Last lines of output${cutNote(output.length, result.output.length)}:`,
    codeBlock(output, 'text'),
  ];
}

/** Sentences under a title; nothing where there are none. */
export function list(title: string, items: readonly string[], level: Level): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, level.notes);
  return [
    `**${title}**${cutNote(shown.length, items.length)}`,
    shown.map((item) => `- ${prose(item, level.sentence)}`).join('\n'),
  ];
}
