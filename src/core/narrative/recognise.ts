import type { KindDefinition, SectionDefinition, VariantDefinition } from '../kinds/index.js';
import { detectLanguage } from '../languages/detect.js';
import { languageOf } from '../languages/index.js';
import type { ParsedMarkdown } from '../markdown/parse.js';
import type { LanguageId, Question } from '../model.js';
import { CueIndex } from './cues.js';
import { judgeKind } from './judge-kind.js';
import { findMarks, isDocumentTitle, type Mark } from './marks.js';
import { isPlaceholder } from './placeholders.js';
import { type Found, placeParts } from './press-release.js';
import { type FaqSpan, findQuestions } from './questions.js';
import { TitleIndex } from './titles.js';
import { readUnits, type Unit } from './units.js';

/** What was recognised, before limits and rules look at it. */
export interface Recognition {
  readonly kind: KindDefinition | null;
  readonly variant: VariantDefinition | null;
  readonly language: LanguageId;
  readonly units: readonly Unit[];
  /** In document order; a section that stands twice is in `found` once and in `repeated` again. */
  readonly found: readonly Found[];
  readonly repeated: readonly Found[];
  readonly questions: readonly Question[];
  /** Units that open the parts of the paper: the release, the FAQ, the appendix; -1 where there is none. */
  readonly parts: { readonly pressRelease: number; readonly faq: number; readonly appendix: number };
}

/**
 * Understands a document: its kind, language, sections and questions. `declared` is the kind that its front matter or name says;
 * `kinds` are those to choose from where they say nothing.
 */
export function recognise(
  markdown: ParsedMarkdown,
  declared: KindDefinition | null,
  kinds: readonly KindDefinition[],
): Recognition {
  const units = readUnits(markdown);
  const language = documentLanguage(markdown, units);
  const document = new Document(units, language);
  const kind = declared ?? judgeKind(markdown, document.evidence(kinds), kinds);
  return kind ? document.read(kind) : nothingRecognised(language, units);
}

export function nothingRecognised(language: LanguageId, units: readonly Unit[]): Recognition {
  const parts = { pressRelease: -1, faq: -1, appendix: -1 };
  return { kind: null, variant: null, language, units, found: [], repeated: [], questions: [], parts };
}

function documentLanguage(markdown: ParsedMarkdown, units: readonly Unit[]): LanguageId {
  const said = markdown.frontMatter?.entries.get('language') ?? markdown.frontMatter?.entries.get('lang');
  const id = said?.toLowerCase().slice(0, 2);
  if (id === 'en' || id === 'ko' || id === 'ja' || id === 'zh' || id === 'de') return id;
  let sample = '';
  for (const unit of units) {
    if (sample.length > 6000) break;
    if (unit.type === 'paragraph' || unit.type === 'heading') sample += `${unit.plain}\n`;
  }
  return detectLanguage(sample);
}

/** The pairing of ids with marks, for a document of one language. */
class Document {
  readonly #marks = new Map<KindDefinition, readonly Mark[]>();
  readonly cues: CueIndex;

  constructor(
    readonly units: readonly Unit[],
    readonly language: LanguageId,
  ) {
    this.cues = CueIndex.of(language);
  }

  marks(kind: KindDefinition): readonly Mark[] {
    let marks = this.#marks.get(kind);
    if (!marks) {
      marks = findMarks(this.units, titleIndex(kind, this.language));
      this.#marks.set(kind, marks);
    }
    return marks;
  }

  evidence(kinds: readonly KindDefinition[]): Parameters<typeof judgeKind>[1] {
    const prfaq = kinds.find((kind) => kind.id === 'prfaq');
    const { units, cues } = this;
    const document = this;
    return {
      units,
      cues,
      marks: (kind) => this.marks(kind),
      get questions() {
        if (!prfaq) return 0;
        const marks = document.marks(prfaq);
        return document.#questions(marks, document.#bounds(prfaq, marks)).length;
      },
    };
  }

