import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakeGitHub } from './fake-github.ts';
import type { EventPayload } from './github/recorded-events.ts';

/** Is there an `act` (github.com/nektos/act)? */
export function hasAct(): boolean {
  return spawnSync('act', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A repository with a workflow, and what happens in it. */
export interface Workflow {
  /** Work tree with the workflow in `.github/workflows`; act runs it in a copy. */
  readonly repository: string;
  readonly eventName: string;
  readonly event: EventPayload;
  readonly github: FakeGitHub;
  /** Folder of the action that the workflow's `uses` means. */
  readonly action: string;
  /** That `uses`. */
  readonly uses: string;
  /** Folder of the test's own, for all that act keeps. */
  readonly scratch: string;
}

/** What came of a workflow of one job. */
export interface WorkflowRun {
  /** Of act: not 0 when a job failed. */
  readonly exitCode: number;
  /** Of the job: `success` or `failure`. */
  readonly result: string | undefined;
  /** Outputs of its steps, whichever set them. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The steps' log, as act shows it. */
  readonly log: string;
}

/** What of the action's folder is shipped; act would take all of it, with node_modules. */
const SHIPPED = ['action.yml', 'package.json', 'dist'];

/** Longer than any run should take, shorter than a test may. */
const TIMEOUT_MS = 110_000;

/**
 * Runs a repository's workflow with act on this machine, without containers and without GitHub: the
 * action is a local folder, checking out is copying, and the API is the fake.
 */
export async function runWithAct(workflow: Workflow): Promise<WorkflowRun> {
  const { repository, eventName, event, github, uses, scratch } = workflow;
  const at = (name: string) => join(scratch, name);
  const { owner, name } = github.repository;
  await mkdir(at('home'), { recursive: true });
  for (const part of SHIPPED) {
    await cp(join(workflow.action, part), join(at('action'), part), { recursive: true });
  }
  await writeFile(at('event.json'), JSON.stringify(event));
  await writeFile(at('secrets'), `GITHUB_TOKEN=${github.token}\n`);
  const args = [
    eventName,
    '--json',
    `--directory=${repository}`,
    `--eventpath=${at('event.json')}`,
    '--platform=ubuntu-latest=-self-hosted',
    `--local-repository=${uses}=${at('action')}`,
    `--secret-file=${at('secrets')}`,
    `--env=GITHUB_API_URL=${github.url}`,
    `--env=GITHUB_REPOSITORY=${owner}/${name}`,
    '--container-daemon-socket=-',
    '--no-cache-server',
  ];
  return new Promise((resolve, reject) => {
    execFile(
      'act',
      args,
      {
        // Steps have all of act's own environment.
        env: {
          PATH: process.env.PATH,
          HOME: at('home'),
          XDG_CACHE_HOME: at('cache'),
          XDG_CONFIG_HOME: at('config'),
          ACT_DISABLE_VERSION_CHECK: '1',
        },
        maxBuffer: 64 * 1024 * 1024,
        timeout: TIMEOUT_MS,
        killSignal: 'SIGINT',
      },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') {
          reject(new Error(`act did not end by itself: ${stdout.slice(-2000)}\n${stderr}`));
        } else {
          resolve({ exitCode: Number(error?.code ?? 0), ...read(stdout) });
        }
      },
    );
  });
}

/** A line of act's log. */
interface Entry {
  readonly msg?: string;
  /** The workflow command or the command file, if it is about one. */
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly jobResult?: string;
}

function read(stdout: string): Omit<WorkflowRun, 'exitCode'> {
  const entries = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Entry => JSON.parse(line));
  const outputs = entries.filter(({ command }) => command === 'set-output');
  return {
    result: entries.find(({ jobResult }) => jobResult !== undefined)?.jobResult,
    outputs: Object.fromEntries(outputs.map(({ name = '', arg = '' }) => [name, arg])),
    summary: entries.find(({ command }) => command === 'summary')?.content ?? '',
    log: entries.map(({ msg = '' }) => msg.trimEnd()).join('\n'),
  };
}
