// Polish of diffs and bridges: what happened between two snapshots.

export const DIFF = {
  // What happened to a deal
  'late entry at {stage}': 'późne wpisanie w etapie {stage}',
  'advanced to {stage}': 'do przodu: {stage}',
  'skipped {stages}': 'pominięte: {stages}',
  'back from {from} to {to}': 'cofnięte: {from} → {to}',
  '{from} is gone: in {to}': 'etapu {from} już nie ma: teraz {to}',
  'lost: {reason}': 'wypadłe: {reason}',
  'flipped from {from} to {to}': 'odwrócony wynik: {from} → {to}',
  'slipped {days, plural, one {# day} other {# days}} to {day}':
    'przesunięte o {days, plural, one {# dzień} other {# dni}} na {day}',
  'slipped to {day}': 'przesunięte na {day}',
  'slipped: no date now': 'przesunięte: teraz bez daty',
  'pulled in {days, plural, one {# day} other {# days}} to {day}':
    'przyspieszone o {days, plural, one {# dzień} other {# dni}} na {day}',
  'pulled in to {day}': 'przyspieszone na {day}',
  'pulled in: no date now': 'przyspieszone: teraz bez daty',
  'left {period}': 'opuszcza {period}',
  'entered {period}': 'wchodzi w {period}',
  'shrunk {amounts}': 'mniejsza kwota: {amounts}',
  'grown {amounts}': 'większa kwota: {amounts}',
  'revalued {change}': 'przeszacowane {change}',
  'from {from} to {to}': 'opiekun: {from} → {to}',
  'corrected: {fields}': 'poprawione: {fields}',
  'renamed: {fields}': 'przemianowane: {fields}',
  '{field} was empty': '{field}: przedtem pusto',
  '{field} was {before}': '{field}: przedtem {before}',
  amount: 'kwota',
  currency: 'waluta',
  close: 'data zamknięcia',
  name: 'nazwa',
  account: 'klient',
  id: 'id',
  // What it is between and about
  'now ({day})': 'teraz ({day})',
  'no close date': 'bez daty zamknięcia',
  'all open deals': 'wszystkie otwarte szanse',
  'open deals': 'otwarte szanse',
  '{deals} of {owners}': '{deals}, opiekun: {owners}',
  '{deals} in {stages}': '{deals}, etap: {stages}',
  '{deals} without a close date': '{deals} bez daty zamknięcia',
  '{deals} due in {period}': '{deals} z terminem w {period}',
  // The list
  '{opening} → {closing} deals': 'szanse: {opening} → {closing}',
  'Open, opening': 'Otwarte na początku',
  'Open, closing': 'Otwarte na końcu',
  '{count} idle': 'bez ruchu: {count}',
  'No money moved: {movements}: {deals, plural, one {# deal} other {# deals}}':
    'Bez zmiany wartości: {movements}: {deals, plural, one {# szansa} few {# szanse} other {# szans}}',
  'Nothing moved: {deals, plural, one {# deal idle} other {# deals idle}}':
    'Nic się nie zmieniło: {deals, plural, one {# szansa} few {# szanse} other {# szans}} bez ruchu',
  'The rest: {deals, plural, one {# deal idle} other {# deals idle}}':
    'Pozostałe: {deals, plural, one {# szansa} few {# szanse} other {# szans}} bez ruchu',
  'Nothing moved.': 'Nic się nie zmieniło.',
  '{count} left {period}': 'opuszcza {period}: {count}',
  '{count} entered {period}': 'wchodzi w {period}: {count}',
  'Only {movements}. The opening, the change and the closing are of all deals.':
    'Tylko: {movements}. Początek, zmiana i koniec dotyczą wszystkich szans.',
  'No deal is {movements}.': 'Żadna szansa nie pasuje: {movements}.',
  'No deal is {movements}. There are: {others}.': 'Żadna szansa nie pasuje: {movements}. Są: {others}.',
  'The deals that slipped': 'Szanse, które się przesunęły',
  'From opening to closing': 'Od początku do końca',
  // Bars
  opening: 'na początku',
  closing: 'na końcu',
  between: 'pomiędzy',
  'Counts in brackets changed value and stayed.': 'Szanse liczone w nawiasach zmieniły wartość i pozostały.',
  'Behind the opening': 'Co się kryje pod początkiem',
  'Adds up:': 'Zgadza się:',
  'Left {period}: {left}. Won in it: {won}.': 'Opuściło {period}: {left}. Zrealizowane w tym okresie: {won}.',
  // Removed
  '{deals, plural, one {# more deal removed} other {# more deals removed}}: --only removed':
    '{deals, plural, one {usunięto jeszcze # szansę} few {usunięto jeszcze # szanse} other {usunięto jeszcze # szans}}: --only removed',
  'Removed: {deal}, last in {stage}, {owner}, {value}.':
    'Usunięte: {deal}, ostatnio w etapie {stage}, {owner}, {value}.',
  'Removed: {deal}, last in {stage}, {owner}, {value},':
    'Usunięte: {deal}, ostatnio w etapie {stage}, {owner}, {value}',
  'Its file was removed': 'Plik usunięto',
  '{removed} and that is not committed.': '{removed}; nie ma tego w żadnym commicie.',
  '{removed} by {author} on {day}, in {commit}.': '{removed}; kto: {author}, {day}, commit {commit}.',
  '{removed} by {author} on {day}, in {commit}; it is back now.':
    '{removed}; kto: {author}, {day}, commit {commit}; teraz plik znów jest.',
  'This brings it back': 'To przywraca plik',
  // Between commits
  'none yet': 'jeszcze brak',
  'Between the two': 'Pomiędzy',
  'from {commits, plural, one {# commit} other {# commits}}':
    'z {commits, plural, one {# commita} other {# commitów}}',
  'outside of the bridge': 'poza mostem',
  'No deal came back, or went through anything, that the two ends don’t show.':
    'Nic nie wróciło ani się nie zdarzyło, czego nie widać na obu końcach.',
  // What figures leave out
  '{deals, plural, one {# deal cannot be read and stands} other {# deals cannot be read and stand}} as on {day}: {names}.':
    '{deals, plural, one {Nie da się odczytać # szansy} other {Nie da się odczytać # szans}}, liczą się jak {day}: {names}.',
  'Without a rate {deals, plural, one {# deal counts} other {# deals count}} as 0: {names}.':
    'Bez kursu {deals, plural, one {# szansa liczy} few {# szanse liczą} other {# szans liczy}} się jako 0: {names}.',
  'Not in the last export of the CRM, and {deals, plural, one {is still counted as open: # deal} other {are still counted as open: # deals}}, {value}: {names}. Imported with --gone archive they leave.':
    'Nie ma ich w ostatnim eksporcie z CRM, a wciąż liczą się jako otwarte: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, {value}: {names}. Znikną po imporcie z --gone archive.',
  'It has no deal without a day on record: {deals, plural, one {# of the new ones} other {# of the new ones}} may have been there before.':
    'Nie zawiera szans bez żadnej zapisanej daty: {deals, plural, one {# z nowych mogła} few {# z nowych mogły} other {# z nowych mogło}} być tam już wcześniej.',
  'It does not know the stage of {deals, plural, one {# open deal} other {# open deals}}: that the other end knows it is no movement.':
    'Nie wie, w jakim etapie {deals, plural, one {była # otwarta szansa} few {były # otwarte szanse} other {było # otwartych szans}}: to, że zna go drugi koniec, nie jest ruchem.',
  '{snapshot} was not taken, it was made later ({origin}).':
    'Migawki {snapshot} nie zrobiono wtedy, powstała później ({origin}).',
  '{snapshot} was not taken, it was made later ({origin}). Amounts that it does not know count as 0: {deals, plural, one {# deal} other {# deals}}, {value} of grown and shrunk, which nobody changed.':
    'Migawki {snapshot} nie zrobiono wtedy, powstała później ({origin}). Nieznane kwoty liczą się jako 0: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, czyli {value} we wzrostach i spadkach kwot, których nikt nie zmienił.',
  'amount known now: {amount}': 'kwota znana od teraz: {amount}',
  'amount not known: was {amount}': 'kwota nieznana, była: {amount}',
} as const;
