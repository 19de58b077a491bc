/** The labels of a document's link definitions, `[label]: address`, as `referenceKey` gives them. */
export type References = ReadonlySet<string>;

export const NO_REFERENCES: References = new Set();

/** A label as it is compared: CommonMark folds its case and white space. */
export function referenceKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
