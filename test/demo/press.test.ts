import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PRESS } from '../../fixtures/demo/changes.ts';
import { parseLoadRequest } from '../../src/config/load-requests.ts';
import { testChanges } from './support/planted-changes.ts';

interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
}

/** What its load asks; the last one sends a manuscript. */
const LOAD = readFileSync(path.join(PRESS, 'requests.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const request = parseLoadRequest(line);
    if (typeof request === 'string') throw new Error(request);
    return { method: request.method, url: request.path, body: request.body };
  });

/** All that the press does, and all that it refuses. */
const REQUESTS: [{ method: string; url: string; body?: string | undefined }, number][] = [
  ...LOAD.map((request): [typeof request, number] => [request, 200]),
  [{ method: 'GET', url: '/ready' }, 200],
  [{ method: 'GET', url: '/issue' }, 200],
  [{ method: 'GET', url: '/issue?number=99' }, 404],
  [{ method: 'GET', url: '/nothing' }, 404],
  [{ method: 'POST', url: '/proof', body: 'no JSON' }, 400],
  [{ method: 'POST', url: '/proof', body: '{}' }, 400],
  [{ method: 'POST', url: '/proof' }, 413],
];

await testChanges(PRESS, async (folder) =>
  // The answers are long.
  (await ask(folder)).map(({ status, body }) => ({ status, digest: digestOf(body) })),
);

it('the press answers what it should', async () => {
  const given = await ask(PRESS);
  expect(given.map((answer) => answer.status)).toEqual(REQUESTS.map(([, status]) => status));
  const [issue, index, archive, proof] = given.map(({ body }) => body);
  const pages = gunzipSync(issue ?? '')
    .toString()
    .split(/^-{20} \d+$/mu);
  expect(pages.length).toBeGreaterThan(10);
  expect(JSON.parse(String(index))[0]).toEqual({
    stem: expect.stringMatching(/^s/u),
    count: expect.any(Number),
    best: [expect.any(String), expect.any(String), expect.any(String)],
  });
  expect(JSON.parse(String(archive))).toMatchObject({ year: 1990, read: 3000 });
  expect(JSON.parse(String(proof)).faults[0]).toEqual({
    paragraph: 0,
    word: 'dongrax',
    meant: ['dongras'],
  });
});

/** Asks the press's code that lies in a folder. */
async function ask(folder: string): Promise<Answer[]> {
  const { Press } = await import(/* @vite-ignore */ pathToFileURL(`${folder}/src/press.js`).href);
  const press = new Press();
  const given: Answer[] = [];
  for (const [request] of REQUESTS) given.push(await press.answer(request));
  return given;
}

function digestOf(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
