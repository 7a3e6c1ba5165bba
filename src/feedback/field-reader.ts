// One key of a map in feedback/ as a value. What is wrong is told at its place.

import type { Day } from '../base/day.ts';
import { said } from '../base/said.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import { FieldReader } from '../workspace/field-reader.ts';
import type { Report } from '../workspace/settings-report.ts';
import { MAPS } from './keys.ts';

const HOLD_MORE: ReadonlySet<string> = new Set(['entries', 'decision', 'earlier', 'done', 'dropped']);

export class FeedbackFields extends FieldReader {
  constructor(report: Report) {
    super(report, HOLD_MORE);
  }

  /** A map with keys that are known; undefined where there is none, or it is no map. */
  map(node: TreeNode | undefined, key: keyof typeof MAPS): MapNode | undefined {
    if (node === undefined || isNothing(node)) return undefined;
    if (node.kind !== 'map') {
      this.report(
        node.from,
        said('{key} is a map of keys.', { key }),
        said('Write: {key}: {example}', { key, example: MAPS[key].example }),
      );
      return undefined;
    }
    this.expectKeys(node, Object.keys(MAPS[key].fields));
    return node;
  }

  /** The day of a map that must have one. */
  neededDay(map: MapNode, key: keyof typeof MAPS): Day | undefined {
    if (entryOf(map, 'on') === undefined)
      this.report(
        map.from,
        said('{key} has no day: on is missing.', { key }),
        said('Write: {key}: {example}', { key, example: MAPS[key].example }),
      );
    return this.day(map, 'on');
  }
}
