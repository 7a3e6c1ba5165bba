// What the value of an option or argument is, for completion: by the word in <> or [], or as its definition says.

/** `nothing`: text, numbers and days, which nobody but the person knows. */
export type ValueKind =
  | 'deal'
  | 'archived-deal'
  | 'account'
  | 'owner'
  | 'stage'
  | 'open-stage'
  | 'criterion'
  | 'lost-reason'
  | 'activity-type'
  | 'category'
  | 'period'
  | 'archive-folder'
  | 'snapshot'
  | 'rule'
  | 'field'
  | 'assignment'
  | 'metric'
  | 'movement'
  | 'bar'
  | 'grouping'
  | 'feedback'
  | 'action'
  | 'feedback-kind'
  | 'system'
  | 'currency'
  | 'time-zone'
  | 'format-file'
  | 'file'
  | 'folder'
  | 'nothing';

const BY_WORD: Readonly<Record<string, ValueKind>> = {
  ...{ deal: 'deal', id: 'deal', keep: 'deal', other: 'deal' },
  ...{ owner: 'owner', stage: 'stage', reason: 'lost-reason', type: 'activity-type', category: 'category' },
  ...{ period: 'period', quarter: 'archive-folder', snapshot: 'snapshot', from: 'snapshot', to: 'snapshot' },
  ...{ moment: 'snapshot', rule: 'rule', rules: 'rule', metric: 'metric', movements: 'movement', bar: 'bar' },
  ...{ group: 'grouping', condition: 'field', field: 'field', fields: 'field' },
  ...{ 'key=value': 'assignment', 'field=value': 'assignment' },
  ...{
    currency: 'currency',
    code: 'currency',
    zone: 'time-zone',
    crm: 'system',
    'format=file': 'format-file',
  },
  ...{ entry: 'feedback', action: 'action', kind: 'feedback-kind', decision: 'nothing', version: 'nothing' },
  ...{ file: 'file', export: 'file', place: 'file', folder: 'folder' },
  ...{ date: 'nothing', day: 'nothing', days: 'nothing', amount: 'nothing', text: 'nothing', why: 'nothing' },
  ...{
    name: 'nothing',
    new: 'nothing',
    address: 'nothing',
    criteria: 'criterion',
    labels: 'nothing',
    locale: 'nothing',
    method: 'nothing',
    sections: 'nothing',
    sign: 'nothing',
  },
  ...{
    what: 'nothing',
    ref: 'nothing',
    range: 'nothing',
    n: 'nothing',
    k: 'nothing',
    m: 'nothing',
    share: 'nothing',
  },
};

/** What stands in <> or [] : `owner` of `--owner <owner>`; '' of an option that takes no value. */
export function placeholderOf(notation: string): string {
  return /[<[](.+?)(?:\.\.\.)?[>\]]$/.exec(notation)?.[1] ?? '';
}

/** What the value is: as told, or by its word; undefined where that is unknown. */
export function kindOf(notation: string, told?: ValueKind): ValueKind | undefined {
  const word = placeholderOf(notation);
  return told ?? (Object.hasOwn(BY_WORD, word) ? BY_WORD[word] : undefined);
}
