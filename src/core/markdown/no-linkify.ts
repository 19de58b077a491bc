/** Stands for `linkify-it` in the bundles: links in plain text are left alone, so nothing of it is ever called. */
export class LinkifyIt {}
