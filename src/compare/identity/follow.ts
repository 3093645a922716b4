import type { LineMap } from '../../plan/line-map.ts';
import type { StableFile } from './file.ts';

/** The line on base of a line of head, in one file; undefined for a line that is new or was changed. */
export type Follow = (line: number) => number | undefined;

/** A function that both sides have once in a file, under the same name. */
export interface Landmark {
  readonly base: number;
  readonly head: number;
}

/** What is known of one file on both sides. */
export interface FileEvidence {
  /** The file on head. */
  readonly file: StableFile;
  /** What each side's name of it said about its content: versions, hashes. */
  readonly versions: { readonly base: ReadonlySet<string>; readonly head: ReadonlySet<string> };
  readonly landmarks: readonly Landmark[];
}

/**
 * How to follow the lines of a file; undefined when nothing says how.
 *
 * The commits' diff tells, unless it does not speak of this file: compiled output is in no repository,
 * and a dependency's new version is a line in a lock file. Named functions then serve as landmarks: where
 * two neighbouring ones moved by the same number of lines, so did what lies between. They also show
 * that the diff speaks of another file, when more of them contradict it than agree.
 */
export function followLines(
  evidence: FileEvidence,
  lineMap: LineMap | undefined,
): Follow | undefined {
  const { file, versions, landmarks } = evidence;
  if (haveSameVersions(versions) && lineMap !== undefined) {
    const path = repositoryPath(file, lineMap);
    const follow: Follow = (line) => lineMap.headToBase(path, line)?.line;
    if (believes(follow, landmarks)) return follow;
  }
  return landmarks.length === 0 ? undefined : followLandmarks(landmarks);
}

/** Whether a file is the same on both sides, so that even generated numbers in it are. */
export function isUnchanged(
  { file, versions, landmarks }: FileEvidence,
  lineMap: LineMap | undefined,
): boolean {
  if (file.place === 'none' || !haveSameVersions(versions)) return false;
  const moved = landmarks.some(({ base, head }) => base !== head);
  if (moved) return false;
  if (file.place === 'foreign' && file.version !== '') return true;
  return lineMap !== undefined && lineMap.changeOf(repositoryPath(file, lineMap)) === undefined;
}

function haveSameVersions({ base, head }: FileEvidence['versions']): boolean {
  return base.size === head.size && [...base].every((version) => head.has(version));
}

function believes(follow: Follow, landmarks: readonly Landmark[]): boolean {
  let agree = 0;
  let contradict = 0;
  for (const { base, head } of landmarks) {
    const origin = follow(head);
    if (origin === base) agree++;
    else if (origin !== undefined) contradict++;
  }
  return contradict <= agree;
}

/**
 * What the repository calls a file. Images and `-trimpath` put a folder or the module's path in front;
 * the longest end of the path that the diff knows is the file.
 */
export function repositoryPath({ file, place }: StableFile, lineMap: LineMap): string {
  if (lineMap.changeOf(file) !== undefined) return file;
  if (place !== 'elsewhere' && !file.endsWith('.go')) return file;
  for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
    const end = file.slice(at + 1);
    if (lineMap.changeOf(end) !== undefined) return end;
  }
  return file;
}

function followLandmarks(landmarks: readonly Landmark[]): Follow {
  const sorted = [...landmarks].sort((a, b) => a.head - b.head);
  return (line) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.head ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    const before = sorted[low - 1];
    const after = sorted[low];
    const shift = shiftOf(before ?? after);
    const isCertain = before?.head === line || shift === shiftOf(after ?? before);
    return shift === undefined || !isCertain || line <= shift ? undefined : line - shift;
  };
}

function shiftOf(landmark: Landmark | undefined): number | undefined {
  return landmark === undefined ? undefined : landmark.head - landmark.base;
}
