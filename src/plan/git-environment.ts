/** Environment variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The `GIT_*` variables that say how servers are reached and where configuration lies. All others
 * are dropped: a run that a git hook started has GIT_DIR and GIT_INDEX_FILE of another checkout,
 * GIT_DIFF_OPTS changes the diff, and GIT_TRACE_CURL prints headers.
 */
const KEPT =
  /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|(?:SSH|SSL|HTTP|PROXY)(?:_\w+)?|ASKPASS|EXEC_PATH|CEILING_DIRECTORIES|ALLOW_PROTOCOL)$/;

/**
 * Never asks, never pages, always English: our errors are read from git's words. And every commit is what its id says, even
 * where a checkout has replaced it by another one.
 */
const FIXED: Environment = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
  LANGUAGE: '',
};

/** The environment for a git child of a process with the environment `parent`. */
export function gitEnvironment(parent: Environment): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...parent, ...FIXED })) {
    if (value === undefined) continue;
    if (name.startsWith('GIT_') && !(name in FIXED) && !KEPT.test(name)) continue;
    result[name] = value;
  }
  return result;
}

/** One configuration value for the length of one command. */
export interface ConfigEntry {
  readonly key: string;
  readonly value: string;
}

/**
 * `parent` with configuration that only this command sees: unlike `-c`, it does not show in the
 * list of processes, so it may hold a secret. Comes after all other configuration.
 */
export function withConfig(parent: Environment, entries: readonly ConfigEntry[]): Environment {
  const first = Number(parent.GIT_CONFIG_COUNT ?? 0);
  const result: Record<string, string | undefined> = { ...parent };
  entries.forEach(({ key, value }, index) => {
    result[`GIT_CONFIG_KEY_${first + index}`] = key;
    result[`GIT_CONFIG_VALUE_${first + index}`] = value;
  });
  result.GIT_CONFIG_COUNT = String(first + entries.length);
  return result;
}
