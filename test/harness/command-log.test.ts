import { describe, expect, it } from 'vitest';
import { CommandLog } from './command-log.ts';

function logOf(...lines: string[]): CommandLog {
  const log = new CommandLog();
  for (const line of lines) log.take(line);
  return log;
}

describe('the log of a step', () => {
  it('hides secrets from the moment they are named, in every form', () => {
    const log = logOf('before s3cr3t-value', '::add-mask::s3cr3t-value', 'after s3cr3t-value');
    log.take(`base64 ${Buffer.from('user:s3cr3t-value').toString('base64')}`);
    expect(log.text).toMatch(/^before s3cr3t-value\nafter \*\*\*\nbase64 .*\*\*\*.*$/);
    expect(log.unmasked).toContain('after s3cr3t-value');
    expect(log.unmasked).not.toContain('add-mask');
  });

  it('obeys nothing between stop-commands and its token', () => {
    const log = logOf(
      '::stop-commands::tok-123',
      '::error::forged',
      '::tok-123::',
      '::error::real',
    );
    expect(log.annotations.map(({ message }) => message)).toEqual(['real']);
    expect(log.ignored.map(({ data }) => data)).toEqual(['forged']);
    expect(log.text).toContain('::stop-commands::***');
  });

  it('ends the pause for a token that stands in the old form in the middle of a line', () => {
    const log = logOf('::stop-commands::tok-123', 'x ##[tok-123]', '::error::real');
    expect(log.annotations).toHaveLength(1);
  });

  it.each([['error'], [''], ['pause-logging']])('refuses the stop token %j', (token) => {
    const log = logOf(`::stop-commands::${token}`, '::warning::still obeyed');
    expect(log.errors).toHaveLength(1);
    expect(log.annotations.map(({ level }) => level)).toEqual(['error', 'warning']);
  });

  it('keeps ten annotations of a level and counts the others', () => {
    const errors = Array.from({ length: 12 }, (_, index) => `::error::${index}`);
    const log = logOf(...errors, '::warning::one');
    expect(log.annotations).toHaveLength(11);
    expect(log.annotationsDropped).toBe(2);
  });

  it('warns of an empty secret', () => {
    expect(logOf('::add-mask::').annotations).toMatchObject([{ level: 'warning' }]);
  });

  it('cuts a message at 4096 characters', () => {
    expect(logOf(`::error::${'x'.repeat(5000)}`).annotations[0]?.message).toHaveLength(4096);
  });

  it.each([
    ['::set-output name=verdict::pass'],
    ['some text ##[error]boom'],
    ['::set-env name=A::b'],
    ['::add-path::/tmp'],
    ['::save-state name=a::b'],
  ])('calls %j forged', (line) => {
    expect(logOf(line).forged).toHaveLength(1);
  });

  it.each([['::error::x'], ['::group::x'], ['::add-mask::x'], ['plain']])(
    'does not call %j forged',
    (line) => {
      expect(logOf(line).forged).toEqual([]);
    },
  );
});
