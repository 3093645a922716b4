import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort, withPort } from '../../src/measure/port.ts';

it('finds ports that can be listened on, below those of outgoing connections', async () => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(30_000);
    const server = createServer().listen(port, host);
    await once(server, 'listening');
    server.close();
  }
});

it.each([
  ['http://127.0.0.1:{port}/ready', 'http://127.0.0.1:20001/ready'],
  ['serve --port {port} --admin {port}', 'serve --port 20001 --admin 20001'],
  ['serve --port $PORT', 'serve --port $PORT'],
  [`port=1; serve \${port}`, `port=1; serve \${port}`],
])('%s becomes %s', (template, text) => {
  expect(withPort(template, 20_001)).toBe(text);
});
