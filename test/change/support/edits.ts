import type { Files } from './sample.ts';

/** A number from 0 to below 1. */
type Random = () => number;

/** A change of some files; undefined text deletes one. */
export interface Edit {
  readonly what: string;
  readonly files: Readonly<Record<string, string | undefined>>;
}

type Editor = (files: Files, random: Random) => Edit;

function pick<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

const WORDS = 'the width of a cell is what its text takes on a screen'.split(' ');

function sentence(random: Random): string {
  return Array.from({ length: 3 + Math.floor(random() * 8) }, () => pick(WORDS, random)).join(' ');
}

function sources(files: Files): string[] {
  return Object.keys(files).filter((path) => /^src\/.*\.js$/u.test(path));
}

/** Lines of the program that a comment can stand in front of: statements and declarations at the outermost level. */
function outerLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) =>
    /^(?:import|export|const|function|class)\b/u.test(line) ? [at] : [],
  );
}

function withLines(text: string, edit: (lines: string[]) => void): string {
  const lines = text.split('\n');
  edit(lines);
  return lines.join('\n');
}

/** Edits that change nothing that runs: documentation, tests, comments. */
export const IDLE_EDITS: readonly Editor[] = [
  (files, random) => {
    const path = pick(['README.md', 'CHANGELOG.md', 'LICENSE', 'docs/guide.md'], random);
    return {
      what: `more text in ${path}`,
      files: { [path]: `${files[path]}\n${sentence(random)}\n` },
    };
  },
  (_, random) => {
    const path = pick(
      ['docs/faq.md', 'CONTRIBUTING.md', 'docs/deep/er/notes.adoc', 'src/README.md'],
      random,
    );
    return { what: `new ${path}`, files: { [path]: `# ${sentence(random)}\n` } };
  },
  () => ({ what: 'less documentation', files: { 'docs/architecture.rst': undefined } }),
  (files, random) => ({
    what: 'another workflow',
    files: {
      '.github/workflows/ci.yml': `${files['.github/workflows/ci.yml']}# ${sentence(random)}\n`,
    },
  }),
  (_, random) => ({
    what: 'a new test',
    files: {
      [`test/${pick(['order', 'report', 'index'], random)}.test.js`]: `import { test } from 'node:test';\n\ntest('${sentence(random)}', () => {});\n`,
    },
  }),
  (files, random) => {
    const path = pick(['test/server.test.js', 'test/support/client.js'], random);
    return {
      what: `other ${path}`,
      files: { [path]: `${files[path]}\nexport const more = ${random()};\n` },
    };
  },
  () => ({ what: 'a test less', files: { 'test/server.test.js': undefined } }),
  (files, random) => {
    const path = pick(sources(files), random);
    const text = withLines(files[path] ?? '', (lines) => {
      const at = pick(outerLines(lines), random);
      lines.splice(
        at,
        0,
        pick(
          [
            `// ${sentence(random)}`,
            `/** ${sentence(random)} */`,
            `/*\n * ${sentence(random)}: it's\n */`,
            '',
          ],
          random,
        ),
      );
    });
    return { what: `a comment in ${path}`, files: { [path]: text } };
  },
  (files, random) => {
    const path = pick(sources(files), random);
    const text = withLines(files[path] ?? '', (lines) => {
      const ends = lines.flatMap((line, at) =>
        /[;{]$/u.test(line) && !/[`*]/u.test(line) ? [at] : [],
      );
      const at = pick(ends, random);
      lines[at] += ` // ${sentence(random)}`;
    });
    return { what: `a comment behind a line of ${path}`, files: { [path]: text } };
  },
  (files) => {
    const text = (path: string) =>
      (files[path] ?? '')
        .split('\n')
        .filter((line) => !/^\s*\/\//u.test(line))
        .join('\n')
        .replaceAll(/^ *\/\*\*[^\n]*\*\/\n/gmu, '');
    const edited = sources(files).filter((path) => text(path) !== files[path]);
    return {
      what: 'no comments',
      files: Object.fromEntries(edited.map((path) => [path, text(path)])),
    };
  },
];

/** Edits that the service may run otherwise by. */
export const EFFECTIVE_EDITS: readonly Editor[] = [
  (files, random) => {
    const path = pick(
      sources(files).filter((one) =>
        /\b\d+\b/u.test(files[one]?.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '') ?? ''),
      ),
      random,
    );
    const text = withLines(files[path] ?? '', (lines) => {
      const numbered = lines.flatMap((line, at) =>
        /^[^/*]*\b\d+\b/u.test(line) && !/^\s*(?:\*|\/)/u.test(line) ? [at] : [],
      );
      const at = pick(numbered, random);
      lines[at] = (lines[at] ?? '').replace(/\b\d+\b/u, (number) => `${Number(number) + 1}`);
    });
    return { what: `another number in ${path}`, files: { [path]: text } };
  },
  (files, random) => {
    const path = pick(sources(files), random);
    return {
      what: `more code in ${path}`,
      files: { [path]: `${files[path]}\nglobalThis.more = '${sentence(random)}';\n` },
    };
  },
  (files, random) => {
    const path = pick(sources(files), random);
    const text = withLines(files[path] ?? '', (lines) => {
      const at = pick(outerLines(lines), random);
      lines[at] = `// ${lines[at]}`;
    });
    return { what: `code in ${path} that became a comment`, files: { [path]: text } };
  },
  (_, random) => ({
    what: 'a new source',
    files: { [`src/${pick(['extra', 'more'], random)}.js`]: 'export const x = 1;\n' },
  }),
  (files, random) => {
    const path = pick(sources(files), random);
    return { what: `no ${path}`, files: { [path]: undefined } };
  },
  (files) => ({
    what: 'another way to start',
    files: {
      'package.json': (files['package.json'] ?? '').replace(
        '"node src/server.js"',
        '"node --jitless src/server.js"',
      ),
    },
  }),
  (files) => ({
    what: 'another package',
    files: {
      'package.json': (files['package.json'] ?? '').replace(
        '"engines"',
        '"dependencies": { "left-pad": "1.3.0" },\n  "engines"',
      ),
    },
  }),
  (_, random) => ({
    what: 'data',
    files: {
      [pick(['data/products.json', 'prices.csv', 'src/words.txt'], random)]: `${random()}\n`,
    },
  }),
  (_, random) => ({
    what: 'configuration',
    files: {
      [pick(['config/default.yaml', '.env', '.nvmrc', 'Dockerfile'], random)]: `# ${random()}\n`,
    },
  }),
  (files, random) => {
    const path = pick(sources(files), random);
    return {
      what: `a string that looks like a comment in ${path}`,
      files: { [path]: `${files[path]}\nconsole.debug('// ${sentence(random)}');\n` },
    };
  },
  (files, random) => {
    const path = pick(sources(files), random);
    return {
      what: `a pattern that looks like a comment in ${path}`,
      files: { [path]: `${files[path]}\n/[/*]/.test('${sentence(random)}'); // */\n` },
    };
  },
  (files) => ({
    what: 'a document that the service serves',
    files: { 'docs/guide.md': `${files['docs/guide.md']}more to serve\n` },
  }),
  (files, random) => ({
    what: 'a comment and a number',
    files: {
      'README.md': `${files['README.md']}\n${sentence(random)}\n`,
      'src/random.js': `// ${sentence(random)}\n${files['src/random.js']?.replace('4_294_967_296', '4_294_967_295')}`,
    },
  }),
];

/** Applies an edit. */
export function edited(files: Files, edit: Edit): Files {
  return Object.fromEntries(
    Object.entries({ ...files, ...edit.files }).flatMap(([path, text]) =>
      text === undefined ? [] : [[path, text]],
    ),
  );
}

/** An edit, or two at once, the same for the same seed. */
export function drawEdit(editors: readonly Editor[], files: Files, random: Random): Edit {
  const first = pick(editors, random)(files, random);
  if (random() < 0.6) return first;
  const second = pick(editors, random)(edited(files, first), random);
  return { what: `${first.what}, ${second.what}`, files: { ...first.files, ...second.files } };
}
