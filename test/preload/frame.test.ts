import { describe, expect, it } from 'vitest';
import { describeFrame, filePaths } from '../../src/preload/frame.ts';

describe('describeFrame', () => {
  it.each([
    ['alpha', 'file:///srv/app.js', 7, 2, 'alpha', '/srv/app.js', 8],
    ['', 'file:///srv/app.js', 7, 110, '(anonymous:L#8:C#111)', '/srv/app.js', 8],
    ['get total', 'file:///srv/a%20b/%C3%BC.js', 0, 0, 'get total', '/srv/a b/ü.js', 1],
    ['reloaded', 'file:///srv/app.mjs?v=17#x', 1, 0, 'reloaded', '/srv/app.mjs', 2],
    ['emit', 'node:events', 470, 43, 'emit', 'node:events', 471],
    ['(idle)', '', -1, -1, '(idle)', '', 0],
    ['', '', -1, -1, '(anonymous:L#0:C#0)', '', 0],
    ['f', 'evalmachine.<anonymous>', 0, 9, 'f', 'evalmachine.<anonymous>', 1],
    ['f', 'data:text/javascript;base64,AAAA', 0, 9, 'f', 'data:text/javascript', 1],
    ['f', 'file://elsewhere%00/x.js', 0, 9, 'f', 'file://elsewhere%00/x.js', 1],
  ])('%s in %s', (functionName, url, lineNumber, columnNumber, name, file, line) => {
    const callFrame = { functionName, url, lineNumber, columnNumber, scriptId: '1' };
    expect(describeFrame(callFrame, filePaths())).toEqual({ name, file, line });
  });
});
