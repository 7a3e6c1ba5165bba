// pipeline log --from: what calendars and tables tell, in the deals that it was about, and nothing twice.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogBatchView } from '../../src/report/log-batch.ts';
import { type Desk, desk } from '../crm-import/desk.ts';

let at: Desk;
beforeEach(async () => {
  at = await desk();
  const settings = at.read('pipeline.yaml');
  at.write(
    'pipeline.yaml',
    settings.replace(
      /^#team:.*$/m,
      'team:\n  - {id: anna, name: Anna, email: Anna@us.example}\n  - {id: piotr, name: Piotr, email: piotr@us.example}',
    ),
  );
  deal('acme-erp', 'ERP rollout', 'Acme Sp. z o.o.', 'contacts: [jan@acme.example, anna@us.example]');
  deal('acme-crm', 'CRM', 'Acme', 'contacts: [eva@acme.example]');
  deal('beta-bi', 'Reporting', 'Beta Żywiec', 'contacts: [ola@beta.example]', 'piotr');
  deal('gone-wms', 'Warehouse', 'Gone', 'contacts: [ivo@gone.example]\nlost_reason: price', 'anna', 'lost');
});
afterEach(() => at.clear());

function deal(id: string, name: string, account: string, more: string, owner = 'anna', stage = 'lead'): void {
  const closed = stage === 'lost' ? 'close: 2026-11-01\n' : '';
  at.write(
    `deals/2026/${id}.yaml`,
    `# ${id}\nname: ${name}\naccount: ${account}\nowner: ${owner}\nstage: ${stage}\namount: 1000\ncreated: 2026-09-01\n${closed}${more}\n`,
  );
}

