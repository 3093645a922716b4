import { plain } from './plain.ts';

/**
 * One line of untrusted text for a log or a terminal. A terminal may be GitHub's log in disguise (a command
 * line in a workflow step), so there is one function for both.
 */
export function logLine(text: string, max = 2000): string {
  return neutral(plain(text, max));
}

/**
 * A finished line without runner commands; colours stay. The runner executes `::name::` at the start of a line,
 * after white space, and `##[name]` anywhere (actions/runner, `src/Runner.Common/ActionCommand.cs`). It compares
 * by culture, which skips zero-width characters, so only something visible breaks them up.
 */
export function neutral(line: string): string {
  return line.replaceAll('##[', '# #[').replace(/^(\s*):(?=:)/u, '$1: ');
}
