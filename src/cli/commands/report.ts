// pipeline report: the whole pipeline as one file that opens anywhere.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const report: Verb = {
  name: 'report',
  job: 'look',
  summary: 'one HTML file with figures, charts and tables that opens anywhere',
  description: [
    'Writes report.html, or the file that --out names: fresh share, funnel, bridge, movements, stale deals, slip and shrink,',
    'conversion, plan, forecast with its backtest, results, reviews, actions, feedback, and the open deals. The file asks nothing of',
    'the network and prints on A4. Each section names the command that its figures come from. Markdown and JSON go to stdout where',
    'no --out is given; --out - sends any format there. A file that pipeline report did not write is never replaced.',
  ].join(' '),
  options: [
    {
      flags: '--from <export...>',
      text: 'begin with these exports of a CRM: makes the workspace, reads them, and makes a snapshot a week of what their dates tell',
    },
    {
      flags: '--since <snapshot>',
      text: 'where what is told over time begins (by default the last snapshot)',
    },
    { flags: '--as-of <date>', text: 'as the last snapshot of that day or before has it' },
    { flags: '--owner <owner>', text: 'of one owner' },
    { flags: '--sections <sections>', text: 'only these, with commas', list: true },
    {
      flags: '--locale <locale>',
      text: 'of figures and dates: pl, en-GB (by default as pipeline.yaml says)',
    },
    { flags: '--title <text>', text: 'the heading' },
    { flags: '--out <file>', text: 'where to write it; - is stdout' },
  ],
  examples: [
    { command: 'pipeline report', text: 'report.html, to open, to send or to print' },
    { command: 'pipeline report --from hubspot.csv', text: 'in an empty folder: all that an export tells' },
    {
      command: 'pipeline report --sections bridge,plan --format markdown',
      text: 'for a wiki or a pull request',
    },
  ],
  formats: ['html', 'markdown', 'json'],

  async run(call) {
    const { chosenSections, localeAsked, placeAsked, writeReport } = await import('../report-asked.ts');
    const sections = chosenSections(call.list('sections'));
    const place = placeAsked(call);
    const asOf = call.day('as-of');
    let status: ExitStatus = ExitStatus.done;
    if (call.flag('from')) {
      const { beginWith, isGood } = await import('../report-begin.ts');
      status = await beginWith(call.list('from'), call);
      if (!isGood(status)) return status;
    }
    const opened = await call.open(asOf === undefined ? {} : { asOf });
    const { reportShowing } = await import('../report-views.ts');
    const showing = await reportShowing(call, opened, {
      sections,
      owner: call.text('owner'),
      since: call.text('since'),
      title: call.text('title'),
      locale: localeAsked(call.text('locale')) ?? opened.book.settings.locale,
    });
    if (place === undefined) await call.show(showing);
    else await writeReport(call, showing, place);
    return status;
  },
};
