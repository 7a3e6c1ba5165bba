// The page of `pipeline forecast --by`: the range of each group by itself, and whose past it rests on.

import { shellWord } from '../base/shell-word.ts';
import { FEWEST_OWN } from '../forecast/pooled.ts';
import type { ForecastFigures } from '../report/forecast-figures.ts';
import type { ForecastGroup, GroupedForecast } from '../report/forecast-groups.ts';
import { counted } from './counted.ts';
import { headingOf } from './forecast.ts';
import { groupTitle } from './group-title.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, RecordCell, Records, Title } from './page.ts';
import { type Said, say } from './say.ts';

export function forecastGroupsPage(view: GroupedForecast, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: GroupedForecast, look: Look): Generator<Block> {
  const label = ({ key }: ForecastGroup) =>
    view.by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key;
  yield { kind: 'heading', parts: [...headingOf(view, look), ' · ', say('by {group}', { group: view.by })] };
  yield { kind: 'blank' };
  yield table(view, label);
  yield { kind: 'blank' };
  yield muted(say('Each is forecast by itself: percentiles of parts do not add up to those of the whole.'));
  if (view.groups.some(({ history }) => history.pooled) && !view.over) {
    yield muted(
      say(
        'All deals: fewer than {decided} decided deals or {periods} complete periods of their own. Each deal has then the chance of such deals of all, what is not created yet is what the {group} brought itself, and the range is wide, since nobody knows how much it differs.',
        {
          decided: { kind: 'count', count: FEWEST_OWN.decided },
          periods: { kind: 'count', count: FEWEST_OWN.periods },
          group: view.by,
        },
      ),
    );
  }
  const [first] = view.groups.filter(({ key }) => key !== '');
  const command = `pipeline forecast ${view.period}`;
  yield first !== undefined && view.by === 'owner'
    ? {
        kind: 'next',
        text: say('More about {owner}', { owner: label(first) }),
        command: `${command} --owner ${shellWord(first.key)}`,
      }
    : { kind: 'next', text: say('All deals together'), command };
}

function table(view: GroupedForecast, label: (group: ForecastGroup) => string): Block {
  const column = (key: string, title: Title) => ({ key, title, align: 'right' as const });
  const hasTargets = view.groups.some(({ target }) => target !== null);
  const rests = (of: ForecastFigures) => (view.over ? [] : [restsOn(of)]);
  const figures = ({ p10, p50, p90, mean, parts, counts, target }: ForecastFigures): Cell[] => [
    money(p10),
    { ...money(p50), tone: 'strong' },
    money(p90),
    money(mean),
    money(parts.won),
    { kind: 'count', count: counts.open },
    ...(hasTargets ? [target === null ? NONE : money(target.value)] : []),
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'group', title: groupTitle(view.by), shrinkTo: 10 },
      ...[column('p10', 'P10'), column('p50', 'P50'), column('p90', 'P90')],
      { ...column('mean', 'Mean'), dropRank: 4 },
      ...[column('won', 'Won'), { ...column('open', 'Open'), dropRank: 2 }],
      ...(hasTargets ? [{ ...column('target', 'Target'), dropRank: 3 }] : []),
      ...(view.over ? [] : [{ key: 'rests_on', title: 'Rests on' as const, shrinkTo: 20 }]),
    ],
    rows: view.groups.map((group) => [text(label(group)), ...figures(group), ...rests(group)]),
    totals: [[say('All deals'), ...figures(view), ...rests(view)]],
  };
}

/** Whose past, and how much of it. */
function restsOn({ history: { pooled, grounds, decided, periods } }: ForecastFigures): Cell {
  if (grounds === 'little' && !pooled) return say('little history', {}, 'warn');
  if (grounds === 'configured') return say('configured chances', {}, 'warn');
  if (pooled) {
    return say('all deals; {decided} decided', { decided: { kind: 'count', count: decided } }, 'warn');
  }
  return counted(periods, 'period');
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function money(amount: GroupedForecast['p50']): Extract<Cell, { kind: 'money' }> {
  return { kind: 'money', amount };
}

function muted(of: Said): Block {
  return { kind: 'paragraph', tone: 'muted', parts: [of] };
}

/** A row a group; none for all deals, which is no sum of them. */
export function forecastGroupsRecords({ by, groups }: GroupedForecast): Records {
  return {
    columns: [
      ...[by.replace(/^custom\./, ''), 'p10', 'p50', 'p90', 'mean', 'won', 'open', 'new'],
      ...['won_deals', 'open_deals', 'target', 'grounds', 'pooled', 'decided', 'periods'],
    ],
    rows: groups.map(({ key, p10, p50, p90, mean, parts, counts, target, history }): RecordCell[] => [
      { kind: 'text', text: key },
      ...[p10, p50, p90, mean, parts.won, parts.open, parts.new].map(
        (decimal): RecordCell => ({ kind: 'decimal', decimal }),
      ),
      ...[counts.won, counts.open].map((number): RecordCell => ({ kind: 'number', number })),
      target === null ? { kind: 'none' } : { kind: 'decimal', decimal: target.value },
      { kind: 'text', text: history.grounds },
      { kind: 'text', text: history.pooled ? 'yes' : 'no' },
      ...[history.decided, history.periods].map((number): RecordCell => ({ kind: 'number', number })),
    ]),
  };
}
