import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { pullRequestEvent } from './events.ts';
import { FakeGitHub } from './fake-github.ts';
import { type ActionRun, runAction, type StepOptions, startAction } from './runner.ts';
import { RUNTIME_TOKEN } from './runner-environment.ts';

const ACTION_YML = `
name: tiny
inputs:
  plain-name: { default: '08' }
  with space: { default: 12 }
  no-default: { required: true }
  github-token: { default: '\${{ github.token }}' }
outputs:
  seen: { description: what it saw }
runs: { using: node24, main: dist/main.js }
`;

let github: FakeGitHub;
let folder: string;

beforeAll(async () => {
  github = await FakeGitHub.start();
  folder = await mkdtemp(join(tmpdir(), 'flamegate-tiny-'));
});

afterAll(async () => {
  await github.close();
  await rm(folder, { recursive: true });
});

/** An action whose script is `source`, in a folder of its own. */
async function tinyAction(source: string, actionYml = ACTION_YML): Promise<StepOptions> {
  const action = await mkdtemp(join(folder, 'action-'));
  await mkdir(join(action, 'dist'));
  await writeFile(join(action, 'action.yml'), actionYml);
  await writeFile(join(action, 'dist', 'main.js'), source);
  const event = pullRequestEvent(github, github.addPull({ number: 7 }));
  return { action, inputs: {}, event, eventName: 'pull_request', github, workspace: folder };
}

async function run(source: string, options: Partial<StepOptions> = {}): Promise<ActionRun> {
  const finished = await runAction({ ...(await tinyAction(source)), ...options });
  onTestFinished(() => finished.dispose());
  return finished;
}

describe('a step', () => {
  it('has its inputs, with defaults and the token, in INPUT_ variables', async () => {
    const { log, unmasked } = await run(
      `for (const [k, v] of Object.entries(process.env)) if (k.startsWith('INPUT_')) console.log(k + '=' + v)`,
      { inputs: { 'Plain-Name': 'given' } },
    );
    expect(unmasked.split('\n').sort()).toEqual([
      `INPUT_GITHUB-TOKEN=${github.token}`,
      'INPUT_NO-DEFAULT=',
      'INPUT_PLAIN-NAME=given',
      'INPUT_WITH_SPACE=12',
    ]);
    expect(log).toContain('INPUT_GITHUB-TOKEN=***');
  });

  it('takes a default as it is written', async () => {
    const { log } = await run(`console.log(process.env['INPUT_PLAIN-NAME'])`);
    expect(log).toBe('08');
  });

  it('is warned of an input that the action does not have', async () => {
    const { annotations } = await run('', { inputs: { tpyo: 'x' } });
    expect(annotations).toMatchObject([
      { level: 'warning', message: "Unexpected input(s) 'tpyo'" },
    ]);
  });

  it('runs in the workspace and knows the event', async () => {
    const { log } = await run(`
      const event = JSON.parse(require('fs').readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
      console.log(process.cwd() === process.env.GITHUB_WORKSPACE, process.env.GITHUB_REF, process.env.GITHUB_BASE_REF);
      console.log(event.pull_request.number, event.pull_request.head.repo.full_name, event.repository.full_name);`);
    expect(log).toBe('true refs/pull/7/merge main\n7 octo-org/shop octo-org/shop');
  });

  it('sees nothing of the environment of the tests', async () => {
    process.env.FLAMEGATE_TEST_LEAK = 'leak';
    onTestFinished(() => void delete process.env.FLAMEGATE_TEST_LEAK);
    const { unmasked } = await run('console.log(JSON.stringify(process.env))');
    expect(unmasked).not.toContain('leak');
    expect(unmasked).toContain(RUNTIME_TOKEN);
  });

  it('gives outputs, variables and a summary through files, secrets hidden', async () => {
    const { outputs, exported, summary } = await run(`
      const { appendFileSync: add } = require('fs');
      add(process.env.GITHUB_OUTPUT, 'seen<<E\\none\\ntwo\\nE\\n');
      add(process.env.GITHUB_ENV, 'A=b\\n');
      add(process.env.GITHUB_STEP_SUMMARY, '# token ' + process.env['INPUT_GITHUB-TOKEN']);`);
    expect(outputs).toEqual({ seen: 'one\ntwo' });
    expect(exported).toEqual({ A: 'b' });
    expect(summary).toBe('# token ***');
  });

  it('has the secrets of the repository hidden', async () => {
    const { log, unmasked } = await run('console.log("key s3cr3t-key")', {
      secrets: ['s3cr3t-key'],
    });
    expect([log, unmasked]).toEqual(['key ***', 'key s3cr3t-key']);
  });

  it('loses a summary of more than 1 MiB', async () => {
    const { summary, annotations } = await run(
      `require('fs').writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`,
    );
    expect(summary).toBe('');
    expect(annotations).toMatchObject([{ level: 'error' }]);
  });

  it('is obeyed on both streams, and a carriage return starts a line', async () => {
    const { annotations, forged } = await run(`
      console.log('::error title=T,file=a.ts,line=3::out');
      console.error('::warning::err');
      process.stdout.write('progress 50%\\r::notice::return\\r\\nsome ##[set-output name=verdict]pass\\n');`);
    expect(annotations).toHaveLength(3);
    expect(annotations).toContainEqual({
      level: 'error',
      message: 'out',
      title: 'T',
      file: 'a.ts',
      line: 3,
    });
    expect(annotations).toContainEqual(expect.objectContaining({ message: 'return' }));
    expect(forged).toMatchObject([{ name: 'set-output', syntax: '##[', data: 'pass' }]);
  });

  it.each([
    ['process.exitCode = 3', { exitCode: 3, conclusion: 'failure' }],
    ['process.kill(process.pid, "SIGKILL")', { exitCode: null, signal: 'SIGKILL' }],
    ['console.log("::set-env name=A::b")', { exitCode: 0, conclusion: 'failure' }],
    ['console.log("::error::alone it fails nothing")', { exitCode: 0, conclusion: 'success' }],
  ])('ends as %s says', async (source, end) => {
    expect(await run(source)).toMatchObject(end);
  });
});

