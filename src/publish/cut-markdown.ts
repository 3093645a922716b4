/** What is open at the end of a line and has to be closed when the text ends there. */
interface Open {
  /** The fence of an open code block; empty outside of one. */
  readonly fence: string;
  /** `<details>` that have not ended. */
  readonly details: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Markdown of ours in at most `maxBytes` of UTF-8. A longer text ends after a whole block, with `note` as its
 * last paragraph: half a line could leave a code span open, and what was quoted in it would come alive.
 */
export function cutMarkdown(markdown: string, maxBytes: number, note: string): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
  const lines = markdown.split('\n');
  let open: Open = { fence: '', details: 0 };
  let bytes = 0;
  let kept = 0;
  let ending = note;
  for (const [index, line] of lines.entries()) {
    const closing = `${'</details>\n\n'.repeat(open.details)}${note}`;
    const atBlockEnd = line.trim() === '' && open.fence === '';
    if (atBlockEnd && bytes + Buffer.byteLength(`\n${closing}\n`) <= maxBytes) {
      kept = index;
      ending = closing;
    }
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > maxBytes) break;
    open = after(open, line);
  }
  return [...lines.slice(0, kept), ...(kept > 0 ? [''] : []), ending, ''].join('\n');
}

function after({ fence, details }: Open, line: string): Open {
  const mark = FENCE.exec(line)?.[1] ?? '';
  if (fence !== '') {
    const closes = mark.startsWith(fence) && line.trim() === mark;
    return { fence: closes ? '' : fence, details };
  }
  if (mark !== '') return { fence: mark, details };
  const opened = line.match(/<details\b/g)?.length ?? 0;
  const closed = line.match(/<\/details>/g)?.length ?? 0;
  return { fence, details: Math.max(0, details + opened - closed) };
}
