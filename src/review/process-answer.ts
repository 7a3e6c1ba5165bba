// The block of the process → what serves well, and what to change and why.

import { said } from '../base/said.ts';
import type { TreeNode } from '../deal/tree.ts';
import type { EntryContext } from '../entry/context.ts';
import { stageNamed } from '../entry/stage-move.ts';
import { inQuotes } from '../workspace/settings-report.ts';
import { textOf, under } from '../workspace/settings-tree.ts';
import { PROCESS_KEYS } from './answer-keys.ts';
import type { BlockReader } from './block-reader.ts';
import type { ProcessAnswer } from './sheet.ts';

const EXAMPLE = '{text: stage 3 needs a template, why: offers are written anew each time, stage: proposal}';
const QUOTE = said('A text with a comma stands in quotes: {example}', {
  example: '{text: "shorter offers, please", why: …}',
});

/**
 * Each thing that was said; a `why` of the block is that of each change without one of its own, and where nothing is to
 * change, of what works.
 * @param seen what the sheet's blocks before said; what this one says is added
 */
export function processAnswers(
  block: BlockReader,
  context: EntryContext,
  seen: Set<string>,
): ProcessAnswer[] {
  if (block.map !== undefined) block.expectKeys(block.map, PROCESS_KEYS);
  const why = block.words('why');
  const isFirst = ({ kind, text, stage }: ProcessAnswer, at: number) => {
    const key = JSON.stringify([kind, text, stage]);
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    const of = stage === '' ? '' : ` of ${stage}`;
    block.report(
      at,
      said('{text} is said{of} twice.', { text: inQuotes(text), of }),
      'Take one of the two out.',
    );
    return false;
  };
  const saidOf = (kind: ProcessAnswer['kind']) =>
    block
      .items(kind)
      .flatMap((item) => answerOf(kind, item, block, context).filter((one) => isFirst(one, item.from)));
  const works = saidOf('works');
  const change = saidOf('change');
  if (why !== '' && works.length + change.length === 0) {
    const at = block.at('why');
    block.report(at?.from ?? 0, 'Why, and nothing says what.', 'Say it in change: or works:');
  }
  const withWhy = (said: ProcessAnswer[]) => said.map((one) => (one.why === '' ? { ...one, why } : one));
  return change.length === 0 ? withWhy(works) : [...works, ...withWhy(change)];
}

function answerOf(
  kind: ProcessAnswer['kind'],
  node: TreeNode,
  block: BlockReader,
  context: EntryContext,
): ProcessAnswer[] {
  const line = block.block.source.lineAt(node.from);
  if (node.kind === 'scalar') return [{ kind, text: block.words(kind, node), why: '', stage: '', line }];
  if (node.kind === 'list') {
    block.report(
      node.from,
      said('{kind} takes texts or maps.', { kind }),
      said('Write - {example}', { example: EXAMPLE }),
    );
    return [];
  }
  block.expectKeys(node, ['text', 'why', 'stage'], QUOTE);
  const textAt = under(node, 'text');
  if (textAt === undefined || textOf(textAt)?.trim() === '') {
    block.report(node.from, 'Nothing is said here.', said('Write {example}', { example: EXAMPLE }));
    return [];
  }
  const stageAt = under(node, 'stage');
  const word = stageAt === undefined ? '' : block.text('stage', stageAt);
  const stage = word === '' ? '' : block.tried(stageAt?.from ?? 0, () => stageNamed(word, context).id);
  return [
    {
      kind,
      text: block.words('text', textAt),
      why: block.words('why', under(node, 'why') ?? NOTHING),
      stage: stage ?? '',
      line,
    },
  ];
}

const NOTHING: TreeNode = { kind: 'scalar', style: 'single', text: '', from: 0, to: 0 };
