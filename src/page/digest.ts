// The pages of `pipeline digest`: all owners on one, or one owner on a page. Sentences and lists alone, so that it reads
// as well in a mail or a chat as where Markdown is rendered.

import type { DigestDeal, DigestFinding, DigestOwner, DigestView } from '../report/digest.ts';
import { fixCommand } from './fix-command.ts';
import { notEvaluatedLines, unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Page } from './page.ts';
import { partlyJudged } from './partly-judged.ts';
import { count, say, spoken } from './say.ts';
import { severityWord } from './severity-words.ts';
import { stageCell } from './stage-cell.ts';
import { withoutRateLines } from './without-rate.ts';

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
    heading(view, nameOf(owner, look)),
    ...(owner.deals.length === 0
      ? [line([say('Nothing to put right.')])]
      : [line([stakeCell(owner, view)]), ...ownerBlocks(owner, look)]),
    ...(isOwn && owner.deals.length > 0
      ? [{ kind: 'blank' } as const, fixLine([owner.owner === '' ? 'none' : owner.owner])]
      : []),
  ]);
}

/** The page of what is about the workspace. */
export function workspacePage(view: DigestView, look: Look): Page {
  return pageOf(view, look, [heading(view, say('the workspace')), ...workspaceBlocks(view)]);
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

function heading({ as_of, today }: DigestView, ...of: readonly (string | Cell)[]): Block {
  return {
    kind: 'heading',
    parts: dotted([say('To put right'), { kind: 'day', day: as_of ?? today }, ...of]),
  };
}

function opening(view: DigestView): Block[] {
  const fresh = freshCell(view.freshness);
  return [
    heading(view),
    line(
      view.workspace.length === 0 && view.owners.every(({ deals }) => deals.length === 0)
        ? [say('Nothing to put right.')]
        : dotted([
            stakeCell(view, view),
            ...(fresh === undefined ? [] : [say('fresh {fresh}', { fresh })]),
            ...partlyJudged(view.freshness),
          ]),
    ),
    { kind: 'blank' },
  ];
}

type Stake = Pick<DigestView, 'at_stake' | 'closed' | 'unread'>;

/** `3 open deals, 290,000 PLN at stake · 2 closed · 1 cannot be read`. */
function stakeCell({ at_stake, closed, unread }: Stake, { currency }: Pick<DigestView, 'currency'>): Cell {
  const stake = say('{deals, plural, one {# open deal} other {# open deals}}, {value} {currency} at stake', {
    deals: at_stake.count,
    value: { kind: 'money', amount: at_stake.value },
    currency,
  });
  const more = [
    ...(closed === 0 ? [] : [say('{closed} closed', { closed })]),
    ...(unread === 0 ? [] : [say('{unread} cannot be read', { unread })]),
  ];
  return { kind: 'phrase', parts: dotted([stake, ...more]) };
}

/** `75 % of value, 37 of 49 open deals`; undefined over no open deal. */
function freshCell({ by_value, by_count, fresh, open }: DigestOwner['freshness']): Cell | undefined {
  if (open.count === 0) return undefined;
  if (by_count === null) return say('–, not evaluated');
  const share: Cell = by_value === null ? { kind: 'text', text: '–' } : { kind: 'share', share: by_value };
  return say('{share} of value, {fresh} of {open, plural, one {# open deal} other {# open deals}}', {
    share,
    fresh: count(fresh.count),
    open: open.count,
  });
}

function nameOf({ owner }: DigestOwner, look: Look): string | Cell {
  return owner === '' ? say('Without an owner') : look.ownerLabel(owner);
}

function section(owner: DigestOwner, view: DigestView, look: Look): Block[] {
  return [
    {
      kind: 'heading',
      parts: dotted([nameOf(owner, look), stakeCell(owner, view)]),
    },
    ...ownerBlocks(owner, look),
    { kind: 'blank' },
  ];
}

function ownerBlocks(owner: DigestOwner, look: Look): Block[] {
  const fresh = freshCell(owner.freshness);
  const index: Block[] =
    fresh === undefined
      ? []
      : [
          line(dotted([say('Fresh {fresh}', { fresh }), ...partlyJudged(owner.freshness)])),
          { kind: 'blank' },
        ];
  return [...index, ...owner.deals.flatMap((deal) => dealItems(deal, look))];
}

function dealItems(deal: DigestDeal, look: Look): Block[] {
  const { id, name, account, stage, value, record, findings } = deal;
  const called = [account, name].filter((text) => text !== '').join(', ');
  const parts = dotted([
    ...[id, called].filter((text) => text !== ''),
    ...(stage === '' ? [] : [stageCell(stage, look)]),
    ...(record === null ? [] : [`${record.system} ${record.id}`]),
    ...(value === null ? [] : [{ kind: 'money', amount: value } satisfies Cell]),
  ]);
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
    parts: [
      ...dotted([severityWord(severity, null), rule, spoken(message)]),
      ...(hint === '' ? [] : [' → ', spoken(hint)]),
      place,
    ],
  };
}

function nothingToPutRight({ owners }: DigestView, look: Look): Block[] {
  const names = owners.filter(({ deals }) => deals.length === 0).map((owner) => nameOf(owner, look));
  if (names.length === 0 || names.length === owners.length) return [];
  return [line([say('Nothing to put right: {names}.', { names: sayNames(names) })]), { kind: 'blank' }];
}

function workspaceSection(view: DigestView): Block[] {
  if (view.workspace.length === 0) return [];
  return [{ kind: 'heading', parts: [say('The workspace')] }, ...workspaceBlocks(view), { kind: 'blank' }];
}

function workspaceBlocks({ workspace }: DigestView): Block[] {
  return workspace.map((finding) => findingItem(finding, 0, false));
}

function fixLine(owners: readonly string[]): Block {
  // A name that is more than a word is no part of a command in a mail: whoever types it knows who they are.
  const isPlain = owners.every((owner) => /^[\p{L}\p{N}@._-]+$/u.test(owner));
  const command = fixCommand({ owners: isPlain ? owners : [] });
  return { kind: 'next', text: say('Walk through them at a terminal'), command };
}

function leftOut(view: DigestView, isOwn: boolean): Block[] {
  const { left_out, not_evaluated, unreadable, freshness } = view;
  return [
    ...withoutRateLines(freshness.without_rate, view),
    ...notEvaluatedLines(not_evaluated),
    ...unreadableLines(unreadable),
    ...notListed(left_out),
    { kind: 'next', text: say('All findings by rule'), command: 'pipeline check' },
    ...(isOwn && view.owners.some(({ deals }) => deals.length > 0) ? [fixLine(view.scope.owners)] : []),
  ];
}

/** Findings that the digest leaves to pipeline check. */
function notListed({ info, waived }: DigestView['left_out']): Block[] {
  if (info === 0 && waived === 0) return [];
  if (waived === 0) return [line([say('Not listed: {info} at info.', { info })])];
  return [
    line([
      info === 0
        ? say('Not listed: {waived} waived.', { waived })
        : say('Not listed: {info} at info, {waived} waived.', { info, waived }),
    ]),
  ];
}
