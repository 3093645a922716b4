import type { JudgedService } from '../config/config.ts';
import type { Waiver } from '../config/waivers.ts';
import type { ManifestSide } from '../profiles/manifest.ts';
import type { Finding, ResultBisection } from '../report/result.ts';

/** What a report is made from besides rounds: `gate.json` of a bundle. */
export interface GateRecord {
  readonly schema: 1;
  /** Flamegate's own, when it was recorded. */
  readonly version: string;
  /** What the bundle's folder was called. */
  readonly name: string;
  /** The workflow run; absent outside of GitHub. */
  readonly runUrl?: string;
  /** In the order of the report. */
  readonly services: readonly RecordedService[];
  /** SHA-256 of the report as JSON. */
  readonly report: string;
  /** SHA-256 of every other file of the bundle, by its path in it. */
  readonly files: Readonly<Record<string, string>>;
}

/** One service of a gate, as far as its results depend on it. */
export interface RecordedService {
  /** Of its rounds in the bundle, `.` for the bundle's own. */
  readonly folder: string;
  readonly service: JudgedService;
  /** Comparisons that share the gate's error rate. */
  readonly comparisons: number;
  /** What the gate accepts besides what the service's own waivers accept. */
  readonly waivers: readonly Waiver[];
  readonly base: ManifestSide;
  readonly head: ManifestSide;
  /** A sentence each. May contain untrusted text. */
  readonly warnings: readonly string[];
  /** Of the files whose functions fail. */
  readonly owners: readonly FileOwners[];
  /** Which commits brought the rises of functions that fail, where that was searched. */
  readonly bisections: readonly FoundCommit[];
  /** Why there are no rounds; absent when there are. */
  readonly failure?: RecordedFailure;
}

/** A measurement that broke. */
export interface RecordedFailure {
  readonly message: string;
  readonly hint?: string;
  /** Last lines of output of what failed. Untrusted. */
  readonly output: readonly string[];
}

/** Who looks after a file. */
export interface FileOwners {
  /** Relative to the repository; empty for findings whose file is unknown. Untrusted. */
  readonly file: string;
  /** Untrusted. */
  readonly owners: readonly string[];
}

/** Which commit brought one finding. */
export interface FoundCommit extends Pick<Finding, 'function' | 'file' | 'line' | 'measure'> {
  readonly profileType: string;
  readonly bisection: ResultBisection;
}
