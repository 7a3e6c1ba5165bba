// What imports/SYSTEM.yaml says about the last import of one CRM.

import type { Day } from '../base/day.ts';

/** The last import of one CRM, from imports/SYSTEM.yaml. */
export interface LastImport {
  readonly system: string;
  readonly on: Day;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly partial: boolean;
}
