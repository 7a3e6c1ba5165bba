// A week of a made-up company on disk: the snapshot of 2026-11-16, and the deals as they stand a week later.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { day } from '../../src/base/day.ts';
import { openBook } from '../../src/book/open.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';

type Fields = Readonly<Record<string, string>>;

export const SETTINGS = `format: 1
name: alder-sales
locale: en
time_zone: Europe/Warsaw
currency: PLN
rates:
  - {on: 2026-07-01, EUR: "4.25"}
  - {on: 2026-11-20, EUR: "4.30"}
team:
  - {id: anna, name: Anna Nowak}
  - {id: ewa, name: Ewa Maj}
  - {id: piotr, name: Piotr Lis, also: [P. Lis]}
process:
  version: 1
  stages:
    - {id: lead, label: Lead}
    - {id: qualified, label: Qualified}
    - {id: proposal, label: Proposal}
    - {id: negotiation, label: Negotiation}
lost_reasons: [price, timing]
`;

/** What a deal of the story says where its line does not. */
const PLAIN: Fields = {
  account: 'Alder',
  owner: 'anna',
  stage: 'lead',
  created: '2026-09-01',
  close: '2026-12-15',
};

/** How each deal stood on 2026-11-16. */
const BEFORE: Readonly<Record<string, Fields>> = {
  'alpina-erp': { name: 'ERP', stage: 'negotiation', amount: '150000.00' },
  'borek-crm': { name: 'CRM', owner: 'piotr', stage: 'proposal', amount: '90000.00' },
  'cis-portal': { name: 'Portal', owner: 'ewa', stage: 'lost', amount: '55000.00', close: '2026-11-02' },
  'ema-bi': { name: 'Reporting', owner: 'ewa', stage: 'proposal', amount: '145000.00' },
  'fala-audit': { name: 'Audit', owner: 'ewa', stage: 'qualified', amount: '45000.00' },
  'hala-hr': { name: 'Payroll', amount: '70000.00' },
  'idol-edi': { name: 'EDI', owner: 'piotr', stage: 'qualified', amount: '80000.00' },
  'jar-dms': { name: 'Documents', owner: 'piotr', amount: '40000.00', close: '2026-11-30' },
  'kos-pim': { name: 'Product data', owner: 'ewa', amount: '65000.00', close: '2027-02-10' },
  'lipa-erp': { name: 'ERP', amount: '30000.00' },
  'mak-erp': { name: 'ERP', owner: 'piotr', amount: '120000.00' },
  'nurt-erp': { name: 'ERP', owner: 'ewa', stage: 'negotiation', amount: '95000.00' },
  'oko-bi': { name: 'Reporting', owner: 'P. Lis', amount: '25000.00' },
  'pan-bi': { name: 'Reporting', amount: '20000.00' },
  'rok-tms': { name: 'Transport', owner: 'piotr', amount: '20000.00', currency: 'EUR' },
  'sok-mes': { name: 'MES', amount: '15000.00' },
  'tor-wms': { name: 'Warehouse', stage: 'lost', amount: '48000.00', close: '2026-11-10' },
  'ula-crm': { name: 'CRM', owner: 'ewa', stage: 'won', amount: '38000.00', close: '2026-11-05' },
  'wir-crm': { name: 'CRM', stage: 'won', amount: '12000.00', close: '2026-06-05' },
  'yeti-bi': { name: 'Reporting', owner: '', amount: '10000.00', close: '' },
  'zew-bi': { name: 'Reporting', owner: 'ewa' },
};

/** What is other a week later; null: the file is gone. */
const CHANGED: Readonly<Record<string, Fields | null>> = {
  'alpina-erp': { stage: 'won', amount: '165000.00', close: '2026-11-19' },
  'borek-crm': { stage: 'won', close: '2026-11-20' },
  'cis-portal': { stage: 'qualified', amount: '60000.00', close: '2026-12-20' },
  'dab-wms': { name: 'Warehouse', owner: 'piotr', amount: '50000.00' },
  'ema-bi': { amount: '100000.00', close: '2027-01-20' },
  'fala-audit': { stage: 'lost', lost_reason: 'price', close: '2026-11-18' },
  'gora-mes': { name: 'MES', owner: 'ewa', stage: 'proposal', amount: '35000.00' },
  'hala-hr': { amount: '105000.00' },
  'idol-edi': { close: '2027-01-31' },
  'jar-dms': { close: '2026-12-12' },
  'kos-pim': { close: '2026-12-18' },
  'lipa-erp': { stage: 'qualified' },
  'mak-erp': { stage: 'proposal' },
  'nurt-erp': { stage: 'qualified', close: '' },
  'oko-bi': { owner: 'anna' },
  'pan-bi': { name: 'Reports and boards' },
  'sok-mes': null,
  'tor-wms': { stage: 'won', close: '2026-11-17' },
  'ula-crm': { amount: '38500.00' },
  'wir-crm': null,
};

export interface Story {
  readonly root: string;
  /** Writes a file; the path is from the root. */
  put(path: string, text: string): void;
  /** Takes the snapshot of a day from the files as they are. */
  take(on: string, name?: string): Promise<void>;
  remove(): void;
}

/** A workspace with nothing but its settings. */
export function emptyStory(settings = SETTINGS): Story {
  const root = mkdtempSync(join(tmpdir(), 'pipeline-diff-'));
  const story: Story = {
    root,
    put(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    async take(on, name = on) {
      const now = new Date(`${on}T08:00:00Z`);
      const { book } = await openBook(root, { today: () => day(on), now, toolVersion: '0.1.0' });
      for (const file of snapshotFiles({ ...book.state, name }, '')) story.put(file.path, file.text);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  story.put('pipeline.yaml', settings);
  return story;
}

/** The week: a snapshot before it, and the deals after it. */
export async function week(): Promise<Story> {
  const story = emptyStory();
  for (const [id, fields] of Object.entries(BEFORE)) story.put(pathOf(id), dealText(fields));
  await story.take('2026-11-16');
  for (const [id, fields] of Object.entries(CHANGED)) {
    if (fields === null) rmSync(join(story.root, pathOf(id)));
    else story.put(pathOf(id), dealText({ ...BEFORE[id], ...fields }));
  }
  const { [archived]: finished } = BEFORE;
  story.put(`archive/2026-Q4/${archived}.yaml`, dealText(finished ?? {}));
  return story;
}

const archived = 'wir-crm';

function pathOf(id: string): string {
  return `deals/2026/${id}.yaml`;
}

/** A deal's file; fields of the story's that are '' are left out. */
export function dealText(fields: Fields): string {
  const lines = Object.entries({ ...PLAIN, ...fields }).filter(([, value]) => value !== '');
  return lines.map(([key, value]) => `${key}: ${value}\n`).join('');
}
