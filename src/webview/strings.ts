import type { Phase } from '../core/meeting/state.js';
import type { NoteKind } from '../core/notes/model.js';

/**
 * What the page says itself, in the editor's language (`src/vscode/preview/strings.ts`). In those that take something, `{0}` and so on
 * stand for it, as told here.
 */
export interface PageStrings extends Record<NoteKind, string>, Record<Phase, string> {
  /** The page, the number of pages without appendix. */
  readonly page: string;
  /** The page of the appendix. */
  readonly appendixPage: string;
  /** How many. */
  readonly findings: string;
  readonly limit: string;

  readonly toolbar: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly actualSize: string;
  readonly fitWidth: string;
  readonly twoPages: string;
  readonly lineNumbers: string;
  readonly darkPaper: string;
  readonly showFindings: string;
  readonly export: string;

  readonly note: string;
  readonly notes: string;
  readonly addNote: string;
  readonly writeNote: string;
  readonly kind: string;
  readonly save: string;
  readonly cancel: string;
  readonly edit: string;
  readonly remove: string;
  readonly resolve: string;
  readonly reopen: string;
  readonly resolved: string;
  readonly answeredLater: string;
  readonly answeredLaterQuestion: string;
  /** The page. */
  readonly answeredOnPage: string;
  readonly you: string;
  /** The line. */
  readonly line: string;
  readonly unplaced: string;

  readonly phases: string;
  /** Minutes. */
  readonly minutesLeft: string;
  readonly secondsLeft: string;
  readonly minutesOver: string;
  readonly timeIsUp: string;
  readonly readingIsOver: string;
  readonly paused: string;
  readonly pause: string;
  readonly resume: string;
  readonly extend: string;
  readonly hideClock: string;
  readonly showClock: string;
  readonly clock: string;
  /** Pages read, pages. */
  readonly pagesRead: string;
  readonly pace: string;
  readonly next: string;
  readonly nextPage: string;
  readonly previousPage: string;
  readonly endMeeting: string;
  readonly record: string;

  readonly feedbackHint: string;
  readonly addFeedback: string;
  readonly decisionsTitle: string;
  readonly actionsTitle: string;
  readonly addDecision: string;
  readonly addAction: string;
  readonly decision: string;
  readonly action: string;
  readonly who: string;
  readonly owner: string;
  readonly due: string;
}
