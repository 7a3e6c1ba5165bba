// Lines of the page of `pipeline check` on what it was held against: a change, a moment before, the baseline.

import { named } from '../base/named.ts';
import type { CheckView } from '../report/check.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Tone } from './page.ts';

/** What a change did, and so what was looked at, in sentences. */
export function changeText(changed: CheckView['changed']): string[] {
  if (changed === null) return [];
  const { asked, base, deals, removed, settings, staged, unreadable_before: broken } = changed;
  const against = `${asked} (${base.slice(0, 12)})`;
  const looked = staged
    ? stagedText(deals)
    : settings
      ? `pipeline.yaml changed against ${against}: rules or process may be others, so all deals are looked at.`
      : deals.length === 0
        ? `No deal's file changed against ${against}: nothing was checked.`
        : `Changed against ${against}: ${plural(deals.length, 'deal')}. The rest was not looked at.`;
  const unread = plural(broken.length, 'other deal');
  return [
    looked,
    ...(removed.length === 0 ? [] : [`Removed: ${named(removed)}.`]),
    ...(broken.length === 0
      ? []
      : [`${unread} can't be read, which the change is not to blame for: ${named(broken)}.`]),
  ];
}

function stagedText(deals: readonly string[]): string {
  return deals.length === 0
    ? 'No deal is staged: nothing was checked.'
    : `As they are staged: ${plural(deals.length, 'deal')}. The rest was not looked at.`;
}

export function changeLines({ changed }: Pick<CheckView, 'changed'>): Block[] {
  const tone: Tone = changed?.settings === true ? 'warn' : 'plain';
  return changeText(changed).map((text) => ({ kind: 'paragraph', tone, parts: [text] }));
}

/** Since when findings count as new, and by which day that moment was judged. */
export function sinceText(since: CheckView['since']): string[] {
  if (since === null) return [];
  const { asked, kind, name } = since;
  const short = kind === 'commit' ? name.slice(0, 12) : name;
  const moment = asked === name || asked === short ? short : `${asked} (${short})`;
  const judged = kind === 'commit' ? 'whose deals are judged by today' : 'judged by its own day';
  return [`At the gate: what is new since ${moment}, ${judged}.`];
}

export function sinceLines({ since }: Pick<CheckView, 'since'>): Block[] {
  return sinceText(since).map((text) => ({ kind: 'paragraph', parts: [text] }));
}

/** What nobody can say of that moment: findings of these rules and deals are neither old nor new. */
export function untoldLines({ since }: Pick<CheckView, 'since'>): Block[] {
  if (since === null) return [];
  const { not_evaluated, unreadable } = since;
  const rules = not_evaluated.map(({ rule, source, deals }) => {
    if (source !== '') return `${rule} of ${source}`;
    return deals === 0 ? rule : `${rule} of ${plural(deals, 'deal')}`;
  });
  const muted = (text: string): Block => ({ kind: 'paragraph', tone: 'muted', parts: [text] });
  return [
    ...(rules.length === 0
      ? []
      : [muted(`Old or new, that moment does not tell of ${[...new Set(rules)].join(', ')}.`)]),
    ...(unreadable.length === 0
      ? []
      : [muted(`Nor of ${plural(unreadable.length, 'deal')} that could not be read: ${named(unreadable)}.`)]),
  ];
}

/** What in the baseline no longer occurs, with the command that takes it out. */
export function baselineLines({ baseline }: Pick<CheckView, 'baseline'>): Block[] {
  const gone = baseline?.gone ?? [];
  if (gone.length === 0) return [];
  const count = gone.reduce((sum, entry) => sum + entry.count, 0);
  const names = gone.map(({ rule, id, about }) => [rule, id, about].filter((part) => part !== '').join(' '));
  const verb = count === 1 ? 'occurs' : 'occur';
  return [
    {
      kind: 'paragraph',
      parts: [`In the baseline, ${plural(count, 'finding')} no longer ${verb}: ${named(names)}.`],
    },
    {
      kind: 'next',
      text: count === 1 ? 'To take it out' : 'To take them out',
      command: 'pipeline check --shrink-baseline',
    },
  ];
}
