// pipeline backfill --from history: what a CRM's own history tells of the deals that were imported from there.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BackfillView } from '../../src/report/backfill.ts';
import type { DiffView } from '../../src/report/diff.ts';
import { readSnapshot } from '../../src/snapshot/store.ts';
import { type Desk, desk } from '../crm-import/desk.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write(
    'pipeline.yaml',
    `format: 1
name: acme
currency: PLN
time_zone: Europe/Warsaw
team: [{id: anna, name: Anna Nowak}, {id: ewa, name: Ewa Lis}]
process: {stages: [lead, proposal]}
`,
  );
  deal('hel', '006A', 'stage: proposal', 'created: 2026-08-01', 'amount: 300', 'close: 2027-03-31');
  deal('bug', '006B', 'stage: won', 'created: 2026-08-20', 'amount: 50', 'close: 2026-09-30');
});
afterEach(() => here.clear());

function deal(id: string, source: string, ...lines: string[]): void {
  const head = ['name: Today', 'owner: anna', 'account: Acme', `source: {system: salesforce, id: ${source}}`];
  here.write(`deals/2026/${id}.yaml`, `${[...head, ...lines].join('\n')}\n`);
}

async function made(text: string, words: string): Promise<BackfillView> {
  here.write('history.csv', text);
  return here.json<BackfillView>(`backfill history.csv --from history ${words}`);
}

async function refused(text: string, words = '--on 2026-10-01') {
  here.write('history.csv', text);
  const { status, stderr } = await here.run(`backfill history.csv --from history ${words}`);
  expect(here.files('snapshots')).toEqual({});
  return { status, stderr };
}

const rowsOf = (name: string) =>
  Object.fromEntries(readSnapshot(here.root, name).deals.map((row) => [row.id, row]));

const STATES = `OpportunityId,CreatedDate,StageName,Amount,CloseDate
006A,2026-09-10T08:00:00Z,Proposal,250,2026-12-31
006A,2026-08-01T08:00:00Z,Lead,200,2026-11-30
006B,2026-08-20T22:30:00Z,Lead,,
006B,2026-09-15T08:00:00Z,Closed Won,50,2026-09-15
006X,2026-09-15T08:00:00Z,Lead,5,
`;

describe('a row a state', () => {
  test('gives the state of the last row before the day in the workspace’s time zone, in whatever order they come', async () => {
    const view = await made(STATES, '--on 2026-08-21,2026-08-22,2026-09-10,2026-09-11,2026-09-16');
    expect(Object.keys(rowsOf('2026-08-21'))).toEqual(['hel']);
    expect(rowsOf('2026-08-22').bug).toMatchObject({ stage: 'lead', amount: undefined, close: undefined });
    expect(rowsOf('2026-09-10').hel).toMatchObject({ stage: 'lead', amount: '200', close: '2026-11-30' });
    expect(rowsOf('2026-09-11').hel).toMatchObject({
      stage: 'proposal',
      amount: '250',
      close: '2026-12-31',
      closeFirst: '2026-11-30',
      closeMoves: 1,
      stages: [
        { stage: 'lead', on: '2026-08-01' },
        { stage: 'proposal', on: '2026-09-10' },
      ],
    });
    expect(rowsOf('2026-09-16').bug).toMatchObject({ stage: 'won', amount: '50', close: '2026-09-15' });
    expect(view).toMatchObject({
      origin: 'backfill-history',
      assumed: ['name', 'account', 'owner'],
      strangers: ['006X'],
      unplaced: [],
    });
  });

  test('makes movements between what is made, and none of what is assumed', async () => {
    await made(STATES, '--on 2026-09-10,2026-09-16');
    const view = await here.json<DiffView>('diff 2026-09-10 2026-09-16');
    const kinds = Object.fromEntries(
      view.deals.map(({ id, movements }) => [id, movements.map(({ kind }) => kind)]),
    );
    expect(kinds).toEqual({ hel: ['advanced', 'slipped', 'grown'], bug: ['won', 'grown'] });
    expect(view.bridge).toMatchObject({ opening: '200.00', closing: '250.00' });
  });
});

test('of rows of one moment the later line holds, or in a file that begins with the newest the earlier one', async () => {
  const head = 'OpportunityId,CreatedDate,StageName\n';
  await made(
    `${head}006A,2026-08-01,Lead\n006A,2026-09-01,Lead\n006A,2026-09-01,Proposal\n`,
    '--on 2026-09-02',
  );
  expect(rowsOf('2026-09-02').hel?.stage).toBe('proposal');
  await made(
    `${head}006A,2026-09-01,Proposal\n006A,2026-09-01,Lead\n006A,2026-08-01,Lead\n`,
    '--on 2026-09-03',
  );
  expect(rowsOf('2026-09-03').hel?.stage).toBe('proposal');
});

