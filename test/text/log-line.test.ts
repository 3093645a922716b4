import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine, neutral } from '../../src/text/log-line.ts';
import { HOSTILE, hostileText } from './hostile.ts';
import { runnerCommand } from './runner.ts';

describe('logLine', () => {
  it.each([
    ['listening on ::1', 'listening on ::1'],
    ['::error::x', ': :error::x'],
    ['  ::error::x', '  : :error::x'],
    ['a ##[error]x', 'a # #[error]x'],
    ['###[group]x', '## #[group]x'],
    ['\u200b::error::x', '⟨U+200B⟩::error::x'],
    ['\u001b[0m::error::x', ': :error::x'],
    ['one\n::error::x', 'one ::error::x'],
  ])('writes %j as %j', (text, line) => {
    expect(logLine(text)).toBe(line);
  });

  it.each(Object.entries(HOSTILE))('is no command for a name made to %s', (_, name) => {
    expect(runnerCommand(logLine(name))).toBeUndefined();
  });

  it('is one line without commands and escapes, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 200 }), (text, max) => {
        const line = logLine(text, max);
        expect(runnerCommand(line)).toBeUndefined();
        expect(line).not.toMatch(/^\s*::|##\[|\p{Cc}/u);
      }),
    );
  });
});

describe('neutral', () => {
  it('leaves colours and takes commands', () => {
    expect(neutral('\u001b[1mTitle\u001b[22m ##[group]')).toBe(
      '\u001b[1mTitle\u001b[22m # #[group]',
    );
  });
});

describe('the stand-in for the runner', () => {
  it.each([
    ['::set-output name=a::b', 'set-output'],
    ['\t ::error file=x::y', 'error'],
    ['text ##[warning]y', 'warning'],
    ['text ::error::y', undefined],
    ['::unknown::y', undefined],
  ])('reads %j as the runner does', (line, command) => {
    expect(runnerCommand(line)).toBe(command);
  });
});
