import { patternOf } from '../text/pattern.ts';
import { languageOf, tokensOf } from './lex/language.ts';

/** A file of a program, as it may name other files: without comments where it could be read. */
export interface Program {
  readonly path: string;
  readonly text: string;
}

/** Takes comments out of a source: a file that is named there is not read by the program. */
export function programOf(path: string, text: string): Program {
  const language = languageOf(path);
  const tokens = language && tokensOf(text, language);
  if (tokens === undefined) return { path, text };
  return { path, text: tokens.map(({ gap, text: piece }) => gap + piece).join('') };
}

/** Calls that read, or serve, whatever lies in a folder. */
const FOLDER_CALL =
  /\b(?:readdir|readdirSync|opendir|opendirSync|glob|globSync|iglob|globby|static|serveStatic|sirv|autoload|context|FileServer|FileServerFS|ServeDir|StaticFiles|UseStaticFiles|send_from_directory|SimpleHTTPRequestHandler|os\.walk|listdir|scandir|iterdir|rglob|walk_packages|iter_modules|autodiscover\w{0,20}|filepath\.Walk|WalkDir|ReadDir|newDirectoryStream|walkFileTree|Files\.list|Files\.walk|EnumerateFiles|GetFiles|include_dir!|RustEmbed|read_dir|Dir\.(?:glob|children|entries|each_child)|Dir\[)\s{0,9}[([!)]/gu;

/** Packages that serve, or load, whatever lies in a folder they are told. */
const FOLDER_PACKAGE =
  /["'](?:@[\w-]{1,50}\/)?(?:[\w-]{1,50}-)?(?:serve-static|static|serve-handler|sirv|st|ecstatic|inert|autoload|require-all|require-dir|http-server)["']/u;

/** What makes pages of documents, wherever they lie. */
const SITE_BUILDER =
  /["'](?:next|nuxt|astro|gatsby|nextra|contentlayer|vitepress|vuepress|@docusaurus\/core|@11ty\/eleventy|@sveltejs\/kit|@remix-run\/[\w-]{1,50})["']\s{0,9}:/u;

/** Calls that read one file. */
const FILE_CALL =
  /\b(?:readFile|readFileSync|createReadStream|sendFile|sendfile|openSync|fs\.open|open|read_text|read_bytes|ReadFile|OpenFile|ServeFile|ReadAllText|ReadAllBytes|readAllBytes|readString|getResource\w{0,20}|include_str!|include_bytes!|FileInputStream|file_get_contents|File\.read)\s{0,9}\(/u;

/** Most characters of a call that are looked at for the folder it names. */
const CALL_LENGTH = 400;

/** Whether some package.json asks for a tool that makes pages of documents. */
export function buildsSite(manifest: string): boolean {
  return SITE_BUILDER.test(manifest);
}

/** The folders that programs read as a whole; `everything` when it can't be told which. */
export function foldersRead(programs: readonly Program[]): readonly string[] | 'everything' {
  const folders: string[] = [];
  for (const { text } of programs) {
    for (const match of text.matchAll(FOLDER_CALL)) {
      const named = literalsIn(callAt(text, match.index + match[0].length - 1));
      if (named.length === 0 || named.some(isOpen)) return 'everything';
      folders.push(...named);
    }
    if (FOLDER_PACKAGE.test(text)) {
      const named = literalsIn(text).filter((literal) => /^[\w./-]{1,100}$/u.test(literal));
      if (named.some(isOpen)) return 'everything';
      folders.push(...named);
    }
  }
  return folders.map(plainFolder).filter(Boolean);
}

/** Whether a file lies in a folder that is read; where the folder begins is not known, so any place counts. */
export function isInFolder(path: string, folders: readonly string[] | 'everything'): boolean {
  if (folders === 'everything') return true;
  return folders.some((folder) => `/${path}`.includes(`/${folder}/`));
}

/** The program that names a file, its folder, or its kind; undefined when none does. */
export function namedIn(path: string, programs: readonly Program[]): string | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const stem = name.replace(/\.\w{1,10}$/u, '');
  const names = [name, ...(/[._-]/u.test(stem) ? [stem] : [])].map(patternOf);
  const folders = parts.map(patternOf).join('|');
  const extension = /\.(\w{1,10})$/u.exec(name)?.[1] ?? '';
  const isCode = languageOf(path) !== undefined;
  const patterns = [
    new RegExp(`(?<![\\w.-])(?:${names.join('|')})(?![\\w-])`, 'iu'),
    ...(extension === '' || isCode ? [] : [new RegExp(`\\.${patternOf(extension)}(?!\\w)`, 'iu')]),
    ...(folders === ''
      ? []
      : [
          // As a part of a path, but not as a value that is compared: `NODE_ENV === 'test'`.
          new RegExp(
            `(?:(?<![=!]=\\s{0,3}|\\bcase )["'\`]|/)(?:${folders})(?:["'\`](?!\\s{0,3}[=!]=)|/)`,
            'u',
          ),
          new RegExp(`^\\s*(?:from|import)\\s+[\\w.]{0,200}\\b(?:${folders})\\b`, 'mu'),
        ]),
  ];
  return programs.find(({ text }) => patterns.some((pattern) => pattern.test(text)))?.path;
}

/** The program that reads a source as a file, by its name; undefined when none does. */
export function readAsFile(path: string, programs: readonly Program[]): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return programs.find(
    (program) =>
      program.path !== path && program.text.includes(name) && FILE_CALL.test(program.text),
  )?.path;
}

/** The text of a call from its opening bracket to the one that closes it. */
function callAt(text: string, open: number): string {
  let depth = 0;
  const end = Math.min(text.length, open + CALL_LENGTH);
  for (let at = open; at < end; at += 1) {
    const character = text[at] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth === 0) return text.slice(open, at);
  }
  return '';
}

function literalsIn(text: string): string[] {
  return [...text.matchAll(/(["'`])((?:(?!\1)[^\\\n]){1,200})\1/gu)].map(
    ([, , value = '']) => value,
  );
}

/** A folder that may be any: the one above, where the program runs, or all that matches. */
function isOpen(literal: string): boolean {
  const folder = plainFolder(literal);
  return folder === '' || folder.includes('..') || folder.includes('${');
}

/** Up to the first star, without what only says «here». */
function plainFolder(literal: string): string {
  return literal
    .replace(/\/?[^/]{0,200}\*.{0,200}$/su, '')
    .replace(/^(?:\.?\/){1,9}/u, '')
    .replace(/^\.$/u, '')
    .replace(/\/{1,9}$/u, '');
}
