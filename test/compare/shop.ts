import { expect } from 'vitest';

/** A request of a small shop; values are microseconds of CPU. */
export const SHOP = `
server handle[src/server.js:8] search[src/search.js:3] scoreDocs[src/search.js:20] scoreOne[src/search.js:30] 140
server handle search scoreDocs 10
server handle search topK[src/search.js:40] 50
server handle report[src/report.js:2] formatCsv[src/report.js:9] csvRow[src/report.js:20] 340
server handle report aggregate[src/report.js:40] 60
server handle order[src/order.js:3] hashReceipt[src/order.js:12] update[node:crypto:7] 70
server handle order validate[src/order.js:30] 130
server write[node:net:5] 200
`;

/** The same, with some lines replaced. */
export function shopWith(...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, SHOP);
}
