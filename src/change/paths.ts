/** The folder of a path, `.` for one at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins parts of a path and takes detours out of it; parts above the root stay as `..`. */
export function joined(...parts: readonly string[]): string {
  const whole: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue;
    const last = whole.at(-1);
    if (part === '..' && last !== undefined && last !== '..') whole.pop();
    else whole.push(part);
  }
  return whole.length === 0 ? '.' : whole.join('/');
}
