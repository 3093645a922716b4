import { describe, expect, it } from 'vitest';
import { type IdentityContext, identify } from '../../../src/compare/identity/identity.ts';
import { parseLineMap } from '../../../src/plan/line-map.ts';
import type { FunctionInfo } from '../../../src/profiles/profile.ts';

const base: IdentityContext = { side: 'base', roots: ['/tmp/x/base'], lineMap: undefined };
const head: IdentityContext = { side: 'head', roots: ['/tmp/x/head'], lineMap: undefined };

function fn(name: string, file = '', line = 0, systemName = ''): FunctionInfo {
  return { name, file, line, systemName };
}

describe('a function is the same on both sides', () => {
  it.each<[trap: string, onBase: FunctionInfo, onHead: FunctionInfo]>([
    ['in worktrees', fn('f', '/tmp/x/base/a.js'), fn('f', '/tmp/x/head/a.js')],
    ['as a file URL', fn('f', 'file:///tmp/x/base/a.js'), fn('f', '/tmp/x/head/a.js')],
    ['relative', fn('f', './a.js'), fn('f', 'a.js')],
    ['on another line', fn('f', 'a.js', 3), fn('f', 'a.js', 90)],
    [
      'with the Node SDK’s line in its name',
      fn('./a.js:f:5', '/tmp/x/base/a.js', 5, 'f'),
      fn('./a.js:f:17', '/tmp/x/head/a.js', 17, 'f'),
    ],
    ['as an entry of V8’s own', fn(':(idle):0', '', 0, '(idle)'), fn('(idle)')],
    [
      'in a dependency, wherever it is installed',
      fn('g', '/tmp/x/base/node_modules/.pnpm/lib@1.0.0/node_modules/lib/i.js'),
      fn('g', '/elsewhere/node_modules/lib/i.js'),
    ],
    [
      'in a Go module of another version',
      fn('m.F', '/go/pkg/mod/example.com/m@v1.2.3/f.go'),
      fn('m.F', '/go/pkg/mod/example.com/m@v1.3.0/f.go'),
    ],
    ['a Go generic', fn('x[go.shape.int].foo'), fn('x[go.shape.string].foo')],
    ['a Rust function', fn('app::f::h0123456789abcdef'), fn('app::f::hfedcba9876543210')],
    [
      'a Java lambda',
      fn('A$$Lambda$669.0x0000000800b2.run'),
      fn('A$$Lambda$12.0x00000008aaaa.run'),
    ],
    [
      'a Java accessor',
      fn('GeneratedMethodAccessor12.invoke'),
      fn('GeneratedMethodAccessor7.invoke'),
    ],
    ['a Java proxy', fn('com.sun.proxy.$Proxy12.get'), fn('com.sun.proxy.$Proxy3.get')],
    [
      'an anonymous function, without a diff',
      fn('(anonymous:L#4:C#2)', 'a.js'),
      fn('(anonymous:L#9:C#2)', 'a.js'),
    ],
  ])('%s', (_, onBase, onHead) => {
    expect(identify(onHead, head).key).toBe(identify(onBase, base).key);
  });
});

describe('functions are two', () => {
  it.each<[trap: string, one: FunctionInfo, other: FunctionInfo]>([
    ['with other names', fn('f', 'a.js'), fn('g', 'a.js')],
    ['in other files', fn('f', 'a.js'), fn('f', 'b.js')],
    ['Go closures', fn('main.f.func1'), fn('main.f.func2')],
    ['in other dependencies', fn('f', '/n/node_modules/a/i.js'), fn('f', '/n/node_modules/b/i.js')],
    ['names that end like an SDK’s', fn('f:1', 'a.js'), fn('f:2', 'a.js')],
  ])('%s', (_, one, other) => {
    expect(identify(one, base).key).not.toBe(identify(other, base).key);
  });
});

describe('anonymous functions are followed through the diff', () => {
  const lineMap = parseLineMap(
    [
      'diff --git a/a.js b/a.js',
      'index 1111111..2222222 100644',
      '--- a/a.js',
      '+++ b/a.js',
      '@@ -0,0 +1,3 @@',
      '+// one',
      '+// two',
      '+// three',
      '@@ -20 +23 @@',
      '-  old(() => 1);',
      '+  now(() => 1);',
      '',
    ].join('\n'),
  );
  const followed = { base: { ...base, lineMap }, head: { ...head, lineMap } };

  it.each([
    {
      what: 'shifted lines',
      onBase: '(anonymous:L#8:C#5)',
      onHead: '(anonymous:L#11:C#5)',
      same: true,
    },
    {
      what: 'two on neighbouring lines',
      onBase: '(anonymous:L#9:C#5)',
      onHead: '(anonymous:L#11:C#5)',
      same: false,
    },
    {
      what: 'two on one line',
      onBase: '(anonymous:L#8:C#5)',
      onHead: '(anonymous:L#11:C#30)',
      same: false,
    },
    {
      what: 'a changed line',
      onBase: '(anonymous:L#20:C#7)',
      onHead: '(anonymous:L#23:C#7)',
      same: false,
    },
  ])('$what: same = $same', ({ onBase, onHead, same }) => {
    const one = identify(fn(onBase, '/tmp/x/base/a.js'), followed.base).key;
    const other = identify(fn(onHead, '/tmp/x/head/a.js'), followed.head).key;
    expect(one === other).toBe(same);
  });
});
