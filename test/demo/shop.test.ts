import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findChange, readChanges, SHOP } from '../../fixtures/demo/changes.ts';
import { createRepository, type DemoRepository } from '../../fixtures/demo/repository.ts';
import { diffOf } from '../../src/plan/diff.ts';
import { parseLineMap } from '../../src/plan/line-map.ts';
import { cleanEnvironment as env } from '../plan/support/repository.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

const ORDER = {
  customer: 'Zoë  O’Hara ',
  lines: [
    { id: 'p1', count: 2 },
    { id: 'p23', count: 120 },
    { id: 'p999', count: 6 },
  ],
};

/** All that the shop does, and all that it refuses. */
const REQUESTS: [Request, number][] = [
  [{ method: 'GET', url: '/ready' }, 200],
  [{ method: 'GET', url: '/search?q=green+tea+fresh' }, 200],
  [{ method: 'GET', url: '/search?q=UJI%20malty,%20kettle' }, 200],
  [{ method: 'GET', url: '/search' }, 200],
  [{ method: 'GET', url: '/similar?id=p17' }, 200],
  [{ method: 'GET', url: '/similar?id=none' }, 404],
  [{ method: 'GET', url: '/report' }, 200],
  [{ method: 'GET', url: '/report?page=45' }, 200],
  [{ method: 'GET', url: '/nothing' }, 404],
  [{ method: 'POST', url: '/order', body: JSON.stringify(ORDER) }, 201],
  [{ method: 'POST', url: '/order', body: '{"lines":[{"id":"p1","count":0}]}' }, 400],
  [{ method: 'POST', url: '/order', body: '{"lines":[{"id":"none","count":1}]}' }, 400],
  [{ method: 'POST', url: '/order', body: 'no JSON' }, 400],
];

const changes = await readChanges();

describe.each(changes)('the change $name', (change) => {
  let repository: DemoRepository;
  beforeAll(async () => {
    repository = await createRepository(change, env);
    return () => repository.remove();
  });

  it('applies, and answers every request as before', async () => {
    expect(await answers(repository.folder)).toEqual(await answers(SHOP));
  });

  it('names functions that its code has', () => {
    const files = sources(repository.folder).map((file) => readFileSync(file, 'utf8'));
    for (const name of [...change.culprits, ...change.callers]) {
      expect(files.join('\n')).toContain(`function ${name}(`);
    }
  });
});

it('the shop answers what it should', async () => {
  const given = await answers(SHOP);
  expect(given.map((answer) => answer.status)).toEqual(REQUESTS.map(([, status]) => status));
  expect(given[1]?.body).toContain('<b>green</b>');
  expect(given[6]?.body).toMatch(/^day +category +product +count +euros +note\n2026-10-01/);
  const receipt = JSON.parse(given[9]?.body ?? '');
  expect(receipt).toMatchObject({ customer: 'Zoë OHara', total: receipt.net + receipt.tax });
  expect(receipt.lines).toHaveLength(ORDER.lines.length);
});

it('comment-only moves every line of every file and nothing else', async () => {
  const commentOnly = findChange(changes, 'comment-only');
  const { folder, base, head, remove } = await createRepository(commentOnly, env);
  onTestFinished(remove);
  const diff = await diffOf({ options: { cwd: folder, env }, token: undefined }, base, head);
  const map = parseLineMap(diff ?? '');
  for (const file of sources(SHOP)) {
    const name = path.relative(SHOP, file);
    const before = readFileSync(file, 'utf8').split('\n');
    const after = readFileSync(path.join(folder, name), 'utf8').split('\n');
    const added = after.length - before.length;
    expect(added).toBeGreaterThan(1);
    expect(after.slice(0, added).filter((line) => !/^(?:\/\/ .*)?$/.test(line))).toEqual([]);
    expect(after.slice(added)).toEqual(before);
    expect(map.headToBase(name, added + 1)).toEqual({ file: name, line: 1 });
  }
});

/** Asks the shop's code that lies in a folder. */
async function answers(folder: string): Promise<Answer[]> {
  const app = await import(/* @vite-ignore */ pathToFileURL(`${folder}/src/app.js`).href);
  return REQUESTS.map(([request]) => app.respond(request));
}

function sources(folder: string): string[] {
  return readdirSync(`${folder}/src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, 'src', name));
}
