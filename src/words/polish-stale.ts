// Polish of what is stale, and of what a figure on freshness leaves out.

export const STALE = {
  'stale judged for {judged} of {open} open deals':
    'oznaki życia oceniono dla {judged} z {open} otwartych szans',
  '{answer} on {day}': '{answer}, stan na {day}',
  '{open, plural, one {open deal} other {open deals}}':
    '{open, plural, one {otwartej szansy} other {otwartych szans}}',
  'There are no {deals}': 'Nie ma {deals}',
  'Signs of life of the {open} {deals} are not judged':
    'Oznaki życia nie są oceniane: dotyczy {open} {deals}',
  '{stale, plural, one {# of {open} {deals} shows} other {# of {open} {deals} show}} no sign of life':
    'Bez oznak życia: {stale, plural, other {#}} z {open} {deals}',
  '{stale, plural, one {# of {open} {deals} shows} other {# of {open} {deals} show}} no sign of life for {days, plural, one {# day} other {# days}} or more':
    'Bez oznak życia od {days, plural, one {# dnia} other {# dni}} lub dłużej: {stale, plural, other {#}} z {open} {deals}',
  '{value} of {open} {currency}': '{value} z {open} {currency}',
  '{value} of {open} {currency} ({share})': '{value} z {open} {currency} ({share})',
  'Not fresh: {count} of {open, plural, one {# deal} other {# deals}}, {stale} of them stale.':
    'Nieaktualne: {count} z {open, plural, one {# szansy} other {# szans}}, w tym bez oznak życia: {stale}.',
  'Not fresh: {count} of {open, plural, one {# deal} other {# deals}}, {stale} of them stale ({listed} listed).':
    'Nieaktualne: {count} z {open, plural, one {# szansy} other {# szans}}, w tym bez oznak życia: {stale} (na liście: {listed}).',
  'The other {others}: {rules}': 'Pozostałe ({others}): {rules}',
  'What else was found': 'Co jeszcze znaleziono',
  'All findings': 'Wszystkie uwagi',
  'All of them': 'Wszystkie',
  'Mend them one by one': 'Popraw je po kolei',
  stage: 'etap',
  'No next step is agreed.': 'Nie uzgodniono następnego kroku.',
  'Take it out, or give it another day and say why.': 'Usuń je albo podaj inny dzień i powód.',
  'See what it would do: pipeline clean --dry-run': 'Zobacz, co by zrobiły: pipeline clean --dry-run',
  'Hold it, and write that down: pipeline agenda done plan':
    'Zrób go i zapisz, że się odbył: pipeline agenda done plan',
  'Look deals through: pipeline review --sheet': 'Przejrzyj szanse: pipeline review --sheet',
  'Write the next one down on its day.': 'Następną zapisz tego samego dnia.',
  // Severities
  'error   {rule}': 'błąd         {rule}',
  'warning {rule}': 'ostrzeżenie  {rule}',
  'info    {rule}': 'informacja   {rule}',
  error: 'błąd',
  warning: 'ostrzeżenie',
  warn: 'ostrz.',
  info: 'informacja',
  waived: 'odroczone',
  // What a figure leaves out
  '{deals, plural, one {# open deal} other {# open deals}} without a value: in the counts alone.':
    '{deals, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}} bez wartości: tylko w liczbie szans.',
  'Not evaluated: {rules} ({why}).': 'Nie sprawdzono: {rules} ({why}).',
  'Not evaluated: {rules} for {deals, plural, one {# deal} other {# deals}} ({why}).':
    'Nie sprawdzono: {rules} dla {deals, plural, one {# szansy} other {# szans}} ({why}).',
  'Not evaluated: {rules} for {deals, plural, one {# deal} other {# deals}} of {source} ({why}).':
    'Nie sprawdzono: {rules} dla {deals, plural, one {# szansy} other {# szans}} z {source} ({why}).',
  '{deals, plural, one {# deal cannot be read and is} other {# deals cannot be read and are}} left out: {names}.':
    'Nie da się odczytać i pominięto {deals, plural, one {# szansę} few {# szanse} other {# szans}}: {names}.',
  '{deals, plural, one {# deal cannot be read: {names}; it stands} other {# deals cannot be read: {names}; each stands}} as in the last snapshot, or is left out.':
    'Nie da się odczytać {deals, plural, one {# szansy} other {# szans}}: {names}; każda jest jak w ostatniej migawce albo pominięta.',
} as const;
