// Who a deal is by now that had another id before.

/** The last id of a deal, following each to the one since; a circle, which only hand-written files have, ends where it began. */
export function lastHeir(id: string, heirs: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let last = id;
  for (let heir = heirs.get(last); heir !== undefined && !seen.has(last); heir = heirs.get(last)) {
    seen.add(last);
    last = heir;
  }
  return last;
}
