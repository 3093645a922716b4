import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfigFile } from '../../src/config/file/parse-config-file.ts';
import { readCommandLine } from '../../src/config/flags.ts';

const FILES = new URL('files/', import.meta.url);
const SCHEMA = JSON.parse(
  readFileSync(new URL('../../docs/flamegate.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

const files = (kind: 'good' | 'bad') =>
  readdirSync(FILES).filter((name) => name.startsWith(`${kind}-`));

/** What Flamegate itself says of a file; empty when nothing is wrong. */
function problemsOf(text: string): string {
  const invocation = readCommandLine(['run'], {});
  try {
    if ('complete' in invocation) invocation.complete(parseConfigFile(text, 'file.yml'));
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return '';
}

describe('the JSON Schema of the configuration file', () => {
  it('is one', () => {
    expect(new Ajv().validateSchema(SCHEMA)).toBe(true);
  });

  it('describes every setting, and no secret', () => {
    const { properties } = SCHEMA;
    expect(Object.keys(properties)).toContain('max-increase');
    expect(Object.keys(properties).filter((name) => /token|password|headers/u.test(name))).toEqual(
      [],
    );
    for (const { description } of Object.values<{ description: string }>(properties)) {
      expect(description).toMatch(/\.$/u);
    }
  });

  it.each(files('good'))('takes %s, as Flamegate does', (name) => {
    const text = readFileSync(new URL(name, FILES), 'utf8');
    expect(problemsOf(text)).toBe('');
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  it.each(files('bad'))('refuses %s, as Flamegate does', (name) => {
    const text = readFileSync(new URL(name, FILES), 'utf8');
    // What Flamegate says of it stands in the file's first line.
    const [first = ''] = text.split('\n');
    expect(problemsOf(text)).toContain(first.replace(/^# /u, ''));
    expect(validate(parse(text))).toBe(false);
  });
});
