import { type EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import type { Client } from 'autocannon';
import { endsWithConnection, forgetAnswer, socketOf } from './client-internals.ts';

/** The state of one connection. */
interface Connection {
  /** A request was sent and its answer is not complete. */
  waiting: boolean;
  /** Status of the answer that is under way, once its headers have arrived. */
  status: number | undefined;
  /** The last answer said that the server closes the connection after it. */
  closing: boolean;
}

export interface ConnectionEvents {
  /** An answer was completed by the end of its connection; the load generator itself does not tell. */
  readonly onAnswer: (status: number) => void;
  /** A connection was closed before the answer to a request was complete. */
  readonly onLost: () => void;
}

/**
 * Watches the connections of the load generator, for what it does not tell: when a server closes a
 * connection without an answer or in the middle of one, it reconnects in silence and counts nothing,
 * or takes the next answer for the rest of the broken one.
 */
export class ConnectionWatch {
  readonly #events: ConnectionEvents;
  readonly #sockets = new Set<Socket>();

  constructor(events: ConnectionEvents) {
    this.#events = events;
  }

  /** To be called when a client is made, before it connects. */
  follow(client: Client): void {
    const connections = new WeakMap<Socket, Connection>();
    const current = (): Connection => {
      const socket = socketOf(client);
      const known = connections.get(socket);
      if (known !== undefined) return known;
      const connection: Connection = { waiting: false, status: undefined, closing: false };
      connections.set(socket, connection);
      forgetAnswer(client);
      this.#watch(client, socket, connection);
      return connection;
    };
    // The published types lack `request`, and have only the header fields for `headers`.
    const events: EventEmitter = client;
    events.on('request', () => {
      current().waiting = true;
    });
    events.on('headers', (head: { statusCode: number; shouldKeepAlive: boolean }) => {
      const connection = current();
      connection.status = head.statusCode;
      connection.closing = !head.shouldKeepAlive;
    });
    events.on('response', () => {
      const connection = current();
      connection.waiting = false;
      connection.status = undefined;
    });
  }

  /** Closes what the load generator left open and waits until all connections are closed. */
  async closeAll(): Promise<void> {
    await Promise.all(
      [...this.#sockets].map(async (socket) => {
        socket.destroy();
        await once(socket, 'close');
      }),
    );
  }

  #watch(client: Client, socket: Socket, connection: Connection): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    // Only the server's own closing ends the stream; errors and time-outs are told otherwise. Before
    // the client's own listener, which connects anew and has the parser start over.
    socket.prependOnceListener('end', () => {
      const { waiting, status, closing } = connection;
      if (!waiting) return;
      if (status !== undefined && endsWithConnection(client)) this.#events.onAnswer(status);
      // After an answer that closes the connection the client sends one more request into the void.
      else if (status !== undefined || !closing) this.#events.onLost();
    });
  }
}
