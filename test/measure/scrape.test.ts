import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { scrapeProfile } from '../../src/measure/scrape.ts';
import { calm } from './support.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Asks a server that answers so; gives what came and what was asked. */
async function scrape(listener: RequestListener, seconds = 2.9, signal = calm()) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = 'http://127.0.0.1:{port}/debug/pprof/profile?debug=0';
  return { scraped: await scrapeProfile({ service: 'shop', url, port, seconds }, signal), asked };
}

it('asks for whole seconds of the load', async () => {
  const { scraped, asked } = await scrape((_, response) => response.end('pprof'));
  expect(asked).toEqual(['GET /debug/pprof/profile?debug=0&seconds=2']);
  expect(scraped).toEqual({
    kind: 'profile',
    arrival: expect.objectContaining({
      service: 'shop',
      spy: 'scrape',
      pprof: Buffer.from('pprof'),
    }),
  });
});

it('asks for a second at least', async () => {
  const { asked } = await scrape((_, response) => response.end('pprof'), 0.2);
  expect(asked[0]).toContain('seconds=1');
});

it.each<[string, RequestListener, string]>([
  [
    'an error, with its text',
    (_, response) => response.writeHead(400).end('profile duration exceeds server WriteTimeout'),
    '(400: profile duration exceeds server WriteTimeout)',
  ],
  ['a redirect', (_, response) => response.writeHead(302, { location: '/' }).end(), '(302: )'],
  ['nothing', (_, response) => response.end(), '(nothing)'],
  ['a cut answer', (request) => request.socket.destroy(), '(socket hang up)'],
])('says what came instead of a profile: %s', async (_what, listener, answer) => {
  const { scraped } = await scrape(listener);
  expect(scraped).toEqual({
    kind: 'nothing',
    refusal: {
      reason: expect.stringContaining(answer),
      hint: expect.stringContaining('?seconds=N'),
    },
  });
});

it('ends with the run', async () => {
  const abort = new AbortController();
  const { scraped } = await scrape(() => abort.abort(), 60, abort.signal);
  expect(scraped.kind).toBe('nothing');
});
