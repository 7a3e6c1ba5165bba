// Polish of discipline: how soon things are written down, and who writes.

export const DISCIPLINE = {
  '{from} to {to}': '{from} – {to}',
  'Nothing was written down': 'Niczego nie zapisano',
  'Nothing tells when {lines} lines were written down': 'Nic nie mówi, kiedy zapisano {lines} wierszy',
  '{share} written down within {days, plural, one {# day} other {# days}}':
    '{share} zapisano w ciągu {days, plural, one {# dnia} other {# dni}}',
  '{count} of {of} lines': '{count} z {of} wierszy',
  '{count} of {of} lines, {unknown} more not known': '{count} z {of} wierszy, ponadto nie wiadomo: {unknown}',
  Activities: 'Aktywności',
  'Stage changes': 'Zmiany etapów',
  'First entries': 'Pierwsze wpisy',
  'Recorded from {stage} on: {share} new deals': 'Zapisane od etapu {stage}: {share} nowych szans',
  'Moved on without an activity: {share} steps up': 'Dalej bez aktywności: {share} przejść wyżej',
  'From {stage} on': 'Od etapu {stage}',
  'Without an activity': 'Bez aktywności',
  'When these were first committed': 'Kiedy trafiły do pierwszego commita',
  'Each open deal stands here once. “No activity” above counts every step up, in closed deals too.':
    'Każda otwarta szansa jest tu raz. „Bez aktywności” powyżej liczy każdy krok naprzód, także w zamkniętych.',
  'What each can put right next': 'Co każdy może teraz poprawić',
  // Who writes
  'Wrote in the last {days} days: {count} of {of}': 'Zapisywało w ostatnich {days} dniach: {count} z {of}',
  'Wrote in the last {days} days to {to}: {count} of {of}':
    'Zapisywało w ciągu {days} dni do {to}: {count} z {of}',
  '{wrote}, {unknown} not known': '{wrote}, nie wiadomo: {unknown}',
  'counted: lines, by the day they were logged': 'liczone: wiersze według dnia zapisania',
  'counted: lines, by their first commit': 'liczone: wiersze według pierwszego commita',
  'counted: deals that changed from snapshot to snapshot':
    'liczone: szanse, które zmieniły się między migawkami',
  'not known': 'nie wiadomo',
  nothing: 'nic',
  'left {day}': 'poza zespołem od {day}',
  'the first {count} of {of}': 'pierwsze {count} z {of}',
  'nothing written in {weeks, plural, one {# week} other {# weeks}}':
    'nic nie zapisano przez {weeks, plural, one {# tydzień} few {# tygodnie} other {# tygodni}}',
  'nothing written since {day}': 'nic nie zapisano od {day}',
  'Nothing is missing: {owners}.': 'Niczego nie brakuje: {owners}.',
  'no activity in {stage}, left on {day}': 'bez aktywności w etapie {stage}, opuszczonym {day}',
  'no sign of life for {days} days, since {day}': '{days} dni bez oznak życia, od {day}',
  'first recorded in {stage}, on {day}': 'pierwszy zapis w etapie {stage}, {day}',
  'in the CRM: record {record}': 'w CRM: rekord {record}',
  'add earlier stages, with their days': 'dopisz wcześniejsze etapy z dniami',
  'add earlier stages, with their days, in {file}': 'dopisz wcześniejsze etapy z dniami w {file}',
  // What figures leave out
  'Until a thing is written down, everybody decides on what was true before it.':
    'Dopóki coś nie jest zapisane, wszyscy decydują na podstawie tego, co było przedtem.',
  'What happened before {day} (documented_since) is left out.':
    'To, co było przed {day} (documented_since), jest pominięte.',
  'Some groups or stages have a promised time of their own (rules.late-log.after): theirs counts for them.':
    'Niektóre grupy lub etapy mają własny obiecany czas (rules.late-log.after): dla nich liczy się ich czas.',
  'Unknown, in no other figure: {lines}.': 'Nieznane, w żadnej innej liczbie: {lines}.',
  '{lines} without the day on which they were written': 'bez dnia zapisania: {lines}',
  '{lines} said to be written after today': 'rzekomo zapisane po dzisiejszym dniu: {lines}',
  '{lines} in no commit yet': 'jeszcze w żadnym commicie: {lines}',
  '{lines} written before git had them': 'zapisane, zanim trafiły do git: {lines}',
  '{lines} written in the CRM': 'zapisane w CRM: {lines}',
  '{lines} of deals that do not say when they began': 'z szans, które nie mówią, kiedy się zaczęły: {lines}',
  '{deals, plural, one {# deal} other {# deals}} came by an import: in no lag of first entries.':
    '{deals, plural, one {# szansa przyszła} few {# szanse przyszły} other {# szans przyszło}} z importu: nie liczą się w opóźnieniach pierwszych wpisów.',
  '{deals, plural, one {# deal} other {# deals}} without any day: in no figure on first entries.':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} bez żadnego dnia: w żadnej liczbie o pierwszych wpisach.',
  'This clone is shallow: of lines from before it nothing is known. git fetch --unshallow brings the rest.':
    'To płytki klon: o wcześniejszych wierszach nic nie wiadomo. Resztę przyniesie git fetch --unshallow.',
} as const;
