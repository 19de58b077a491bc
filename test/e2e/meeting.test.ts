import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import { useWorkbench } from '../bed/e2e.js';
import { extensionHosts } from '../bed/extensionHosts.js';
import { fileOnce } from '../bed/files.js';
import type { Theme } from '../bed/workbench.js';

/** The length of the silent reading that is asked for, in milliseconds: 3 minutes for each of 4 pages. */
const READING = 12 * 60_000;
/** How old the line of time may be, in milliseconds: it is drawn anew every four seconds, later where the machine is busy. */
const REDRAWN = 10_000;

/** A whole meeting: silent reading, feedback, page by page, decisions, record, next draft; with another reader's file from Git. */
describe('A meeting', () => {
  const workbench = useWorkbench({
    viewport: { width: 1600, height: 1000 },
    settings: { 'prfaq.reader.name': 'Ana Duarte' },
    theme: 'light',
  });
  const room = () => workbench().webview();
  const notes = () => join(workbench().folder, '.prfaq/notes/hallbell.prfaq.md');
  const card = (text: string) => room().locator('[data-note-id]', { hasText: text });
  const inPhase = (phase: string) => room().locator(`main[data-phase="${phase}"]`).waitFor();
  const next = () => room().getByRole('button', { name: 'Next', exact: true }).click();
  const press = (key: string) => workbench().page.keyboard.press(key);
  const type = (text: string) => workbench().page.keyboard.type(text);
  const list = (kind: string) => room().locator(`.minutes .list.${kind}`);

  /** Which part of the reading time has passed, as the line of time shows it, and between which two moments that was. */
  const clock = async () => {
    const asked = Date.now();
    const line = room().locator('.time-line');
    const done = Number(await line.evaluate(({ style }) => style.getPropertyValue('--done')));
    return { done, asked, answered: Date.now() };
  };

  async function write(paragraph: string, body: string): Promise<void> {
    await room().locator('.text p', { hasText: paragraph }).first().focus();
    await press('n');
    await room().getByPlaceholder('Write a note').waitFor();
    await type(body);
    await press('Enter');
    await card(body).waitFor();
  }

  it('asks how long it takes and how long is read, three minutes a page, and clears the screen', async () => {
    await mkdir(notes(), { recursive: true });
    await writeFile(join(notes(), 'min-jun-seo.json'), await minJunsNotes(workbench().folder));
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().openViewContainer('PR/FAQ');
    await workbench().view('Notes').getByText('0 of 3 done').waitFor();
    await workbench().runCommand('PR/FAQ: Start Meeting...');
    await workbench().page.locator('.quick-input-title', { hasText: 'How long is the meeting, in minutes?' }).waitFor();
    assert.equal(await workbench().quickInput.inputValue(), '60');
    await press('Enter');
    await workbench().page.locator('.quick-input-title', { hasText: 'How long to read in silence' }).waitFor();
    assert.equal(await workbench().quickInput.inputValue(), String(READING / 60_000));
    await press('Enter');
    await inPhase('read');
    await room().locator('#clock', { hasText: '12 min left' }).waitFor();
    await workbench().page.locator('.part.activitybar').waitFor({ state: 'hidden' });
    await workbench().page.locator('.part.statusbar').waitFor({ state: 'hidden' });
  });

  it('is silent: each writes notes that the others don’t see', async () => {
    await write('Silence is what costs them the day.', 'Who counted them?');
    await write('A sensor on the elevator reports a stop', 'Whose sensor is it?');
    await fileOnce(join(notes(), 'ana-duarte.json'), (json) => json.includes('Whose sensor is it?'));
    assert.equal(await card('Is 60 minutes a promise?').count(), 0);
    assert.equal(await room().locator('.finding').count(), 0);
    await workbench().screenshot('meeting-read');
  });

  it('goes on and back', async () => {
    await workbench().runCommand('PR/FAQ: Next Phase of the Meeting');
    await inPhase('feedback');
    await room().getByRole('button', { name: 'Read', exact: true }).click();
    await inPhase('read');
  });

  it('knows which pages were read to their end', async () => {
    const progress = room().locator('.progress');
    await room().locator('.page[data-page="2"]').waitFor();
    await press('ArrowRight');
    await room().locator('.page-number', { hasText: 'Page 2 of 4' }).waitFor();
    await room().locator('.page[data-page="1"] .text > :last-child').scrollIntoViewIfNeeded();
    await progress.and(room().getByRole('img', { name: '1 of 4 pages read' })).waitFor();
  });

  it('can pause and extend its clock', async () => {
    await room()
      .locator('main')
      .click({ position: { x: 5, y: 300 } });
    await press('p');
    await room().locator('#clock', { hasText: 'paused' }).waitFor();
    await press('p');
    await room().locator('#clock:not(.paused)').waitFor();
    await room().locator('#clock').click();
    await room().getByRole('menuitem', { name: 'Add 5 Minutes' }).click();
    await room()
      .locator('#clock', { hasText: /1[4-7] min left/ })
      .waitFor();
  });

  it('survives a reload of the window, with its clock right', async () => {
    const minutes = 17;
    await workbench().stored(`"reading":${minutes * 60_000}`);
    const before = await clock();
    await workbench().page.reload();
    await inPhase('read');
    await room()
      .locator('#clock', { hasText: /1\d min left/ })
      .waitFor();
    await card('Who counted them?').waitFor();
    await card('Whose sensor is it?').waitFor();
    await room().getByRole('img', { name: '1 of 4 pages read' }).waitFor();
    assert.equal(await card('Is 60 minutes a promise?').count(), 0);
    const after = await clock();
    const went = (after.done - before.done) * minutes * 60_000;
    assert.isAtLeast(went, after.asked - before.answered - REDRAWN);
    assert.isAtMost(went, after.answered - before.asked + REDRAWN);
    await workbench().page.locator('.part.activitybar').waitFor({ state: 'hidden' });
  });

  it('shows everybody’s notes after the reading, and takes feedback down', async () => {
    await next();
    await inPhase('feedback');
    await list('feedback').getByPlaceholder('Take down feedback').fill('The problem is clear.');
    await list('feedback').locator('.next').getByLabel('Who').fill('Min-jun Seo');
    await press('Enter');
    await list('feedback').locator('[data-entry-id]').waitFor();
    await workbench().screenshot('meeting-feedback');
  });

  it('loses nothing when the extension host is killed', async () => {
    const [host, ...others] = await extensionHosts();
    assert.deepEqual(others, []);
    process.kill(host!, 'SIGKILL');
    // Nobody is there to hear it, and the line isn't even ended: the page leaves it to the one that takes its place.
    await list('feedback').getByPlaceholder('Take down feedback').fill('The price has no source.');
    await list('feedback').locator('[data-entry-id]').nth(1).waitFor();
    await card('Is 60 minutes a promise?').waitFor({ state: 'attached' });
    assert.notInclude(await extensionHosts(), host);
    await next();
    await inPhase('walkthrough');
  });

  it('goes page by page with all notes beside', async () => {
    await card('Who counted them?').waitFor();
    await card('Is 60 minutes a promise?').waitFor();
    assert.equal(await room().locator('.page:visible').count(), 1);
    await card('Who counted them?').hover();
    await card('Who counted them?').getByRole('button', { name: 'Answered Later' }).click();
    await room().getByLabel('Answered on page').fill('3');
    await press('Enter');
    await card('Answered on page 3').waitFor();
    await workbench().screenshot('meeting-walkthrough');
    await room().getByRole('button', { name: 'Next Page' }).click();
    await room().locator('.turn-label', { hasText: 'Page 2 of 4' }).waitFor();
    await card('Who owns this?').waitFor();
    await card('Who counted them?').waitFor({ state: 'hidden' });
    await card('Who owns this?').hover();
    await card('Who owns this?').getByRole('button', { name: 'Resolve' }).click();
    await card('Who owns this?').getByText('Resolved').waitFor();
  });

  it('takes down decisions, and actions with owner and date', async () => {
    await next();
    await inPhase('decisions');
    await list('decisions').getByPlaceholder('Take down a decision').fill('Go on with the pilot in Baltimore.');
    await press('Enter');
    await list('actions').getByPlaceholder('Take down an action').fill('Ask the city for outage records');
    await list('actions').locator('.next').getByLabel('Owner').fill('Priya');
    await list('actions').locator('.next').getByLabel('By').fill('2026-12-04');
    await press('Enter');
    await list('actions').locator('[data-entry-id]').waitFor();
    await list('actions').getByPlaceholder('Take down an action').fill('Name the source of the price');
    await press('Enter');
    await list('actions').locator('[data-entry-id]').nth(1).waitFor();
    await workbench().screenshot('meeting-decisions');
  });

  it('ends with a record to commit and to work off', async () => {
    await room().getByRole('button', { name: 'End Meeting' }).click();
    await workbench().page.getByRole('button', { name: 'Export Record' }).click();
    await workbench().page.locator('.tab.active', { hasText: 'hallbell.prfaq.record-' }).waitFor();
    const [name, ...more] = (await readdir(workbench().folder)).filter((file) => file.includes('.record-'));
    assert.deepEqual(more, []);
    const day = new Date().toLocaleDateString('sv');
    assert.equal(name, `hallbell.prfaq.record-${day}.md`);
    const text = await readFile(join(workbench().folder, name!), 'utf8');
    const minutes = /\*\*Read in silence:\*\* (\d+) minutes?/.exec(text)?.[1];
    assert.isBelow(Number(minutes), 10);
    assert.equal(text.replace(/(?<=in silence:\*\* )\d+ minutes?/, 'N minutes'), record(day));
    await workbench().screenshot('meeting-record');
  });

  it('gives the next draft its checklist: notes that are unresolved and actions that are open', async () => {
    await workbench().openFile('hallbell.prfaq.md');
    await workbench().openViewContainer('PR/FAQ');
    await workbench().runCommand('PR/FAQ: Start Next Draft');
    await workbench().view('Notes').getByText('0 of 6 done').waitFor();
    await workbench().view('Notes').getByRole('treeitem', { name: 'Who owns this?' }).waitFor({ state: 'detached' });
    const rows = await workbench().treeRows('Notes');
    assert.deepEqual(
      rows.map(({ label, level }) => [label, level]),
      [
        ['Actions of the meeting', 1],
        ['Ask the city for outage records', 2],
        ['Name the source of the price', 2],
        ['Page 1', 1],
        ['Who counted them?', 2],
        ['Whose sensor is it?', 2],
        ['Is 60 minutes a promise?', 2],
        ['Not placed: the words are gone', 1],
        ['Say it shorter.', 2],
      ],
    );
    assert.equal(rows[1]!.description, 'Priya · by 2026-12-04');
    await workbench().tick(
      workbench().view('Notes').getByRole('treeitem', { name: 'Ask the city' }),
      workbench().view('Notes').getByText('1 of 6 done'),
    );
    for (const theme of ['light', 'dark', 'high-contrast'] satisfies Theme[]) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`meeting-next-draft-${theme}`);
    }
  });
});

