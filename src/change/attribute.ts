import type { Attribution, Attributions, Way } from '../compare/attribution.ts';
import type { CostTable } from '../compare/table.ts';
import { changedRows } from './changed-rows.ts';
import { type ChangedFile, type ChangeFacts, isEffective, type Relation } from './facts.ts';
import { liesIn, type PlacedFunction } from './places.ts';

/**
 * Was it this change? A function is told apart from a change only when no way leads from one to the other: not by
 * lines, not by calls in either direction in any round of either side, not by a function that calls both and could hand
 * on what it got, not by what files load, and when nothing changed that concerns everything.
 */
export function attribute(table: CostTable, known: ChangeFacts): Attributions {
  const { rows } = table;
  const facts = { ...known, files: known.files.map(seenIn(rows)) };
  const effective = facts.files.filter(isEffective);
  if (effective.length === 0 && facts.packages.length === 0) {
    const nothing = attributionOf({ by: 'nothing' });
    return { row: () => nothing, program: nothing };
  }
  const everything = wayForAll(facts);
  const { ways: own, unseen } = changedRows(rows, facts);
  const calls = callWays(table, own);
  const relationOf = relationFinder(facts.relations);
  const last: Way =
    everything ?? (unseen === undefined ? { by: 'nothing' } : { by: 'unseen', name: unseen });
  const path = effective[0]?.path ?? '';
  const loaded =
    effective.find(({ kind }) => kind === 'source')?.path ?? facts.packages[0]?.name ?? path;
  return {
    row(index) {
      const row = rows[index];
      const way = own[index] ?? calls.ways[index];
      if (way !== undefined) return attributionOf(way);
      if (row === undefined || row.account !== 'code')
        return attributionOf({ by: 'everything', path });
      const relation = row.foreign ? undefined : relationOf(row);
      if (relation !== undefined && relation !== 'apart')
        return attributionOf({ by: 'imports', path: loaded });
      if (last.by !== 'nothing') return attributionOf(last);
      const isPlaced = row.foreign ? !calls.isAlone[index] : relation === 'apart';
      return attributionOf(isPlaced ? last : { by: 'unknown' });
    },
    program: attributionOf(everything ?? { by: 'everything', path }),
  };
}

/** What no source seems to load, and a profile shows all the same, is loaded. */
function seenIn(rows: readonly PlacedFunction[]): (file: ChangedFile) => ChangedFile {
  return (file) =>
    file.kind === 'unloaded' && rows.some((row) => liesIn(row, file.path))
      ? { ...file, kind: 'source' }
      : file;
}

/** What concerns all functions alike. */
function wayForAll({ files, packages }: ChangeFacts): Way | undefined {
  const other = files.find(({ kind }) => kind === 'other');
  if (other !== undefined) return { by: 'everything', path: other.path };
  // What go.mod says besides the modules it needs: the version of Go, say.
  const itself = packages.find(({ name, ecosystem }) => ecosystem === 'go' && name === 'go.mod');
  return itself === undefined ? undefined : { by: 'everything', path: itself.name };
}

interface CallWays {
  readonly ways: readonly (Way | undefined)[];
  /** Rows with a stack in which no code of the service calls them: what runs them is not known. */
  readonly isAlone: Uint8Array;
}

/** Ways by calls: everything in a stack with changed code, and everything below a caller of changed code. */
function callWays({ rows, rounds }: CostTable, own: readonly (Way | undefined)[]): CallWays {
  const ways: (Way | undefined)[] = rows.map(() => undefined);
  const isCaller = new Uint8Array(rows.length);
  const isAlone = new Uint8Array(rows.length);
  for (const { frames, offsets } of rounds) {
    for (let stack = 0; stack + 1 < offsets.length; stack += 1) {
      let callee: number | undefined;
      // Leaf first: what comes later calls what came before.
      for (let at = offsets[stack] ?? 0; at < (offsets[stack + 1] ?? 0); at += 1) {
        const row = frames[at] ?? -1;
        if (own[row] !== undefined) callee = row;
        else if (callee !== undefined) {
          ways[row] ??= { by: 'calls', name: rows[callee]?.name ?? '' };
          if (rows[row]?.foreign === false) isCaller[row] = 1;
        }
      }
    }
  }
  for (const { frames, offsets } of rounds) {
    for (let stack = 0; stack + 1 < offsets.length; stack += 1) {
      let changed: number | undefined;
      let shared: number | undefined;
      let isBelowOwn = false;
      for (let at = (offsets[stack + 1] ?? 0) - 1; at >= (offsets[stack] ?? 0); at -= 1) {
        const row = frames[at] ?? -1;
        if (!isBelowOwn) isAlone[row] = 1;
        if (rows[row]?.foreign === false) isBelowOwn = true;
        if (changed !== undefined && own[row] === undefined) {
          ways[row] ??= { by: 'called', name: rows[changed]?.name ?? '' };
        } else if (shared !== undefined && own[row] === undefined) {
          ways[row] ??= { by: 'shared caller', name: rows[shared]?.name ?? '' };
        }
        if (own[row] !== undefined) changed = row;
        if (isCaller[row] === 1) shared = row;
      }
    }
  }
  return { ways, isAlone };
}

/** Finds a function's file among the repository's, also behind a folder that an image put in front. */
function relationFinder(
  relations: ChangeFacts['relations'],
): (row: PlacedFunction) => Relation | undefined {
  const known = new Map(Object.entries(relations));
  return ({ file }) => {
    const found = known.get(file);
    if (found !== undefined || !(file.startsWith('/') || file.endsWith('.go'))) return found;
    for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
      const end = known.get(file.slice(at + 1));
      if (end !== undefined) return end;
    }
    return undefined;
  };
}

/** The mark that a way makes. */
function attributionOf(way: Way): Attribution {
  const mark = way.by === 'lines' ? 'touched' : way.by === 'nothing' ? 'unrelated' : 'reachable';
  return { mark, way };
}
