import type { FunctionInfo } from '../../profiles/profile.ts';

/** A function as its runtime names it, before SDKs and servers rewrote it. */
export interface Source {
  readonly name: string;
  readonly file: string;
  /** The file relative to where the service was started, when the SDK says that too; else empty. */
  readonly relative: string;
  /** 0 when unknown. */
  readonly line: number;
  /** 0 when unknown. */
  readonly column: number;
}

/** Undoes what stands in a function's name and is not its name: paths, lines, tiers of compilation. */
export function sourceOf(fn: FunctionInfo): Source {
  const { name, file, line } = fn;
  return (
    fromNodeSdk(fn) ??
    fromV8Map(name) ??
    fromPlacedName(name, file, line) ?? { name, file, relative: '', line, column: 0 }
  );
}

/**
 * `./app.js:alpha:5`: Node's Pyroscope SDK puts path and line around the runtime's name, which stays
 * in `systemName`. It can be told to leave the file out, and then the path is the only place.
 */
function fromNodeSdk({ name, systemName, file, line }: FunctionInfo): Source | undefined {
  if (systemName === '' || name === systemName) return undefined;
  const suffix = /:(\d{1,9})$/u.exec(name.slice(-10));
  if (suffix === null) return undefined;
  const at = name.length - suffix[0].length - systemName.length;
  // V8's own entries have no path: `:(idle):0`.
  if (at < 1 || name[at - 1] !== ':' || !name.startsWith(systemName, at)) return undefined;
  const path = name.slice(0, at - 1);
  return {
    name: systemName,
    file: file || path,
    relative: path.startsWith('./') ? path : '',
    line: line || Number(suffix[1]),
    column: 0,
  };
}

const TIER = /^(?:LazyCompile|Function|JS|Eval|Script|Interpreted):[*~^+]?/u;

/** `LazyCompile:*handle /srv/app.js:12:17`: V8's names in `perf`'s maps, with the tier that compiled it. */
function fromV8Map(name: string): Source | undefined {
  if (!name.includes(':')) return undefined;
  const tier = TIER.exec(name);
  if (tier === null) return undefined;
  const place = /^(.{0,4096}) ([^ ]{1,4096}?):(\d{1,9})(?::(\d{1,9}))?$/su.exec(
    ` ${name.slice(tier[0].length)}`,
  );
  if (place === null)
    return { name: name.slice(tier[0].length), file: '', relative: '', line: 0, column: 0 };
  const [, called = '', file = '', line, column = '0'] = place;
  const anonymous = `(anonymous:L#${line}:C#${column})`;
  return {
    name: called.trim() || anonymous,
    file,
    relative: '',
    line: Number(line),
    column: Number(column),
  };
}

/** `app/models/cart.rb:-1 - total`, `mod.rs:66 - shop::handle`: Pyroscope's SDKs before 1.0. */
const PLACED = /^([^\s]{0,1024}):(-?\d{1,9}) - (?=.)/su;

/** Names with the file in front: the SDKs' own, and the server's for Python and Ruby, `main.py work`. */
function fromPlacedName(name: string, file: string, line: number): Source | undefined {
  if (file !== '' && name.startsWith(`${file} `)) {
    return { name: name.slice(file.length + 1), file, relative: '', line, column: 0 };
  }
  if (!name.includes(' - ')) return undefined;
  const placed = PLACED.exec(name);
  if (placed === null) return undefined;
  const [whole, path = '', sampled] = placed;
  return {
    name: name.slice(whole.length),
    file: file || path,
    relative: '',
    line: line || Math.max(0, Number(sampled)),
    column: 0,
  };
}
