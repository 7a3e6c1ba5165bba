// The facts of a deal as lines of a label and what holds; facts that there are not are left out.

import type { Day } from '../base/day.ts';
import { customText } from '../deal/custom.ts';
import type { ShowView } from '../report/show.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';

type Part = string | Cell;
type Fact = readonly [label: string, parts: readonly Part[]];

/** A line a fact, the labels of one width. */
export function factLines(view: ShowView, look: Look): Block[] {
  const facts = [...mainFacts(view, look), ...furtherFacts(view)].filter(([, parts]) => parts.length > 0);
  const width = Math.max(...facts.map(([label]) => label.length)) + 2;
  return facts.map(([label, parts]) => ({ kind: 'paragraph', parts: [label.padEnd(width), ...parts] }));
}

function* mainFacts({ deal, currency, archived }: ShowView, look: Look): Generator<Fact> {
  const inStage = deal.days_in_stage === null ? [] : [`, for ${plural(deal.days_in_stage, 'day')}`];
  yield ['Stage', [deal.stage === '' ? '–' : look.stageLabel(deal.stage), ...inStage]];
  if (archived !== null) yield ['Archived', [archived]];
  yield ['Owner', [look.ownerLabel(deal.owner)]];
  yield ['Amount', amountParts(deal, currency)];
  yield [deal.outcome === 'open' ? 'Closes' : 'Closed', closeParts(deal)];
  yield ['Lost reason', text(deal.lost_reason)];
  yield ['Important', text(deal.important)];
  yield ['Category', text(deal.category)];
  if (deal.outcome === 'open' || deal.next_step !== null) yield ['Next step', nextStepParts(deal.next_step)];
  yield ['Last sign', signParts(deal.last_sign_of_life)];
}

function* furtherFacts({ deal, file, checklist, waived }: ShowView): Generator<Fact> {
  yield ['Created', days(deal.created)];
  yield ['Recorded', days(deal.recorded)];
  yield ['Contacts', text(deal.contacts.join(', '))];
  for (const { id, text: asked, met } of checklist)
    yield [met ? 'Met' : 'Not yet met', [asked === '' ? id : asked]];
  for (const { rule, until, why } of waived) {
    yield ['Waived', [`${rule} until `, { kind: 'day', day: until }, ...(why === '' ? [] : [`: ${why}`])]];
  }
  yield ['Source', text(deal.source)];
  yield ['Was', text(deal.was)];
  yield ['Merged into', text(deal.merged_into)];
  yield ['Missing since', days(deal.missing)];
  for (const [key, value] of Object.entries(deal.custom)) yield [key, text(customText(value))];
  yield ['File', text(file ?? '')];
}

function amountParts({ amount, currency: own, value }: ShowView['deal'], currency: string): Part[] {
  if (amount === null) return ['–'];
  const parts: Part[] = [{ kind: 'money', amount }, ` ${own}`];
  if (own === currency) return parts;
  if (value === null) return [...parts, ', no exchange rate'];
  return [{ kind: 'phrase', parts }, ' = ', { kind: 'money', amount: value }, ` ${currency}`];
}

function closeParts({ close, close_first, close_moves }: ShowView['deal']): Part[] {
  const parts: Part[] = close === null ? ['–'] : [{ kind: 'day', day: close }];
  if (close_moves === 0) return parts;
  const first: Part[] = close_first === null ? [] : [', first ', { kind: 'day', day: close_first }];
  return [...parts, ...first, `, moved ${close_moves}×`];
}

function nextStepParts(step: ShowView['deal']['next_step']): Part[] {
  if (step === null) return ['–'];
  const by: Part[] = step.by === null ? [] : [{ kind: 'day', day: step.by }, '  '];
  const agreed: Part[] = step.agreed === null ? [] : [' (agreed ', { kind: 'day', day: step.agreed }, ')'];
  return [...by, step.what, ...agreed];
}

function signParts(sign: ShowView['deal']['last_sign_of_life']): Part[] {
  if (sign === null) return [];
  const what = sign.event
    .replace(/^activity:/, '')
    .replaceAll('-', ' ')
    .replace(':', ' ');
  const ago = sign.days === 0 ? 'today' : `${plural(sign.days, 'day')} ago`;
  return [{ kind: 'day', day: sign.date }, `, ${ago}: ${what}`];
}

function text(of: string): Part[] {
  return of === '' ? [] : [of];
}

function days(of: Day | null): Part[] {
  return of === null ? [] : [{ kind: 'day', day: of }];
}
