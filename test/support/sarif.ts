// SARIF as its published schema has it.

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/** The parts that the tests look at. */
export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly [key: string]: unknown }[] };
  };
  readonly columnKind: string;
  readonly invocations: readonly [
    {
      readonly exitCode: number;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    },
  ];
  readonly results: readonly SarifResult[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number };
      };
    },
  ];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions: readonly object[];
}

// Draft 4 and later drafts differ in what this schema does not use: `id` is the only word that a later one refuses.
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync('fixtures/sarif/sarif-2.1.0-rtm.5.json', 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What the schema has against a text, a line each; none where it is SARIF. */
export function sarifErrors(text: string): readonly string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

/** The one run of a file that the schema has nothing against. @throws Error with what it has */
export function sarifRun(text: string): SarifRun {
  const errors = sarifErrors(text);
  if (errors.length > 0) throw new Error(`no SARIF: ${errors.slice(0, 5).join(' · ')}`);
  return JSON.parse(text).runs[0];
}
