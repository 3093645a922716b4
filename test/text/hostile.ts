import fc from 'fast-check';

/** Names that a profile, a server or a child process could send, by what they try. */
export const HOSTILE: Record<string, string> = {
  'set an output': '::set-output name=verdict::pass',
  'set an output behind spaces': ' \t ::set-output name=verdict::pass',
  'set an output behind a zero-width space': '\u200b::set-output name=verdict::pass',
  'set an output on the next line': 'x\n::set-output name=verdict::pass',
  'write an error the old way': 'x ##[error]all is lost',
  'write an error through a joiner': '#\u200d#\u2060[error]all is lost',
  'close the code span': '`` ` ``` evil',
  'end with a backtick': 'evil`',
  'be all backticks': '`````',
  'add a table column': 'a | b || c',
  'add a column behind a backslash': 'a\\| b\\\\| c\\',
  'ping a team': '@acme/security and @octocat',
  'close an issue': 'closes #123, acme/shop#4 and GH-5',
  'link a commit': 'reverts a1b2c3d4e5f60718293a4b5c6d7e8f9001122334 or f00dfee',
  'link a page': 'see https://evil.example/x?y=z or www.evil.example, mail eve@evil.example',
  'load an image': '<img src=x onerror=alert(1)> ![x](https://evil.example/x.png)',
  'hide a marker': '<!-- flamegate: shop -->',
  'fold the report': '</details></summary><details open>',
  'start a heading': '# Pass\n## Pass\nPass\n====',
  'start a list': '1. Pass',
  'start a task': '- [x] Pass',
  'end the block': '```\n~~~\n    indented',
  'define a link': '[1]: https://evil.example\n[^1]: note',
  'show emoji': ':tada: and :+1:',
  'show mathematics': '$x^2$ and $$\\href{https://evil.example}{x}$$',
  'reverse the text': 'good\u202edab\u202c \u2067x\u2069',
  'hide in zero width': 'a\u200bb\u200cc\u200dd\ufeffe\u00adf\u034fg\u3164h\u{e0041}i',
  'colour the terminal': '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J',
  'ring and return': 'a\u0007b\rc\u0000d\u007fe\u0085f',
  'break into lines': 'a\nb\r\nc\u2028d\u2029e',
  'send half a character': 'a\ud83db\udc00',
  'pile up accents': `z${'\u0301'.repeat(500)}`,
  'never end': 'x'.repeat(10_000),
  'never end in emoji': '👩‍💻'.repeat(5_000),
  'be empty': '',
  'be blank': ' \n ',
};

/** Any text: hostile names, pieces of them glued together, and every code unit there is. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...Object.values(HOSTILE)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...'`|\\@#:<>&[]()!*_~$.-+= \n\t'.split('')),
        fc.constantFrom(
          '::',
          '##[',
          '<!--',
          '-->',
          'www.',
          '://',
          'GH-1',
          '1.',
          'f00dfee',
          '\u202e',
          '\u001b[',
        ),
        fc.constantFrom('a', 'Zeta', 'https', 'octocat', '7', 'é', '日本', '👩'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 24 },
    )
    .map((pieces) => pieces.join('')),
);
