import type { LanguageId } from '../model.js';

/** Characters looked at: enough to be sure, little enough to cost nothing. */
export const SAMPLE = 1000;

/** Frequent short words that tell the Latin-script languages apart; `other` holds those of languages we have no data for. */
const FUNCTION_WORDS: Readonly<Record<'en' | 'de' | 'other', ReadonlySet<string>>> = {
  en: new Set(
    'the and of to is that for it with as on are this be by from we you our not have can what how'.split(' '),
  ),
  de: new Set(
    'der die und das ist nicht mit für auf ein eine den von zu dem sich auch werden wird wie oder sind einen wir bei'.split(
      ' ',
    ),
  ),
  other: new Set(
    'le la les des est une pour dans que el los las una por con para il di che è per non um uma não em do da het een van niet och att som på'.split(
      ' ',
    ),
  ),
};

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
    const c = sample.charCodeAt(i);
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

function latinLanguage(sample: string): LanguageId {
  const hits = { en: 0, de: 0, other: 0 };
  for (const word of sample.toLowerCase().split(/[\s.,:;!?()"]+/)) {
    if (word.length > 6) continue;
    if (FUNCTION_WORDS.en.has(word)) hits.en++;
    if (FUNCTION_WORDS.de.has(word)) hits.de++;
    if (FUNCTION_WORDS.other.has(word)) hits.other++;
  }
  if (hits.de > hits.en && hits.de >= hits.other) return 'de';
  return hits.other > hits.en * 1.5 && hits.other > 8 ? 'und' : 'en';
}
