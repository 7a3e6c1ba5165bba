// pipeline forecast calibrate: the configured probabilities of stages against what happened.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Call, Verb } from '../verb.ts';

export const forecastCalibrate: Verb = {
  name: 'forecast calibrate',
  job: 'plan and foresee',
  summary: 'the configured probability of each stage against what happened, and what would fit',
  description: [
    'Of the deals that snapshots or their own record saw in a stage, how many of those that are decided were won, with the 90 % interval',
    '(Wilson). Open deals are in no rate; a deal that left without a win counts as lost. Where what is configured lies outside of the',
    'interval of enough deals, and would whatever became of the open ones, the share that happened is proposed, as a diff of pipeline.yaml.',
  ].join(' '),
  options: [
    { flags: '--period <period>', text: 'only deals closed in it: 2026, last-quarter, …' },
    { flags: '--write', text: 'write the proposed probabilities to pipeline.yaml' },
  ],
  examples: [{ command: 'pipeline forecast calibrate', text: 'do the probabilities fit?' }],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  run: (call) => (call.flag('write') ? call.locked(() => calibrate(call)) : calibrate(call)),
};

async function calibrate(call: Call): Promise<ExitStatus> {
  const { forecastFacts } = await import('../forecast-facts.ts');
  const { basisOf } = await import('../../report/forecast-basis.ts');
  const { forecastCalibrateView } = await import('../../report/forecast-calibrate.ts');
  const { calibratePage, calibrateRecords } = await import('../../page/forecast-calibrate.ts');
  const { settingsChange } = await import('../../workspace/settings-change.ts');
  const { withProbabilities } = await import('../../process-change/probability-text.ts');
  const { periodNamed } = await import('../../report/forecast-scope.ts');
  const { SETTINGS_FILE } = await import('../../workspace/find.ts');
  const { createTwoFilesPatch } = await import('diff');
  const facts = await forecastFacts(call, undefined);
  const word = call.text('period');
  const isWritten = call.flag('write');
  const changes: Parameters<Call['write']>[0][number][] = [];
  const view = forecastCalibrateView(
    basisOf(facts, '', () => true),
    {
      settings: facts.settings,
      period: word === undefined ? undefined : periodNamed(word, facts),
      today: facts.today,
      isWritten,
      diffOf: (shares) => {
        let before = '';
        const { file } = settingsChange(call.root(), 'these probabilities', (text) => {
          before = text;
          return withProbabilities(text, shares);
        });
        changes.push(file);
        const names = [`a/${SETTINGS_FILE}`, `b/${SETTINGS_FILE}`] as const;
        const after = file.kind === 'write' ? String(file.content) : before;
        return createTwoFilesPatch(...names, before, after, undefined, undefined, { context: 2 });
      },
    },
  );
  if (isWritten && changes.length > 0) await call.write(changes, { signal: call.io.signal });
  await call.show({
    view,
    page: () => calibratePage(view),
    records: () => calibrateRecords(view),
  });
  return ExitStatus.done;
}
