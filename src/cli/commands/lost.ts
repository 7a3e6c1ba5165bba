// pipeline lost: a deal ends as lost.

import { changeDeals } from '../change-deals.ts';
import type { Call, Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const lost: Verb = {
  name: 'lost',
  job: 'document',
  summary: 'close a deal as lost, with the reason',
  description: 'Its close date is then the day on which it was lost. At a terminal it asks for the reason.',
  args: [{ name: '[id]', text: 'the deal' }],
  options: [
    { flags: '--reason <reason>', text: "of pipeline.yaml's lost_reasons" },
    { flags: '--on <day>', text: 'when (default: today)' },
    ...MANY,
  ],
  examples: [{ command: 'pipeline lost baltic-foods-mes --reason price', text: 'for its price' }],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { lostChanges } = await import('../../entry/stage-move.ts');
    const { lostReason } = await import('../../entry/fields.ts');
    const { chosen } = chosenBy(call, []);
    const reason = call.text('reason') ?? (await reasonFrom(call));
    return changeDeals(call, {
      chosen,
      changes(deal, entering) {
        const on = entering.understood.day(call.text('on') ?? entering.today, 'past');
        return lostChanges(deal, { on, reason: lostReason(reason, entering) }, entering);
      },
    });
  },
};

async function reasonFrom(call: Call): Promise<string> {
  const { lostReasons } = await call.settings();
  const { askLostReason } = await import('../ask-entry.ts');
  return askLostReason(call, lostReasons);
}
