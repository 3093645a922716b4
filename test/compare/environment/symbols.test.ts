import { expect, it } from 'vitest';
import { namedShare } from '../../../src/compare/environment/symbols.ts';
import { profileFromText } from '../../support/text-profile.ts';

it.each<[string, string, number]>([
  ['names', 'main parse 10', 1],
  ['a binary without symbols', '[shop] 10', 0],
  ['native code below named functions', 'main parse copy [libc.so.6] 10', 0.75],
  ['each stack by its cost', 'main 30\n[shop] 10', 0.75],
  ['addresses', '0x4f3a00 libc.so.6+0x1f "shop 0x00ab" 00007f3a12cd 10', 0],
  ['what profilers call unknown', '[unknown] <unknown> ?? unknown __unknown__ 10', 0],
  ['names that look a little like addresses', 'deadbeef add0x12y f0x1 12 cafe 10', 1],
  ['Ruby’s methods of brackets', '"[]" "Hash#[]" "[]=" 10', 1],
  ['a name in brackets that has a source', '[init][src/a.js:1] 10', 1],
  ['V8’s own entries', '"(anonymous)" "(program)" "Garbage Collection" 10', 1],
])('%s', (_, picture, share) => {
  expect(namedShare(profileFromText(picture))).toBeCloseTo(share);
});

it('is unknown of a profile without cost', () => {
  expect(namedShare(profileFromText(''))).toBeUndefined();
});

it('takes its time with no name, however long', () => {
  const hostile = `${'+0x'.repeat(100_000)}g`;
  const picture = profileFromText('main 10');
  const functions = [{ name: hostile, systemName: '', file: '', line: 0 }];
  expect(namedShare({ ...picture, functions })).toBe(1);
});
