// Polish of clean-ups and of the archive.

export const CLEAN = {
  // The archive
  'The archive is empty.': 'Archiwum jest puste.',
  'The archive is empty on {day}.': 'Archiwum jest puste na {day}.',
  'Deals of the working set': 'Szanse bieżące',
  '{deals, plural, one {# deal} other {# deals}} in the archive':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} w archiwum',
  '{deals, plural, one {# deal} other {# deals}} in the archive on {day}':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} w archiwum na {day}',
  '{deals, plural, one {# deal} other {# deals}} in {folder}':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} w {folder}',
  '{deals, plural, one {# deal} other {# deals}} in {folder} on {day}':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} w {folder} na {day}',
  'won {count}, {value} {currency}': 'zrealizowane: {count}, {value} {currency}',
  'lost {count}, {value} {currency}': 'wypadłe: {count}, {value} {currency}',
  'open {count}, {value} {currency}': 'otwarte: {count}, {value} {currency}',
  'merged into others {count}': 'scalone z innymi: {count}',
  'unreadable {count}': 'nieczytelne: {count}',
  // Back from it
  '{deals, plural, one {# deal} other {# deals}} back from the archive':
    '{deals, plural, one {# szansa wróciła} few {# szanse wróciły} other {# szans wróciło}} z archiwum',
  '{survivor} keeps what it took over from {merged}.': '{survivor} zachowuje to, co przejęła od {merged}.',
  'Closed, so that a clean-up proposes to archive it again: {names}.':
    'Zamknięte, więc porządki znów zaproponują archiwum: {names}.',
  'What is wrong with its file': 'Co jest nie tak z plikiem',
  // What is proposed
  'Clean-up {quarter}': 'Porządki {quarter}',
  'Nothing to clean up.': 'Nie ma czego porządkować.',
  '{deals, plural, one {# deal} other {# deals}} closed more than {days} days ago, to {folder}: {outcomes}':
    '{deals, plural, one {# szansa zamknięta} few {# szanse zamknięte} other {# szans zamkniętych}} ponad {days} dni temu, do {folder}: {outcomes}',
  '{count} won {value}': 'zrealizowane {count}, {value}',
  '{count} lost {value}': 'wypadłe {count}, {value}',
  '{deals, plural, one {# open deal} other {# open deals}} without a sign of life for {days} days or more, {value}: revive, lost or keep':
    '{deals, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}} bez oznak życia od co najmniej {days} dni, {value}: revive, lost albo keep',
  '{pairs, plural, one {# pair} other {# pairs}} of open deals that look alike: merge or distinct':
    '{pairs, plural, one {# para} few {# pary} other {# par}} podobnych otwartych szans: merge albo distinct',
  '{deals, plural, one {# closed deal does not say when it was closed} other {# closed deals do not say when they were closed}}: {names}.':
    '{deals, plural, one {# zamknięta szansa nie mówi} few {# zamknięte szanse nie mówią} other {# zamkniętych szans nie mówi}}, kiedy zapadło zamknięcie: {names}.',
  '{deals, plural, one {# forgotten deal is kept by a waiver} other {# forgotten deals are kept by waivers}}: {names}.':
    '{deals, plural, one {# zapomnianą szansę} few {# zapomniane szanse} other {# zapomnianych szans}} zachowuje odroczenie: {names}.',
  'To write down that it was looked at': 'Aby zapisać, że to przejrzano',
  'Nothing is changed yet. Decide in a file': 'Nic się jeszcze nie zmieniło. Decyzje zapisuje się w pliku',
  'Decide in {plan}, and carry it out': 'Decyzje w {plan}, potem wykonanie',
  // What was done
  'The open pipeline before and after, {currency}': 'Otwarty lejek przed i po, {currency}',
  'revived, with a next step': 'wznowione, z następnym krokiem',
  'closed as lost': 'zamknięte jako wypadłe',
  'kept, with a waiver': 'zachowane, z odroczeniem',
  'merged into another': 'scalone z inną',
  'distinct, with a waiver': 'różne, z odroczeniem',
  'done before': 'zrobione wcześniej',
  'not decided': 'bez decyzji',
  'into {deal}': 'do {deal}',
  'from {deal}': 'od {deal}',
  '{decisions, plural, one {# decision} other {# decisions}} could not be carried out:':
    'Nie udało się wykonać {decisions, plural, one {# decyzji} other {# decyzji}}:',
  'Would be written down in {file}.': 'Zapisano by w {file}.',
  'Written down in {file}.': 'Zapisano w {file}.',
  'Propose what is left': 'Zaproponuj to, co zostało',
  'What this changed': 'Co to zmieniło',
  'it is open: close it first': 'jest otwarta: najpierw ją zamknij',
  'it is won already': 'jest już zrealizowana',
  'it is lost already': 'już wypadła',
  'the other one, {id}: {reason}': 'druga, {id}: {reason}',
  'it has changed since it was decided on': 'zmieniła się, odkąd o niej zdecydowano',
  "its file can't be read: mend it first": 'nie da się odczytać jej pliku: najpierw go popraw',
  'it is in the archive by now': 'jest już w archiwum',
  'there is no such deal any more': 'nie ma już takiej szansy',
  '{crm} holds it: change record {record} there and import it again':
    'trzyma ją {crm}: zmień tam rekord {record} i zaimportuj ponownie',
} as const;
