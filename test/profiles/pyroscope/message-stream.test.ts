import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageStream } from '../../../src/profiles/pyroscope/message-stream.ts';
import { delimited, varintBytes, varintField } from '../../support/proto-fields.ts';

const WHOLE = Number.POSITIVE_INFINITY;
const FIXED64 = Buffer.concat([varintBytes(7 * 8 + 1), Buffer.alloc(8, 1)]);
const FIXED32 = Buffer.concat([varintBytes(8 * 8 + 5), Buffer.alloc(4, 1)]);

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
    yield new Uint8Array();
  }
}

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}

describe('MessageStream', () => {
  it('finds a field within a field, behind fields of every kind, in pieces of any size', async () => {
    const inner = Buffer.concat([varintField(2, 300), delimited(1, 'profile'), delimited(3, 'x')]);
    const message = Buffer.concat([
      varintField(1, -1),
      delimited(2, 'another'),
      FIXED64,
      FIXED32,
      delimited(5, inner),
      varintField(6, 1),
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: message.length }), async (size) => {
        const stream = new MessageStream(inPieces(message, size));
        const outer = await stream.find(5, WHOLE);
        expect(outer?.length).toBe(inner.length);
        const found = await stream.find(1, outer?.length ?? 0);
        expect(await text(stream.take(found?.length ?? 0))).toBe('profile');
        expect(found?.after).toBe(3);
        await stream.drain();
      }),
    );
  });

  it('says when there is no such field, in the message or in the part looked at', async () => {
    expect(await new MessageStream(inPieces(delimited(1, 'total'), 2)).find(5, WHOLE)).toBe(
      undefined,
    );
    const stream = new MessageStream(
      inPieces(Buffer.concat([varintField(2, 1), delimited(1, 'x')]), 9),
    );
    expect(await stream.find(1, 2)).toBe(undefined);
    expect(await stream.find(1, WHOLE)).toEqual({ length: 1, after: WHOLE });
  });

  it.each([
    ['ends in a tag', [0xaa], 'it ends in the middle of a field'],
    ['ends in a field', [...delimited(2, 'four').subarray(0, 4)], 'it ends 2 bytes too early'],
    ['has an endless integer', Array(11).fill(0xff), 'an integer has more than 10 bytes'],
    ['has a group', [0x0b], 'wire type 3 does not belong there'],
  ])('refuses a message that %s', async (_what, bytes, message) => {
    const stream = new MessageStream(inPieces(Buffer.from(bytes), 3));
    await expect(stream.find(5, WHOLE)).rejects.toMatchObject({
      kind: 'measurement',
      message: `malformed protobuf: ${message}`,
    });
  });
});
