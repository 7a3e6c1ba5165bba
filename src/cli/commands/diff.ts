// pipeline diff: what happened between two snapshots.

import type { Day } from '../../base/day.ts';
import { ExitStatus } from '../../base/exit-status.ts';
import type { DiffView } from '../../report/diff.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { DiffEnds } from '../diff-ends.ts';
import type { Call, Verb } from '../verb.ts';

export const diff: Verb = {
  name: 'diff',
  job: 'snapshot and monitor',
  summary: 'what happened between two snapshots, deal by deal and as a bridge',
  description: [
    'A and B are dates, latest, latest~3, "@2 weeks ago", @2026-11-20 or now. Without them: from the newest snapshot',
    'before today to now. Every movement of every deal is told, by money at stake; the opening, the bars and the',
    'closing add up to the cent. --period, --owner and --stage say what the bridge is of; --only says which lines are',
    'shown and never changes the bridge. --period none means deals without a close date, --owner none those of nobody.',
    'With --every: a bridge a week, month or quarter, by default over all snapshots; they add up to the one from first to last.',
    '--only slipped --since A counts from snapshot to snapshot: how often each deal slipped and by how many days in all, the worst',
    'first; it takes the place of A, and a word beside it is B.',
    '--git takes two commits for A and B, and begins with one sentence on what the change does: docs/change-requests.md.',
    '--between adds what came and went between the ends, as their commits tell it; it is in no figure of the diff.',
  ].join(' '),
  args: [
    { name: '[from]', text: 'A, the earlier one' },
    { name: '[to]', text: 'B, the later one' },
  ],
  options: [
    { flags: '--period <period>', text: 'open deals due in 2026-Q4, this-month, …; none: without a date' },
    { flags: '--owner <owner>', text: 'of an owner; several with commas', list: true },
    { flags: '--stage <stage>', text: 'in a stage, as B calls it; several with commas', list: true },
    {
      flags: '--only <movements>',
      text: 'only lines with slipped, shrunk, …; several with commas',
      list: true,
    },
    { flags: '--bridge', text: 'draw the bridge' },
    {
      flags: '--every <interval>',
      text: 'a bridge for each week, month or quarter between A and B',
      choices: ['week', 'month', 'quarter'],
    },
    { flags: '--explain <bar>', text: 'the deals that make up a bar: won, pushed-out, opening, …' },
    { flags: '--since <from>', text: 'with --only: how often each deal did so, over all snapshots since A' },
    {
      flags: '--git <range>',
      text: 'between commits: BASE..HEAD, BASE...HEAD from where they parted, or BASE to the work tree',
    },
    { flags: '--between', text: 'also what commits between the two did that neither shows' },
    { flags: '--exit-code', text: 'exit 1 where anything moved' },
  ],
  examples: [
    { command: 'pipeline diff', text: 'what happened since the last snapshot' },
    { command: 'pipeline diff --only slipped,shrunk', text: 'the deals that slipped or shrank' },
    { command: 'pipeline diff --period this-quarter --bridge', text: 'how the quarter came to what it is' },
    { command: 'pipeline diff --period this-quarter --explain won', text: 'the deals behind a bar' },
    { command: 'pipeline diff --only slipped --since "@12 weeks ago"', text: 'who slips again and again' },
    { command: 'pipeline diff --every month', text: 'a bridge a month, and their sum' },
    { command: 'pipeline diff "@4 weeks ago" latest', text: 'a month between two snapshots' },
    { command: 'pipeline diff --format markdown', text: 'for a chat or a pull request' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html'],

  async run(call) {
    const { diffWords, typedDiff } = await import('../diff-words.ts');
    const words = diffWords(call);
    if (call.text('every') !== undefined) {
      const { showBridges } = await import('../diff-series.ts');
      return showBridges(call, words, (ends) => typedDiff(call, ends));
    }
    const since = call.text('since');
    if (since !== undefined) {
      const { showCounts } = await import('../diff-series.ts');
      return showCounts(call, words, since, (ends) => typedDiff(call, ends));
    }
    const { diffWithRemovals } = await import('../diff-removals.ts');
    const { diffAsked } = await import('../../report/diff-asked.ts');
    const { diffView } = await import('../../report/diff.ts');
    const settings = await call.settings();
    const today = call.today(settings.timeZone);
    const ends = await endsOf(call, settings, today);
    const { a, b, leftOut, commits } = ends;
    const asked = {
      ...diffAsked(words, a, b, { settings, today }),
      leftOut,
      withIdle: call.formats.some((format) => format === 'json' || format === 'csv'),
      ...(commits === undefined ? {} : { commits: { ...commits, today } }),
      ...(call.flag('between') ? { steps: await steps(call, ends, settings) } : {}),
    };
    const view = await diffWithRemovals(call, diffView(a, b, asked), ends, settings.timeZone);
    const pages = await import('../../page/diff-pages.ts');
    const look = pages.diffLook(a, b, settings.team);
    await call.show(pages.showDiff(view, look, typedDiff(call), call.flag('bridge')));
    return statusOf(view, call.flag('exit-code'));
  },
};

async function endsOf(call: Call, settings: Settings, today: Day): Promise<DiffEnds> {
  const range = call.text('git');
  if (range === undefined) return (await import('../diff-ends.ts')).diffEnds(call, today);
  return (await import('../git-ends.ts')).gitEnds(call, range, settings);
}

async function steps(call: Call, ends: DiffEnds, settings: Settings) {
  const { stepsBetween } = await import('../git-between.ts');
  return stepsBetween(call, ends, settings);
}

/** Unreadable deals at now, and in commits, come first: what they hide may have moved. */
function statusOf(view: DiffView, exitCode: boolean): ExitStatus {
  const isNow = view.to_snapshot === 'now' || view.commits !== null;
  if (isNow && view.unreadable.length + view.left_out.length > 0) return ExitStatus.rejected;
  const moved = view.deals.some(({ movements }) => movements.every(({ kind }) => kind !== 'idle'));
  return exitCode && moved ? ExitStatus.findings : ExitStatus.done;
}
