// The export that everybody may look up, as a history: nothing is known of a deal before its closing but its product.

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { day, epochDay } from '../../src/base/day.ts';
import { type DealHistory, historyOf } from '../../src/forecast/history.ts';

export const MAVEN = '../shared/data/maven_crm';

/** @param folder of the export's files */
export function mavenHistory(folder: string) {
  const rows = (file: string): Record<string, string>[] =>
    parse(readFileSync(`${folder}/${file}`), { columns: true, bom: true });
  const prices = new Map(
    rows('products.csv').map(({ product, sales_price }) => [product, Number(sales_price)]),
  );
  // The export writes it two ways.
  const priceOf = (product: string) =>
    prices.get(product) ?? prices.get(product.replace('GTXPro', 'GTX Pro'));
  const deals = rows('sales_pipeline.csv').map((row): DealHistory => {
    const { opportunity_id = '', product = '', deal_stage, engage_date, close_date, close_value } = row;
    const created = dayOf(engage_date);
    const closed = dayOf(close_date);
    const outcome = deal_stage === 'Won' ? 'won' : deal_stage === 'Lost' ? 'lost' : undefined;
    return {
      id: opportunity_id,
      created,
      product,
      listPrice: priceOf(product),
      states:
        created === undefined
          ? []
          : [{ since: created + 1, stage: 'engaging', close: undefined, amount: undefined, slips: 0 }],
      endings:
        outcome === undefined
          ? []
          : [{ since: (closed ?? 0) + 1, outcome, on: closed, amount: Number(close_value || 0) }],
    };
  });
  return historyOf(0, deals);
}

function dayOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : epochDay(day(text));
}
