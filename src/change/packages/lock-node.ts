import { asJsonObject, type JsonObject } from '../../profiles/json-fields.ts';
import { LockCollector } from './collect.ts';
import type { Lock } from './lock.ts';

const FOLDER = 'node_modules/';

/** npm's `package-lock.json`, of any version; undefined when it is none. */
export function readNpmLock(text: string): Lock | undefined {
  const lock = asJsonObject(parsed(text));
  if (lock === undefined) return undefined;
  const packages = new LockCollector();
  const flat = asJsonObject(lock.packages);
  if (flat === undefined) addNested(asJsonObject(lock.dependencies) ?? {}, packages);
  for (const [path, value] of Object.entries(flat ?? {})) {
    const entry = asJsonObject(value);
    const at = path.lastIndexOf(FOLDER);
    // What is linked, or lies elsewhere, is a part of the repository.
    if (entry === undefined || at < 0 || entry.link === true) continue;
    packages.add(path.slice(at + FOLDER.length), versionOf(entry), dependenciesOf(entry));
  }
  return packages.finish();
}

/** The first version of npm's format nests packages. */
function addNested(dependencies: JsonObject, packages: LockCollector): void {
  for (const [name, value] of Object.entries(dependencies)) {
    const entry = asJsonObject(value) ?? {};
    packages.add(name, versionOf(entry), Object.keys(asJsonObject(entry.requires) ?? {}));
    addNested(asJsonObject(entry.dependencies) ?? {}, packages);
  }
}

function versionOf({ version, integrity, resolved }: JsonObject): string {
  return `${version} ${integrity ?? resolved ?? ''}`.trim();
}

function dependenciesOf(entry: JsonObject): string[] {
  return ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((field) =>
    Object.keys(asJsonObject(entry[field]) ?? {}),
  );
}

/** Yarn's `yarn.lock`, of both formats; undefined when it is none. */
export function readYarnLock(text: string): Lock | undefined {
  if (!/^(?:# yarn lockfile|__metadata:)/mu.test(text)) return undefined;
  const packages = new LockCollector();
  for (const block of text.split(/\n(?=\S)/u)) {
    const name = /^"?(@?[^@",\s]{1,200})@/u.exec(block)?.[1];
    const version = /^ {2}"?version"?:? "?([^"\n]{1,200})"?$/mu.exec(block)?.[1];
    if (name === undefined || version === undefined) continue;
    const digest = /^ {2}(?:integrity|checksum:|resolution:) (.{1,300})$/mu.exec(block)?.[1] ?? '';
    packages.add(name, `${version} ${digest}`.trim(), yarnDependencies(block));
  }
  return packages.finish();
}

function yarnDependencies(block: string): string[] {
  const names: string[] = [];
  let isInside = false;
  for (const line of block.split('\n')) {
    if (/^ {2}\S/u.test(line)) isInside = /^ {2}(?:optionalD|peerD|d)ependencies:$/u.test(line);
    else if (isInside) {
      const name = /^ {4}"?(@?[^"\s:]{1,200})"?/u.exec(line)?.[1];
      if (name !== undefined) names.push(name);
    }
  }
  return names;
}

/** pnpm's `pnpm-lock.yaml`, as far as names and versions; undefined when it is none. */
export function readPnpmLock(text: string): Lock | undefined {
  if (!text.startsWith('lockfileVersion')) return undefined;
  const packages = new LockCollector();
  let section = '';
  for (const line of text.split('\n')) {
    if (/^\S/u.test(line)) section = line.trim();
    if (section !== 'packages:' && section !== 'snapshots:') continue;
    const key = /^ {2}['"]?\/?(@?[^@'"\s(:]{1,200})[@/]([^'":(\s]{1,200})/u.exec(line);
    if (key !== null) packages.add(key[1] ?? '', key[2] ?? '', undefined);
  }
  return packages.finish();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
