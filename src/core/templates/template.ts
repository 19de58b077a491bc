/** What a language says to someone who starts a document: one file a language, the source of templates, snippets and insertions. */
export interface TemplateTexts {
  /**
   * By section id: one sentence of coaching, which the preview hides, and the text to start from. `[Square brackets]` hold what the
   * author fills in; they become the stops of a snippet.
   */
  readonly sections: Readonly<Record<string, SectionText>>;
  readonly question: SectionText;
  /** Questions to start an FAQ with, by section id. */
  readonly questions: Readonly<Record<'external-faq' | 'internal-faq', readonly string[]>>;
  /** An answer still to be written. */
  readonly answer: string;
  readonly templates: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
}

export interface SectionText {
  readonly coaching: string;
  readonly text: string;
}
