// What --by groups deals by: owner, the team's group, currency, or a custom field of theirs.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { memberOf, ownerKey } from '../freshness/owner.ts';
import type { TargetScope } from '../plan/targets.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { TargetRecord } from '../snapshot/snapshot.ts';

/** As `--by` names it, its short names for custom fields written out. */
export interface Grouping {
  readonly name: string;
  keyOf(row: DealRow): string;
  /** The scope of a plan target of one group. */
  scopeOf(key: string): TargetScope;
  /** The group that a plan target may be of; undefined: it is of none of these. */
  targetKey(target: TargetRecord): string | undefined;
}

const SHORT: Readonly<Record<string, string>> = { segment: 'custom.segment', source: 'custom.lead_source' };
/** Those that need no field's name. */
export const GROUPINGS = ['owner', 'group', 'currency', 'segment', 'source'];

/** @throws Failure `usage` for what there is not; of a custom field that no snapshot keeps, with the setting */
export function groupingBy(word: string, { settings }: Pick<Book, 'settings'>): Grouping {
  const { team, snapshotCustom } = settings;
  switch (word) {
    case 'owner':
      return {
        name: word,
        keyOf: ({ owner }) => ownerKey(team, owner),
        scopeOf: (owner) => ({ owner }),
        targetKey: ({ owner }) => owner,
      };
    case 'group':
      return {
        name: word,
        keyOf: ({ owner }) => memberOf(team, owner)?.group ?? '',
        scopeOf: (group) => ({ group }),
        targetKey: ({ group }) => group,
      };
    case 'currency':
      return {
        name: word,
        keyOf: ({ currency }) => currency,
        scopeOf: (currency) => ({ currency }),
        targetKey: (target) => target.currency,
      };
  }
  const field = /^custom\.(.+)$/.exec(SHORT[word] ?? word)?.[1];
  if (field === undefined) {
    throw new Failure('usage', said('Deals are not grouped by "{word}".', { word }), {
      hint: didYouMean(word, GROUPINGS, 'By owner, group, currency, segment, source or custom.KEY.'),
    });
  }
  if (!snapshotCustom.includes(field)) {
    throw new Failure(
      'usage',
      said('No column of the snapshots has custom.{field}, so there is nothing to group by.', { field }),
      {
        hint: said('Name it in pipeline.yaml: snapshot: {example}', {
          example: `{custom: [${[...snapshotCustom, field].join(', ')}]}`,
        }),
      },
    );
  }
  return {
    name: word,
    keyOf: ({ custom }) => (Object.hasOwn(custom, field) ? (custom[field] ?? '') : ''),
    scopeOf: (value) => (field === 'segment' ? { segment: value } : { custom: { [field]: value } }),
    targetKey: ({ segment, custom }) => (field === 'segment' ? segment : custom?.[field]),
  };
}
