import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Change, findChange, readChanges, SHOP } from '../../fixtures/demo/changes.ts';
import { flamegateArguments, shellText } from '../../fixtures/demo/command.ts';
import { type Found, judge, parseFound } from '../../fixtures/demo/verdict.ts';

const planted: Change = {
  name: 'slower',
  description: '',
  expected: 'regression',
  culprits: ['leaf', 'helper'],
  callers: ['caller'],
  patch: '',
};
const harmless: Change = {
  ...planted,
  expected: 'none',
  culprits: [],
  callers: [],
};

/** `leaf!` is a failing culprit, `leaf` one that does not fail, `(leaf)` one that another explains. */
function found(verdict: Found['verdict'], names = ''): Found {
  const findings = names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({
      function: name.replace(/[!()]/g, ''),
      delta: 0.05,
      fails: name.endsWith('!'),
      culprit: !name.startsWith('('),
    }));
  return { verdict, reason: 'So it is.', findings };
}

describe('judge', () => {
  it.each<[string, Change, Found, number, string[]]>([
    ['the right function', planted, found('regression', 'leaf!'), 1, []],
    ['one of two right functions', planted, found('regression', 'helper! (caller)!'), 1, []],
    ['a pass', planted, found('pass'), 0, ['should have been regression', 'leaf or helper']],
    ['no function', planted, found('regression', 'leaf'), 1, ['leaf or helper should']],
    [
      'a caller',
      planted,
      found('regression', 'caller!'),
      1,
      ['caller only calls', 'leaf or helper'],
    ],
    ['a caller, too', planted, found('regression', 'leaf! caller!'), 1, ['caller only calls']],
    [
      'an innocent one, too',
      planted,
      found('regression', 'leaf! other!'),
      1,
      ['other did not get'],
    ],
    ['another exit status', planted, found('regression', 'leaf!'), 0, ['exit status was 0']],
    ['a pass of no slowdown', harmless, found('pass'), 0, []],
    ['no answer on no slowdown', harmless, found('inconclusive'), 4, []],
    [
      'a regression where none is',
      harmless,
      found('regression', 'other!'),
      1,
      ['pass or inconclusive', 'other did'],
    ],
    ['a broken measurement', harmless, found('invalid'), 3, ['pass or inconclusive']],
    ['an exit status that alarms', harmless, found('pass'), 1, ['exit status was 1']],
  ])('%s', (_, change, answer, status, faults) => {
    const { agrees, lines } = judge(change, answer, status);
    expect(agrees).toBe(faults.length === 0);
    expect(lines[0]).toBe(`Verdict: ${answer.verdict}. So it is.`);
    const told = lines.filter((line) => /^(?:Wrong|Missing): /.test(line));
    expect(told).toEqual(faults.map((fault) => expect.stringContaining(fault)));
  });

  it('names culprits with their change', () => {
    expect(judge(planted, found('regression', 'leaf!'), 1).lines).toEqual([
      'Verdict: regression. So it is.',
      "Culprit: leaf, +5.0 points of the base's CPU.",
    ]);
  });
});

it('reads a result of the schema it knows', () => {
  const result = { schema: 1, ...found('pass') };
  expect(parseFound(JSON.stringify(result)).verdict).toBe('pass');
  expect(() => parseFound(JSON.stringify({ ...result, schema: 2 }))).toThrow('schema 2');
});

describe('the command', () => {
  it('is shown as a shell reads it', async () => {
    const args = flamegateArguments({
      base: 'a',
      head: 'b',
      json: "/tmp/it's.json",
      maxIncrease: '0.25',
    });
    const shown = shellText(['echo', ...args]);
    const script = `printf '%s\\0' ${shown.slice('echo '.length)}`;
    const { stdout } = await promisedFile('bash', ['-c', script]);
    expect(stdout.split('\0').slice(0, -1)).toEqual(args);
  });

  it('has one option a line', () => {
    expect(shellText(['flamegate', 'run', '--base', 'a b', '--json', 'c'])).toBe(
      "flamegate run \\\n  --base 'a b' \\\n  --json c",
    );
  });
});

describe('npm run demo', () => {
  it('lists the changes', async () => {
    const { stdout } = await demo(['--list']);
    for (const { name } of await readChanges(SHOP)) expect(stdout).toContain(name);
  });

  it.each([
    ['an unknown change', ['--change', 'nope'], 'Choose one of slower, slower-10'],
    ['an unknown option', ['--chnage', 'slower'], 'Use `--change NAME`'],
  ])('refuses %s', async (_, args, hint) => {
    await expect(demo(args)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(hint),
    });
  });

  it('finds no change that is not there', async () => {
    const changes = await readChanges(SHOP);
    expect(() => findChange(changes, 'SLOWER')).toThrow('there is no change called "SLOWER"');
  });

  it('leaves nothing when it is interrupted', async () => {
    const temporary = mkdtempSync(path.join(tmpdir(), 'flamegate-test-'));
    onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
    const child = spawn(process.execPath, [...DEMO, '--change', 'rename'], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        const before = output.includes('build base');
        output += chunk;
        if (!before && output.includes('build base')) child.kill('SIGINT');
      });
    }
    const [status] = await once(child, 'close');
    expect([status, readdirSync(temporary).filter((name) => !name.startsWith('tsx'))]).toEqual([
      130,
      [],
    ]);
    expect(output).toContain('interrupted by SIGINT');
  });
});

const MAIN = path.resolve(import.meta.dirname, '../../fixtures/demo/main.ts');
const DEMO = ['--import', 'tsx', MAIN];

function demo(args: readonly string[]): Promise<{ stdout: string }> {
  return promisedFile(process.execPath, [...DEMO, ...args]);
}

function promisedFile(file: string, args: readonly string[]): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    execFile(file, args, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout });
      else reject(Object.assign(error, { stderr }));
    });
  });
}
