/** A field name and a value without control characters: https://www.rfc-editor.org/rfc/rfc9110#section-5 */
const LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e\x80-\xff]*)$/u;

/** One line of headers: `Name: value`; undefined when it is none. */
export function parseHeader(line: string): readonly [string, string] | undefined {
  const match = LINE.exec(line);
  return match === null ? undefined : [match[1] ?? '', (match[2] ?? '').trim()];
}
