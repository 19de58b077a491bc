import { stringify } from 'yaml';
import { overlay, type RuleInput } from './input.js';
import type { KindInput, SectionInput } from './kinds.js';
import type { TeamValues } from './team.js';

type Rules = Readonly<Record<string, RuleInput>>;
type Avoided = NonNullable<NonNullable<TeamValues['vocabulary']>['avoid']>[number];

/** What several layers of a config say, as one that extends nothing: the first at the bottom. Templates and snippets are files. */
export function flatten(layers: readonly TeamValues[]): TeamValues {
  const vocabulary = layers.map((layer) => layer.vocabulary ?? {});
  const allow = unique(vocabulary.flatMap((one) => one.allow ?? []));
  const acronyms = unique(vocabulary.flatMap((one) => one.acronyms ?? []));
  const avoid = [...new Map(vocabulary.flatMap((one) => one.avoid ?? []).map((one) => [nameOf(one), one])).values()];
  const kinds = layers.flatMap((layer) => layer.kinds ?? []).reduce(withKind, []);
  const files: Record<string, NonNullable<TeamValues['files']>[string]> = {};
  for (const [glob, value] of layers.flatMap((layer) => Object.entries(layer.files ?? {}))) {
    // Their order counts, so one that stands there already stands there once more, spelled otherwise.
    let name = glob;
    while (Object.hasOwn(files, name)) name = name.includes('/') ? `/${name.replace(/^\.\//, '')}` : `**/${name}`;
    files[name] = value;
  }
  const rules = layers.reduce<Rules>((below, layer) => over(below, layer.rules), {});
  const page = Object.assign({}, ...layers.map((layer) => layer.page));
  const words = { ...filled({ allow }), ...filled({ acronyms }), ...filled({ avoid }) };
  return {
    ...filled({ kinds }),
    ...filled({ files }),
    ...filled({ rules }),
    ...filled({ vocabulary: words }),
    ...filled({ page }),
  };
}

/** A config as YAML, below a comment; where it says nothing, a comment shows what it could say. */
export function writeConfig(values: TeamValues, comment: string): string {
  const said = Object.keys(values).length > 0;
  const body = said ? stringify(values, { lineWidth: 0, aliasDuplicateObjects: false }) : NOTHING_SAID;
  return `# ${comment}\n\n${body}`;
}

const NOTHING_SAID = `# rules:
#   sentence-length: { max: 25 }
#   weasel-word: warning
# vocabulary:
#   allow: [robust]
#   acronyms: [QBR]
`;

function over(below: Rules | undefined, above: Rules | undefined): Rules {
  return overlay({ rules: below ?? {} }, { rules: above ?? {} }).rules!;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function nameOf(avoided: Avoided): string {
  if (typeof avoided === 'string') return `phrase ${avoided.toLowerCase()}`;
  return avoided.phrase === undefined ? `pattern ${avoided.pattern}` : `phrase ${avoided.phrase.toLowerCase()}`;
}

/** The kinds with one more, or with one of them changed. */
function withKind(kinds: readonly KindInput[], input: KindInput): KindInput[] {
  const below = kinds.find(({ id }) => id === input.id);
  if (!below) return [...kinds, input];
  const { pages, questions, sections, variants } = input;
  const merged: KindInput = {
    ...below,
    ...input,
    ...((pages || below.pages) && { pages: { ...below.pages, ...pages } }),
    ...((questions || below.questions) && { questions: { ...below.questions, ...questions } }),
    // New variants stand in place of those below, with their sections.
    ...(!variants && sections && below.sections && { sections: withSections(below.sections, sections) }),
  };
  return kinds.map((kind) => (kind === below ? merged : kind));
}

function withSections(below: readonly SectionInput[], above: readonly SectionInput[]): SectionInput[] {
  const sections = [...below];
  for (const [n, section] of above.entries()) {
    const at = sections.findIndex(({ id }) => id === section.id);
    const before = sections.findIndex(({ id }) => id === above[n - 1]?.id);
    if (at !== -1) sections[at] = { ...sections[at]!, ...section };
    else sections.splice(before === -1 ? sections.length : before + 1, 0, section);
  }
  return sections;
}

/** An object without what holds nothing. */
function filled<T extends object>(one: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => Object.keys(value).length > 0));
}
