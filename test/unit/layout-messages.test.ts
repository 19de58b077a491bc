import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isToHost, isToPage, type Update } from '../../src/webview/messages.js';

const update: Update = {
  type: 'update',
  uri: 'file:///draft.prfaq.md',
  version: 3,
  html: '<p data-source-line="0">x</p>',
  title: 'Title',
  edition: '',
  mark: 'Confidential',
  language: 'en',
  size: 'letter',
  margin: 72,
  strings: { page: 'Page {0} of {1}', appendixPage: 'Appendix, page {0}' },
};

describe('Preview messages', () => {
  it('are let in when they are what they say', () => {
    assert.ok(isToPage(update));
    assert.ok(isToPage({ type: 'scrollTo', line: 0 }));
    assert.ok(isToHost({ type: 'ready' }));
    assert.ok(isToHost({ type: 'revealLine', line: 12 }));
    assert.ok(isToHost({ type: 'visibleLine', line: 12 }));
    assert.ok(isToHost({ type: 'paginated', version: 1, pages: 6, appendixPages: 0 }));
  });

  it('are kept out when a part is missing or of the wrong kind', () => {
    for (const key of Object.keys(update) as (keyof Update)[]) {
      assert.ok(!isToPage({ ...update, [key]: undefined }), key);
      assert.ok(!isToPage({ ...update, [key]: {} }), key);
    }
    assert.ok(!isToPage({ ...update, strings: { page: '' } }));
    assert.ok(!isToPage({ ...update, size: 'a5' }));
    assert.ok(!isToPage({ ...update, margin: Number.NaN }));
    assert.ok(!isToHost({ type: 'revealLine', line: -1 }));
    assert.ok(!isToHost({ type: 'revealLine', line: 1.5 }));
    assert.ok(!isToHost({ type: 'constructor' }));
    assert.ok(!isToHost(update));
    assert.ok(!isToPage({ type: 'ready' }));
  });

  it('never throw, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(isToPage(value), false);
        assert.equal(typeof isToHost(value), 'boolean');
      }),
    );
  });
});
