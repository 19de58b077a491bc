import assert from 'node:assert/strict';
import { posix } from 'node:path';
import fc from 'fast-check';
import { localPath } from '../../../src/core/preview/local-path.js';

describe('A path in the document’s folder', () => {
  it('is found', () => {
    assert.equal(localPath('chart.png'), 'chart.png');
    assert.equal(localPath('./img/a%20b.png?x=1#y'), 'img/a b.png');
    assert.equal(localPath('img/../chart.png'), 'chart.png');
    assert.equal(localPath('그림/%EA%B7%B8%EB%A6%BC.png'), '그림/그림.png');
  });

  for (const hostile of [
    '../secret.png',
    'img/../../secret.png',
    '%2e%2e/secret.png',
    '..%2fsecret.png',
    '%2e%2e%2f%2e%2e%2fsecret.png',
    '..\\secret.png',
    'img\\..\\..\\secret.png',
    '%5c..%5csecret.png',
    '/etc/passwd',
    '//evil.example/a.png',
    '\\\\evil.example\\a.png',
    'file:///etc/passwd',
    'vscode-remote://evil/a.png',
    'https://evil.example/a.png',
    'C:/secret.png',
    'C:\\secret.png',
    'a%00.png',
    '%',
    '.',
    '',
  ])
    it(`isn’t ${JSON.stringify(hostile)}`, () => assert.equal(localPath(hostile), null));

  it('never leads out of the folder', () => {
    const piece = fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', '\\', 'a', '%252e', ':', '?', '#', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = localPath(pieces.join(''));
        if (path !== null) assert.ok(posix.resolve('/folder', path).startsWith('/folder/'), path);
      }),
      { numRuns: 2000 },
    );
  });
});
