import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config, ReportConfig } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import { readGitHubContext } from '../config/github-environment.ts';
import { configFromInputs } from '../config/inputs.ts';
import { FlamegateError } from '../errors.ts';
import { type ActionsLog, actionsLog } from '../logs/actions-log.ts';
import type { ShippedFiles } from '../surroundings.ts';
import { version } from '../version.ts';
import { completeOnGitHub } from './configuration.ts';
import { reportFailure } from './failure.ts';
import { fileStem } from './file-stem.ts';
import { interruptible } from './interrupt.ts';
import { refuseUnsupported } from './platform.ts';
import { keepYoungGenerationSmall } from './young-generation.ts';

/**
 * Runs the Action; returns the exit code. The process is passed in, so nothing else touches it;
 * `shipped` is where the build put the files that others load.
 */
export async function action(process: NodeJS.Process, shipped: ShippedFiles): Promise<number> {
  keepYoungGenerationSmall();
  const log = actionsLog(process.stdout);
  try {
    refuseUnsupported(process.platform);
    const { env: environment } = process;
    const wanted = configFromInputs(environment);
    await maskSecrets(wanted.secrets);
    const github = await readGitHubContext(environment);
    if (github === undefined) {
      throw new FlamegateError('usage', 'this is not a GitHub Actions runner', {
        hint: 'Elsewhere use the command line: `flamegate --help`.',
      });
    }
    const config = await interruptible(process, CONFIGURE_TIMEOUT_MS, (signal) =>
      completeOnGitHub(wanted, { github, token: wanted.token, environment, log, signal }),
    );
    return await runJob(config, github, { process, shipped, log });
  } catch (error) {
    log.close();
    const exitCode = reportFailure(error, log);
    if (!isInterruption(error)) await annotateFailure(error);
    return exitCode;
  }
}

/** Longest time to find the configuration, for which commits may have to be fetched. */
const CONFIGURE_TIMEOUT_MS = 300_000;

/** Tokens never show in the log, whoever prints them: a service, a load command, an error of a library. */
async function maskSecrets(secrets: readonly string[]): Promise<void> {
  const { setSecret } = await import('@actions/core');
  for (const secret of secrets) setSecret(secret);
}

/** The runner's step that we are. */
interface Step {
  readonly process: NodeJS.Process;
  readonly shipped: ShippedFiles;
  readonly log: ActionsLog;
}

async function runJob(
  config: Config | ReportConfig,
  github: GitHubContext,
  { process, shipped, log }: Step,
): Promise<number> {
  const tempDirectory = github.tempDirectory || tmpdir();
  if (config.job === 'report') {
    log.close();
    return interruptible(process, PUBLISH_TIMEOUT_MS, async (signal) => {
      const { reportJob } = await import('./report-job.ts');
      return reportJob(config, { github, tempDirectory, log, process, signal });
    });
  }
  const kept = keepBundle(config, join(tempDirectory, fileStem(config)));
  const { waiversHere, idleNotices, notesOf } = await import('./pull-request-waivers.ts');
  const { waivers, notices } = await interruptible(process, CONFIGURE_TIMEOUT_MS, (signal) =>
    waiversHere(kept, { github, log, signal }),
  );
  const report = await interruptible(process, config.timeoutMs, async (signal) => {
    const { gate } = await import('../gate.ts');
    const judged = { ...kept, waivers: [...kept.waivers, ...waivers] };
    return gate(judged, {
      cwd: github.workspace,
      environment: process.env,
      github,
      tempDirectory,
      shipped,
      version,
      log,
      signal,
    });
  });
  log.close();
  // With a time limit of its own: a measurement that took too long is reported all the same.
  return interruptible(process, PUBLISH_TIMEOUT_MS, async (signal) => {
    const { tellGitHub } = await import('./github-report.ts');
    const run = { github, tempDirectory, log, process, signal };
    const notes = notesOf([...notices, ...idleNotices(report, waivers)]);
    return tellGitHub(report, kept, run, notes);
  });
}

/** Longest time for everything that is said to GitHub. */
const PUBLISH_TIMEOUT_MS = 120_000;

/** Later steps can upload the recorded rounds, so they are kept; the runner empties the folder after the job. */
function keepBundle(config: Config, folder: string): Config {
  return config.job === 'run' ? { ...config, bundle: config.bundle ?? folder } : config;
}

function isInterruption(error: unknown): boolean {
  return error instanceof FlamegateError && error.kind === 'interrupted';
}

/** An error before any result has no report, so the check page shows it as an annotation. */
async function annotateFailure(error: unknown): Promise<void> {
  const { plain } = await import('../text/plain.ts');
  const { error: annotate } = await import('@actions/core');
  annotate(plain(error instanceof Error ? error.message : String(error), 1000), {
    title: 'Flamegate',
  });
}
