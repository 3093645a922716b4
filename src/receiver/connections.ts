import { get, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

const POLL_MS = 10;

/** Knows whether a server still has something to read or to answer. */
export interface Connections {
  /** Watches the handling of a request, which goes on when its client has gone: its profile is being stored. */
  watch(handling: Promise<void>): void;
  /**
   * Waits until every connection is closed or idle between requests and all requests are handled, so that
   * whatever a process sent before it died has been stored. False when that takes longer than `limitMs`.
   */
  quiet(port: number, limitMs: number, signal?: AbortSignal): Promise<boolean>;
}

/** Watches a server's connections; call it before the server listens. */
export function watchConnections(server: Server): Connections {
  // A new connection counts as busy until its first answer: its request may still be in the kernel.
  const busy = new Set<Socket>();
  server.on('connection', (socket) => {
    busy.add(socket);
    socket.once('close', () => busy.delete(socket));
  });
  server.on('request', (request, response) => {
    busy.add(request.socket);
    response.once('close', () => busy.delete(request.socket));
  });

  let underWay = 0;
  return {
    watch(handling) {
      underWay++;
      void handling.finally(() => underWay--);
    },
    async quiet(port, limitMs, signal) {
      const deadline = performance.now() + limitMs;
      await probe(port, limitMs);
      for (;;) {
        if (busy.size === 0 && underWay === 0) return true;
        if (performance.now() > deadline) return false;
        await sleep(POLL_MS);
        signal?.throwIfAborted();
      }
    },
  };
}

/** Connections are accepted in order: once ours has been answered, so have all that came before been accepted. */
async function probe(port: number, limitMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const target = { host: '127.0.0.1', port, path: '/ready', agent: false, timeout: limitMs };
    const request = get(target, (response) => response.resume().once('close', resolve));
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve());
  });
  // What those connections had to say is read in the turn after.
  await turn();
}
