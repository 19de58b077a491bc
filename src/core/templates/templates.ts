import { BUILT_IN_KINDS, type KindDefinition, type SectionDefinition, type VariantDefinition } from '../kinds/index.js';
import type { Language } from '../languages/index.js';
import { type SectionText, TEMPLATE_IDS, type TemplateId, type TemplateTexts } from './template.js';

/** A document to start from. The built-in ones are made here; a team's own have the same shape. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Behind the name of a file made from it: `.prfaq.md`. */
  readonly suffix: string;
  /** The kind that it is a document of, where it says so. */
  readonly kind?: string;
  /** The document as Markdown, with `[placeholders]` and with coaching in comments. */
  readonly text: () => string;
}

/** The kind that a template is a document of, with its variant; the others are of no kind. */
const KINDS: Readonly<Partial<Record<TemplateId, readonly [kind: string, variant: string | null]>>> = {
  prfaq: ['prfaq', null],
  'six-pager-proposal': ['six-pager', 'proposal'],
  'six-pager-operating-plan': ['six-pager', 'operating-plan'],
};

/**
 * The built-in templates in a language, in the order in which they are offered, with the sections that the kinds have; `names` is what
 * the language calls sections.
 */
export function builtInTemplates(
  texts: TemplateTexts,
  names: Language,
  kinds: readonly KindDefinition[] = BUILT_IN_KINDS,
): Template[] {
  return TEMPLATE_IDS.map((id) => {
    const { title, description } = texts.templates[id];
    const [kind] = KINDS[id] ?? [];
    const suffix = kind === undefined ? '.md' : `.${kind}.md`;
    return { id, title, description, suffix, text: () => compose(id, texts, names, kinds) };
  });
}

/** A template for each kind of a team's own that none of its templates is of. */
export function templatesOfKinds(
  kinds: readonly KindDefinition[],
  known: readonly Template[],
  texts: TemplateTexts,
  names: Language,
): Template[] {
  const isKnown = (id: string): boolean =>
    BUILT_IN_KINDS.some((kind) => kind.id === id) || known.some((one) => one.kind === id || one.id === id);
  return kinds
    .filter(({ id }) => !isKnown(id))
    .map(({ id, files, variants: [variant] }) => ({
      id,
      title: titleOf(id),
      description: variant!.sections.map((section) => sectionTitle(section, names)).join(' · '),
      suffix: suffixOf(files),
      kind: id,
      text: () =>
        [`---\ntype: ${id}\n---\n\n# [${titleOf(id)}]\n`, ...sections(variant!, texts, names)]
          .join('\n')
          .trimEnd()
          .concat('\n'),
    }));
}

/** What stands behind the name of a file of a kind, by the first of its globs that says it: `*.memo.md`. */
export function suffixOf(files: readonly string[]): string {
  return files.flatMap((glob) => /^\*(\.[\w.-]+)$/.exec(glob)?.[1] ?? [])[0] ?? '.md';
}

/** `decision-memo` as “Decision memo”. */
export function titleOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : words[0]!.toUpperCase() + words.slice(1);
}

function compose(id: TemplateId, texts: TemplateTexts, names: Language, kinds: readonly KindDefinition[]): string {
  const { heading, own = [], instead, questions } = texts.templates[id];
  const [kindId, variantId] = KINDS[id] ?? [];
  const kind = kinds.find((one) => one.id === kindId);
  const variant = kind?.variants.find((one) => one.id === variantId) ?? kind?.variants[0];
  const out = kind ? ['---', `type: ${kind.id}`, '---', ''] : [];
  if (heading !== undefined) out.push(`# ${heading}`, '');
  for (const { title, ...section } of own) out.push(`## ${title}`, '', ...body(section, texts));
  if (variant) out.push(...sections(variant, texts, names, instead, questions));
  return `${out.join('\n').trimEnd()}\n`;
}

