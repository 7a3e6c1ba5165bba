// What people expect of the period, below its forecast: their calls, and what sellers call the deals that are due.

import type { Block, Cell } from '../../page/page.ts';
import type { Figures } from '../figures.ts';
import { type Around, columnsOf, text } from '../section.ts';
import type { ReportViews } from '../views.ts';

export function besideBlocks(of: Figures<ReportViews['forecast']>, around: Around): Block[] {
  return [...callsBlocks(of, around), ...categoriesBlocks(of, around)];
}

function callsBlocks(of: Figures<ReportViews['forecast']>, { words, look }: Around): Block[] {
  if (of.of.calls.length === 0) return [];
  const together = of.of.calls_of_owners;
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf(words, 'call', '>value', 'on', '>won'),
      rows: of
        .each(({ calls }) => calls)
        .map((call): Cell[] => {
          const { owner, is_below_won: isLow } = call.of;
          const whose = owner === null ? words.rows.allDeals : look.ownerLabel(owner);
          return [
            text(isLow ? `${whose}: ${words.rows.belowWon}` : whose),
            call.money(({ amount }) => amount),
            call.day(({ on }) => on),
            call.money(({ won }) => won),
          ];
        }),
      ...(together === null
        ? {}
        : {
            totals: [
              [
                text(words.rows.ownersTogether),
                of.money(({ calls_of_owners: owners }) => owners?.amount),
                { kind: 'none' as const },
                { kind: 'none' as const },
              ],
            ],
          }),
    },
  ];
}

function categoriesBlocks(of: Figures<ReportViews['forecast']>, { words }: Around): Block[] {
  if (of.of.categories === null) return [];
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf(words, 'category', '>count', '>value', '>upTo'),
      rows: [
        [
          text(words.rows.won),
          of.count(({ counts }) => counts.won),
          of.money(({ parts }) => parts.won),
          of.money(({ parts }) => parts.won),
        ],
        ...of
          .each(({ categories }) => categories?.sums ?? [])
          .map((sum) => [
            text(`+ ${sum.of.category}`),
            sum.count(({ deals }) => deals),
            sum.money(({ value }) => value),
            sum.money(({ with_won: upTo }) => upTo),
          ]),
      ],
    },
  ];
}
