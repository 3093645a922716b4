import { type Grant, tokenKind } from './accounts.ts';

/** What the fake answers; the body is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error in GitHub's form. */
export function failure(status: number, message: string): Reply {
  const documentation_url = 'https://docs.github.com/rest';
  return { status, body: { message, documentation_url, status: String(status) } };
}

/** GitHub's words for a token without the permission. */
export function notAccessible(grant: Grant): Reply {
  return failure(403, `Resource not accessible by ${tokenKind(grant)}`);
}

export const NOT_FOUND: Reply = failure(404, 'Not Found');

export const BAD_CREDENTIALS: Reply = failure(401, 'Bad credentials');

/** A refused body. */
export function invalid(message: string): Reply {
  const { body } = failure(422, 'Validation Failed');
  return { status: 422, body: { ...Object(body), errors: [{ code: 'unprocessable', message }] } };
}
