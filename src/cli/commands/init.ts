// pipeline init: makes a workspace.

import { basename, relative, resolve } from 'node:path';
import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { asItIs, type Said, type Sayable, said } from '../../base/said.ts';
import type { TemplateOptions } from '../../workspace/template.ts';
import type { Call, Verb } from '../verb.ts';
import { VERSION } from '../version.ts';

export const init: Verb = {
  name: 'init',
  job: 'begin',
  summary: 'make a workspace: pipeline.yaml with every setting explained, and its folders',
  description: [
    'Asks nothing: what no option says is taken from the system, and stands in pipeline.yaml to be changed.',
    'Overwrites nothing. A .gitignore or .gitattributes that is there gets the lines that it lacks.',
  ].join(' '),
  args: [{ name: '[folder]', text: 'the folder; the current one where left out' }],
  options: [
    { flags: '--stages <labels>', text: 'the stages in order: "Lead,Qualified,Proposal"' },
    { flags: '--currency <code>', text: 'the reporting currency (by default that of the locale)' },
    { flags: '--locale <locale>', text: 'how figures are shown: pl, en-GB (by default as LANG says)' },
    { flags: '--time-zone <zone>', text: "decides what today is (by default the system's)" },
    { flags: '--name <name>', text: "the workspace's name (by default the folder's)" },
    {
      flags: '--mirror <crm>',
      text: 'deals stay in this CRM, whose exports are read: pipedrive, salesforce, …',
    },
    { flags: '--demo', text: 'a made-up company with 13 weekly snapshots, to look around in' },
  ],
  examples: [
    { command: 'pipeline init sales --currency EUR', text: 'a workspace in the folder sales' },
    { command: 'pipeline init demo --demo', text: 'a made-up company to look around in' },
    { command: 'pipeline init crm --mirror pipedrive', text: 'one that mirrors a CRM' },
    { command: 'pipeline init b2b --stages "Lead,Demo,Offer,Won,Lost"', text: 'with stages of your own' },
  ],

  async run(call) {
    const { stagesNamed, INITIAL_STAGES } = await import('../../workspace/init-stages.ts');
    const { initFiles } = await import('../init-files.ts');
    const { writeWorkspace } = await import('../../workspace/init-folder.ts');
    const root = resolve(call.dir, call.args[0] ?? '.');
    if (call.flag('demo')) return initDemo(call, root);
    const named = call.text('stages');
    const { stages, outcomes } =
      named === undefined ? { stages: INITIAL_STAGES, outcomes: [] } : stagesNamed(named.split(','));
    const { dayIn } = await import('../../base/day.ts');
    const place = await placeAndMoney(call);
    const draft = { ...place, ...(await identity(call, root)), stages, today: dayIn('UTC', call.io.now()) };
    await refuseWrongOptions(draft);
    const options: TemplateOptions = { ...draft, today: call.today(place.timeZone) };
    const files = initFiles(options);
    const { written, kept } = await writeWorkspace(root, files, call.io.now());
    if (outcomes.length > 0) {
      const named = outcomes.join(', ');
      call.note(
        outcomes.length === 1
          ? said('{named} is an outcome, not a stage: every deal ends as won or lost.', { named })
          : said('{named} are outcomes, not stages: every deal ends as won or lost.', { named }),
      );
    }
    if (kept.includes('.vscode/settings.json')) {
      call.note('.vscode/settings.json is left as it is; deals/**/*.yaml are described by schema/deal.json.');
    }
    await tell(call, root, linesTold(options, written, relative(call.io.cwd, root)));
    return ExitStatus.done;
  },
};

const SETTLED_BY_DEMO = ['stages', 'currency', 'time-zone', 'name', 'mirror'];
const DEMO_TIME_ZONE = 'Europe/Warsaw';

