// The mappings of exports that lead to a stage, once it has another id or is gone: else the next import would not know
// where a value of the CRM belongs, or put its deals back.

import { isDeepStrictEqual } from 'node:util';
import type { Mapping } from '../crm-import/mapping.ts';
import { readMapping } from '../crm-import/mapping-read.ts';
import { IMPORTS, type StoredMapping, storedMappings } from '../crm-import/stored-mappings.ts';
import { compose } from '../deal/compose.ts';
import { setValue } from '../deal/edit-map.ts';
import { Layout, spliced } from '../deal/layout.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf } from '../deal/tree.ts';
import type { FileChange } from '../workspace/write-plan.ts';

export interface FollowingMapping {
  /** `imports/pipedrive.yaml`. */
  readonly file: string;
  /** The values of the export that lead to the stage. */
  readonly values: readonly string[];
  /** The file with them leading to another one. */
  to(stage: string): FileChange;
}

/**
 * The mappings with values that lead to a stage under any of its names.
 * @throws Failure `mapping-needed` where a mapping can't be read
 */
export function mappingsTo(root: string, names: readonly string[]): readonly FollowingMapping[] {
  return [...storedMappings(root)].flatMap(([system, stored]) => {
    const file = `${IMPORTS}/${system}.yaml`;
    const values = Object.entries(stored.mapping.stages).flatMap(([value, stage]) =>
      names.includes(stage) ? [value] : [],
    );
    if (values.length === 0) return [];
    return [{ file, values, to: (stage: string) => changed(file, stored, values, stage) }];
  });
}

function changed(path: string, stored: StoredMapping, values: readonly string[], to: string): FileChange {
  const { text, mapping, fingerprint } = stored;
  const { root } = compose(new SourceText(text, path));
  const stages = root?.kind === 'map' ? entryOf(root, 'stages')?.value : undefined;
  const layout = new Layout(text);
  const splices = values.flatMap((value) => {
    const entry = stages?.kind === 'map' ? entryOf(stages, value) : undefined;
    return stages?.kind === 'map' && entry !== undefined
      ? setValue(layout, stages, entry, { kind: 'text', text: to })
      : [];
  });
  const content = spliced(text, splices);
  const meant: Mapping = {
    ...mapping,
    stages: { ...mapping.stages, ...Object.fromEntries(values.map((value) => [value, to])) },
  };
  if (!isDeepStrictEqual(readMapping(content, path), meant))
    throw new Error(`the change of ${path} would not read back as intended; nothing was written`);
  return { kind: 'write', path, content, expected: fingerprint };
}
