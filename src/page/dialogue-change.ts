// The page of an entry of the dialogue that was written: what it now says, and what comes next.

import type { DialogueChangeView } from '../report/dialogue-change.ts';
import type { Message } from '../words/message.ts';
import { actionsRecords } from './actions.ts';
import { actionItems, type DialogueLook, saidItems } from './dialogue.ts';
import { feedbackRecords } from './feedback.ts';
import type { Block, Page, Records } from './page.ts';
import { say, spoken } from './say.ts';

const DID = {
  added: 'Written down',
  decided: 'Decided',
  done: 'Done',
  dropped: 'Taken back',
  nothing: 'It says so already',
} as const satisfies Record<DialogueChangeView['did'], Message>;

export function dialogueChangePage(view: DialogueChangeView, look: DialogueLook): Page {
  const { entry, did, remarks } = view;
  const blocks: Block[] = [
    { kind: 'heading', parts: [say(DID[did]), ` · ${entry.file}:${entry.line}`] },
    { kind: 'blank' },
    ...(entry.kind === 'action' ? actionItems(entry, look) : saidItems(entry, look)),
    { kind: 'blank' },
    ...remarks.map((remark): Block => ({ kind: 'paragraph', tone: 'warn', parts: [spoken(remark)] })),
    nextOf(view),
  ];
  return { currency: look.currency, digits: look.digits, blocks };
}

function nextOf({ entry, did }: DialogueChangeView): Block {
  const { id, state } = entry;
  if (did === 'nothing')
    return { kind: 'next', text: say('All that was said'), command: 'pipeline feedback' };
  const isQuestion = entry.kind === 'question' && state === 'open';
  if (state === 'open' && entry.kind !== 'action' && !isQuestion) {
    const command = `pipeline feedback decide ${id} accepted --why "…"`;
    return { kind: 'next', text: say('When it is decided'), command };
  }
  if (state === 'accepted' || state === 'trial' || isQuestion)
    return {
      kind: 'next',
      text: say('When it is done'),
      command: `pipeline feedback done ${id} --result "…"`,
    };
  return { kind: 'next', text: say('Not what you meant?'), command: 'pipeline undo' };
}

export function dialogueChangeRecords({ entry }: DialogueChangeView): Records {
  return entry.kind === 'action'
    ? actionsRecords({ actions: [entry] })
    : feedbackRecords({ entries: [entry] });
}
