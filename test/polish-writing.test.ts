// What commands that write say where Polish is spoken: what stands in the way of a move, how an export was read, what a
// review's answers left. Files, and what machines read, stay English.

import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { type Desk, desk } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

async function polishDesk(files: Readonly<Record<string, string>>): Promise<Desk> {
  const here = await desk();
  made.push(here);
  for (const [path, text] of Object.entries({ 'pipeline.yaml': SETTINGS, ...files })) here.write(path, text);
  return here;
}

const SETTINGS = `format: 1
name: biuro
currency: PLN
locale: pl
time_zone: Europe/Warsaw
team:
  - {id: anna, name: Anna Nowak}
process:
  stages:
    - {id: lead, label: Kontakt, requires: {activities: [call, meeting]}}
    - {id: qualified, label: Analiza, allow_skip: false}
    - {id: proposal, label: Oferta, requires: {fields: [amount]}, allow_back: false}
    - {id: negotiation, label: Negocjacje}
`;
const DEAL = `name: Portal
owner: anna
stage: lead
amount: 1
created: 2026-11-02
`;
const PATH = 'deals/2026/portal.yaml';

test('what keeps a deal from a stage is told in Polish, and what was gone on against is in its file in English', async () => {
  const here = await polishDesk({ [PATH]: DEAL });
  const { stderr } = await here.run('move portal proposal');
  expect(stderr).toContain('portal nie może jeszcze przejść do Oferta: stoją temu na drodze 3 rzeczy.');
  expect(stderr).toContain('    etapu Analiza nie wolno przeskoczyć\n');
  expect(stderr).toContain('    brak w etapie Kontakt: call lub meeting\n');
  expect(stderr).toContain('    amount (1 to wypełniacz)\n');
  expect((await here.run('won portal')).stderr).toContain('portal nie może jeszcze być zrealizowana:');
  await here.run(['move', 'portal', 'proposal', '--force', '--why', 'tak chce klient']);
  expect(here.read(PATH)).toContain(
    'to Oferta, against: Analiza may not be jumped over; no call or meeting in Kontakt; amount (1 is a placeholder)',
  );
  await here.run('move portal negotiation');
  expect((await here.run('move portal proposal')).stderr).toContain('szansa nie może wrócić do etapu Oferta');
});

test('how an export was read, and why a row was rejected, is told in Polish; the file of rejected rows is as everywhere', async () => {
  const here = await polishDesk({
    'export.csv': `id,name,stage,amount,close,owner
1,Portal,lead,"1 234,50",31.12.2026,anna
2,CRM,lead,x,13.13.2026,anna
2,CRM,lead,5,,anna
`,
    'edits.csv': 'id,version,stage\nportal,,oferta\n',
    [PATH]: DEAL,
  });
  const { stdout } = await here.run('import export.csv');
  expect(stdout).toContain('close: „13.13.2026” nie jest datą; amount: „x” nie jest kwotą');
  expect(stdout).toContain('rekord 2 jest już w wierszu 3, z innymi wartościami');
  expect(stdout).toContain('amount: przecinki dziesiętne, jak w komórkach.');
  expect(here.read('imports/csv-rejected-2026-11-23.csv')).toContain('3,"close: ""13.13.2026"" is no date');
  const json = JSON.parse((await here.run('import export.csv --partial --dry-run --format json')).stdout);
  expect(json.rejections[1].reason).toBe('the record 2 stands in line 3 already, with other values');
  expect(json.decisions[0].what).toBe('decimal commas');
  expect((await here.run('import edits.csv --match id')).stdout).toContain('nie ma wersji: nie wiadomo, czy');
});

test('what a table of activities could not tell is told in Polish', async () => {
  const here = await polishDesk({
    'calls.csv': 'deal,date,note\nportal,2026-11-20,rozmowa\nportal,kiedyś,nic\n',
    [PATH]: DEAL,
  });
  const { stdout } = await here.run('log --from calls.csv');
  expect(stdout).toContain('„kiedyś” nie jest datą');
  expect(stdout).toContain('Żadna kolumna nie podaje rodzaju');
});

test('what a decision lacks and what it took the place of is told in Polish', async () => {
  const here = await polishDesk({});
  await here.run(['feedback', 'add', 'krótsze oferty', '--kind', 'change']);
  const trial = ['feedback', 'decide', 'krótsze', 'trial', '--why', 'na próbę'];
  expect((await here.run(trial)).stdout).toContain(
    'Nie ma końca, więc nic o niej nie przypomni: --until DAY',
  );
  const { stdout } = await here.run(['feedback', 'decide', 'krótsze', 'accepted', '--why', 'działa']);
  expect(stdout).toContain('próba od 23.11.2026: na próbę');
});

test('a snapshot that was made later says so in Polish, and its JSON in English', async () => {
  const here = await polishDesk({
    [PATH]: `${DEAL}stages: [{stage: lead, on: 2026-11-02}]\n`,
    'deals/2026/nowa.yaml': 'name: Nowa\nstage: lead\n',
  });
  await here.run('backfill --from dates --on 2026-11-10');
  const report = here.read('snapshots/2026-11-10/snapshot.md');
  expect(report).toContain('Tego dnia nikt nie zrobił migawki: powstała 23.11.2026 (backfill-dates)');
  expect(report).toContain('Pominięto 1 szansę, której nie da się umieścić w czasie.');
});

test('days in what an entry changed read as in every table, and what a deal lacks has its weight in Polish', async () => {
  const here = await polishDesk({ [PATH]: DEAL });
  const { stdout } = await here.run(['next', 'portal', 'oferta na 2026-12-01', '--by', 'fri']);
  expect(stdout).toContain('27.11.2026 oferta na 2026-12-01');
  expect((await here.run('show portal')).stdout).toMatch(/^(błąd|ostrzeżenie|informacja) +[a-z-]+: /m);
});

test('who breaks a command off is told in Polish that nothing is half-written', async () => {
  const here = await polishDesk({ [PATH]: DEAL });
  const { stderr } = await here.run('set portal amount=5', { signal: AbortSignal.abort('SIGINT') });
  expect(stderr).toBe('\nPrzerwano. Nic nie zostało zapisane w połowie.\n');
});

test('what git is told, an outcome in the place of a stage, and an action that is not there, are told in Polish', async () => {
  const here = await polishDesk({ [PATH]: DEAL });
  execFileSync('git', ['init', '-q'], { cwd: here.root });
  expect((await here.run('git')).stdout).toContain('Sterownik scalania');
  const won = await here.run(['won', 'portal', '--force', '--why', 'podpisana']);
  expect(won.stdout).toContain('Kontakt → Zrealizowane');
  expect((await here.run('actions done xyz')).stderr).toContain('Nie ma zobowiązania „xyz”.');
});

test('a sheet asks in Polish what a team without questions of its own asks, and names the weight of findings', async () => {
  const here = await polishDesk({ [PATH]: `${DEAL}close: 2026-11-02\n` });
  await here.run('review --sheet');
  const sheet = here.read('reviews/2026-11-23.md');
  expect(sheet).toContain('- Kto decyduje?');
  expect(sheet).toContain('- błąd · past-close · ');
});
