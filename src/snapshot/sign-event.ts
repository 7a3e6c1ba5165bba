// The event that a deal's freshness clock runs from, as rows and snapshots hold it: one text.

/**
 * What the text of an event tells: its kind, a SignEvent, and what it was, the type of an activity or the id of a stage,
 * '' for the other kinds.
 */
export function signEvent(text: string): { readonly kind: string; readonly what: string } {
  const colon = text.indexOf(':');
  return colon < 0 ? { kind: text, what: '' } : { kind: text.slice(0, colon), what: text.slice(colon + 1) };
}
