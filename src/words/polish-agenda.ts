// Polish of the agenda: what the rhythm asks for, and when.

export const AGENDA = {
  Agenda: 'Terminarz',
  export: 'eksport z CRM',
  snapshot: 'migawka',
  'deal review': 'przegląd szans',
  'plan review': 'przegląd planów',
  results: 'wyniki',
  'clean-up': 'porządki',
  dialogue: 'dialog',
  'trial ends': 'koniec próby',
  once: 'raz',
  today: 'dziś',
  tomorrow: 'jutro',
  'When it was held, write that down: {commands}': 'Gdy się odbędzie, zapisz to: {commands}',
  'Late: {late} of {all}.': 'Po terminie: {late} z {all}.',
  'Late: {late} of {all}. First the {what}': 'Po terminie: {late} z {all}. Najpierw {what}',
  'Late: {late} of {all}. Promised in reviews and overdue: {overdue} of {open}':
    'Po terminie: {late} z {all}. Zobowiązania z przeglądów po terminie: {overdue} z {open}',
  '{what} due': '{what}',
  'Today: {what} due': 'Na dziś: {what}',
  '{days, plural, one {Today: {what} due for # day} other {Today: {what} due for # days}}':
    '{days, plural, one {Na dziś: {what}, # dzień po terminie} other {Na dziś: {what}, # dni po terminie}}',
  'Today: {due}': 'Na dziś: {due}',
  'Late: {late}': 'Po terminie: {late}',
  'Late: {late} · today: {today}': 'Po terminie: {late} · na dziś: {today}',
  'Plan review held on {day}': 'Przegląd planów odbył się {day}',
  'Results held on {day}': 'Omówienie wyników odbyło się {day}',
  'written down': 'zapisano',
  'was written down already': 'było już zapisane',
  'Due again on {day} (rhythm: {rhythm}).': 'Następny termin: {day} (rytm: {rhythm}).',
  'What else is due': 'Co jeszcze jest na dziś',
} as const;
