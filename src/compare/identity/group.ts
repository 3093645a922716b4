import type { Side } from '../../profiles/profile.ts';
import { keysByNumber } from './by-number.ts';
import { keysByPosition } from './by-position.ts';
import type { Description } from './describe.ts';
import type { Landmark } from './follow.ts';
import type { SharedFile } from './shared-file.ts';

/** A side's function, which gets its key when all functions are known. */
export interface Member {
  readonly side: Side;
  readonly description: Description;
  /** The same for the same function on both sides; empty until it is known. */
  key: string;
  /** As shown. */
  name: string;
}

/** A group's functions by side. */
export type Members = Readonly<Record<Side, readonly Member[]>>;

/**
 * The functions of one file that share a name but for generated numbers: most often one function, as
 * both sides have it; but also all closures of a package, or a class's methods of one name in JavaScript.
 */
export class FunctionGroup {
  /** Something but the name tells these functions apart. */
  isPlural = false;
  readonly #family: string;
  readonly #file: SharedFile;
  #members: Member[] | undefined;
  /** Profile and line in which a function of the name was seen last. */
  #lastProfile = 0;
  #lastLine = 0;

  constructor(family: string, file: SharedFile) {
    this.#family = family;
    this.#file = file;
  }

  add(member: Member): void {
    const { nameless, numbers } = member.description;
    if (nameless || numbers.length > 0) this.isPlural = true;
    // Most groups stay this small, and a first push makes room for many.
    if (this.#members === undefined) this.#members = [member];
    else this.#members.push(member);
  }

  /**
   * Notes that a profile has a function. Two definitions of one name in one profile are two functions;
   * in different profiles they may be one whose line the profiler only guessed.
   */
  saw({ position }: Description, profile: number): void {
    if (this.isPlural || position === undefined) return;
    if (this.#lastProfile === profile && this.#lastLine !== position.line) this.isPlural = true;
    this.#lastProfile = profile;
    this.#lastLine = position.line;
  }

  /** Where its function lies on both sides, if there is one, and its name is its own. */
  landmark(): Landmark | undefined {
    if (this.isPlural) return undefined;
    const base = this.#onlyLine('base');
    const head = this.#onlyLine('head');
    return base === undefined || head === undefined ? undefined : { base, head };
  }

  /** Gives every function its key. */
  assignKeys(): void {
    const all = this.#members ?? [];
    const prefix = `${this.#family}\0${this.#file.id}`;
    if (!this.isPlural) {
      for (const member of all) member.key = prefix;
      return;
    }
    const members = bySide(all);
    const { follow, isUnchanged } = this.#file;
    if (follow !== undefined && arePositioned(members.base) && arePositioned(members.head)) {
      keysByPosition(prefix, members, follow);
      return;
    }
    for (const [common, ofCommon] of byCommonName(all)) {
      keysByNumber(`${common}\0${this.#file.id}`, bySide(ofCommon), isUnchanged);
    }
  }

  #onlyLine(side: Side): number | undefined {
    let only: number | undefined;
    for (const { side: its, description } of this.#members ?? []) {
      if (its !== side) continue;
      const line = description.position?.line;
      if (line === undefined || (only !== undefined && only !== line)) return undefined;
      only = line;
    }
    return only;
  }
}

function bySide(members: readonly Member[]): Members {
  return {
    base: members.filter(({ side }) => side === 'base'),
    head: members.filter(({ side }) => side === 'head'),
  };
}

/** Whether positions can be relied on: all are known, and no numbered function has two. */
function arePositioned(members: readonly Member[]): boolean {
  const lines = new Map<string, number>();
  return members.every(({ description: { name, numbers, position } }) => {
    if (position === undefined) return false;
    if (numbers.length === 0) return true;
    const known = lines.get(name);
    lines.set(name, position.line);
    return known === undefined || known === position.line;
  });
}

function byCommonName(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const { common } = member.description;
    const group = groups.get(common);
    if (group === undefined) groups.set(common, [member]);
    else group.push(member);
  }
  return groups;
}
