/** Files that no program is made of, by where they lie and what they are called. */
export type IdleKind = 'documentation' | 'tests' | 'upkeep';

const DOCUMENT = /\.(?:md|markdown|rst|adoc|asciidoc)$/iu;
const NAMED_DOCUMENT =
  /^(?:readme|changelog|changes|history|contributing|contributors|authors|maintainers|license|licence|copying|notice|security|support|code[_-]of[_-]conduct|governance|roadmap)(?:\.(?:txt|md|rst|adoc))?$/iu;
const IN_DOCS = /^docs?\//u;
const DOCS_FILE = /\.(?:txt|png|jpe?g|gif|svg|webp|drawio|puml|mmd)$/iu;

const TEST_FOLDER = /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|testdata|e2e|src\/test)\//u;
const TEST_FILE =
  /(?:^|\/)(?:[^/]{1,200}[._-](?:test|spec)\.[cm]?[jt]sx?|[^/]{1,200}_test\.(?:go|py)|test_[^/]{1,200}\.py|conftest\.py)$/u;

const UPKEEP_FOLDER = /^(?:\.github|\.vscode|\.idea)\//u;
const UPKEEP_FILE =
  /^(?:(?:docs\/)?CODEOWNERS|\.editorconfig|\.mailmap|\.flamegate\.ya?ml|\.prettierrc(?:\.\w{1,5})?|\.prettierignore|\.markdownlint\.\w{1,5}|\.codespellrc|\.pre-commit-config\.yaml|renovate\.json5?)$/u;

/** What a file is, if it looks as though no program were made of it; whether one reads it is another question. */
export function idleKind(path: string): IdleKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (UPKEEP_FOLDER.test(path) || UPKEEP_FILE.test(path)) return 'upkeep';
  if (TEST_FOLDER.test(path) || TEST_FILE.test(path)) return 'tests';
  if (DOCUMENT.test(name) || NAMED_DOCUMENT.test(name)) return 'documentation';
  return IN_DOCS.test(path) && DOCS_FILE.test(name) ? 'documentation' : undefined;
}

const TOOL_CONFIGURATION =
  /(?:^|\/)(?:package\.json|[\w.-]{0,50}lock(?:\.json|\.yaml)?|npm-shrinkwrap\.json|tsconfig[\w.-]{0,50}\.json|jsconfig\.json|biome\.jsonc?|(?:jest|vitest|playwright|cypress|karma|eslint|prettier|commitlint|lint-staged|stylelint|knip|nyc|c8|mocha)[\w.-]{0,50}\.(?:[cm]?[jt]s|json|ya?ml)|\.(?:eslint|mocha|nyc|babel|c8|stylelint)rc[\w.]{0,10}|\.[\w-]{0,30}ignore|\.gitattributes|tox\.ini|pytest\.ini|setup\.cfg|pyproject\.toml|noxfile\.py|mkdocs\.yml|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|Cargo\.toml|go\.(?:mod|sum|work)|Makefile|Justfile|Taskfile\.ya?ml|Dockerfile[\w.-]{0,50}|docker-compose[\w.-]{0,50}|\.gitlab-ci\.yml|Jenkinsfile)$/u;

/**
 * Whether a file tells tools that build, test and check what to look at, and no program what to read. What builds make
 * of it is compared by itself.
 */
export function isToolConfiguration(path: string): boolean {
  return TOOL_CONFIGURATION.test(path);
}

/** Folders whose files services commonly give to browsers. */
const SERVED =
  /(?:^|\/)(?:public|static|assets|www|wwwroot|htdocs|browser|client|web|webapp|ui|frontend|views|templates|resources)\//u;

/** Whether a source is likely to be something that the service serves, not something that it runs. */
export function isServed(path: string): boolean {
  return SERVED.test(path);
}
