// Polish of how a command says that it can't do what was asked of it.

export const COMMANDS = {
  'permission denied': 'brak uprawnień',
  'not permitted': 'niedozwolone',
  'the file system is read-only': 'system plików jest tylko do odczytu',
  'the disk is full': 'dysk jest pełny',
  'the disk quota is used up': 'limit miejsca na dysku jest wyczerpany',
  'the file is too large for the disk': 'plik jest za duży dla tego dysku',
  'too many open files': 'za dużo otwartych plików',
  'too many open files on this machine': 'za dużo otwartych plików na tej maszynie',
  'the disk reports an error': 'dysk zgłasza błąd',
  'no such file or folder': 'nie ma takiego pliku ani folderu',
  'it exists already': 'już istnieje',
  'it is a folder': 'to folder',
  'a part of its path is not a folder': 'część ścieżki nie jest folderem',
  'the folder is not empty': 'folder nie jest pusty',
  'it is a symbolic link': 'to dowiązanie symboliczne',
  'the name is too long': 'nazwa jest za długa',
  'it is in use': 'jest w użyciu',
  'it lies on another file system': 'leży w innym systemie plików',
  '{reason} ({path})': '{reason} ({path})',
  '"{text}" is not a period.': '„{text}” nie jest okresem.',
  'Deals say it by created, or under stages: {example}':
    'Szanse mówią to przez created albo pod stages: {example}',
  'That would be {count} snapshots, from {day} on.': 'Byłoby {count} migawek, od {day}.',
  'The first day with something to show is {since}; a snapshot that was taken ends the past, unless --until says otherwise.':
    'Pierwszy dzień, na który jest co pokazać, to {since}; przeszłość kończy się na zrobionej migawce, chyba że --until mówi inaczej.',
  '--{option}: "{text}" is no day.': '--{option}: „{text}” nie jest dniem.',
  'Write --{option} 2026-04-01,2026-07-01.': 'Napisz --{option} 2026-04-01,2026-07-01.',
  '--from {from} reads no files: {args}.': '--from {from} nie czyta plików: {args}.',
  '{args}: no table of these is a history that is known.':
    '{args}: żadna z tych tabel nie jest znaną historią.',
  'None of the {count} deals of the history is here.': 'Nie ma tu żadnej z szans z historii ({count}).',
  'Send it to a file: pipeline {name} --format xlsx > {name}.xlsx':
    'Wyślij go do pliku: pipeline {name} --format xlsx > {name}.xlsx',
  '--{option} takes a whole number of at least {least}, not "{given}".':
    '--{option} przyjmuje liczbę całkowitą, co najmniej {least}, a nie „{given}”.',
  '{where}: "{given}" is not a date.': '{where}: „{given}” nie jest datą.',
  'Today cannot be {found}: the last year is {last_year}.':
    'Dziś nie może być {found}: ostatni rok to {last_year}.',
  'There is no pipeline.yaml in {dir} or above it.': 'Nie ma pipeline.yaml w {dir} ani wyżej.',
  "{id} can't be changed: {reason}.": 'Nie da się zmienić {id}: {reason}.',
  '{sentence} ({deals, plural, one {# deal} other {# deals}})':
    '{sentence} ({deals, plural, one {# szansa} few {# szanse} other {# szans}})',
  "{refused} of {of} deals can't be changed, so none was. {first}":
    'Nie da się zmienić {refused} z {of} szans, więc nie zmieniono żadnej. {first}',
  "{refused} of {of} deals can't be changed, so none was. {first} And: {others}":
    'Nie da się zmienić {refused} z {of} szans, więc nie zmieniono żadnej. {first} Oraz: {others}',
  '--{one} and --{other} exclude each other.': '--{one} i --{other} wykluczają się.',
  '--{kind}-baseline and --{other} exclude each other.': '--{kind}-baseline i --{other} wykluczają się.',
  '--{option}: "{text}" is not a share from 0% to 100%.':
    '--{option}: „{text}” nie jest udziałem od 0% do 100%.',
  'Write {text}%.': 'Napisz {text}%.',
  '{baseline_file} {reason}.': '{baseline_file} {reason}.',
  'There is no {baseline_file} to shrink.': 'Nie ma pliku {baseline_file}, który dałoby się zmniejszyć.',
  '--since: the snapshot {name} is of a day after today ({today}).':
    '--since: migawka {name} jest z dnia po dzisiejszym ({today}).',
  '--staged: {what}': '--staged: {what}',
  '{mend}. Without --staged all deals are looked at.': '{mend}. Bez --staged sprawdzane są wszystkie szanse.',
  '--quarter: "{name}" is no quarter.': '--quarter: „{name}” nie jest kwartałem.',
  'Write it as {name}, or last-quarter.': 'Napisz {name} albo last-quarter.',
  '--quarter: {name} has not begun yet.': '--quarter: {name} jeszcze się nie zaczął.',
  "Today's is {name}.": 'Dzisiejszy to {name}.',
  "{file} can't be read: {reason}.": 'Nie da się odczytać {file}: {reason}.',
  '"{word}" is not written down so: plan or results is.':
    '„{word}” nie zapisuje się w ten sposób: plan albo results tak.',
  'Write it down on that day: pipeline agenda done {what}':
    'Zapisz to tego dnia: pipeline agenda done {what}',
  '{word} is not in the archive.': '{word} nie ma w archiwum.',
  '{made} of {of} snapshots are made, and whole. Run it again for the others.':
    'Zrobiono w całości {made} z {of} migawek. Uruchom jeszcze raz, aby zrobić pozostałe.',
  'There is no completion for "{asked}".': 'Nie ma uzupełniania dla „{asked}”.',
  'There is one for {shells}.': 'Jest dla: {shells}.',
  '{name} has not begun: nothing is written yet.': '{name} się nie zaczął: nic jeszcze nie zapisano.',
  '{on} is still to come.': '{on} dopiero nadejdzie.',
  '{name} has not begun: nothing was said yet.': '{name} się nie zaczął: nic jeszcze nie powiedziano.',
  'The process has no version {given}.': 'Proces nie ma wersji {given}.',
  'Versions: {versions} (pipeline process).': 'Wersje: {versions} (pipeline process).',
  'It is one of {known}.': 'To jedno z: {known}.',
  'There is no kind "{unknown}".': 'Nie ma rodzaju „{unknown}”.',
  '--flow is of all deals between two snapshots: --{given} has no say there.':
    '--flow dotyczy wszystkich szans między dwiema migawkami: --{given} nic tam nie zmienia.',
  'Leave out --{given}.': 'Pomiń --{given}.',
  '--{wrong} does not go with --match id.': '--{wrong} nie łączy się z --match id.',
  '--demo brings its own settings; --{extra} has no place beside it.':
    '--demo ma własne ustawienia; --{extra} nie ma przy nim miejsca.',
  '--{alone} goes with --from.': '--{alone} idzie w parze z --from.',
  'There is no {word} meeting.': 'Nie ma spotkania {word}.',
  'There are {meeting_kinds}.': 'Są {meeting_kinds}.',
  '--since: {since} is not before today, {today}.':
    '--since: {since} nie jest przed dzisiejszym dniem, {today}.',
  "It can't be merged: {reason}.": 'Nie da się tego scalić: {reason}.',
  "{id} can't be renamed: {reason}.": 'Nie da się zmienić nazwy {id}: {reason}.',
  'Sheets are there from {first} to {last}: --period.': 'Arkusze są od {first} do {last}: --period.',
  'No open deal could be judged: {reasons}.': 'Nie dało się ocenić żadnej otwartej szansy: {reasons}.',
  'There are {count}, from {first} to {last}.': 'Jest ich {count}, od {first} do {last}.',
  '--{alone} is of a trial alone.': '--{alone} dotyczy tylko próby.',
  '--until: {until} is not after {on}, when it begins.':
    '--until: {until} nie jest po {on}, kiedy się zaczyna.',
  '"{word}" is no decision.': '„{word}” nie jest postanowieniem.',
  'It is one of {decisions}.': 'To jedno z: {decisions}.',
  'There are {known}.': 'Są: {known}.',
  'There is nobody called "{word}".': 'Nie ma nikogo o nazwie „{word}”.',
  '--{option} is missing.': 'Brakuje --{option}.',
  '{a} is later than {b}: a diff goes from the earlier one.':
    '{a} jest po {b}: porównanie idzie od wcześniejszej.',
  'There is no snapshot from before today ({today}) to begin with.':
    'Nie ma migawki sprzed dzisiejszego dnia ({today}), od której można zacząć.',
  'Name one: {command}': 'Podaj jedną: {command}',
  'There is nothing after {name} to come to.': 'Po {name} nie ma nic, do czego można dojść.',
  '{option} walks over snapshots, and {other} looks at commits.':
    '{option} idzie po migawkach, a {other} patrzy na commity.',
  'Leave out {option} or {other}.': 'Pomiń {option} albo {other}.',
  'pipeline diff {since} --bridge, or --every month for a bridge an interval':
    'pipeline diff {since} --bridge albo --every month, jeśli most ma być na każdy odstęp',
  'pipeline diff --only slipped --since {since}; from end to end: pipeline diff {since}':
    'pipeline diff --only slipped --since {since}; od końca do końca: pipeline diff {since}',
  'Leave out one of them: {command} --only {only}': 'Pomiń jedno z nich: {command} --only {only}',
  '{command} --explain {explain}': '{command} --explain {explain}',
  '--to takes stdout, FILE.md or FOLDER/, not "{to}".':
    '--to przyjmuje stdout, FILE.md albo FOLDER/, a nie „{to}”.',
  '--to {to}.md or --to {to}/': '--to {to}.md albo --to {to}/',
  "{shown} can't be made: {reason}.": 'Nie da się utworzyć {shown}: {reason}.',
  '{file} was not written by {command}: it stays as it is.':
    '{file} nie pochodzi z {command}: zostaje, jak jest.',
  'It was said on {said}, after {on}.': 'Powiedziano to {said}, po {on}.',
  '{id} is done already, on {on}.': '{id} jest już zrobione, {on}.',
  '{id} is done already, on {on}: {result}.': '{id} jest już zrobione, {on}: {result}.',
  '{id} was taken back already, on {on}.': '{id} już wycofano, {on}.',
  '{id} was taken back already, on {on}: {why}.': '{id} już wycofano, {on}: {why}.',
  'It stays so. To put it right, edit {file}:{line}.': 'Tak zostaje. Aby to poprawić, edytuj {file}:{line}.',
  'There is a text of this deal that was not taken over. To go on with it: {command}':
    'Jest tekst tej szansy, którego nie przejęto. Dalej z nim: {command}',
  'Your text is kept. To go on with it: {command}':
    'Tekst jest zachowany. Aby pracować nad nim dalej: {command}',
  '{path} was changed by someone else while you edited it.': 'W czasie edycji ktoś inny zmienił {path}.',
  '{path} was changed by someone else while you edited it; you both changed {fields}.':
    'W czasie edycji ktoś inny zmienił {path}; obie zmiany dotyczą: {fields}.',
  '{path} is as it was: what you wrote is no deal yet.':
    '{path} zostaje, jak było: to, co napisano, nie jest jeszcze szansą.',
  "{path} can't be edited: it {reason}.": 'Nie da się edytować {path}: {reason}.',
  '{count} files have the id {word}: {named}.': 'Id {word} ma tyle plików: {count} ({named}).',
  'Say which one: pipeline edit {path}': 'Powiedz, który: pipeline edit {path}',
  '{id} has no file any more.': '{id} nie ma już pliku.',
  '{path} is in the archive, which keeps each file as it was.':
    '{path} jest w archiwum, które każdy plik przechowuje bez zmian.',
  'Bring it back first: pipeline archive restore {path}':
    'Najpierw ją przywróć: pipeline archive restore {path}',
  '{system} holds {field} of {id}: record {id_2}.': '{field} szansy {id} jest w {system}: rekord {id_2}.',
  'VISUAL or EDITOR is no command: {named}': 'VISUAL lub EDITOR nie jest poleceniem: {named}',
  'The editor was ended {how}: {program}': 'Edytor zakończył się ({how}): {program}',
  "The editor can't be started: {program}: {reason}.": 'Nie da się uruchomić edytora: {program}: {reason}.',
  '--{option} was given an empty value.': '--{option} ma pustą wartość.',
  '--explain tells what a rule is for: --{given} has no say there.':
    '--explain mówi, do czego jest reguła: --{given} nic tam nie zmienia.',
  "{shown} can't be written: {why}.": 'Nie da się zapisać {shown}: {why}.',
  'Name one table ({tables}), or {command}': 'Podaj jedną tabelę ({tables}) albo {command}',
  'A {format} file is no text: say where it goes.':
    'Plik {format} nie jest tekstem: powiedz, dokąd ma trafić.',
  '{file} belongs to the workspace: nothing else is written there.':
    '{file} należy do przestrzeni roboczej: nic innego się tam nie zapisuje.',
  'Broken off: {mended} of {of} mended, and written.': 'Przerwano: poprawiono i zapisano {mended} z {of}.',
  'The rest is asked again: {again}': 'O resztę spyta ponownie: {again}',
  '{at} of {of} · {mended} mended': '{at} z {of} · poprawiono {mended}',
  "asked of {crm}'s users": 'pytanie do użytkowników {crm}',
  'Skip all of {rule}': 'Pomiń wszystkie {rule}',
  '{period} is over: nothing of it is left to foresee.':
    '{period} się skończył: nie ma już czego prognozować.',
  'Nobody has called {period} for these deals.': 'Dla tych szans nikt nie ocenił {period}.',
  'No complete period is on record that {method} could go by.':
    'Nie ma pełnego okresu, na którym {method} mogłoby się oprzeć.',
  'The snapshots reach no complete week that could be tried.':
    'Migawki nie obejmują żadnego pełnego tygodnia, który dałoby się sprawdzić.',
  'The snapshots reach no complete month that could be tried.':
    'Migawki nie obejmują żadnego pełnego miesiąca, który dałoby się sprawdzić.',
  'The snapshots reach no complete quarter that could be tried.':
    'Migawki nie obejmują żadnego pełnego kwartału, który dałoby się sprawdzić.',
  'The snapshots reach no complete year that could be tried.':
    'Migawki nie obejmują żadnego pełnego roku, który dałoby się sprawdzić.',
  'A shorter one: --every month. pipeline backfill makes past snapshots.':
    'Krótszy okres: --every month. pipeline backfill tworzy migawki z przeszłości.',
  'Without --as-of it tells what stands today.': 'Bez --as-of pokazuje stan na dziś.',
  '--as-of {asOf} is after today, {now}.': '--as-of {asOf} jest po dzisiejszym dniu, {now}.',
  'There is no snapshot of before {asOf}.': 'Nie ma migawki sprzed {asOf}.',
  'The first one is {all}.': 'Pierwsza to {all}.',
  '--since {since} is not before {asOf}, which --as-of names.':
    '--since {since} nie jest wcześniejsze niż {asOf}, które podaje --as-of.',
  'The earlier one first: pipeline forecast drivers --since {asOf} --as-of {since}':
    'Wcześniejszy dzień najpierw: pipeline forecast drivers --since {asOf} --as-of {since}',
  '--since {word} is no snapshot of before {today}.': '--since {word} nie jest migawką sprzed {today}.',
  'The last one is {last}.': 'Ostatnia to {last}.',
  'Bring it back: {command}; or take those answers out.': 'Przywróć ją: {command}; albo usuń te odpowiedzi.',
  'Snapshot {found} is in {reportingCurrency}, the forecast in {currency}: no bridge leads between them.':
    'Migawka {found} jest w {reportingCurrency}, a prognoza w {currency}: żaden most ich nie łączy.',
  '--between: {what}': '--between: {what}',
  '{mend}: what happened between two snapshots only its commits tell.':
    '{mend}: co działo się między dwiema migawkami, mówią tylko ich commity.',
  '--git names both ends: {args} is too much.': '--git podaje oba końce: {args} jest zbędne.',
  '--from-git: {what}': '--from-git: {what}',
  '{mend}. Without it `logged` tells: pipeline discipline':
    '{mend}. Bez tego mówi `logged`: pipeline discipline',
  '{sourceOfRecord} holds {fields} of {id}: record {record}.':
    'Pola szansy {id} w {sourceOfRecord}: {fields}, rekord {record}.',
  'There is no verb and no help topic "{name}".': 'Nie ma polecenia ani tematu pomocy „{name}”.',
  '--{option} is of a call, and there is no amount.': '--{option} dotyczy oceny, a nie ma kwoty.',
  "{calls_file} can't be read, so nothing is written there.":
    'Nie da się odczytać {calls_file}, więc nic się tam nie zapisuje.',
  'A call is in {currency}, not in {currency_2}.': 'Ocena jest w {currency}, a nie w {currency_2}.',
  'Forecasts are reckoned in {currency}: write what it is in that.':
    'Prognozy liczy się w {currency}: podaj, ile to jest w tej walucie.',
  '{name} was over on {on}: there was nothing left to call.':
    '{name} skończył się {on}: nie było już czego oceniać.',
  'What it brought: pipeline results {name}. A call of before: --on {to}':
    'Co przyniósł: pipeline results {name}. Wcześniejsza ocena: --on {to}',
  '--export-date {exportDay} is after today, {today}.':
    '--export-date {exportDay} jest po dzisiejszym dniu, {today}.',
  '--{option} does not take "{given}".': '--{option} nie przyjmuje „{given}”.',
  'It takes {allowed}.': 'Przyjmuje: {allowed}.',
  '--keep does not know the field "{field}".': '--keep nie zna pola „{field}”.',
  'It takes {kept} and custom.KEY.': 'Przyjmuje: {kept} i custom.KEY.',
  'today: "{today}" is not a date.': 'today: „{today}” nie jest datą.',
  '"{words}" asks for help, not for an answer.': '„{words}” prosi o pomoc, a nie o odpowiedź.',
  '--{given} is for one activity, and --from takes many.':
    '--{given} dotyczy jednej aktywności, a --from przyjmuje ich wiele.',
  '--output: {file} is named twice.': '--output: {file} podano dwa razy.',
  "{file} is read: the output can't take its place.": '{file} jest czytany: wynik nie może go zastąpić.',
  '--output takes FORMAT=FILE, not "{text}".': '--output przyjmuje FORMAT=FILE, a nie „{text}”.',
  'For example --output {format}={named}': 'Na przykład --output {format}={named}',
  '--output: there is no format "{word}" here.': '--output: nie ma tu formatu „{word}”.',
  'Formats: {formats}.': 'Formaty: {formats}.',
  'What goes to stdout is said by --format {format}.': 'O tym, co trafia na stdout, mówi --format {format}.',
  '{file} is a folder, not a file.': '{file} to folder, a nie plik.',
  'Did you mean {meant}?': 'Może {meant}?',
  '{done} of {total}': '{done} z {total}',
  'There is no section "{wrong}".': 'Nie ma sekcji „{wrong}”.',
  'Sections: {section_ids}.': 'Sekcje: {section_ids}.',
  'There is no locale "{typed}".': 'Nie ma ustawień regionalnych „{typed}”.',
  "The file of {id} can't be read.": 'Nie da się odczytać pliku {id}.',
  'There is no deal {id} any more.': 'Szansy {id} już nie ma.',
  '{id} is in the archive by now, and what was answered would change it.':
    '{id} jest już w archiwum, a odpowiedzi by ją zmieniły.',
  '--{other} does not go with --apply.': '--{other} nie łączy się z --apply.',
  "{word} can't be applied. Nothing was written.": 'Nie da się zastosować {word}. Nic nie zapisano.',
  '{word} is a sheet of the workspace {workspace}; this one is {here}.':
    '{word} to arkusz przestrzeni {workspace}, a ta nazywa się {here}.',
  'Apply it there, with -C FOLDER. Where this workspace was called so before, write its new name behind workspace: in the last block of the sheet.':
    'Zastosuj go tam, z -C FOLDER. Jeśli ta przestrzeń nazywała się tak wcześniej, wpisz nową nazwę po workspace: w ostatnim bloku arkusza.',
  '{path} is the sheet of {on}, by what stands in it.': '{path} to arkusz z {on}, tak mówi jego treść.',
  'Call it as it was: {on}.md': 'Nazwij go jak przedtem: {on}.md',
  'The review is of {on}, which is still to come.': 'Przegląd jest z {on}, a ten dzień dopiero nadejdzie.',
  'Today is {today}.': 'Dziś jest {today}.',
  'A sheet of {deals} deals is no review: the most are {most_deals}.':
    'Arkusz na {deals} szans to nie przegląd: najwięcej może być {most_deals}.',
  'for {file}': 'w {file}',
  '{file} was drawn by sampler {sampler}; this version has {name}.':
    '{file} losowano metodą {sampler}; ta wersja ma {name}.',
  '{folder} holds what is no part of a snapshot ({names}), and stays as it is.':
    'W {folder} jest coś, co nie należy do migawki ({names}), więc zostaje, jak jest.',
  'Move it out of {folder}. {command} --again adds another one of the day.':
    'Przenieś to z {folder}. {command} --again dodaje kolejną z tego dnia.',
  'The deals of {files} were drawn from the snapshot {name}: it stays.':
    'Szanse z {files} losowano z migawki {name}: ona zostaje.',
  "The last write can't be taken back, because {why}: {command}":
    'Nie da się cofnąć ostatniego zapisu, bo {why}: {command}',
  '{files} {count, plural, one {is not as it was left} other {are not as they were left}} by: {command}':
    '{files}: {count, plural, one {plik nie jest taki, jak go zostawiło} other {pliki nie są takie, jak je zostawiło}} polecenie {command}',
  'The snapshot {name} stays, because git has it: {command}':
    'Migawka {name} zostaje, bo jest w gicie: {command}',
} as const;
