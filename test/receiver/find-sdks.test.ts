import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSdks } from '../../src/receiver/find-sdks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-sdks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const languages = (command = './shop') =>
  findSdks(folder, command).map(({ sdk, where, isUsed }) => [sdk.language, where, isUsed]);

describe('findSdks', () => {
  it.each([
    ['Node', 'package.json', '{"dependencies":{"@pyroscope/nodejs":"^0.6.4"}}'],
    ['Go', 'go.mod', 'module shop\nrequire github.com/grafana/pyroscope-go v1.5.0\n'],
    ['Python', 'requirements-prod.txt', 'flask\npyroscope-io==1.4.0\n'],
    ['Python', 'pyproject.toml', 'dependencies = ["pyroscope_io>=1"]'],
    ['Java', 'pom.xml', '<groupId>io.pyroscope</groupId>'],
    ['Java', 'build.gradle.kts', 'implementation("io.pyroscope:agent:2.9.2")'],
    ['Ruby', 'Gemfile', "gem 'pyroscope', '~> 1.0'"],
    ['Rust', 'Cargo.toml', '[dependencies]\npyroscope = "1"\n'],
    ['.NET', 'shop.csproj', '<PackageReference Include="Pyroscope" Version="0.14" />'],
  ])('finds the SDK for %s in %s', (language, name, text) => {
    writeFileSync(join(folder, name), text);
    expect(languages()).toEqual([[language, name, true]]);
  });

  it.each([
    ['Go', 'go.mod', 'module shop\nrequire github.com/grafana/pyroscope-godly v1\n'],
    ['Rust', 'Cargo.toml', 'name = "not-pyroscope"\n'],
    ['Python', 'setup.py', 'setup(name="pyroscope")'],
  ])('tells the language of a service without an SDK: %s', (language, name, text) => {
    writeFileSync(join(folder, name), text);
    expect(languages()).toEqual([[language, name, false]]);
  });

  it('lists what is used first', () => {
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'go.mod'), 'require github.com/grafana/pyroscope-go v1');
    expect(languages()).toEqual([
      ['Go', 'go.mod', true],
      ['Node', 'package.json', false],
    ]);
  });

  it("sees Java's agent in the start command", () => {
    const command = 'java -javaagent:lib/pyroscope.jar -jar shop.jar';
    expect(languages(command)).toEqual([['Java', 'the start command', true]]);
  });

  it('finds nothing where nothing is, and follows no link', () => {
    expect(findSdks(join(folder, 'missing'), '')).toEqual([]);
    symlinkSync('/dev/zero', join(folder, 'go.mod'));
    expect(languages()).toEqual([['Go', 'go.mod', false]]);
  });
});