  read(kind: KindDefinition): Recognition {
    const marks = this.marks(kind);
    const bounds = this.#bounds(kind, marks);
    const questions = this.#questions(marks, bounds);
    const { found, repeated } = this.#sections(kind, marks, bounds);
    const variant = fittingVariant(kind, found);
    return {
      kind,
      variant,
      language: this.language,
      units: this.units,
      found,
      repeated,
      questions,
      parts: { pressRelease: bounds.pressRelease, faq: bounds.faq, appendix: bounds.appendix },
    };
  }

  /** Where the big parts begin. */
  #bounds(kind: KindDefinition, marks: readonly Mark[]): Bounds {
    const { units } = this;
    const heads = marks.filter((mark) => mark.level <= 7 || mark.pinned);
    const appendixMark = heads.find((mark) => mark.ids.includes('appendix'));
    const appendix = appendixMark?.unit ?? -1;
    const end = appendix === -1 ? units.length : appendix;
    const faqMark = heads.find((mark) => mark.unit < end && mark.ids.some(isFaq));
    const faq = faqMark?.unit ?? -1;
    if (kind.pages.pressRelease === undefined)
      return { pressRelease: -1, container: -1, releaseEnd: -1, depth: 0, faq, appendix, end };
    const release = heads.find((mark) => mark.ids.includes('press-release') && (faq === -1 || mark.unit < faq));
    if (release)
      return {
        pressRelease: release.unit + 1,
        container: release.unit,
        releaseEnd: faq === -1 ? end : faq,
        depth: 0,
        faq,
        appendix,
        end,
      };
    const quoted = quotedRelease(units, faq === -1 ? end : faq);
    return {
      container: -1,
      ...(quoted ?? { pressRelease: 0, releaseEnd: faq === -1 ? end : faq, depth: 0 }),
      faq,
      appendix,
      end,
    };
  }

  #questions(marks: readonly Mark[], bounds: Bounds): Question[] {
    if (bounds.faq === -1) return [];
    const spans: FaqSpan[] = [];
    const inFaq = marks.filter(
      (mark) => mark.unit >= bounds.faq && mark.unit < bounds.end && (mark.level <= 7 || mark.pinned),
    );
    let open: { from: number; audience: FaqSpan['audience']; level: number; strict: boolean } | null = null;
    const close = (to: number): void => {
      if (open && to > open.from) spans.push({ from: open.from, to, audience: open.audience, strict: open.strict });
    };
    for (const mark of inFaq) {
      const id = mark.ids.find(isFaq);
      if (id) {
        close(mark.unit);
        open = {
          from: mark.unit + 1,
          audience: id === 'external-faq' ? 'external' : id === 'internal-faq' ? 'internal' : null,
          level: mark.level,
          strict: false,
        };
      } else if (
        open &&
        !open.strict &&
        mark.level <= open.level &&
        mark.level <= 6 &&
        !asks(this.units[mark.unit]!) &&
        !this.#peersAsk(mark, inFaq)
      ) {
        // A heading as high as the FAQ's own ends it; what asks after it is still a question.
        close(mark.unit);
        open = { from: mark.unit, audience: null, level: mark.level, strict: true };
      }
    }
    close(bounds.end);
    return findQuestions(this.units, marks, spans, (text) => isPlaceholder(text, this.language));
  }

  /** Whether questions are headings of this level: an FAQ heading that stands no higher than its questions. */
  #peersAsk(mark: Mark, marks: readonly Mark[]): boolean {
    const peers = marks.filter((other) => other.level === mark.level && !other.ids.some(isFaq));
    return peers.filter((other) => asks(this.units[other.unit]!)).length * 2 > peers.length;
  }

  #sections(kind: KindDefinition, marks: readonly Mark[], bounds: Bounds): { found: Found[]; repeated: Found[] } {
    const ids = new Map(kind.variants.flatMap((variant) => variant.sections).map((section) => [section.id, section]));
    const named = marks.filter((mark) => mark.ids.some((id) => ids.has(id)) && this.#inPlace(mark, ids, bounds));
    const explicit: Found[] = [];
    const repeated: Found[] = [];
    for (const mark of named) {
      for (const id of resolve(mark, named, ids)) {
        const section = this.#extent(mark, id, marks, bounds);
        (explicit.some((other) => other.id === id) ? repeated : explicit).push(section);
      }
    }
    const placed = bounds.pressRelease === -1 ? [] : this.#place(explicit, bounds);
    return { found: withoutOverlap(explicit, placed), repeated };
  }

  /** Labels count where their part is: those of the press release before the FAQ, the FAQ's after it. */
  #inPlace(mark: Mark, ids: ReadonlyMap<string, SectionDefinition>, bounds: Bounds): boolean {
    if (mark.pinned) return true;
    const part = ids.get(mark.ids.find((id) => ids.has(id))!)!.part;
    const { faq, appendix } = bounds;
    if (part === 'appendix') return mark.level <= 7 && mark.unit === appendix;
    if (appendix !== -1 && mark.unit > appendix) return false;
    if (part === 'faq') return mark.level <= 7;
    if (part === 'press-release') return (faq === -1 || mark.unit < faq) && mark.unit >= bounds.container;
    if (faq !== -1 && mark.unit > faq && mark.level > 6) return false;
    return mark.level <= 6 || mark.source === 'label';
  }

  #extent(mark: Mark, id: string, marks: readonly Mark[], bounds: Bounds): Found {
    const { units } = this;
    const limit =
      id === 'appendix'
        ? units.length
        : mark.unit < bounds.faq
          ? bounds.faq
          : mark.unit < bounds.end
            ? bounds.end
            : units.length;
    let to = mark.unit + 1;
    for (; to < limit; to++) {
      const next = marks.find((other) => other.unit === to);
      if (
        next &&
        (next.pinned ||
          next.ids.some((other) => !(id.endsWith('faq') && !isFaq(other))) ||
          (next.level <= mark.level && next.level <= 6)) &&
        id !== 'appendix'
      ) {
        if (
          !(
            isFaq(id) &&
            next.ids.length === 0 &&
            (asks(units[to]!) ||
              this.#peersAsk(
                next,
                marks.filter((one) => one.unit > mark.unit && one.unit < limit),
              ))
          )
        )
          break;
      }
      if (mark.level >= 7 && units[to]!.level > 0 && units[to]!.quote === 0 && !isFaq(id) && id !== 'appendix') break;
      if (ONE_LINE.has(id) && mark.body < units[mark.unit]!.end) break;
      if (ONE_LINE.has(id) && to > mark.unit + 1) break;
    }
    const start = units[mark.unit]!.start;
    const lastText = lastContent(units, mark.unit, to);
    const end = Math.max(units[mark.unit]!.end, units[lastText]!.end);
    return {
      id,
      source: mark.source,
      reason: mark.pinned ? 'pinned' : mark.source,
      range: { start, end },
      body: { start: Math.min(mark.body, end), end },
      from: mark.unit,
      to: lastText + 1,
    };
  }

  #place(explicit: readonly Found[], bounds: Bounds): Found[] {
    const taken = new Map<number, string>();
    for (const found of explicit) for (let n = found.from; n < found.to; n++) taken.set(n, found.id);
    const title = this.units
      .slice(0, 4)
      .map((unit) => unit.plain)
      .join(' ');
    const region = {
      units: this.units,
      to: bounds.releaseEnd,
      taken,
      depth: bounds.depth,
      explicit: new Set(explicit.map((found) => found.id)),
      cues: this.cues,
      title,
    };
    const placed = placeParts({ ...region, from: bounds.pressRelease });
    // "# Lantern opens …" above "## Press release" is the headline where the release itself has none.
    const first = this.units.find((unit) => unit.type !== 'html' && unit.type !== 'rule');
    if (
      bounds.container > 0 &&
      first &&
      first.level > 0 &&
      !isDocumentTitle(first.plain) &&
      ![...explicit, ...placed].some((found) => found.id === 'headline')
    ) {
      placed.unshift(
        ...placeParts({ ...region, from: 0, to: bounds.container }).filter(
          (found) =>
            ['headline', 'subheading', 'dateline'].includes(found.id) && !placed.some((one) => one.id === found.id),
        ),
      );
    }
    return placed;
  }
}