function calendar(...events: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

/** An event of ten o'clock on a day of November. */
function event(date: number, summary: string, ...more: string[]): string {
  const on = `202611${String(date).padStart(2, '0')}`;
  const lines = [`UID:${summary}-${date}@x`, `DTSTART:${on}T090000Z`, `SUMMARY:${summary}`, ...more];
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
}

const guest = (address: string, status = 'ACCEPTED') => `ATTENDEE;PARTSTAT=${status}:mailto:${address}`;

async function logged(file: string, text: string | Uint8Array, more = ''): Promise<LogBatchView> {
  at.write(file, text);
  return at.json(`log --from ${file} ${more}`);
}

const rows = (view: LogBatchView) =>
  view.entries.map(({ became, deal: id, by, reason, candidates }) =>
    [became, id, by ?? '', reason, candidates.join(' ')].filter((cell) => cell !== '').join(' '),
  );

function expectCounts(view: LogBatchView): void {
  const sum = view.new + view.known + view.ambiguous + view.unmatched + view.rejected + view.left_out;
  expect(sum).toBe(view.rows);
  expect(view.entries.length).toBe(view.rows);
  expect(view.left_out_by.reduce((all, { count }) => all + count, 0)).toBe(view.left_out);
}

describe('an event goes to the deal that it was about', () => {
  test('by id, by contact, by account; never by an address of the team or a guess', async () => {
    const view = await logged(
      'c.ics',
      calendar(
        event(2, 'Kick-off [deal:acme-erp]', guest('ola@beta.example')).replace(/UID:.*/, 'UID:kick@x'),
        event(3, 'About beta-bi and more'),
        event(4, 'Prices', guest('JAN@ACME.example'), guest('anna@us.example')),
        event(5, 'BETA ŻYWIEC: workshop'),
        event(6, 'Acme: which one?'),
        event(9, 'Both', guest('jan@acme.example'), guest('ola@beta.example')),
        event(10, 'Internal', guest('anna@us.example'), guest('piotr@us.example')),
        event(11, 'New', guest('who@new.example')),
        event(12, 'Post mortem', guest('ivo@gone.example')),
        event(13, 'Alphabeta is no account'),
        event(16, '[deal:nobody] x', guest('jan@acme.example')),
        event(17, 'Post mortem [deal:gone-wms]'),
      ),
    );
    expect(rows(view)).toEqual(
      [
        'new acme-erp id',
        'new beta-bi id',
        'new acme-erp contact',
        'new beta-bi account',
        'ambiguous account acme-erp acme-crm',
        'ambiguous contact acme-erp beta-bi',
        'unmatched no-clue',
        'unmatched unknown-contact',
        'unmatched closed gone-wms',
        'unmatched no-clue',
        'unmatched no-such-deal',
        'new gone-wms id',
      ].map((row) => row.replace('account acme-erp acme-crm', 'account acme-crm acme-erp')),
    );
    expectCounts(view);
    expect(at.read('deals/2026/acme-erp.yaml')).toBe(
      '# acme-erp\nname: ERP rollout\naccount: Acme Sp. z o.o.\nowner: anna\nstage: lead\namount: 1000\ncreated: 2026-09-01\n' +
        'contacts: [jan@acme.example, anna@us.example]\nactivities:\n' +
        '  - {on: 2026-11-02, logged: 2026-11-23, type: meeting, note: Kick-off, ref: kick@x}\n' +
        '  - {on: 2026-11-04, logged: 2026-11-23, type: meeting, note: Prices, ref: Prices-4@x}\n',
    );
  });

  test('each that is not settled is told with the command that settles it, and that command does', async () => {
    const file = calendar(event(6, "Acme: Jan's list"), event(11, 'New', guest('who@new.example')));
    const view = await logged('c.ics', file);
    expect(view.entries.map(({ command }) => command)).toEqual([
      `pipeline log ID 'Acme: Jan'\\''s list' --on 2026-11-06 --type meeting`,
      'pipeline set ID contacts+=who@new.example',
    ]);
    const byHand = ['log', 'acme-erp', "Acme: Jan's list", '--on', '2026-11-06', '--type', 'meeting'];
    expect((await at.run(byHand)).status).toBe(0);
    expect((await at.run('set beta-bi contacts+=who@new.example')).status).toBe(0);
    expect(rows(await logged('c.ics', file))).toEqual(['known acme-erp', 'new beta-bi contact']);
  });

  test('what was no meeting with a customer is left out, counted, and a private one keeps its words', async () => {
    const view = await logged(
      'c.ics',
      calendar(
        event(2, 'Acme CRM [deal:acme-crm]', 'STATUS:CANCELLED'),
        event(3, 'Secret acme-crm', 'CLASS:PRIVATE'),
        event(4, 'x [deal:acme-crm]', guest('anna@us.example', 'DECLINED')),
        event(5, 'y', guest('jan@acme.example', 'DECLINED'), guest('anna@us.example')),
        event(30, 'z [deal:acme-crm]'),
        'BEGIN:VEVENT\r\nUID:h\r\nDTSTART;VALUE=DATE:20261109\r\nSUMMARY:Urlop Acme\r\nEND:VEVENT',
        'BEGIN:VEVENT\r\nUID:i\r\nDTSTART;VALUE=DATE:20261110\r\nSUMMARY:Targi acme-crm\r\nEND:VEVENT',
      ),
    );
    expect(rows(view)).toEqual([
      'left-out cancelled',
      'left-out private',
      'left-out declined',
      'unmatched no-clue',
      'left-out future',
      'left-out out-of-office',
      'new acme-crm id',
    ]);
    expect(JSON.stringify(view)).not.toContain('Secret');
    expectCounts(view);
  });

  test('--owner takes only deals of one, --since only what was later, --type another type', async () => {
    const file = calendar(
      event(2, 'a [deal:acme-crm]'),
      event(4, 'b [deal:acme-crm]'),
      event(5, 'c', guest('ola@beta.example')),
    );
    const view = await logged('c.ics', file, '--owner anna --since 2026-11-03 --type call');
    expect(rows(view)).toEqual(['left-out before-since', 'new acme-crm id', 'left-out other-owner']);
    expect(view.entries[1]?.type).toBe('call');
    const typed = await at.run(['log', '--from', 'c.ics', '--since', '3 weeks ago', '--dry-run']);
    expect(typed.stdout).toContain('“3 weeks ago” is 2026-11-02.');
  });

  test('with --dry-run nothing is written, and all is told', async () => {
    const before = at.files('deals');
    const view = await logged('c.ics', calendar(event(2, 'a [deal:acme-crm]')), '--dry-run');
    expect([view.dry_run, view.new]).toEqual([true, 1]);
    expect(at.files('deals')).toEqual(before);
  });
});

describe('time', () => {
  const series = (start: string, ...more: string[]) =>
    ['BEGIN:VEVENT', 'UID:s@x', start, 'SUMMARY:acme-crm weekly', ...more, 'END:VEVENT'].join('\r\n');
  const days = (view: LogBatchView) =>
    view.entries.filter(({ became }) => became === 'new').map(({ on }) => on?.slice(5));

  test("is that of the workspace's calendar, by Outlook's zones and everybody's", async () => {
    const outlook = readFileSync('fixtures/activities/outlook.ics', 'utf8').split('BEGIN:VEVENT')[0] ?? '';
    const zone = outlook.slice(outlook.indexOf('BEGIN:VTIMEZONE')).trimEnd();
    const one = (uid: string, start: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\n${start}\r\nSUMMARY:acme-crm\r\nEND:VEVENT`;
    const view = await logged(
      'c.ics',
      calendar(
        zone,
        one('a', 'DTSTART:20261101T230000Z'),
        one('b', 'DTSTART;TZID="Central European Standard Time":20261103T003000'),
        one('c', 'DTSTART;TZID=America/New_York:20261104T190000'),
        one('d', 'DTSTART;TZID=/example.org/Tokyo/Asia/Tokyo:20261107T060000'),
        one('e', 'DTSTART:20261108T233000'),
        one('f', 'DTSTART;TZID=Nowhere:20261109T233000'),
      ),
    );
    expect(days(view)).toEqual(['11-02', '11-03', '11-05', '11-06', '11-08', '11-09']);
  });

  test('a series is its days as far as today, without those taken out or moved, each with its own reference', async () => {
    const view = await logged(
      'c.ics',
      calendar(
        series(
          'DTSTART;TZID=Europe/Warsaw:20261026T003000',
          'RRULE:FREQ=WEEKLY;BYDAY=MO',
          'EXDATE;TZID=Europe/Warsaw:20261109T003000',
        ),
        series(
          'DTSTART;TZID=Europe/Warsaw:20261117T003000',
          'RECURRENCE-ID;TZID=Europe/Warsaw:20261116T003000',
        ),
      ),
    );
    expect(days(view)).toEqual(['10-26', '11-02', '11-23', '11-17']);
    expect(view.left_out_by).toEqual([{ why: 'future', count: 1 }]);
    expect(at.read('deals/2026/acme-crm.yaml')).toContain(
      'on: 2026-11-17, logged: 2026-11-23, type: meeting, note: acme-crm weekly, ref: s@x#2026-11-16}',
    );
  });

  test.each([
    ['RRULE:FREQ=DAILY;UNTIL=20261104T085959Z', ['11-02', '11-03']],
    ['RRULE:FREQ=DAILY;UNTIL=20261104T090000Z', ['11-02', '11-03', '11-04']],
    ['RRULE:FREQ=DAILY;COUNT=2\r\nRDATE:20261110T090000Z', ['11-02', '11-03', '11-10']],
  ])('a series ends where its rule says: %s', async (rule, expected) => {
    const view = await logged('c.ics', calendar(series('DTSTART:20261102T090000Z', rule)));
    expect(days(view)).toEqual(expected);
  });

  test('what has not begun by the clock is still to come, unless a person says what today is', async () => {
    const today = calendar(
      'BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261123T160000Z\r\nSUMMARY:acme-crm\r\nEND:VEVENT',
    );
    at.write('c.ics', today);
    const byClock = await at.run('log --from c.ics --dry-run --format json', { env: { PIPELINE_TODAY: '' } });
    expect(JSON.parse(byClock.stdout).left_out_by).toEqual([{ why: 'future', count: 1 }]);
    const bySaying = await at.run('log --from c.ics --dry-run --format json --today 2026-11-23');
    expect(JSON.parse(bySaying.stdout).new).toBe(1);
  });

  test('of two states of one event the newer holds', async () => {
    const state = (sequence: number, on: string) =>
      `BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:${sequence}\r\nDTSTART;VALUE=DATE:${on}\r\nSUMMARY:acme-crm\r\nEND:VEVENT`;
    const view = await logged('c.ics', calendar(state(2, '20261104'), state(1, '20261103')));
    expect(rows(view)).toEqual(['new acme-crm id', 'left-out replaced']);
  });
});

describe('a table', () => {
  test('is read by its headers, in English and Polish, in whatever encoding and order of dates', async () => {
    const polish = Buffer.from(
      'Data;Typ;Temat;Opis;Firma;Kontakt\r\n02.11.2026;Telefon;Cennik;ok;;"Ola <OLA@beta.example>"\r\n03.11.2026;Spotkanie;;Wizyta;beta zywiec;\r\n',
      'latin1',
    );
    const view = await logged('a.csv', polish);
    expect(rows(view)).toEqual(['new beta-bi contact', 'new beta-bi account']);
    expect(at.read('deals/2026/beta-bi.yaml')).toMatch(
      /type: call, note: Cennik – ok, ref: "?row:[0-9a-f]{12}"?\}\n.*type: meeting, note: Wizyta/,
    );
  });

  test('its rows that cannot be read are rejected with line and reason, and the others are written: exit 3', async () => {
    at.write(
      'a.csv',
      'date,type,subject,deal\n2026-11-02,call,Prices,acme-crm\n2026-13-02,call,x,acme-crm\n,call,y,acme-crm\n2026-11-03,webinar,z,acme-crm\n2026-11-03,call,z,acme-crm,more\n',
    );
    const { status, stdout } = await at.run('log --from a.csv --format json');
    expect(status).toBe(3);
    const view: LogBatchView = JSON.parse(stdout);
    expect(
      view.entries
        .filter(({ became }) => became === 'rejected')
        .map(({ line, reason }) => `${line}: ${reason}`),
    ).toEqual([
      '3: "2026-13-02" is no date',
      '4: it has no date',
      '5: no activity type "webinar". Types: call, meeting, email, offer, note.',
      '6: it has more cells than there are headers',
    ]);
    expect(view.new).toBe(1);
    expectCounts(view);
  });

  test.each([
    ['acme-crm', 'new acme-crm id'],
    ['ACME-CRM', 'new acme-crm id'],
    ['crm', 'new acme-crm name'],
    ['nothing', 'unmatched no-such-deal'],
  ])('its column deal may say an id or a name: %s', async (word, expected) => {
    expect(rows(await logged('a.csv', `date,deal,note\n2026-11-02,${word},x\n`))).toEqual([expected]);
  });

  test('its column id is of the deal where it has ids of deals, else of the row', async () => {
    const ofDeals = await logged('a.csv', 'id,date,note\nacme-crm,2026-11-02,one\nbeta-bi,2026-11-03,two\n');
    expect(rows(ofDeals)).toEqual(['new acme-crm id', 'new beta-bi id']);
    expect(ofDeals.remarks.join(' ')).toContain("id is the deal's.");
    await logged('b.csv', 'id,date,company,note\n17,2026-11-04,Beta Zywiec,three\n');
    expect(at.read('deals/2026/beta-bi.yaml')).toContain('note: three, ref: "17"}');
  });

  test('what is planned, cancelled or deleted in the CRM did not happen', async () => {
    const view = await logged(
      'a.csv',
      'date,subject,deal,status,done,is_deleted\n2026-11-02,a,acme-crm,Completed,yes,\n2026-11-02,b,acme-crm,Not Started,yes,\n2026-11-02,c,acme-crm,Cancelled,yes,\n2026-11-02,d,acme-crm,,no,\n2026-11-02,e,acme-crm,,yes,TRUE\n',
    );
    expect(rows(view)).toEqual([
      'new acme-crm id',
      ...['left-out not-done', 'left-out cancelled', 'left-out not-done', 'left-out cancelled'],
    ]);
  });

  test.each([
    [
      'when?,deal\nx,y\n',
      'no column tells the day. It has: when?, deal.',
      'Call it one of these: date, data,',
    ],
    [
      'date,colour\n2026-11-02,y\n',
      'no column tells which deal it was about.',
      'Call it one of these: deal,',
    ],
  ])('that lacks a column is refused with what was looked for', async (text, message, hint) => {
    at.write('a.csv', text.replace('when?', 'moment'));
    const { status, stderr } = await at.run('log --from a.csv');
    expect(status).toBe(2);
    expect(stderr).toContain(message.replace('when?', 'moment'));
    expect(stderr).toContain(hint);
  });

  test('whose dates can be read in two ways is refused with both, and --dates settles it', async () => {
    const settings = at.read('pipeline.yaml');
    at.write('pipeline.yaml', settings.replace(/^locale: .*$/m, 'locale: en'));
    at.write('a.csv', 'date,deal,note\n03/04/2026,acme-crm,x\n');
    expect((await at.run('log --from a.csv')).stderr).toContain('--dates dmy');
    expect((await at.json<LogBatchView>('log --from a.csv --dates mdy')).entries[0]?.on).toBe('2026-03-04');
  });
});

describe('hostile files', () => {
  test.each([
    ['no calendar', 'c.ics', 'hello', 2, 'is no calendar'],
    ['no event', 'c.ics', calendar(), 2, 'There is nothing in c.ics'],
    ['no row', 'a.csv', 'date,deal\n', 2, 'There is nothing in a.csv'],
    ['an empty file', 'a.csv', '', 2, 'a.csv is empty'],
    ['components in each other', 'c.ics', 'BEGIN:VCALENDAR\n'.repeat(50), 2, 'within each other'],
  ])('%s: a sentence, no trace', async (_, file, text, status, said) => {
    at.write(file, text);
    const result = await at.run(`log --from ${file}`);
    expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(said)]);
  });

  test('an event that is cut off, has no date, or comes again too often or in a way nobody reads is rejected with its line', async () => {
    const view = await logged(
      'c.ics',
      calendar(
        'BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:acme-crm\r\nDTSTART:20261399\r\nEND:VEVENT',
        'BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:acme-crm\r\nDTSTART:20200101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT',
        'BEGIN:VEVENT\r\nUID:c\r\nSUMMARY:acme-crm\r\nDTSTART:20261101\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT',
        'BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:acme-crm\r\nDTSTART:20261101',
      ),
    );
    expect(view.entries.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: it has no DTSTART that is a date',
      '8: it comes again more than 1000 times: --since takes the newest of them',
      '14: it comes again in a way that is not read: RRULE:FREQ=HOURLY',
      '20: the event has no end: the file is cut off',
    ]);
  });

  test('escapes, newlines and YAML in a summary stand in the deal as one line of text', async () => {
    const summary = 'a\\n- {x: y}\\n# \u001b[31mred "q" \\, z [deal:acme-crm]';
    await logged('c.ics', calendar(event(2, 'plain').replace('SUMMARY:plain', `SUMMARY:${summary}`)));
    const shown = await at.json<{ activities: { note: string }[] }>('show acme-crm');
    expect(shown.activities.map(({ note }) => note)).toEqual(['a - {x: y} # [31mred "q" , z']);
  });

  test('a deal that cannot be read is named, may be the one that is meant: exit 3', async () => {
    at.write('deals/2026/broken.yaml', 'name: [\n');
    at.write('c.ics', calendar(event(2, 'x [deal:acme-crm]')));
    const { status, stdout } = await at.run('log --from c.ics');
    expect(status).toBe(3);
    expect(stdout).toContain('1 deal cannot be read: broken');
  });
});

test('options of one activity do not go with --from, nor those of --from without it', async () => {
  at.write('c.ics', calendar(event(2, 'x')));
  expect((await at.run('log --from c.ics --on 2026-11-02')).stderr).toContain('--on is for one activity');
  expect((await at.run('log acme-crm x --since 2026-11-02')).stderr).toContain('--since goes with --from');
  expect((await at.run('log --from nowhere.ics')).status).toBe(2);
});

test('who has no addresses of the team is told that its people count as customers', async () => {
  const text = calendar(event(2, 'x', guest('piotr@us.example')));
  expect((await logged('c.ics', text)).remarks).toEqual([]);
  at.write('pipeline.yaml', at.read('pipeline.yaml').replace(/, email: [^,}]+/g, ''));
  expect((await logged('c.ics', text)).remarks.join(' ')).toContain('count as customers');
});

test('several files, words behind --from and stdin are read in one go', async () => {
  at.write('a.ics', calendar(event(2, 'one [deal:acme-crm]')));
  at.write('b.ics', calendar(event(3, 'two [deal:acme-crm]')));
  const stdin = 'date,deal,note\n2026-11-04,acme-crm,three\n';
  const { stdout } = await at.run('log --from a.ics b.ics - --format json', { stdin });
  expect(rows(JSON.parse(stdout))).toEqual(Array(3).fill('new acme-crm id'));
});

test.each([
  ...[
    'calendar.ics',
    'outlook.ics',
    'activities.csv',
    'activities-with-mistakes.csv',
    'aktywnosci-cp1250.csv',
  ],
])('the screen of %s on the demo', async (name) => {
  const demo = await desk('--demo');
  const settings = demo.read('pipeline.yaml');
  demo.write('pipeline.yaml', settings.replace(/\{id: (\w+), name: \w+,/g, '$& email: $1@demo.example,'));
  await demo.run('set kormoran-shipyard-erp contacts+=henryk@kormoran.example');
  const { stdout } = await demo.run(['log', '--from', resolve('fixtures/activities', name)], { tty: true });
  demo.clear();
  await expect(stdout).toMatchFileSnapshot(`../../snapshots/log-batch/${name.replace('.', '-')}.txt`);
});

test('rows with long ids are told apart by them, and found again under the reference of before', async () => {
  const id = (last: string) => 'x'.repeat(150) + last;
  const table = (note: string) =>
    `id,date,deal,type,subject\n${id('1')},2026-11-04,acme-erp,call,${note}\n${id('2')},2026-11-04,acme-erp,call,${note}\n`;
  expect(await logged('a.csv', table('prices'))).toMatchObject({ new: 2, known: 0 });
  expect(await logged('a.csv', table('terms'))).toMatchObject({ new: 0, known: 2 });
  const path = 'deals/2026/acme-erp.yaml';
  const former = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 12);
  const [one, two] = at.read(path).match(/uid:\w+/g) ?? [];
  at.write(
    path,
    at
      .read(path)
      .replace(`${one}`, `row:${former(id('1'))}`)
      .replace(`${two}`, `row:${former(id('2'))}`),
  );
  expect(await logged('a.csv', table('delivery'))).toMatchObject({ new: 0, known: 2 });
});

describe('where the workspace has types of its own', () => {
  const typesAre = (types: string) =>
    at.write('pipeline.yaml', `${at.read('pipeline.yaml')}\nactivity_types: [${types}]\n`);
  const MEETING = calendar(event(4, 'Prices', guest('jan@acme.example')));

  test('an event is of the one that means a meeting', async () => {
    typesAre('telefon, spotkanie');
    expect((await logged('c.ics', MEETING)).entries).toMatchObject([{ became: 'new', type: 'spotkanie' }]);
  });

  test('where none does, it is asked for', async () => {
    typesAre('note, letter');
    at.write('c.ics', MEETING);
    const { status, stderr } = await at.run('log --from c.ics');
    expect(status).toBe(2);
    expect(stderr).toContain('What kind of activity were the events of the calendar?');
    expect(stderr).toContain('--type takes note, letter.');
  });
});
