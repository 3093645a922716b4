import type { Environment } from '../plan/git-environment.ts';

/** Keys whose values are credentials or get them: `http.https://github.com/.extraheader`, `credential.helper`. */
const SECRET_KEY = /extraheader$|^credential\./i;

/** `https://user:token@host`, in a value or in the key of `url.<base>.insteadOf`. */
const CREDENTIAL_URL = /:\/\/[^/\s]*@/;

const AUTHORIZATION = /\bauthorization:/i;

/**
 * The `GIT_CONFIG_*` variables that may be handed on. Git reads configuration from numbered pairs
 * (`GIT_CONFIG_KEY_0`, `GIT_CONFIG_VALUE_0`, with their number in `GIT_CONFIG_COUNT`) and stops with
 * an error when one is missing, so what is left is numbered anew.
 */
export function safeGitConfig(
  parent: Environment,
  isSecret: (value: string) => boolean,
): Record<string, string> {
  const result: Record<string, string> = {};
  const carriesSecret = (key: string, value: string): boolean =>
    SECRET_KEY.test(key) ||
    [key, value].some((text) => CREDENTIAL_URL.test(text) || isSecret(text)) ||
    AUTHORIZATION.test(value);

  let count = 0;
  for (let index = 0; index < Number(parent.GIT_CONFIG_COUNT ?? 0); index++) {
    const key = parent[`GIT_CONFIG_KEY_${index}`];
    const value = parent[`GIT_CONFIG_VALUE_${index}`];
    if (key === undefined || value === undefined) break;
    if (carriesSecret(key, value)) continue;
    result[`GIT_CONFIG_KEY_${count}`] = key;
    result[`GIT_CONFIG_VALUE_${count}`] = value;
    count++;
  }
  if (count > 0) result.GIT_CONFIG_COUNT = String(count);

  // Files with configuration, and `git -c` of a parent git, which is one quoted text.
  for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']) {
    const value = parent[name];
    if (value !== undefined && !isSecret(value)) result[name] = value;
  }
  const parameters = parent.GIT_CONFIG_PARAMETERS;
  if (parameters !== undefined && !/extraheader|credential\./i.test(parameters)) {
    if (!carriesSecret('', parameters)) result.GIT_CONFIG_PARAMETERS = parameters;
  }
  return result;
}
