/**
 * Stands in for WXT's own context (wxt.config.ts), which announces every start of
 * the content script to the page by an event and a message: a site would know that
 * the reader has this extension, and could stop it by the same event. What we need
 * of it, to stop when the extension has gone, frame.ts sees when a message fails.
 */
export class ContentScriptContext {}
