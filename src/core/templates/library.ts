import { en } from './en.js';
import { ko } from './ko.js';
import type { TemplateLibrary } from './template.js';

/** What the built-in templates say. The extension loads it on demand; the command line and the library have it at hand. */
export const LIBRARY: TemplateLibrary = { en, ko };
