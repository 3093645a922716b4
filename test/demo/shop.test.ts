import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { SHOP } from '../../fixtures/demo/changes.ts';
import { testChanges } from './support/planted-changes.ts';

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

await testChanges(SHOP, answers);

it('the shop answers what it should', async () => {
  const given = await answers(SHOP);
  expect(given.map((answer) => answer.status)).toEqual(REQUESTS.map(([, status]) => status));
  expect(given[1]?.body).toContain('<b>green</b>');
  expect(given[6]?.body).toMatch(/^day +category +product +count +euros +note\n2026-10-01/);
  const receipt = JSON.parse(given[9]?.body ?? '');
  expect(receipt).toMatchObject({ customer: 'Zoë OHara', total: receipt.net + receipt.tax });
  expect(receipt.lines).toHaveLength(ORDER.lines.length);
});

/** Asks the shop's code that lies in a folder. */
async function answers(folder: string): Promise<Answer[]> {
  const app = await import(/* @vite-ignore */ pathToFileURL(`${folder}/src/app.js`).href);
  return REQUESTS.map(([request]) => app.respond(request));
}