/** Min-jun's notes, as Git brings them: one a page. */
async function minJunsNotes(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'hallbell.prfaq.md'), 'utf8');
  const note = (id: number, kind: string, exact: string, body: string) => {
    const start = Math.max(0, text.indexOf(exact));
    return {
      id: `urn:uuid:0000000${id}-0000-4000-8000-000000000000`,
      type: 'Annotation',
      motivation: 'commenting',
      creator: { type: 'Person', name: 'Min-jun Seo' },
      created: '2026-11-02T09:00:00Z',
      modified: '2026-11-02T09:00:00Z',
      body: [
        { type: 'TextualBody', format: 'text/plain', purpose: 'commenting', value: body },
        { type: 'TextualBody', purpose: 'tagging', value: kind },
      ],
      target: {
        source: '../../../hallbell.prfaq.md',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact,
            prefix: text.slice(start - 32, start),
            suffix: text.slice(start + exact.length, start + exact.length + 32),
          },
          { type: 'TextPositionSelector', start, end: start + exact.length },
        ],
      },
    };
  };
  return JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: [
      note(1, 'question', 'Past 60 minutes, Thornquist pays the resident $75.', 'Is 60 minutes a promise?'),
      note(2, 'concern', 'Do I need a smartphone?', 'Who owns this?'),
      note(3, 'suggestion', 'These words went with the draft before.', 'Say it shorter.'),
    ],
  });
}