async function initDemo(call: Call, root: string): Promise<ExitStatus> {
  const extra = SETTLED_BY_DEMO.find((option) => call.flag(option));
  if (extra !== undefined) {
    throw new Failure(
      'usage',
      said('--demo brings its own settings; --{extra} has no place beside it.', { extra }),
      {
        hint: 'Leave one of the two out.',
      },
    );
  }
  const { commonFiles } = await import('../init-files.ts');
  const { writeWorkspace } = await import('../../workspace/init-folder.ts');
  const { demoWorkspace } = await import('../demo-workspace.ts');
  const locale = localeAsked(call) ?? 'en';
  const files = [...commonFiles(), ...(await demoWorkspace(call.today(DEMO_TIME_ZONE), VERSION, locale))];
  await writeWorkspace(root, files, call.io.now());
  const at = relative(call.io.cwd, root);
  await tell(call, root, [
    'Made the demo workspace: a company with four sellers, and 13 weekly snapshots of its deals.',
    at === ''
      ? '→ pipeline diff shows what happened since last week'
      : said('→ cd {folder}, then pipeline diff shows what happened since last week', { folder: at }),
  ]);
  return ExitStatus.done;
}

/** In the language of the workspace that was made. */
async function tell(call: Call, root: string, lines: readonly Sayable[]): Promise<void> {
  const { safeForTerminal } = await import('../../render/safe.ts');
  const { speakerIn } = await import('../speaker.ts');
  const say = await speakerIn(root);
  call.io.stdout.write(lines.map((line) => `${safeForTerminal(say(line))}\n`).join(''));
}

function localeAsked(call: Call): string | undefined {
  return call.text('locale')?.replaceAll('_', '-');
}

async function placeAndMoney(call: Call): Promise<Pick<TemplateOptions, 'locale' | 'currency' | 'timeZone'>> {
  const { currencyOf, localeFrom, timeZoneFrom } = await import('../../workspace/init-defaults.ts');
  const locale = localeAsked(call) ?? localeFrom(call.io.env);
  const timeZone = call.text('time-zone') ?? timeZoneFrom(call.io.env);
  const currency = call.text('currency')?.toUpperCase() ?? currencyOf(locale);
  return { locale, timeZone, currency };
}

async function identity(call: Call, root: string): Promise<Pick<TemplateOptions, 'name' | 'sourceOfRecord'>> {
  const { slug } = await import('../../base/fold.ts');
  const crm = call.text('mirror');
  return {
    name: call.text('name') ?? (slug(basename(root)) || 'pipeline'),
    sourceOfRecord: crm === undefined ? 'none' : slug(crm) || crm,
  };
}

/** What would be written must read back: where it does not, an option is wrong. */
async function refuseWrongOptions(options: TemplateOptions): Promise<void> {
  const { readSettings } = await import('../../workspace/settings-read.ts');
  const { settingsTemplate } = await import('../../workspace/template.ts');
  const [problem] = readSettings(settingsTemplate(options), 'pipeline.yaml').problems;
  if (problem === undefined) return;
  throw new Failure('usage', problem.message, { hint: problem.hint });
}

function linesTold(options: TemplateOptions, written: readonly string[], folder: string): Said[] {
  const at = folder === '' ? '' : ` -C ${/[^\p{L}\p{N}\p{M}._/@+-]/u.test(folder) ? `'${folder}'` : folder}`;
  const things = [...new Set(written.map((path) => path.replace(/\/.*/, '/')))];
  const next =
    options.sourceOfRecord === 'none'
      ? [
          said("→ pipeline{at} import EXPORT.csv takes in a CRM's export;", { at }),
          said('  pipeline add "ERP rollout" writes down a deal, a file in deals/ (schema/deal.json)'),
        ]
      : [said('→ pipeline{at} week EXPORT.csv imports, snapshots and compares, each week', { at })];
  const { name, currency, locale, timeZone, stages } = options;
  return [
    said('Made the workspace {name}:', { name }),
    asItIs(`  ${things.join(' ')}`),
    said('  stages {stages}', { stages: stages.map(({ label }) => label).join(', ') }),
    said('  {currency}, {locale}, {timeZone}: change what is wrong in pipeline.yaml', {
      currency,
      locale,
      timeZone,
    }),
    ...next,
  ];
}
