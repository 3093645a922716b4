/** From this many lost characters on, a cut says how many there were. */
const LOUD_FROM = 50;

/** A counted cut must leave at least this much of the text. */
const LEAST_KEPT = 16;

/** What must stay in one piece: a mark of `visible()`, or a character with its combining marks. */
const UNIT = /⟨U\+[0-9A-F]{4,6}⟩|\P{M}\p{M}*\p{EMod}?|\p{M}+/gsu;

/**
 * Shortens to at most `max` code points by taking out the middle, so that both ends of a long
 * qualified name stay readable. `…` stands for a few lost characters; many are counted.
 */
export function cutMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const total = length(text);
  if (total <= max) return text;
  const mark = (lost: number) => `⟨${lost.toLocaleString('en-US')} characters cut⟩`;
  // The count is only known after cutting; the total is at least as long to write.
  const reserve = length(mark(total));
  const loud = total - max >= LOUD_FROM && max - reserve >= LEAST_KEPT;
  const room = Math.max(0, max - (loud ? reserve : 1));
  const front = take(units(text.slice(0, 2 * max)), Math.ceil(room / 2));
  const back = take(units(text.slice(-2 * max)).reverse(), Math.floor(room / 2)).reverse();
  const lost = total - length(front.join('')) - length(back.join(''));
  return front.join('') + (loud ? mark(lost) : '…'.slice(0, max)) + back.join('');
}

/** Length in code points. */
function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function units(text: string): string[] {
  return text.match(UNIT) ?? [];
}

/** The first units that fit into `room` code points. */
function take(from: readonly string[], room: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const unit of from) {
    used += length(unit);
    if (used > room) break;
    taken.push(unit);
  }
  return taken;
}
