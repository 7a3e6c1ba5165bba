// Findings with what they say as text, to be held against sentences.

import type { Finding } from '../../src/freshness/finding.ts';

export function inEnglish(findings: readonly Finding[]) {
  return findings.map((finding) => ({
    ...finding,
    message: String(finding.message),
    hint: String(finding.hint),
  }));
}
