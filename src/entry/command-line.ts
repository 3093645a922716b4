import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Config, DoctorConfig, ReplayConfig, SelfTestConfig } from '../config/config.ts';
import type { Configurable, WantedFile } from '../config/configurable.ts';
import { readCommandLine } from '../config/flags.ts';
import { readGitHubContext } from '../config/github-environment.ts';
import { helpText } from '../config/help.ts';
import { EXIT } from '../errors.ts';
import type { Log } from '../log.ts';
import { terminalLog } from '../logs/terminal-log.ts';
import type { ShippedFiles, Surroundings } from '../surroundings.ts';
import { version } from '../version.ts';
import { bundleNamed } from './bundle-name.ts';
import { completeAtTerminal, completeOnGitHub } from './configuration.ts';
import { reportFailure } from './failure.ts';
import { interruptible } from './interrupt.ts';
import { refuseUnsupported } from './platform.ts';
import { keepYoungGenerationSmall } from './young-generation.ts';

/**
 * Runs the command line; returns the exit code. The process is passed in, so nothing else touches it;
 * `shipped` is where the build put the files that others load.
 */
export async function commandLine(process: NodeJS.Process, shipped: ShippedFiles): Promise<number> {
  keepYoungGenerationSmall();
  const colour = process.stderr.isTTY && !process.env.NO_COLOR ? 'on' : 'off';
  const log = terminalLog(process.stderr, { colour });
  try {
    const invocation = readCommandLine(process.argv.slice(2), process.env);
    switch (invocation.ask) {
      case 'version':
        process.stdout.write(`${version}\n`);
        return EXIT.pass;
      case 'help':
        process.stdout.write(helpText(invocation.command));
        return EXIT.pass;
      case 'job':
        return await runJob(await configured(invocation, process, log), process, shipped, log);
      case 'replay':
        return await runReplay(invocation.config, process, log);
      case 'self-test':
        return await runSelfTest(await configured(invocation, process, log), process, shipped, log);
      case 'init':
        return await runInit(invocation.file, process, shipped, log);
      case 'doctor':
        return await runDoctor(await configured(invocation, process, log), process, shipped, log);
    }
  } catch (error) {
    return reportFailure(error, log);
  }
}

/** In a workflow the work tree may be anybody's; a file that the workflow names is its own affair. */
async function configured<Configuration>(
  wanted: Configurable<Configuration>,
  process: NodeJS.Process,
  log: Log,
): Promise<Configuration> {
  const { env: environment } = process;
  const github = wanted.file.isChosen ? undefined : await readGitHubContext(environment);
  if (github === undefined) return completeAtTerminal(wanted, process.cwd());
  return interruptible(process, CONFIGURE_TIMEOUT_MS, (signal) => {
    const checkout = { github: { ...github, workspace: process.cwd() }, token: wanted.token };
    return completeOnGitHub(wanted, { ...checkout, environment, log, signal });
  });
}

/** Longest time to find the configuration, for which commits may have to be fetched. */
const CONFIGURE_TIMEOUT_MS = 300_000;

async function runJob(
  config: Config,
  process: NodeJS.Process,
  shipped: ShippedFiles,
  log: Log,
): Promise<number> {
  refuseUnsupported(process.platform);
  const report = await interruptible(process, config.timeoutMs, async (signal) => {
    // Loaded here, so that --version and --help start fast.
    const { gate } = await import('../gate.ts');
    return gate(config, surroundingsOf(process, shipped, log, signal));
  });
  const { tellTerminal } = await import('./terminal-report.ts');
  const bundle = config.job === 'run' ? await bundleNamed(config.bundle) : undefined;
  return tellTerminal(report, { output: config.output, bundle, runUrl: undefined }, process);
}

async function runReplay(config: ReplayConfig, process: NodeJS.Process, log: Log): Promise<number> {
  const { replay } = await import('../replay.ts');
  const folder = resolve(process.cwd(), config.bundle);
  const { report, bundle, runUrl } = await replay(folder, config.seal, { version, log });
  const { tellTerminal } = await import('./terminal-report.ts');
  return tellTerminal(report, { output: config.output, bundle, runUrl }, process);
}

async function runSelfTest(
  config: SelfTestConfig,
  process: NodeJS.Process,
  shipped: ShippedFiles,
  log: Log,
): Promise<number> {
  refuseUnsupported(process.platform);
  const result = await interruptible(process, config.gate.timeoutMs, async (signal) => {
    const { selfTest } = await import('../self-test.ts');
    return selfTest(config, surroundingsOf(process, shipped, log, signal));
  });
  const { tellSelfTest } = await import('./self-test-report.ts');
  return tellSelfTest(result, config, process);
}

async function runDoctor(
  config: DoctorConfig,
  process: NodeJS.Process,
  shipped: ShippedFiles,
  log: Log,
): Promise<number> {
  const diagnosis = await interruptible(process, config.timeoutMs, async (signal) => {
    const { doctor } = await import('../doctor/doctor.ts');
    return doctor(config, surroundingsOf(process, shipped, log, signal));
  });
  const { tellDiagnosis } = await import('./doctor-report.ts');
  return tellDiagnosis(diagnosis, config, process);
}

/** Longest time to look through a repository. */
const INIT_TIMEOUT_MS = 60_000;

async function runInit(
  file: WantedFile,
  process: NodeJS.Process,
  shipped: ShippedFiles,
  log: Log,
): Promise<number> {
  const written = await interruptible(process, INIT_TIMEOUT_MS, async (signal) => {
    const { init } = await import('../init.ts');
    return init(file, surroundingsOf(process, shipped, log, signal));
  });
  const { tellInitialised } = await import('./init-report.ts');
  return tellInitialised(written, process);
}

function surroundingsOf(
  process: NodeJS.Process,
  shipped: ShippedFiles,
  log: Log,
  signal: AbortSignal,
): Surroundings {
  return {
    cwd: process.cwd(),
    environment: process.env,
    github: undefined,
    tempDirectory: tmpdir(),
    shipped,
    version,
    log,
    signal,
  };
}
