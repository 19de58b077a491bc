/** Type of the preview's panels. */
export const VIEW_TYPE = 'prfaq.preview';
/** Under which the addresses of documents with an open preview are stored. */
export const OPEN_PREVIEWS = 'prfaq.openPreviews';
