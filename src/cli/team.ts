/** What only those need who have a config: a file of its own in `dist/cli`. */
export { loadKit, pathsWithoutConfig } from '../core/config/kit.js';
export { loadTeam } from '../core/config/load-team.js';
export { problemTexts } from '../core/config/problems.js';
export { teamShape } from '../core/config/team-shape.js';
