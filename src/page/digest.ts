// The pages of `pipeline digest`: all owners on one, or one owner on a page. Sentences and lists alone, so that it reads
// as well in a mail or a chat as where Markdown is rendered.

import { named } from '../base/named.ts';
import type { DigestDeal, DigestFinding, DigestOwner, DigestView } from '../report/digest.ts';
import { fixCommand } from './fix-command.ts';
import { notEvaluatedLines, plural, unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';

/**
 * A section an owner, those with nothing to put right in one line, then what nobody owns and the workspace.
 * @param isOwn whether the deals are written here, so that pipeline fix mends them
 */
export function digestPage(view: DigestView, look: Look, isOwn = false): Page {
  return pageOf(view, look, [
    ...opening(view),
    ...view.owners.filter(({ deals }) => deals.length > 0).flatMap((owner) => section(owner, view, look)),
    ...nothingToPutRight(view, look),
    ...workspaceSection(view),
    ...leftOut(view, isOwn),
  ]);
}

/** One owner's page. */
export function ownerPage(view: DigestView, owner: DigestOwner, look: Look, isOwn = false): Page {
  return pageOf(view, look, [
    heading(view, [' · ', nameOf(owner, look)]),
    ...(owner.deals.length === 0
      ? [line(['Nothing to put right.'])]
      : [line(stakeParts(owner, view)), ...ownerBlocks(owner, look)]),
    ...(isOwn && owner.deals.length > 0
      ? [{ kind: 'blank' } as const, fixLine([owner.owner === '' ? 'none' : owner.owner])]
      : []),
  ]);
}

/** The page of what is about the workspace. */
export function workspacePage(view: DigestView, look: Look): Page {
  return pageOf(view, look, [heading(view, [' · the workspace']), ...workspaceBlocks(view)]);
}

/** What was written where. */
export function writtenPage(view: DigestView, look: Look, files: readonly string[]): Page {
  return pageOf(view, look, [
    ...opening(view),
    ...files.map((file): Block => ({ kind: 'item', depth: 0, parts: [file] })),
    { kind: 'blank' },
    ...leftOut(view, false),
  ]);
}

function pageOf({ currency }: DigestView, { digits }: Look, blocks: readonly Block[]): Page {
  return { currency, digits, blocks };
}

function line(parts: readonly (string | Cell)[]): Block {
  return { kind: 'line', parts };
}

function heading({ as_of, today }: DigestView, more: readonly (string | Cell)[]): Block {
  return { kind: 'heading', parts: ['To put right · ', { kind: 'day', day: as_of ?? today }, ...more] };
}

function opening(view: DigestView): Block[] {
  const fresh = freshParts(view.freshness);
  return [
    heading(view, []),
    line(
      view.workspace.length === 0 && view.owners.every(({ deals }) => deals.length === 0)
        ? ['Nothing to put right.']
        : [...stakeParts(view, view), ...(fresh.length === 0 ? [] : [' · fresh ', ...fresh])],
    ),
    { kind: 'blank' },
  ];
}

type Stake = Pick<DigestView, 'at_stake' | 'closed' | 'unread'>;

/** `3 open deals, 290,000 PLN at stake · 2 closed · 1 cannot be read`. */
function stakeParts(
  { at_stake, closed, unread }: Stake,
  { currency }: Pick<DigestView, 'currency'>,
): (string | Cell)[] {
  const more = [
    ...(closed === 0 ? [] : [`${closed} closed`]),
    ...(unread === 0 ? [] : [`${unread} cannot be read`]),
  ].join(' · ');
  const value: Cell = { kind: 'money', amount: at_stake.value };
  return [
    `${plural(at_stake.count, 'open deal')}, `,
    value,
    ` ${currency} at stake${more === '' ? '' : ` · ${more}`}`,
  ];
}

/** `75 % of value, 37 of 49 open deals`; nothing over no open deal. */
function freshParts({ by_value, by_count, fresh, open }: DigestOwner['freshness']): (string | Cell)[] {
  if (open.count === 0) return [];
  if (by_count === null) return ['–, not evaluated'];
  const share: Cell | string = by_value === null ? '–' : { kind: 'share', share: by_value };
  return [share, ` of value, ${fresh.count} of ${open.count} open ${open.count === 1 ? 'deal' : 'deals'}`];
}

function nameOf({ owner }: DigestOwner, look: Look): string {
  return owner === '' ? 'Without an owner' : look.ownerLabel(owner);
}

function section(owner: DigestOwner, view: DigestView, look: Look): Block[] {
  return [
    {
      kind: 'heading',
      parts: [`${nameOf(owner, look)} · `, ...stakeParts(owner, view)],
    },
    ...ownerBlocks(owner, look),
    { kind: 'blank' },
  ];
}

function ownerBlocks(owner: DigestOwner, look: Look): Block[] {
  const fresh = freshParts(owner.freshness);
  const index: Block[] = fresh.length === 0 ? [] : [line(['Fresh ', ...fresh]), { kind: 'blank' }];
  return [...index, ...owner.deals.flatMap((deal) => dealItems(deal, look))];
}

function dealItems(deal: DigestDeal, look: Look): Block[] {
  const { id, name, account, stage, value, record, findings } = deal;
  const called = [account, name].filter((text) => text !== '').join(', ');
  const parts: (string | Cell)[] = [
    [
      id,
      called,
      stage === '' ? '' : look.stageLabel(stage),
      record === null ? '' : `${record.system} ${record.id}`,
    ]
      .filter((text) => text !== '')
      .join(' · '),
    ...(value === null ? [] : [' · ', { kind: 'money', amount: value } satisfies Cell]),
  ];
  return [
    { kind: 'item', depth: 0, parts },
    ...findings.map((finding) => findingItem(finding, 1, record !== null)),
  ];
}

/** Where it stands is said once: by the hint, by the CRM's record, or behind it. */
function findingItem(finding: DigestFinding, depth: 0 | 1, isMirrored: boolean): Block {
  const { severity, rule, message, hint, file, line: at } = finding;
  const place = isMirrored || String(hint).includes(file) || at === null ? '' : ` (${file}:${at})`;
  return {
    kind: 'item',
    depth,
    parts: [`${severity} · ${rule} · ${message}${hint === '' ? '' : ` → ${hint}`}${place}`],
  };
}

function nothingToPutRight({ owners }: DigestView, look: Look): Block[] {
  const names = owners.filter(({ deals }) => deals.length === 0).map((owner) => nameOf(owner, look));
  if (names.length === 0 || names.length === owners.length) return [];
  return [line([`Nothing to put right: ${named(names)}.`]), { kind: 'blank' }];
}

function workspaceSection(view: DigestView): Block[] {
  if (view.workspace.length === 0) return [];
  return [{ kind: 'heading', parts: ['The workspace'] }, ...workspaceBlocks(view), { kind: 'blank' }];
}

function workspaceBlocks({ workspace }: DigestView): Block[] {
  return workspace.map((finding) => findingItem(finding, 0, false));
}

function fixLine(owners: readonly string[]): Block {
  // A name that is more than a word is no part of a command in a mail: whoever types it knows who they are.
  const isPlain = owners.every((owner) => /^[\p{L}\p{N}@._-]+$/u.test(owner));
  const command = fixCommand({ owners: isPlain ? owners : [] });
  return { kind: 'next', text: 'Walk through them at a terminal', command };
}

function leftOut(view: DigestView, isOwn: boolean): Block[] {
  const { left_out, not_evaluated, unreadable } = view;
  const { info, waived } = left_out;
  const told = [...(info === 0 ? [] : [`${info} at info`]), ...(waived === 0 ? [] : [`${waived} waived`])];
  return [
    ...notEvaluatedLines(not_evaluated),
    ...unreadableLines(unreadable),
    ...(told.length === 0 ? [] : [line([`Not listed: ${told.join(', ')}.`])]),
    { kind: 'next', text: 'All findings by rule', command: 'pipeline check' },
    ...(isOwn && view.owners.some(({ deals }) => deals.length > 0) ? [fixLine(view.scope.owners)] : []),
  ];
}
