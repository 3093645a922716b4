/** What GitHub's runner knows as commands (actions/runner, `src/Runner.Worker/ActionCommandManager.cs`). */
const COMMANDS = new Set(
  'set-output save-state add-mask add-matcher remove-matcher error warning notice debug group endgroup echo stop-commands set-env add-path internal-set-repo-path'.split(
    ' ',
  ),
);

/**
 * The runner's reading of one line of output, after `src/Runner.Common/ActionCommand.cs`: `::name …::` at the start,
 * `##[name …]` anywhere. Its comparisons go by culture and so skip what has no width; hence the stricter stripping.
 */
export function runnerCommand(line: string): string | undefined {
  const seen = line.replace(/[\p{Cc}\p{Cf}\p{DI}]/gu, '').trimStart();
  const found = /^::(.*?)::/s.exec(seen) ?? /##\[(.*?)\]/s.exec(seen);
  const name = found?.[1]?.split(' ')[0] ?? '';
  return COMMANDS.has(name) ? name : undefined;
}
