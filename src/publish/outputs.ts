import type { OutputName } from '../config/outputs.ts';
import type { Result } from '../report/result.ts';
import { plain } from '../text/plain.ts';

/** Files that later steps may want; undefined for one that was not written. */
export interface ResultFiles {
  /** The result as JSON. */
  readonly result: string | undefined;
  /** Folder of the recorded rounds. */
  readonly bundle: string | undefined;
}

/** Values of the step's outputs; what they mean is told to users from `config/outputs.ts`. */
export type StepOutputs = Readonly<Record<OutputName, string>>;

/**
 * What later steps of a workflow can read; empty for what is not known. Names of functions are untrusted:
 * they become one plain line, but a workflow must still not paste them into a script.
 */
export function stepOutputs(result: Result, files: ResultFiles): StepOutputs {
  const failing = result.findings.filter((finding) => finding.fails);
  const detectable = result.minimumDetectableChange;
  return {
    verdict: result.verdict,
    reason: plain(result.reason, 1000),
    findings: String(failing.length),
    culprit: plain(failing.find((finding) => finding.culprit)?.function ?? '', 500),
    // Points, to a thousandth.
    'minimum-detectable-change':
      detectable === null ? '' : String(Number((100 * detectable).toFixed(3))),
    result: files.result ?? '',
    bundle: files.bundle ?? '',
  };
}

/**
 * Sets them. To be called only when the runner gave an output file: without one @actions/core prints a dead
 * command to the log instead.
 */
export async function writeOutputs(outputs: StepOutputs): Promise<void> {
  const { setOutput } = await import('@actions/core');
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
