// pipeline add: a deal that was just heard of.

import type { Verb } from '../verb.ts';

export const add: Verb = {
  name: 'add',
  job: 'document',
  summary: 'write down a new deal',
  description: [
    'Only the name is needed. At a terminal it then asks for what the stage requires; Enter leaves it for later.',
    'Amounts and days are typed as people do: 120k, 1.2m, 95 000 EUR; fri, +2w, 15.01, end of Q1. What was understood is',
    'told back. A deal that begins beyond the first stage is taken, and counts as a late entry. The owner is you where',
    "the team has the address that git's user.email says.",
  ].join(' '),
  args: [{ name: '<name>', text: 'what it is about' }],
  options: [
    { flags: '--account <text>', text: 'the customer' },
    { flags: '--owner <owner>', text: 'whose it is: id, name or address in the team' },
    { flags: '--amount <amount>', text: 'what it is worth' },
    { flags: '--close <day>', text: 'when it is expected to close' },
    { flags: '--stage <stage>', text: 'where it is already (default: the first stage)' },
    { flags: '--created <day>', text: 'since when it has been known (default: today)' },
    { flags: '--next <text>', text: 'the next step' },
    { flags: '--by <day>', text: 'by when' },
    { flags: '--contact <address>', text: 'whom to talk to; may be given several times', repeat: true },
    { flags: '--important <why>', text: 'reviews take it first, and say why' },
    { flags: '--category <category>', text: 'commit, best-case, pipeline' },
    { flags: '--set <key=value>', text: 'another field, as pipeline set takes it; repeatable', repeat: true },
    { flags: '--id <id>', text: 'its id (default: made of account and name)' },
    { flags: '--no-input', text: 'ask nothing' },
    { flags: '--dry-run', text: 'say what would be written, and write nothing' },
  ],
  examples: [
    {
      command: 'pipeline add "ERP rollout" --account Acme --amount 120k --close "end of Q1"',
      text: 'with all that is known',
    },
    { command: 'pipeline add "Acme – spare parts"', text: 'with a name; the rest when it is known' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { addDeal } = await import('../add-deal.ts');
    return addDeal(call);
  },
};
