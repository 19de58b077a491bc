import * as vscode from 'vscode';
import type { languageOf } from '../../core/languages/index.js';
import type { messagesFor } from '../../core/messages/index.js';
import type { unaskedQuestions } from '../../core/rules/hard-questions.js';
import type { findCoaching } from '../../core/templates/coaching.js';
import type { sectionFor, teamCoaching } from '../../core/templates/insert.js';
import type { writeQuestions } from '../../core/templates/questions.js';
import type { Documents } from '../documents.js';
import { CoachingLeaves } from './coaching.js';
import { CodeActions } from './code-actions.js';
import { Completion } from './completion.js';
import { Folding } from './folding.js';
import { Hovers } from './hover.js';
import { PinActions } from './pin-section.js';

/** What the bundle `writing` borrows: the documents, and what the engine has anyway. */
export interface Lent {
  readonly documents: Documents;
  readonly extensionUri: vscode.Uri;
  readonly languageOf: typeof languageOf;
  readonly messagesFor: typeof messagesFor;
  readonly unaskedQuestions: typeof unaskedQuestions;
  readonly sectionFor: typeof sectionFor;
  readonly teamCoaching: typeof teamCoaching;
  readonly writeQuestions: typeof writeQuestions;
  readonly findCoaching: typeof findCoaching;
}

/** Starts what helps while one writes. */
export function startWriting(lent: Lent): vscode.Disposable {
  const { documents, findCoaching } = lent;
  return vscode.Disposable.from(
    new CodeActions(lent),
    new CoachingLeaves(findCoaching),
    new Completion(lent),
    new Folding(documents),
    new Hovers(documents, lent.teamCoaching),
    new PinActions(documents, lent.messagesFor),
  );
}

export { WHY } from '../../core/rules/why.js';
export { LIBRARY } from '../../core/templates/library.js';
export { applyFix, fixAllCommand } from './code-actions.js';
export { insertSectionCommand } from './insert-section.js';
export { newDocument } from './new-document.js';
export { pinSectionCommand } from './pin-section.js';
