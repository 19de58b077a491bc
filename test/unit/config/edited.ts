import { addWord, type ConfigEdit } from '../../../src/core/config/edit.js';
import { problemTexts } from '../../../src/core/config/problems.js';

export const texts = problemTexts('en');

/** A config after an edit; where there is none to make, why. */
export function applied(text: string, result: ConfigEdit): string {
  if (result.type !== 'edit')
    return result.type === 'none' ? 'none' : `${text.slice(result.at.start, result.at.end)}: ${result.message}`;
  const { start, end, text: written } = result.edit;
  return text.slice(0, start) + written + text.slice(end);
}

/** A config to which an acronym is added. */
export const acronym = (text: string, word = 'DRI', json = false) =>
  applied(text, addWord(text, 'acronyms', word, { texts, json }));
