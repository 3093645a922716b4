/** Something to write on, and to read what was written. */
export class Sheet {
  text = '';

  write(text: string): void {
    this.text += text;
  }

  /** What was written, line by line; the last line must have ended. */
  lines(): string[] {
    const lines = this.text.split('\n');
    if (lines.pop() !== '') throw new Error('the last line has no end');
    return lines;
  }
}
