// Polish of review sheets: what stands in them, and what a terminal says of them.

export const REVIEW_SHEETS = {
  // What is asked of each deal where the team has no questions of its own
  'What has to happen for it to close?': 'Co musi się stać, żeby się zamknęła?',
  'Who decides?': 'Kto decyduje?',
  'What speaks against the date?': 'Co przemawia przeciw tej dacie?',
  'What was decisive?': 'Co zdecydowało?',
  'Which stage could have been shorter?': 'Który etap mógł być krótszy?',
  'When did we know?': 'Kiedy to wiedzieliśmy?',
  'What would we do otherwise?': 'Co zrobilibyśmy inaczej?',
  'ask the board': 'zapytać zarząd',
  'send the offer': 'wysłać ofertę',
  'now without a date': 'teraz bez daty',
  'now without an amount': 'teraz bez kwoty',
  'now {value}': 'teraz {value}',
  'why it was lost': 'dlaczego wypadła',
  'what decided it': 'co przesądziło',
  'what serves well': 'co służy',
  'what to change': 'co zmienić',
  'for what reason': 'z jakiego powodu',
  which: 'który',
  'Picked: {why}': 'Wybrana: {why}',
  'Important: {reason}': 'Ważna: {reason}',
  'To ask': 'Do zapytania',
  'no owner': 'bez opiekuna',
  'no amount': 'bez kwoty',
  '{days, plural, one {# day} other {# days}} after it was created':
    '{days, plural, one {# dzień} other {# dni}} po utworzeniu',
  'marked important: {reason}': 'oznaczona jako ważna: {reason}',
  'at random, number {rank} by seed {seed}: a chance of {share}':
    'losowo, numer {rank} według ziarna {seed}: szansa {share}',
  'largest {rank} of the open deals': 'największa {rank} wśród otwartych szans',
  'largest {rank} of the won deals': 'największa {rank} wśród zrealizowanych szans',
  'largest {rank} of the lost deals': 'największa {rank} wśród wypadłych szans',
  'close {day}': 'zamknięcie {day}',
  'verdict {verdict}': 'ocena {verdict}',
  'We said on {day}: {what}': 'Powiedziano {day}: {what}',
  'amount {amount}': 'kwota {amount}',
  'same amount': 'ta sama kwota',
  'Since then: {what}': 'Od tego czasu: {what}',
  'Lesson: {lesson}': 'Wniosek: {lesson}',
  'same close date': 'ta sama data zamknięcia',
  '{days, plural, one {# day} other {# days}} later': '{days, plural, one {# dzień} other {# dni}} później',
  '{days, plural, one {# day} other {# days}} earlier':
    '{days, plural, one {# dzień} other {# dni}} wcześniej',
  'Since {day}: {what}': 'Od {day}: {what}',
  'Close date never pushed': 'Data zamknięcia nieprzesuwana',
  'Close date pushed {pushes}×': 'Data zamknięcia przesuwana {pushes}×',
  'Close date pushed {pushes}×, {days, plural, one {# day} other {# days}} in all':
    'Data zamknięcia przesuwana {pushes}×, razem o {days, plural, one {# dzień} other {# dni}}',
  'Amount {amount}, at first {first}': 'Kwota {amount}, pierwotnie {first}',
  'Open findings': 'Otwarte uwagi',
  'No activity on record': 'Brak zapisanych aktywności',
  'Last activities': 'Ostatnie aktywności',
  'Next step: {what}': 'Następny krok: {what}',
  'Next step by {day}: {what}': 'Następny krok do {day}: {what}',
  'Below each deal stands a block to fill in: what is left empty stays as it is, and what is written around the blocks is yours.':
    'Pod każdą szansą jest blok do wypełnienia: co zostaje puste, pozostaje bez zmian, a wokół bloków można pisać dowolnie.',
  'The process': 'Proces',
  'What serves well? What to change, and why?': 'Co służy? Co zmienić i dlaczego?',
  'How these deals were drawn': 'Jak wylosowano te szanse',
  'Draw them again': 'Wylosować je jeszcze raz',
  'deals without an owner': 'szanse bez opiekuna',
  '{size}.': '{size}.',
  '{size}; closed deals are those closed since {from}.':
    '{size}; zamknięte szanse to te zamknięte od {from}.',
  '{size}; closed deals are those closed since {from}, the last review ({last}).':
    '{size}; zamknięte szanse to te zamknięte od {from}, od ostatniego przeglądu ({last}).',
  '{size}; closed deals are those closed since {from} until {to}.':
    '{size}; zamknięte szanse to te zamknięte od {from} do {to}.',
  '{size}; closed deals are those closed since {from} until {to}, the last review ({last}).':
    '{size}; zamknięte szanse to te zamknięte od {from} do {to}, od ostatniego przeglądu ({last}).',
  'Drawn from the snapshot {snapshot} by seed {seed} and sampler {sampler}, so that anybody can draw them again. What stands in the block below is the record of it: leave it as it is.':
    'Wylosowano z migawki {snapshot} według ziarna {seed} i samplera {sampler}, tak że każdy może powtórzyć losowanie. Blok poniżej jest jego zapisem i ma zostać bez zmian.',
  'each with the chance beside it': 'każda z szansą podaną obok',
  'each with a chance of {share}': 'każda z szansą {share}',
  '{excluded} left out, having been in a sheet of the last {days, plural, one {# day} other {# days}}':
    'pominięto {excluded}, bo były w arkuszu z ostatnich {days, plural, one {# dnia} other {# dni}}',
  "{count} without a value above 0 can't be drawn by value":
    'bez wartości powyżej 0 nie da się losować według wartości: {count}',
  '{count} without a close date': 'bez daty zamknięcia: {count}',
  '{file} written': 'Zapisano {file}',
  '{file} is there already': '{file} już istnieje',
  '{file} would be written': 'Do zapisania: {file}',
  'Seed {seed}, sampler {sampler}, snapshot {snapshot}.':
    'Ziarno {seed}, sampler {sampler}, migawka {snapshot}.',
  'Seed {seed}, sampler {sampler}, snapshot {snapshot} (taken for it).':
    'Ziarno {seed}, sampler {sampler}, migawka {snapshot} (powstała do tego).',
  'Seed {seed}, sampler {sampler}, snapshot {snapshot} (would be taken for it).':
    'Ziarno {seed}, sampler {sampler}, migawka {snapshot} (powstałaby do tego).',
  'The same deals were drawn: what was written into it is not touched.':
    'Wylosowano te same szanse: co w arkuszu wpisano, zostaje nietknięte.',
  'Go through it, then': 'Przejść przez niego, a potem',
  'by another seed': 'według innego ziarna',
  'in another size': 'w innej wielkości',
  'with other options': 'z innymi opcjami',
  'before deals changed': 'przed zmianą szans',
  'It is another one of the day: {file} was drawn {how}, and stays.':
    'To kolejny arkusz z tego dnia: {file} wylosowano {how} i zostaje.',
} as const;
