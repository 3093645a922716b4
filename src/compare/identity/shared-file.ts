import type { LineMap } from '../../plan/line-map.ts';
import type { Side } from '../../profiles/profile.ts';
import type { Description } from './describe.ts';
import type { StableFile } from './file.ts';
import {
  type FileEvidence,
  type Follow,
  followLines,
  isUnchanged,
  repositoryPath,
} from './follow.ts';
import { FunctionGroup } from './group.ts';

/** One file on both sides, by what it is known by on base. */
export class SharedFile {
  readonly id: string;
  readonly #lineMap: LineMap | undefined;
  readonly #groups = new Map<string, FunctionGroup>();
  readonly #versions = { base: new Set<string>(), head: new Set<string>() };
  #file: StableFile;
  #evidence: FileEvidence | undefined;
  #follow: Follow | undefined;

  constructor(id: string, file: StableFile, lineMap: LineMap | undefined) {
    this.id = id;
    this.#file = file;
    this.#lineMap = lineMap;
  }

  /** Notes what a side calls the file. */
  note(side: Side, file: StableFile): void {
    this.#versions[side].add(file.version);
    // The diff's lines are found by head's name.
    if (side === 'head') this.#file = file;
  }

  /** The group of functions that can only be told apart by position; made when it is new. */
  group(family: string): FunctionGroup {
    const known = this.#groups.get(family);
    if (known !== undefined) return known;
    const group = new FunctionGroup(family, this);
    this.#groups.set(family, group);
    return group;
  }

  /** Gives all its functions their keys; nothing may be added afterwards. */
  assignKeys(): void {
    const groups = [...this.#groups.values()];
    // Landmarks cost more than they are worth where every function has a name of its own.
    if (groups.some((group) => group.isPlural)) {
      this.#evidence = {
        file: this.#file,
        versions: this.#versions,
        landmarks: groups.flatMap((group) => group.landmark() ?? []),
      };
      this.#follow = followLines(this.#evidence, this.#lineMap);
    }
    for (const group of groups) group.assignKeys();
  }

  /** How to follow its lines from head to base; undefined when nothing says how. */
  get follow(): Follow | undefined {
    return this.#follow;
  }

  /** Whether it is the same on both sides. */
  get isUnchanged(): boolean {
    return this.#evidence !== undefined && isUnchanged(this.#evidence, this.#lineMap);
  }
}

/** All files that functions lie in. */
export class SharedFiles {
  readonly #lineMap: LineMap | undefined;
  readonly #byId = new Map<string, SharedFile>();
  /** What was worked out before, by the side's own name for the file and by its id. */
  readonly #known = {
    base: new Map<StableFile, Map<string, SharedFile>>(),
    head: new Map<StableFile, Map<string, SharedFile>>(),
  };

  constructor(lineMap: LineMap | undefined) {
    this.#lineMap = lineMap;
  }

  /** The file of a side's function. */
  of(side: Side, { file, fileId }: Description): SharedFile {
    const byId = this.#known[side].get(file) ?? new Map<string, SharedFile>();
    const known = byId.get(fileId);
    if (known !== undefined) return known;
    const id = side === 'base' ? fileId : this.#idOnBase(file, fileId);
    const shared = this.#byId.get(id) ?? new SharedFile(id, file, this.#lineMap);
    shared.note(side, file);
    this.#byId.set(id, shared);
    this.#known[side].set(file, byId.set(fileId, shared));
    return shared;
  }

  [Symbol.iterator](): Iterator<SharedFile> {
    return this.#byId.values();
  }

  /** A renamed file is known by its old name. */
  #idOnBase(file: StableFile, id: string): string {
    if (this.#lineMap === undefined || file.place === 'foreign' || file.place === 'none') return id;
    const path = repositoryPath(file, this.#lineMap);
    const old = this.#lineMap.changeOf(path)?.base;
    if (old === undefined || old === path) return id;
    if (id === file.file) return id.slice(0, -path.length) + old;
    return id.slice(0, id.lastIndexOf('/') + 1) + old.slice(old.lastIndexOf('/') + 1);
  }
}
