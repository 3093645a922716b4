/** A bundle as a report points to it. */
export interface BundleName {
  /** What its folder was called. */
  readonly name: string;
  readonly seal: string;
}

/** The command that makes the report again, from the folder that the bundle lies in. */
export function replayCommand({ name, seal }: BundleName): string {
  return `flamegate replay ${quoted(name)} --seal ${seal}`;
}

/** As a shell reads it. */
function quoted(name: string): string {
  return /^[\w./:@-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
