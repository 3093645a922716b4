import type { Readable } from 'node:stream';

/**
 * Calls back for every line of a stream. Lines end where .NET, in which the runner is written, ends them:
 * at `\n`, `\r\n`, and also at a lone `\r`, so that what follows it can be a command.
 */
export function onLines(stream: Readable, take: (line: string) => void): void {
  let pending = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (pending + chunk).split(/\r\n|\n|\r(?!\n|$)/);
    pending = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  stream.on('close', () => {
    const last = pending.replace(/\r$/, '');
    if (last !== '') take(last);
  });
}