test('an owner told by a record’s id is not told', async () => {
  const view = await made(
    'OpportunityId,CreatedDate,StageName,OwnerId\n006A,2026-08-01,Lead,0055g00000AbCdEAAV\n',
    '--on 2026-08-02',
  );
  expect(view.assumed).toContain('owner');
  expect(rowsOf('2026-08-02').hel?.owner).toBe('anna');
});

describe('a row a field’s change', () => {
  const FIELDS = `OpportunityId,Field,OldValue,NewValue,CreatedDate
006A,StageName,Lead,Proposal,2026-09-10
006A,Amount,200,250,2026-09-01
006A,Owner,Ewa Lis,Anna Nowak,2026-09-05
006A,Owner,0055g00000AbCdEAAV,0055g00000ZyXwVAAV,2026-09-05
006A,Probability,10,50,2026-09-10
006B,created,,,2026-08-20
006B,Owner,Ewa Lis,Anna Nowak,2026-09-01
`;

  test('tells from the creation on what a field was before it changed', async () => {
    const view = await made(FIELDS, '--on 2026-08-02,2026-09-02,2026-09-06,2026-09-11');
    expect(rowsOf('2026-08-02').hel).toMatchObject({
      stage: 'lead',
      amount: '200',
      owner: 'ewa',
      name: 'Today',
    });
    expect(rowsOf('2026-09-02').hel).toMatchObject({ stage: 'lead', amount: '250', owner: 'ewa' });
    expect(rowsOf('2026-09-06').hel).toMatchObject({ stage: 'lead', owner: 'anna' });
    expect(rowsOf('2026-09-11').hel).toMatchObject({
      stage: 'proposal',
      owner: 'anna',
      stages: [
        { stage: 'lead', on: '2026-08-01' },
        { stage: 'proposal', on: '2026-09-10' },
      ],
    });
    expect(view.assumed).toEqual(['name', 'account']);
  });

  test('a deal whose stage it never tells is in none of them', async () => {
    await made(FIELDS, '--on 2026-09-11');
    expect(Object.keys(rowsOf('2026-09-11'))).toEqual(['hel']);
  });
});

describe('a row a property’s value', () => {
  test('is read by its names, with moments in milliseconds', async () => {
    const at = (day: string) => String(Date.parse(`${day}T10:00:00Z`));
    await made(
      `deal_id,timestamp,name,value
006A,${at('2026-08-01')},dealstage,lead
006A,${at('2026-08-01')},amount,"1,200.50"
006A,${at('2026-08-05')},hs_lastmodifieddate,x
006A,${at('2026-09-10')},dealstage,proposal
006A,${at('2026-09-10')},closedate,${at('2026-12-01')}
`,
      '--on 2026-08-02,2026-09-11',
    );
    expect(rowsOf('2026-08-02').hel).toMatchObject({ stage: 'lead', amount: '1200.50', close: undefined });
    expect(rowsOf('2026-09-11').hel).toMatchObject({ stage: 'proposal', close: '2026-12-01' });
  });
});

describe('a row a state with its interval', () => {
  const HEAD =
    '_fivetran_start,_fivetran_end,_fivetran_active,id,stage_name,amount,is_closed,is_won,is_deleted';
  test('holds from its start to its end; a deal with no interval, or a deleted one, is not there', async () => {
    await made(
      `${HEAD}
2026-08-01 09:00:00,2026-08-31 09:59:59,false,006A,Lead,100,false,false,false
2026-09-10 09:00:00,9999-12-31 23:59:59,true,006A,Whatever it was called,300,true,true,false
2026-08-20 09:00:00,2026-09-05 08:59:59,false,006B,Lead,50,false,false,false
2026-09-05 09:00:00,9999-12-31 23:59:59,true,006B,Lead,50,false,false,true
`,
      '--on 2026-08-02,2026-08-21,2026-09-01,2026-09-06,2026-09-11',
    );
    expect(Object.keys(rowsOf('2026-08-02'))).toEqual(['hel']);
    expect(Object.keys(rowsOf('2026-08-21'))).toEqual(['bug', 'hel']);
    expect(Object.keys(rowsOf('2026-09-01'))).toEqual(['bug']);
    expect(Object.keys(rowsOf('2026-09-06'))).toEqual([]);
    expect(rowsOf('2026-09-11')).toMatchObject({ hel: { stage: 'won', amount: '300' } });
  });

  test('HubSpot’s table of stages has the stage as its value', async () => {
    await made(
      `_fivetran_start,deal_id,_fivetran_active,_fivetran_end,date_entered,value
2026-08-01 6:00:00,006A,FALSE,2026-09-09 5:59:59,2026-08-01 6:00:00,lead
2026-09-09 6:00:00,006A,TRUE,2050-01-01 00:00:00,2026-09-09 6:00:00,proposal
`,
      '--on 2026-09-09,2026-09-10',
    );
    expect([rowsOf('2026-09-09').hel?.stage, rowsOf('2026-09-10').hel?.stage]).toEqual(['lead', 'proposal']);
  });
});

