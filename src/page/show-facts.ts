// The facts of a deal as lines of a label and what holds; facts that there are not are left out.

import type { Day } from '../base/day.ts';
import { customText } from '../deal/custom.ts';
import type { ShowView } from '../report/show.ts';
import { signEvent } from '../snapshot/sign-event.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { type Said, say } from './say.ts';
import { signCell } from './sign-words.ts';
import { stageCell } from './stage-cell.ts';

type Part = string | Cell;
type Fact = readonly [label: string | Said, parts: readonly Part[]];

/** Those that there are. */
export function factsBlock(view: ShowView, look: Look): Block {
  const facts = [...mainFacts(view, look), ...furtherFacts(view)].filter(([, parts]) => parts.length > 0);
  return { kind: 'facts', as: 'paragraph', facts: facts.map(([label, parts]) => ({ label, parts })) };
}

function* mainFacts({ deal, currency, archived }: ShowView, look: Look): Generator<Fact> {
  const stage = deal.stage === '' ? '–' : stageCell(deal.stage, look);
  const days = deal.days_in_stage;
  yield fact('Stage', [
    days === null ? stage : say('{stage}, for {days, plural, one {# day} other {# days}}', { stage, days }),
  ]);
  if (archived !== null) yield fact('Archived', [archived]);
  yield fact('Owner', [look.ownerLabel(deal.owner)]);
  yield fact('Amount', amountParts(deal, currency));
  yield fact(deal.outcome === 'open' ? 'Closes' : 'Closed', [closeCell(deal)]);
  yield fact('Lost reason', text(deal.lost_reason));
  yield fact('Important', text(deal.important));
  yield fact('Category', text(deal.category));
  if (deal.outcome === 'open' || deal.next_step !== null) {
    yield fact('Next step', nextStepParts(deal.next_step));
  }
  yield fact('Last sign', signParts(deal.last_sign_of_life, look));
}

function* furtherFacts({ deal, file, checklist, waived }: ShowView): Generator<Fact> {
  yield fact('Created', days(deal.created));
  yield fact('Recorded', days(deal.recorded));
  yield fact('Contacts', text(deal.contacts.join(', ')));
  for (const { id, text: asked, met } of checklist) {
    yield fact(met ? 'Met' : 'Not yet met', [asked === '' ? id : asked]);
  }
  for (const { rule, until, why } of waived) {
    const waiver = say('{rule} until {day}', { rule, day: { kind: 'day', day: until } });
    yield fact('Waived', why === '' ? [waiver] : [waiver, `: ${why}`]);
  }
  yield fact('Source', text(deal.source));
  yield fact('Was', text(deal.was));
  yield fact('Merged into', text(deal.merged_into));
  yield fact('Missing since', days(deal.missing));
  for (const [key, value] of Object.entries(deal.custom)) yield [key, text(customText(value))];
  yield fact('File', text(file ?? ''));
}

function fact(label: Message, parts: readonly Part[]): Fact {
  return [say(label), parts];
}

function amountParts({ amount, currency: own, value }: ShowView['deal'], currency: string): Part[] {
  if (amount === null) return ['–'];
  const parts: Part[] = [{ kind: 'money', amount }, ` ${own}`];
  if (own === currency) return parts;
  if (value === null) return [...parts, ', ', say('no exchange rate')];
  return [{ kind: 'phrase', parts }, ' = ', { kind: 'money', amount: value }, ` ${currency}`];
}

function closeCell({ close, close_first: first, close_moves: moves }: ShowView['deal']): Part {
  const day: Part = close === null ? '–' : { kind: 'day', day: close };
  if (moves === 0) return day;
  return first === null
    ? say('{day}, moved {moves}×', { day, moves })
    : say('{day}, first {first}, moved {moves}×', { day, first: { kind: 'day', day: first }, moves });
}

function nextStepParts(step: ShowView['deal']['next_step']): Part[] {
  if (step === null) return ['–'];
  const by: Part[] = step.by === null ? [] : [{ kind: 'day', day: step.by }, '  '];
  const agreed: Part[] =
    step.agreed === null ? [] : [' (', say('agreed {day}', { day: { kind: 'day', day: step.agreed } }), ')'];
  return [...by, step.what, ...agreed];
}

function signParts(sign: ShowView['deal']['last_sign_of_life'], look: Look): Part[] {
  if (sign === null) return [];
  const ago =
    sign.days === 0
      ? say('today')
      : say('{days, plural, one {# day} other {# days}} ago', { days: sign.days });
  return [{ kind: 'day', day: sign.date }, ', ', ago, ': ', eventCell(sign.event, look)];
}

/** What a sign of life is called: `stage Proposal`. */
function eventCell(event: string, look: Look): Part {
  const { kind, what } = signEvent(event);
  return kind === 'stage' ? say('stage {stage}', { stage: stageCell(what, look) }) : signCell(event);
}

function text(of: string): Part[] {
  return of === '' ? [] : [of];
}

function days(of: Day | null): Part[] {
  return of === null ? [] : [{ kind: 'day', day: of }];
}
