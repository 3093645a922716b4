import { code } from '../text/markdown.ts';
import { groupFindings } from './groups.ts';
import { inMarkdown, type Level } from './markdown-level.ts';
import { list, resultBlocks } from './markdown-result.ts';
import { type Column, folded, table } from './markdown-tables.ts';
import { count, counted, size } from './numbers.ts';
import { cutNote } from './phrases.ts';
import { type Compared, labelOf, type Report, worstFirst } from './report.ts';
import { gistOf, headlineOfAll, isQuiet, verdictWords } from './several.ts';
import { headlineIn, sensitivity } from './wording.ts';

const SERVICE: Column<Compared> = {
  title: 'Service',
  align: 'l',
  cell: ({ result }, { name }) => code(result.service, name),
};

const TYPE: Column<Compared> = {
  title: 'Profile type',
  align: 'l',
  cell: ({ result }, { name }) => code(result.profileType, name),
};

const OPEN: readonly Column<Compared>[] = [
  SERVICE,
  TYPE,
  { title: 'Verdict', align: 'l', cell: verdictWords },
  {
    title: 'Function',
    align: 'l',
    cell: ({ result }, { name }) => {
      const { of } = gistOf(result);
      return of === undefined ? '–' : code(of.function, name);
    },
  },
  { title: 'Change, points', align: 'r', cell: ({ result }) => gistOf(result).change },
];

const PASSED: readonly Column<Compared>[] = [
  SERVICE,
  TYPE,
  { title: 'Rounds', align: 'r', cell: ({ result }) => count(result.rounds) },
  {
    title: 'Costs less',
    align: 'r',
    cell: ({ result }) => count(groupFindings(result.findings).improvements.length),
  },
  {
    title: 'Would have caught',
    align: 'r',
    cell: ({ result: { minimumDetectableChange: least, idle } }) => {
      if (idle !== null) return 'not measured: no effect';
      return least === null ? 'unknown' : size(least);
    },
  },
];

/** Several comparisons: all that there is something to say of in a table and then in full, the worst first; what passed folded. */
export function severalBlocks(report: Report, level: Level): readonly string[] {
  const all = worstFirst(report.comparisons);
  const open = all.filter(({ result }) => !isQuiet(result));
  const passed = all.filter(({ result }) => isQuiet(result));
  const told = open.slice(0, level.sections);
  return [
    `### ${inMarkdown(headlineOfAll(report), level)}`,
    ...overview(open, level),
    ...told.flatMap((compared) => section(compared, level)),
    told.length < open.length
      ? `${told.length} of ${open.length} comparisons with something to tell are told in full.`
      : '',
    folded((n) => `${counted(n, 'comparison')} passed`, PASSED, passed, {
      ...level,
      listed: level.overview,
    }),
    ...list(
      'Warnings of comparisons that passed',
      passed.flatMap(({ result }) => result.warnings.map((text) => `${labelOf(result)}: ${text}`)),
      level,
    ),
  ];
}

function overview(open: readonly Compared[], level: Level): readonly string[] {
  if (open.length === 0) return [];
  const shown = Math.min(open.length, level.overview);
  const note = cutNote(shown, open.length).trim();
  return [table(OPEN, open, level.overview, level), note];
}

function section(compared: Compared, level: Level): readonly string[] {
  const { result } = compared;
  const groups = groupFindings(result.findings);
  return [
    `#### ${inMarkdown(headlineIn(result, groups), level)}`,
    ...resultBlocks(compared, groups, level),
    inMarkdown(sensitivity(result), level),
  ];
}
