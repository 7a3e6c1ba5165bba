// A deal's version: a short hash of all that its file says, so that a spreadsheet can tell whether the deal has
// changed since it was written out. Comments, key order and layout of the file do not count.

import { createHash } from 'node:crypto';
import type { Deal } from './deal.ts';

/** Twelve hex digits. Any change of what the deal says gives another; the same content gives the same everywhere. */
export function dealVersion(deal: Deal): string {
  const { path: _path, lines: _lines, ...said } = deal;
  const content = canonical({
    ...said,
    stages: said.stages.map(withoutLine),
    activities: said.activities.map(withoutLine),
    waive: said.waive.map(withoutLine),
  });
  return createHash('sha256').update(content, 'utf8').digest('hex').slice(0, 12);
}

function withoutLine<Entry extends { readonly line: number }>(entry: Entry): Omit<Entry, 'line'> {
  const { line: _line, ...said } = entry;
  return said;
}

/** JSON with sorted keys; what is undefined is left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}
