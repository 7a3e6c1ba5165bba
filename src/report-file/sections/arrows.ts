// Where close dates went, an arrow a deal: of the movements of a diff.

import { countsOf } from '../../base/counts.ts';
import { type Chart, told } from '../../chart/chart.ts';
import { slipArrows } from '../../chart/slip-arrows.ts';
import type { Cell } from '../../page/page.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { type Around, viewIn } from '../section.ts';
import type { ReportViews } from '../views.ts';

/** None where no close date moved. */
export function arrowCharts({ views, chartLook, language }: Around): Chart[] {
  const diff = viewIn(views.diff);
  if (diff === undefined) return [];
  const of = figuresOf(diff);
  const moved = of
    .each(({ deals }) => deals)
    .flatMap((deal) => deal.each(({ movements }) => movements).flatMap((one) => arrowOf(deal, one)));
  if (moved.length === 0) return [];
  const title = told('Where close dates went', {}, { language });
  const counts = { slipped: dealsThat('slipped', of), pulledIn: dealsThat('pulled-in', of) };
  return [slipArrows({ title, ...counts, deals: toldApart(moved) }, chartLook('arrows'))];
}

type Diff = ReportViews['diff'];
type Deal = Diff['deals'][number];
type DatedKind = 'slipped' | 'pulled-in';

function arrowOf(deal: Figures<Deal>, movement: Figures<Deal['movements'][number]>) {
  const { kind } = movement.of;
  const [from, to] = [movement.knownDay((one) => one.from), movement.knownDay((one) => one.to)];
  const isDated = kind === 'slipped' || kind === 'pulled-in';
  if (!isDated || from === undefined || to === undefined) return [];
  const { name, account } = deal.of;
  return [{ name, account, from, to, days: movement.count(({ days }) => days) }];
}

function dealsThat(kind: DatedKind, of: Figures<Diff>): Cell {
  const moved = of.each(({ totals }) => totals.movements).find((movement) => movement.of.kind === kind);
  return moved?.count(({ deals }) => deals) ?? { kind: 'count', count: 0 };
}

/** A name that several have stands with its account. */
function toldApart<One extends { readonly name: string; readonly account: string }>(
  deals: readonly One[],
): One[] {
  const times = countsOf(deals.map(({ name }) => name));
  return deals.map((deal) =>
    deal.account === '' || (times.get(deal.name) ?? 0) < 2
      ? deal
      : { ...deal, name: `${deal.name} · ${deal.account}` },
  );
}
