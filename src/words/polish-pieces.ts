// Polish of pieces that stand in sentences of many pages: days, lists of names, what to type next.

export const PIECES = {
  Monday: 'poniedziałek',
  Tuesday: 'wtorek',
  Wednesday: 'środa',
  Thursday: 'czwartek',
  Friday: 'piątek',
  Saturday: 'sobota',
  Sunday: 'niedziela',
  '{names} and {more} more': '{names} i jeszcze {more}',
  'and {more} more': 'i jeszcze {more}',
  '… and {more} more': '… i jeszcze {more}',
  none: 'brak',
  nobody: 'nikt',
  Sum: 'Suma',
  'Nothing was written': 'Niczego nie zapisano',
  'Deal by deal': 'Szansa po szansie',
  'All of one deal': 'Wszystko o jednej szansie',
  'What happened since': 'Co się stało od tego czasu',
  'What is wrong with deals': 'Co jest nie tak z szansami',
  '{title} · {count}': '{title} · {count}',
} as const;
