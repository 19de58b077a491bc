import type { KindDefinition } from '../kinds/index.js';
import { LANGUAGES, languageOf, type SectionTitles } from '../languages/index.js';
import type { Audience, LanguageId } from '../model.js';
import { codeAt } from '../text/characters.js';
import { TellingWords } from '../text/telling-words.js';
import { faqFor } from './bounds.js';
import { CueIndex, literal } from './cues.js';
import { ONE_LINE } from './one-line.js';

/** What a title names: a section of the kind, the press release as a whole, an FAQ, or something of the author's own. */
export interface TitleMatch {
  /** Section ids; two where the title fits either ("How it works"). `press-release` and `faq` name the whole. */
  readonly ids: readonly string[];
  readonly audience: Audience;
  /** True for a word-for-word title, false for a pattern. */
  readonly exact: boolean;
}

/** Longest line that can be a title, in characters. */
const LONGEST = 90;
/** Titles remembered at most. */
const REMEMBERED = 500;
/** Shortest title that there is: most letters in front of a colon are questions' and answers'. */
const SHORTEST = 2;
/** Longest title that a pattern such as `*risks*` is tried on, in words, and longest of those that open with what they name. */
const PATTERN_WORDS = 7;
const OPENING_WORDS = 9;
/** Longest title over questions that is no name for an FAQ, in characters and in words. */
const LONGEST_GATHERING = 60;
const GATHERING_WORDS = 10;
const ASKS = /[?？]\s*$/;
const BRACKETS = /[()（）[\]【】〔〕]/g;
/** A title as letterheads have it: "보 도 자 료". */
const SPACED = /^[가-힣](?: [가-힣])+$/;
/** What joins the parts of a title. */
const JOINED = /\s*[&,/·、]\s*|\s(?:and|und|및)\s|[와과]\s|と|和/;
/** The five questions about the customer that a PR/FAQ begins with are no FAQ; "Top 5 questions" and "5 FAQs" are one. */
const FIVE =
  /^(?!.*(?:\btop\b|faq|\bmost\b|\bask|자주|よくある|häufig)).*(?:^|\s)(?:five|5|fünf|다섯|5가지|5つの|五个|五個)(?:\s?(?:가지|개의))?(?=\s|顧客|客户)/;
/** A remark in brackets, which a title is compared without. */
const REMARK = /[(（[【]([^)）\]】]*)[)）\]】]/;

/** The lists of `#telling`, as bits: word-for-word titles, those that ask, patterns and cues of a quotation, names of an FAQ. */
const EXACT = 1;
const ASKING = 2;
const INEXACT = 4;
const FAQ = 8;

/** How a heading opens that says who asks. */
/** One thing by two names. */
const SAID_TWICE = /\/|\s및\s/;
const ADDRESSED = new Set(['for', 'from', 'by', 'für', 'von']);
const SELVES = new Set(['us', 'uns']);
const EITHER_QUOTE = ['leader-quote', 'customer-quote'];

/** A name, and whether it may go on. */
interface OpenName {
  readonly name: string;
  readonly open: boolean;
}

interface Pattern {
  /** As the languages write it. */
  readonly title: string;
  readonly test: (title: string) => boolean;
  /** Two where the pattern fits either, as "How * works" does. */
  readonly ids: string[];
}

/** Knows the titles of a kind's sections in a language, and in English, which authors of every language use. */
export class TitleIndex {
  /** Titles that were met before: they recur from document to document, as other lines don't. */
  readonly #known = [new Map<string, TitleMatch>(), new Map<string, TitleMatch>()] as const;
  /** Tells the lines that are no title: most have no word of one. */
  readonly #telling: TellingWords;
  readonly #exact = new Map<string, string[]>();
  /** What the patterns look for, with a star behind it. */
  readonly #open: string[] = [];
  /** Patterns of how a title begins, and those of what stands in it. */
  readonly #opening: Pattern[] = [];
  readonly #patterns: Pattern[] = [];
  readonly #topics: readonly string[];
  /** The cues of the language, and those of English. */
  readonly #cues: readonly CueIndex[];
  readonly #quotations: boolean;
  readonly #faqNames: readonly OpenName[];
  readonly #audiences: Readonly<Record<NonNullable<Audience>, readonly OpenName[]>>;
  readonly #questions: readonly string[];
  /** A first look for any of them. */
  readonly #asking: RegExp;

