import type { Block, LanguageId, Prose } from '../model.js';
import { codeAt, Sign } from '../text/characters.js';
import { runsOf } from '../text/reading.js';
import { LANGUAGES } from './index.js';

/** Characters looked at: enough to be sure, little enough to cost nothing. */
const SAMPLE = 1000;

/** Those of languages that we have no data for. */
const OTHER =
  'le la les des est une pour dans que el los las una por con para il di che è per non um uma não em do da het een van niet och att som på';

/** By the code of a word (see `Runs`) those of `TELLING` that it is a frequent word of; the low bits of a code tell that it may be one. */
let functionWords: ReturnType<typeof readFunctionWords> | undefined;
const TABLE = 4095;

/** Languages with frequent words of their own, and behind them all others. */
const TELLING: readonly { id: LanguageId; words: string }[] = [
  ...LANGUAGES.map(({ id, functionWords: words = '' }) => ({ id, words })),
  { id: 'und', words: OTHER },
];

function readFunctionWords(): { byCode: ReadonlyMap<number, readonly number[]>; maybe: Uint8Array } {
  const byCode = new Map<number, number[]>();
  const maybe = new Uint8Array(TABLE + 1);
  for (const [n, { words }] of TELLING.entries()) {
    for (const code of runsOf(words).codes) {
      byCode.set(code, [...(byCode.get(code) ?? []), n]);
      maybe[code & TABLE] = 1;
    }
  }
  return { byCode, maybe };
}

/**
 * The language most of `text` is written in. Code is no evidence, which is why the caller passes prose.
 * Latin script that is none of ours gives `und`: the prose rules stay silent there.
 */
export function detectLanguage(text: string): LanguageId {
  const sample = text.slice(0, SAMPLE);
  return easternLanguage(sample) ?? (latinLetters(sample) < ENOUGH ? 'en' : latinLanguage([{ runs: runsOf(sample) }]));
}

/** The same of a document's paragraphs and headings: what is known of their words needn't be found out again. */
export function detectBlocks(blocks: readonly Block[]): LanguageId {
  const sample: Prose[] = [];
  let left = SAMPLE;
  let eastern = false;
  let latin = 0;
  for (const { type, prose } of blocks) {
    if (left <= 0) break;
    if (type !== 'paragraph' && type !== 'heading') continue;
    sample.push(prose);
    left -= lengthOf(prose.text) + 1;
    eastern ||= (prose.signs & Sign.Eastern) !== 0;
    if (latin < ENOUGH) latin += latinLetters(prose.text);
  }
  const found = eastern
    ? easternLanguage(
        sample
          .map(({ text }) => text)
          .join('\n')
          .replaceAll('\r', '')
          .slice(0, SAMPLE),
      )
    : null;
  if (found) return found;
  return latin < ENOUGH ? 'en' : latinLanguage(sample);
}

/** The language of a text of which much is in a script of the East. */
function easternLanguage(sample: string): LanguageId | null {
  if (!/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(sample)) return null;
  let latin = 0;
  let hangul = 0;
  let kana = 0;
  let han = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = codeAt(sample, i);
    if (isLatin(c)) latin++;
    else if (c >= 0xac00 && c <= 0xd7a3) hangul++;
    else if (c >= 0x3040 && c <= 0x30ff) kana++;
    else if (c >= 0x4e00 && c <= 0x9fff) han++;
  }
  // A syllable or ideograph says about as much as two to three Latin letters, and these texts are full of Latin names.
  if ((hangul + kana + han) * 3 <= latin) return null;
  if (hangul >= kana + han) return 'ko';
  return kana * 8 > han ? 'ja' : 'zh';
}

function isLatin(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c < 0x250);
}

/** Latin letters that say something of a language. */
const ENOUGH = 20;

/** The number of Latin letters, as far as it matters. */
function latinLetters(text: string): number {
  let latin = 0;
  for (let i = 0; i < text.length && latin < ENOUGH; i++) if (isLatin(codeAt(text, i))) latin++;
  return latin;
}

/** The same wherever lines end in `\r\n`. */
function lengthOf(text: string): number {
  return text.includes('\r') ? text.replaceAll('\r', '').length : text.length;
}

/** The language of the words of texts. */
function latinLanguage(texts: readonly Pick<Prose, 'runs'>[]): LanguageId {
  functionWords ??= readFunctionWords();
  const { byCode, maybe } = functionWords;
  const hits = TELLING.map(() => 0);
  for (const { runs } of texts) {
    for (const code of runs.codes) {
      const languages = maybe[code & TABLE] === 1 ? byCode.get(code) : undefined;
      if (languages) for (const language of languages) hits[language]!++;
    }
  }
  const of = (id: LanguageId): number => hits[TELLING.findIndex((one) => one.id === id)]!;
  // Names and terms are English everywhere, so another language has to say more, and one that is not ours much more.
  const ours = LANGUAGES.reduce<LanguageId>((best, { id }) => (of(id) > of(best) ? id : best), 'en');
  if (ours !== 'en' && of(ours) >= of('und')) return ours;
  return of('und') > of('en') * 1.5 && of('und') > 8 ? 'und' : 'en';
}
