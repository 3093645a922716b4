import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { firstOfReadme } from './readme.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const EXAMPLES = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yml'));

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const WORKFLOWS: readonly (readonly [string, string])[] = [
  ['README.md', firstOfReadme()],
  ...EXAMPLES.map((name) => [`examples/${name}`, read(`examples/${name}`)] as const),
];

/** The inputs that the examples may give to actions of GitHub itself, as their action.yml have them. */
const GITHUBS: Readonly<Record<string, readonly string[]>> = {
  checkout: ['persist-credentials', 'fetch-depth', 'ref'],
  'upload-artifact': ['name', 'path', 'if-no-files-found', 'retention-days'],
  'download-artifact': ['name', 'path', 'run-id', 'github-token'],
};

/**
 * What GitHub's language service says of a file; it knows our action by its own action.yml. It keeps
 * what it has parsed by the name, so another text needs another name.
 */
async function complaints(name: string, text: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${name}`, 'yaml', 1, text);
  const found = await validate(document, {
    actionsMetadataProvider: {
      async fetchActionMetadata({ owner, name: action }) {
        if (owner === 'flamegate') return parse(read('action.yml'));
        const inputs = (GITHUBS[action] ?? []).map((input) => [input, { description: '' }]);
        return { name: action, description: '', inputs: Object.fromEntries(inputs) };
      },
    },
  });
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

describe('for GitHub’s language service', () => {
  it.each(WORKFLOWS)('%s is right', async (name, text) => {
    expect(await complaints(`.github/workflows/${basename(name, '.yml')}.yml`, text)).toEqual([]);
  });

  it('action.yml is right', async () => {
    expect(await complaints('action.yml', read('action.yml'))).toEqual([]);
  });

  it('what is wrong is noticed', async () => {
    const wrong = read('examples/nightly.yml').replace('max-rounds:', 'most-rounds:');
    expect(await complaints('.github/workflows/x.yml', wrong)).toEqual([
      expect.stringMatching(/most-rounds/u),
    ]);
    const main = read('action.yml').replace('  main:', '  mian:');
    expect(await complaints('mistaken/action.yml', main)).toContainEqual(
      expect.stringMatching(/mian/u),
    );
  });
});

it('the README’s first workflow has fewer than 15 lines', () => {
  expect(firstOfReadme().trim().split('\n').length).toBeLessThan(15);
});

describe('every example', () => {
  it.each(WORKFLOWS)(
    '%s says which permissions it needs, and no expression is in a script',
    (_, text) => {
      const workflow = parse(text);
      expect(workflow.permissions).toBeDefined();
      expect(text).not.toMatch(/run:.*\$\{\{/u);
      expect(text).not.toContain('pull_request_target');
    },
  );

  it('that bisects has time to report before the job ends', () => {
    const { jobs } = parse(read('examples/nightly.yml'));
    const [job] = Object.values<Record<string, unknown>>(jobs);
    const steps = job?.steps as { readonly with?: Readonly<Record<string, unknown>> }[];
    const inputs = steps.find(({ with: given }) => given?.bisect !== undefined)?.with;
    expect(inputs).toMatchObject({ bisect: true, timeout: expect.stringMatching(/^\d+m$/u) });
    expect(Number.parseInt(String(inputs?.timeout), 10)).toBeLessThan(
      Number(job?.['timeout-minutes']),
    );
  });

  it('of the run that measures forks gives it no secret and no write access', () => {
    const workflow = parse(read('examples/fork-measure.yml'));
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
    expect(read('examples/fork-measure.yml')).not.toContain('secrets.');
  });

  it('of the run that reports forks checks nothing out', () => {
    expect(read('examples/fork-report.yml')).not.toMatch(/uses: actions\/checkout/u);
  });
});

const hasActionlint = spawnSync('actionlint', ['-version']).status === 0;

it.runIf(hasActionlint)(
  'actionlint has nothing to say of the examples (where it is installed)',
  () => {
    const files = EXAMPLES.map((name) => join(ROOT, 'examples', name));
    execFileSync('actionlint', files, { stdio: 'pipe' });
  },
);
