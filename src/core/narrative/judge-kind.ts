import type { KindDefinition } from '../kinds/index.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import type { ParsedMarkdown } from '../markdown/parse.js';
import { matchesName } from '../text/wildcard.js';
import { isFaq } from './bounds.js';
import type { CueIndex } from './cues.js';
import { datelineOfUnit } from './dateline.js';
import { isDocumentTitle, type Mark } from './marks.js';
import type { Unit } from './units.js';

/** Units looked at for what a document calls itself. */
const OPENING = 8;
/** The same for a dateline. */
const DATED = 14;

/** How many sections, and what part of those required, show a kind that has no other sign. */
export const LEAST_SECTIONS = 3;
const MOST_SECTIONS = 0.75;

/** What a six-pager calls itself. */
export const SIX_PAGER = /\b(?:six|6)[\s-]?page(?:r|s)?\b|식스\s?페이저|6\s?페이저|6쪽|6ページ|六页|六頁|sechsseit/i;

/** "A six-pager for the Board": a document's word on itself, where "A six-pager is …" speaks of others. */
const SAYS_SIX_PAGER = new RegExp(
  `^(?:an? )?(?:${SIX_PAGER.source})(?:\\s+(?:for|on|to|about)\\b|\\s*[:：—–,.|]|$)`,
  'i',
);

/** "Narrative: should we …?", as Amazon calls them. */
const SAYS_NARRATIVE = /^(?:narrative|내러티브|서술문)\s*[:：—–-]/i;

/** The kind that a document's front matter, its team's config (`given`) or its file name says; null where they say nothing. */
export function declaredKind(
  frontMatter: FrontMatter | null,
  path: string | undefined,
  kinds: readonly KindDefinition[],
  given?: string,
): KindDefinition | null {
  const type = frontMatter?.entries
    .get('type')
    ?.toLowerCase()
    .replace(/^pr[\s/_-]?faq$/, 'prfaq')
    .replace(/^(?:six|6)[\s_-]?pager$/, 'six-pager')
    .replace(/[\s_]+/g, '-');
  const typed = kinds.find((kind) => kind.id === type) ?? kinds.find((kind) => kind.id === given);
  if (typed) return typed;
  const name = path?.split(/[\\/]/).at(-1)?.toLowerCase();
  return (
    (name !== undefined && kinds.find((kind) => kind.files.some((glob) => matchesName(name, glob.toLowerCase())))) ||
    null
  );
}

/** What content alone says of a document that neither front matter nor name declares. */
export interface Evidence {
  readonly units: readonly Unit[];
  /** Marks by kind: titles mean something only within a kind. */
  readonly marks: (kind: KindDefinition) => readonly Mark[];
  /** How many questions it has, read as a PR/FAQ. */
  readonly questions: () => number;
  readonly cues: CueIndex;
}

/** The kind that the content shows, or null: the doubt goes to "no narrative", which costs the user nothing. */
export function judgeKind(
  markdown: ParsedMarkdown,
  evidence: Evidence,
  kinds: readonly KindDefinition[],
): KindDefinition | null {
  // A skill or prompt file describes itself so; a changelog or a rule file has no title of ours.
  const entries = markdown.frontMatter?.entries;
  if (entries?.has('description') && entries.has('name')) return null;
  const title = evidence.units.find((unit) => unit.level > 0 || unit.words > 0);
  if (!title || evidence.cues.isAboutDocuments(withoutSubject(title.plain))) return null;
  const prfaq = kinds.find((kind) => kind.id === 'prfaq');
  if (prfaq && showsPrfaq(evidence, evidence.marks(prfaq))) return prfaq;
  const sixPager = kinds.find((kind) => kind.id === 'six-pager');
  if (sixPager && showsSixPager(evidence, evidence.marks(sixPager))) return sixPager;
  return kinds.find((kind) => kind !== prfaq && kind !== sixPager && showsSections(kind, evidence.marks(kind))) ?? null;
}

/** A team's own kind is known by its sections: most of those required, each by a word-for-word title of its own. */
function showsSections(kind: KindDefinition, marks: readonly Mark[]): boolean {
  const named = new Set(marks.filter((mark) => mark.exact && mark.level <= 7).flatMap((mark) => mark.ids));
  return kind.variants.some((variant) => {
    const required = variant.sections.filter((section) => section.required);
    const there = required.filter((section) => named.has(section.id)).length;
    return there >= LEAST_SECTIONS && there >= required.length * MOST_SECTIONS;
  });
}

/** "Lantern: a guide to X — PR/FAQ" is about Lantern: only words beside the name of the kind count. */
function withoutSubject(title: string): string {
  const parts = title.split(/\s[—–-]\s|[:：|]/);
  return parts.length > 1
    ? (parts.find((part) => isDocumentTitle(part) || SIX_PAGER.test(part)) ?? '')
    : isDocumentTitle(title)
      ? title
      : '';
}

/** Parts of a release that hardly any text calls by their names: a template spells them out. */
const SPELT = ['headline', 'subheading', 'dateline', 'leader-quote', 'customer-quote', 'call-to-action'];
/** Ids of sections that other documents have too. */
const UNTELLING = new Set([
  'press-release',
  'faq',
  'external-faq',
  'internal-faq',
  'appendix',
  'summary',
  'call-to-action',
]);

