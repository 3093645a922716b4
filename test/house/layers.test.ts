import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

interface Import {
  readonly from: string;
  /** A module's name, or a path below the root. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)';|^import '([^']+)';|import\('([^']+)'\)/gmu;

function sources(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const to = target.startsWith('.') ? normalize(join(dirname(file), target)) : target;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const ALL = sources();
const IMPORTS = ALL.flatMap(importsOf);

function room(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Everything that a file runs with, however far away. */
function reachable(file: string, seen = new Set<string>()): Set<string> {
  for (const { from, to, typeOnly } of IMPORTS) {
    if (from !== file || typeOnly || seen.has(to)) continue;
    seen.add(to);
    reachable(to, seen);
  }
  return seen;
}

describe('the house', () => {
  it('has files to look at', () => {
    expect(ALL.length).toBeGreaterThan(50);
    expect(IMPORTS.length).toBeGreaterThan(100);
  });

  it.each(['change', 'compare', 'report', 'self-test', 'text'])(
    '%s/ is pure: no I/O, no clock, no randomness',
    (pure) => {
      for (const file of ALL.filter((name) => room(name) === pure)) {
        const outside = [...reachable(file)].filter(
          (target) =>
            (target.startsWith('node:') && target !== 'node:util') ||
            /^(axios|autocannon|@actions)/u.test(target),
        );
        expect({ file, outside }).toEqual({ file, outside: [] });
        const text = readFileSync(join(ROOT, file), 'utf8');
        expect(text, file).not.toMatch(
          /\bprocess\.|Date\.now|new Date\(\)|Math\.random|performance\./u,
        );
      }
    },
  );

  it('reads the environment only where the process is handed in', () => {
    for (const file of ALL) {
      if (['entry', 'config', 'preload', 'canary', 'cli.ts', 'action.ts'].includes(room(file)))
        continue;
      expect(readFileSync(join(ROOT, file), 'utf8'), file).not.toMatch(/process\.env\b/u);
    }
  });

  it('sends data one way: a room knows only rooms before it', () => {
    const before: Readonly<Record<string, readonly string[]>> = {
      text: [],
      plan: ['text', 'config'],
      receiver: ['text', 'config', 'profiles', 'preload'],
      profiles: ['text', 'config', 'receiver', 'measure'],
      measure: ['text', 'config', 'plan', 'profiles', 'receiver'],
      compare: ['text', 'config', 'plan', 'profiles'],
      report: ['text', 'config', 'compare', 'profiles', 'change'],
      publish: ['text', 'config', 'report'],
      owners: ['text', 'config', 'plan', 'profiles'],
      'hand-off': ['text', 'config', 'compare', 'profiles', 'report'],
      waivers: ['text', 'config', 'publish'],
      replay: ['text', 'config', 'profiles', 'report'],
      bisect: ['plan', 'config', 'compare', 'report'],
      change: ['text', 'plan', 'profiles', 'compare'],
      logs: ['text'],
      preload: ['text'],
      canary: [],
      init: ['text', 'config'],
      doctor: ['text', 'config', 'compare', 'profiles', 'report'],
      'self-test': ['text', 'config', 'compare', 'profiles', 'report', 'canary'],
    };
    for (const { from, to } of IMPORTS) {
      const allowed = before[room(from)];
      if (allowed === undefined || !to.startsWith('src/')) continue;
      const target = room(to);
      if (target === room(from) || target.endsWith('.ts')) continue;
      expect(allowed, `${from} imports ${to}`).toContain(target);
    }
  });

  it('has no import that goes in a circle', () => {
    for (const file of ALL) expect([...reachable(file)], file).not.toContain(file);
  });
});
