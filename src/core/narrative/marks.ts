import type { Audience, SectionSource } from '../model.js';
import { codeAt, Sign } from '../text/characters.js';
import { asks, faqFor, isFaq, readersOf } from './bounds.js';
import { fold } from './fold.js';
import { splitLabel, type TitleIndex, type TitleMatch } from './titles.js';
import { type Unit, unitMemo } from './units.js';

/** A heading, label or pin that says what follows. */
export interface Mark {
  /** Index of its unit. */
  readonly unit: number;
  /** Section ids it may stand for; `press-release` and `faq` name the whole. Empty for a heading of the author's own. */
  readonly ids: readonly string[];
  readonly source: Exclude<SectionSource, 'position'>;
  /** 1 to 6 for headings, 7 for a bold line, 8 for a label in front of text. */
  readonly level: number;
  /** Offset in the document where the text it labels begins. */
  readonly body: number;
  readonly exact: boolean;
  /** Set by the author's own `<!-- prfaq-section … -->`. */
  readonly pinned: boolean;
  /** What it only speaks of: an FAQ, if questions follow (`faqs.ts`). */
  readonly gathers: { readonly audience: Audience } | null;
}

const BOLD_LEVEL = 7;
const LABEL_LEVEL = 8;
/** Longest plain line that can be a title, in characters. */
const SHORT = 60;

const PIN = /^<!--\s*prfaq-section\s+([\w-]+)\s*-->\s*$/;

/** A document's own name for what it is: "PR/FAQ: Lantern", "Press release and FAQ". Never the mark of a part. */
const DOCUMENT_TITLE =
  /\bpr[\s/_-]*[&+]?[\s/_-]*faqs?\b(?![-_]\w)|press release\b.{0,12}(?:\bfaqs?\b|\bfrequently\b|\bquestions\b)|보도자료.{0,6}faq|プレスリリース.{0,6}faq|新闻稿.{0,6}faq/i;

/** Whether a line names the kind of document that it opens. */
export function isDocumentTitle(text: string): boolean {
  return DOCUMENT_TITLE.test(text);
}

/** Finds the marks among `units`. Every heading gives one, with no ids where it is the author's own. */
export function findMarks(units: readonly Unit[], titles: TitleIndex): Mark[] {
  const marks: Mark[] = [];
  let pin: string | null = null;
  /** Level of the highest FAQ so far. */
  let faqLevel = Number.POSITIVE_INFINITY;
  /** Level of the FAQ around that says for whom it is, and for whom: what stands in it only divides it. */
  let told = Number.POSITIVE_INFINITY;
  let toldFor: Audience = null;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    const pinned = unit.type === 'html' ? PIN.exec(unit.raw.trim()) : null;
    if (pinned) {
      pin = pinned[1]!.toLowerCase();
      continue;
    }
    if (pin !== null && unit.type !== 'html') {
      marks.push(pinnedMark(unit, index, pin));
      if (pin === 'faq') faqLevel = Math.min(faqLevel, LABEL_LEVEL);
      pin = null;
      continue;
    }
    const readable = unit.type === 'heading' || unit.type === 'paragraph';
    // In an FAQ a line by itself may say for whom what follows is.
    const name = readable
      ? (nameIn(unit, titles) ?? (Math.min(faqLevel, told) <= 7 && mayDivide(units, index) ? byItself(unit) : null))
      : null;
    if (!name) continue;
    const { source, level, exact, gathers } = name;
    // "# Proposal: one depot for all orders" is the title of all of it.
    const isTitle = marks.length === 0 && unit.level === 1 && name.body < unit.end - unit.start;
    const ids = isTitle ? [] : name.ids;
    const mark: Mark = { unit: index, ids, source, level, body: unit.start + name.body, exact, pinned: false, gathers };
    // Beside an FAQ for some readers, another may be for others: "Internal".
    const beside = mark.level === told && mark.level < LABEL_LEVEL && mark.ids.length === 0 && !mark.gathers;
    // Under an FAQ that doesn't say for whom it is, a heading may: "External", "From customers".
    if (mark.level <= told) told = Number.POSITIVE_INFINITY;
    if (told < mark.level && mark.ids.some(isFaq) && (readersOf(mark.ids) ?? toldFor) === toldFor) {
      if (unit.type === 'heading') marks.push({ ...mark, ids: [] });
      continue;
    }
    // Bold lines are all of one level.
    const inFaq = faqLevel < mark.level || (faqLevel === 7 && mark.level === 7);
    const mayTell = inFaq && told === Number.POSITIVE_INFINITY && mark.level < LABEL_LEVEL;
    const readers = beside ? audienceOf(unit, titles) : null;
    if (readers && readers !== toldFor) {
      marks.push({ ...mark, gathers: { audience: readers } });
      continue;
    }
    const audience = mayTell && mark.ids.length === 0 ? audienceOf(unit, titles) : null;
    if (audience) marks.push({ ...mark, ids: [faqFor(audience)], gathers: null });
    else if (mark.ids.length > 0 || mark.gathers || unit.type === 'heading') marks.push(mark);
    if (audience || readersOf(mark.ids)) {
      told = Math.min(told, mark.level);
      toldFor = audience ?? readersOf(mark.ids);
    }
    if (mark.ids.includes('faq')) faqLevel = Math.min(faqLevel, mark.level);
  }
  return marks;
}

