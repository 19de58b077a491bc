import { assert } from 'chai';
import * as vscode from 'vscode';
import { Checker } from '../../src/core/check.js';
import type { Note, PlacedNote, Reader } from '../../src/core/notes/model.js';
import type { DocumentState } from '../../src/vscode/documents.js';
import { NOTES_FILES } from '../../src/vscode/notes/folder.js';
import { formerAddress } from '../../src/vscode/notes/orphans.js';
import { Notes, type NotesServices } from '../../src/vscode/notes/store.js';
import { fileUri, makeWatched, until, untitled } from './workspace.js';

const ANA: Reader = { id: 'ana-duarte', name: 'Ana Duarte' };
const MIN: Reader = { id: 'min-jun-seo', name: 'Min-jun Seo' };
const { fs } = vscode.workspace;

/** Everything that a test makes, to be let go of at its end. */
const made: { dispose(): unknown }[] = [];
/** Documents of this file's own, so that no notes of one test are seen by another. */
let count = 0;

async function newDocument(): Promise<vscode.Uri> {
  const uri = fileUri(`noted/draft ${++count}.prfaq.md`);
  await fs.copy(fileUri('hallbell.prfaq.md'), uri);
  return uri;
}

const folderOf = (uri: vscode.Uri) => fileUri(`.prfaq/notes/noted/${uri.path.split('/').at(-1)}`);
const fileOf = (uri: vscode.Uri, reader: Reader) => vscode.Uri.joinPath(folderOf(uri), `${reader.id}.json`);

/** The storage that the editor lends an extension, without the editor. */
class Storage {
  readonly values = new Map<string, unknown>();
  keys = () => [...this.values.keys()];
  get<T>(key: string): T | undefined {
    return this.values.get(key) as T | undefined;
  }
  async update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }
}

/**
 * Listens for all windows of these tests, which are open for moments only: VS Code starts to watch some time after it was asked to, and what
 * happens until then goes unheard.
 */
let watcher: vscode.FileSystemWatcher;

/** A window of a reader's: notes as the extension has them, on the real file system. */
function openWindow(reader: Reader | null, services: Partial<NotesServices> = {}): Notes {
  const changed = new vscode.EventEmitter<DocumentState>();
  const read = (document: vscode.TextDocument): DocumentState => ({
    document,
    version: document.version,
    checked: new Checker().check(document.getText(), document.uri.path),
  });
  const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId === 'markdown') changed.fire(read(document));
  });
  const notes = new Notes({
    documents: {
      onDidChange: changed.event,
      load: async (uri) => read(await vscode.workspace.openTextDocument(uri)),
    },
    storage: new Storage(),
    known: async () => reader,
    adopt: async () => false,
    watch: () => ({
      ignoreCreateEvents: false,
      ignoreChangeEvents: false,
      ignoreDeleteEvents: false,
      onDidCreate: watcher.onDidCreate,
      onDidChange: watcher.onDidChange,
      onDidDelete: watcher.onDidDelete,
      dispose: () => undefined,
    }),
    ...services,
  });
  made.push(notes, listener, changed);
  return notes;
}

/** The real file system, for tests that change a part of it. */
const realFiles: NonNullable<NotesServices['files']> = {
  readFile: (file) => fs.readFile(file),
  readDirectory: (folder) => fs.readDirectory(folder),
  stat: (file) => fs.stat(file),
  delete: (file, options) => fs.delete(file, options),
  createDirectory: (folder) => fs.createDirectory(folder),
  writeFile: (file, content) => fs.writeFile(file, content),
  rename: (from, to, options) => fs.rename(from, to, options),
};

const words = async (uri: vscode.Uri, text: string): Promise<{ start: number; end: number }> => {
  const start = (await vscode.workspace.openTextDocument(uri)).getText().indexOf(text);
  assert.notEqual(start, -1, text);
  return { start, end: start + text.length };
};

/** The notes of a document as soon as they satisfy `enough`. */
async function notesOnce(
  notes: Notes,
  uri: vscode.Uri,
  enough: (all: readonly PlacedNote[]) => boolean,
): Promise<readonly PlacedNote[]> {
  let now: readonly PlacedNote[] = [];
  return until(
    async () => {
      now = await notes.of(uri);
      return enough(now) ? now : undefined;
    },
    (changed) => notes.onDidChange((of) => of.toString() === uri.toString() && changed()),
    () => now,
  );
}

const text = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await fs.readFile(uri));
const bodies = (all: readonly Note[]): string[] => all.map((note) => note.body);

