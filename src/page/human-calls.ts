// The pages of `pipeline forecast call`: the calls as they stand, and one that was said.

import type { CallChangeView, HumanCallsView, HumanCallView } from '../report/human-calls.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import { oneLine } from './dialogue.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { ownTitle, say } from './say.ts';

type CallsLook = Pick<Look, 'digits' | 'ownerLabel'>;

const WEEKLY_CALLS = '{calls, plural, one {# weekly call} other {# weekly calls}}' satisfies Message;

export function humanCallsPage(view: HumanCallsView, look: CallsLook, currency: string): Page {
  const { calls, mistakes } = view;
  const periods = new Set(calls.map(({ period }) => period)).size;
  const blocks: Block[] = [
    {
      kind: 'heading',
      parts:
        calls.length === 0
          ? [say('No calls yet')]
          : dotted([say(WEEKLY_CALLS, { calls: calls.length }), counted(periods, 'period')]),
    },
    { kind: 'blank' },
    ...mistakes.map(
      ({ file, line, column, message, hint = '' }): Block => ({
        kind: 'paragraph',
        tone: 'bad',
        parts: [
          `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message} ${hint}`.trimEnd(),
        ],
      }),
    ),
    ...(mistakes.length === 0 ? [] : [{ kind: 'blank' } as const]),
    ...(calls.length === 0 ? [] : [callsTable(calls, look, currency), { kind: 'blank' } as const]),
    { kind: 'next', text: say('Say what you expect'), command: 'pipeline forecast call --owner OWNER 450k' },
  ];
  return { currency, digits: look.digits, blocks };
}

function callsTable(calls: readonly HumanCallView[], { ownerLabel }: CallsLook, currency: string): Block {
  const hasLogged = calls.some(({ logged }) => logged !== null);
  return {
    kind: 'table',
    columns: [
      { key: 'period', title: 'Period' },
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      { key: 'on', title: 'Said on' },
      { key: 'amount', title: ownTitle(currency), align: 'right' },
      ...(hasLogged ? [{ key: 'logged', title: 'Written on', dropRank: 1 } as const] : []),
      { key: 'note', title: 'Note', shrinkTo: 8 },
    ],
    rows: calls.map(({ period, owner, on, amount, currency: of, note, logged }): Cell[] => [
      text(period),
      whose(owner, ownerLabel),
      { kind: 'day', day: on },
      { kind: 'money', amount },
      ...(hasLogged ? [logged === null ? NONE : ({ kind: 'day', day: logged } as const)] : []),
      text([of === currency ? '' : of, oneLine(note)].filter((part) => part !== '').join(' · ')),
    ]),
  };
}

function whose(owner: string | null, ownerLabel: CallsLook['ownerLabel']): Cell {
  return owner === null ? say('all deals') : text(ownerLabel(owner));
}

const DID = {
  added: 'Called',
  replaced: 'Called again',
  nothing: 'It says so already',
} as const satisfies Record<CallChangeView['did'], Message>;

export function callChangePage(view: CallChangeView, look: CallsLook): Page {
  const { call, did, replaces, typed } = view;
  const blocks: Block[] = [
    {
      kind: 'heading',
      parts: [
        ...dotted([say(DID[did]), whose(call.owner, look.ownerLabel), call.period, '']),
        { kind: 'money', amount: call.amount },
        ` ${call.currency}`,
      ],
    },
    ...(typed === ''
      ? []
      : [{ kind: 'line', tone: 'muted', parts: [say('"{typed}" was read so.', { typed })] } as const]),
    ...(call.note === '' ? [] : [{ kind: 'paragraph', parts: [oneLine(call.note)] } as const]),
    ...(replaces === null
      ? []
      : [
          {
            kind: 'line',
            parts: [
              say('Takes the place of {amount} of {day}, the call of the same week.', {
                amount: { kind: 'money', amount: replaces.amount },
                day: { kind: 'day', day: replaces.on },
              }),
            ],
          } as const,
        ]),
    {
      kind: 'line',
      tone: 'muted',
      parts: [say('It is all that the period will bring, with what is won already.')],
    },
    { kind: 'blank' },
    { kind: 'next', text: say('What the forecast says'), command: forecastOf(call) },
  ];
  return { currency: call.currency, digits: look.digits, blocks };
}

function forecastOf({ period, owner }: HumanCallView): string {
  return `pipeline forecast ${period}${owner === null ? '' : ` --owner ${owner}`}`;
}

/** A row a call, also of what was said just now. */
export function humanCallsRecords({ calls }: { readonly calls: readonly HumanCallView[] }): Records {
  const day = (of: HumanCallView['logged']): RecordCell => (of === null ? NONE : { kind: 'day', day: of });
  return {
    columns: ['period', 'owner', 'on', 'week', 'amount', 'currency', 'note', 'logged'],
    rows: calls.map((call): RecordCell[] => [
      text(call.period),
      text(call.owner ?? ''),
      day(call.on),
      day(call.week),
      { kind: 'decimal', decimal: call.amount },
      text(call.currency),
      text(call.note),
      day(call.logged),
    ]),
  };
}

const NONE = { kind: 'none' } as const;

function text(of: string) {
  return { kind: 'text', text: of } as const;
}
