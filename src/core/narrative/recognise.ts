import type { KindDefinition, VariantDefinition } from '../kinds/index.js';
import { detectBlocks } from '../languages/detect.js';
import type { ParsedMarkdown } from '../markdown/parse.js';
import type { LanguageId, Question } from '../model.js';
import { asks, type Bounds, findBounds, isFaq, readersOf } from './bounds.js';
import { CueIndex } from './cues.js';
import { explicitSections } from './explicit.js';
import { settleFaqs } from './faqs.js';
import { introductionUnderTitle } from './introduction.js';
import { type Evidence, judgeKind } from './judge-kind.js';
import { findMarks, type Mark } from './marks.js';
import { placeParts } from './press-release.js';
import { type FaqSpan, findQuestions } from './questions.js';
import { behindIntroduction, type Found, namesDocument, placeHead, type Region } from './release-head.js';
import { Shape } from './shape.js';
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
  /** Whether a part that was not found may be there all the same. */
  readonly isDoubtful: (id: string) => boolean;
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
  const language = documentLanguage(markdown);
  const readings = new Map<KindDefinition, Reading>();
  const readAs = (kind: KindDefinition): Reading => {
    const reading = readings.get(kind) ?? new Reading(units, language, kind);
    readings.set(kind, reading);
    return reading;
  };
  const kind = declared ?? judgeKind(markdown, evidence(units, language, kinds, readAs), kinds);
  return kind ? readAs(kind).recognition() : nothingRecognised(language, units);
}

/** What is known of a document that is no narrative. */
export function nothingRecognised(language: LanguageId, units: readonly Unit[]): Recognition {
  const parts = { pressRelease: -1, faq: -1, appendix: -1 };
  return {
    kind: null,
    variant: null,
    language,
    units,
    found: [],
    repeated: [],
    isDoubtful: () => false,
    questions: [],
    parts,
  };
}

function documentLanguage(markdown: ParsedMarkdown): LanguageId {
  const said = markdown.frontMatter?.entries.get('language') ?? markdown.frontMatter?.entries.get('lang');
  const id = said?.toLowerCase().slice(0, 2);
  if (id === 'en' || id === 'ko' || id === 'ja' || id === 'zh' || id === 'de') return id;
  return detectBlocks(markdown.blocks);
}

/** What the content says of a document's kind, found out as far as the judge asks. */
function evidence(
  units: readonly Unit[],
  language: LanguageId,
  kinds: readonly KindDefinition[],
  readAs: (kind: KindDefinition) => Reading,
): Evidence {
  const prfaq = kinds.find((kind) => kind.id === 'prfaq');
  return {
    units,
    cues: CueIndex.of(language),
    marks: (kind) => readAs(kind).marks,
    questions: () => (prfaq ? readAs(prfaq).questions.length : 0),
  };
}

/** A body of so many words is written, if without a heading. */
const WRITTEN_WORDS = 300;

/** A document read as one of a kind: titles mean something only within a kind. */
class Reading {
  readonly marks: readonly Mark[];
  readonly #shape: Shape;
  readonly #bounds: Bounds;
  #questions: readonly Question[] | undefined;