describe('what can’t be made out', () => {
  test('stages that nobody knows come as lines to complete', async () => {
    const { status, stderr } = await refused(STATES.replace('Proposal', 'Demo: booked'));
    expect(status).toBe(2);
    expect(stderr).toContain('The history has a stage that the process does not have.');
    expect(stderr).toContain('stages: in imports/salesforce.yaml, with one of lead, proposal, won, lost');
    expect(stderr).toContain('"Demo: booked": ?');
  });

  test('cells that are no moment, amount or date are named with their lines', async () => {
    const { status, stderr } = await refused(
      'OpportunityId,CreatedDate,StageName,Amount,CloseDate\n006A,soon,Lead,1,\n006A,2026-08-01,Lead,lots,2026-99-01\n',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('history.csv:2  error  "soon" is no moment.');
    expect(stderr).toContain('history.csv:3  error  "lots" is no amount.');
    expect(stderr).toContain('history.csv:3  error  "2026-99-01" is no date.');
  });

  test('a row without a deal is named, and a stage of deals that are not here is no matter', async () => {
    const text =
      'OpportunityId,CreatedDate,StageName\n,2026-08-01,Lead\n006Z,2026-08-01,Whatever\n006A,2026-08-01,Lead\n';
    expect((await refused(text)).stderr).toContain('history.csv:2  error  it names no deal.');
    expect((await made(text.replace(',2026-08-01,Lead\n', ''), '--on 2026-08-02')).strangers).toEqual([
      '006Z',
    ]);
  });

  test('dates that can be read in two ways are asked for', async () => {
    const text = 'OpportunityId,CreatedDate,StageName\n006A,03/04/2026,Lead\n';
    expect((await refused(text)).stderr).toContain('--dates dmy');
    await made(text, '--on 2026-03-05,2026-04-04 --dates mdy');
    expect(Object.keys(rowsOf('2026-03-05'))).toEqual(['hel']);
  });

  test.each([
    ['a table that is no history', 'a,b\n1,2\n', 'no table of these is a history that is known'],
    [
      'a history of other deals',
      'OpportunityId,CreatedDate,StageName\n006Z,2026-08-01,Lead\n',
      'None of the 1 deals of the history is here.',
    ],
  ])('%s is told so', async (_, text, sentence) => {
    expect(await refused(text)).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) });
  });

  test('files with another source are not passed over in silence', async () => {
    const { status, stderr } = await here.run('backfill x.csv --from dates');
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--from dates reads no files: x.csv.'),
    });
  });
});

const DEVORG = resolve('../shared/data/salesforce_devorg_history');
test.skipIf(!existsSync(DEVORG))(
  'the devorg set was as its 48 rows say (needs ../shared/data/salesforce_devorg_history)',
  async () => {
    const org = await desk('--currency USD --locale en --time-zone UTC');
    try {
      const imported = await org.run(['import', `${DEVORG}/Opportunity.csv`, '--dates', 'mdy'], {
        today: '2026-03-20',
      });
      expect(imported.status, imported.stderr).toBe(0);
      const view = JSON.parse(
        (
          await org.run(
            [
              ...['backfill', `${DEVORG}/OpportunityHistory.csv`, '--from', 'history', '--format', 'json'],
              ...['--on', '2026-02-24,2026-02-25,2026-03-07,2026-03-08'],
            ],
            { today: '2026-03-20' },
          )
        ).stdout,
      ) as BackfillView;
      // 31 were entered on 02-23, 18 of them won; five more on 02-24, of which one was won and one lost that day; on
      // 03-07 seven won ones were turned into lost ones.
      expect(view.snapshots.map(({ deals, open, won, lost }) => [deals, open, won, lost])).toEqual([
        [31, 13, 18, 0],
        [36, 16, 19, 1],
        [36, 16, 19, 1],
        [36, 16, 12, 8],
      ]);
      const slipped = await org.json<DiffView>('diff 2026-03-07 2026-03-08', { today: '2026-03-20' });
      expect(slipped.totals.movements).toMatchObject([
        { kind: 'flipped', deals: 7 },
        { kind: 'idle', deals: 16 },
      ]);
    } finally {
      org.clear();
    }
  },
);

const FIVETRAN = resolve('../shared/data/fivetran_salesforce/sf_opportunity_history_data.csv');
test.skipIf(!existsSync(FIVETRAN))(
  'every interval of fivetran_salesforce is of a deleted deal, so none was there (needs ../shared/data/fivetran_salesforce)',
  async () => {
    const ids = readFileSync(FIVETRAN, 'utf8').match(/006q\w{14}/g) ?? [];
    for (const [at, id] of ids.entries()) deal(`fivetran-${at}`, id, 'stage: lead', 'created: 2018-01-01');
    const { status, stderr } = await here.run(['backfill', FIVETRAN, '--from', 'history']);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Nothing tells when'),
    });
  },
);
