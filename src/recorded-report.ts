import { join } from 'node:path';
import { policyIn } from './compare/terms.ts';
import { FlamegateError } from './errors.ts';
import { withOwners } from './owned.ts';
import { readManifest } from './profiles/manifest-file.ts';
import type { FoundCommit, RecordedService } from './replay/gate-record.ts';
import { invalidResult } from './report/build-result.ts';
import { type Compared, type Report, reportOf } from './report/report.ts';
import type { Finding, Result } from './report/result.ts';
import { judgeBundle, subjectsOf } from './verdict.ts';

/** The report on what a gate recorded, just now or a year ago: it is a function of the bundle. */
export async function reportOn(
  services: readonly RecordedService[],
  root: string,
  version: string,
): Promise<Report> {
  return withRecorded(await judgeRecorded(services, root, version), services);
}

/** What the recorded rounds say. */
export async function judgeRecorded(
  services: readonly RecordedService[],
  root: string,
  version: string,
): Promise<Report> {
  const compared: Compared[] = [];
  for (const recorded of services) {
    const { handling } = recorded.service;
    const results = await resultsOf(recorded, root, version);
    compared.push(...results.map((result) => ({ result, handling })));
  }
  return reportOf(atLeastOne(compared));
}

/** The same with what was found out about its findings. */
export function withRecorded(report: Report, services: readonly RecordedService[]): Report {
  const known = ({ result, handling }: Compared): Compared => {
    const recorded = services.find(({ service }) => service.name === result.service);
    const found = withBisections(result, recorded?.bisections ?? []);
    return { result: withOwners(found, recorded?.owners ?? []), handling };
  };
  const [first, ...others] = report.comparisons;
  return reportOf([known(first), ...others.map(known)]);
}

/** Says of findings which commit brought them. */
function withBisections(result: Result, bisections: readonly FoundCommit[]): Result {
  const findings = result.findings.map((finding) => {
    const found = bisections.find(
      (one) => one.profileType === result.profileType && isOf(one, finding),
    );
    return found === undefined ? finding : { ...finding, bisection: found.bisection };
  });
  return { ...result, findings };
}

function isOf(found: FoundCommit, finding: Finding): boolean {
  return (['function', 'file', 'line', 'measure'] as const).every(
    (field) => found[field] === finding[field],
  );
}

/** @throws FlamegateError of kind `internal` for an empty list */
export function atLeastOne<T>([first, ...others]: readonly T[]): readonly [T, ...T[]] {
  if (first === undefined) throw new FlamegateError('internal', 'nothing was compared');
  return [first, ...others];
}

async function resultsOf(
  { folder, service, comparisons, waivers, base, head, warnings, failure }: RecordedService,
  root: string,
  version: string,
): Promise<readonly Result[]> {
  if (failure === undefined) {
    const path = join(root, folder, 'rounds.json');
    return judgeBundle(path, await readManifest(path), service, {
      version,
      warnings,
      waivers,
    });
  }
  const { message, ...details } = failure;
  const error = new FlamegateError('measurement', message, details);
  return service.types.map(({ profileType, policy }) => {
    const type = { profileType, policy: policyIn({ comparisons, waivers }, policy) };
    return invalidResult(error, subjectsOf(service, type, version, { base, head }), warnings);
  });
}
