import type { Way } from '../compare/attribution.ts';
import type { ChangedFile, ChangeFacts } from './facts.ts';
import { isEffective } from './facts.ts';
import { functionsAt } from './outline/extent.ts';
import { liesIn, liesInPackage, type PlacedFunction, simpleName } from './places.ts';

/** Which functions lie in changed code, and which changed code no function lies in. */
export interface ChangedRows {
  /** By row; undefined for a function whose own code is the same. */
  readonly ways: readonly (Way | undefined)[];
  /** Of a file or package that is loaded, but in no profile. */
  readonly unseen: string | undefined;
}

/** Looks for changed code among the functions of a comparison. */
export function changedRows(rows: readonly PlacedFunction[], facts: ChangeFacts): ChangedRows {
  const ways: (Way | undefined)[] = rows.map(() => undefined);
  let unseen: string | undefined;
  for (const file of facts.files) {
    if (!isEffective(file) || file.kind !== 'source') continue;
    const own = rows.flatMap((row, index) => (liesIn(row, file.path) ? [index] : []));
    if (own.length === 0) unseen ??= file.path;
    const starts = own.map((index) => rows[index]?.line ?? 0);
    for (const index of own) {
      const row = rows[index];
      const isTouched = row !== undefined && touches(file, row, starts);
      ways[index] = { by: isTouched ? 'lines' : 'file', path: file.path };
    }
  }
  for (const one of facts.packages) {
    const places = rows.map((row) => liesInPackage(row, one));
    const isCertain = places.includes('yes');
    let seen = rows.filter((_, index) => {
      // Where some function is certainly of it, the others are not.
      const isIn = places[index] === 'yes' || (!isCertain && places[index] === 'maybe');
      if (isIn) ways[index] ??= { by: 'package', name: one.name };
      return isIn;
    });
    if (seen.length === 0) seen = standIns(rows, one, ways);
    if (seen.length === 0 && one.isLoaded) unseen ??= one.name;
  }
  return { ways, unseen };
}

/** What depends on a package that no profile shows stands for it; whatever may, where nothing says what does. */
function standIns(
  rows: readonly PlacedFunction[],
  one: ChangeFacts['packages'][number],
  ways: (Way | undefined)[],
): PlacedFunction[] {
  const { ecosystem, dependents } = one;
  return rows.filter((row, index) => {
    const isIn =
      dependents === undefined
        ? isOfEcosystem(row, ecosystem)
        : dependents.some((name) => liesInPackage(row, { ecosystem, name }) !== 'no');
    if (isIn) ways[index] ??= { by: 'package', name: one.name };
    return isIn;
  });
}

function isOfEcosystem(
  row: PlacedFunction,
  ecosystem: ChangeFacts['packages'][number]['ecosystem'],
): boolean {
  const anyModule = ecosystem === 'go' && row.file.startsWith('pkg/mod/');
  const anyFolder = ecosystem === 'npm' && row.file.includes('node_modules/');
  return anyModule || anyFolder || liesInPackage(row, { ecosystem, name: '' }) !== 'no';
}

function touches(file: ChangedFile, row: PlacedFunction, starts: readonly number[]): boolean {
  const { functions, lines } = file;
  if (functions !== undefined) {
    const found =
      row.line > 0
        ? functionsAt(functions, row.line)
        : functions.filter(({ name }) => name === simpleName(row));
    return found.some(({ touched }) => touched);
  }
  if (lines === undefined || row.line === 0) return false;
  // A function ends where the next one that is known begins.
  const next = Math.min(...starts.filter((start) => start > row.line));
  return lines.some(([start, end]) => start < next && Math.max(end, start + 1) > row.line);
}
