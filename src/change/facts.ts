import type { ChangedPackage } from './packages/lock.ts';
import type { ChangedFunction } from './touched.ts';

/**
 * What a changed file is to the service.
 * - `comments`: a source that says the same but for its comments.
 * - `documentation`, `tests`, `upkeep`: nothing that runs reads it.
 * - `unloaded`: a source that the service does not load.
 * - `source`: code that it may run. `packages`: which packages it is made with.
 * - `other`: configuration, data, whatever may concern all of it.
 */
export type ChangedKind =
  | 'comments'
  | 'documentation'
  | 'tests'
  | 'upkeep'
  | 'unloaded'
  | 'source'
  | 'packages'
  | 'other';

/** One file of a change. */
export interface ChangedFile {
  /** On head; on base for a deleted one. */
  readonly path: string;
  readonly kind: ChangedKind;
  /** Why it may have an effect although it does not look so, after the path; absent when it looks so. */
  readonly why?: string;
  /** Of a source, where its functions could be told. */
  readonly functions?: readonly ChangedFunction[];
  /** Of a source whose functions could not be told: its changed lines, from the first to before the second. */
  readonly lines?: readonly (readonly [number, number])[];
}

/**
 * How a source of the repository is connected with changed ones, by what they load.
 * - `loads`: it loads one, or a changed package, however far. `loaded`: one loads it.
 * - `beside`: some source loads both. `shares`: both load a third, which may hold state.
 * - `apart`: nothing of that.
 */
export type Relation = 'loads' | 'loaded' | 'beside' | 'shares' | 'apart';

/** All that is known of a change before anything is measured. */
export interface ChangeFacts {
  readonly schema: 1;
  readonly files: readonly ChangedFile[];
  readonly packages: readonly ChangedPackageOfService[];
  /** Of the repository's sources whose loads could be read; others may be connected in any way. */
  readonly relations: Readonly<Record<string, Relation>>;
}

/** A changed package, and whether the repository loads it. */
export interface ChangedPackageOfService extends ChangedPackage {
  /** Whether a source of the repository loads it, or a package that depends on it. */
  readonly isLoaded: boolean;
}

const IDLE: ReadonlySet<ChangedKind> = new Set(['comments', 'documentation', 'tests', 'upkeep']);

/** Whether nothing that is built or run is different by a change of the kind. */
export function isIdle({ kind }: ChangedFile): boolean {
  return IDLE.has(kind);
}

/** Whether the service may run otherwise by a changed file. */
export function isEffective(file: ChangedFile): boolean {
  return !isIdle(file) && file.kind !== 'unloaded';
}
