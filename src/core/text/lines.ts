import { codeAt } from './characters.js';

/**
 * Start offsets of the lines of a text. A line ends at `\r\n`, `\n` or a lone `\r`, as in VS Code and markdown-it, so a line
 * number means the same in all three.
 */
export class Lines {
  /** The line break to write: that of Windows where the text has any. */
  readonly eol: '\n' | '\r\n';
  readonly #starts: number[];

  constructor(readonly text: string) {
    const starts = [0];
    const hasReturns = text.includes('\r');
    this.eol = hasReturns && text.includes('\r\n') ? '\r\n' : '\n';
    if (hasReturns) {
      for (let i = 0; i < text.length; i++) {
        const c = codeAt(text, i);
        if (c === 10 || (c === 13 && codeAt(text, i + 1) !== 10)) starts.push(i + 1);
      }
    } else {
      for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    }
    this.#starts = starts;
  }

  /** Number of lines; a text that ends with a line break has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a 0-based line; the end of the text for a line past the last. */
  start(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.text.length;
  }

  /** Offset of a 0-based line's end, before its line break. */
  end(line: number): number {
    let end = line + 1 < this.#starts.length ? this.start(line + 1) : this.text.length;
    if (line + 1 < this.#starts.length) {
      end--;
      if (codeAt(this.text, end) === 10 && codeAt(this.text, end - 1) === 13 && end - 1 >= this.start(line)) end--;
    }
    return end;
  }

  /** A 0-based line without its line break. */
  slice(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  /** The 0-based line that an offset stands in. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** 0-based line and UTF-16 column of an offset, which is clamped to the text. */
  position(offset: number): { line: number; character: number } {
    const at = Math.min(Math.max(0, offset), this.text.length);
    const line = this.lineAt(at);
    return { line, character: at - this.start(line) };
  }
}