interface Bounds {
  /** First unit of the press release, -1 for kinds without one. */
  readonly pressRelease: number;
  /** One past its last unit. */
  readonly releaseEnd: number;
  /** Depth of the block quotes that it stands in. */
  readonly depth: number;
  /** Unit of the heading over the release, or -1. */
  readonly container: number;
  readonly faq: number;
  readonly appendix: number;
  /** First unit of the appendix, else the number of units. */
  readonly end: number;
}

/** A release that the document quotes as a whole: a block quote that opens with a heading and goes on for some paragraphs. */
function quotedRelease(
  units: readonly Unit[],
  to: number,
): Pick<Bounds, 'pressRelease' | 'releaseEnd' | 'depth'> | null {
  const from = units.findIndex((unit, n) => n < to && unit.type === 'heading' && unit.quote > 0);
  if (from === -1) return null;
  const depth = units[from]!.quote;
  let end = from;
  while (end < to && units[end]!.quote >= depth) end++;
  return end - from > 4 ? { pressRelease: from, releaseEnd: end, depth } : null;
}

/** Sections that are one line: what follows them is another part. */
const ONE_LINE = new Set(['headline', 'subheading', 'dateline']);

function isFaq(id: string): boolean {
  return id === 'faq' || id === 'external-faq' || id === 'internal-faq';
}

