// The fingerprint of a finding: by which a CI service knows it again tomorrow.

import { createHash } from 'node:crypto';
import { compareText } from '../base/compare-text.ts';
import { grouped } from '../base/grouped.ts';
import type { CheckFinding } from '../report/check-finding.ts';

const LENGTH = 16;

/**
 * Sixteen hexadecimal digits of rule and deal (of rule and file where it is about no deal), with which of several
 * things it is about, and a number: the first such finding from the top of the file is 1. Neither lines nor messages count, since both change by themselves.
 */
export function fingerprints(findings: readonly CheckFinding[]): ReadonlyMap<CheckFinding, string> {
  const printed = new Map<CheckFinding, string>();
  const alike = grouped(findings, ({ rule, id, file, about }) => {
    const subject = id === '' ? [rule, '', file] : [rule, id];
    return JSON.stringify(about === '' ? subject : [...subject, about]);
  });
  for (const [key, same] of alike) {
    const hash = createHash('sha256').update(key).digest('hex').slice(0, LENGTH);
    const inOrder = [...same].sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
    for (const [at, finding] of inOrder.entries()) printed.set(finding, `${hash}:${at + 1}`);
  }
  return printed;
}
