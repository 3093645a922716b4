import { StringDecoder } from 'node:string_decoder';

/** Most characters of one line that are kept; programs that print a megabyte without a line break exist. */
export const MAX_LINE_LENGTH = 8192;

/** Cuts a stream of bytes into lines of bounded length; a cut line says how much is missing. */
export class OutputLines {
  readonly #decoder = new StringDecoder('utf8');
  readonly #emit: (line: string) => void;
  #line = '';
  #dropped = 0;

  constructor(emit: (line: string) => void) {
    this.#emit = emit;
  }

  push(chunk: Buffer): void {
    const parts = this.#decoder.write(chunk).split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      this.#append(part);
      this.#finishLine();
    }
    this.#append(rest);
  }

  /** The stream has ended; a last line without a line break counts as well. */
  end(): void {
    this.#append(this.#decoder.end());
    if (this.#line !== '') this.#finishLine();
  }

  #append(text: string): void {
    const room = MAX_LINE_LENGTH - this.#line.length;
    this.#line += text.slice(0, room);
    this.#dropped += Math.max(0, text.length - room);
  }

  #finishLine(): void {
    const line = this.#line.endsWith('\r') ? this.#line.slice(0, -1) : this.#line;
    const cut = this.#dropped.toLocaleString('en-US');
    const mark = this.#dropped > 0 ? ` … [${cut} more characters cut]` : '';
    this.#line = '';
    this.#dropped = 0;
    this.#emit(line + mark);
  }
}
