/**
 * Writes src/core/layout/carlito.ts: the advance widths of the font that the preview ships, so that the engine breaks lines
 * as the browser does. `npx tsx scripts/carlito-widths.ts [--check]`; with `--check` it only says whether the file is fresh.
 *
 * The widths come from the very files that the build copies to dist/fonts, read here as WOFF2 (https://www.w3.org/TR/WOFF2/)
 * with four tables of OpenType: head, hhea, hmtx and cmap.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const ROOT = new URL('..', import.meta.url);
const TARGET = new URL('src/core/layout/carlito.ts', ROOT);

/** In the order of the style bits of `layout/styled.ts`: bold is 1, italic is 2. */
const FACES = ['400-normal', '700-normal', '400-italic', '700-italic'] as const;

/** Tags that WOFF2 knows by number (section 4.1); 63 means that the tag is spelled out. */
const KNOWN_TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'.match(
    /.{4}(?= |$)/g,
  ) as readonly string[];

/** The tables of a WOFF2 file by tag, as they stand in the decompressed stream. */
function readTables(file: Buffer): Map<string, { data: Buffer; transformed: boolean }> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  let at = 48;
  const base128 = (): number => {
    for (let value = 0; ; ) {
      const byte = file[at++] as number;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };

  const directory: { tag: string; length: number; transformed: boolean }[] = [];
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file[at++] as number;
    let tag = KNOWN_TAGS[flags & 63];
    if (tag === undefined) {
      tag = file.toString('latin1', at, at + 4);
      at += 4;
    }
    // glyf and loca are transformed by version 0 and plain by version 3; all others are plain by version 0.
    const outline = tag === 'glyf' || tag === 'loca';
    const transformed = outline ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const original = base128();
    directory.push({ tag, length: transformed ? base128() : original, transformed });
  }

  const stream = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const tables = new Map<string, { data: Buffer; transformed: boolean }>();
  let start = 0;
  for (const { tag, length, transformed } of directory) {
    tables.set(tag, { data: stream.subarray(start, start + length), transformed });
    start += length;
  }
  return tables;
}

/** Glyph numbers by code point, from the font's Unicode subtable of format 4 (the Latin subset has nothing beyond the BMP). */
function readCmap(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const sub = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    if (sub.readUInt16BE(0) !== 4) continue;
    const segments = sub.readUInt16BE(6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = sub.readUInt16BE(14 + s * 2);
      const start = sub.readUInt16BE(16 + (segments + s) * 2);
      const delta = sub.readUInt16BE(16 + (2 * segments + s) * 2);
      const rangeAt = 16 + (3 * segments + s) * 2;
      const range = sub.readUInt16BE(rangeAt);
      for (let code = start; code <= end && code !== 0xffff; code++) {
        const raw = range === 0 ? code : sub.readUInt16BE(rangeAt + range + (code - start) * 2);
        const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
        if (glyph !== 0) glyphs.set(code, glyph);
      }
    }
  }
  return glyphs;
}

/** Advance widths by code point, in font units, and the number of units in an em. */
async function readFace(face: string): Promise<{ unitsPerEm: number; widths: Map<number, number> }> {
  const tables = readTables(
    await readFile(new URL(`node_modules/@fontsource/carlito/files/carlito-latin-${face}.woff2`, ROOT)),
  );
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`carlito-${face} has no table ${tag}`);
    return found;
  };
  const hmtx = table('hmtx');
  const metrics = table('hhea').data.readUInt16BE(34);
  const advance = (glyph: number): number => {
    const index = Math.min(glyph, metrics - 1);
    // A transformed hmtx is a byte of flags and then the advances alone; a plain one pairs each with a side bearing.
    return hmtx.transformed ? hmtx.data.readUInt16BE(1 + index * 2) : hmtx.data.readUInt16BE(index * 4);
  };
  const widths = new Map<number, number>();
  for (const [code, glyph] of readCmap(table('cmap').data)) if (code >= 0x20) widths.set(code, advance(glyph));
  return { unitsPerEm: table('head').data.readUInt16BE(18), widths };
}

/** The module's text: a line for each stretch of consecutive code points in each face. */
function render(faces: { unitsPerEm: number; widths: Map<number, number> }[]): string {
  const [first] = faces;
  if (first === undefined) throw new Error('no face');
  const rows: string[] = [];
  for (const [face, { unitsPerEm, widths }] of faces.entries()) {
    if (unitsPerEm !== first.unitsPerEm) throw new Error('the faces differ in units per em');
    let last = Number.NaN;
    for (const code of [...widths.keys()].sort((a, b) => a - b)) {
      if (code === last + 1) rows.push(`${rows.pop()} ${widths.get(code)}`);
      else rows.push(`${face} ${code.toString(16)} ${widths.get(code)}`);
      last = code;
    }
  }
  return `// Generated by scripts/carlito-widths.ts from @fontsource/carlito. Do not edit.

/** Font units in an em: a width of ${first.unitsPerEm} is as wide as the type is high. */
export const UNITS_PER_EM = ${first.unitsPerEm};

/**
 * Advance widths of the shipped subset of Carlito in font units, ${first.widths.size} characters. Each line is a stretch of consecutive
 * code points: the face (regular, bold, italic, bold italic: 0 to 3), the first code point in hexadecimal, the widths.
 */
export const ADVANCES = \`
${rows.join('\n')}
\`;
`;
}

const wanted = render(await Promise.all(FACES.map(readFace)));
const name = fileURLToPath(TARGET);
if (process.argv.includes('--check')) {
  const fresh = (await readFile(TARGET, 'utf8').catch(() => '')) === wanted;
  console.log(
    fresh
      ? 'src/core/layout/carlito.ts is fresh'
      : 'src/core/layout/carlito.ts is stale: npx tsx scripts/carlito-widths.ts',
  );
  process.exitCode = fresh ? 0 : 1;
} else {
  await writeFile(name, wanted);
  console.log(`${name}: ${wanted.length} characters`);
}
