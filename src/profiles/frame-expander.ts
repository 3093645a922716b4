import type { PprofColumns } from './decode/pprof-columns.ts';
import { FunctionTable } from './function-table.ts';
import type { FunctionInfo } from './profile.ts';
import type { StackTable } from './stack-table.ts';

/** Code of which nothing is known, not even the binary. */
const UNKNOWN = '[unknown]';

/**
 * Turns the locations of samples into frames: inlined functions are expanded, innermost first, and
 * code without symbols becomes one account per binary (`[libc.so.6]`), since its addresses change with
 * every build. Each location is worked out once, when a sample first reaches it, so that functions
 * outside the wanted samples never appear.
 */
export class FrameExpander {
  readonly #columns: PprofColumns;
  readonly #functions = new FunctionTable();
  /** Location → its frame + 1; 0 when it was not reached yet or stands in `#inlined`. */
  readonly #single: Int32Array;
  /** Frames of the locations that have more than one. */
  readonly #inlined = new Map<number, readonly number[]>();

  constructor(columns: PprofColumns) {
    this.#columns = columns;
    this.#single = new Int32Array(columns.locations.count);
  }

  /** The functions that frames so far refer to. */
  functions(): readonly FunctionInfo[] {
    return this.#functions.list();
  }

  /** Writes the frames of a sample, leaf first; there is always at least one. */
  expand(sample: number, stacks: StackTable): void {
    const { locationOffsets, locations } = this.#columns.samples;
    const start = locationOffsets[sample] ?? 0;
    const end = locationOffsets[sample + 1] ?? 0;
    if (start === end) stacks.frame(this.#account(UNKNOWN));
    for (let i = start; i < end; i++) {
      const location = locations[i] ?? 0;
      const single = this.#single[location] ?? 0;
      if (single > 0) stacks.frame(single - 1);
      else for (const frame of this.#framesOf(location)) stacks.frame(frame);
    }
  }

  #framesOf(location: number): readonly number[] {
    const known = this.#inlined.get(location);
    if (known !== undefined) return known;
    const frames = this.#linesOf(location);
    const [first] = frames;
    if (frames.length === 1 && first !== undefined) this.#single[location] = first + 1;
    else this.#inlined.set(location, frames);
    return frames;
  }

  #linesOf(location: number): readonly number[] {
    const { lineOffsets, lineFunctions, lineNumbers } = this.#columns.locations;
    const start = lineOffsets[location] ?? 0;
    const end = lineOffsets[location + 1] ?? 0;
    if (start === end) return [this.#binary(location)];
    const frames: number[] = [];
    for (let i = start; i < end; i++) {
      const row = lineFunctions[i] ?? -1;
      frames.push(row < 0 ? this.#binary(location) : this.#named(row, lineNumbers[i] ?? 0));
    }
    return frames;
  }

  #named(row: number, sampledLine: number): number {
    const { functions, strings } = this.#columns;
    const name = strings.at(functions.names[row] ?? 0);
    const systemName = strings.at(functions.systemNames[row] ?? 0);
    return this.#functions.intern({
      name: name || systemName || UNKNOWN,
      systemName: systemName === name ? '' : systemName,
      file: strings.at(functions.files[row] ?? 0),
      line: functions.startLines[row] || sampledLine,
    });
  }

  #binary(location: number): number {
    const { locations, mappingFiles, strings } = this.#columns;
    const mapping = mappingFiles[locations.mappings[location] ?? -1];
    const file = mapping === undefined ? '' : strings.at(mapping);
    const name = file.split(/[\\/]/).at(-1);
    return this.#account(name ? `[${name}]` : UNKNOWN);
  }

  #account(name: string): number {
    return this.#functions.intern({ name, systemName: '', file: '', line: 0 });
  }
}
