import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF that Chromium has printed, without white space, in the order in which it was painted. Reads what Chromium
 * writes (objects in plain sight, streams deflated, two-byte glyphs with a table to Unicode), and not any PDF.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const fonts = new Map<number, ReadonlyMap<string, string>>();
  const fontAt = (id: number): ReadonlyMap<string, string> => {
    const known = fonts.get(id) ?? readUnicodes(streamOf(objects, reference(objects.get(id)?.head ?? '', 'ToUnicode')));
    fonts.set(id, known);
    return known;
  };
  return pagesInOrder(objects).map((page) => {
    const names = /\/Font\s*<<([\s\S]*?)>>/.exec(page)?.[1] ?? '';
    const own = new Map([...names.matchAll(/\/(\S+)\s+(\d+) 0 R/g)].map(([, name, id]) => [name!, Number(id)]));
    const content = streamOf(objects, reference(page, 'Contents'));
    let text = '';
    let unicodes: ReadonlyMap<string, string> = new Map();
    for (const [, font, hex] of content.matchAll(/\/(\S+)\s+[\d.]+\s+Tf|<([\dA-Fa-f]+)>/g)) {
      if (font !== undefined) unicodes = fontAt(own.get(font) ?? -1);
      else text += hex!.replace(/.{4}/g, (glyph) => unicodes.get(glyph.toUpperCase()) ?? '');
    }
    return text.replace(/\s+/g, '');
  });
}

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

type Objects = ReadonlyMap<number, PdfObject>;

function readObjects(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const { index, 0: start, 1: id } of text.matchAll(/(?<=^|\n)(\d+) 0 obj\r?\n?/g)) {
    const from = index + start.length;
    const stream = /^[\s\S]*?(?:stream\r?\n|endobj)/.exec(text.slice(from))![0];
    const length = Number(/\/Length (\d+)/.exec(stream)?.[1] ?? 0);
    const at = from + stream.length;
    objects.set(Number(id), {
      head: stream,
      stream: stream.endsWith('endobj') ? null : inflated(pdf.subarray(at, at + length)),
    });
  }
  return objects;
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes);
  } catch {
    return bytes;
  }
}

function pagesInOrder(objects: Objects): string[] {
  const inTree = (id: number): string[] => {
    const head = objects.get(id)?.head ?? '';
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(head)?.[1];
    return kids === undefined ? [head] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => inTree(Number(kid)));
  };
  const catalog = [...objects.values()].find(({ head }) => /\/Type\s*\/Catalog/.test(head))!;
  return inTree(reference(catalog.head, 'Pages'));
}

function reference(head: string, key: string): number {
  return Number(new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(head)?.[1] ?? -1);
}

function streamOf(objects: Objects, id: number): string {
  return objects.get(id)?.stream?.toString('latin1') ?? '';
}

/** Which text each glyph stands for, by the hexadecimal number of the glyph. */
function readUnicodes(cmap: string): ReadonlyMap<string, string> {
  const unicodes = new Map<string, string>();
  const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, body] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, text] of body!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      unicodes.set(glyph!.toUpperCase(), textOf(text!));
  for (const [, body] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, last, text] of body!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let n = 0; n <= Number.parseInt(last!, 16) - Number.parseInt(first!, 16); n++) {
        const glyph = (Number.parseInt(first!, 16) + n).toString(16).toUpperCase().padStart(4, '0');
        unicodes.set(glyph, String.fromCharCode(Number.parseInt(text!, 16) + n));
      }
  return unicodes;
}
