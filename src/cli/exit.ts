/** What the process ends with. */
export enum Exit {
  Ok = 0,
  Findings = 1,
  /** Bad use, or a file that can't be read or written. */
  Trouble = 2,
}
