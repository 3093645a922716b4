import { describe, expect, it } from 'vitest';
import { parseCommandFile } from './command-file.ts';

describe('a command file', () => {
  it.each([
    ['a=1\n', { a: '1' }],
    ['a=b=c\n\nd=\n', { a: 'b=c', d: '' }],
    ['a<<E\none\ntwo\nE\n', { a: 'one\ntwo' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<E\n\n\nE\n', { a: '\n' }],
    ['a<<E\nb=1\nc<<F\nE\nd=2', { a: 'b=1\nc<<F', d: '2' }],
    ['a=1\na=2\n', { a: '2' }],
    ['a=1<<2\n', { a: '1<<2' }],
  ])('%j', (text, values) => {
    expect(parseCommandFile(text)).toEqual(values);
  });

  it.each([['a\n'], ['<<E\nE\n'], ['a<<\n'], ['a<<E\nnever ends\n']])('refuses %j', (text) => {
    expect(() => parseCommandFile(text)).toThrow(/^Invalid/);
  });
});