  constructor(
    readonly units: readonly Unit[],
    readonly language: LanguageId,
    readonly kind: KindDefinition,
  ) {
    this.#shape = Shape.of(kind, language);
    this.marks = settleFaqs(units, findMarks(units, this.#shape.titles), language);
    this.#bounds = findBounds(units, this.marks, kind);
  }

  get questions(): readonly Question[] {
    this.#questions ??= findQuestions(this.units, this.#dividing(), this.#faqSpans(), this.language);
    return this.#questions;
  }

  /** The marks that divide an FAQ: in it "Pricing" and "Why now" are topics, and no parts of the release above it. */
  #dividing(): readonly Mark[] {
    if (this.kind.pages.pressRelease === undefined) return this.marks;
    const divides = (id: string): boolean => isFaq(id) || id === 'press-release' || id === 'appendix';
    return this.marks.filter((mark) => mark.pinned || mark.ids.some(divides));
  }

  recognition(): Recognition {
    const { kind, units, language, questions } = this;
    const bounds = this.#bounds;
    const { found: explicit, repeated } = explicitSections(units, this.marks, bounds, this.#shape.definitions);
    const placed = bounds.pressRelease === -1 ? null : this.#place(explicit);
    const found = placed ? withoutOverlap(explicit, placed.found) : this.#introduced(explicit);
    const parts = { pressRelease: bounds.pressRelease, faq: bounds.faq, appendix: bounds.appendix };
    const variant = fittingVariant(kind, found);
    const isDoubtful = placed?.isDoubtful ?? this.#unnamed(variant, found);
    return { kind, variant, language, units, found, repeated, isDoubtful, questions, parts };
  }

  /**
   * Where the parts of a body have no place of their own to be known by: whether those not found may stand under headings in the author's own
   * words, half as many as are missing, or under none.
   */
  #unnamed({ sections }: VariantDefinition, found: readonly Found[]): (id: string) => boolean {
    const { units, marks } = this;
    const { faq, end } = this.#bounds;
    const body = marks.filter((mark) => mark.unit > 0 && mark.unit < (faq === -1 ? end : faq) && mark.level <= 6);
    const level = body.reduce((least, mark) => Math.min(least, mark.level), 6);
    // A part of another variant is as good as the author's own.
    const has = (id: string): boolean => sections.some((section) => section.id === id);
    const own = body.filter((mark) => mark.level === level && !mark.ids.some(has)).length;
    const known = new Set(found.map(({ id }) => id));
    const missing = sections.filter(({ id, required }) => required && !known.has(id)).length;
    const words = units.reduce((sum, unit) => sum + (unit.type === 'paragraph' ? unit.words : 0), 0);
    const doubt = own > 0 ? own * 2 >= missing : body.length === 0 && words >= WRITTEN_WORDS;
    return () => doubt;
  }

  /** The stretches that hold questions: each FAQ, and what follows one under a heading as high as its own. */
  #faqSpans(): FaqSpan[] {
    const { faq, end, askingLevels } = this.#bounds;
    if (faq === -1) return [];
    const spans: FaqSpan[] = [];
    let open: { from: number; audience: FaqSpan['audience']; level: number; strict: boolean } | null = null;
    const close = (to: number): void => {
      if (open && to > open.from) spans.push({ from: open.from, to, audience: open.audience, strict: open.strict });
    };
    for (const mark of this.marks) {
      if (mark.unit < faq || mark.unit >= end || (mark.level > 7 && !mark.pinned)) continue;
      if (mark.ids.some(isFaq)) {
        close(mark.unit);
        open = { from: mark.unit + 1, audience: readersOf(mark.ids), level: mark.level, strict: false };
      } else if (
        open &&
        !open.strict &&
        mark.level <= Math.min(open.level, 6) &&
        !asks(this.units[mark.unit]!) &&
        !askingLevels.has(mark.level)
      ) {
        // A heading as high as the FAQ's own ends it; what asks after it is still a question.
        close(mark.unit);
        open = { from: mark.unit, audience: null, level: mark.level, strict: true };
      }
    }
    close(end);
    return spans;
  }

  /** The sections of a body with what introduces it, where that has no heading. */
  #introduced(explicit: readonly Found[]): readonly Found[] {
    const has = explicit.some(({ id }) => id === 'introduction');
    if (has || !this.#shape.definitions.has('introduction')) return explicit;
    const to = explicit.reduce((first, { from }) => Math.min(first, from), this.units.length);
    const introduction = introductionUnderTitle(this.units, to, CueIndex.of(this.language));
    return introduction ? [introduction, ...explicit] : explicit;
  }

  #place(explicit: readonly Found[]): ReturnType<typeof placeParts> {
    const { units } = this;
    const { pressRelease, releaseEnd, depth, container } = this.#bounds;
    const taken = new Array<string | undefined>(Math.max(0, releaseEnd));
    for (const found of explicit) for (let n = found.from; n < found.to && n < releaseEnd; n++) taken[n] = found.id;
    const known = new Set(explicit.map((found) => found.id));
    const cues = CueIndex.of(this.language);
    const region = (from: number, to: number): Region => ({ units, from, to, taken, depth, explicit: known, cues });
    const release = region(pressRelease, releaseEnd);
    const begins = container === -1 ? behindIntroduction(release) : pressRelease;
    const { found: placed, isDoubtful } = placeParts({ ...release, from: begins });
    const has = (id: string): boolean => known.has(id) || placed.some((found) => found.id === id);
    // "# Lantern opens …" above "## Press release" is the headline where the release itself has none.
    const first = units.find((unit) => unit.type !== 'html' && unit.type !== 'rule');
    if (container > 0 && first && first.level > 0 && !namesDocument(first, cues) && !has('headline'))
      placed.unshift(...placeHead(region(0, container)).found.filter(({ id }) => !has(id)));
    return { found: placed, isDoubtful };
  }
}

/** A labelled section ends where a part begins that was recognised inside it; all in document order. */
function withoutOverlap(explicit: readonly Found[], placed: readonly Found[]): Found[] {
  const trimmed = explicit.map((section) => {
    const inside = placed.find(
      // A dateline opens the summary that it stands in.
      (found) =>
        found.id !== 'dateline' &&
        found.from > section.from &&
        found.to <= section.to &&
        section.body.start < found.range.start,
    );
    if (!inside || isFaq(section.id)) return section;
    const end = inside.range.start;
    return { ...section, to: inside.from, range: { ...section.range, end }, body: { ...section.body, end } };
  });
  return [...trimmed, ...placed].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The variant of the kind of which more required sections were found. */
function fittingVariant(kind: KindDefinition, found: readonly Found[]): VariantDefinition {
  if (kind.variants.length === 1) return kind.variants[0]!;
  const ids = new Set(found.map((section) => section.id));
  const coverage = (variant: VariantDefinition): number => {
    const required = variant.sections.filter((section) => section.required);
    const has = variant.sections.filter((section) => ids.has(section.id)).length;
    return required.filter((section) => ids.has(section.id)).length / (required.length || 1) + has / 100;
  };
  return [...kind.variants].sort((a, b) => coverage(b) - coverage(a))[0]!;
}
