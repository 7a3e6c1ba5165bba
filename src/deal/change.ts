// Changes to a deal, as values: what import and the commands ask for, and what patch (text → text) carries out.

import type { CustomValue, DealKey } from './deal.ts';

/** A scalar as it is to stand in the file. Amounts and days are given as text and written unquoted. */
export type Scalar = string | number | boolean;

export type DealChange =
  /** A top-level key, or one under `custom`. Written where it stands; a new one at its place in DEAL_KEYS. */
  | { readonly kind: 'set'; readonly key: ScalarKey | `custom.${string}`; readonly value: Scalar }
  /** A key under `custom` with any data that it may hold, lists and maps too. */
  | { readonly kind: 'set-custom'; readonly key: `custom.${string}`; readonly value: CustomValue }
  | {
      readonly kind: 'set-next-step';
      readonly step: Readonly<Record<'by' | 'what' | 'agreed', string | undefined>>;
    }
  | { readonly kind: 'remove'; readonly key: DealKey | `custom.${string}` }
  /** Adds an item to a list of maps, undefined keys left out: before the one at a place from 0, else at the end. */
  | {
      readonly kind: 'append';
      readonly key: 'stages' | 'activities' | 'waive';
      readonly item: Readonly<Record<string, string | undefined>>;
      readonly before?: number;
    }
  /** Adds a text at the end of a list of texts. */
  | { readonly kind: 'append-text'; readonly key: 'contacts' | 'checklist'; readonly text: string }
  /** Replaces the item at a place from 0. */
  | {
      readonly kind: 'replace';
      readonly key: 'stages' | 'activities' | 'waive';
      readonly index: number;
      readonly item: Readonly<Record<string, string | undefined>>;
    };

export type ScalarKey = Exclude<
  DealKey,
  'contacts' | 'next_step' | 'stages' | 'activities' | 'checklist' | 'waive' | 'source' | 'custom'
>;
