import type { LanguageId } from '../model.js';
import { asks, faqFor, isFaq, readersOf } from './bounds.js';
import type { Mark } from './marks.js';
import { findQuestions } from './questions.js';
import type { Unit } from './units.js';

/** So many questions with an answer make what stands under a heading an FAQ. */
const SOME = 2;

/**
 * The same marks, with those that only speak of questions made FAQs where questions follow, and else what they are without: a heading of the
 * author's own, or no mark at all. Of two FAQs the one that doesn't say for whom is for those whom the other leaves.
 */
export function settleFaqs(units: readonly Unit[], marks: readonly Mark[], language: LanguageId): readonly Mark[] {
  return divided(units, gathered(units, marks, language));
}

function gathered(units: readonly Unit[], marks: readonly Mark[], language: LanguageId): readonly Mark[] {
  if (!marks.some(({ gathers }) => gathers)) return withAudiences(units, marks);
  /** Level of the FAQ that the marks stand in: a heading in there only divides it. */
  let inside = Number.POSITIVE_INFINITY;
  /** Level of the headings in it that say for whom what follows is. */
  let halves = Number.POSITIVE_INFINITY;
  const settled = marks.flatMap((mark, n): Mark[] => {
    if (mark.level <= inside) inside = mark.ids.some(isFaq) ? mark.level : Number.POSITIVE_INFINITY;
    if (readersOf(mark.ids)) halves = mark.level;
    if (!mark.gathers) return [mark];
    if ((mark.level <= inside || mark.level === halves) && gathers(units, marks, n, language)) {
      inside = Math.min(inside, mark.level);
      return [{ ...mark, ids: [faqFor(mark.gathers.audience)] }];
    }
    return units[mark.unit]!.level > 0 ? [mark] : [];
  });
  return withAudiences(units, settled);
}

/** Whether answered questions stand under a mark, up to the next of its height that names something. */
function gathers(units: readonly Unit[], marks: readonly Mark[], n: number, language: LanguageId): boolean {
  const { unit, level } = marks[n]!;
  const ends = ({ level: other, gathers, ids }: Mark): boolean =>
    other <= level && (gathers !== null || ids.length > 0);
  let next = n + 1;
  while (next < marks.length && !ends(marks[next]!)) next++;
  const span = { from: unit + 1, to: marks[next]?.unit ?? units.length, audience: null, strict: false };
  return findQuestions(units, [], [span], language).filter(({ answered }) => answered).length >= SOME;
}

/** Of an FAQ in two, of which one half says for whom it is, the other half is for the others: "For clinics", "For the leadership team". */
function divided(units: readonly Unit[], marks: readonly Mark[]): readonly Mark[] {
  const n = marks.findIndex(({ ids }) => ids.includes('faq'));
  if (n === -1) return marks;
  const faq = marks[n]!;
  const inside = marks.slice(n + 1);
  const after = inside.findIndex(({ level }) => level <= Math.min(faq.level, 6));
  const end = inside[after]?.unit ?? units.length;
  const halves = inside.filter(({ unit, ids }) => unit < end && readersOf(ids) !== null);
  const [half] = halves;
  if (!half || halves.length > 1) return marks;
  const lines: number[] = [];
  for (let at = faq.unit + 1; at < end; at++) if (units[at]!.level === half.level && !asks(units[at]!)) lines.push(at);
  const other = lines.find((at) => at !== half.unit);
  if (other === undefined || lines.length !== 2) return marks;
  const ids = [faqFor(readersOf(half.ids) === 'internal' ? 'external' : 'internal')];
  const mark: Mark = { ...half, unit: other, ids, body: units[other]!.end, gathers: null };
  return [...marks.filter(({ unit }) => unit !== other), mark].sort((a, b) => a.unit - b.unit);
}

/** Two FAQs side by side are for those outside and those inside, in this order where neither says so. */
function withAudiences(units: readonly Unit[], marks: readonly Mark[]): readonly Mark[] {
  const faqs = marks.filter((mark) => mark.ids.some(isFaq) && mark.level <= 7);
  const [first, ...others] = faqs;
  const [second] = others;
  if (!first || !second || first.level !== second.level) return marks;
  // “Questions from product teams” above those from the leadership and from Security: for whom it is made, be it in the same house.
  if (first.gathers && !readersOf(first.ids) && others.every(({ ids }) => readersOf(ids) === 'internal'))
    return marks.map((mark) => (mark === first ? { ...mark, ids: [faqFor('external')] } : mark));
  if (others.length > 1) return marks;
  const audiences = [readersOf(first.ids), readersOf(second.ids)];
  if (audiences[0] && audiences[1]) return marks;
  // "FAQ" above "Internal FAQ" is for customers, "Maintainer FAQ" below "Customer FAQ" for those inside. In the other order it may be for all, and
  // so may a bold line above, since these have one level, unless it says for whom it is: "**자주 묻는 질문 (연구자용)**".
  const inOrder = (audiences[0] ?? 'external') === 'external' && (audiences[1] ?? 'internal') === 'internal';
  const beside = first.level <= 6 || audiences[0] !== null || /[(（]/.test(units[first.unit]!.plain);
  const oneSays = inOrder && audiences[0] !== audiences[1] && beside;
  if (!first.gathers && !second.gathers && !oneSays) return marks;
  const external = audiences[0] ? audiences[0] === 'external' : audiences[1] !== 'external';
  return marks.map((mark) => {
    if (mark !== first && mark !== second) return mark;
    return { ...mark, ids: [faqFor((mark === first) === external ? 'external' : 'internal')] };
  });
}
