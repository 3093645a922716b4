import { readFile, writeFile } from 'node:fs/promises';
import { actionFile, optionsPage } from '../src/config/documents.ts';
import { configSchema } from '../src/config/schema.ts';

/**
 * Writes what is made from the option table: `action.yml`, `docs/options.md` and the JSON Schema of `.flamegate.yml`. With `--check` it
 * writes nothing and fails when one of them is not what the table says.
 */
const documents: readonly (readonly [string, string])[] = [
  ['action.yml', actionFile()],
  ['docs/options.md', optionsPage()],
  ['docs/flamegate.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`],
];

const stale: string[] = [];
for (const [name, text] of documents) {
  const path = new URL(`../${name}`, import.meta.url);
  const current = await readFile(path, 'utf8').catch(() => '');
  if (current === text) continue;
  stale.push(name);
  if (!process.argv.includes('--check')) await writeFile(path, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Not what src/config/options.ts says: ${stale.join(', ')}. Run \`npm run docs\`.`);
  process.exitCode = 1;
}
