export { NO_WORDS as words } from '../word-list.js';
