import type { Environment } from '../plan/git-environment.ts';
import { safeGitConfig } from './git-config-env.ts';

/** Variables that no child sees. The user's own ones (`NPM_TOKEN` for a build, say) are theirs to give. */
const WITHHELD: readonly RegExp[] = [
  // Inputs of the Action; some of them are tokens.
  /^INPUT_/i,
  // Tokens that Git hosting tools pick up by name.
  /^(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN$/i,
  // The runner's own: tokens and addresses for caches, artifacts and OIDC.
  /^ACTIONS_/i,
  // The runner reads these files after the step: whoever writes them sets variables of later steps.
  /^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i,
  // Credentials for the Pyroscope and OpenTelemetry servers that profiles normally go to; the child sends to us.
  /^PYROSCOPE_(?:AUTH_TOKEN|BASIC_AUTH_\w+|TENANT_ID|HTTP_HEADERS)$/i,
  /^OTEL_EXPORTER_OTLP_(?:\w+_)?HEADERS$/i,
  // Our own, should someone give them that way.
  /^FLAMEGATE_\w*(?:TOKEN|PASSWORD|SECRET|HEADERS)$/i,
];

/** Folders and names of the account: without them no program runs, and a secret equal to a part of them is public anyway. */
const KEPT = new Set(['PATH', 'HOME', 'PWD', 'SHELL', 'USER', 'LOGNAME', 'TMPDIR']);

/** Shorter secrets are only looked for as whole values: `test` as a password must not drop every variable that contains it. */
const MIN_PART_LENGTH = 8;

/**
 * The environment for a child process: the parent's without secrets, then `additions`, which win.
 * Hygiene, not a wall: a child with our user id can find other ways to what this process knows.
 */
export function childEnvironment(
  parent: Environment,
  additions: Readonly<Record<string, string>>,
  secretValues: readonly string[] = [],
): Record<string, string> {
  const secrets = secretValues.flatMap(spellings);
  const isSecret = (value: string): boolean =>
    secrets.some(
      (secret) => value === secret || (secret.length >= MIN_PART_LENGTH && value.includes(secret)),
    );

  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value === undefined || name.startsWith('GIT_CONFIG_')) continue;
    if (WITHHELD.some((pattern) => pattern.test(name))) continue;
    if (!KEPT.has(name) && isSecret(value)) continue;
    result[name] = value;
  }
  return { ...result, ...safeGitConfig(parent, isSecret), ...additions };
}

/** A secret as it is, in a URL, and in base64 (without padding, so that it is found inside `user:secret` as well). */
function spellings(secret: string): string[] {
  if (secret === '') return [];
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [...new Set([secret, encodeURIComponent(secret), base64])];
}
