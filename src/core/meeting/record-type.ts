/** What a meeting's record says in its front matter under `type`: it is no narrative, whatever its name and its quotations look like. */
export const RECORD_TYPE = 'meeting-record';