/** What the author says of the block below a pin. */
function pinnedMark({ level, start, end }: Unit, unit: number, id: string): Mark {
  const body = level > 0 && level < LABEL_LEVEL ? end : start;
  return { unit, ids: [id], source: 'label', level: LABEL_LEVEL, body, exact: true, pinned: true, gathers: null };
}

/** For whom a heading gathers questions; found once for as long as it stays as it is. */
const audienceOf = unitMemo((unit, titles: TitleIndex) => titles.audienceOf(unit.plain));

/** How a unit names what follows; no ids for a heading of the author's own. */
interface Name extends Pick<Mark, 'ids' | 'source' | 'level' | 'exact' | 'gathers'> {
  /** Where in the unit the text it labels begins. */
  readonly body: number;
}

function byItself({ start, end }: Unit): Name {
  return { ids: [], source: 'label', level: BOLD_LEVEL, exact: false, gathers: null, body: end - start };
}

/** Whether a line may be a heading inside an FAQ: one in bold, or a few words in front of a question, which are no answer. */
function mayDivide(units: readonly Unit[], index: number): boolean {
  const unit = units[index]!;
  if (unit.level === BOLD_LEVEL) return true;
  if (unit.level > 0 || unit.list || /\p{P}/u.test(unit.text.trimEnd().slice(-1)) || unit.words > FEW_WORDS)
    return false;
  const next = units[index + 1];
  return next !== undefined && asks(next) && (unit.emphasis !== null || !ENDS_ASKING.test(units[index - 1]!.plain));
}

