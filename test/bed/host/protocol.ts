import type { Failure } from '../outcome.js';

/**
 * What the tests inside an extension host tell the process that started VS Code. A line of console output is the only
 * channel that every kind of host has.
 */
export type HostEvent =
  | { readonly event: 'suite'; readonly title: string; readonly depth: number }
  | { readonly event: 'pass'; readonly title: string; readonly depth: number; readonly ms: number }
  | { readonly event: 'skip'; readonly title: string; readonly depth: number }
  | { readonly event: 'fail'; readonly title: string; readonly depth: number; readonly failure: Failure }
  | { readonly event: 'retry'; readonly failure: Failure }
  | { readonly event: 'note'; readonly text: string }
  | { readonly event: 'end' };

const mark = '@@prfaq-test ';

export function encode(event: HostEvent): string {
  return mark + JSON.stringify(event);
}

/** The event in a line of output, if there is one. */
export function decode(line: string): HostEvent | undefined {
  const start = line.indexOf(mark);
  return start < 0 ? undefined : (JSON.parse(line.slice(start + mark.length)) as HostEvent);
}

/** Has a figure that a test saw printed with its result. */
export function note(text: string): void {
  console.log(encode({ event: 'note', text }));
}
