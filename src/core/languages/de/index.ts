import type { Language } from '../language.js';
import { asking } from './asking.js';
import { cues } from './cues.js';
import { sections } from './sections.js';
import { words } from './words.js';

/** Titles, questions and quotations; the prose rules know no German yet. */
export const de: Language = {
  id: 'de',
  names: { en: 'German', ko: '독일어' },
  listIsInAppendix: 'Die Liste steht im Anhang.',
  functionWords:
    'der die und das ist nicht mit für auf ein eine den von zu dem sich auch werden wird wie oder sind einen wir bei',
  pressRelease: {
    title: 'Pressemitteilung',
    also: ['pressemitteilung*', '*pressemitteilung', 'presseerklärung', 'pressemeldung'],
  },
  faq: {
    title: 'FAQ',
    also: ['faqs', 'häufig gestellte fragen', 'häufige fragen', 'fragen und antworten', '*faq', 'faq*'],
  },
  audiences: {
    external: ['extern', 'externe', 'kunden', 'nutzer', 'mitglieder', 'öffentlich', 'anwender'],
    internal: ['intern', 'interne', 'stakeholder', 'technisch', 'technische', 'vorstand', 'team'],
  },
  topics: ['technisch', 'technische', 'team', 'vorstand'],
  questionMarks: ['f', 'frage', 'q'],
  answerMarks: ['a', 'antwort'],
  abbreviations: [
    'z.b',
    'z. b',
    'd.h',
    'u.a',
    'bzw',
    'ca',
    'evtl',
    'ggf',
    'inkl',
    'nr',
    'usw',
    'vgl',
    'zzgl',
    'str',
    'dr',
    'prof',
    'hr',
    'fr',
    'mio',
    'mrd',
    'abs',
    'art',
    'bspw',
    'o.ä',
    's',
    'e.v',
    'max',
    'min',
    'tel',
    'sog',
  ],
  placeholders: ['tbd', 'todo', 'offen', 'folgt noch', 'noch offen'],
  sections,
  cues,
  words,
  asking,
  hardQuestions: null,
  metrics: null,
};
