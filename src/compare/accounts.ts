import { PROFILER_FILE, PROFILER_NAME, WRAPPER_FILE, WRAPPER_NAME } from './profilers.ts';

/**
 * What a frame counts as.
 * - `code`: a function; gated.
 * - `unsymbolised`: real cost of code whose names nobody knows, an account for each binary; gated.
 * - `garbage collector`: gated, since code that allocates more is the cause.
 * - `compiler`, `runtime`: real cost that no function can be blamed for; counted, shown, never gated.
 * - `truncated`: what a server cut off; its share is a defect of the data.
 * - `collector thread`, `compiler thread`: mark a whole stack as one of these two.
 * - `profiler`: the measurement's own work, unless the service's code runs below it.
 * - `idle`: no work; the stack leaves the comparison.
 * - `transparent`: says nothing (the root, a wrapper that sets labels); the rest of the stack counts.
 */
export type Role =
  | 'code'
  | 'unsymbolised'
  | 'garbage collector'
  | 'compiler'
  | 'runtime'
  | 'truncated'
  | 'collector thread'
  | 'compiler thread'
  | 'profiler'
  | 'idle'
  | 'transparent';

/** Roles that are rows of the table. */
export type Account = Extract<
  Role,
  'code' | 'unsymbolised' | 'garbage collector' | 'compiler' | 'runtime' | 'truncated'
>;

/** A frame's role, and the name of its account where that is not its own. */
export interface Part {
  readonly role: Role;
  readonly name: string;
}

/** One name for every runtime's. */
export const COLLECTOR = '(garbage collector)';
export const COMPILER = '(JIT compiler)';
const TRUNCATED = 'other (truncated by the server)';
const UNKNOWN = '[unknown]';

/** Whether a change of the service can be blamed for a rise of the account. */
export function isGated(account: Account): boolean {
  return account === 'code' || account === 'unsymbolised' || account === 'garbage collector';
}

/** The row that frames of a role stand in; undefined for frames that are left out. */
export function accountOf(role: Role): Account | undefined {
  switch (role) {
    case 'idle':
    case 'profiler':
    case 'transparent':
      return undefined;
    case 'collector thread':
      return 'garbage collector';
    case 'compiler thread':
      return 'compiler';
    default:
      return role;
  }
}

/** Entries that profilers make up: no file, and a name that stands for a state of the runtime. */
const MADE_UP: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...roles('idle', ['(idle)']),
  ...roles('transparent', ['(root)', 'root', 'total', 'Node.js', '!..NET', '.NET']),
  ...roles('runtime', ['(program)', 'Non JS threads activity', 'Low Priority Task']),
  ...roles(
    'garbage collector',
    [
      '(garbage collector)',
      'Garbage Collection',
      'Garbage Collector',
      '!.Garbage Collector',
      '(garbage collection)',
      '(marking)',
      '(sweeping)',
      'GC_active',
      '[GC_active]',
      '.GC_active',
    ],
    COLLECTOR,
  ),
  ...roles(
    'unsymbolised',
    ['', 'unknown', 'Unknown', '(unknown)', '<unknown>', '??', '???'],
    UNKNOWN,
  ),
]);

function roles(role: Role, names: readonly string[], account?: string): [string, Part][] {
  return names.map((name) => [name, { role, name: account ?? name }]);
}

/** Threads that collect garbage: Go's workers, HotSpot's. */
const COLLECTOR_THREAD =
  /^(?:runtime\.(?:gcBgMarkWorker|bgsweep|bgscavenge)(?:\.func\d{1,9})?|(?:libjvm\.so\.)?(?:(?:Abstract)?GangWorker|WorkerThread|GCTaskThread|ConcurrentGCThread|ConcurrentMarkThread|G1ConcurrentMarkThread|G1ServiceThread|ZWorker|ShenandoahWorker)::\w{1,60})$/u;

const COMPILER_THREAD = /^(?:libjvm\.so\.)?CompileBroker::compiler_thread_loop$/u;

/** async-profiler's names for stacks that it could not walk. */
const NOT_WALKED = /^\.?\[?(?:unknown|not_walkable|no)_(?:not_)?(?:Java|Java_frame)\]?$/u;

/** `[libc.so.6]`, but not a method that is named by a symbol. */
const BINARY = /^\[(?!Symbol\.)[^\]]{1,300}\]$/u;

/** `libfoo.so+0x1234`, `shop!0x401a2b`, `0x7f12ab34cd56`: an address, with its binary or without. */
const ADDRESS = /^(?:(?<binary>[^!+\s]{1,300})[!+])?0x[0-9a-f]{1,16}$/iu;

/**
 * What a frame counts as.
 * @param name without what differs between builds
 * @param file as `StableFiles` gives it
 */
export function partOf(name: string, file: string): Part {
  if (PROFILER_FILE.test(file) || PROFILER_NAME.test(name)) {
    const isWrapper = WRAPPER_FILE.test(file) || WRAPPER_NAME.test(name);
    return { role: isWrapper ? 'transparent' : 'profiler', name };
  }
  const madeUp = MADE_UP.get(name);
  // .NET names a binary in the file's place.
  if (madeUp !== undefined && (file === '' || file.startsWith('[native]'))) return madeUp;
  const thread = threadOf(name);
  if (thread !== undefined) return thread;
  if (file !== '') return { role: 'code', name };
  return withoutSymbol(name) ?? { role: 'code', name };
}

function threadOf(name: string): Part | undefined {
  if (!name.includes('::') && !name.startsWith('runtime.')) return undefined;
  if (COLLECTOR_THREAD.test(name)) return { role: 'collector thread', name: COLLECTOR };
  return COMPILER_THREAD.test(name) ? { role: 'compiler thread', name: COMPILER } : undefined;
}

function withoutSymbol(name: string): Part | undefined {
  if (name === 'other') return { role: 'truncated', name: TRUNCATED };
  if (NOT_WALKED.test(name)) return { role: 'unsymbolised', name: '[unknown Java]' };
  if (BINARY.test(name)) return { role: 'unsymbolised', name };
  const address = name.includes('0x') || name.includes('0X') ? ADDRESS.exec(name) : null;
  if (address === null) return undefined;
  const binary = address.groups?.binary?.split('/').at(-1);
  return { role: 'unsymbolised', name: binary ? `[${binary}]` : UNKNOWN };
}
