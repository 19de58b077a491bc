import type { LanguageId } from '../model.js';
import { codeAt } from '../text/characters.js';
import { runsOf } from '../text/reading.js';
import { LANGUAGES } from './index.js';

/** Characters looked at: enough to be sure, little enough to cost nothing. */
export const SAMPLE = 1000;

/** Those of languages that we have no data for. */
const OTHER =
  'le la les des est une pour dans que el los las una por con para il di che è per non um uma não em do da het een van niet och att som på';

/** By the code of a word the languages that it is a frequent word of; see `Runs`. */
let functionWords: ReadonlyMap<number, readonly LanguageId[]> | undefined;

function readFunctionWords(): ReadonlyMap<number, readonly LanguageId[]> {
  const byCode = new Map<number, LanguageId[]>();
  const lists: [LanguageId, string | undefined][] = LANGUAGES.map((one) => [one.id, one.functionWords]);
  for (const [id, words] of [...lists, ['und', OTHER] as const]) {
    for (const code of words ? runsOf(words).codes : []) byCode.set(code, [...(byCode.get(code) ?? []), id]);
  }
  return byCode;
}

/**
 * The language most of `text` is written in. Code is no evidence, which is why the caller passes prose.
 * Latin script that is none of ours gives `und`: the prose rules stay silent there.
 */
export function detectLanguage(text: string): LanguageId {
  const sample = text.slice(0, SAMPLE);
  let latin = 0;
  let hangul = 0;
  let kana = 0;
  let han = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = codeAt(sample, i);
    if (c < 0x250) {
      if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c >= 0xc0) latin++;
    } else if (c >= 0xac00 && c <= 0xd7a3) hangul++;
    else if (c >= 0x3040 && c <= 0x30ff) kana++;
    else if (c >= 0x4e00 && c <= 0x9fff) han++;
  }
  // A syllable or ideograph says about as much as two to three Latin letters, and these texts are full of Latin names.
  const east = hangul + kana + han;
  if (east * 3 > latin) {
    if (hangul >= kana + han) return 'ko';
    return kana * 8 > han ? 'ja' : 'zh';
  }
  return latin < 20 ? 'en' : latinLanguage(sample);
}

const NONE: readonly LanguageId[] = [];

function latinLanguage(sample: string): LanguageId {
  functionWords ??= readFunctionWords();
  const hits = new Map<LanguageId, number>();
  for (const code of runsOf(sample).codes)
    for (const id of functionWords.get(code) ?? NONE) hits.set(id, (hits.get(id) ?? 0) + 1);
  const of = (id: LanguageId): number => hits.get(id) ?? 0;
  // Names and terms are English everywhere, so another language has to say more, and one that is not ours much more.
  const ours = LANGUAGES.reduce<LanguageId>((best, { id }) => (of(id) > of(best) ? id : best), 'en');
  if (ours !== 'en' && of(ours) >= of('und')) return ours;
  return of('und') > of('en') * 1.5 && of('und') > 8 ? 'und' : 'en';
}
