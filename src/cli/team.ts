/** What only those need who have a config: a file of its own in `dist/cli`. */
export { loadTeam } from '../core/config/load-team.js';
export { teamShape } from '../core/config/team-shape.js';
