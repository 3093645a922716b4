/** ECMAScript 2024, which Node 20 does not have. */
interface Transferable {
  transfer(length: number): ArrayBuffer;
}

/**
 * Gives the memory behind a view back at once, where Node can (22 and newer), and not when it is next collected: while
 * big columns are filled nothing is collected for a long time. All views of the same buffer are empty afterwards.
 */
export function giveBack({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer) (buffer as Transferable).transfer(0);
}
