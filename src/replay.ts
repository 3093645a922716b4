import { FlamegateError } from './errors.ts';
import type { Log } from './log.ts';
import { reportOn } from './recorded-report.ts';
import { digestOfText, openSealed } from './replay/seal.ts';
import { renderJson } from './report/json.ts';
import type { Report } from './report/report.ts';

/** A report that was made again. */
export interface Replay {
  readonly report: Report;
  /** What the report pointed to. */
  readonly bundle: { readonly name: string; readonly seal: string };
  /** The workflow run; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
}

/**
 * Makes a report again from its bundle, offline. The same version of Flamegate makes the same report, byte by byte.
 * @param seal what the report said of the bundle; undefined when nobody knows it
 * @throws FlamegateError of kind `usage` when the bundle was changed
 */
export async function replay(
  folder: string,
  seal: string | undefined,
  { version, log }: { readonly version: string; readonly log: Log },
): Promise<Replay> {
  const sealed = await openSealed(folder, seal);
  const { record } = sealed;
  const report = await reportOn(record.services, folder, version);
  if (record.version !== version) {
    log.warn(
      `Flamegate ${record.version} recorded this bundle; this is ${version}, which may judge it otherwise.`,
    );
  } else if (digestOfText(renderJson(report)) !== record.report) {
    throw new FlamegateError(
      'usage',
      `the bundle in ${folder} was changed: its report is another one`,
      { hint: 'If nobody changed it, this is a bug in Flamegate; please report it.' },
    );
  }
  return {
    report,
    bundle: { name: record.name, seal: sealed.seal },
    runUrl: record.runUrl,
  };
}
