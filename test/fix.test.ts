// pipeline fix at a terminal: what it asks, what becomes of each answer, and that nothing of it is lost. The answers are
// given in the place of clack's prompts; everything behind them is the real command on a real folder.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { dealFile, lastCall, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';
import { type Answer, type AtTerminal, atTerminal, CANCEL } from './support/terminal.ts';

vi.mock('@clack/prompts', async () => (await import('./support/terminal.ts')).PROMPTS);

let last: AtTerminal | undefined;
async function fix(cwd: string, answers: readonly Answer[], words: readonly string[] = []) {
  last = await atTerminal(['fix', ...words], cwd, answers);
  return last;
}

const choicesAt = (at: number) => last?.offered[at] ?? [];
const late = { close: '2026-11-18' };
const path = (id: string) => `deals/2026/${id}.yaml`;
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), 'utf8');
const one = (fields: Record<string, string>, settings = '') =>
  workspace({ [path('acme')]: dealFile(fields) }, settings);

describe('each way to mend', () => {
  test('a new close date, as people type it, is one line in the file', async () => {
    const cwd = one(late);
    const { stdout, stderr, status, asked } = await fix(cwd, ['close', '15.01']);
    expect(read(cwd, path('acme'))).toBe(dealFile({ close: '2027-01-15' }));
    expect(asked[0]).toBe(
      '1 of 1 · 0 mended\nacme · ERP rollout · Acme · anna · Lead · 1,000\nerror · past-close · Expected to close on 2026-11-18, 5 days ago.',
    );
    expect(stderr).toContain('close 2026-11-18 → 2027-01-15');
    expect(stdout).toContain('1 of 1 finding mended');
    expect(status).toBe(0);
  });

  test('a day that there is not, and a day that is past, are asked again', async () => {
    const cwd = one(late);
    const { troubles, asked } = await fix(cwd, ['close', '31.02', '2026-11-20', '+2w']);
    expect(troubles[0]).toContain('31.02');
    expect(troubles[1]).toContain('2026-11-20 is over');
    expect(asked.filter((message) => message.includes('past-close'))).toHaveLength(1);
    expect(read(cwd, path('acme'))).toContain('close: 2026-12-07');
  });

  test('a next step, with its day', async () => {
    const cwd = one({ next_step: '' });
    await fix(cwd, ['next-step', 'send the offer', 'fri']);
    expect(read(cwd, path('acme'))).toMatch(/next_step: \{.*2026-11-27.*send the offer.*2026-11-23/);
  });

  test('a step that is done becomes an activity, and another one follows', async () => {
    const cwd = one({ next_step: '{by: 2026-11-18, what: call Jan}' });
    await fix(cwd, ['done', '', 'call', 'yesterday', 'send the offer', 'fri']);
    const text = read(cwd, path('acme'));
    expect(text).toContain('on: 2026-11-22, logged: 2026-11-23, type: call, note: call Jan');
    expect(text).toMatch(/next_step: \{.*send the offer/);
  });

  test('what happened is logged as what is a sign of life; a note is not offered where it is none', async () => {
    const cwd = one(lastCall('2026-10-01'), 'freshness: {not_activities: [note]}\n');
    const { stdout } = await fix(cwd, ['log', 'scope agreed', 'meeting', '']);
    expect(choicesAt(2)).toEqual(['call', 'meeting', 'email', 'offer']);
    expect(read(cwd, path('acme'))).toContain(
      'on: 2026-11-23, logged: 2026-11-23, type: meeting, note: scope agreed',
    );
    expect(stdout).toContain('1 of 1 finding mended');
  });

  test('what has not happened yet is not logged', async () => {
    const cwd = one(lastCall('2026-10-01'));
    const { troubles } = await fix(cwd, ['log', 'call', 'call', '2026-12-24', 'fri']);
    expect(troubles).toEqual(['2026-12-24 is still to come. Give the day on which it happened.']);
    expect(read(cwd, path('acme'))).toContain('on: 2026-11-20, logged: 2026-11-23');
  });

  test('a move to another stage is asked what the process asks', async () => {
    const stages = `[{id: lead, max_days: 10, exit: [{id: need, text: Need confirmed}]}, {id: proposal, requires: {fields: [category]}}]`;
    const cwd = one({ stages: '[{stage: lead, on: 2026-10-01}]', ...lastCall('2026-11-20') });
    writeFileSync(
      join(cwd, 'pipeline.yaml'),
      `format: 1\nname: acme\ncurrency: PLN\nprocess:\n  stages: ${stages}\n`,
    );
    const { asked } = await fix(
      cwd,
      ['move', 'proposal', '', true, '', 'move', 'proposal', '', true, 'the board said so'],
      ['--rule', 'stage-age'],
    );
    expect(asked).toContain('Still in the way: category. Why go on all the same?');
    const text = read(cwd, path('acme'));
    expect(text).toContain('stage: proposal');
    expect(text).toContain('need');
    expect(text).toContain('to Proposal, against: category. Why: the board said so');
  });

  test('lost, with a reason of the list, and the day', async () => {
    const cwd = one(late, 'lost_reasons: [price, timing]\n');
    await fix(cwd, ['lost', 'price', 'fri']);
    expect(read(cwd, path('acme'))).toMatch(/stage: lost[\s\S]*close: 2026-11-20[\s\S]*lost_reason: price/);
  });

  test('won', async () => {
    const cwd = one(late);
    await fix(cwd, ['won', '']);
    expect(read(cwd, path('acme'))).toMatch(/stage: won[\s\S]*close: 2026-11-23/);
  });

  test('why it was lost, where nobody said so', async () => {
    const cwd = one({ stage: 'lost', close: '2026-11-01' }, 'lost_reasons: [price, timing]\n');
    await fix(cwd, ['lost-reason', 'timing']);
    expect(read(cwd, path('acme'))).toContain('lost_reason: timing');
  });

  test('another owner', async () => {
    const cwd = one({ owner: 'jan' }, 'team: [{id: anna, name: Anna Nowak}]\n');
    await fix(cwd, ['owner', 'anna']);
    expect(read(cwd, path('acme'))).toContain('owner: anna');
  });

  test('all that a stage requires, one after the other, and an activity of a type that it takes', async () => {
    const cwd = one({ amount: '1', activities: '[{on: 2026-11-20, type: email}]', close: '' });
    writeFileSync(
      join(cwd, 'pipeline.yaml'),
      'format: 1\nname: acme\ncurrency: PLN\nprocess:\n  stages: [{id: lead, requires: {fields: [amount, close], activities: [call, meeting]}}]\n',
    );
    const { stdout } = await fix(
      cwd,
      ['fields', '120k', 'end of Q1', 'talked', 'call', ''],
      ['--rule', 'missing-field'],
    );
    const text = read(cwd, path('acme'));
    expect(text).toContain('amount: 120000');
    expect(text).toContain('close: 2027-03-31');
    expect(text).toContain('type: call, note: talked');
    expect(stdout).toContain('1 of 1 finding mended');
  });

  test('a waiver says why and until when; the finding is no finding any more', async () => {
    const cwd = one(late);
    const { stdout } = await fix(cwd, ['waive', 'budget in January', '2026-11-01', '2027-01-31']);
    expect(read(cwd, path('acme'))).toMatch(
      /waive:\n? *-? *\[?\{?rule: past-close, until: 2027-01-31, why: budget in January/,
    );
    expect(last?.troubles[0]).toContain('is over');
    expect(stdout).toContain('1 of 1 finding mended');
  });

  test('a waiver that is over is given another day in its place, or taken out', async () => {
    const waive = '[{rule: stale, until: 2026-11-01, why: holidays}]';
    const renewed = one({ waive });
    await fix(renewed, ['renew', 'budget in January', '2027-01-31']);
    expect(read(renewed, path('acme'))).toContain(
      'waive: [{rule: stale, until: 2027-01-31, why: budget in January}]',
    );
    const out = one({ waive });
    await fix(out, ['take-out']);
    expect(read(out, path('acme'))).toBe(dealFile());
  });
});

describe('the walk', () => {
  const week = () =>
    workspace({
      [path('small')]: dealFile({ ...late, name: 'Warehouse scanners', amount: '10.00', next_step: '' }),
      [path('large')]: dealFile({ ...late, amount: '9000.00' }),
      [path('warned')]: dealFile({ name: 'Fleet tracking', amount: '70000.00', next_step: '' }),
    });

  test('goes by severity, then value, all of a deal together; progress is told', async () => {
    const { asked } = await fix(week(), ['skip', 'skip', 'skip', 'skip']);
    expect(asked.map((message) => /\n(\w+) ·/.exec(message)?.[1])).toEqual([
      'large',
      'small',
      'small',
      'warned',
    ]);
    expect(asked.map((message) => /^.*$/m.exec(message)?.[0])).toEqual([
      '1 of 4 · 0 mended',
      '2 of 4 · 0 mended',
      '3 of 4 · 0 mended',
      '4 of 4 · 0 mended',
    ]);
  });

  test('what is mended with another is not asked, and stays mended; what was skipped is asked next time', async () => {
    const cwd = week();
    const first = await fix(cwd, ['skip', 'lost', 'no budget', '', 'skip']);
    expect(first.asked.filter((message) => message.includes('small'))).toHaveLength(1);
    expect(first.asked.at(-1)).toContain('4 of 4 · 2 mended');
    expect(first.stdout).toContain('2 of 4 findings mended · 2 skipped');
    expect(first.stdout).toContain('2 findings left → pipeline fix');
    const second = await fix(cwd, ['skip', 'skip']);
    expect(second.asked.map((message) => /\n(\w+) ·/.exec(message)?.[1])).toEqual(['large', 'warned']);
  });

  test('skips all of a rule, stops, and asks of one owner and one rule alone', async () => {
    expect((await fix(week(), ['skip-rule', 'skip', 'skip'])).asked).toHaveLength(3);
    expect((await fix(week(), ['stop'])).stdout).toContain('0 of 4 findings mended');
    const { asked, stdout } = await fix(week(), ['stop'], ['--rule', 'no-next-step', '--owner', 'anna']);
    expect(asked[0]).toContain('1 of 2 · 0 mended');
    expect(stdout).toContain('→ pipeline fix --owner anna --rule no-next-step');
  });

  test('broken off, what was answered is written; taken up again, it goes on with the rest', async () => {
    const cwd = week();
    const off = await fix(cwd, ['close', '+2w', 'close', CANCEL]);
    expect(off.status).toBe(130);
    expect(off.stderr).toContain('Broken off: 1 of 4 mended, and written.');
    expect(read(cwd, path('large'))).toContain('close: 2026-12-07');
    expect(read(cwd, path('small'))).toContain(late.close);
    expect((await fix(cwd, ['stop'])).asked[0]).toContain('1 of 3 · 0 mended');
  });

  test('Enter goes back to the choices', async () => {
    const cwd = one(late);
    const { asked } = await fix(
      cwd,
      ['close', '', 'waive', '', 'next', 'skip'].filter((word) => word !== 'next'),
    );
    expect(asked.filter((message) => message.startsWith('1 of 1'))).toHaveLength(3);
    expect(read(cwd, path('acme'))).toBe(dealFile(late));
  });

  test('a deal that somebody changed meanwhile keeps that; it is said, and asked with what it says now', async () => {
    const cwd = one({ ...late, next_step: '' });
    const meanwhile = () => {
      writeFileSync(join(cwd, path('acme')), dealFile({ ...late, owner: 'piotr' }));
      return '+2w';
    };
    const { stderr, asked } = await fix(cwd, ['close', meanwhile, 'close', '+3w']);
    expect(stderr).toContain('was changed by someone else meanwhile. Here is what it says now.');
    expect(asked[2]).toContain('piotr');
    expect(read(cwd, path('acme'))).toBe(dealFile({ owner: 'piotr', close: '2026-12-14' }));
  });

  test('two walks at once lose nothing of each other', async () => {
    const cwd = week();
    const between = () => {
      const text = read(cwd, path('warned'));
      writeFileSync(join(cwd, path('warned')), text.replace('account: Acme', 'account: Other'));
      return '+2w';
    };
    await fix(cwd, ['close', between, 'skip', 'skip', 'next-step', 'call', 'fri']);
    expect(read(cwd, path('warned'))).toMatch(/account: Other[\s\S]*what: call/);
  });

  test('a deal that can’t be read is named with the command, and not asked; the status is 3', async () => {
    const cwd = workspace({ [path('acme')]: dealFile(late), [path('broken')]: 'name: [\n' });
    const { status, stderr, asked } = await fix(cwd, ['close', '+2w']);
    expect(stderr).toContain('→ pipeline edit broken');
    expect(asked).toHaveLength(2);
    expect(status).toBe(3);
  });

  test('what is about the workspace is named with its command, and not asked', async () => {
    const cwd = one(late, 'documented_since: 2026-01-01\n');
    const { stderr, asked } = await fix(cwd, ['skip']);
    expect(stderr).toContain('snapshot-overdue · ');
    expect(stderr).toContain('→ Take one: pipeline snapshot');
    expect(asked).toHaveLength(1);
  });

  test('a name that would act on the terminal does not', async () => {
    const cwd = one({ ...late, name: '"\\u001b[31mred\\u202e"' });
    const { asked } = await fix(cwd, ['skip']);
    expect(asked.join('')).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('without asking', () => {
  test('where nobody can be asked it says what to type instead, and writes nothing', async () => {
    const cwd = one(late);
    const { status, stderr } = await cli('fix', { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('pipeline fix --dry-run');
  });

  test('--dry-run prints what it would ask, with the commands; every one of them that is complete is a verb', async () => {
    const cwd = one({ ...late, next_step: '' });
    const { stdout, status } = await cli('fix --dry-run', { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('2 findings to mend on 1 deal · 2026-11-23');
    expect(stdout).toContain('New close date: pipeline set acme close=…\n    or won, lost, waive');
    const view = JSON.parse((await cli('fix --dry-run --format json', { cwd })).stdout);
    expect(view).toMatchObject({
      schema: 'pipeline/fix/1',
      deals: 1,
      findings: [
        { id: 'acme', rule: 'past-close', severity: 'error', value: '1000.00', record: null },
        { id: 'acme', rule: 'no-next-step', severity: 'warning' },
      ],
    });
    expect(view.findings[0].choices).toEqual([
      { choice: 'close', label: 'New close date', command: 'pipeline set acme close=…', in_crm: false },
      { choice: 'won', label: 'Close it as won', command: 'pipeline won acme', in_crm: false },
      { choice: 'lost', label: 'Close it as lost', command: 'pipeline lost acme --reason …', in_crm: false },
      { choice: 'waive', label: 'Accept it for a time', command: null, in_crm: false },
    ]);
    const csv = (await cli('fix --dry-run --format csv', { cwd })).stdout.trimEnd().split('\n');
    expect(csv).toHaveLength(1 + 4 + 4);
    expect(read(cwd, path('acme'))).toBe(dealFile({ ...late, next_step: '' }));
  });

  test('where nothing is wrong it says so', async () => {
    expect((await cli('fix --dry-run', { cwd: one({}) })).stdout).toContain('Nothing to ask');
    expect((await fix(one({}), [])).stdout).toContain('Nothing to ask');
  });

  test('an owner or a rule that there is not is a mistake', async () => {
    const cwd = one(late);
    expect((await cli('fix --dry-run --owner ana', { cwd })).stderr).toContain('Did you mean "anna"?');
    expect((await cli('fix --dry-run --rule stal', { cwd })).stderr).toContain('Did you mean "stale"?');
  });
});

describe('in a mirror', () => {
  const HEAD =
    'ID,Title,Organization,Owner,Status,Stage,Value,Currency,Expected close date,Next step,Deal created';
  const row = (close: string, value = '1000') =>
    `17,ERP rollout,Acme,anna,Open,Lead,${value},PLN,${close},call,2026-10-01`;
  const todo = 'crm-todo/2026-11-23.md';

  async function mirror(): Promise<string> {
    const cwd = workspace({}, 'source_of_record: pipedrive\n');
    await bring(cwd, row('2026-11-18'));
    return cwd;
  }
  async function bring(cwd: string, line: string) {
    writeFileSync(join(cwd, 'export.csv'), `${HEAD}\n${line}\n`);
    const result = await cli('import export.csv --system pipedrive', { cwd });
    expect(result.status, result.stderr).toBe(0);
    return result;
  }
  const dealIn = async (cwd: string) =>
    JSON.parse((await cli('list --format json', { cwd })).stdout).deals[0];

  test('what the CRM holds goes to crm-todo/, is not asked again, and its line goes with the import that shows it', async () => {
    const cwd = await mirror();
    const { id } = await dealIn(cwd);
    const { stdout, stderr } = await fix(cwd, ['close', '2026-12-15'], ['--rule', 'past-close']);
    expect(stderr).toContain(`${todo}: close 2026-11-18 → 2026-12-15`);
    expect(stdout).toContain(`1 line in ${todo}`);
    expect(read(cwd, todo)).toContain(`- [ ] record 17 · close · 2026-11-18 → 2026-12-15 · anna · ${id}\n`);
    expect((await dealIn(cwd)).close).toBe('2026-11-18');
    const again = JSON.parse((await cli('fix --dry-run --rule past-close --format json', { cwd })).stdout);
    expect(again).toMatchObject({ findings: [], waiting: 1 });
    // Another value does not do it.
    await bring(cwd, row('2026-11-19'));
    expect(read(cwd, todo)).toContain('2026-12-15');
    const { stdout: said } = await bring(cwd, row('2026-12-15'));
    expect(said).toContain('1 line of crm-todo/ is done');
    expect(existsSync(join(cwd, todo))).toBe(false);
  });

  test('text around the lines stays, byte for byte', async () => {
    const cwd = await mirror();
    await fix(cwd, ['close', '2026-12-15'], ['--rule', 'past-close']);
    const text = read(cwd, todo);
    writeFileSync(join(cwd, todo), `${text}\r\nAsk Jan first.  \n`);
    await bring(cwd, row('2026-12-15'));
    expect(read(cwd, todo)).toBe(`${text.replace(/- \[ \].*\n/, '')}\r\nAsk Jan first.  \n`);
  });

  test('a waiver is ours, and is written into the deal', async () => {
    const cwd = await mirror();
    await fix(cwd, ['waive', 'budget in January', '2027-01-31'], ['--rule', 'past-close']);
    expect(existsSync(join(cwd, todo))).toBe(false);
    const { id } = await dealIn(cwd);
    expect(read(cwd, path(id))).toContain('why: budget in January');
  });

  test('a deal that is lost there is asked for with its stage, reason and day, and nothing changes here', async () => {
    const cwd = await mirror();
    const { id } = await dealIn(cwd);
    const before = read(cwd, path(id));
    await fix(cwd, ['lost', 'no budget', ''], ['--rule', 'past-close']);
    const lines = read(cwd, todo)
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines.map((line) => line.split(' · ').slice(1, 3).join(': '))).toEqual([
      'stage: lead → lost',
      'close: 2026-11-18 → 2026-11-23',
      'lost_reason: – → no budget',
    ]);
    expect(read(cwd, path(id))).toBe(before);
  });
});
