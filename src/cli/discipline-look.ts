// How `pipeline discipline` shows owners and stages, and which commands it names.

import { shellWord } from '../base/shell-word.ts';
import type { Book } from '../book/book.ts';
import type { DisciplineLook } from '../page/discipline-look.ts';
import { lookOf } from '../page/look.ts';
import { repositoryLacking } from '../workspace/git.ts';
import type { Call } from './verb.ts';

export function disciplineLook(call: Call, book: Book): DisciplineLook {
  const look = lookOf(book);
  return {
    ...look,
    firstStage: look.stageLabel(book.state.process.stages[0]?.id ?? ''),
    mayAskGit: !call.flag('from-git') && repositoryLacking(book.root, call.io.env) === undefined,
    beginWith: (owner, openDeals) => {
      const whose = `--owner ${shellWord(owner === '' ? 'none' : owner)}`;
      const mayAdd = owner !== '' && openDeals === 0 && book.settings.sourceOfRecord === '';
      return mayAdd ? `pipeline add "…" ${whose}` : `pipeline list ${whose}`;
    },
  };
}
