/**
 * Reads `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE` as the runner does (actions/runner,
 * `EnvFileKeyValuePairs`): `name=value` lines and heredocs; a later value wins.
 * @throws Error when the runner would refuse the file
 */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  // The last line may lack its end; nothing follows the last line end.
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  for (let index = 0; index < lines.length; index++) {
    const line = withoutEnd(lines[index] ?? '');
    if (line === '') continue;
    const [, name = '', operator = '', rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (operator === '=') {
      values[name] = rest;
      continue;
    }
    if (name === '' || rest === '') throw new Error(`Invalid format '${line}'`);
    const end = lines.findIndex((other, at) => at > index && withoutEnd(other) === rest);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    values[name] = withoutEnd(lines.slice(index + 1, end).join(''));
    index = end;
  }
  return values;
}

function withoutEnd(line: string): string {
  return line.replace(/\r?\n$/, '');
}
