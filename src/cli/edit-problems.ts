// What is wrong with a deal as a person wants it: what its reader says, what check says of the deal itself, and in a
// mirror what is the CRM's. What was wrong before and still is, but for an unreadable file, is for check to say.

import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { bookWith } from '../book/book-with.ts';
import type { Opened } from '../book/open.ts';
import { mirroredFields } from '../crm-import/mirrored.ts';
import type { Deal, DealKey } from '../deal/deal.ts';
import { readDeal } from '../deal/read.ts';
import type { Finding } from '../freshness/finding.ts';
import { findingsOf } from '../freshness/findings.ts';
import { RULES } from '../freshness/registry.ts';
import { dealDifferences } from '../report/deal-differences.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';

/** A deal that they find something in counts everywhere, and wrongly (docs/method.md). */
const WRONG = (['unknown-stage', 'unknown-owner', 'future-date', 'date-order'] as const).map(
  (id) => RULES[id],
);

export interface EditedDeal {
  /** Undefined where it can't be read. */
  readonly deal: Deal | undefined;
  /** Why it is not to be written; empty where it may be. */
  readonly problems: readonly Problem[];
  /** What is no reason not to write it. */
  readonly remarks: readonly Problem[];
}

/** @param before the deal as its file has it; undefined where that can't be read */
export function editedDeal(
  bytes: Uint8Array,
  path: string,
  before: Deal | undefined,
  opened: Opened,
): EditedDeal {
  const wrong = (problem: Pick<Problem, 'message' | 'hint' | 'line'>): EditedDeal => ({
    deal: undefined,
    problems: [{ code: 'invalid-file', severity: 'error', file: path, ...problem }],
    remarks: [],
  });
  if (bytes.length > MOST_BYTES) {
    const message = said("The text is too long: a deal's file holds at most {size} KiB.", {
      size: MOST_BYTES / 1024,
    });
    return wrong({ message, hint: 'Keep what a deal is about, and move the rest to a file beside deals/.' });
  }
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return wrong(text);
  const { deal, problems } = readDeal(text, path, { currency: opened.book.settings.currency });
  const isError = ({ severity }: Problem) => severity === 'error';
  if (deal === undefined) return { deal, problems: problems.filter(isError), remarks: [] };
  const found = [...foundNow(deal, before, opened), ...heldByCrm(deal, before, opened)];
  return { deal, problems: found, remarks: problems };
}

function foundNow(deal: Deal, before: Deal | undefined, opened: Opened): Problem[] {
  const known = new Set(
    before === undefined ? [] : findingsIn(before, opened).map(({ message }) => String(message)),
  );
  return findingsIn(deal, opened)
    .filter(({ message }) => !known.has(String(message)))
    .map(({ place, message, hint }) => ({
      ...{ code: 'invalid-file', severity: 'error', file: deal.path, message },
      ...(place.line === undefined ? {} : { line: place.line }),
      ...(hint === '' ? {} : { hint }),
    }));
}

function findingsIn(deal: Deal, opened: Opened): readonly Finding[] {
  const { book } = opened;
  const others = book.state.deals.filter(({ id }) => id !== deal.id); // its own row may be of an unreadable file
  const after = bookWith(
    { ...opened, book: { ...book, state: { ...book.state, deals: others } } },
    book.settings,
    [deal],
  );
  const rows = after.state.deals.filter(({ id }) => id === deal.id);
  const { findings } = findingsOf(after, { rules: WRONG, rows });
  return findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
}

/** The CRM's fields, and which record the deal is: without that, none would be the CRM's any more. */
function heldByCrm(deal: Deal, before: Deal | undefined, { book }: Opened): Problem[] {
  if (before?.source === undefined) return [];
  const held = mirroredFields(book)(before);
  if (held.size === 0) return [];
  const { system, id } = before.source;
  const isOther = deal.source?.system !== system || deal.source.id !== id;
  const fields = dealDifferences(before, deal)
    .map(({ field }) => field)
    .filter((field) => held.has(field));
  return [...new Set([...fields, ...(isOther ? ['source'] : [])])].map((field) => {
    const line = deal.lines[field.split('.', 1)[0] as DealKey];
    return {
      ...{ code: 'invalid-file', severity: 'error', file: deal.path },
      ...(line === undefined ? {} : { line }),
      message: said('{system} holds {field} of {id}: record {id_2}.', {
        system,
        field,
        id: deal.id,
        id_2: id,
      }),
      hint: 'Change it there; its next export brings it here: pipeline week EXPORT',
    };
  });
}
