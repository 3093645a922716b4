import { binaryAccount, UNKNOWN } from './binary-account.ts';
import type { PprofTables } from './decode/pprof-columns.ts';
import type { Sample } from './decode/samples.ts';
import { isNameless } from './definition.ts';
import { FunctionTable } from './function-table.ts';
import type { FunctionInfo } from './profile.ts';
import type { StackWriter } from './stack-table.ts';

/**
 * Turns the locations of samples into frames: inlined functions are expanded, innermost first, and
 * code without symbols becomes one account per binary (`[libc.so.6]`), since its addresses change with
 * every build. Each location is worked out once, when a sample first reaches it, so that functions
 * outside the wanted samples never appear.
 */
export class FrameExpander {
  readonly #columns: PprofTables;
  readonly #functions = new FunctionTable();
  /** Location → its frame + 1; the complement of its row in `#inlined`; 0 when it was not reached yet. */
  readonly #reached: Int32Array;
  /** Function → its frame + 1; 0 when it was not reached yet or its lines are different frames. */
  readonly #known: Int32Array;
  /** Frames of the locations that have more than one. */
  readonly #inlined: (readonly number[])[] = [];
  /** V8's profiler has no start lines, but tells its locations apart by the line of the definition. */
  readonly #linesAreDefinitions: boolean;

  constructor(columns: PprofTables) {
    this.#columns = columns;
    this.#linesAreDefinitions = isFromV8(columns);
    this.#reached = new Int32Array(columns.locations.count);
    this.#known = new Int32Array(columns.functions.count);
  }

  /** The functions that frames so far refer to. */
  functions(): readonly FunctionInfo[] {
    return this.#functions.list();
  }

  /** At least as many as there can be functions: a line without a definition may be one of its own. */
  mostFunctions(): number {
    const { functions, locations, mappingFiles } = this.#columns;
    let most = functions.count + mappingFiles.length + 1;
    for (const row of locations.lineFunctions) if (functions.startLines[row] === 0) most++;
    return most;
  }

  /** Writes the frames of the sample read last, leaf first; there is always at least one. */
  expand({ frames, depth }: Sample, stacks: StackWriter): void {
    if (depth === 0) stacks.frame(this.#account(UNKNOWN));
    for (let i = 0; i < depth; i++) {
      const location = frames[i] ?? 0;
      const reached = this.#reached[location] || this.#reach(location);
      if (reached > 0) stacks.frame(reached - 1);
      else for (const frame of this.#inlined[~reached] ?? []) stacks.frame(frame);
    }
  }

  /** Works a location out. */
  #reach(location: number): number {
    const { lineOffsets } = this.#columns.locations;
    const start = lineOffsets[location] ?? 0;
    const lines = (lineOffsets[location + 1] ?? 0) - start;
    let reached: number;
    if (lines === 0) reached = this.#binary(location) + 1;
    else if (lines === 1) reached = this.#line(start) + 1;
    else {
      const frames = Array.from({ length: lines }, (_, line) => this.#line(start + line));
      reached = ~(this.#inlined.push(frames) - 1);
    }
    this.#reached[location] = reached;
    return reached;
  }

  #line(line: number): number {
    const { lineFunctions, lineNumbers } = this.#columns.locations;
    return this.#named(lineFunctions[line] ?? 0, lineNumbers[line] ?? 0);
  }

  /** The frame of a function; the same one for all its lines, unless nothing else tells it from others. */
  #named(row: number, sampledLine: number): number {
    const startLine = this.#columns.functions.startLines[row] ?? 0;
    const line = startLine || sampledLine;
    const known = (this.#known[row] ?? 0) - 1;
    if (known >= 0 && !this.#functions.isLower(known, line)) return known;
    const defined = line > 0 && (startLine > 0 || this.#linesAreDefinitions);
    const info = this.#info(row, line, defined);
    const frame = this.#functions.intern(info);
    if (startLine > 0 || !(defined || isNameless(info.name))) this.#known[row] = frame + 1;
    return frame;
  }

  #info(row: number, line: number, defined: boolean): FunctionInfo {
    const { functions, strings } = this.#columns;
    const runtimeName = strings.at(functions.systemNames[row] ?? 0);
    const name = strings.at(functions.names[row] ?? 0) || runtimeName || UNKNOWN;
    const systemName = runtimeName === name ? '' : runtimeName;
    const file = strings.at(functions.files[row] ?? 0);
    return defined ? { name, systemName, file, line, defined } : { name, systemName, file, line };
  }

  #binary(location: number): number {
    const { locations, mappingFiles, strings } = this.#columns;
    const mapping = mappingFiles[locations.mappings[location] ?? -1];
    return this.#account(binaryAccount(mapping === undefined ? '' : strings.at(mapping)));
  }

  #account(name: string): number {
    return this.#functions.intern({ name, systemName: '', file: '', line: 0 });
  }
}

/** Only the profiler that gives definitions spells functions without a name in this way. */
function isFromV8({ functions, strings }: PprofTables): boolean {
  return functions.systemNames.some((name) => strings.startsWith(name, '(anonymous:L#'));
}