function asks(unit: Unit): boolean {
  return /[?？]/.test(unit.plain);
}

/** The last unit from `from` to `to` that has content. */
function lastContent(units: readonly Unit[], from: number, to: number): number {
  let last = to - 1;
  while (
    last > from &&
    (units[last]!.type === 'rule' || (units[last]!.type === 'html' && units[last]!.raw.startsWith('<!--')))
  )
    last--;
  return last;
}

/** The ids a mark stands for: of a title that fits two sections, those that no other mark claims by itself. */
function resolve(mark: Mark, all: readonly Mark[], ids: ReadonlyMap<string, SectionDefinition>): string[] {
  const known = mark.ids.filter((id) => ids.has(id));
  if (known.length < 2) return known;
  return known.filter((id) => !all.some((other) => other !== mark && other.ids.length === 1 && other.ids[0] === id));
}

/** A labelled section ends where a part begins that was recognised inside it; all in document order. */
function withoutOverlap(explicit: readonly Found[], placed: readonly Found[]): Found[] {
  const trimmed = explicit.map((section) => {
    const inside = placed.find(
      (found) => found.from > section.from && found.to <= section.to && section.body.start < found.range.start,
    );
    if (!inside || isFaq(section.id)) return section;
    const end = inside.range.start;
    return { ...section, to: inside.from, range: { ...section.range, end }, body: { ...section.body, end } };
  });
  return [...trimmed, ...placed].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The variant of the kind of which more required sections were found. */
function fittingVariant(kind: KindDefinition, found: readonly Found[]): VariantDefinition {
  const ids = new Set(found.map((section) => section.id));
  const coverage = (variant: VariantDefinition): number => {
    const required = variant.sections.filter((section) => section.required);
    const has = variant.sections.filter((section) => ids.has(section.id)).length;
    return required.filter((section) => ids.has(section.id)).length / (required.length || 1) + has / 100;
  };
  return [...kind.variants].sort((a, b) => coverage(b) - coverage(a))[0]!;
}

const indexes = new WeakMap<KindDefinition, Map<LanguageId, TitleIndex>>();

function titleIndex(kind: KindDefinition, language: LanguageId): TitleIndex {
  let byLanguage = indexes.get(kind);
  if (!byLanguage) {
    byLanguage = new Map();
    indexes.set(kind, byLanguage);
  }
  const id = languageOf(language).id;
  let index = byLanguage.get(id);
  if (!index) {
    index = new TitleIndex(kind, id);
    byLanguage.set(id, index);
  }
  return index;
}
