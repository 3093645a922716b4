import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTOR, partOf } from '../../../src/compare/accounts.ts';
import { StableFiles } from '../../../src/compare/identity/file.ts';
import { withoutMeaningless } from '../../../src/compare/identity/generated.ts';
import { withoutTypeArguments } from '../../../src/compare/identity/go.ts';
import { withoutNumbers } from '../../../src/compare/identity/ordinal.ts';
import type { FunctionInfo } from '../../../src/profiles/profile.ts';
import { identitiesOf, readDiff, readTraps } from './traps.ts';

const FRAMES = readTraps().flatMap(({ traps }) =>
  traps.flatMap(({ base, head }) => [...base, ...head]),
);

/** Names and files of the table, and what hostile hands make of them. */
const PIECES = [...new Set(FRAMES.flatMap(({ name, file }) => [name, file]))];
const text = fc.oneof(
  fc.constantFrom(...PIECES),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 4 })
    .map((parts) => parts.join('')),
);

const functions = fc.record<FunctionInfo>({
  name: text,
  systemName: fc.oneof(fc.constant(''), text),
  file: text,
  line: fc.oneof(fc.nat(200), fc.constantFrom(0, -1, 4294967295, Number.MAX_SAFE_INTEGER, 1e300)),
});

/** What is repeated in the names that are meant to take long. */
const REPEATED = [
  '[go.shape.',
  '[...]',
  '[',
  ']',
  '<',
  '>',
  '::h0123456789abcde',
  '.func1',
  '.1',
  '$1',
  '$$Lambda$',
  '$$Lambda$1/0x0',
  '/',
  './',
  '../',
  '/../',
  '@v',
  'node_modules/',
  '/gems/a-1/',
  '-1',
  ' - ',
  ':',
  ':1',
  '{closure:',
  '{lambda(#',
  '>b__1_',
  '__DisplayClass',
  ' [clone ',
  '.isra.0',
  '0123456789abcdef',
  'a-',
  '%2',
  '\0',
  '\u001b[31m',
  '(anonymous:L#',
  'LazyCompile:*',
  "'lambda",
  'operator<',
  '0x0',
  '_[0',
  'EnhancerBy$$',
  '/registry/src/',
  '.so',
  '\ud800',
  'é',
];

describe('identity', () => {
  it('does not change what it has made', () => {
    const shorten = (name: string) =>
      withoutNumbers(withoutTypeArguments(withoutMeaningless(name), '')).name;
    fc.assert(
      fc.property(fc.constantFrom(...PIECES), (name) => {
        expect(shorten(shorten(name))).toBe(shorten(name));
        const file = new StableFiles(['/w/base']).of(name, 'f').file;
        expect(new StableFiles(['/w/base']).of(file, 'f').file).toBe(file);
      }),
      { numRuns: 2 * PIECES.length },
    );
  });

  it('does not depend on where the sources lie', () => {
    const segment = fc.stringMatching(/^[a-z]{1,8}$/u);
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        text,
        (one, other, path, name) => {
          const roots = { base: [`/r/${one.join('/')}`], head: [`/s/${other.join('/')}`] };
          const at = (root: string | undefined): FunctionInfo[] => [
            { name, systemName: '', file: `${root}/${path.join('/')}.x`, line: 3 },
          ];
          const { base, head } = identitiesOf(
            { base: at(roots.base[0]), head: at(roots.head[0]) },
            undefined,
            roots,
          );
          expect(head.map(({ key }) => key)).toEqual(base.map(({ key }) => key));
        },
      ),
    );
  });

  it('is the same for the same functions on both sides, whatever they are called', () => {
    fc.assert(
      fc.property(fc.array(functions, { maxLength: 20 }), fc.boolean(), (all, isKnown) => {
        const { base, head } = identitiesOf(
          { base: all, head: all },
          isKnown ? readDiff('empty') : undefined,
          { base: [], head: [] },
        );
        expect(head.map(({ key }) => key)).toEqual(base.map(({ key }) => key));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(functions, { maxLength: 20 }),
        fc.array(functions, { maxLength: 20 }),
        (base, head) => {
          const found = identitiesOf({ base, head }, readDiff('rename'));
          expect(found.base.length + found.head.length).toBe(base.length + head.length);
        },
      ),
    );
  });

  it.each(REPEATED)('takes %j many times over as a name and as a file', (piece) => {
    const long = piece.repeat(Math.ceil(20_000 / piece.length));
    const base: FunctionInfo[] = [long, `${long}x`, `x${long}`, `${long}.js`, `${long}.go`].flatMap(
      (name) => [
        { name, systemName: '', file: '', line: 1 },
        { name: `${name}:f:1`, systemName: 'f', file: name, line: 1 },
        { name: 'f', systemName: '', file: name, line: 1, defined: true },
      ],
    );
    expect(identitiesOf({ base, head: base }, readDiff('rename')).head).toHaveLength(base.length);
  });
});

describe('every pattern', () => {
  const folder = new URL('../../../src/compare/', import.meta.url);
  const files = [
    'accounts.ts',
    'profilers.ts',
    ...readdirSync(new URL('identity/', folder)).map((name) => `identity/${name}`),
  ];
  const patterns = files.flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8').replace(
      /^\s*(?:\/\*\*|\*|\/\/).*$/gmu,
      '',
    );
    return [
      ...source.matchAll(
        /\/((?:\\.|\[(?:\\.|[^\]\\\n])+\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])+\]|[^/\\\n[])*)\/[gims]*u\b/gu,
      ),
    ].map(([, pattern = '']) => ({ file, pattern }));
  });
  const bare = (pattern: string) => pattern.replace(/\\./gu, '_').replace(/\[[^\]]+\]/gu, '_');

  it('is found', () => {
    expect(patterns.length).toBeGreaterThan(80);
  });

  // A pattern is tried at each place of a name: only bounds make that linear in the name's length.
  it.each(patterns)('has bounds: $file $pattern', ({ pattern }) => {
    expect(bare(pattern).replaceAll('(?', '(')).not.toMatch(/[*+]|\{\d+,\}/u);
    const bounds = [...bare(pattern).matchAll(/\{(?:\d+,)?(\d+)\}/gu)].map(([, most]) =>
      Number(most),
    );
    const isAnchored = /^(?:\^|\(\?:\^|\(\?<[=!])/u.test(pattern) || pattern.endsWith('$');
    if (!isAnchored) expect(Math.max(0, ...bounds)).toBeLessThanOrEqual(200);
  });
});

describe('an account', () => {
  it('is one that a function can’t be mistaken for: a file makes it a function', () => {
    for (const name of [
      '(idle)',
      '(program)',
      COLLECTOR,
      'other',
      '[libc.so.6]',
      '0x7f00',
      'root',
      'unknown',
    ]) {
      expect(partOf(name, 'src/a.js').role).toBe('code');
      expect(partOf(name, '').role).not.toBe('code');
    }
  });
});
