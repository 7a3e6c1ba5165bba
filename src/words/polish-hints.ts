// Polish of what to do about a file, a word or an option that is not as it should be.

export const HINTS = {
  // How things are written
  'A day is written YYYY-MM-DD; leave the key out while there is none.':
    'Dzień zapisuje się jako RRRR-MM-DD; dopóki go nie ma, pomiń klucz.',
  'An amount is digits with a point before the decimals, nothing else; the currency has its own key.':
    'Kwota to same cyfry z kropką przed częścią dziesiętną; waluta ma własny klucz.',
  'Leave the key out while the amount is unknown.': 'Dopóki kwota jest nieznana, pomiń klucz.',
  'Write one text behind the colon; quote a text that begins with a bracket.':
    'Napisz za dwukropkiem jeden tekst; tekst, który zaczyna się od nawiasu, weź w cudzysłów.',
  'Write one text behind the colon.': 'Napisz za dwukropkiem jeden tekst.',
  'Write one day behind the colon.': 'Napisz za dwukropkiem jeden dzień.',
  'Write one amount behind the colon.': 'Napisz za dwukropkiem jedną kwotę.',
  'Save the file as UTF-8 (in the editor: "Save with encoding").':
    'Zapisz plik jako UTF-8 (w edytorze: „Zapisz z kodowaniem”).',
  'Take it out, or quote the text that has it.': 'Usuń to albo weź w cudzysłów tekst, w którym to stoi.',
  'Close each quote and bracket where the value ends; quote a text that has one in it.':
    'Zamknij każdy cudzysłów i nawias tam, gdzie kończy się wartość; tekst, który ma je w środku, weź w cudzysłów.',
  'Begin all keys of one map in the same column; indent what belongs to a key.':
    'Zacznij wszystkie klucze jednej mapy w tej samej kolumnie; to, co należy do klucza, wetnij.',
  'Its keys are {known}. Quote a text that has a comma or a colon.':
    'Jego klucze to {known}. Tekst z przecinkiem lub dwukropkiem weź w cudzysłów.',
  'Write a day like 2026-01-15, 15.01, 15 jan, fri, tomorrow, +2w, -3d, Q1 or end of Q1.':
    'Napisz dzień tak: 2026-01-15, 15.01, 15 sty, pt, jutro, +2w, -3d, Q1 albo koniec Q1.',
  'Write it like 120000, 120k, 1.2m, 1,2 mln, 1 200 000,50 or 120000 EUR.':
    'Napisz tak: 120000, 120k, 1.2m, 1,2 mln, 1 200 000,50 albo 120000 EUR.',
  'Write a date (2026-11-23), latest, latest~3, "@2 weeks ago", @2026-11-20 or now.':
    'Napisz datę (2026-11-23), latest, latest~3, "@2 weeks ago", @2026-11-20 albo now.',
  'An id has small letters, digits and hyphens.': 'Id ma małe litery, cyfry i łączniki.',
  "Write 'FIELD OP VALUE' with = != < <= > >= or ~ (contains), as in 'amount >= 50000' or 'next_step='.":
    "Napisz 'FIELD OP VALUE' z = != < <= > >= lub ~ (zawiera), na przykład 'amount >= 50000' albo 'next_step='.",
  'No deal has custom fields.': 'Żadna szansa nie ma własnych pól.',
  // What stands twice, or where it must not
  'The id {id} stands in line {before} already.': 'Id {id} stoi już w wierszu {before}.',
  'The entry {id} stands in {place} already.': 'Wpis {id} jest już w {place}.',
  'A former id leads to one stage: take one of the two out.':
    'Dawne id prowadzi do jednego etapu: usuń jedno z dwóch.',
  'Take one of the two out. Once this is carried out, pipeline clean proposes again.':
    'Usuń jedno z dwóch. Gdy to zostanie wykonane, pipeline clean zaproponuje następne.',
  'An action is done or dropped, not both.': 'Zobowiązanie jest zrobione albo wycofane, nie jedno i drugie.',
  'Take out the one that is not so.': 'Usuń to, które się nie zgadza.',
  'There is no kind {kind}.': 'Nie ma rodzaju {kind}.',
  'The kind is missing.': 'Brakuje rodzaju.',
  'Actions: pipeline actions': 'Zobowiązania: pipeline actions',
  'pipeline feedback add writes such a file.': 'Taki plik zapisuje pipeline feedback add.',
  'pipeline feedback tells what is wrong with it.': 'Co jest z nim nie tak, mówi pipeline feedback.',
  'pipeline forecast call 450k writes such a file.': 'Taki plik zapisuje pipeline forecast call 450k.',
  "The entry {id} in {path} can't be read. Nothing is written.":
    'Nie da się odczytać wpisu {id} w {path}. Nic nie zapisano.',
  '{id} led to version {version} of the process already.':
    '{id} doprowadził już do wersji {version} procesu.',
  'Write it down when it is called.': 'Zapisz ją w dniu, w którym pada.',
  'The team has nobody yet (pipeline.yaml: team).': 'W zespole nie ma jeszcze nikogo (pipeline.yaml: team).',
  'Write it down when it has happened.': 'Zapisz to, gdy się zdarzy.',
  'What kind of activity were the events of the calendar?':
    'Jakiego rodzaju aktywnością były wydarzenia z kalendarza?',
  // Baselines, waivers, rules
  'A merge left its marks here.': 'Scalanie zostawiło tu swoje znaki.',
  'Mend it, or delete the file and write it anew: pipeline check --write-baseline':
    'Popraw to albo usuń plik i zapisz go od nowa: pipeline check --write-baseline',
  'Take it out, or write the id of a rule.': 'Usuń to albo napisz id reguły.',
  'Give the deal to somebody who is there.': 'Przekaż szansę komuś, kto jest w zespole.',
  'Write the id of a member, or add the person to team: in pipeline.yaml.':
    'Napisz id osoby z zespołu albo dopisz ją pod team: w pipeline.yaml.',
  'nothing to look at': 'nie ma na co patrzeć',
  'No pipeline.yaml can be read in {name}: the one of the work tree stands for it.':
    'W {name} nie da się odczytać pipeline.yaml: zastępuje go ten z katalogu roboczego.',
  'The index is of all open deals: hold it against a limit where all of them are checked.':
    'Wskaźnik dotyczy wszystkich otwartych szans: porównaj go z progiem tam, gdzie sprawdza się wszystkie.',
  'A snapshot does not change any more: leave out --as-of.': 'Migawka już się nie zmienia: pomiń --as-of.',
  'What is staged is held against HEAD: leave out --changed.':
    'To, co jest w poczekalni gita, porównuje się z HEAD: pomiń --changed.',
  'No deal has an owner.': 'Żadna szansa nie ma opiekuna.',
  'List them: pipeline list --all': 'Lista: pipeline list --all',
  'No stage has exit criteria.': 'Żaden etap nie ma kryteriów wyjścia.',
  'pipeline process shows the stages.': 'Etapy pokazuje pipeline process.',
  'To put two together: pipeline process remove STAGE --to STAGE':
    'Aby połączyć dwa: pipeline process remove STAGE --to STAGE',
  'A plan is a next step: {command}': 'Plan to następny krok: {command}',
  'An activity': 'Aktywność',
  'A deal closed': 'Zamknięcie szansy',
  'A stage entered': 'Wejście w etap',
  'A deal created': 'Utworzenie szansy',
  // What is done, while it is done
  'Cleaning up': 'Porządkowanie',
  'Making snapshots': 'Tworzenie migawek',
  'Verifying snapshots': 'Sprawdzanie migawek',
  'Writing deals': 'Zapisywanie szans',
  forecasts: 'prognozy',
  Skip: 'Pomiń',
  'Stop here': 'Zakończ tutaj',
  'Here is what it says now.': 'Oto, co mówi teraz.',
  '{value} is out': 'usunięto {value}',
  "The folder that you are in can't be told: {reason}.": 'Nie wiadomo, w jakim folderze jesteś: {reason}.',
  'It was deleted or moved: go to one that is there, and run the command again.':
    'Usunięto go albo przeniesiono: przejdź do istniejącego i uruchom polecenie jeszcze raz.',
  'The output could not be written: {reason}.': 'Nie udało się wypisać wyniku: {reason}.',
  'What was asked for is done all the same: pipeline undo takes it back.':
    'Polecenie mimo to wykonano: pipeline undo to cofnie.',
  'What was asked for is done all the same.': 'Polecenie mimo to wykonano.',
  'What was written by then stays: pipeline undo --list':
    'Co do tej chwili zapisano, zostaje: pipeline undo --list',
  "{file} is of an earlier digest: nobody's now.": '{file} jest z wcześniejszego zestawienia: teraz niczyj.',
  'What people said is left out where it is damaged: pipeline forecast call':
    'Oceny ludzi są pominięte tam, gdzie plik jest uszkodzony: pipeline forecast call',
  'A text of several words stands in quotes.': 'Tekst z kilku słów bierze się w cudzysłów.',
  'This view has no rows for a spreadsheet.': 'Ten widok nie ma wierszy do arkusza kalkulacyjnego.',
  'This view has no findings for a CI service.': 'Ten widok nie ma uwag dla usługi CI.',
  "The text is too long: a deal's file holds at most {size} KiB.":
    'Tekst jest za długi: plik szansy mieści najwyżej {size} KiB.',
} as const;
