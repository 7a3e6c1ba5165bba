// pipeline review --apply: what was filled in becomes edits, each told in its deal; all of it or nothing, and once.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entryId } from '../src/feedback/entry-id.ts';
import type { ReviewAppliedView } from '../src/report/review-applied.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const SHEET = 'reviews/2026-11-23.md';
const SETTINGS = `format: 1
name: acme
currency: PLN
locale: en
time_zone: Europe/Warsaw
documented_since: 2026-01-01
lost_reasons: [price, no-decision]
team: [{id: anna, name: Anna Nowak}, {id: piotr, name: Piotr Lis, until: 2026-10-31}]
process: {stages: [lead, proposal]}
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', SETTINGS);
  deal('alpha', { stage: 'proposal', amount: '100000.00', close: '2026-12-15' });
  deal('beta', {
    stage: 'lead',
    amount: '5000.00',
    close: '2027-01-31',
    next_step: '{by: 2026-11-30, what: call}',
  });
  deal('gamma', { stage: 'lost', amount: '700.00', close: '2026-11-10' });
  deal('delta', { stage: 'won', amount: '900.00', close: '2026-11-12' });
  expect((await here.run('review --sheet')).status).toBe(0);
});
afterEach(() => here.clear());

function deal(id: string, fields: Readonly<Record<string, string>>): void {
  const all = { name: `Deal ${id}`, account: `Account ${id}`, owner: 'anna', ...fields };
  here.write(
    `deals/2026/${id}.yaml`,
    `${Object.entries(all)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')}\n`,
  );
}

/** Writes lines in the place of keys of a block, which is that of a deal or of the process. */
function fill(block: string, answers: Readonly<Record<string, string>>): void {
  const text = here.read(SHEET);
  const from = block === 'process' ? text.indexOf('works:') : text.indexOf(`deal: ${block}\n`);
  const to = text.indexOf('```', from);
  expect(from, block).toBeGreaterThan(0);
  let filled = text.slice(from, to);
  for (const [key, value] of Object.entries(answers)) {
    expect(filled).toMatch(new RegExp(`^${key}:`, 'm'));
    filled = filled.replace(new RegExp(`^${key}:.*$`, 'm'), () => `${key}: ${value}`);
  }
  here.write(SHEET, text.slice(0, from) + filled + text.slice(to));
}

const swap = (from: string | RegExp, to: string) =>
  here.write(
    SHEET,
    here.read(SHEET).replace(from, () => to),
  );
const apply = (words = '') => here.run(`review --apply ${SHEET} ${words}`);
const view = async () => JSON.parse((await apply('--format json')).stdout) as ReviewAppliedView;
const truth = () =>
  Object.assign({}, ...['deals', 'feedback', 'crm-todo', 'reviews'].map((one) => here.files(one)));

const withOla = () => here.write('pipeline.yaml', SETTINGS.replace('team: [', 'team: [ola, '));

test('who is drawn says where the random part ran dry, and what would change that', async () => {
  here.write('pipeline.yaml', `${SETTINGS}review: {largest: 1}\n`);
  const dry =
    'Open: 0 deals were left to draw at random, and 1 left out, having been in a sheet of the last 60 days.';
  for (const words of ['review', 'review --sheet --dry-run', 'meeting weekly --since 2026-11-24']) {
    const { stdout, stderr } = await here.run(words, { today: '2026-11-25' });
    expect(stderr).toBe('');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `${dry} A lower review.not_again_within draws them sooner.`,
    );
    expect(stdout).not.toMatch(/\n\n$/);
  }
});

