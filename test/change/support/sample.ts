import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files of a service, by path. */
export type Files = Readonly<Record<string, string>>;

/** Parts of a sample's folder that a service would not have. */
const LEFT_OUT = /^(?:changes|node_modules)(?:\/|$)/u;

/** What projects have beside their program: a test, a guide, a workflow. */
const BESIDE: Files = {
  'docs/guide.md': '# Guide\n\nHow to use it.\n',
  'docs/architecture.rst': 'Architecture\n============\n',
  'CHANGELOG.md': '# Changelog\n',
  LICENSE: 'Apache License\n',
  '.github/workflows/ci.yml': 'on: push\njobs: {}\n',
  'test/server.test.js':
    "import { test } from 'node:test';\n\ntest('starts', () => {\n  // nothing yet\n});\n",
  'test/support/client.js': 'export const PORT = 8080;\n',
};

/** A sample service as a project of its own would hold it. */
export function sampleFiles(service: string): Files {
  const files: Record<string, string> = { ...BESIDE };
  for (const entry of readdirSync(service, { recursive: true, withFileTypes: true })) {
    const path = relative(service, join(entry.parentPath, entry.name));
    if (entry.isFile() && !LEFT_OUT.test(path))
      files[path] = readFileSync(join(service, path), 'utf8');
  }
  return files;
}

/** The same service with a page of help, which it reads from a document. */
export function withHelp(files: Files): Files {
  return {
    ...files,
    'src/help.js':
      "import { readFileSync } from 'node:fs';\n\nexport const HELP = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');\n",
    'src/server.js': `import './help.js';\n${files['src/server.js']}`,
  };
}
