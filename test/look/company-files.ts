// The made-up company (company.ts) as a workspace on disk: settings, deals, and the snapshot of a week ago.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeDeal } from '../../src/deal/write.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';
import { companyBook, PREVIOUS } from './company.ts';

const SETTINGS_TEXT = `format: 1
name: acme-sales
locale: en
time_zone: Europe/Warsaw
documented_since: 2026-11-16
currency: PLN
rates:
  - {on: 2026-07-01, EUR: "4.20"}
team:
  - {id: anna, name: Anna Nowak}
  - {id: piotr, name: Piotr Lis}
  - {id: marek, name: Marek Sowa}
process:
  version: 1
  stages:
    - {id: lead, label: Lead}
    - {id: qualified, label: Qualified}
    - {id: proposal, label: Proposal}
    - {id: negotiation, label: Negotiation, exit: [{id: buyer, text: Buyer named}]}
freshness: {not_activities: [note]}
`;

/** The folder, and how to remove it. */
export function companyFolder(): { readonly root: string; remove(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pipeline-look-')));
  put(root, 'pipeline.yaml', SETTINGS_TEXT);
  for (const deal of companyBook().deals.values()) put(root, deal.path, writeDeal(deal));
  for (const { path, text } of snapshotFiles(PREVIOUS, '')) put(root, path, text);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