describe('what was filled in', () => {
  test('changes the deal and is told in it by one activity; the sheet stays as it is', async () => {
    fill('alpha', { verdict: 'corrected', close: '2027-01-20 # they wait for the budget', amount: '80 000' });
    fill('beta', { verdict: 'At risk', next_step: '{what: "send the offer, then call", by: fri}' });
    const sheet = here.read(SHEET);
    const { status, stdout } = await apply();
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "reviews/2026-11-23.md · 2 of 4 deals answered
      “80 000” is 80,000 PLN
      “fri” is Friday, 2026-11-27

      Deal   Verdict    Field
      alpha  corrected  amount     100,000 → 80,000
                        close      2026-12-15 → 2027-01-20
      beta   at-risk    next_step  2026-11-30 call → 2026-11-27 send the offer, then call

      Not what you meant? → pipeline undo
      "
    `);
    expect(here.read('deals/2026/alpha.yaml')).toMatchInlineSnapshot(`
      "name: Deal alpha
      account: Account alpha
      owner: anna
      stage: proposal
      amount: 80000
      close: 2027-01-20
      activities:
        - {on: 2026-11-23, logged: 2026-11-23, type: review, note: corrected · close 2026-12-15 → 2027-01-20 · amount 100000.00 → 80000, ref: 2026-11-23}
      "
    `);
    expect(here.read('deals/2026/beta.yaml')).toMatchInlineSnapshot(`
      "name: Deal beta
      account: Account beta
      owner: anna
      stage: lead
      amount: 5000.00
      close: 2027-01-31
      next_step: {by: 2026-11-27, what: "send the offer, then call", agreed: 2026-11-23}
      activities:
        - {on: 2026-11-23, logged: 2026-11-23, type: review, note: "at-risk · next step 2026-11-27: send the offer, then call", ref: 2026-11-23}
      "
    `);
    expect(here.read(SHEET)).toBe(sheet);
  });

  test('is doubted where the amount may be a slip of the pen, and shows its currency where it is another', async () => {
    rmSync(join(here.root, SHEET));
    deal('beta', { stage: 'lead', amount: '5000.00', currency: 'EUR', close: '2027-01-31' });
    here.write('pipeline.yaml', `${SETTINGS}rates: [{on: 2026-01-01, EUR: "4.30"}]\n`);
    expect((await here.run('review --sheet')).stderr).toBe('');
    fill('alpha', { verdict: 'confirmed', amount: '1000000' });
    fill('beta', { verdict: 'corrected', amount: '4500' });
    const { stdout, stderr } = await apply('--dry-run');
    expect(stderr + stdout).toMatchInlineSnapshot(`
      "reviews/2026-11-23.md · 2 of 4 deals answered · dry run, nothing is written

      Deal   Verdict    Field
      alpha  confirmed  amount  100,000 → 1,000,000
      beta   corrected  amount  EUR 5,000 → 4,500

      alpha is “confirmed”, and its amount changes: if the new amount is right, the verdict is “corrected”.
      The amount of alpha changes by a factor of 10: check that no digit is missing or too many.

      Nothing was written → the same without --dry-run
      "
    `);
  });

  test('of a closed deal is its reason: one of the list for a lost one, any words for a won one', async () => {
    fill('gamma', { verdict: 'confirmed', reason: 'Price' });
    fill('delta', { reason: 'the demo on their own data', lesson: 'show it on their data' });
    expect((await apply()).status).toBe(0);
    expect(here.read('deals/2026/gamma.yaml')).toContain('lost_reason: price\n');
    expect(here.read('deals/2026/delta.yaml')).not.toContain('lost_reason');
    expect(here.read('deals/2026/delta.yaml')).toContain(
      'note: "reason: the demo on their own data · lesson: show it on their data"',
    );
  });

  test('is promised and said in feedback/, each under the sheet', async () => {
    fill('beta', {
      actions: '\n  - {what: find the budget, owner: Anna Nowak, by: 2026-12-01}\n  - call the board',
    });
    fill('process', {
      works: 'weekly reviews',
      change: '[{text: a template, stage: Proposal}, one price list]',
      why: 'it is written anew each time',
    });
    expect((await apply()).status).toBe(0);
    expect(here.read('feedback/2026-11.yaml')).toMatchInlineSnapshot(`
      "format: 1
      entries:
        - id: a85666da3a
          on: 2026-11-23
          kind: action
          text: find the budget
          owner: anna
          due: 2026-12-01
          deal: beta
          ref: 2026-11-23
        - id: ad87bb2647
          on: 2026-11-23
          kind: action
          text: call the board
          owner: anna
          deal: beta
          ref: 2026-11-23
        - id: fd05e975bb
          on: 2026-11-23
          kind: works
          text: weekly reviews
          ref: 2026-11-23
        - id: fff7294919
          on: 2026-11-23
          kind: change
          text: a template
          why: it is written anew each time
          stage: proposal
          ref: 2026-11-23
        - id: fb330954ee
          on: 2026-11-23
          kind: change
          text: one price list
          why: it is written anew each time
          ref: 2026-11-23
      "
    `);
  });

  test('is why something works, where nothing else is said of the process', async () => {
    fill('process', { works: '[{text: a template, why: it saves a day}, weekly reviews]', why: 'we meet' });
    expect((await apply()).status).toBe(0);
    const entries = here.read('feedback/2026-11.yaml');
    expect(entries).toContain('text: a template\n    why: it saves a day\n');
    expect(entries).toContain('text: weekly reviews\n    why: we meet\n');
  });

  test('is promised by each who promised the same, and said of each stage', async () => {
    withOla();
    fill('beta', { actions: '[{what: numbers, owner: anna}, {what: numbers, owner: ola}]' });
    fill('process', { change: '[{text: a template, stage: lead}, {text: a template, stage: proposal}]' });
    const { actions, feedback } = await view();
    expect(actions.map(({ owner }) => owner)).toEqual(['anna', 'ola']);
    expect(feedback.map(({ stage }) => stage)).toEqual(['lead', 'proposal']);
    const written = here.read('feedback/2026-11.yaml');
    for (const { id } of [...actions, ...feedback]) expect(written).toContain(`- id: ${id}\n`);
    fill('beta', { actions: '[{what: numbers, owner: ola}, {what: numbers, owner: anna}]' });
    expect(await view()).toMatchObject({ actions: [], feedback: [], remarks: [] });
    expect(here.read('feedback/2026-11.yaml')).toBe(written);
  });

  test('is one with what was written under an id without its owner or stage', async () => {
    withOla();
    fill('beta', { actions: '[{what: numbers, owner: ola}, {what: numbers, owner: anna}]' });
    fill('process', { change: '[{text: a template, stage: proposal}]' });
    const action = entryId('a', ['review', '2026-11-23', 'beta', 'numbers']);
    const said = entryId('f', ['review', '2026-11-23', 'change', 'a template']);
    here.write(
      'feedback/2026-11.yaml',
      [
        ...['format: 1', 'entries:'],
        `  - {id: ${action}, on: 2026-11-23, kind: action, text: numbers, owner: anna, deal: beta, ref: 2026-11-23}`,
        `  - {id: ${said}, on: 2026-11-23, kind: change, text: a template, stage: proposal, ref: 2026-11-23}`,
        '',
      ].join('\n'),
    );
    const { actions, feedback, remarks } = await view();
    expect(actions.map(({ owner }) => owner)).toEqual(['ola']);
    expect([feedback, remarks]).toEqual([[], []]);
  });

  test('does not close a dead deal by itself: the command is named', async () => {
    fill('alpha', { verdict: 'dead' });
    const { stdout } = await apply();
    expect(stdout).toContain('alpha is dead, and still open → pipeline lost alpha --reason …');
    expect(here.read('deals/2026/alpha.yaml')).toContain('stage: proposal');
  });

  test('is nothing in an empty sheet, and nothing is written', async () => {
    const before = truth();
    const { status, stdout } = await apply();
    expect([status, stdout]).toEqual([0, expect.stringContaining('nothing is filled in')]);
    expect(truth()).toEqual(before);
  });

  test('is told by --dry-run, which writes nothing, and taken back whole by undo', async () => {
    fill('alpha', { verdict: 'confirmed', close: '2027-01-20', actions: 'call the board' });
    const before = truth();
    const dry = await apply('--dry-run');
    expect(dry.stdout).toContain('2026-12-15 → 2027-01-20');
    expect(truth()).toEqual(before);
    await apply();
    expect(truth()).not.toEqual(before);
    expect((await here.run('undo')).status).toBe(0);
    expect(truth()).toEqual(before);
  });

  test('is no sign of life', async () => {
    deal('beta', { stage: 'lead', created: '2026-09-01', amount: '5000.00' });
    fill('beta', { verdict: 'confirmed' });
    const age = async () =>
      JSON.parse((await here.run('show beta --format json')).stdout).deal.last_sign_of_life;
    const before = await age();
    expect((await apply()).status).toBe(0);
    expect(await age()).toEqual(before);
  });
});

describe('applied again', () => {
  test('it changes nothing, also weeks later when the deal has gone on', async () => {
    fill('alpha', { verdict: 'corrected', close: '2027-01-20', actions: 'call the board' });
    fill('process', { works: 'weekly reviews' });
    await apply();
    const once = truth();
    expect((await apply()).stdout).toContain('all of it was applied before, nothing changes');
    expect(truth()).toEqual(once);
    await here.run('set alpha close=2027-02-15', { today: '2026-12-10' });
    const later = truth();
    const again = await here.run(`review --apply ${SHEET}`, { today: '2026-12-14' });
    expect(again.status).toBe(0);
    expect(truth()).toEqual(later);
  });

  test('a block that was changed afterwards renews its activity and what it had written', async () => {
    fill('alpha', { verdict: 'corrected', close: '2027-01-20' });
    await apply();
    fill('alpha', { verdict: 'at-risk', close: '2027-03-01' });
    expect((await apply()).status).toBe(0);
    const text = here.read('deals/2026/alpha.yaml');
    expect(text).toContain('close: 2027-03-01');
    expect(text.match(/type: review/g)).toHaveLength(1);
    expect(text).toContain('at-risk · close 2026-12-15 → 2027-03-01');
  });

  test('an answer that was taken out again is named: the deal keeps what it got', async () => {
    fill('alpha', { verdict: 'corrected', close: '2027-01-20' });
    await apply();
    fill('alpha', { close: '' });
    const { remarks } = await view();
    expect(remarks).toEqual([expect.stringContaining('alpha: close was applied and is empty now')]);
    expect(here.read('deals/2026/alpha.yaml')).toContain('close: 2027-01-20');
  });

  test('a block that is empty now is told of: what it changed and promised stays', async () => {
    fill('alpha', { verdict: 'corrected', close: '2027-01-20', actions: 'call the board' });
    await apply();
    const before = truth();
    fill('alpha', { verdict: '', close: '', actions: '' });
    const { remarks, files } = await view();
    expect(remarks).toEqual([
      expect.stringContaining('alpha: close was applied and is empty now'),
      expect.stringMatching(/“call the board” is no longer in the sheet.*actions drop a/),
    ]);
    expect([files, { ...truth(), [SHEET]: '' }]).toEqual([[], { ...before, [SHEET]: '' }]);
  });

  test('a promise that is no longer in the sheet is named with what ends it', async () => {
    fill('alpha', { actions: 'call the board' });
    await apply();
    fill('alpha', { actions: 'write to the board' });
    const { remarks, actions } = await view();
    expect(actions.map(({ text }) => text)).toEqual(['write to the board']);
    expect(remarks).toEqual([
      expect.stringMatching(
        /“call the board” is no longer in the sheet, and stays promised: pipeline actions drop a/,
      ),
    ]);
  });
});

describe('a sheet that was edited after it was applied', () => {
  test('names what was said of the process otherwise than it stands, and what it no longer has', async () => {
    fill('process', {
      works: 'weekly reviews',
      change: '[{text: a template, why: it is slow, stage: lead}]',
    });
    await apply();
    expect((await view()).remarks).toEqual([]);
    fill('process', { works: '', change: '[{text: a template, why: it is dull, stage: proposal}]' });
    const { remarks, feedback } = await view();
    expect(feedback).toEqual([]);
    expect(remarks).toEqual([
      '“a template” stays as it was said before, with why “it is slow” and stage “lead”: change it in feedback/2026-11.yaml:8',
      '“weekly reviews” is no longer in the sheet, and stays said in feedback/2026-11.yaml:3',
    ]);
  });

  test('writes what feedback/ lacks though the deal tells of the review, and names a promise changed there', async () => {
    fill('alpha', { verdict: 'confirmed', actions: '[{what: call, by: 2026-12-01}]' });
    await apply();
    const written = here.read('feedback/2026-11.yaml');
    here.write('feedback/2026-11.yaml', 'format: 1\nentries: []\n');
    expect((await view()).actions).toHaveLength(1);
    here.write('feedback/2026-11.yaml', written.replace('due: 2026-12-01', 'due: 2026-12-08'));
    expect((await view()).remarks).toEqual([
      '“call” stays as it was promised before, with due “2026-12-08”: change it in feedback/2026-11.yaml:3',
    ]);
  });

  test('keeps telling of an answer that is empty now, until the deal is set back', async () => {
    fill('alpha', { verdict: 'corrected', amount: '80000', close: '2027-01-20' });
    await apply();
    fill('alpha', { verdict: 'at-risk', amount: '', close: '' });
    expect((await apply()).status).toBe(0);
    const told = /note: (.*), ref/.exec(here.read('deals/2026/alpha.yaml'))?.[1];
    expect(told).toBe('at-risk · close 2026-12-15 → 2027-01-20 · amount 100000.00 → 80000');
    await here.run('set alpha amount=100000 close=2027-03-01');
    expect((await apply()).status).toBe(0);
    expect(here.read('deals/2026/alpha.yaml')).toContain(
      'note: at-risk · close 2026-12-15 → 2027-01-20, ref',
    );
  });

  test('takes a lesson more though the deal has gone on, and says what changes nothing', async () => {
    fill('alpha', { close: '2027-01-20', amount: '100000' });
    await apply();
    await here.run('set alpha close=2027-02-15 amount=90000');
    fill('alpha', { lesson: '"ask first · amount 100000.00 → 70000"' });
    const { status, stdout } = await apply();
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      "alpha: amount has changed since, to 90000 PLN; the sheet's 100000 PLN changes nothing",
    );
    const text = here.read('deals/2026/alpha.yaml');
    for (const line of ['close: 2027-02-15', 'amount: 90000', 'ask first']) expect(text).toContain(line);
    // Words of a lesson are no answer of the review.
    await here.run('set alpha amount=70000');
    fill('alpha', { amount: '60000' });
    expect((await apply()).stderr).toContain('amount of alpha has changed since');
  });
});

describe('what somebody changed meanwhile', () => {
  test('is not overwritten: it is named with its line, and nothing is written', async () => {
    fill('alpha', { verdict: 'corrected', close: '2027-01-20', amount: '80k' });
    fill('beta', { next_step: '{what: send the offer, by: 2026-12-01}' });
    fill('gamma', { reason: 'price' });
    await here.run('set alpha close=2027-05-01');
    await here.run(['next', 'beta', 'meet them', '--by', '2026-12-05']);
    await here.run('set gamma lost_reason=no-decision');
    const before = truth();
    const { status, stderr } = await apply();
    expect(status).toBe(3);
    expect(stderr).toMatchInlineSnapshot(`
      "error: reviews/2026-11-23.md can't be applied. Nothing was written.
      reviews/2026-11-23.md:27:1  error  close of alpha has changed since: it was 2026-12-15 when the sheet was made, it is 2027-05-01 now, and the sheet says 2027-01-20.
        | close: 2027-01-20
          ^
        → Take close out of the block to leave it so; to have what the sheet says: pipeline set alpha close=2027-01-20
      reviews/2026-11-23.md:53:1  error  next_step of beta has changed since: it was 2026-11-30 call when the sheet was made, it is 2026-12-05 meet them now, and the sheet says 2026-12-01 send the offer.
        | next_step: {what: send the offer, by: 2026-12-01}
          ^
        → Take next_step out of the block to leave it so; to have what the sheet says: pipeline next beta "…" --by DAY
      reviews/2026-11-23.md:95:1  error  reason of gamma has changed since: it was empty when the sheet was made, it is no-decision now, and the sheet says price.
        | reason: price
          ^
        → Take reason out of the block to leave it so; to have what the sheet says: pipeline set gamma lost_reason=price
      "
    `);
    expect(truth()).toEqual(before);
  });

  test('is an amount also where only its currency is another: the command that is named makes it so', async () => {
    fill('alpha', { amount: '80k' });
    await here.run('set alpha currency=EUR');
    const { stderr } = await apply();
    expect(stderr).toContain('it is 100000.00 EUR now, and the sheet says 80000 PLN.');
    expect(stderr).toContain("pipeline set alpha amount='80000 PLN'");
    expect((await here.run(['set', 'alpha', 'amount=80000 PLN'])).status).toBe(0);
    expect((await apply()).status).toBe(0);
  });

  test('is no matter where it says what the review says', async () => {
    fill('alpha', { close: '2027-01-20' });
    await here.run('set alpha close=2027-01-20');
    expect((await apply()).status).toBe(0);
  });

  test('a deal that was renamed is found; one in the archive keeps its bytes', async () => {
    fill('alpha', { close: '2027-01-20' });
    fill('gamma', { lesson: 'ask earlier' });
    await here.run('rename-id alpha omega');
    mkdirSync(join(here.root, 'archive/2026-Q4'), { recursive: true });
    renameSync(join(here.root, 'deals/2026/gamma.yaml'), join(here.root, 'archive/2026-Q4/gamma.yaml'));
    const archived = here.files('archive');
    const { deals } = await view();
    expect(deals.map(({ id, state }) => [id, state])).toEqual([
      ['omega', 'applied'],
      ['gamma', 'archived'],
    ]);
    expect(here.read('deals/2026/omega.yaml')).toContain('close: 2027-01-20');
    expect(here.files('archive')).toEqual(archived);
  });

  test('a deal that has ended takes no new close date', async () => {
    fill('alpha', { close: '2027-01-20' });
    await here.run('lost alpha --reason price');
    const { status, stderr } = await apply();
    expect(status).toBe(3);
    expect(stderr).toContain('alpha was open when the sheet was made, and is lost since 2026-11-23');
  });
});

/** What a person may leave in a block: each is named with its line, and nothing is written. */
const HOSTILE: readonly (readonly [string, () => void])[] = [
  ['a verdict that is none', () => fill('alpha', { verdict: 'confirmd' })],
  ['a verdict of open deals for a won one', () => fill('delta', { verdict: 'dead' })],
  ['a day that is none', () => fill('alpha', { close: 'soon' })],
  ['a day before the review', () => fill('alpha', { close: '2026-11-22' })],
  ['an amount that can be two', () => fill('beta', { amount: '1.5000,00.1' })],
  ['an amount with too many decimals', () => fill('beta', { amount: '1.2345' })],
  ['an amount below nothing', () => fill('beta', { amount: '-5' })],
  [
    'of the process: its only key mistyped',
    () => onProcess(() => '```yaml\n# ours\nwroks: weekly reviews\n```'),
  ],
  ['of the process: stop alone', () => onProcess(() => '```yaml\nstop: monday meetings\n```')],
  ['another currency', () => fill('beta', { amount: '100 EUR' })],
  ['a next step without a day', () => fill('alpha', { next_step: 'send the offer' })],
  ['a comma without quotes', () => fill('alpha', { next_step: '{what: send it, then call, by: fri}' })],
  ['a next step in the past', () => fill('alpha', { next_step: '{what: call, by: 2026-11-01}' })],
  ['an owner who is not there', () => fill('alpha', { actions: '[{what: call, owner: ana}]' })],
  ['an owner who has left', () => fill('alpha', { actions: '[{what: call, owner: piotr}]' })],
  [
    'a promise twice',
    () =>
      fill('alpha', {
        actions: '\n  - {what: call, by: fri}\n  - {what: call, owner: anna, by: 2026-11-28}',
      }),
  ],
  [
    'a change twice',
    () =>
      fill('process', {
        change: '\n  - {text: shorter, stage: lead}\n  - {text: shorter, why: x, stage: Lead}',
      }),
  ],
  ['a reason that is not of the list', () => fill('gamma', { reason: 'prize' })],
  ['a key that is none', () => swap('deal: alpha\n', 'deal: alpha\nverdikt: confirmed\n')],
  ['a key of closed deals', () => swap('deal: alpha\n', 'deal: alpha\nreason: price\n')],
  ['a deal that was not drawn', () => swap('deal: alpha\n', 'deal: alpho\n')],
  ['a deal twice', () => swap('deal: beta\n', 'deal: alpha\n')],
  ['a stage that is none', () => fill('process', { change: '[{text: shorter, stage: propsal}]' })],
  ['why, and nothing else', () => fill('process', { why: 'because' })],
  ['an alias', () => fill('alpha', { lesson: '&a [x]', tags: '[*a, *a, *a]' })],
  [
    'a bomb',
    () =>
      fill('alpha', {
        lesson: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
      }),
  ],
  ['a tag of YAML', () => fill('alpha', { lesson: '!!js/function x' })],
  ['a tab', () => swap('deal: alpha\n', 'deal: alpha\n\tlesson: x\n')],
  ['a quote without an end', () => fill('alpha', { lesson: '"they said' })],
  ['a closing fence that is gone', () => swap(/(deal: alpha\n(?:[^`].*\n|\n)*?)```\n/, fenceless('alpha'))],
  ['an opening fence that is gone', () => swap('```yaml\ndeal: alpha\n', 'deal: alpha\n')],
  ['a first line that is gone', () => swap('deal: alpha\n', '')],
  ...(
    [
      ['no opening fence', (block) => block.replace('```yaml\n', '')],
      ['a fence of no language', (block) => block.replace('```yaml', '```')],
      ['another key first', (block) => block.replace('works:', 'stop: meetings\nworks:')],
      ['a large letter', (block) => block.replace('works:', 'Works:')],
      ['quotes before each line', (block) => block.replaceAll(/^/gm, '> ')],
      ['a hyphen before the fence', (block) => `- ${block}`],
      ['four spaces', (block) => block.replaceAll(/^/gm, '    ')],
      ['a list below and no fence', (block) => block.replace('```yaml\nworks: y', 'works:\n  - y')],
    ] as const satisfies readonly (readonly [string, (block: string) => string])[]
  ).map(([name, damage]) => [`of the process: ${name}`, () => onProcess(damage)] as const),
  ['a next step of no words', () => fill('alpha', { next_step: '{what: "", by: 2026-11-30}' })],
  ['a next step of an empty day', () => fill('alpha', { next_step: '{what: call, by: ""}' })],
  ['an action of no words', () => fill('alpha', { actions: '[{what: " ", owner: anna, by: fri}]' })],
  ['a change of no words', () => fill('process', { change: '[{text: "", why: they wait}]' })],
  ['a # that cuts a lesson short', () => fill('alpha', { lesson: 'see ticket #3 before friday' })],
  ['a # that cuts an action short', () => fill('alpha', { actions: '\n  - close ticket #3' })],
  [
    'a # that cuts a next step short',
    () => fill('alpha', { next_step: '\n  what: close ticket #3\n  by: fri' }),
  ],
  ['a # that cuts a reason short', () => fill('delta', { reason: 'ticket #3 was closed' })],
  ['a # that cuts the process short', () => fill('process', { change: 'ticket #3', why: 'it #hurts' })],
  ['a deal in braces that have no end', () => alphaAs('{deal: alpha, verdict: confirmed')],
  ['a deal in braces that begin a line earlier', () => alphaAs('{\ndeal: alpha, verdict: confirmed}')],
  ['a deal in braces without a fence', () => swap(alphaBlock(), '{deal: alpha, verdict: confirmed}\n')],
  ['how it was drawn, changed', () => swap('not_again_within: 60', 'not_again_within: soon')],
  ['how it was drawn, gone', () => swap(/```yaml\nformat: 1[\s\S]*$/, '')],
];

/** Damages the block of the process, fences and all, where something is said in it. */
function onProcess(damage: (block: string) => string): void {
  fill('process', { works: 'y' });
  swap(/```yaml\nworks:[^`]*```/, damage(/```yaml\nworks:[^`]*```/.exec(here.read(SHEET))?.[0] ?? ''));
}

function alphaBlock(): string {
  return `\`\`\`yaml\n${fenceless('alpha')}\`\`\`\n`;
}

function alphaAs(content: string): void {
  swap(alphaBlock(), `\`\`\`yaml\n${content}\n\`\`\`\n`);
}

/** The block of a deal without its closing fence. */
function fenceless(id: string): string {
  const text = here.read(SHEET);
  const from = text.indexOf(`deal: ${id}\n`);
  return text.slice(from, text.indexOf('```', from));
}

describe('what is wrong in a sheet', () => {
  test.each(HOSTILE)('%s', async (_, damage) => {
    fill('beta', { tags: '[well]' });
    damage();
    const before = truth();
    const { status, stderr } = await apply();
    expect(stderr).toMatchSnapshot();
    expect(status).toBe(3);
    expect(truth()).toEqual(before);
  });

  test('is no empty text: nothing is said there', async () => {
    fill('process', { works: '""', change: '["", " "]' });
    fill('alpha', { actions: '""', verdict: 'confirmed' });
    expect(await view()).toMatchObject({ feedback: [], actions: [], deals: [{ id: 'alpha' }] });
  });

  test('is no key in quotes, and no block in braces: both are read', async () => {
    alphaAs('{deal: alpha, verdict: confirmed}');
    swap('deal: beta\nverdict:', '"deal": beta\nverdict: at-risk');
    onProcess((block) => block.replace(/works:[^`]*/, '{works: weekly reviews}\n'));
    const { deals, feedback } = await view();
    expect(deals.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['alpha', 'confirmed'],
      ['beta', 'at-risk'],
    ]);
    expect(feedback.map(({ text }) => text)).toEqual(['weekly reviews']);
  });

  test('is not what people say in words while the block of the process is there', async () => {
    fill('alpha', { close: '2027-01-20' });
    swap('## 1.', 'Why: they wait for the budget.\n\n- change: none\n\n## 1.');
    expect((await apply()).status).toBe(0);
  });

  test('is no comment that the sheet prints, and no # in quotes or within a word', async () => {
    for (const key of ['actions', 'tags', 'works', 'change']) {
      swap(new RegExp(`^${key}: +#`, 'm'), `${key}: one of them  #`);
    }
    swap(/^reason: +# what/m, 'reason: the demo # what');
    fill('alpha', { lesson: '"see ticket #3"', verdict: 'confirmed # all of us' });
    fill('beta', { lesson: 'C# is hard', next_step: '{what: call, by: fri} # as agreed' });
    const { status, stderr } = await apply();
    expect([status, stderr]).toEqual([0, '']);
    expect(here.read('deals/2026/alpha.yaml')).toContain('see ticket #3');
  });

  test.each(['en', 'pl'])('is none of the comments that a sheet prints, in %s', async (locale) => {
    here.write('pipeline.yaml', SETTINGS.replace('locale: en', `locale: ${locale}`));
    rmSync(join(here.root, SHEET));
    expect((await here.run('review --sheet')).status).toBe(0);
    const values: Readonly<Record<string, string>> = {
      ...{ verdict: 'confirmed', close: '2027-01-20', amount: '80 000', next_step: '{what: call, by: fri}' },
      ...{ reason: 'price', actions: 'call them', tags: 'legal', works: 'weekly', change: 'fewer fields' },
    };
    const filledIn = new Set<string>();
    const filled = here.read(SHEET).replaceAll(/^(\w+):( +# )/gm, (_, key: string, comment: string) => {
      filledIn.add(key);
      return `${key}: ${values[key]}${comment}`;
    });
    here.write(SHEET, filled);
    expect([...filledIn].sort()).toEqual(Object.keys(values).sort());
    const { status, stderr } = await apply();
    expect([status, stderr]).toEqual([0, '']);
  });

  test('is a second block of the process that was damaged, beside one that is whole: its lines are named', async () => {
    const more = 'works: two names\nchange: fewer fields';
    for (const damaged of [
      `${more}\n\`\`\``,
      `\`\`\`\n${more}\n\`\`\``,
      more.replaceAll(/^/gm, '> '),
      `\`\`yaml\nchange: fewer fields\n\`\`\``,
    ]) {
      const whole = here.read(SHEET);
      onProcess((block) => `${block}\n\n${damaged}`);
      const at =
        here
          .read(SHEET)
          .split('\n')
          .findIndex((line) => line.endsWith('change: fewer fields')) + 1;
      const { status, stderr } = await apply();
      expect([status, stderr], damaged).toEqual([3, expect.stringContaining('change: no block holds this')]);
      expect(stderr, damaged).toContain(`${SHEET}:${at}:`);
      here.write(SHEET, whole);
    }
    onProcess((block) => `${block}\nchange: none of it\n\n\`\`\`text\nworks: a\nchange: b\n\`\`\``);
    expect(await view()).toMatchObject({ feedback: [{ text: 'y' }] });
  });

  test('is a next step of a closed deal, with what there is to do', async () => {
    swap(/^reason:.*$/m, 'next_step: {what: call, by: fri}');
    const { status, stderr } = await apply();
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /there is no next_step to give\.[^→]*→ A closed deal has no next step\. Where it goes on: pipeline reopen \w+ --why/,
    );
  });

  test('is named all at once', async () => {
    fill('alpha', { verdict: 'maybe', close: 'soon', amount: 'much' });
    fill('gamma', { reason: 'prize' });
    const { stderr } = await apply();
    for (const word of ['maybe', 'soon', 'much', 'prize']) expect(stderr).toContain(`"${word}"`);
  });

  test('is not what else stands there: prose, other fences, CRLF, tildes, longer and indented fences', async () => {
    fill('alpha', { close: '2027-01-20' });
    swap('## 1.', '```js\nclose: 1\n```\n\nWe said: verdict: fine. <b>deal</b>: none.\n\n## 1.');
    swap(/```yaml\n(deal: alpha\n[^`]*)```/, `  ~~~~yaml\n${blockOf('alpha')}~~~~`);
    here.write(SHEET, here.read(SHEET).replaceAll('\n', '\r\n'));
    expect((await apply()).status).toBe(0);
    expect(here.read('deals/2026/alpha.yaml')).toContain('close: 2027-01-20');
  });

  test('a sheet of another workspace is refused; one that does not say of which goes on', async () => {
    fill('alpha', { close: '2027-01-20' });
    swap('workspace: acme', 'workspace: "acme: north"');
    const before = truth();
    const { status, stderr } = await apply();
    expect(stderr).toMatchSnapshot();
    expect(status).toBe(2);
    expect(truth()).toEqual(before);
    swap(/^workspace: .*\n/m, '');
    expect((await here.run('review --sheet')).stdout).not.toContain('2026-11-23-2.md');
    expect((await apply()).status).toBe(0);
  });

  test('a file that is no sheet, not there, a link, too large, or of another day is refused', async () => {
    here.write('notes.md', '# Notes\n');
    here.write('reviews/2026-11-30.md', here.read(SHEET));
    here.write('reviews/2026-11-23-large.md', `${here.read(SHEET)}${' '.repeat(5 * 1024 * 1024)}`);
    mkdirSync(join(here.root, 'reviews'), { recursive: true });
    symlinkSync(join(here.root, SHEET), join(here.root, 'reviews/2026-11-23-link.md'));
    for (const file of [
      'notes.md',
      'gone.md',
      'reviews',
      'reviews/2026-11-30.md',
      'reviews/2026-11-23-large.md',
      'reviews/2026-11-23-link.md',
    ]) {
      const { status, stderr } = await here.run(`review --apply ${file}`);
      expect([status, stderr], file).toEqual([2, expect.stringContaining(file.replace(/.*\//, ''))]);
    }
    const early = await here.run(`review --apply ${SHEET}`, { today: '2026-11-20' });
    expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('still to come')]);
  });
});

/** The content of a deal's block. */
function blockOf(id: string): string {
  return fenceless(id);
}

test('two people fill in different sections, git joins them, and all of it is applied', async () => {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...words], {
      cwd: here.root,
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'sheet');
  git('checkout', '-qb', 'anna');
  fill('alpha', { close: '2027-01-20' });
  git('commit', '-qam', 'anna');
  git('checkout', '-q', 'main');
  fill('beta', { verdict: 'confirmed', lesson: 'ask earlier' });
  git('commit', '-qam', 'piotr');
  git('merge', '-q', '--no-edit', 'anna');
  const { deals } = await view();
  expect(deals.map(({ id }) => id).sort()).toEqual(['alpha', 'beta']);
});

const EXPORT = resolve('../shared/data/salesforce_demo/Opportunity.csv');

test.skipIf(!existsSync(EXPORT))(
  'in a mirror what the CRM holds is asked of its users, once; what the review said is ours (needs ../shared/data)',
  async () => {
    const mirror = await desk('--currency USD --locale en --time-zone UTC');
    mirror.write(
      'pipeline.yaml',
      mirror.read('pipeline.yaml').replace(/^source_of_record: none/m, 'source_of_record: salesforce'),
    );
    expect((await mirror.run(['import', EXPORT])).status).toBe(0);
    expect((await mirror.run('review --sheet --largest 1 --random 1')).status).toBe(0);
    const id = /^deal: (.+)$/m.exec(mirror.read(SHEET))?.[1] ?? '';
    const path = Object.keys(mirror.files('deals')).find((file) => file.endsWith(`/${id}.yaml`)) ?? '';
    const before = mirror.read(path);
    const filled = mirror
      .read(SHEET)
      .replace('verdict:', 'verdict: dead')
      .replace('close:', 'close: 2027-01-20')
      .replace('amount:', 'amount: 90k')
      .replace('next_step:', 'next_step: {what: call them, by: 2026-12-01}');
    mirror.write(SHEET, filled);
    const { status, stdout, stderr } = await mirror.run(`review --apply ${SHEET}`);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('close, asked');
    expect(stdout).toMatch(/is dead, and still open → close record \w+ in salesforce/);
    const now = mirror.read(path);
    // Nothing but the one line that tells of it: LastActivityDate is the CRM's, the review is not.
    const added = now.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added.filter((line) => line.includes('type: review'))).toHaveLength(1);
    expect(added.filter((line) => !/^activities:$|type: review/.test(line))).toEqual([]);
    const todo = mirror.read('crm-todo/2026-11-23.md');
    for (const asked of [
      '· close · 2025-04-19 → 2027-01-20',
      '· amount · 110000 → 90000',
      '· next_step · ',
    ]) {
      expect(todo).toContain(asked);
    }
    const again = await mirror.run(`review --apply ${SHEET}`, { today: '2026-11-30' });
    expect(again.stdout).toContain('all of it was applied before');
    expect(mirror.files('crm-todo')).toEqual({ 'crm-todo/2026-11-23.md': todo });
    mirror.clear();
  },
);
