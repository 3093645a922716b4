/**
 * Appends `--require <path>` to a NODE_OPTIONS value. The path is quoted the way Node reads it
 * back: spaces end an option outside double quotes, and a backslash escapes the next character inside.
 */
export function requireInNodeOptions(nodeOptions: string, path: string): string {
  const quoted = `"${path.replace(/["\\]/g, '\\$&')}"`;
  return [nodeOptions.trim(), `--require ${quoted}`].filter((part) => part !== '').join(' ');
}
