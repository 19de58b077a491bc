/** The bundle `team`: what only those need who have a config, or want one. */
export { TeamConfigs } from './team-configs.js';