function sections(
  variant: VariantDefinition,
  texts: TemplateTexts,
  names: Language,
  instead: Readonly<Record<string, SectionText>> = {},
  questions?: readonly string[],
): string[] {
  const out: string[] = [];
  let inRelease = false;
  for (const section of variant.sections) {
    const { id, part } = section;
    // The dateline stands in the summary's first line.
    if (id === 'dateline') continue;
    const title = sectionTitle(section, names);
    const known = instead[id] ?? sectionText(id, texts, 2, questions) ?? { coaching: '', text: `[${title}]` };
    const text = { ...known, coaching: section.coaching?.[names.id] ?? section.coaching?.en ?? known.coaching };
    if (id === 'headline') out.push(...coaching(text, texts), `# ${text.text}`, '');
    else if (id === 'subheading') {
      out.push(...body(text, texts), `## ${names.pressRelease.title}`, '');
      inRelease = true;
    } else out.push(`${inRelease && part === 'press-release' ? '###' : '##'} ${title}`, '', ...body(text, texts));
  }
  return out;
}

function sectionTitle({ id, titles }: SectionDefinition, names: Language): string {
  return titles?.[names.id]?.[0] ?? names.sections[id]?.title ?? titles?.en?.[0] ?? titleOf(id);
}

function body(text: SectionText, texts: TemplateTexts): string[] {
  return [...coaching(text, texts), ...(text.text === '' ? [] : [text.text, ''])];
}

function coaching({ coaching: sentence }: SectionText, texts: TemplateTexts): string[] {
  return sentence === '' ? [] : [coachingComment(sentence, texts), ''];
}

/** What a team says of a section could end the comment. */
export function coachingComment(sentence: string, texts: TemplateTexts): string {
  return `<!-- ${texts.coaching}: ${sentence.replaceAll('--', '–').replace(/\s+/g, ' ')} -->`;
}

/**
 * The text to start a section from, with its coaching; null for a section that no template knows. An FAQ comes with questions, as
 * headings below the section's own `level`.
 */
function sectionText(
  id: string,
  texts: TemplateTexts,
  level: number,
  questions: readonly string[] = [texts.question.text],
): SectionText | null {
  const found = texts.sections[id];
  const asked =
    id === 'external-faq'
      ? texts.questions.external
      : id === 'internal-faq'
        ? texts.questions.internal.map(({ text }) => text)
        : id === 'faq'
          ? questions
          : null;
  if (!found || !asked) return found ?? null;
  const mark = '#'.repeat(Math.min(6, level + 1));
  return { ...found, text: asked.map((question) => `${mark} ${question}\n\n${texts.question.answer}`).join('\n\n') };
}

/** Sections written before, by the texts they are of and all else they depend on: a check writes the same few again and again. */
const written = new WeakMap<TemplateTexts, Map<string, string>>();

/**
 * A section as Markdown: heading of `level`, coaching and text. Headline, subheading and dateline are their own heading. One that only a
 * team knows has a heading, and what the team says in `ofTeam`, which goes before the templates' own coaching.
 */
export function sectionMarkdown(
  id: string,
  title: string,
  level: number,
  texts: TemplateTexts,
  ofTeam?: string,
): string {
  let sections = written.get(texts);
  if (!sections) {
    sections = new Map();
    written.set(texts, sections);
  }
  const key = [id, title, level, ofTeam].join('\n');
  let markdown = sections.get(key);
  if (markdown === undefined) {
    markdown = writeSection(id, title, level, texts, ofTeam);
    sections.set(key, markdown);
  }
  return markdown;
}

function writeSection(id: string, title: string, level: number, texts: TemplateTexts, ofTeam?: string): string {
  const known = sectionText(id, texts, level);
  if (!known && ofTeam === undefined) return `${'#'.repeat(level)} ${title}`;
  const text = known?.text ?? '';
  if (id === 'headline') return `# ${text}`;
  if (id === 'subheading' || id === 'dateline') return text;
  const said = { text, coaching: ofTeam ?? known?.coaching ?? '' };
  return [`${'#'.repeat(level)} ${title}`, '', ...body(said, texts)].join('\n').trimEnd();
}
