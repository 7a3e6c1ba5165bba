// Lines of the page of `pipeline check` on what it was held against: a change, a moment before, the baseline.

import { type Sayable, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { CheckView } from '../report/check.ts';
import { listed, sayNames } from './names.ts';
import type { Block, Cell, Tone } from './page.ts';
import { say, spoken } from './say.ts';

type Untold = NonNullable<CheckView['since']>['not_evaluated'][number];

/** What a change did, and so what was looked at, in sentences. */
export function changeText(changed: CheckView['changed']): Sayable[] {
  if (changed === null) return [];
  const { removed, unreadable_before: broken } = changed;
  return [
    lookedAt(changed),
    ...(removed.length === 0 ? [] : [said('Removed: {names}.', { names: fewOf(removed) })]),
    ...(broken.length === 0
      ? []
      : [
          said(
            "{deals, plural, one {# other deal} other {# other deals}} can't be read, which the change is not to blame for: {names}.",
            { deals: broken.length, names: fewOf(broken) },
          ),
        ]),
  ];
}

function lookedAt({ asked, base, deals, settings, staged }: NonNullable<CheckView['changed']>): Sayable {
  const against = `${asked} (${base.slice(0, 12)})`;
  if (staged) {
    return deals.length === 0
      ? said('No deal is staged: nothing was checked.')
      : said(
          'As they are staged: {deals, plural, one {# deal} other {# deals}}. The rest was not looked at.',
          { deals: deals.length },
        );
  }
  if (settings) {
    return said(
      'pipeline.yaml changed against {against}: rules or process may be others, so all deals are looked at.',
      { against },
    );
  }
  return deals.length === 0
    ? said("No deal's file changed against {against}: nothing was checked.", { against })
    : said(
        'Changed against {against}: {deals, plural, one {# deal} other {# deals}}. The rest was not looked at.',
        { against, deals: deals.length },
      );
}

export function changeLines({ changed }: Pick<CheckView, 'changed'>): Block[] {
  const tone: Tone = changed?.settings === true ? 'warn' : 'plain';
  return changeText(changed).map((text) => ({ kind: 'paragraph', tone, parts: [spoken(text)] }));
}

/** Since when findings count as new, and by which day that moment was judged. */
export function sinceText(since: CheckView['since']): Sayable[] {
  if (since === null) return [];
  const { asked, kind, name } = since;
  const short = kind === 'commit' ? name.slice(0, 12) : name;
  const moment = asked === name || asked === short ? short : `${asked} (${short})`;
  return [
    kind === 'commit'
      ? said('At the gate: what is new since {moment}, whose deals are judged by today.', { moment })
      : said('At the gate: what is new since {moment}, judged by its own day.', { moment }),
  ];
}

export function sinceLines({ since }: Pick<CheckView, 'since'>): Block[] {
  return sinceText(since).map((text) => ({ kind: 'paragraph', parts: [spoken(text)] }));
}

/** What nobody can say of that moment: findings of these rules and deals are neither old nor new. */
export function untoldLines({ since }: Pick<CheckView, 'since'>): Block[] {
  if (since === null) return [];
  const { not_evaluated, unreadable } = since;
  const rules = new Map(not_evaluated.map((entry) => [keyOf(entry), untoldRule(entry)]));
  const muted = (told: Cell): Block => ({ kind: 'paragraph', tone: 'muted', parts: [told] });
  return [
    ...(rules.size === 0
      ? []
      : [
          muted(
            say('Old or new, that moment does not tell of {rules}.', { rules: listed([...rules.values()]) }),
          ),
        ]),
    ...(unreadable.length === 0
      ? []
      : [
          muted(
            say('Nor of {deals, plural, one {# deal} other {# deals}} that could not be read: {names}.', {
              deals: unreadable.length,
              names: sayNames(unreadable),
            }),
          ),
        ]),
  ];
}

function untoldRule({ rule, source, deals }: Untold): Cell {
  if (source !== '') return say('{rule} of {source}', { rule, source });
  if (deals === 0) return { kind: 'text', text: rule };
  return say('{rule} of {deals, plural, one {# deal} other {# deals}}', { rule, deals });
}

/** Those that are told alike: a source is told without how many. */
function keyOf({ rule, source, deals }: Untold): string {
  return JSON.stringify(source === '' ? [rule, deals] : [rule, source, 0]);
}

/** What in the baseline no longer occurs, with the command that takes it out. */
export function baselineLines({ baseline }: Pick<CheckView, 'baseline'>): Block[] {
  const gone = baseline?.gone ?? [];
  if (gone.length === 0) return [];
  const findings = gone.reduce((sum, entry) => sum + entry.count, 0);
  const names = gone.map(({ rule, id, about }) => [rule, id, about].filter((part) => part !== '').join(' '));
  return [
    {
      kind: 'paragraph',
      parts: [
        say(
          'In the baseline, {findings, plural, one {# finding no longer occurs} other {# findings no longer occur}}: {names}.',
          { findings, names: sayNames(names) },
        ),
      ],
    },
    {
      kind: 'next',
      text: say(findings === 1 ? 'To take it out' : 'To take them out'),
      command: 'pipeline check --shrink-baseline',
    },
  ];
}
