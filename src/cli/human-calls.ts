// What pipeline forecast call does: the calls as they stand, and one that is written down.

import type { Day } from '../base/day.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { digitsOf } from '../base/money.ts';
import { type Period, periodAround } from '../base/period.ts';
import { asItIs, said } from '../base/said.ts';
import { humanCallsOf, type WorkspaceCalls } from '../book/human-calls.ts';
import { expectHappened } from '../entry/activity.ts';
import { ownerCalled } from '../entry/owner.ts';
import { CALLS_FILE, type HumanCall, replacedBy } from '../human-calls/human-call.ts';
import { withCall } from '../human-calls/write.ts';
import { callChangePage, humanCallsPage, humanCallsRecords } from '../page/human-calls.ts';
import { ownerLabel } from '../report/chosen.ts';
import { humanCallsView, humanCallView } from '../report/human-calls.ts';
import type { Settings } from '../workspace/settings.ts';
import { type Entering, enteringOn } from './change-deals.ts';
import { personNamed } from './dialogue.ts';
import type { Call } from './verb.ts';

/** The calls of the workspace. */
export function callsIn(call: Call, { fiscalYearStarts, currency }: Settings): WorkspaceCalls {
  return humanCallsOf(call.root(), { fiscalYearStarts, currency });
}

export async function listCalls(call: Call): Promise<ExitStatus> {
  for (const option of ['note', 'on']) {
    if (call.text(option) === undefined) continue;
    throw new Failure('usage', said('--{option} is of a call, and there is no amount.', { option }), {
      hint: asItIs('pipeline forecast call 450k --owner anna'),
    });
  }
  const settings = await call.settings();
  const today = call.today(settings.timeZone);
  const found = callsIn(call, settings);
  const word = call.text('owner');
  const named = found.calls.map(({ owner }) => owner);
  const owner = word === undefined ? undefined : personNamed(word, named, settings);
  const period = await call.period('period', { settings, today });
  const view = humanCallsView(found, { period: period?.name, owner }, today);
  await call.show({
    view,
    page: () => humanCallsPage(view, lookOf(settings), settings.currency),
    records: () => humanCallsRecords(view),
  });
  return found.problems.length > 0 ? ExitStatus.rejected : ExitStatus.done;
}

export async function writeCall(call: Call): Promise<ExitStatus> {
  return call.locked(async (today) => {
    const settings = await call.settings();
    const entering = await enteringOn(today, settings);
    const called = await callSaid(call, entering);
    const { calls, file, isUnread, problems } = callsIn(call, settings);
    if (isUnread)
      throw new Failure(
        'calls-invalid',
        said("{calls_file} can't be read, so nothing is written there.", { calls_file: CALLS_FILE }),
        {
          problems,
        },
      );
    const replaced = replacedBy(calls, called);
    const change = withCall(file, called, settings);
    if (change !== undefined) await call.write([change], { signal: call.io.signal });
    const [typed] = call.args;
    const view = {
      schema: 'pipeline/forecast-call/1',
      today,
      did: change === undefined ? 'nothing' : replaced === undefined ? 'added' : 'replaced',
      call: humanCallView(called),
      replaces: change === undefined || replaced === undefined ? null : humanCallView(replaced),
      typed: typed === called.amount ? '' : (typed ?? ''),
    } as const;
    await call.show({
      view,
      page: () => callChangePage(view, lookOf(settings)),
      records: () => humanCallsRecords({ calls: [view.call] }),
    });
    return ExitStatus.done;
  });
}

async function callSaid(call: Call, entering: Entering): Promise<HumanCall> {
  const { settings, today, understood } = entering;
  const { currency, fiscalYearStarts } = settings;
  const given = call.text('on');
  const on = given === undefined ? today : understood.day(given, 'past');
  expectHappened(on, today, 'Write it down when it is called.');
  const period =
    (await call.period('period', { settings, today })) ?? periodAround(on, 'quarter', fiscalYearStarts);
  expectAhead(period, on);
  const read = understood.amount(call.args[0] ?? '', currency);
  if (read.currency !== currency) {
    throw new Failure(
      'bad-amount',
      said('A call is in {currency}, not in {currency_2}.', { currency, currency_2: read.currency }),
      {
        hint: said('Forecasts are reckoned in {currency}: write what it is in that.', { currency }),
      },
    );
  }
  if (read.amount.startsWith('-'))
    throw new Failure('bad-amount', 'A call can be no less than nothing.', {
      hint: 'It is all that the period will bring, with what is won already.',
    });
  const word = call.text('owner');
  return {
    ...{ period: period.name, owner: word === undefined ? '' : ownerCalled(word, entering) },
    ...{ on, amount: read.amount, currency, note: call.text('note')?.trim() ?? '' },
    logged: on === today ? undefined : today,
  };
}

/** @throws Failure `usage` for a period that was over on the day */
function expectAhead({ name, to }: Period, on: Day): void {
  if (on <= to) return;
  throw new Failure('usage', said('{name} was over on {on}: there was nothing left to call.', { name, on }), {
    hint: said('What it brought: pipeline results {name}. A call of before: --on {to}', { name, to }),
  });
}

function lookOf({ currency, team }: Settings) {
  return { digits: digitsOf(currency), ownerLabel: (owner: string) => ownerLabel(team, owner) };
}
