/** Where a log writes; `process.stdout` and `process.stderr` are such. */
export interface Out {
  write(text: string): unknown;
}
