/**
 * Stands for `mdurl`, `punycode.js` and `uc.micro` in the bundles of the engine, which reads blocks: addresses of links are never
 * written, and emphasis isn't looked for. 12 KB less. The preview, which does write them, has the real ones.
 */
export const parse = (href: string): { href: string } => ({ href });
export const format = ({ href }: { href: string }): string => href;
export const encode = String;
export const decode = Object.assign(String, { defaultChars: '' });
export const P = /\p{P}/u;
export const S = /\p{S}/u;
export default { toASCII: String, toUnicode: String };
