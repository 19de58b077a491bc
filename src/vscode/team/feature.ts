/** The bundle `team`: what only those need who have a config, or want one. */
export { addToVocabulary, setTeamSeverity } from './config-edits.js';
export { exportTeamKit } from './export-kit.js';
export { teamTemplates } from './kits.js';
export { TeamConfigs } from './team-configs.js';
