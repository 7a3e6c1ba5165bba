// What people expect of the period, below its forecast: their calls, and what sellers call the deals that are due.

import type { Block, Cell } from '../../page/page.ts';
import { say } from '../../page/say.ts';
import type { Figures } from '../figures.ts';
import { type Around, columnsOf, text } from '../section.ts';
import type { ReportViews } from '../views.ts';

export function besideBlocks(of: Figures<ReportViews['forecast']>, around: Around): Block[] {
  return [...callsBlocks(of, around), ...categoriesBlocks(of)];
}

function callsBlocks(of: Figures<ReportViews['forecast']>, { look }: Around): Block[] {
  if (of.of.calls.length === 0) return [];
  const together = of.of.calls_of_owners;
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf('call', '>value', 'on', '>won'),
      rows: of
        .each(({ calls }) => calls)
        .map((call): Cell[] => {
          const { owner, is_below_won: isLow } = call.of;
          return [
            whose(owner === null ? undefined : look.ownerLabel(owner), isLow),
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
                say('Owners together'),
                of.money(({ calls_of_owners: owners }) => owners?.amount),
                { kind: 'none' as const },
                { kind: 'none' as const },
              ],
            ],
          }),
    },
  ];
}

function whose(owner: string | undefined, isLow: boolean): Cell {
  if (owner === undefined) return isLow ? say('All deals: less than is won') : say('All deals');
  return isLow ? say('{owner}: less than is won', { owner }) : text(owner);
}

function categoriesBlocks(of: Figures<ReportViews['forecast']>): Block[] {
  if (of.of.categories === null) return [];
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf('category', '>count', '>value', '>upTo'),
      rows: [
        [
          say('Won'),
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
