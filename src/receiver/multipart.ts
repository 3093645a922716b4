import busboy from 'busboy';
import { failed, found, type Outcome } from './problem.ts';

const MALFORMED = {
  reason: 'The service pushed a malformed multipart body',
  hint: 'Update the Pyroscope SDK; uploads must not be rewritten on their way.',
};

/** Far more than the four parts that any SDK sends. */
const MAX_PARTS = 16;

/** Takes the parts that carry a file out of a multipart/form-data body, by field name. */
export function readParts(
  contentType: string,
  body: Buffer,
): Promise<Outcome<ReadonlyMap<string, Buffer>>> {
  return new Promise((resolve) => {
    const parts = new Map<string, Buffer>();
    const malformed = () => resolve(failed(422, 'invalid_argument', MALFORMED));
    try {
      const parser = busboy({
        headers: { 'content-type': contentType },
        limits: { parts: MAX_PARTS },
      });
      parser.on('file', (name, stream) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', malformed);
        stream.on('close', () => parts.set(name, Buffer.concat(chunks)));
      });
      parser.on('error', malformed);
      parser.on('close', () => resolve(found(parts)));
      parser.end(body);
    } catch {
      // busboy throws when the content type has no boundary.
      malformed();
    }
  });
}