const record = (day: string) => `---
type: meeting-record
---

# Meeting record: Hallbell Tells Residents in Three Minutes When the Elevator Stops, and Brings Help

- **Document:** [hallbell.prfaq.md](hallbell.prfaq.md)
- **Date:** ${day}
- **Readers:** Ana Duarte, Min-jun Seo
- **Read in silence:** N minutes
- **Notes:** 5, of which 4 to work off

## High-level feedback

- The problem is clear. (Min-jun Seo)
- The price has no source.

## Decisions

1. Go on with the pilot in Baltimore.

## Actions

- [ ] Ask the city for outage records (Priya) by 2026-12-04
- [ ] Name the source of the price

## Notes

### Page 1

- [ ] **Question** · Ana Duarte · [line 20](hallbell.prfaq.md#L20)
  > To one neighbor an elevator outage is a delay, and to another it is a locked door. Both find out in the lobby, from a paper sign that gives no time. We asked 412 residents who use a wheelchair, a …

  Who counted them?

  *Answered on page 3.*

- [ ] **Question** · Ana Duarte · [line 24](hallbell.prfaq.md#L24)
  > A sensor on the elevator reports a stop after 90 seconds. It then reaches each resident on any phone, in nine languages. The mechanic who takes the repair names the return time, and Hallbell passes …

  Whose sensor is it?

- [ ] **Question** · Min-jun Seo · [line 24](hallbell.prfaq.md#L24)
  > Past 60 minutes, Thornquist pays the resident $75.

  Is 60 minutes a promise?

### Page 2

- [x] **Concern** · Min-jun Seo · [line 48](hallbell.prfaq.md#L48)
  > Do I need a smartphone?

  Who owns this?

## Not placed

The words of these notes are not in the document any more.

- [ ] **Suggestion** · Min-jun Seo
  > These words went with the draft before.

  Say it shorter.
`;