  constructor(kind: KindDefinition, language: LanguageId) {
    const languages = language === 'en' ? [languageOf('en')] : [languageOf(language), languageOf('en')];
    const definitions = new Map(
      kind.variants.flatMap((variant) => variant.sections).map((section) => [section.id, section]),
    );
    this.#cues = languages.map(({ id }) => CueIndex.of(id));
    this.#quotations = definitions.has('customer-quote');
    for (const [id, definition] of definitions) {
      for (const known of languages) {
        const titles = known.sections[id];
        if (titles) this.#add(id, titles);
        for (const title of definition.titles?.[known.id] ?? []) this.#add(id, { title, also: [] });
      }
    }
    for (const known of languages) {
      if (kind.pages.pressRelease !== undefined) this.#add('press-release', known.pressRelease);
      this.#add('faq', known.faq);
    }
    // Signs that part words can't be in a name: `#faq` has none.
    const names = languages
      .flatMap(({ faq }) => [faq.title.toLowerCase(), ...faq.also])
      .filter((name) => !/[/&,+·()-]/.test(name));
    this.#faqNames = names.map((name) => ({ name: name.replaceAll('*', ''), open: name.endsWith('*') }));
    this.#topics = languages.flatMap(({ topics }) => topics);
    this.#questions = languages.flatMap(({ questions }) => questions);
    this.#asking = new RegExp(this.#questions.map(literal).join('|'), 'i');
    const quotation = this.#quotations ? languages.flatMap(({ cues }) => cues.quotation.strong) : [];
    const titles = [...this.#exact.keys()];
    const asking = titles.filter((title) => ASKS.test(title));
    this.#telling = new TellingWords([titles, asking, [...this.#open, ...quotation], names]);
    const audience = (which: NonNullable<Audience>): OpenName[] =>
      // In a script without capitals endings are glued to a name.
      languages.flatMap(({ audiences }) => audiences[which].map((name) => ({ name, open: !isLatin(name[0]) })));
    this.#audiences = { internal: audience('internal'), external: audience('external') };
  }

  #add(id: string, titles: SectionTitles): void {
    for (const title of [titles.title, ...titles.also]) {
      const text = normaliseTitle(title.replace(/^\*|\*$/g, ''));
      if (!title.includes('*')) {
        const ids = this.#exact.get(text);
        if (!ids) this.#exact.set(text, [id]);
        else if (!ids.includes(id)) ids.push(id);
      } else {
        const [before, after] = [title.startsWith('*'), title.endsWith('*')];
        const [head, tail] = text.split('*');
        // "Where * stands"
        const parted = (other: string): boolean =>
          other.length > text.length && other.startsWith(head!) && other.endsWith(tail!);
        const holds = (other: string): boolean => {
          const at = before ? other.lastIndexOf(text) : 0;
          if (at === -1 || !other.startsWith(text, at)) return false;
          if (!after && at + text.length !== other.length) return false;
          // A pattern matches whole words where the script has them.
          return !isLatin(other[at - 1]) && (!isLatin(other[at + text.length]) || other[at + text.length] === 's');
        };
        const test = tail === undefined ? holds : parted;
        this.#open.push(`${text}*`);
        // "Appendix A: weekly metrics" is what it begins with.
        const patterns = before ? this.#patterns : this.#opening;
        const known = patterns.find((pattern) => pattern.title === title);
        if (!known) patterns.push({ title, test, ids: [id] });
        else if (!known.ids.includes(id)) known.ids.push(id);
      }
    }
  }

  /** What `title` names, or null. `patterns` false: only word-for-word titles count. */
  match(title: string, patterns = true): TitleMatch | null {
    if (title.length > LONGEST || title.length < SHORTEST) return null;
    if (title[1] === ' ' && SPACED.test(title)) return this.match(title.replaceAll(' ', ''), patterns);
    const lists = this.#telling.listsIn(title);
    if (lists === 0) return null;
    const telling = lists & (ASKS.test(title) ? ASKING | FAQ : patterns ? EXACT | INEXACT | FAQ : EXACT | FAQ);
    // Nearly all lines go no further.
    if (telling === 0) return null;
    const known = this.#known[patterns ? 1 : 0];
    const met = known.get(title);
    if (met) return met;
    const match = this.#find(title, telling);
    if (match && known.size < REMEMBERED) known.set(title, match);
    return match;
  }

  /** `telling`: the lists of which a word stands in it. */
  #find(title: string, telling: number): TitleMatch | null {
    const text = normaliseTitle(title);
    const faq = (telling & FAQ) !== 0 ? this.#faq(text, title) : null;
    if (faq) return faq;
    const ids =
      (telling & (EXACT | ASKING)) !== 0
        ? (this.#exact.get(text) ?? this.#exact.get(text.replace(/^(?:the|our|das|die|der) /, '')))
        : undefined;
    if (ids) return { ids, audience: null, exact: true };
    const together = this.#together(text);
    if (together) return { ids: together, audience: null, exact: true };
    const words = (telling & INEXACT) === 0 ? Number.POSITIVE_INFINITY : text.split(' ').length;
    if (words > OPENING_WORDS) return null;
    const fits = ({ test }: Pattern): boolean => test(text);
    const opening = this.#opening.find(fits);
    if (!opening && words > PATTERN_WORDS) return null;
    const pattern = opening ?? this.#patterns.find(fits);
    const found = pattern?.ids ?? this.#quotation(text);
    return found ? { ids: found, audience: null, exact: false } : null;
  }

