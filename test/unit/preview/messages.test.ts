import assert from 'node:assert/strict';
import fc from 'fast-check';
import { startMeeting } from '../../../src/core/meeting/state.js';
import { pageStrings } from '../../../src/vscode/preview/strings.js';
import { isToHost, isToPage, readView, type ToHost, type ToPage, type Wish } from '../../../src/webview/messages.js';

const view = { zoom: 'auto', twoUp: false, lineNumbers: true, darkPaper: false, findings: true, clock: true } as const;
const place = { start: { line: 3, index: 0 }, end: { line: 3, index: 4 }, text: 'text' };

/** One sound message of each type. */
const toPage: readonly ToPage[] = [
  {
    type: 'setup',
    uri: 'file:///draft.prfaq.md',
    strings: pageStrings({ t: (message: string) => message } as Parameters<typeof pageStrings>[0]),
    view,
    sound: false,
  },
  {
    type: 'update',
    version: 3,
    blocks: [{ line: 0, part: null, html: '<p data-source-line="0">x</p>' }],
    title: 'Title',
    edition: '',
    mark: 'Confidential',
    language: 'en',
    size: 'letter',
    margin: 72,
    findings: [{ rule: 'weasel-word', severity: 'hint', message: 'Say how much.', start: { line: 3, index: 9 } }],
  },
  {
    type: 'notes',
    notes: [
      {
        id: 'urn:uuid:1',
        kind: 'question',
        body: 'Why?',
        reader: '',
        resolved: false,
        answeredOnPage: 0,
        place,
        exact: 'text',
      },
    ],
  },
  { type: 'meeting', state: startMeeting('file:///a.md', 60, 20, 5), now: 5 },
  { type: 'done', ids: ['1'] },
  { type: 'scrollTo', line: 0 },
  { type: 'do', what: 'addNote' },
];

const wishes: readonly Wish[] = [
  { type: 'addNote', place, kind: 'praise', body: 'Keep.' },
  { type: 'editNote', note: '1', kind: 'typo', body: 'their' },
  { type: 'resolveNote', note: '1', resolved: true },
  { type: 'answerNote', note: '1', page: 4 },
  { type: 'removeNote', note: '1' },
  { type: 'record' },
  { type: 'go', phase: 'walkthrough' },
  { type: 'pause' },
  { type: 'extend', what: 'reading', to: 300_000 },
  { type: 'turn', page: 2 },
  { type: 'add', kind: 'actions', id: '1', text: 'Call', who: 'Ana', due: '2027-01-02' },
  { type: 'remove', kind: 'decisions', id: '1' },
];

const toHost: readonly ToHost[] = [
  { type: 'ready' },
  { type: 'reveal', spot: { line: 12, index: 0 } },
  { type: 'visibleLine', line: 12 },
  { type: 'paginated', version: 1, pages: 6, appendixPages: 0, took: 12.5 },
  { type: 'view', view },
  { type: 'openLink', href: 'appendix.md' },
  { type: 'unsaved' },
  { type: 'exported', html: '' },
  ...wishes.map((what): ToHost => ({ type: 'request', id: 'r', what })),
];

describe('Preview messages', () => {
  it('are let in when they are what they say', () => {
    for (const message of toPage) assert.ok(isToPage(message), message.type);
    for (const message of toHost) assert.ok(isToHost(message), JSON.stringify(message));
  });

  it('are kept out when they are for the other side', () => {
    for (const message of toPage) assert.ok(!isToHost(message), message.type);
    for (const message of toHost) assert.ok(!isToPage(message), message.type);
  });

  it('are kept out when a part is missing or of the wrong kind', () => {
    for (const message of toPage) {
      for (const key of Object.keys(message)) {
        assert.ok(!isToPage({ ...message, [key]: undefined }), `${message.type}.${key}`);
        assert.ok(!isToPage({ ...message, [key]: { odd: {} } }), `${message.type}.${key}`);
      }
    }
    for (const what of wishes) {
      for (const key of Object.keys(what)) {
        const request = { type: 'request', id: 'r', what: { ...what, [key]: { odd: {} } } };
        assert.ok(!isToHost(request), `${what.type}.${key}`);
      }
    }
  });

  it('have numbers that make sense', () => {
    assert.ok(!isToHost({ type: 'visibleLine', line: -1 }));
    assert.ok(!isToHost({ type: 'visibleLine', line: 1.5 }));
    assert.ok(!isToPage({ ...toPage[1], margin: Number.NaN }));
    assert.ok(!isToPage({ ...toPage[1], size: 'a5' }));
    assert.ok(!isToHost({ type: 'view', view: { ...view, zoom: 1e9 } }));
    assert.ok(!isToHost({ type: 'request', id: 'r', what: { ...wishes[0], body: 'x'.repeat(50_000) } }));
  });

  it('of types that objects have anyway are none', () => {
    for (const type of ['constructor', '__proto__', 'toString']) {
      assert.ok(!isToHost({ type }));
      assert.ok(!isToPage({ type }));
      assert.ok(!isToHost({ type: 'request', id: 'r', what: { type } }));
    }
  });

  it('never throw, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(isToPage(value), false);
        assert.equal(typeof isToHost(value), 'boolean');
      }),
    );
  });

  it('of another version leave the view as it is by default', () => {
    assert.deepEqual(readView({ ...view, zoom: 'page' }, view), view);
    assert.deepEqual(readView({ ...view, zoom: 1.5 }, view), { ...view, zoom: 1.5 });
  });
});
