import type { Language } from '../language.js';

export const weaselWords: Language['weaselWords'] = [];
