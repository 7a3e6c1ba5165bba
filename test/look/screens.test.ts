// The screens at 80 columns, as golden files that were read by eye, and what they must hold at any width.

import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { listPage } from '../../src/page/list.ts';
import { lookOf } from '../../src/page/look.ts';
import type { Page } from '../../src/page/page.ts';
import { reviewPage } from '../../src/page/review.ts';
import { showPage } from '../../src/page/show.ts';
import { statusPage } from '../../src/page/status.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { UNPAINTED } from '../../src/render/paint.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { loadWidths, widthOf } from '../../src/render/width.ts';
import { agendaView } from '../../src/report/agenda.ts';
import { findDeal } from '../../src/report/find-deal.ts';
import { type ListOptions, listDeals } from '../../src/report/list.ts';
import { reviewView } from '../../src/report/review.ts';
import type { ReviewOptions } from '../../src/report/review-draw.ts';
import { seenBy } from '../../src/report/seen.ts';
import { showView } from '../../src/report/show.ts';
import { statusView } from '../../src/report/status.ts';
import { lifeOf } from '../../src/snapshot/life.ts';
import { ENGLISH } from '../support/languages.ts';
import { companyBook, emptyBook, PREVIOUS, WEEK_AGO } from './company.ts';

await loadWidths();

const book = companyBook();
const empty = emptyBook();

function list(of: Book, over: Partial<ListOptions> = {}): Page {
  const listing = listDeals(of, {
    owners: [],
    stages: [],
    account: undefined,
    outcomes: [],
    closing: undefined,
    where: [],
    sort: undefined,
    columns: [],
    ...over,
  });
  return listPage(listing, lookOf(of));
}

function review(of: Book, over: Partial<ReviewOptions> = {}): Page {
  const previous = of.snapshotNames.length > 0 ? PREVIOUS : undefined;
  const view = reviewView(
    { book: of, sheets: { sheets: [], problems: [] }, previous, found: findingsOf(of) },
    {
      largest: 2,
      random: 3,
      seed: undefined,
      strata: ['open', 'won', 'lost'],
      since: undefined,
      period: undefined,
      weighted: false,
      owner: undefined,
      team: false,
      minutes: undefined,
      ...over,
    },
  );
  return reviewPage(view, lookOf(of), 'pipeline review --sheet');
}

function show(of: Book, word: string): Page {
  const found = findDeal(word, of);
  const seen = seenBy(
    lifeOf([PREVIOUS.name], () => PREVIOUS, found.row, of.state.deals),
    found.row,
  );
  return showPage(
    showView({ book: of, found, findings: findingsOf(of), seen, archive: new Map() }),
    lookOf(of),
  );
}

function status(of: Book): Page {
  const isNew = of.snapshotNames.length === 0;
  const day = isNew ? undefined : WEEK_AGO;
  const view = statusView({
    book: of,
    previous: isNew ? undefined : PREVIOUS,
    newest: day,
    headers: isNew ? [] : [PREVIOUS],
    found: findingsOf(of),
    due: agendaView(isNew ? of : { ...of, newestTaken: () => PREVIOUS.name }, { entries: [], problems: [] })
      .items,
  });
  return statusPage(view, of.state.digits);
}

const SCREENS: Readonly<Record<string, () => Page>> = {
  list: () => list(book),
  'list of closed deals': () => list(book, { outcomes: ['won', 'lost'], sort: 'close:desc' }),
  'list with columns': () =>
    list(book, { columns: ['id', 'amount', 'next_step_by', 'custom.seats', 'close_moves'] }),
  'list without a match': () => list(book, { where: ['owner = anna', 'value > 900000'] }),
  'list of nothing': () => list(empty),
  review: () => review(book),
  'review weighted': () => review(book, { weighted: true, strata: ['open'], seed: 'audit-1' }),
  'review in 20 minutes': () => review(book, { minutes: 20, owner: 'marek' }),
  'review of nothing': () => review(empty),
  show: () => show(book, 'goplo'),
  'show in another currency': () => show(book, 'san-hr'),
  'show closed': () => show(book, 'wieprz-erp'),
  status: () => status(book),
  'status of nothing': () => status(empty),
};

describe.each(Object.entries(SCREENS))('%s', (name, page) => {
  const terminal = (width: number) => renderTerminal(page(), { paint: UNPAINTED, width, language: ENGLISH });

  test('is as it was read by eye, at 80 columns', async () => {
    await expect(terminal(80)).toMatchFileSnapshot(`../../snapshots/look/${name.replaceAll(' ', '-')}.txt`);
  });

  test.each([60, 80, 120, 200])('nothing is wider than a terminal of %d columns', (width) => {
    for (const line of terminal(width).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  test('in a pipe nothing is cut', () => {
    // Behind a blank, = or " it is what a person fills into a command.
    expect(terminal(Number.POSITIVE_INFINITY)).not.toMatch(/[^\s="]…/);
  });

  test('ends in what to do next, and is Markdown too', () => {
    expect(terminal(80).trimEnd().replace(/\n/g, ' ')).toMatch(/ → pipeline [a-z]+[^→]*$/);
    expect(renderMarkdown(page(), ENGLISH)).toMatch(/^## /);
  });
});
