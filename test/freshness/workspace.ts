// A workspace on disk for the tests of stale and check: deals as short YAML, in a folder that goes with the test.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const SETTINGS = `format: 1
name: acme-sales
currency: PLN
process:
  stages: [lead, proposal]
plan: {targets: [{period: 2026, target: "1000000"}]}
`;

/** The workspace's folder. Paths are from its root; pipeline.yaml takes the settings added to the least there is. */
export function workspace(files: Readonly<Record<string, string>>, settings = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'pipeline-freshness-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ 'pipeline.yaml': SETTINGS + settings, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A deal that no rule has anything against on 2026-11-23, with fields replaced or added. */
export function dealFile(fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    name: 'ERP rollout',
    account: 'Acme',
    owner: 'anna',
    stage: 'lead',
    amount: '1000.00',
    created: '2026-10-01',
    close: '2026-12-15',
    next_step: '{by: 2026-11-28, what: call}',
    activities: '[{on: 2026-11-20, type: call}]',
    ...fields,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** Fields of a deal whose last activity was that day. */
export function lastCall(on: string): Record<string, string> {
  return {
    activities: `[{on: ${on}, type: call}]`,
    next_step: '{by: 2026-11-28, what: call, agreed: 2026-10-01}',
  };
}
