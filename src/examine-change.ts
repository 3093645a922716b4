import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Surroundings as Around,
  classifyFiles,
  type FileVersions,
} from './change/classify.ts';
import { type ChangedFile, type ChangeFacts, isIdle } from './change/facts.ts';
import { findPackages } from './change/find-packages.ts';
import { entryFiles, type ServiceCommands } from './change/imports/entries.ts';
import { type ImportGraph, importGraph } from './change/imports/graph.ts';
import { idleKind, isServed, isToolConfiguration } from './change/kinds.ts';
import { differInCommentsOnly, languageOf } from './change/lex/language.ts';
import { type RepositoryNames, repositoryNames } from './change/names.ts';
import { lockFormat } from './change/packages/lock.ts';
import { nameOf } from './change/paths.ts';
import { buildsSite, programOf } from './change/reads.ts';
import { relationsTo, withLoading } from './change/relations.ts';
import { markUnloaded } from './change/unloaded.ts';
import { compareTrees } from './measure/compare-trees.ts';
import { parseDiff } from './plan/git-diff.ts';
import type { Environment } from './plan/git-environment.ts';
import { trackedFiles } from './plan/tracked-files.ts';
import type { Side } from './profiles/profile.ts';

/** A change as it was checked out and built. */
export interface BuiltChange {
  /** The commits' diff; undefined when it is unknown. */
  readonly diff: string | undefined;
  /** Absolute: each side's worktree. */
  readonly roots: Readonly<Record<Side, string>>;
  readonly commands: Pick<ServiceCommands, 'build' | 'start' | 'directory'>;
  /** The user's word on which files the service never loads. */
  readonly isDeclaredIdle: (path: string) => boolean;
}

/** What a change is to the service. */
export interface Examination {
  /** Undefined when nothing is known of the change. */
  readonly facts: ChangeFacts | undefined;
  /** False when what was built is the same on both sides, as far as anything runs by it. */
  readonly hasEffect: boolean;
}

/** How git and the file system are read. */
export interface ReadOptions {
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/** Larger files are data, or made by machines. */
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_LOCK_BYTES = 32 * 1024 * 1024;

/** A repository with more than that is not looked through. */
const MAX_FILES = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Finds out what a change is to the service, from both sides as they were built. On any doubt it has an effect; so
 * it does when no file differs, since whoever compares what is equal tests the gate.
 */
export async function examineChange(
  change: BuiltChange,
  options: ReadOptions,
): Promise<Examination> {
  if (change.diff === undefined) return { facts: undefined, hasEffect: true };
  const versions = await readVersions(change);
  const texts = await readOwnTexts(change.roots.head, options);
  const names = texts && repositoryNames(texts, change.commands.directory);
  const graph = texts && names && graphOf(texts, names);
  const around = surroundingsOf(change, texts, names);
  const classified = classifyFiles(versions, around);
  const files =
    graph === undefined || names === undefined || around.programs === undefined
      ? classified
      : markUnloaded(classified, graph, around.programs, entriesOf(change, names, graph));
  const packages = findPackages(versions);
  const facts: ChangeFacts = {
    schema: 1,
    files,
    packages: packages.map((one) =>
      graph === undefined ? { ...one, isLoaded: true } : withLoading(one, graph),
    ),
    relations: graph === undefined ? {} : relationsTo(changedSources(files), packages, graph),
  };
  if (files.length === 0 || !files.every(isIdle)) return { facts, hasEffect: true };
  const difference = await differenceOf(change, files, options.signal);
  if (difference === undefined) return { facts, hasEffect: false };
  return { facts: { ...facts, files: [...files, difference] }, hasEffect: true };
}

/** A file that was built otherwise, although nothing that changed looks like it. */
async function differenceOf(
  { roots, isDeclaredIdle }: BuiltChange,
  files: readonly ChangedFile[],
  signal: AbortSignal,
): Promise<ChangedFile | undefined> {
  const idle = new Set(files.map(({ path }) => path));
  const built = await compareTrees(
    roots,
    ({ path, base, head }) => {
      if (idle.has(path) || isDeclaredIdle(path)) return false;
      const language = languageOf(path);
      if (language === undefined || isServed(path) || !base || !head) return true;
      return !differInCommentsOnly(base.toString(), head.toString(), language);
    },
    signal,
  );
  switch (built.outcome) {
    case 'same':
      return undefined;
    case 'different':
      return { path: built.path, kind: 'other', why: 'was built differently' };
    case 'too large':
      return { path: '.', kind: 'other', why: 'holds too much to compare what was built' };
  }
}

function changedSources(files: readonly ChangedFile[]): string[] {
  return files.filter(({ kind }) => kind === 'source').map(({ path }) => path);
}

async function readVersions({ diff = '', roots }: BuiltChange): Promise<FileVersions[]> {
  const versions: FileVersions[] = [];
  for (const file of parseDiff(diff)) {
    versions.push({
      diff: file,
      base: file.base === undefined ? undefined : await readText(roots.base, file.base),
      head: file.head === undefined ? undefined : await readText(roots.head, file.head),
    });
  }
  return versions;
}

/** The texts that make up the program, by path; undefined when there is too much. */
async function readOwnTexts(
  root: string,
  options: ReadOptions,
): Promise<ReadonlyMap<string, string> | undefined> {
  const paths = await trackedFiles(root, options);
  if (paths.length > MAX_FILES) return undefined;
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of paths) {
    options.signal.throwIfAborted();
    if (lockFormat(path) !== undefined && nameOf(path) !== 'go.mod') continue;
    const text = await readText(root, path);
    if (text === undefined) continue;
    bytes += text.length;
    if (bytes > MAX_BYTES) return undefined;
    texts.set(path, text);
  }
  return texts;
}

/** Undefined for what is no file, no text, or too large. */
async function readText(root: string, path: string): Promise<string | undefined> {
  const limit = lockFormat(path) === undefined ? MAX_FILE_BYTES : MAX_LOCK_BYTES;
  const stat = await lstat(join(root, path)).catch(() => undefined);
  if (!stat?.isFile() || stat.size > limit) return undefined;
  const text = await readFile(join(root, path), 'utf8');
  return text.includes('\0') ? undefined : text;
}

function surroundingsOf(
  { commands, isDeclaredIdle }: BuiltChange,
  texts: ReadonlyMap<string, string> | undefined,
  names: RepositoryNames | undefined,
): Around {
  const programs =
    texts &&
    [...texts]
      .filter(([path]) => idleKind(path) === undefined && !isToolConfiguration(path))
      .map(([path, text]) => programOf(path, text));
  return {
    programs,
    commands: [commands.build, commands.start, ...Object.values(names?.scripts ?? {})].join('\n'),
    buildsSite: [...(texts ?? [])].some(
      ([path, text]) => path.endsWith('package.json') && buildsSite(text),
    ),
    isDeclaredIdle,
  };
}

/** Tests load what they like; which of it goes together is no question of the service. */
function graphOf(texts: ReadonlyMap<string, string>, names: RepositoryNames): ImportGraph {
  const sources = [...texts].filter(
    ([path]) => languageOf(path) !== undefined && idleKind(path) === undefined,
  );
  return importGraph(new Map(sources), names);
}

function entriesOf(
  { commands }: BuiltChange,
  names: RepositoryNames,
  graph: ImportGraph,
): string[] {
  return entryFiles({ ...commands, scripts: names.scripts, main: names.main }, graph.files);
}
