import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakeGitHub } from './fake-github.ts';

/** Files with which a step talks to the runner, by the end of their variable's name. */
export type CommandFiles = Readonly<
  Record<'OUTPUT' | 'STATE' | 'ENV' | 'PATH' | 'STEP_SUMMARY', string>
>;

export interface StepSettings {
  readonly github: FakeGitHub;
  readonly event: Readonly<Record<string, unknown>>;
  readonly eventName: string;
  readonly workspace: string;
  /** GITHUB_SHA; the workspace's HEAD by default. */
  readonly sha?: string;
}

/** A secret that every step has in its environment, besides what it is given. */
export const RUNTIME_TOKEN = 'runtime-token-of-this-job-4711';

/** Inherited from the machine; the runner hands on all it has, a test wants to know what it gets. */
const INHERITED = ['PATH', 'LANG', 'TZ', 'TMPDIR'];

/** Creates the files that the runner creates for a step. */
export async function createCommandFiles(temp: string): Promise<CommandFiles> {
  const folder = join(temp, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const files = {
    OUTPUT: join(folder, 'set_output_1'),
    STATE: join(folder, 'save_state_1'),
    ENV: join(folder, 'set_env_1'),
    PATH: join(folder, 'add_path_1'),
    STEP_SUMMARY: join(folder, 'step_summary_1'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  return files;
}

/** The environment of a step on a hosted runner, without its inputs; also writes the event file. */
export async function stepEnvironment(
  settings: StepSettings,
  temp: string,
  files: CommandFiles,
): Promise<Record<string, string>> {
  const { github, event, eventName, workspace } = settings;
  const eventPath = join(temp, '_github_workflow', 'event.json');
  const home = join(temp, '_home');
  await mkdir(join(temp, '_github_workflow'), { recursive: true });
  await mkdir(home, { recursive: true });
  await writeFile(eventPath, JSON.stringify(event));
  const { owner, name, id } = github.repository;
  const refs = refsOf(event);
  const actor = String(Object(event.sender ?? {}).login ?? 'octocat');
  const inherited = INHERITED.flatMap((key) => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: actor,
    GITHUB_API_URL: github.url,
    GITHUB_BASE_REF: refs.base,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_HEAD_REF: refs.head,
    GITHUB_JOB: 'performance',
    GITHUB_REF: refs.ref,
    GITHUB_REF_NAME: refs.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: refs.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: `${owner}/${name}`,
    GITHUB_REPOSITORY_ID: String(id),
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '987654321',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: settings.sha ?? headOf(workspace),
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW: 'CI',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, '_tool_cache'),
    RUNNER_WORKSPACE: join(workspace, '..'),
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/',
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
    ...Object.fromEntries(Object.entries(files).map(([key, path]) => [`GITHUB_${key}`, path])),
  };
}

/** What an event says about branches. Where it says nothing, the workflow runs on the default branch. */
function refsOf(event: Readonly<Record<string, unknown>>): Record<'ref' | 'head' | 'base', string> {
  const pull = Object(event.pull_request ?? {});
  if (typeof pull.number === 'number') {
    return {
      ref: `refs/pull/${pull.number}/merge`,
      head: String(pull.head?.ref ?? ''),
      base: String(pull.base?.ref ?? ''),
    };
  }
  const named = Object(event.merge_group ?? {}).head_ref ?? event.ref;
  return { ref: typeof named === 'string' ? named : 'refs/heads/main', head: '', base: '' };
}

/** The checked out commit; a made-up one where the workspace is no repository. */
function headOf(workspace: string): string {
  try {
    const options = { cwd: workspace, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['rev-parse', 'HEAD'], options).trim();
  } catch {
    return 'c'.repeat(40);
  }
}
