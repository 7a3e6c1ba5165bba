// Polish of the pages of snapshots.

export const SNAPSHOTS = {
  'Snapshot {name} would be taken': 'Powstałaby migawka {name}',
  'Snapshot {name} taken': 'Powstała migawka {name}',
  'It is the first one that can be compared; the next one shows what moved.':
    'To pierwsza migawka, którą można porównać; następna pokaże, co się zmieniło.',
  'The folder is as it was. Step by step, where the import needs an option: {steps}':
    'W folderze jest to, co było. Krok po kroku, gdy import potrzebuje opcji: {steps}',
  'The past is not told: the report is of today alone.':
    'O przeszłości nic nie wiadomo: raport pokazuje tylko dzisiejszy stan.',
  'What is there': 'Co jest',
  'The weeks before it, by dates in the deals': 'Wcześniejsze tygodnie, według dat w szansach',
  '{deals, plural, one {# deal} other {# deals}} and {archived} in the archive':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} i {archived} w archiwum',
  'Not due': 'Jeszcze nie czas',
  'Not due, the next one is due on {next}': 'Jeszcze nie czas, termin następnej: {next}',
  'Not due: the last snapshot is of {day}': 'Jeszcze nie czas: ostatnia migawka jest z {day}',
  'Not due: the last snapshot is of {day}, the next one is due on {next}':
    'Jeszcze nie czas: ostatnia migawka jest z {day}, termin następnej: {next}',
  'Nothing changed since {snapshot}': 'Nic się nie zmieniło od {snapshot}',
  'no snapshot is taken': 'nowa migawka nie powstaje',
  'All snapshots': 'Wszystkie migawki',
  'Snapshot {name}': 'Migawka {name}',
  replaced: 'zastąpiona',
  taken: 'zrobiona',
  'Written: {folder}, to be read in its snapshot.md': 'Zapisano: {folder}, do czytania w snapshot.md',
  'Missed: {days, plural, one {a day} other {# days}} on which one was due, {names}. What was then nobody wrote down.':
    'Ominięto: {days, plural, one {jeden termin} few {# terminy} other {# terminów}}, {names}. Nikt nie zapisał, jak było wtedy.',
  'Committed as {commit}': 'W repozytorium jako {commit}',
  'Since {snapshot}: {opening} → {closing} ({change})': 'Od {snapshot}: {opening} → {closing} ({change})',
  'Fresh: {fresh} of {open} open deals': 'Aktualne: {fresh} z {open} otwartych szans',
  'Fresh: {share} of value · {fresh} of {open} open deals':
    'Aktualne: {share} wartości · {fresh} z {open} otwartych szans',
  '{deals, plural, one {# deal} other {# deals}} cannot be read; each stands as before: {names}.':
    'Nie da się odczytać {deals, plural, one {# szansy} other {# szans}}; zostają jak poprzednio: {names}.',
  '{deals, plural, one {# deal} other {# deals}} cannot be read, and no snapshot has any: left out: {names}.':
    'Nie da się odczytać {deals, plural, one {# szansy} other {# szans}} i nie ma ich w żadnej migawce; pominięto: {names}.',
  'Missing in the last complete export: {deals, plural, one {# deal} other {# deals}}':
    'Brak w ostatnim pełnym eksporcie: {deals, plural, one {# szansa} few {# szanse} other {# szans}}',
  'What is wrong with the files': 'Co jest nie tak z plikami',
  'What happened to each deal': 'Co się stało z każdą szansą',
  'the last one {name}': 'ostatnia {name}',
  '{name} is damaged': '{name} jest uszkodzona',
  'snapshot {name}': 'migawka {name}',
  '{deals, plural, one {# deal} other {# deals}} cannot be read; each stands as in the snapshot before:':
    'Nie da się odczytać {deals, plural, one {# szansy} other {# szans}}; zostają jak w poprzedniej migawce:',
  '{deals, plural, one {# deal of the CRM is} other {# deals of the CRM are}} missing in its last complete export.':
    'W ostatnim pełnym eksporcie z CRM {deals, plural, one {brakuje # szansy} other {brakuje # szans}}.',
  'Closed and not yet archived: {won, plural, one {# deal} other {# deals}} won ({won_value}), {lost, plural, one {# deal} other {# deals}} lost ({lost_value}). In the archive: {archived, plural, one {# deal} other {# deals}}.':
    'Zamknięte i jeszcze niezarchiwizowane: zrealizowane {won, plural, one {# szansa} few {# szanse} other {# szans}} ({won_value}), wypadłe {lost, plural, one {# szansa} few {# szanse} other {# szans}} ({lost_value}). W archiwum: {archived, plural, one {# szansa} few {# szanse} other {# szans}}.',
  'Recorded from the first stage on: {count} of {of} open deals.':
    'Zapisane od pierwszego etapu: {count} z {of} otwartych szans.',
  'Recorded from the first stage on: {count} of {of} open deals ({share}).':
    'Zapisane od pierwszego etapu: {count} z {of} otwartych szans ({share}).',
  'All movements: {movements}.': 'Wszystkie zmiany: {movements}.',
  'What moved most': 'Co zmieniło się najbardziej',
  '{deals, plural, one {# other deal} other {# other deals}}':
    '{deals, plural, one {# inna szansa} few {# inne szanse} other {# innych szans}}',
  'It is the first snapshot: there is none before to compare it with.':
    'To pierwsza migawka: nie ma wcześniejszej do porównania.',
  'It is not compared with {snapshot}, which is in another reporting currency.':
    'Bez porównania z {snapshot}, bo tam jest inna waluta raportowania.',
  'Fresh: – · not judged.': 'Aktualne: – · bez oceny.',
  'Fresh: – · not judged; found by other rules: {rules}.':
    'Aktualne: – · bez oceny; uwagi innych reguł: {rules}.',
  'Not fresh: {count} of {open} open deals, stale {stale}.':
    'Nieaktualne: {count} z {open} otwartych szans, bez oznak życia {stale}.',
  'Not fresh: {count} of {open} open deals, stale {stale}; of the others by {rules}.':
    'Nieaktualne: {count} z {open} otwartych szans, bez oznak życia {stale}; pozostałe według reguł: {rules}.',
  'of one day': 'z jednego dnia',
  'of one interval': 'z jednego odstępu',
  'with the same rows': 'z tymi samymi wierszami',
  'Checksums, form, order, values and totals are as they were written.':
    'Sumy kontrolne, postać, kolejność, wartości i sumy są takie, jak zapisano.',
  'Not under git: who changes a file and its checksum is not found out.':
    'Bez gita: nie wykryje się nikogo, kto zmieni plik razem z jego sumą kontrolną.',
  sound: 'bez zastrzeżeń',
  damaged: 'uszkodzona',
  '{damaged} damaged': 'uszkodzone: {damaged}',
  '{lost} lost': 'utracone: {lost}',
  '{missed} missed': 'ominięte: {missed}',
  '{count, plural, one {# duplicate} other {# duplicates}}':
    '{count, plural, one {# duplikat} few {# duplikaty} other {# duplikatów}}',
  'None was missed (rhythm: {rhythm}).': 'Żadnej nie ominięto (rytm: {rhythm}).',
  'Missed by the rhythm ({rhythm})': 'Ominięte w rytmie ({rhythm})',
  'Restore it from git': 'Przywrócić z gita',
  'What was missed stays so. In a daily job': 'Ominięte tak zostaje. W codziennym zadaniu',
} as const;
