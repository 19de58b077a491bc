/** What the extension says only to those who write: the bundle `texts`, data alone. */
export { WHY } from '../core/rules/why.js';
export { LIBRARY } from '../core/templates/library.js';