describe('Notes in files', () => {
  before('watch', async () => {
    watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fileUri(''), NOTES_FILES));
    await makeWatched('.prfaq', '.prfaq/notes', '.prfaq/notes/noted');
  });

  after(() => watcher.dispose());

  afterEach(() => {
    for (const one of made.splice(0)) one.dispose();
  });

  it('are web annotations, one file a reader and document, and nothing else is left there', async () => {
    const uri = await newDocument();
    const notes = openWindow(ANA);
    const note = await notes.add(uri, await words(uri, 'Hallbell Tells Residents'), 'question', 'Why?');
    const page = JSON.parse(await text(fileOf(uri, ANA))) as {
      type: string;
      items: { id: string; target: { source: string } }[];
    };
    assert.equal(page.type, 'AnnotationPage');
    assert.equal(page.items[0]!.id, note.id);
    assert.equal(page.items[0]!.target.source, `../../../../noted/${encodeURIComponent(uri.path.split('/').at(-1)!)}`);
    assert.deepEqual(
      (await fs.readDirectory(folderOf(uri))).map(([name]) => name),
      ['ana-duarte.json'],
    );
    const [read] = await openWindow(ANA).of(uri);
    assert.deepEqual({ ...read, range: null, page: undefined }, { ...note, range: null, page: undefined });
    assert.equal(read!.page, 1);
  });

  it('need a document that is saved: of another one nothing is read, and nothing is lost', async () => {
    const { uri } = await untitled('---\ntype: prfaq\n---\n\n# Hallbell Tells Residents\n');
    const notes = openWindow(ANA);
    assert.deepEqual(await notes.of(uri), []);
    assert.deepEqual(notes.problems, []);
    const refused = await notes.add(uri, { start: 0, end: 3 }, 'question', 'Why?').then(String, String);
    assert.include(refused, 'Save the document first');
    assert.deepEqual(notes.problems, []);
  });

  it('follow the text, and are unplaced when their words are gone', async () => {
    const uri = await newDocument();
    const notes = openWindow(ANA);
    const range = await words(uri, 'Hallbell Tells Residents');
    await notes.add(uri, range, 'praise', 'Clear.');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(7, 2), 'Today ');
    await vscode.workspace.applyEdit(edit);
    const [moved] = await notesOnce(notes, uri, ([note]) => note?.range?.start === range.start + 6);
    assert.deepEqual(moved!.range, { start: range.start + 6, end: range.end + 6 });
    const all = new vscode.WorkspaceEdit();
    all.replace(uri, new vscode.Range(0, 0, 1000, 0), '# Something else\n');
    await vscode.workspace.applyEdit(all);
    const [unplaced] = await notesOnce(notes, uri, ([note]) => note?.range === null);
    assert.equal(unplaced!.target.exact, 'Hallbell Tells Residents');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('lose nothing when two windows of a reader write at once', async () => {
    const uri = await newDocument();
    const range = await words(uri, 'Hallbell');
    const windows = [openWindow(ANA), openWindow(ANA)];
    await Promise.all(Array.from({ length: 24 }, (_, n) => windows[n % 2]!.add(uri, range, 'typo', `note ${n}`)));
    for (const one of windows) {
      const all = await notesOnce(one, uri, (found) => found.length === 24);
      assert.sameMembers(
        bodies(all),
        Array.from({ length: 24 }, (_, n) => `note ${n}`),
      );
    }
    assert.lengthOf(await openWindow(ANA).of(uri), 24);
  });

  it('of another reader appear, change and go as their file does', async () => {
    const uri = await newDocument();
    const [ana, min] = [openWindow(ANA), openWindow(MIN)];
    assert.isEmpty(await ana.of(uri));
    const note = await min.add(uri, await words(uri, 'Hallbell'), 'concern', 'Who pays?');
    const [seen] = await notesOnce(ana, uri, (all) => all.length === 1);
    assert.deepEqual(seen!.reader, MIN);
    await min.edit(uri, note.id, { body: 'Who pays, and when?', kind: 'question' });
    const [edited] = await notesOnce(ana, uri, ([one]) => one?.body === 'Who pays, and when?');
    assert.equal(edited!.kind, 'question');
    // A window would write again what it has just written, should it vanish.
    min.dispose();
    await fs.delete(fileOf(uri, MIN));
    assert.isEmpty(await notesOnce(ana, uri, (all) => all.length === 0));
  });

  it('are changed by their own reader alone; anybody ticks them off', async () => {
    const uri = await newDocument();
    const [ana, min] = [openWindow(ANA), openWindow(MIN)];
    const note = await min.add(uri, await words(uri, 'Hallbell'), 'concern', 'Who pays?');
    await notesOnce(ana, uri, (all) => all.length === 1);
    const before = await text(fileOf(uri, MIN));
    for (const change of [
      () => ana.edit(uri, note.id, { body: '' }),
      () => ana.remove(uri, note.id),
      () => ana.answeredOnPage(uri, note.id, 2),
    ]) {
      const refused = await change().then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.equal((refused as Error).message, 'Only Min-jun Seo can change this note.');
    }
    await ana.resolve(uri, note.id, true);
    assert.equal(await text(fileOf(uri, MIN)), before);
    await notesOnce(min, uri, ([one]) => one?.resolved === true);
    await min.resolve(uri, note.id, false);
    await notesOnce(ana, uri, ([one]) => one?.resolved === false);
    await min.answeredOnPage(uri, note.id, 4);
    assert.equal((await notesOnce(ana, uri, ([one]) => one?.answeredOnPage === 4)).length, 1);
  });

  it('that were deleted stay deleted, until that is taken back', async () => {
    const uri = await newDocument();
    const [one, other] = [openWindow(ANA), openWindow(ANA)];
    const note = await one.add(uri, await words(uri, 'Hallbell'), 'concern', 'Who pays?');
    await notesOnce(other, uri, (all) => all.length === 1);
    await one.remove(uri, note.id);
    assert.isEmpty(await notesOnce(other, uri, (all) => all.length === 0));
    await other.add(uri, await words(uri, 'Hallbell'), 'typo', 'Another');
    assert.deepEqual(bodies(await notesOnce(one, uri, (all) => all.length === 1)), ['Another']);
    await one.restore(uri, note);
    assert.sameMembers(bodies(await notesOnce(other, uri, (all) => all.length === 2)), ['Who pays?', 'Another']);
  });

  it('of others are hidden in silent reading', async () => {
    const uri = await newDocument();
    const [ana, min] = [openWindow(ANA), openWindow(MIN)];
    await min.add(uri, await words(uri, 'Hallbell'), 'concern', 'of Min-jun');
    await ana.add(uri, await words(uri, 'Hallbell'), 'concern', 'of Ana');
    await notesOnce(ana, uri, (all) => all.length === 2);
    ana.hideOthers(uri, true);
    assert.deepEqual(bodies(await ana.of(uri)), ['of Ana']);
    assert.lengthOf(await ana.all(uri), 2);
    ana.hideOthers(uri, false);
    assert.lengthOf(await ana.of(uri), 2);
  });

  it('that stand in a file nobody can read leave it as it is, and are kept until it is mended', async () => {
    const uri = await newDocument();
    const broken = '{\n  "type": "AnnotationPage",\n  "items": [\n<<<<<<< HEAD\n  ]\n}\n';
    await fs.writeFile(fileOf(uri, ANA), new TextEncoder().encode(broken));
    const storage = new Storage();
    const notes = openWindow(ANA, { storage });
    await notes.of(uri);
    const problems = notes.problems.map((problem) => ({ ...problem, uri: problem.uri.toString() }));
    assert.deepEqual(problems, [
      {
        uri: fileOf(uri, ANA).toString(),
        line: 3,
        message: 'This file of notes has conflict marks of a merge. Its notes show when the conflict is resolved.',
      },
    ]);
    assert.equal(vscode.languages.getDiagnostics(fileOf(uri, ANA))[0]?.range.start.line, 3);
    await notes.add(uri, await words(uri, 'Hallbell'), 'concern', 'Kept');
    assert.equal(await text(fileOf(uri, ANA)), broken);
    assert.deepEqual(bodies(await notes.of(uri)), ['Kept']);
    assert.isNotEmpty(storage.keys());
    await fs.writeFile(fileOf(uri, ANA), new TextEncoder().encode('{"type":"AnnotationPage","items":[{"id":"x"}]}'));
    await notesOnce(notes, uri, () => notes.problems[0]?.message.startsWith('Annotation 1 is no note') === true);
    assert.deepEqual(bodies(await openWindowOnce(uri)), ['Kept']);
    assert.include(await text(fileOf(uri, ANA)), '"id": "x"');
  });

  /** The notes that another window reads, once there are any. */
  const openWindowOnce = (uri: vscode.Uri) => notesOnce(openWindow(ANA), uri, (all) => all.length > 0);

  it('that can’t be saved are kept in the window and in storage, and saved when it is possible', async () => {
    const uri = await newDocument();
    /** A fake: the real file system, but full. */
    const full = { is: true };
    const refuse = () => Promise.reject(new Error('ENOSPC: no space left on device (a fake)'));
    const fullDisk: NotesServices['files'] = {
      ...realFiles,
      createDirectory: (folder) => (full.is ? refuse() : fs.createDirectory(folder)),
      writeFile: (file, content) => (full.is ? refuse() : fs.writeFile(file, content)),
      rename: (from, to, options) => (full.is ? refuse() : fs.rename(from, to, options)),
    };
    const storage = new Storage();
    const notes = openWindow(ANA, { storage, files: fullDisk });
    await notes.add(uri, await words(uri, 'Hallbell'), 'concern', 'Kept');
    assert.deepEqual(bodies(await notes.of(uri)), ['Kept']);
    assert.include(JSON.stringify([...storage.values]), 'Kept');
    // The window is closed, and another one opened, while the disk is still full.
    const next = openWindow(ANA, { storage, files: fullDisk });
    assert.deepEqual(bodies(await next.of(uri)), ['Kept']);
    full.is = false;
    await next.add(uri, await words(uri, 'Hallbell'), 'concern', 'Saved');
    assert.sameMembers(bodies(await openWindow(ANA).of(uri)), ['Kept', 'Saved']);
    assert.isEmpty(storage.keys());
  });

  it('that a killed window had half written are there', async () => {
    const uri = await newDocument();
    const killed = openWindow(ANA);
    await killed.add(uri, await words(uri, 'Hallbell'), 'concern', 'Half written');
    killed.dispose();
    const left = vscode.Uri.joinPath(folderOf(uri), '.ana-duarte.json.0badc0de.tmp');
    await fs.rename(fileOf(uri, ANA), left);
    // A window may be about to put it in its place.
    assert.isEmpty(await openWindow(ANA).of(uri));
    /** The real files, as they are a minute later. */
    const later: NotesServices['files'] = {
      ...realFiles,
      stat: async (file) => {
        const stat = await fs.stat(file);
        return { ...stat, mtime: stat.mtime - 60_000 };
      },
    };
    assert.deepEqual(bodies(await openWindow(ANA, { files: later }).of(uri)), ['Half written']);
  });

  it('are asked for a name once, where neither settings nor Git know one', async () => {
    const uri = await newDocument();
    let asked = 0;
    const ask = async () => {
      asked++;
      return ANA;
    };
    const notes = openWindow(null, { ask });
    await notes.of(uri);
    assert.isNull(notes.reader);
    const range = await words(uri, 'Hallbell');
    await Promise.all([notes.add(uri, range, 'typo', 'one'), notes.add(uri, range, 'typo', 'two')]);
    assert.equal(asked, 1);
    assert.deepEqual(notes.reader, ANA);
    assert.sameMembers(bodies(await openWindow(ANA).of(uri)), ['one', 'two']);
  });

  it('are found again by a document that was moved outside of the editor', async () => {
    const uri = await newDocument();
    const before = openWindow(ANA);
    await before.add(uri, await words(uri, 'Ruth Castellanos'), 'praise', 'Good name.');
    // An open window would take the file's going for another's mistake, and write it again.
    before.dispose();
    const moved = fileUri(`noted/moved ${count}.prfaq.md`);
    await fs.rename(uri, moved);
    const asked: string[][] = [];
    const adopt = async (...both: vscode.Uri[]) => asked.push(both.map(({ path }) => path)) > 0;
    const notes = openWindow(ANA, { adopt });
    const [note] = await notesOnce(notes, moved, (all) => all.length === 1);
    assert.deepEqual([note!.body, note!.target.exact], ['Good name.', 'Ruth Castellanos']);
    assert.isNotNull(note!.range);
    assert.deepEqual(asked, [[uri.path, moved.path]]);
    assert.include(await text(fileOf(moved, ANA)), encodeURI(`moved ${count}.prfaq.md`));
    // A copy takes nothing from the one that is still there.
    const copy = fileUri(`noted/copy ${count}.prfaq.md`);
    await fs.copy(moved, copy);
    assert.isNull(await formerAddress(fs, copy, await text(copy)));
  });

  it('move with their document, and with its folder', async () => {
    const uri = await newDocument();
    const notes = openWindow(ANA);
    await notes.add(uri, await words(uri, 'Hallbell'), 'typo', 'one');
    const moved = fileUri(`noted/${count}/deep/draft.prfaq.md`);
    await fs.rename(uri, moved);
    await notes.move(uri, moved);
    assert.deepEqual(bodies(await notes.of(moved)), ['one']);
    const again = fileUri(`noted/${count}/other/draft.prfaq.md`);
    await fs.rename(vscode.Uri.joinPath(moved, '..'), vscode.Uri.joinPath(again, '..'));
    await notes.move(vscode.Uri.joinPath(moved, '..'), vscode.Uri.joinPath(again, '..'));
    assert.deepEqual(bodies(await openWindow(ANA).of(again)), ['one']);
    const file = fileUri(`.prfaq/notes/noted/${count}/other/draft.prfaq.md/ana-duarte.json`);
    assert.include(await text(file), `"../../../../../../noted/${count}/other/draft.prfaq.md"`);
    const gone = await fs.stat(folderOf(uri)).then(
      () => true,
      () => false,
    );
    assert.isFalse(gone);
  });
});
