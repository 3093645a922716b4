/** A runtime as its program is called. */
export interface RuntimeProgram {
  readonly name: string;
  /** Arguments that make it print its version and end; undefined where there is no such thing. */
  readonly versionArguments: readonly string[] | undefined;
}

const PROGRAMS: readonly (readonly [pattern: RegExp, program: RuntimeProgram])[] = [
  [/^node(?:js)?(?:-?\d+)?$/, { name: 'node', versionArguments: ['--version'] }],
  [/^python[\d.]*t?$/, { name: 'python', versionArguments: ['--version'] }],
  [/^pypy[\d.]*(?:-c)?$/, { name: 'pypy', versionArguments: ['--version'] }],
  [/^java$/, { name: 'java', versionArguments: ['-version'] }],
  [/^ruby[\d.]*$/, { name: 'ruby', versionArguments: ['--version'] }],
  [/^php(?:-fpm|-cgi)?-?[\d.]*$/, { name: 'php', versionArguments: ['--version'] }],
  [/^perl[\d.]*$/, { name: 'perl', versionArguments: ['--version'] }],
  [/^deno$/, { name: 'deno', versionArguments: ['--version'] }],
  [/^bun$/, { name: 'bun', versionArguments: ['--version'] }],
  [/^beam\.smp$/, { name: 'erlang', versionArguments: undefined }],
  // Its program starts the newest runtime that fits; the library tells which.
  [/^dotnet$/, { name: 'dotnet', versionArguments: undefined }],
];

/** The runtime that a program is, by its file name; undefined for a service's own program. */
export function runtimeProgram(fileName: string): RuntimeProgram | undefined {
  return PROGRAMS.find(([pattern]) => pattern.test(fileName))?.[1];
}

const LIBRARIES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^libnode\.so/, 'node'],
  [/^libjvm\.so/, 'java'],
  [/^libpython3\.\d+\w*\.so/, 'python'],
  [/^libruby[-.\d]*\.so/, 'ruby'],
  [/^libcoreclr\.so/, 'dotnet'],
];

/** A runtime that is a library, loaded by whatever program. */
export interface RuntimeLibrary {
  readonly name: string;
  readonly path: string;
}

/** The first such library in a list of loaded files. */
export function runtimeLibrary(paths: readonly string[]): RuntimeLibrary | undefined {
  for (const path of paths) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    const name = LIBRARIES.find(([pattern]) => pattern.test(file))?.[1];
    if (name !== undefined) return { name, path };
  }
  return undefined;
}