  /**
   * What the parts of a title name word for word: both of "Goals and metrics" and "목표와 지표", and the one thing that is known of "Closing / call
   * to action". "Date & location" is as it is with "and".
   */
  #together(text: string): readonly string[] | undefined {
    const ids = text.includes(' & ') ? this.#exact.get(text.replaceAll(' & ', ' and ')) : undefined;
    if (ids) return ids;
    const parts = text.split(JOINED);
    if (parts.length < 2) return undefined;
    const named = [...new Set(parts.flatMap((part) => this.#exact.get(part) ?? []))];
    if (named.length === 0 || named.some((id) => ONE_LINE.has(id))) return undefined;
    return named.length > 1 || SAID_TWICE.test(text) ? named : undefined;
  }

  /** For whom a heading inside an FAQ gathers questions: "External", "From customers", "Fragen von Kunden"; null for any other. */
  audienceOf(title: string): Audience {
    // Most headings there are questions: they are told before anything dearer is done.
    if (title.length > LONGEST_GATHERING || /[?？]/.test(title)) return null;
    const words = normaliseTitle(title).split(/[\s/&,+·・()-]+/);
    if (words.length > 4 && !ADDRESSED.has(words[0]!)) return this.gathersQuestions(title)?.audience ?? null;
    // "Business" names a topic; "For the business" and "Leadership team" say who asks.
    const people = words.filter((word) => !this.#topics.includes(word));
    if (ADDRESSED.has(words[0]!)) return SELVES.has(words[1]!) ? 'internal' : this.#audienceIn(words);
    return this.#audienceIn(people);
  }

  #audienceIn(words: readonly string[]): Audience {
    const names = (audience: NonNullable<Audience>): boolean =>
      words.some((word) =>
        this.#audiences[audience].some(({ name, open }) => (open ? word.startsWith(name) : word === name)),
      );
    return names('internal') ? 'internal' : names('external') ? 'external' : null;
  }

  /** Whether a title speaks of questions without being one, and for whom they are: "What riders ask", "Fragen von Eltern". */
  gathersQuestions(title: string): { readonly audience: Audience } | null {
    if (title.length > LONGEST_GATHERING || /[?？]/.test(title) || !this.#asking.test(title.normalize('NFC')))
      return null;
    const words = normaliseTitle(title.replace(BRACKETS, ' ')).split(/[\s/&,+·()-]+/);
    if (words.length < 2 && isLatin(words[0]?.[0])) return null;
    if (words.length > GATHERING_WORDS || FIVE.test(words.join(' '))) return null;
    const speaks = words.some((word) =>
      this.#questions.some((name) => word === name || (!isLatin(name[0]) && word.includes(name))),
    );
    return speaks ? { audience: this.#audienceIn(words) } : null;
  }

  /** "Quote from our founder", "What customers say", "責任者のコメント": a quotation, whose speaker its other words tell, or else what else is there. */
  #quotation(text: string): readonly string[] | null {
    // A script without spaces says in few characters what Latin says in many.
    const longest = /[\u3040-\u9fff\uac00-\ud7a3]/.test(text) ? 14 : 40;
    if (!this.#quotations || text.length > longest) return null;
    const cues = this.#cues.find((known) => known.names('quotation', text));
    if (!cues) return null;
    // Cues name one customer, a heading may name many.
    const customer = cues.score('customer', text.replace(/s\b/g, ''));
    // "What our users say" is said by the users.
    const others = customer > 0 ? text.replace(/\b(?:our|unsere?r?)\b/g, '') : text;
    const leader = cues.score('leader', others) + cues.score('insider', others);
    if (leader === 0 && customer === 0) return EITHER_QUOTE;
    return [leader > customer ? 'leader-quote' : 'customer-quote'];
  }

  /** "External FAQ", "FAQ for customers", "Internal / technical questions", "FAQ (customers)": an FAQ and for whom it is. */
  #faq(text: string, title: string): TitleMatch | null {
    if (text.split(' ').length > PATTERN_WORDS) return null;
    const words = text.split(/[\s/&,+·():：—–-]+/);
    const plain = words.join(' ');
    if (FIVE.test(plain)) return null;
    if (!this.#faqNames.some(({ name, open }) => namesFaq(plain, name, open))) return null;
    const audience = this.#audienceIn(words) ?? this.audienceOf(REMARK.exec(title)?.[1] ?? '');
    return { ids: [faqFor(audience)], audience, exact: true };
  }
}

/** Whether a title is an FAQ's name, with something in front of it or, for an `open` name, behind it. */
function namesFaq(title: string, name: string, open: boolean): boolean {
  if (title.endsWith(name)) return !isLatin(title[title.length - name.length - 1]);
  return title.startsWith(open ? name : `${name} `);
}

/** A Latin letter or digit, which must not touch a pattern; other scripts write without spaces. */
function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9äöüß]/.test(character);
}

/**
 * A title as it is compared: without emoji, numbering ("2.", "Section 3:", "4.1"), bracketed remarks, trailing punctuation,
 * in lower case.
 */
export function normaliseTitle(title: string): string {
  const lower = title.normalize('NFC').toLowerCase();
  // Of most nothing is to be left out, or the mark at the end.
  const plain = /[a-z가-힣][.:!]$/.test(lower) ? lower.slice(0, -1) : lower;
  if (/^[a-z가-힣]+(?:[ &'/,-]{1,3}[a-z가-힣]+)*\??$/.test(plain) && !plain.includes('  ')) return plain;
  return (
    lower
      .replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\u2060\ufffc]/g, '')
      // "【FAQ】(社外)": what stands first in brackets is the title.
      .replace(/^\s*[【[〔]([^】\]〕]+)[】\]〕]\s*(?=$|[(（])/, '$1 ')
      .replace(/[’]/g, "'")
      .replace(/[(（[【][^)）\]】]*[)）\]】]/g, ' ')
      .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, ' ')
      .replace(
        /^\s*(?:(?:section|part|step|abschnitt|teil|제|第)?\s*(?:\d+(?:[.-]\d+)*|[ivxⅰ-ⅿ]+(?=[.):]))\s*(?:장|부|절|章|部分)?\s*[.):：—–-]?\s+|(?:\d+|[一二三四五六七八九十]+|[가나다라마바사](?=[.)]))[.)、．]\s*)/u,
        '',
      )
      .replace(/^[\s\-–—:：•·|#*_]+|[\s\-–—:：.!…·|*_]+$/g, '')
      .replace(/\s+/g, ' ')
  );
}

