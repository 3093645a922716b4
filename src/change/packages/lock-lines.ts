import { LockCollector } from './collect.ts';
import type { Lock } from './lock.ts';

/** What a module of Go says it needs, and as one more package all that it says besides. */
export function readGoMod(text: string): Lock {
  const packages = new LockCollector();
  let isList = false;
  for (const line of linesOf(text, /\s*\/\/.*$/u)) {
    if (line === ')') isList = false;
    else if (line === 'require (') isList = true;
    else {
      const [, module, version] =
        /^(?:require\s+)?("?[\w./~-]{1,300}"?)\s+(v\S{1,200})$/u.exec(line) ?? [];
      const isRequired = isList || line.startsWith('require');
      if (module === undefined || version === undefined || !isRequired) {
        packages.add(GO_ITSELF, line, undefined);
      } else packages.add(module.replaceAll('"', ''), version, undefined);
    }
  }
  return packages.finish();
}

/** Stands for what go.mod says besides the modules it needs: it concerns all of the program. */
export const GO_ITSELF = 'go.mod';

/** Digests of Go's modules; the ones that are only looked at for their own go.mod don't count. */
export function readGoSum(text: string): Lock {
  const packages = new LockCollector();
  for (const line of linesOf(text)) {
    const [module = '', version = '', digest = ''] = line.split(/\s+/u);
    if (!version.endsWith('/go.mod')) packages.add(module, `${version} ${digest}`, undefined);
  }
  return packages.finish();
}

/** Pinned requirements of pip; undefined when one is not pinned, or other files take part. */
export function readRequirements(text: string): Lock | undefined {
  const packages = new LockCollector();
  for (const line of linesOf(text.replaceAll(/\\\r?\n/gu, ' '), /(?:^|\s)#.*$/u)) {
    const [, name, version] =
      /^([\w.-]{1,200})(?:\[[^\]]{0,200}\])?\s*===?\s*([^\s;]{1,200})(?:\s*;.*|\s+--hash.*)?$/u.exec(
        line,
      ) ?? [];
    if (name === undefined || version === undefined) return undefined;
    packages.add(pythonName(name), version, undefined);
  }
  return packages.finish();
}

/** Python's packages are the same whatever the case and the dashes. */
export function pythonName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/gu, '-');
}

/** Gradle's lock file: `group:artifact:version=configurations`. */
export function readGradleLock(text: string): Lock | undefined {
  const packages = new LockCollector();
  for (const line of linesOf(text, /^#.*$/u)) {
    if (line.startsWith('empty=')) continue;
    const [, name, version] = /^([^:=]{1,200}:[^:=]{1,200}):([^:=]{1,200})=/u.exec(line) ?? [];
    if (name === undefined || version === undefined) return undefined;
    packages.add(name, version, undefined);
  }
  return packages.finish();
}

function linesOf(text: string, comment = /$^/u): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(comment, '').trim())
    .filter(Boolean);
}
