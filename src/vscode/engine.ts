/**
 * The bundle `engine`, loaded with the first Markdown document: what reads it, and what only makes sense for one that was read. Other
 * bundles borrow of the engine from here.
 */
export { Checker } from '../core/check.js';
export { LANGUAGES, languageOf } from '../core/languages/index.js';
export { messagesFor } from '../core/messages/index.js';
export { keepsBlocks, Mover } from '../core/outline/move.js';
export { fileReport, outlineReport } from '../core/report.js';
export { unaskedQuestions } from '../core/rules/hard-questions.js';
export { RULES } from '../core/rules/index.js';
export { findCoaching, mayCoach } from '../core/templates/coaching.js';
export { insertion, sectionFor, teamCoaching } from '../core/templates/insert.js';
export { writeQuestions } from '../core/templates/questions.js';
export { optionsFor } from './options.js';
