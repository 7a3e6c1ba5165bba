import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { INITIAL_STAGES, isInitialProcess, stagesNamed } from '../../src/workspace/init-stages.ts';
import { EXPLAINED } from '../../src/workspace/settings-explained.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';
import { stageLines, withStages } from '../../src/workspace/stage-lines.ts';
import { settingsTemplate, type TemplateOptions } from '../../src/workspace/template.ts';

const OPTIONS: TemplateOptions = {
  name: 'acme-sales',
  locale: 'pl',
  timeZone: 'Europe/Warsaw',
  currency: 'PLN',
  sourceOfRecord: 'none',
  stages: INITIAL_STAGES,
  today: day('2026-11-23'),
};

function settingsOf(text: string) {
  const { settings, problems } = readSettings(text, 'pipeline.yaml');
  expect(problems).toEqual([]);
  if (settings === undefined) throw new Error('no settings');
  return settings;
}

/** Takes the # away from every setting, as a person may. */
function uncommented(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^( *)#(?! \S)/, '$1'));
  return lines.join('\n').replace('\n  version: 1 ', '\n  version: 2 '); // the history has version 1 then
}

const NAMES = [
  'acme-sales',
  'Łódź – sprzedaż',
  '0012',
  'null',
  'a: b # c',
  '"',
  "it's",
  '- x',
  '工作',
  'x\ny',
];
const PLACES = [
  { locale: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' },
  { locale: 'en-US', timeZone: 'America/New_York', currency: 'USD' },
  { locale: 'no', timeZone: 'UTC', currency: 'EUR' },
  { locale: 'ja', timeZone: 'Asia/Tokyo', currency: 'JPY' },
];
const STAGES = [
  'Lead',
  'Lead,Qualified,Closed Won,Closed Lost',
  'Yes,No,Null',
  'Ząb, [x], {y}: z',
  '询盘,报价',
  '1,2,3',
];

describe('the pipeline.yaml that init writes', () => {
  const text = settingsTemplate(OPTIONS);

  test('stays as it was reviewed', async () => {
    await expect(text).toMatchFileSnapshot('../../snapshots/settings/template.yaml');
  });

  test('has the line by which editors find its schema first', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=schema/pipeline.json');
  });

  test('explains every setting where it stands', () => {
    for (const [path, meaning] of Object.entries(EXPLAINED)) expect(text, path).toContain(`# ${meaning}`);
  });

  test('is read on a screen of 120 columns', () => {
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
  });

  test('shows the defaults that hold without it', () => {
    const least = 'format: 1\nname: a\ncurrency: PLN\nprocess: {stages: [lead]}\n';
    const silent = settingsOf(least);
    const shown = settingsOf(uncommented(text));
    const written = settingsOf(text);
    const { freshness, review, clean, activityTypes, categories, labels, rhythm } = silent;
    expect(written).toMatchObject({ freshness, review, clean, activityTypes, categories, labels, rhythm });
    expect(shown).toMatchObject({
      clean,
      activityTypes,
      categories,
      labels,
      rhythm,
      check: { gate: 'error' },
    });
    expect(shown.freshness).toEqual({ ...freshness, notActivities: ['note'] });
    expect(shown.review).toMatchObject({ largest: 5, random: 5, notAgainWithin: 60, closedWithin: 90 });
    expect(shown.plan.multiplier).toBe(silent.plan.multiplier);
  });

  test.each(STAGES)('reads back with every combination of options: stages %s', (labels) => {
    const { stages } = stagesNamed(labels.split(','));
    for (const name of NAMES) {
      for (const place of PLACES) {
        for (const sourceOfRecord of ['none', 'pipedrive']) {
          const options = { ...OPTIONS, ...place, name, sourceOfRecord, stages };
          const settings = settingsOf(settingsTemplate(options));
          expect(settings).toMatchObject({
            ...place,
            name,
            sourceOfRecord: sourceOfRecord.replace('none', ''),
          });
          expect(settings.process.stages.map(({ id, label }) => ({ id, label }))).toEqual(stages);
          expect(settings.documentedSince).toBe('2026-11-23');
          settingsOf(uncommented(settingsTemplate(options)));
        }
      }
    }
  });
});

