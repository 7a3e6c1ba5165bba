// The page of `pipeline git`, `git install` and `git uninstall`: what git is told, where, and what to do next.

import type { GitPartView, GitSetupView } from '../report/git-setup.ts';
import type { Block, Page, Records } from './page.ts';

const TITLES: Readonly<Record<GitPartView['part'], string>> = {
  driver: 'Merge driver',
  attributes: 'Which files it merges',
  hook: 'Hook that checks staged deals',
};

/** @param wasShown a person has seen what is written, and agreed */
export function gitSetupPage(view: GitSetupView, wasShown: boolean): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view, wasShown)] };
}

function* blocksOf(view: GitSetupView, wasShown: boolean): Generator<Block> {
  yield { kind: 'heading', parts: [answer(view)] };
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'part', title: 'What', shrinkTo: 16 },
      { key: 'state', title: 'State' },
      { key: 'file', title: 'File', shrinkTo: 20 },
    ],
    rows: view.parts.map((part) => [
      { kind: 'text', text: TITLES[part.part] },
      { kind: 'text', text: stateText(part, view), tone: part.state === 'other' ? 'warn' : 'plain' },
      { kind: 'text', text: part.file },
    ]),
  };
  if (view.action === 'install' && !wasShown) for (const part of view.parts) yield* writtenBlocks(part);
  yield { kind: 'blank' };
  for (const part of view.parts) yield* leftAlone(part);
  if (!view.on_path && view.action !== 'uninstall') {
    const parts = [
      'There is no pipeline on the PATH: until there is, git merges deals line by line, and the hook checks nothing.',
    ];
    yield { kind: 'paragraph', tone: 'warn', parts };
  }
  yield* next(view);
}

function answer({ action, dry_run, parts }: GitSetupView): string {
  const changed = parts.filter(({ change }) => change !== null);
  const dry = dry_run ? ' · dry run, nothing is written' : '';
  const count = `${changed.length} of ${parts.length}`;
  if (action === 'uninstall')
    return changed.length === 0
      ? 'Nothing of pipeline is set up in git here.'
      : `Taken out of git: ${count}${dry}`;
  if (action === 'install' && changed.length > 0) return `Set up in git: ${count}${dry}`;
  const [driver, attributes] = parts;
  return driver?.state === 'set' && attributes?.state === 'set'
    ? 'git merges deals field by field here.'
    : 'git merges deals line by line here, as any text.';
}

function stateText({ state, change }: GitPartView, { dry_run }: GitSetupView): string {
  if (change === 'write') return dry_run ? 'to be written' : 'written';
  if (change === 'remove') return dry_run ? 'to be taken out' : 'taken out';
  return { set: 'set up', missing: 'not set up', other: 'left alone' }[state];
}

function* writtenBlocks({ part, change, file, lines }: GitPartView): Generator<Block> {
  if (change === null) return;
  yield { kind: 'blank' };
  yield { kind: 'line', parts: [`${TITLES[part]}, ${file}:`] };
  yield { kind: 'code', language: '', lines };
}

function* leftAlone({ part, why, by_hand }: GitPartView): Generator<Block> {
  if (why === null || by_hand === null) return;
  const what = part === 'driver' ? 'to go back to that of pipeline:' : 'by hand:';
  yield { kind: 'paragraph', tone: 'warn', parts: [`${TITLES[part]}: ${why}. It stays as it is; ${what}`] };
  yield { kind: 'code', language: '', lines: by_hand.split('\n') };
}

function* next({ action, dry_run, parts }: GitSetupView): Generator<Block> {
  const wasChanged = (kind: GitPartView['part']) =>
    parts.some(({ part, change }) => part === kind && change !== null);
  if (dry_run) {
    yield { kind: 'next', text: 'Nothing was written', command: 'the same without --dry-run' };
  } else if (action === 'install' && wasChanged('attributes')) {
    const text = 'For the others, who each run pipeline git install once';
    yield { kind: 'next', text, command: 'git add .gitattributes' };
  } else if (action === 'uninstall' && wasChanged('attributes')) {
    yield { kind: 'next', text: 'For the others', command: 'git add -A .gitattributes' };
  } else if (
    parts.some(({ part, state, change }) => part !== 'hook' && state === 'missing' && change === null)
  ) {
    yield { kind: 'next', text: 'To merge field by field', command: 'pipeline git install' };
  } else if (
    action !== 'uninstall' &&
    parts.some(({ part, state, change }) => part === 'hook' && state === 'missing' && change === null)
  ) {
    yield {
      kind: 'next',
      text: 'To check staged deals before a commit',
      command: 'pipeline git install --hook',
    };
  } else {
    yield { kind: 'next', text: 'What is wrong with deals', command: 'pipeline check' };
  }
}

/** A record a part. */
export function gitSetupRecords({ parts }: GitSetupView): Records {
  return {
    columns: ['part', 'state', 'change', 'file', 'why'],
    rows: parts.map(({ part, state, change, file, why }) =>
      [part, state, change ?? '', file, why ?? ''].map((text) => ({ kind: 'text', text }) as const),
    ),
  };
}
