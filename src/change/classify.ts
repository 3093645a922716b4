import type { FileDiff } from '../plan/git-diff.ts';
import type { ChangedFile, ChangedKind } from './facts.ts';
import { idleKind, isServed } from './kinds.ts';
import { differInCommentsOnly, languageOf, tokensOf } from './lex/language.ts';
import { outlineOf } from './outline/outline.ts';
import { lockFormat } from './packages/lock.ts';
import { neededPackages } from './packages/manifest.ts';
import { nameOf } from './paths.ts';
import { foldersRead, isInFolder, namedIn, type Program, readAsFile } from './reads.ts';
import { touchFunctions } from './touched.ts';

/** A changed file and both its texts; undefined where it is not there, binary, or too large. */
export interface FileVersions {
  readonly diff: FileDiff;
  readonly base: string | undefined;
  readonly head: string | undefined;
}

/** What else is known of the repository. */
export interface Surroundings {
  /** All that may read files; undefined when there was too much to look through. */
  readonly programs: readonly Program[] | undefined;
  /** How the service is built, started and loaded, as one text. */
  readonly commands: string;
  /** Whether documents are made into pages. */
  readonly buildsSite: boolean;
  /** Whether the user says that the service never loads a file. */
  readonly isDeclaredIdle: (path: string) => boolean;
}

/** Modes of plain files. */
const PLAIN = new Set(['100644', '100755']);

/** Languages that we know by name only. */
const OTHER_SOURCE =
  /\.(?:c|cc|cpp|cxx|h|hh|hpp|m|mm|swift|rb|php|pl|ex|exs|erl|hs|ml|scala|clj|groovy|fs|vb|lua|r|jl|zig|nim|dart|cr|vue|svelte|astro|sql|proto|graphql|s|asm)$/iu;

/** Says what every file of a change is to the service. */
export function classifyFiles(
  files: readonly FileVersions[],
  surroundings: Surroundings,
): ChangedFile[] {
  const programs = surroundings.programs && [
    ...surroundings.programs,
    { path: 'the commands', text: surroundings.commands },
  ];
  const folders = programs === undefined ? 'everything' : foldersRead(programs);
  return files.map((file) => {
    const path = file.diff.head ?? file.diff.base ?? '';
    const kind = kindOf(file, path, surroundings);
    const why = reader(path, kind, { programs, folders, surroundings });
    if (why !== undefined) return { path, kind: 'other', why };
    return kind === 'source' ? { path, kind, ...extentsIn(file, path) } : { path, kind };
  });
}

/** By what it is; whether something reads it all the same is another question. */
function kindOf(
  { diff, base, head }: FileVersions,
  path: string,
  { isDeclaredIdle }: Surroundings,
): ChangedKind {
  const isPlain = diff.modes.every((mode) => PLAIN.has(mode)) && new Set(diff.modes).size <= 1;
  const isMoved = diff.base !== undefined && diff.head !== undefined && diff.base !== diff.head;
  if (!isPlain) return 'other';
  const places = [diff.base, diff.head].filter((place) => place !== undefined);
  if (places.every(isDeclaredIdle)) return 'upkeep';
  const [idle] = places.map(idleKind);
  if (idle !== undefined && places.every((place) => idleKind(place) === idle)) return idle;
  const language = languageOf(path);
  const isBoth = base !== undefined && head !== undefined && !isMoved;
  if (language !== undefined) {
    return isBoth && differInCommentsOnly(base, head, language) ? 'comments' : 'source';
  }
  if (isReadableLock(path, base, head) && !isMoved) return 'packages';
  if (nameOf(path) === 'package.json' && isBoth && neededPackages(base, head) !== undefined) {
    return 'packages';
  }
  return OTHER_SOURCE.test(path) ? 'source' : 'other';
}

/** Whether a lock file says which packages changed. */
function isReadableLock(path: string, ...texts: readonly (string | undefined)[]): boolean {
  const format = lockFormat(path);
  if (format === undefined) return false;
  const there = texts.filter((text) => text !== undefined);
  return there.length > 0 && there.every((text) => format.read(text) !== undefined);
}

interface Readers {
  readonly programs: readonly Program[] | undefined;
  readonly folders: ReturnType<typeof foldersRead>;
  readonly surroundings: Surroundings;
}

/** Why a file that looks idle may be read; undefined when nothing reads it. */
function reader(path: string, kind: ChangedKind, readers: Readers): string | undefined {
  const { programs, folders, surroundings } = readers;
  if (kind === 'source' || kind === 'packages' || kind === 'other') return undefined;
  if (surroundings.isDeclaredIdle(path)) return undefined;
  if (programs === undefined) return 'may be read: there are too many files to look through';
  if (isInFolder(path, folders)) return 'lies in a folder that is read as a whole';
  if (kind === 'comments') {
    if (isServed(path)) return 'may be served as a file';
    const named = readAsFile(path, programs);
    return named === undefined ? undefined : `may be read as a file by ${named}`;
  }
  if (kind === 'documentation' && surroundings.buildsSite) return 'may be made into a page';
  const named = namedIn(path, programs);
  return named === undefined ? undefined : `is named in ${named}`;
}

function extentsIn({ diff, base, head }: FileVersions, path: string): Partial<ChangedFile> {
  const language = languageOf(path);
  const hunks = diff.hunks;
  if (hunks === undefined || diff.head === undefined) return {};
  const tokens = {
    base: base === undefined || language === undefined ? undefined : tokensOf(base, language),
    head: head === undefined || language === undefined ? undefined : tokensOf(head, language),
  };
  const outline = tokens.head && language && outlineOf(tokens.head, language);
  if (outline === undefined)
    return { lines: hunks.map(({ head: { start, end } }) => [start, end]) };
  return { functions: touchFunctions(outline, hunks, tokens) };
}
