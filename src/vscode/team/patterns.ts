/** The bundle `patterns`: regular expressions in linear time, for those who write some. */
export { compilePattern } from '../../core/config/patterns.js';
