import type { ServerResponse } from 'node:http';
import type { Refusal } from './upload.ts';

/** Why a request is turned down: what the client is told, and what the report will say. */
export interface Problem {
  readonly status: number;
  /** Connect error code, as Pyroscope's server puts it into its JSON errors. */
  readonly code: string;
  readonly refusal: Refusal;
}

/** Either what was asked for, or why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function found<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(status: number, code: string, refusal: Refusal): Outcome<never> {
  return { ok: false, problem: { status, code, refusal } };
}

/** What a sender is told that has succeeded; without one there is no body. */
export interface Answer {
  readonly contentType: string;
  readonly body: string;
}

/** Always 200: some SDKs count anything else as a failure, even 204. */
export function replyOk(response: ServerResponse, answer?: Answer): void {
  const body = answer?.body ?? '';
  response
    .writeHead(200, {
      ...(answer === undefined ? {} : { 'content-type': answer.contentType }),
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}

/** An error in the shape of Pyroscope's server, and of Connect: `{"code":…,"message":…}`. */
export function replyError(response: ServerResponse, problem: Problem): void {
  const { reason, hint } = problem.refusal;
  const body = JSON.stringify({ code: problem.code, message: `${reason}. ${hint}` });
  response.writeHead(problem.status, { 'content-type': 'application/json' }).end(body);
}
