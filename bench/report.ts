/**
 * A figure with its budget, as a number that must not be larger (or smaller, where `atLeast`). A budget is a promise, and may not be kept
 * yet; `gate` is what no change may exceed: where things stand, with room for the mood of a machine.
 */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: number;
  readonly atLeast?: boolean;
  readonly gate?: number;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function isBroken({ value, budget, atLeast = false }: Figure): boolean {
  return budget !== undefined && (atLeast ? value < budget : value > budget);
}

export function tableOf(title: string, figures: readonly Figure[]): Table {
  return {
    title,
    columns: ['', 'measured', 'budget'],
    rows: figures.map((figure) => {
      const { what, value, unit, budget, atLeast } = figure;
      const limit = budget === undefined ? '' : `${atLeast ? '≥' : '≤'} ${budget}${unit}`;
      return [what, `${number(value)}${unit}`, isBroken(figure) ? `${limit}, broken` : limit];
    }),
  };
}

/** Three significant digits, with separators. */
export function number(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const [whole, rest] = value.toFixed(Math.min(digits, 2)).split('.');
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`;
}

/** A table in Markdown, its columns aligned so that it reads in a terminal too. */
export function markdown({ columns, rows }: Table): string {
  const widths = columns.map((name, n) => Math.max(name.length, ...rows.map((row) => row[n]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, n) => (n === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}
