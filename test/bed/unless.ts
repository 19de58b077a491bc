/** `it` or `describe` where something isn't the case; where it is, the same skipped, with the reason in its title. */
export function unless<Callback>(
  reason: string,
  is: boolean,
  test: ((title: string, run: Callback) => unknown) & { skip(title: string, run: Callback): unknown },
): (title: string, run: Callback) => void {
  return (title, run) => {
    if (is) test.skip(`${title} (skipped: ${reason})`, run);
    else test(title, run);
  };
}
