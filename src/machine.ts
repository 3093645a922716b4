import { realpath } from 'node:fs/promises';
import { type Scrub, scrubber } from './profiles/scrub.ts';
import type { Surroundings } from './surroundings.ts';

/** Variables whose values nobody may learn from a report or a bundle, whoever prints them. */
const SECRET =
  /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|AUTH(?!OR)|COOKIE|DSN|DATABASE_URL|CONNECTION_STRING/iu;

/** Takes out of texts what only this machine should know: its folders, and secrets of the environment. */
export async function scrubberOf(
  { environment, cwd, tempDirectory }: Surroundings,
  secrets: readonly string[],
): Promise<Scrub> {
  const own = Object.entries(environment).flatMap(([name, value]) =>
    SECRET.test(name) && value !== undefined ? [value] : [],
  );
  const temporary = [...new Set([tempDirectory, await realpath(tempDirectory)])];
  return scrubber({
    temporary,
    checkout: cwd,
    home: environment.HOME,
    secrets: [...secrets, ...own],
  });
}
