// The value in force of a setting, found by the path that pipeline.yaml names it by.

import { rhythmSaid } from './rhythm.ts';
import type { Settings } from './settings.ts';
import type { SettingPath } from './settings-explained.ts';

export type SettingValue = string | number | boolean;

export interface ValueInForce {
  /** The stage whose setting it is; '' for all. */
  readonly stage: string;
  readonly value: SettingValue;
}

/** The settings of a stage that mean nothing of their own: a stage may be jumped over unless it says otherwise. */
const PLAIN: readonly unknown[] = [true];

/**
 * What holds for a setting, by default too; a setting of stages for each stage that differs. A list of words is told
 * with commas between. Nothing where there is nothing.
 */
export function valuesInForce(path: SettingPath, settings: Settings): ValueInForce[] {
  const ofStage = /^process\.stages\[\]\.(.+)$/.exec(path)?.[1];
  if (ofStage === undefined) return told(valueAt(settings, path)).map((value) => ({ stage: '', value }));
  return settings.process.stages.flatMap((stage) =>
    told(valueAt(stage, ofStage))
      .filter((value) => !PLAIN.includes(value))
      .map((value) => ({ stage: stage.id, value })),
  );
}

function valueAt(of: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, step) => {
    const key = step.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }, of);
}

function told(value: unknown): SettingValue[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [value];
  if (Array.isArray(value)) {
    const words = value.filter((item) => typeof item === 'string');
    return words.length === 0 ? [] : [words.join(', ')];
  }
  return isRhythm(value) ? [String(rhythmSaid(value))] : [];
}

function isRhythm(value: unknown): value is Settings['rhythm']['clean'] {
  return isRecord(value) && 'every' in value && 'unit' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
