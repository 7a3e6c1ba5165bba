// The page of `pipeline git`, `git install` and `git uninstall`: what git is told, where, and what to do next.

import type { GitPartView, GitSetupView } from '../report/git-setup.ts';
import type { Message } from '../words/message.ts';
import { dotted } from './names.ts';
import { nothingWritten } from './nothing-written.ts';
import type { Block, Page, Records } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';

const TITLES: Readonly<Record<GitPartView['part'], Message>> = {
  driver: 'Merge driver',
  attributes: 'Which files it merges',
  hook: 'Hook that checks staged deals',
};

/** @param wasShown a person has seen what is written, and agreed */
export function gitSetupPage(view: GitSetupView, wasShown: boolean): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view, wasShown)] };
}

function* blocksOf(view: GitSetupView, wasShown: boolean): Generator<Block> {
  yield { kind: 'heading', parts: dotted(answer(view)) };
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'part', title: 'What', shrinkTo: 16 },
      { key: 'state', title: 'State' },
      { key: 'file', title: 'File', shrinkTo: 20 },
    ],
    rows: view.parts.map((part) => [
      say(TITLES[part.part]),
      say(stateOf(part, view), {}, part.state === 'other' ? 'warn' : 'plain'),
      { kind: 'text', text: part.file },
    ]),
  };
  if (view.action === 'install' && !wasShown) for (const part of view.parts) yield* writtenBlocks(part);
  yield { kind: 'blank' };
  for (const part of view.parts) yield* leftAlone(part);
  if (!view.on_path && view.action !== 'uninstall') {
    yield { kind: 'paragraph', tone: 'warn', parts: [say(NOT_ON_PATH)] };
  }
  yield* next(view);
}

function answer({ action, dry_run, parts }: GitSetupView): Said[] {
  const changed = parts.filter(({ change }) => change !== null).length;
  const dry = dry_run ? [say('dry run, nothing is written')] : [];
  const counts = { count: count(changed), of: count(parts.length) };
  if (action === 'uninstall' && changed === 0) return [say('Nothing of pipeline is set up in git here.')];
  if (action === 'uninstall') return [say('Taken out of git: {count} of {of}', counts), ...dry];
  if (action === 'install' && changed > 0) return [say('Set up in git: {count} of {of}', counts), ...dry];
  const [driver, attributes] = parts;
  const isSet = driver?.state === 'set' && attributes?.state === 'set';
  return [
    say(isSet ? 'git merges deals field by field here.' : 'git merges deals line by line here, as any text.'),
  ];
}

const STATES = {
  set: 'set up',
  missing: 'not set up',
  other: 'left alone',
} as const satisfies Record<GitPartView['state'], Message>;
const NOT_ON_PATH =
  'There is no pipeline on the PATH: until there is, git merges deals line by line, and the hook checks nothing.' satisfies Message;
const STAYS = '{part}: {why}. It stays as it is; by hand:' satisfies Message;
const STAYS_DRIVER = '{part}: {why}. It stays as it is; to go back to that of pipeline:' satisfies Message;

function stateOf({ state, change }: GitPartView, { dry_run }: GitSetupView): Message {
  if (change === 'write') return dry_run ? 'to be written' : 'written';
  if (change === 'remove') return dry_run ? 'to be taken out' : 'taken out';
  return STATES[state];
}

function* writtenBlocks({ part, change, file, lines }: GitPartView): Generator<Block> {
  if (change === null) return;
  yield { kind: 'blank' };
  yield { kind: 'line', parts: [say(TITLES[part]), `, ${file}:`] };
  yield { kind: 'code', language: '', lines };
}

function* leftAlone({ part, why, by_hand }: GitPartView): Generator<Block> {
  if (why === null || by_hand === null) return;
  const stays = say(part === 'driver' ? STAYS_DRIVER : STAYS, { part: say(TITLES[part]), why: spoken(why) });
  yield { kind: 'paragraph', tone: 'warn', parts: [stays] };
  yield { kind: 'code', language: '', lines: by_hand.split('\n') };
}

function* next({ action, dry_run, parts }: GitSetupView): Generator<Block> {
  const wasChanged = (kind: GitPartView['part']) =>
    parts.some(({ part, change }) => part === kind && change !== null);
  if (dry_run) {
    yield nothingWritten();
  } else if (action === 'install' && wasChanged('attributes')) {
    const text = say('For the others, who each run pipeline git install once');
    yield {
      kind: 'next',
      text,
      command: `git add .gitattributes && git commit -m "Merge deals field by field"`,
    };
  } else if (action === 'uninstall' && wasChanged('attributes')) {
    yield {
      kind: 'next',
      text: say('For the others'),
      command: `git add -A .gitattributes && git commit -m "Merge deals line by line"`,
    };
  } else if (
    parts.some(({ part, state, change }) => part !== 'hook' && state === 'missing' && change === null)
  ) {
    yield { kind: 'next', text: say('To merge field by field'), command: 'pipeline git install' };
  } else if (
    action !== 'uninstall' &&
    parts.some(({ part, state, change }) => part === 'hook' && state === 'missing' && change === null)
  ) {
    yield {
      kind: 'next',
      text: say('To check staged deals before a commit'),
      command: 'pipeline git install --hook',
    };
  } else {
    yield { kind: 'next', text: say('What is wrong with deals'), command: 'pipeline check' };
  }
}

/** A record a part. */
export function gitSetupRecords({ parts }: GitSetupView): Records {
  return {
    columns: ['part', 'state', 'change', 'file', 'why'],
    rows: parts.map(({ part, state, change, file, why }) =>
      [part, state, change ?? '', file, String(why ?? '')].map((text) => ({ kind: 'text', text }) as const),
    ),
  };
}
