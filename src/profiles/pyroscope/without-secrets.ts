import { FlamegateError } from '../../errors.ts';

/** The error without secrets in its message: a server may repeat what it was sent. */
export function withoutSecrets(error: FlamegateError, secrets: readonly string[]): FlamegateError {
  const message = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), error.message);
  if (message === error.message) return error;
  return new FlamegateError(
    error.kind,
    message,
    error.hint === undefined ? {} : { hint: error.hint },
  );
}