/** A PR/FAQ has an FAQ and a sign of a release, or asks two audiences. What takes a closer look comes last. */
function showsPrfaq(evidence: Evidence, marks: readonly Mark[]): boolean {
  const ids = new Set<string>();
  for (const mark of marks) for (const id of mark.ids) ids.add(id);
  const internal = ids.has('internal-faq');
  const audiences = internal && ids.has('external-faq');
  if (!internal && !ids.has('faq') && !ids.has('external-faq')) return false;
  const release = marks.some((mark) => mark.ids.includes('press-release') && mark.level <= 7);
  const named = isNamed(evidence);
  const parts = [...ids].filter((id) => !UNTELLING.has(id)).length;
  // Interviews and handbooks gather questions too, under headings of their own.
  const called = marks.some((mark) => mark.ids.some(isFaq) && mark.gathers === null);
  if (!called && !named && !release && parts < 3 && !(audiences && isDated(evidence))) return false;
  const shown =
    release ||
    audiences ||
    // A tool or article of that name has an FAQ too; it has nothing of a release and asks no two audiences.
    (named && (internal || parts >= 2)) ||
    SPELT.filter((id) => marks.some((mark) => mark.ids.includes(id) && mark.exact)).length >= 3 ||
    evidence.units.slice(0, OPENING).some((unit) => /for immediate release/i.test(unit.plain)) ||
    isDated(evidence);
  return shown && evidence.questions() >= 2;
}

/** Whether the document calls itself a PR/FAQ. */
function isNamed({ units }: Evidence): boolean {
  return units.slice(0, OPENING).some((unit) => unit.words <= 20 && isDocumentTitle(unit.plain));
}

/** Whether it opens as a release does, with a dateline that announces something. */
function isDated({ units, cues }: Evidence): boolean {
  return units
    .slice(0, DATED)
    .some(
      (unit) =>
        unit.type === 'paragraph' &&
        !unit.list &&
        datelineOfUnit(unit, cues) > 0 &&
        cues.scoreOf('announcement', unit) > 0,
    );
}

/** Parts of a proposal besides its tenets, and how many of them show one. */
const PROPOSAL = ['introduction', 'problem', 'solution', 'goals', 'metrics', 'alternatives', 'risks'];
const MOST_OF_PROPOSAL = 5;
/** What Amazon calls tenets, and what others do; "How we decide" may be anybody's. */
const TENETS = /tenet|신조|테넷|信条/i;
const PRINCIPLES = /principle|원칙|原則|原则|grundsätz|leitsätz|prinzip/i;

function showsSixPager({ units }: Evidence, marks: readonly Mark[]): boolean {
  const named = units
    .slice(0, OPENING)
    .some(
      (unit, n) => unit.words <= 25 && (SIX_PAGER.test(unit.plain) || (n === 0 && SAYS_NARRATIVE.test(unit.plain))),
    );
  const ids = new Set(marks.filter((mark) => mark.level <= 7).flatMap((mark) => mark.ids));
  const sections = [...ids].filter((id) => id !== 'faq' && id !== 'appendix' && id !== 'press-release').length;
  if (named) {
    const says = units.slice(0, OPENING).some((unit) => unit.words <= 25 && SAYS_SIX_PAGER.test(unit.plain));
    return sections >= 3 || (sections > 0 && says && isMostlyProse(units));
  }
  const called = (names: RegExp): boolean =>
    marks.some((mark) => mark.ids.includes('tenets') && names.test(units[mark.unit]!.plain));
  const tenets = called(TENETS);
  // Design documents have goals, alternatives and risks; hardly one has tenets too.
  const least =
    tenets || called(PRINCIPLES) ? MOST_OF_PROPOSAL : ids.has('faq') ? MOST_OF_PROPOSAL + 1 : Number.POSITIVE_INFINITY;
  const proposal = ids.has('tenets') && PROPOSAL.filter((id) => ids.has(id)).length >= least;
  const plan = PLAN.every((id) => ids.has(id));
  return (proposal || plan) && (tenets || isMostlyProse(units)) && !ANOTHER_KIND.test(units[0]?.plain ?? '');
}

/** The parts of an operating plan, which hardly another document has all four of. */
const PLAN = ['tenets', 'state-of-the-business', 'lessons-learned', 'strategic-priorities'];

/** How much of what a six-pager says it says in paragraphs, at least: those seen have 0.85 and more, designs and plans of teams 0.35 to 0.64. */
const MOSTLY = 0.75;
/** What other documents with such parts call themselves. */
const ANOTHER_KIND =
  /\b(?:RFC|ADR|PRD|OKRs?)\b|\b(?:design(?: doc(?:ument)?|(?=:))|specification|application|thesis|postmortem)\b|기획서|설계서|신청서|제안요청서|설계 문서|設計|仕様|企画書|设计文档|需求文档|申请书/i;

/** Whether the units say most in paragraphs rather than in lists and tables. */
function isMostlyProse(units: readonly Unit[]): boolean {
  let prose = 0;
  let rest = 0;
  for (const { type, list, words } of units) {
    if (type === 'paragraph' && !list) prose += words;
    else if (type !== 'heading') rest += words;
  }
  return prose >= MOSTLY * (prose + rest);
}