describe('what a step leaves behind', () => {
  it('is found and ended', async () => {
    const { orphans, outputHeldOpen } = await run(`
      const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
        { detached: true, stdio: 'ignore' });
      child.unref();`);
    expect(orphans).toHaveLength(1);
    expect(orphans[0]?.command).toContain('setInterval');
    expect(outputHeldOpen).toBe(false);
  });

  it('shows when it holds the output open', async () => {
    const { outputHeldOpen, orphans } = await run(
      `
      const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
        { detached: true, stdio: 'inherit' });
      child.unref();`,
      { patience: { outputMs: 100 } },
    );
    expect(outputHeldOpen).toBe(true);
    expect(orphans).toHaveLength(1);
  });
});

describe('a cancelled job', () => {
  it('interrupts the process, which can still clean up', async () => {
    const running = await startAction(
      await tinyAction(`
        process.on('SIGINT', () => { console.log('cleaned up'); process.exit(130); });
        setInterval(() => {}, 1000); console.log('ready');`),
    );
    await running.logged('ready');
    const run = await running.cancel();
    await run.dispose();
    expect(run).toMatchObject({ exitCode: 130, log: 'ready\ncleaned up' });
  });

  it('ends a process that listens to nothing', async () => {
    const running = await startAction({
      ...(await tinyAction(`
        for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => console.log(s));
        setInterval(() => {}, 1000); console.log('ready');`)),
      patience: { interruptMs: 100, terminateMs: 100 },
    });
    await running.logged('ready');
    const run = await running.cancel();
    await run.dispose();
    expect(run).toMatchObject({ signal: 'SIGKILL', log: 'ready\nSIGINT\nSIGTERM' });
  });

  it('is told when the text it waits for never comes', async () => {
    const running = await startAction(await tinyAction('console.log("something else")'));
    await expect(running.logged('ready')).rejects.toThrow(/ended without saying "ready"/);
    await (await running.finished).dispose();
  });
});

describe('the harness refuses', () => {
  it('a step that does not end', async () => {
    await expect(run('setInterval(() => {}, 1000)', { timeoutMs: 300 })).rejects.toThrow(
      /longer than 300 ms/,
    );
  });

  it.each([
    [
      'a runtime that the runner does not know',
      'runs: { using: node22, main: dist/main.js }',
      /runs.using is node22/,
    ],
    [
      'a script that is not there',
      'runs: { using: node24, main: dist/other.js }',
      /dist\/other.js/,
    ],
    [
      'a default that needs an expression it can not evaluate',
      `inputs: { a: { default: '\${{ github.sha }}' } }\nruns: { using: node24, main: dist/main.js }`,
      /default of a/,
    ],
  ])('%s', async (_, actionYml, message) => {
    await expect(runAction(await tinyAction('', actionYml))).rejects.toThrow(message);
  });
});

it('a step can write to RUNNER_TEMP, which goes away with the run', async () => {
  const finished = await runAction(
    await tinyAction(`require('fs').writeFileSync(process.env.RUNNER_TEMP + '/kept.txt', 'kept')`),
  );
  expect(await readFile(join(finished.temp, 'kept.txt'), 'utf8')).toBe('kept');
  await finished.dispose();
  await expect(readFile(join(finished.temp, 'kept.txt'))).rejects.toThrow(/ENOENT/);
});
