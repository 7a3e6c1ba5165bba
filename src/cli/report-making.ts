// A view of a report before it is made.

/** A view, and the command that makes the same one. */
export type Making<View> = { readonly command: string; make(): View | Promise<View> };
