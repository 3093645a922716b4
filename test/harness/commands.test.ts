import { describe, expect, it } from 'vitest';
import { parseCommand, REGISTERED } from './commands.ts';

const NAMES = new Set(REGISTERED);

describe('what the runner takes for a command', () => {
  it.each([
    ['::error::boom', 'error', 'boom'],
    ['  ::error::boom', 'error', 'boom'],
    ['\u3000\t::warning::wide space', 'warning', 'wide space'],
    ['\u0085::warning::next line', 'warning', 'next line'],
    ['::ERROR::any case', 'error', 'any case'],
    ['::set-output name=a::1', 'set-output', '1'],
    ['::add-mask::a%25b%0Ac%3A', 'add-mask', 'a%b\nc%3A'],
    ['::group::', 'group', ''],
    ['anywhere ##[error]boom', 'error', 'boom'],
    ['##[warning a=b;c=d]%5Dx%3B', 'warning', ']x;'],
    ['::nonsense:: ##[notice]second form is tried too', 'notice', 'second form is tried too'],
  ])('%j', (line, name, data) => {
    expect(parseCommand(line, NAMES)).toMatchObject({ name, data });
  });

  it.each([
    ['text ::error::boom'],
    ['::error boom'],
    ['::nonsense::x'],
    [': :error::x'],
    ['# #[error]x'],
    ['##[error x'],
    ['##[command]git log'],
    ['\ufeff::error::a byte order mark is no space for .NET'],
  ])('not %j', (line) => {
    expect(parseCommand(line, NAMES)).toBeUndefined();
  });

  it('reads properties', () => {
    const line = '::error file=src/a%2Cb.ts,line=7,Title=a%3Ab%25,empty=,=x::m';
    expect(parseCommand(line, NAMES)?.properties).toEqual({
      file: 'src/a,b.ts',
      line: '7',
      title: 'a:b%',
    });
  });
});
