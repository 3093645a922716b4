import { folderOf, joined } from '../paths.ts';
/** How a service is built and started, and what its folder holds. */
export interface ServiceCommands {
  readonly build: string | undefined;
  readonly start: string;
  /** Folder of the repository in which they run, `.` for the root. */
  readonly directory: string;
  /** `scripts` of the folder's package.json. */
  readonly scripts: Readonly<Record<string, string>>;
  /** `main` of the folder's package.json. */
  readonly main: string | undefined;
}

/** Most scripts that call each other. */
const MOST_SCRIPTS = 10;

/**
 * The sources that a service's commands name, which load all the others; none when the commands don't say.
 * Looks into the scripts of `npm start` and its like.
 */
export function entryFiles(commands: ServiceCommands, files: ReadonlySet<string>): string[] {
  const { build, start, directory, main } = commands;
  const found = new Set<string>();
  for (const text of [...withScripts(start, commands), ...withScripts(build ?? '', commands)]) {
    for (const word of wordsOf(text)) {
      for (const path of pathsOf(word, main)) {
        const place = joined(directory, path);
        if (files.has(place)) found.add(place);
        if (isGoPackage(text, word)) for (const file of goFiles(place, files)) found.add(file);
      }
    }
  }
  return [...found];
}

/** A command and the scripts that it runs. */
function withScripts(command: string, { scripts }: ServiceCommands): string[] {
  const texts = [command];
  for (let at = 0; at < texts.length && texts.length < MOST_SCRIPTS; at += 1) {
    for (const [, name = ''] of (texts[at] ?? '').matchAll(
      /\b(?:npm|pnpm|yarn|bun)(?:\s{1,9}run)?(?:\s{1,9}-\S{1,100})*\s{1,9}([\w:.-]{1,100})/gu,
    )) {
      for (const stage of [`pre${name}`, name, `post${name}`]) {
        const script = scripts[stage];
        if (script !== undefined && !texts.includes(script)) texts.push(script);
      }
    }
  }
  return texts;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s;&|()"'=]+/u).filter(Boolean);
}

/** What a word of a command may name: a file, a module of Python, the folder that has a `main`. */
function pathsOf(word: string, main: string | undefined): string[] {
  const module = word.replace(/:.{0,200}$/su, '').replaceAll('.', '/');
  return [
    word,
    `${word}.js`,
    `${word}.py`,
    `${module}.py`,
    `${module}/__main__.py`,
    `${module}/__init__.py`,
    ...(word === '.' ? [main ?? 'index.js'] : []),
  ];
}

function isGoPackage(command: string, word: string): boolean {
  return (
    /\bgo\s{1,9}(?:run|build|install)\b/u.test(command) && (word === '.' || word.startsWith('./'))
  );
}

function goFiles(folder: string, files: ReadonlySet<string>): string[] {
  return [...files].filter(
    (file) => folderOf(file) === folder && file.endsWith('.go') && !file.endsWith('_test.go'),
  );
}
