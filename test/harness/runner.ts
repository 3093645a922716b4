import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { readActionFile, stepInputs } from './action-file.ts';
import { parseCommandFile } from './command-file.ts';
import { CommandLog } from './command-log.ts';
import { onLines } from './lines.ts';
import { findOrphans, killOrphans, type Orphan } from './orphans.ts';
import {
  type CommandFiles,
  createCommandFiles,
  RUNTIME_TOKEN,
  stepEnvironment,
} from './runner-environment.ts';
import type { ActionRun, Patience, RunningAction, StepOptions } from './step.ts';

export type { ActionRun, RunningAction, StepOptions } from './step.ts';

const PATIENCE: Patience = { interruptMs: 7500, terminateMs: 2500, outputMs: 5000 };

/** The runner drops a larger summary as a whole (`FileCommandManager.cs`). */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;

/** Runs an action to its end, as GitHub's runner does. */
export async function runAction(options: StepOptions): Promise<ActionRun> {
  const running = await startAction(options);
  return running.finished;
}

/** Starts an action as GitHub's runner does: the script of its action.yml, in the workspace. */
export async function startAction(options: StepOptions): Promise<RunningAction> {
  const action = await readActionFile(options.action);
  const { token } = options.github;
  const { values, unexpected } = stepInputs(action, options.inputs, token);
  const temp = await mkdtemp(join(tmpdir(), 'flamegate-runner-'));
  const files = await createCommandFiles(temp);
  const trackingId = `github_${randomUUID()}`;
  const environment = {
    ...(await stepEnvironment(options, temp, files)),
    ...options.env,
    ...Object.fromEntries([...values].map(([name, value]) => [inputVariable(name), value])),
    RUNNER_TRACKING_ID: trackingId,
  };
  const log = new CommandLog();
  for (const secret of [token, RUNTIME_TOKEN, ...(options.secrets ?? [])]) log.masks.add(secret);
  if (unexpected.length > 0) {
    log.remark('warning', `Unexpected input(s) '${unexpected.join("', '")}'`);
  }
  const child = spawn(options.node ?? process.execPath, [action.main], {
    cwd: options.workspace,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Commands count on both streams.
  onLines(child.stdout, (line) => log.take(line));
  onLines(child.stderr, (line) => log.take(line));
  await once(child, 'spawn');
  return supervise(child, { log, files, temp, trackingId, options });
}

interface Step {
  readonly log: CommandLog;
  readonly files: CommandFiles;
  readonly temp: string;
  readonly trackingId: string;
  readonly options: StepOptions;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function supervise(child: Child, step: Step): RunningAction {
  const { log, options, temp } = step;
  const patience = { ...PATIENCE, ...options.patience };
  const exited = once(child, 'exit');
  const finished = (async () => {
    const limit = options.timeoutMs ?? 120_000;
    const late = Symbol('late');
    const first = await Promise.race([exited, sleep(limit, late, { ref: false })]);
    if (first === late) child.kill('SIGKILL');
    await exited;
    const outputHeldOpen = await outputStaysOpen(child, patience.outputMs);
    const orphans = await findOrphans(step.trackingId);
    killOrphans(orphans);
    if (first === late) {
      await rm(temp, { recursive: true, force: true });
      throw new Error(`the action ran longer than ${limit} ms:\n${log.text.slice(-2000)}`);
    }
    return finishedRun(child, step, { orphans, outputHeldOpen });
  })();
  // Whoever only kills the step need not look at its end.
  finished.catch(() => {});
  return {
    pid: child.pid ?? 0,
    temp,
    logged: (text) => logged(log, text, exited),
    kill: (signal) => void child.kill(signal),
    async cancel() {
      for (const [signal, wait] of [
        ['SIGINT', patience.interruptMs],
        ['SIGTERM', patience.terminateMs],
      ] as const) {
        child.kill(signal);
        await Promise.race([exited, sleep(wait, undefined, { ref: false })]);
        if (child.exitCode !== null || child.signalCode !== null) return finished;
      }
      child.kill('SIGKILL');
      return finished;
    },
    finished,
  };
}

async function finishedRun(
  child: Child,
  { log, files, temp }: Step,
  ended: { readonly orphans: readonly Orphan[]; readonly outputHeldOpen: boolean },
): Promise<ActionRun> {
  const outputs = parseCommandFile(await readFile(files.OUTPUT, 'utf8'));
  const exported = parseCommandFile(await readFile(files.ENV, 'utf8'));
  const summary = await readFile(files.STEP_SUMMARY);
  const dropped = summary.length > SUMMARY_LIMIT_BYTES;
  if (dropped) log.remark('error', `$GITHUB_STEP_SUMMARY is too large: ${summary.length} bytes`);
  const failed = child.exitCode !== 0 || log.errors.length > 0;
  return {
    conclusion: failed ? 'failure' : 'success',
    exitCode: child.exitCode,
    signal: child.signalCode,
    outputs: { ...Object.fromEntries(log.outputs), ...outputs },
    exported,
    summary: dropped ? '' : log.masks.hide(summary.toString('utf8')),
    annotations: log.annotations,
    annotationsDropped: log.annotationsDropped,
    groups: log.groups,
    commands: log.commands,
    forged: log.forged,
    ignored: log.ignored,
    log: log.text,
    unmasked: log.unmasked,
    ...ended,
    temp,
    dispose: () => rm(temp, { recursive: true, force: true }),
  };
}

/** Dashes stay, blanks do not. */
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** Waits for the end of the output; true when it does not come and the output is given up. */
async function outputStaysOpen(child: Child, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (!(child.stdout.closed && child.stderr.closed)) {
    if (Date.now() > deadline) {
      child.stdout.destroy();
      child.stderr.destroy();
      return true;
    }
    await sleep(5);
  }
  return false;
}

async function logged(log: CommandLog, text: string, exited: Promise<unknown>): Promise<void> {
  const ended = exited.then(() => sleep(50)).then(() => true);
  while (!log.text.includes(text)) {
    const over = await Promise.race([ended, sleep(10, false)]);
    if (over && !log.text.includes(text)) {
      throw new Error(`the action ended without saying "${text}":\n${log.text.slice(-2000)}`);
    }
  }
}
