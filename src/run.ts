import { basename, resolve } from 'node:path';
import { bisectFindings } from './bisect-findings.ts';
import { Cleanup } from './cleanup.ts';
import type { MeasuredService, RunConfig } from './config/config.ts';
import { findOwners } from './find-owners.ts';
import { scrubberOf } from './machine.ts';
import { filesAt } from './plan/file-at-commit.ts';
import { planCommits } from './plan-commits.ts';
import { recordService, type ServiceRun, secretsOf } from './record-service.ts';
import { judgeRecorded, withRecorded } from './recorded-report.ts';
import type { RecordedService } from './replay/gate-record.ts';
import { digestOfText, sealBundle } from './replay/seal.ts';
import { renderJson } from './report/json.ts';
import type { Report } from './report/report.ts';
import type { Result } from './report/result.ts';
import type { Surroundings } from './surroundings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Builds, loads and compares two commits.
 * @throws FlamegateError when there is nothing to judge: wrong usage, unknown commits, an interruption
 */
export async function runAndCompare(
  config: RunConfig,
  surroundings: Surroundings,
): Promise<Report> {
  const planned = await planCommits(config, surroundings);
  const cleanup = new Cleanup(surroundings.log);
  try {
    const root = await bundleFolder(config, surroundings, cleanup);
    const scrub = await scrubberOf(surroundings, secretsOf(config));
    const measured: MeasuredPart[] = [];
    const isAlone = config.services.length === 1;
    for (const service of config.services) {
      const folder = isAlone ? '.' : folderName(service);
      if (!isAlone) surroundings.log.info(`Now the service ${service.name}.`);
      const run = { planned, config, service, root, folder, scrub };
      measured.push({ run, recorded: await recordService(run, surroundings) });
    }
    const recorded = measured.map((part) => part.recorded);
    const judged = await judgeRecorded(recorded, root, surroundings.version);
    const services = await annotated(measured, judged, surroundings);
    const report = withRecorded(judged, services);
    if (config.bundle !== undefined) {
      await sealBundle(root, recordOf(services, report, root, surroundings));
    }
    return report;
  } finally {
    await cleanup.run();
  }
}

/** A service that was measured. */
interface MeasuredPart {
  readonly run: ServiceRun;
  readonly recorded: RecordedService;
}

/** With what is looked up once it is known what fails; what takes long, and may be cut short, is the last. */
async function annotated(
  parts: readonly MeasuredPart[],
  judged: Report,
  surroundings: Surroundings,
): Promise<readonly RecordedService[]> {
  const { environment: env, log, signal } = surroundings;
  const owned: MeasuredPart[] = [];
  for (const { run, recorded } of parts) {
    const results = resultsOf(judged, run);
    const { repository, base } = run.planned;
    const filesOfBase = async () => filesAt({ cwd: repository, env, signal }, base.commit);
    const owners = await findOwners(results, run.service, filesOfBase, log);
    owned.push({ run, recorded: { ...recorded, owners } });
  }
  const searched: RecordedService[] = [];
  for (const { run, recorded } of owned) {
    const bisections = run.config.bisect
      ? await bisectFindings(resultsOf(judged, run), run, surroundings)
      : [];
    searched.push({ ...recorded, bisections });
  }
  return searched;
}

function resultsOf({ comparisons }: Report, { service: { name } }: ServiceRun): readonly Result[] {
  return comparisons.map(({ result }) => result).filter(({ service }) => service === name);
}

function recordOf(
  services: readonly RecordedService[],
  report: Report,
  root: string,
  { version, github }: Surroundings,
) {
  return {
    version,
    name: basename(root),
    ...(github === undefined ? {} : { runUrl: github.runUrl }),
    services,
    report: digestOfText(renderJson(report)),
  };
}

/** A service's folder in a bundle of several. */
function folderName({ name }: MeasuredService): string {
  return encodeURIComponent(name);
}

/** Absolute: making a relative folder where the working folder is gone never ends (Node's `mkdir`, recursive). */
async function bundleFolder(
  { bundle }: RunConfig,
  { cwd, tempDirectory }: Surroundings,
  cleanup: Cleanup,
): Promise<string> {
  if (bundle === undefined) return temporaryFolder(tempDirectory, 'the recorded rounds', cleanup);
  return resolve(cwd, bundle);
}
