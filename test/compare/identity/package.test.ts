import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../src/compare/identity/package.ts';

describe('packageOf', () => {
  it.each<[name: string, file: string, expected: string]>([
    ['map', 'node_modules/lodash/map.js', 'lodash'],
    ['round', 'node_modules/@acme/money/lib/round.js', '@acme/money'],
    ['readFileSync', 'node:fs', 'node:fs'],
    ['update', 'node:internal/crypto/hash', 'node:internal'],
    ['search', 'src/search.js', ''],
    ['(garbage collector)', '', ''],
    ['net/http.(*conn).serve', 'go:net/http/server.go', 'net/http'],
    [
      'github.com/acme/shop/search.(*Index).Score',
      'search/index.go',
      'github.com/acme/shop/search',
    ],
    ['github.com/x/y.F[...]', 'pkg/mod/github.com/x/y/f.go', 'github.com/x/y'],
    ['main.main', 'main.go', 'main'],
    ['Flask.wsgi_app', 'site-packages/flask/app.py', 'flask'],
    ['loads', 'site-packages/six.py', 'six'],
    ['JSONEncoder.encode', 'python:json/encoder.py', 'python:json'],
    ['search', 'python:bisect.py', 'python:bisect'],
    ['Rack::Builder#call', 'gems/rack/lib/rack.rb', 'rack'],
    ['serde::de::from_str', 'cargo:serde/src/de.rs', 'serde'],
    ['core::fmt::write', 'rust:core/src/fmt/mod.rs', 'rust:core'],
    ['Serialize', 'nuget:newtonsoft.json/lib/x.dll', 'newtonsoft.json'],
    ['App\\run', 'vendor/symfony/console/Application.php', 'symfony/console'],
    ['shop/search/Scorer.score', '', 'shop.search'],
    [
      'com/fasterxml/jackson/databind/ObjectMapper.readValue',
      'jackson-databind.jar',
      'com.fasterxml.jackson.databind',
    ],
    ['Scorer.score', '', ''],
  ])('of %s in %s is %s', (name, file, expected) => {
    expect(packageOf(name, file)).toBe(expected);
  });

  it('takes no longer for hostile names', () => {
    expect(packageOf('a/'.repeat(50_000), '')).toBe('');
    expect(packageOf('f', `node_modules/${'a'.repeat(50_000)}`)).toBe('');
  });
});
