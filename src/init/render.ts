import type { FoundService } from './found.ts';

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/flamegate/flamegate/v1/docs/flamegate.schema.json
#
# Flamegate's configuration; \`flamegate init\` wrote it from what it found in this repository. Read it through: what it
# could not know is marked with CHECK. All settings: docs/configuration.md of Flamegate. In a pull request the
# base's file counts.
`;

const NOTHING = `
# Nothing here looks like a service that listens on a port. How is yours built, started and loaded?
#
# services:
#   shop:
#     directory: .                # where the commands run
#     build: make
#     start: ./shop --port {port} # PORT holds the port, too
#     ready-url: http://127.0.0.1:{port}/health
#     load-requests:
#       - GET /search?q=tea
`;

const FURTHER = `
# For all services; each may have its own.
# max-increase: 1          # points of the base's CPU per request that a function may rise by
# min-relative: 5%         # or this part of its own cost, if that is more
# profile-types: [cpu]     # also wall, allocations, in-use, locks, where profiles have them
# mode: observe            # first observe, then comment, then block (the default)
# thresholds:
#   - { file: src/generated/, ignore: true }
# owners:
#   src/search/: "@acme/search"
`;

/** The file's text. It always parses, whatever the names in the repository are. */
export function renderConfig(services: readonly FoundService[]): string {
  if (services.length === 0) return HEAD + NOTHING;
  return `${HEAD}\nservices:\n${services.map(serviceLines).join('\n')}${FURTHER}`;
}

function serviceLines(service: FoundService): string {
  const { name, from, directory, build, start, readyPath, routes, scrapeUrl, notes = [] } = service;
  const lines = [
    `  ${scalar(name)}:`,
    `    # Found in ${oneLine(from)}.`,
    ...notes.map((note) => `    # CHECK ${oneLine(note)}`),
    ...(directory === '.' ? [] : [`    directory: ${scalar(directory)}`]),
    ...(build === undefined
      ? ['    # build: CHECK is there nothing to build?']
      : [`    build: ${scalar(build)}`]),
    `    start: ${scalar(start)}`,
    ...(readyPath === undefined
      ? [
          '    # ready-url: http://127.0.0.1:{port}/health   # CHECK what answers once it is up; / unless given',
        ]
      : [`    ready-url: ${scalar(`http://127.0.0.1:{port}${readyPath}`)}`]),
    ...(scrapeUrl === undefined ? [] : [`    scrape-url: ${scalar(scrapeUrl)}`]),
    '    # CHECK the requests that matter most to you, as often as they come.',
    '    load-requests:',
    ...(routes.length === 0 ? ['/'] : routes).map((route) => `      - ${scalar(`GET ${route}`)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Texts that YAML reads as they stand: no sign that means something, no number, no word like true. */
const PLAIN =
  /^(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z./][\w./@$&=+ -]*(?:[:{][\w./@${}&=+-][\w./@${}&=+: -]*)*$/iu;

function scalar(text: string): string {
  const isPlain = PLAIN.test(text) && !/: |:$| #| $/u.test(text);
  // JSON strings are YAML's double-quoted strings too.
  return isPlain ? text : JSON.stringify(text);
}

/** A comment ends at its line's end. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