describe('stages from labels', () => {
  test('ids come from the labels, which stay as they are', () => {
    expect(stagesNamed(['Lead', ' Follow up ', 'Oferta złożona', '询盘']).stages).toEqual([
      { id: 'lead', label: 'Lead' },
      { id: 'follow-up', label: 'Follow up' },
      { id: 'oferta-zlozona', label: 'Oferta złożona' },
      { id: 'stage-4', label: '询盘' },
    ]);
  });

  test('won and lost, closed or not, are outcomes', () => {
    const { stages, outcomes } = stagesNamed(['Lead', 'Closed Won', 'closed-lost', 'WON', 'Lost']);
    expect(stages.map(({ id }) => id)).toEqual(['lead']);
    expect(outcomes).toEqual(['Closed Won', 'closed-lost', 'WON', 'Lost']);
  });

  test('two that would be the same are refused', () => {
    expect(() => stagesNamed(['Follow-up', 'follow up'])).toThrow('would have the same id, follow-up');
  });

  test('without any there is nothing to do', () => {
    expect(() => stagesNamed(['', 'Won', ' '])).toThrow('There is no stage.');
  });
});

describe("init's own process", () => {
  const text = settingsTemplate(OPTIONS);

  test('is known as untouched', () => {
    expect(isInitialProcess(settingsOf(text))).toBe(true);
    expect(isInitialProcess(settingsOf(text.replace('name: acme-sales', 'name: other')))).toBe(true);
  });

  test.each([
    ['a probability changed', 'probability: 25%', 'probability: 30%'],
    ['a label changed', 'label: Proposal', 'label: Offer'],
    ['a limit set', '#max_days: 30', 'max_days: 30'],
    ['a version raised', 'version: 1', 'version: 2'],
    ['a former id', '#was: [prospect]', 'was: [prospect]'],
    ['a stage taken out', '    - {id: proposal, label: Proposal, probability: 50%}\n', ''],
  ])('is touched with %s', (_what, before, after) => {
    expect(isInitialProcess(settingsOf(text.replace(before, after)))).toBe(false);
  });

  test('stages that a person named are not its own', () => {
    const { stages } = stagesNamed(['Lead', 'Qualified', 'Proposal', 'Negotiation']);
    expect(isInitialProcess(settingsOf(settingsTemplate({ ...OPTIONS, stages })))).toBe(false);
  });
});

describe('other stages in the place of those in a file', () => {
  const stages = stagesNamed(['Prospecting', 'Engaging: first']).stages;

  test('nothing else changes', () => {
    const text = settingsTemplate(OPTIONS);
    const changed = withStages(text, stages);
    const [above, below] = [text.indexOf('    - id: lead'), text.length - text.indexOf('\n  #history:')];
    expect(changed.slice(0, above)).toBe(text.slice(0, above));
    expect(changed.slice(-below)).toBe(text.slice(-below));
    expect(changed.slice(above, -below)).toBe(stageLines(stages, '    ').join('\n'));
    expect(settingsOf(changed).process.stages.map(({ label }) => label)).toEqual([
      'Prospecting',
      'Engaging: first',
    ]);
  });

  test('line ends and a list in brackets stay what they are', () => {
    const crlf = settingsTemplate(OPTIONS).replaceAll('\n', '\r\n');
    expect(withStages(crlf, stages).replaceAll('\r\n', '')).not.toContain('\n');
    const flow = 'format: 1\nname: a\ncurrency: PLN\nprocess: {stages: [lead, offer]} # ours\n';
    expect(withStages(flow, stages)).toBe(
      'format: 1\nname: a\ncurrency: PLN\n' +
        'process: {stages: [{id: prospecting, label: Prospecting}, {id: engaging-first, label: "Engaging: first"}]} # ours\n',
    );
  });
});