/** A label in front of text, "Problem: …" or "문제 — …": the label and where the text after it starts (offset in `text`). */
export interface LabelParts {
  readonly label: string;
  readonly rest: number;
}

/** Longest label, in UTF-16 units. */
const LONGEST_LABEL = 60;

/**
 * Divides a text at the first colon, or dash between spaces, that can end a label; null where there is none behind its first 60 characters.
 * No regular expression: this is asked of nearly every block.
 */
export function splitLabel(source: string): LabelParts | null {
  // See `codeAt`: here it is worth the while to spare its checks.
  // biome-ignore lint/style/useTemplate: as there.
  const text = '' + source;
  let start = 0;
  while (isBlank(codeAt(text, start)) && start < text.length) start++;
  /** Where the label ends, as far as it was read. */
  let end = start;
  let broken = false;
  for (let i = start; i < text.length && end - start <= LONGEST_LABEL; i++) {
    const c = String.prototype.charCodeAt.call(text, i);
    if (((c | 32) - 97) >>> 0 < 26 && !broken) {
      end = i + 1;
      continue;
    }
    if (isBlank(c)) {
      broken ||= c === 10;
      continue;
    }
    const colon = c === 58 || c === 0xff1a;
    if (end > start && (colon || isDashAt(text, i))) {
      let rest = colon || !isDash(codeAt(text, i + 1)) ? i + 1 : i + 2;
      while (isBlank(codeAt(text, rest)) && rest < text.length) rest++;
      return { label: text.slice(start, end), rest };
    }
    // A label has neither a colon nor a long dash in it, and stands on one line.
    if (broken || colon || c === 0x2014 || c === 0x2013) return null;
    end = i + 1;
  }
  return null;
}

/** Whether a dash, or two, stand at `i` with white space on both sides. */
function isDashAt(text: string, i: number): boolean {
  if (!isDash(codeAt(text, i)) || codeAt(text, i - 1) === 0x2060 || !isBlank(codeAt(text, i - 1))) return false;
  const behind = isDash(codeAt(text, i + 1)) ? i + 2 : i + 1;
  return behind < text.length && isBlank(codeAt(text, behind));
}

function isDash(c: number): boolean {
  return c === 45 || c === 0x2013 || c === 0x2014;
}

/** White space, or masked markup. */
function isBlank(c: number): boolean {
  if (c < 128) return c <= 32;
  return c === 0x2060 || c === 0xa0 || c === 0x3000 || c === 0x202f || (c >= 0x2000 && c <= 0x200a);
}

/** All languages' question or answer marks, longest first, as one alternation. */
export function marks(which: 'questionMarks' | 'answerMarks'): string {
  const all = new Set(LANGUAGES.flatMap((language) => language[which]));
  return [...all].sort((a, b) => b.length - a.length).join('|');
}
