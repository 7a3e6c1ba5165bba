// Polish of a check: what was looked at, what is at the gate, what is held against a limit.

export const CHECK = {
  'Check on {day}': 'Kontrola, {day}',
  'no findings': 'brak uwag',
  '{findings, plural, one {# finding} other {# findings}}':
    '{findings, plural, one {# uwaga} few {# uwagi} other {# uwag}}',
  '{findings, plural, one {# finding} other {# findings}} on {deals, plural, one {# deal} other {# deals}}':
    '{findings, plural, one {# uwaga} few {# uwagi} other {# uwag}} do {deals, plural, one {# szansy} other {# szans}}',
  '{open, plural, one {# open deal} other {# open deals}}, {closed} closed':
    '{open, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}}, zamknięte: {closed}',
  '{warnings, plural, one {# warning} other {# warnings}} below the gate':
    '{warnings, plural, one {# ostrzeżenie} few {# ostrzeżenia} other {# ostrzeżeń}} poniżej bramki',
  '{findings, plural, one {# finding} other {# findings}} at info':
    '{findings, plural, one {# uwaga} few {# uwagi} other {# uwag}} o wadze info',
  // Severities of what is kept from the gate
  'waived error': 'błąd odroczony',
  'waived warning': 'ostrzeżenie odroczone',
  'waived info': 'informacja odroczona',
  'old error': 'błąd stary',
  'old warning': 'ostrzeżenie stare',
  'old info': 'informacja stara',
  'baseline error': 'błąd z punktu odniesienia',
  'baseline warning': 'ostrzeżenie z punktu odniesienia',
  'baseline info': 'informacja z punktu odniesienia',
  'untold error': 'błąd o niepewnym wieku',
  'untold warning': 'ostrzeżenie o niepewnym wieku',
  'untold info': 'informacja o niepewnym wieku',
  // The verdict
  Errors: 'Błędy',
  'Errors and warnings': 'Błędy i ostrzeżenia',
  Warnings: 'Ostrzeżenia',
  'In the baseline': 'W punkcie odniesienia',
  'Old or new, untold': 'Stare czy nowe, nie wiadomo',
  pass: 'spełnione',
  FAIL: 'NIESPEŁNIONE',
  '{count}, at most {most}': '{count}, najwyżej {most}',
  '{share} by value ({fresh} of {open})': '{share} według wartości ({fresh} z {open})',
  'Signs of life judged': 'Ocenione oznaki życia',
  '{share} by value ({judged} of {open, plural, one {# open deal} other {# open deals}})':
    '{share} według wartości ({judged} z {open, plural, one {# otwartej szansy} other {# otwartych szans}})',
  '{index}, at least {least}': '{index}, co najmniej {least}',
  '{index}, not held against {least}': '{index}, bez porównania z progiem {least}',
  'exit {status}': 'kod wyjścia {status}',
  'exit {status}: deals cannot be read': 'kod wyjścia {status}: są szanse, których nie da się odczytać',
  'exit {status}: there is no freshness index': 'kod wyjścia {status}: nie ma indeksu aktualności',
  // What it was held against
  'No deal is staged: nothing was checked.': 'Żadna szansa nie jest w indeksie git: niczego nie sprawdzono.',
  'As they are staged: {deals, plural, one {# deal} other {# deals}}. The rest was not looked at.':
    'W postaci z indeksu git: {deals, plural, one {# szansa} few {# szanse} other {# szans}}. Reszty nie sprawdzono.',
  'pipeline.yaml changed against {against}: rules or process may be others, so all deals are looked at.':
    'pipeline.yaml zmienił się względem {against}: reguły lub proces mogą być inne, więc sprawdzane są wszystkie szanse.',
  "No deal's file changed against {against}: nothing was checked.":
    'Żaden plik szansy nie zmienił się względem {against}: niczego nie sprawdzono.',
  'Changed against {against}: {deals, plural, one {# deal} other {# deals}}. The rest was not looked at.':
    'Zmienione względem {against}: {deals, plural, one {# szansa} few {# szanse} other {# szans}}. Reszty nie sprawdzono.',
  'Removed: {names}.': 'Usunięte: {names}.',
  "{deals, plural, one {# other deal} other {# other deals}} can't be read, which the change is not to blame for: {names}.":
    'Nie da się odczytać jeszcze {deals, plural, one {# szansy} other {# szans}}, ale nie z winy tej zmiany: {names}.',
  'At the gate: what is new since {moment}, whose deals are judged by today.':
    'Na bramce: to, co nowe od {moment}; szanse z tamtej chwili oceniane są według dzisiejszego dnia.',
  'At the gate: what is new since {moment}, judged by its own day.':
    'Na bramce: to, co nowe od {moment}; tamta chwila oceniana jest według swojego dnia.',
  'Old or new, that moment does not tell of {rules}.': 'Stare czy nowe, tamta chwila nie mówi o: {rules}.',
  'Nor of {deals, plural, one {# deal} other {# deals}} that could not be read: {names}.':
    'Ani o {deals, plural, one {# szansie} other {# szansach}}, których nie dało się odczytać: {names}.',
  '{rule} of {source}': '{rule} z {source}',
  '{rule} of {deals, plural, one {# deal} other {# deals}}':
    '{rule} w {deals, plural, one {# szansie} other {# szansach}}',
  // The baseline
  'In the baseline, {findings, plural, one {# finding no longer occurs} other {# findings no longer occur}}: {names}.':
    'W punkcie odniesienia nie {findings, plural, one {występuje już # uwaga} few {występują już # uwagi} other {występuje już # uwag}}: {names}.',
  'To take it out': 'Aby ją usunąć',
  'To take them out': 'Aby je usunąć',
  '{file}: {findings, plural, one {# finding} other {# findings}} · {added} added, {left} left':
    '{file}: {findings, plural, one {# uwaga} few {# uwagi} other {# uwag}} · dodane: {added}, usunięte: {left}',
  'Nothing to put into a baseline.': 'Nie ma czego wpisać do punktu odniesienia.',
  '{file} was empty and is gone: {added} added, {left} left.':
    'Plik {file} był pusty i już go nie ma: dodane: {added}, usunięte: {left}.',
  'What the gate says': 'Co mówi bramka',
  'They no longer stand at the gate': 'Nie stoją już na bramce',
  '{deals, plural, one {# deal} other {# deals}} cannot be read: what the baseline had of it stays ({names}).':
    'Nie da się odczytać {deals, plural, one {# szansy} other {# szans}}: to, co o nich było w punkcie odniesienia, zostaje ({names}).',
} as const;