/** A question by itself: what follows answers it. */
const ENDS_ASKING = /[?？]["”’')）」』]*$/;
/** "Customers", "From the board". */
const FEW_WORDS = 4;

/** The name that a unit is or opens with; found once for as long as the unit stays as it is. */
const nameIn = unitMemo((unit, titles: TitleIndex): Name | null => {
  const isHeading = unit.type === 'heading';
  // A heading in a quotation or list belongs to what is quoted or listed.
  if (isHeading && (unit.quote > 0 || unit.list)) return null;
  if (unit.list && !unit.firstInItem) return null;
  // A heading, or a short line by itself that ends as no sentence does.
  if (unit.level > 0 || (unit.text.length < SHORT && !unit.list && !/[.!?。]$/.test(unit.text))) {
    const isTitle = looksLikeTitle(unit);
    const own = titles.match(unit.plain, isTitle || unit.emphasis === 'bold');
    if (own && (isTitle || own.exact) && !isDocumentTitle(unit.plain)) return wholeName(unit, own.ids, own.exact, null);
    const gathers = own || !isTitle ? null : titles.gathersQuestions(unit.plain);
    if (gathers && !isDocumentTitle(unit.plain)) return wholeName(unit, [], false, gathers);
  }
  return labelled(unit, titles) ?? (isHeading ? wholeName(unit, [], false, null) : null);
});

/** The name that all of a unit is. */
function wholeName(unit: Unit, ids: readonly string[], exact: boolean, gathers: Mark['gathers']): Name {
  const source = unit.type === 'heading' ? 'heading' : 'label';
  return { ids, source, level: unit.level || BOLD_LEVEL, exact, gathers, body: unit.end - unit.start };
}

/** A heading, or a line in capitals or brackets: "QUESTIONS FROM RIDERS", "【町民からの質問】". */
function looksLikeTitle({ level, plain }: Unit): boolean {
  return level > 0 || /^[【[〔].+[】\]〕]$/.test(plain) || (/\p{Lu}/u.test(plain) && !/\p{Ll}/u.test(plain));
}

/** `**Problem:** …`, `**Problem: …**`, `### Problem: …`, `Problem — …` */
function labelled(unit: Unit, titles: TitleIndex): Name | null {
  const first = codeAt(unit.raw, 0);
  const emphatic = (first === 42 || first === 95) && codeAt(unit.raw, 1) === first;
  const bold = emphatic && unit.level === 0 ? BOLD_OPENING.exec(unit.raw) : null;
  const label = bold ? withoutColon(bold[1]!) : '';
  const tried = bold && label.length < 60 && !/[?？]/.test(label) ? label : '';
  // “**The risk is ours.** …” is a sentence.
  const known = tried === '' ? null : titles.match(tried, !SENTENCE.test(tried));
  if (!known) return plainLabel(unit, titles, emphatic, tried);
  return labelName(known, 'label', LABEL_LEVEL, bold![0].length);
}

/** Five words or more, and a full stop. */
const SENTENCE = /^(?:\S+\s+){4,}\S+[.!。]$/;

const BOLD_OPENING = /^(?:\*\*|__)([^\n]+?)(?:\*\*|__)[\s\u2060]*[:：—–-]?[\s\u2060]*/;

/** `emphatic`: whether a bold text opens the unit; `tried`: a label that names nothing. */
function plainLabel(unit: Unit, titles: TitleIndex, emphatic: boolean, tried: string): Name | null {
  const parts = unit.signs & (Sign.Separator | Sign.Eastern) ? splitLabel(unit.text) : null;
  // “[Insert the customer quote — with a name]” is no label.
  if (!parts || parts.label === tried || /^["“‘'[({「『]/.test(parts.label)) return null;
  const label = fold(parts.label, unit.signs);
  const known = titles.match(label);
  if (!known || isDocumentTitle(unit.plain)) return null;
  // Plain text wants a word-for-word title that looks like one: "Problem: …", never "the problem: …".
  const marked = unit.level > 0 || emphatic || standsAsTitle(unit);
  if (!marked && !(known.exact && /^[\p{Lu}\p{Lo}]/u.test(label))) return null;
  // "Existing solutions fall short:" opens a list; a title says something after its colon.
  if (unit.level === 0 && unit.emphasis !== 'bold' && !/[^\s\u2060]/.test(unit.text.slice(parts.rest))) return null;
  const source = unit.type === 'heading' ? 'heading' : 'label';
  return labelName(known, source, unit.level || LABEL_LEVEL, parts.rest);
}

/** Written out: an object that spreads another has a shape of its own each time, and whatever is read of it is looked up the slow way. */
function labelName({ ids, exact }: TitleMatch, source: Name['source'], level: number, body: number): Name {
  return { ids, source, level, exact, gathers: null, body };
}

function withoutColon(label: string): string {
  const end = label.trimEnd();
  return /[:：]/.test(end.charAt(end.length - 1)) ? end.slice(0, -1) : label;
}

/** A line by itself that ends as titles do: "The Lantern solution: light that knows the tide". */
function standsAsTitle(unit: Unit): boolean {
  return unit.line === unit.endLine && !unit.list && unit.words <= 14 && !/[.!?。…]["”’)]*$/.test(unit.plain);
}
