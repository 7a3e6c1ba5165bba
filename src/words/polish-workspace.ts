// Polish of what is wrong with the workspace: its settings, its files, its process, its repository.

export const WORKSPACE = {
  'Write: format: {baseline_format}': 'Napisz: format: {baseline_format}',
  'What is {id} to be called?': 'Jak ma się nazywać {id}?',
  'That is what {id} is called already: {label}.': '{id} już się tak nazywa: {label}.',
  '{stage} is the only stage: a process needs one.': '{stage} to jedyny etap: proces potrzebuje jednego.',
  "{stage} can't take over its own deals.": '{stage} nie może przejąć własnych szans.',
  "{stage} can't stand beside itself.": '{stage} nie może stać obok siebie.',
  'Where is {stage} to stand?': 'Gdzie ma stać {stage}?',
  '{label} stands there already.': '{label} już tam stoi.',
  '"{folded}" is an outcome, no stage: every deal ends as won or lost.':
    '„{folded}” to wynik, a nie etap: każda szansa kończy się jako won albo lost.',
  'Stages: {stages}.': 'Etapy: {stages}.',
  'A label is text of 1 to {most_characters} characters.':
    'Etykieta to tekst od 1 do {most_characters} znaków.',
  '"{id}" can\'t be the id of a stage: small letters, digits and hyphens.':
    '„{id}” nie może być id etapu: małe litery, cyfry i łączniki.',
  'Write {suggested}, and --label "{id}".': 'Napisz {suggested} oraz --label "{id}".',
  '"{id}" is an outcome, no stage: every deal ends as won or lost.':
    '„{id}” to wynik, a nie etap: każda szansa kończy się jako won albo lost.',
  'There is a stage "{id}" already: {label}.': 'Etap „{id}” już jest: {label}.',
  '"{id}" is what {label} was called before: what deals recorded then would be read as another stage.':
    '„{id}” to dawna nazwa etapu {label}: to, co wtedy zapisano, byłoby czytane jako inny etap.',
  '"{id}" was another stage until version {version}: what deals recorded then would be read as this one.':
    '„{id}” było innym etapem do wersji {version}: to, co wtedy zapisano, byłoby czytane jako ten.',
  'Version {version} of the process holds since {since}, which is after today.':
    'Wersja {version} procesu obowiązuje od {since}, czyli po dzisiejszym dniu.',
  '{settings_file} was changed by someone else meanwhile.': 'Tymczasem ktoś inny zmienił {settings_file}.',
  "{many} can't be read, so nobody knows whether they are in {stage}.":
    'Nie da się odczytać: {many}, więc nie wiadomo, czy są w {stage}.',
  'Without {stage}, {left} would be left without a stage.': 'Bez {stage} zostałyby bez etapu: {left}.',
  'Say which one takes them over: pipeline process remove {stage} --to {id}':
    'Powiedz, który je przejmie: pipeline process remove {stage} --to {id}',
  'plan.targets has a target of {period} for {stage} and one for {to}: which is to hold?':
    'plan.targets ma cel na {period} dla {stage} i drugi dla {to}: który ma obowiązywać?',
  '{path} was changed by someone else meanwhile.': 'Tymczasem ktoś inny zmienił {path}.',
  "{folder} can't be listed: {reason}.": 'Nie da się wymienić plików z {folder}: {reason}.',
  '{shown} {reason}.': '{shown} {reason}.',
  "{shown} can't be written: {reason}.": 'Nie da się zapisać {shown}: {reason}.',
  'Begin the file with: format: {known}': 'Zacznij plik od: format: {known}',
  "{key} can't be {text}.": '{key} nie może być {text}.',
  'It is one of {words}.': 'To jedno z: {words}.',
  '{key} is a text.': '{key} to tekst.',
  'git does not tell of {commit}.': 'git nie zna {commit}.',
  'git does not tell of {of}.': 'git nic nie mówi o {of}.',
  '--git: the two ends of {text} have no commit in common here.':
    '--git: oba końce {text} nie mają tu wspólnego commitu.',
  'A shallow clone lacks it: git fetch --unshallow. Or the two as they are: --git {text}':
    'Brakuje go w płytkim klonie: git fetch --unshallow. Albo oba tak, jak są: --git {text}',
  '{option}: HEAD and "{word}" have no commit in common here.':
    '{option}: HEAD i „{word}” nie mają tu wspólnego commitu.',
  '{option}: {what}': '{option}: {what}',
  '{mend}. {instead}': '{mend}. {instead}',
  '{option}: there is no commit "{word}" here.': '{option}: nie ma tu commitu „{word}”.',
  '{fetch} {instead}': '{fetch} {instead}',
  '{attributes_file} is no file of its own, so nothing is written there.':
    '{attributes_file} nie jest zwykłym plikiem, więc nic się tam nie zapisuje.',
  'Put these lines where it leads to: {split}': 'Dodaj te wiersze tam, dokąd prowadzi: {split}',
  'git did not write its settings: {split}': 'git nie zapisał swoich ustawień: {split}',
  "{file} can't be written: {reason}.": 'Nie da się zapisać {file}: {reason}.',
  '{mend}, then: pipeline git install': '{mend}, potem: pipeline git install',
  '--commit: {what}': '--commit: {what}',
  '{mend}, or leave out --commit.': '{mend} albo pomiń --commit.',
  '--commit: git ignores {folder}.': '--commit: git pomija {folder}.',
  '{root} lies inside of the workspace {around}.': '{root} leży wewnątrz przestrzeni roboczej {around}.',
  'In the way {count, plural, one {is} other {are}} {names} (in {root}).':
    'Na przeszkodzie {count, plural, one {stoi} other {stoją}} {names} (w {root}).',
  'The stages "{label}" and "{label_2}" would have the same id, {id}.':
    'Etapy „{label}” i „{label_2}” miałyby to samo id, {id}.',
  '"{path}" is no path inside the workspace.': '„{path}” nie jest ścieżką wewnątrz przestrzeni roboczej.',
  "{path} can't be written: {folder} is {what}.": 'Nie da się zapisać {path}: {folder} to {what}.',
  '{who} writing to this workspace.': '{who} pisze w tej przestrzeni roboczej.',
  "The workspace can't be locked for writing: {reason}.":
    'Nie da się zablokować przestrzeni roboczej do zapisu: {reason}.',
  'It needs to write to {privatePath}': 'Potrzebny jest zapis w {privatePath}',
  "{settings_file} can't be read.": 'Nie da się odczytać {settings_file}.',
  "{settings_file} can't take {what}.": '{settings_file} nie przyjmie tego: {what}.',
  'The exit criterion {text} is there twice.': 'Kryterium wyjścia {text} jest tu dwa razy.',
  'The stage {text} is there twice.': 'Etap {text} jest tu dwa razy.',
  '{stage} is an outcome, not a stage.': '{stage} to wynik, a nie etap.',
  '{text} is the id of a present stage.': '{text} to id obecnego etapu.',
  'Two stages were {text}.': 'Dwa etapy były {text}.',
  'Version {text} is in the history twice.': 'Wersja {text} jest w historii dwa razy.',
  'Set its severity alone, or take {part} out.': 'Ustaw samą wagę albo usuń {part}.',
  '{key} cannot be a key.': '{key} nie może być kluczem.',
  '{text} is the reporting currency.': '{text} jest walutą raportowania.',
  '{text} has two rates of {on}.': '{text} ma dwa kursy z {on}.',
  '{text} is no currency code.': '{text} nie jest kodem waluty.',
  '{text} is in the team twice.': '{text} jest w zespole dwa razy.',
  '{text} is the id of somebody else.': '{text} to id kogoś innego.',
  '{text} stands under `also` twice.': '{text} stoi pod `also` dwa razy.',
  '{text} is in {path} twice.': '{text} jest w {path} dwa razy.',
  'Unknown key {text} in plan.targets.': 'Nieznany klucz {text} w plan.targets.',
  'The keys here are {keys}; a custom field is written custom.KEY.':
    'Klucze są tu takie: {keys}; pole własne pisze się custom.KEY.',
  '{text} has more decimals than {currency}, which has {digits}.':
    '{text} ma więcej miejsc po przecinku niż {currency}, która ma {digits}.',
  '{label} must not be empty.': '{label} nie może być puste.',
  '{label} is missing.': 'Brakuje {label}.',
  '{label}: {message}.': '{label}: {message}.',
  'Write it in brackets: [{text}].': 'Napisz to w nawiasach: [{text}].',
  'Write {given}% or {Number}.': 'Napisz {given}% albo {Number}.',
  'The fields are {words}.': 'Pola to: {words}.',
  'Write custom.{given}.': 'Napisz custom.{given}.',
  'Write {given}.': 'Napisz {given}.',
  'Write {toUpperCase}.': 'Napisz {toUpperCase}.',
  'There is no stage {text}.': 'Nie ma etapu {text}.',
  'It is called {now} now.': 'Teraz nazywa się {now}.',
  '{text} is not in the team.': '{text} nie jest w zespole.',
  'Nobody in the team is in the group {text}.': 'Nikt w zespole nie jest w grupie {text}.',
  'There is no activity type {text}.': 'Nie ma rodzaju aktywności {text}.',
  '{all} {listed}{what}.': '{all} {listed}{what}.',
  'Activities of the type {text} are written by pipeline itself.':
    'Aktywności rodzaju {text} zapisuje samo pipeline.',
  '{path} (and {more} more) was changed by someone else meanwhile.':
    'Tymczasem ktoś inny zmienił {path} (i jeszcze {more}).',
  "{doing} can't be written: {reason}.": 'Nie da się zapisać ({doing}): {reason}.',
  'The files are written but not all in their places: {reasonAt}.':
    'Pliki są zapisane, ale nie wszystkie na swoich miejscach: {reasonAt}.',
  '{done}, but the disk does not confirm it: {reason}.': '{done}, ale dysk tego nie potwierdza: {reason}.',
  "{shown} can't be written: there is no folder {dirname}.":
    'Nie da się zapisać {shown}: nie ma folderu {dirname}.',
  '{shown} is {what}, not a file.': '{shown} to {what}, a nie plik.',
  '{shown} is there already, and stays as it is.': '{shown} już jest i zostaje, jak jest.',
  "{shown} can't be written: there is no folder for it.": 'Nie da się zapisać {shown}: nie ma na to folderu.',
  'Make the folder first; {path} itself need not be there.':
    'Najpierw utwórz folder; samego {path} być nie musi.',
  '{shown} is no folder.': '{shown} nie jest folderem.',
  '{shown} holds what pipeline export did not write ({names}), and stays as it is.':
    'W {shown} jest coś, czego nie zapisało pipeline export ({names}), więc zostaje, jak jest.',
  'Move it out of {shown}, or name another folder.': 'Przenieś to z {shown} albo podaj inny folder.',
  '{names} of an earlier export went: {shown} holds this one alone.':
    'Z wcześniejszego eksportu zniknęło: {names}. W {shown} jest tylko ten.',
  "{path} can't be written: it is {what}.": 'Nie da się zapisać {path}: to {what}.',
  'Give each stage a name of its own.': 'Daj każdemu etapowi inną nazwę.',
  'There is no stage.': 'Nie ma etapu.',
  'Name the open stages in order: --stages "Lead,Qualified,Proposal". Won and lost are outcomes.':
    'Wymień otwarte etapy po kolei: --stages "Lead,Qualified,Proposal". Zrealizowana i wypadła to wyniki.',
  'Nothing was written. Run the command again.': 'Nic nie zapisano. Uruchom polecenie jeszcze raz.',
  'Move it out of the way, and run the command again.': 'Usuń to z drogi i uruchom polecenie jeszcze raz.',
  'Give each an id of its own.': 'Daj każdemu inne id.',
  'Give each stage an id of its own.': 'Daj każdemu etapowi inne id.',
  'Take it out: every deal ends as won or lost.': 'Usuń go: każda szansa kończy się jako won albo lost.',
  'A warning comes first: make error_after the larger one.':
    'Najpierw jest ostrzeżenie: error_after musi być większe.',
  'Raise process.version with each change.': 'Przy każdej zmianie podnieś process.version.',
  'Number the versions 1, 2, 3, …': 'Numeruj wersje 1, 2, 3, …',
  'Take one out.': 'Usuń jeden.',
  'A later version begins on a later day.': 'Późniejsza wersja zaczyna się późniejszego dnia.',
  'Its deals would look as if they were gone, so nothing was done.':
    'Jego szanse wyglądałyby tak, jakby zniknęły, więc nic nie zrobiono.',
  'Nothing is written through links, or outside of the workspace.':
    'Przez dowiązania i poza przestrzenią roboczą nic się nie zapisuje.',
  'Nothing was changed. Run this again when that one has ended.':
    'Nic nie zmieniono. Uruchom to jeszcze raz, gdy tamto się skończy.',
  'This clone is shallow and lacks it: git fetch --unshallow':
    'Ten klon jest płytki i tego nie ma: git fetch --unshallow',
  'Name a commit that this branch came from: git log --oneline':
    'Podaj commit, z którego pochodzi ta gałąź: git log --oneline',
  'Take it out of .gitignore: snapshots belong to the truth that git keeps.':
    'Usuń go z .gitignore: migawki należą do prawdy, którą przechowuje git.',
  'Work in that one, or make a new one outside of it: pipeline init ELSEWHERE':
    'Pracuj w tamtej albo utwórz nową poza nią: pipeline init ELSEWHERE',
  'This is a workspace already: pipeline status. Nothing was written.':
    'To już jest przestrzeń robocza: pipeline status. Nic nie zapisano.',
  'Nothing was written. Move it away, or choose another folder: pipeline init FOLDER':
    'Nic nie zapisano. Przenieś to albo wybierz inny folder: pipeline init FOLDER',
  'Someone removed .pipeline/ while this command was running.':
    'W czasie pracy polecenia ktoś usunął .pipeline/.',
  'Nothing was written. Run it again.': 'Nic nie zapisano. Uruchom to jeszcze raz.',
  'Mend that, and run any command that writes.': 'Popraw to i uruchom dowolne polecenie, które zapisuje.',
  'git does not tell what is staged.': 'git nie mówi, co jest w indeksie.',
  'git status says more.': 'Więcej mówi git status.',
  'git fsck says more.': 'Więcej mówi git fsck.',
  'Nothing is lost: the next command that writes completes it once that is mended.':
    'Nic nie przepadło: gdy to będzie naprawione, dokończy je następne polecenie, które zapisuje.',
  'Look at it again once the disk is mended.': 'Sprawdź to jeszcze raz, gdy dysk będzie sprawny.',
  'Name a folder.': 'Podaj folder.',
  'Name a folder that is not there yet.': 'Podaj folder, którego jeszcze nie ma.',
  'Give the members of the team a group.': 'Daj osobom z zespołu grupę.',
  'Call yours otherwise.': 'Nazwij swój inaczej.',
  'Quote it where it has brackets or a colon.': 'Weź w cudzysłów, jeśli są w tym nawiasy lub dwukropek.',
  'Write 5% or 0.05.': 'Napisz 5% albo 0.05.',
  'The codes are those of ISO 4217: EUR, USD, GBP, PLN.': 'Kody są z ISO 4217: EUR, USD, GBP, PLN.',
  'The names are like Europe/Warsaw, America/New_York or UTC.':
    'Nazwy są takie jak Europe/Warsaw, America/New_York albo UTC.',
  'Write 2026-Q4, 2026-11, 2026-W48, 2026, or 2026-10-01..2026-12-31.':
    'Napisz 2026-Q4, 2026-11, 2026-W48, 2026 albo 2026-10-01..2026-12-31.',
  'It is a word of the program itself: choose another.': 'To słowo samego programu: wybierz inne.',
  'Its rate is always 1: take it out.': 'Jej kurs to zawsze 1: usuń go.',
  'Keep one.': 'Zostaw jeden.',
  'Give each person an id of their own.': 'Daj każdej osobie inne id.',
  'A name leads to one person.': 'Nazwa prowadzi do jednej osoby.',
  'A name leads to one person: take one out.': 'Nazwa prowadzi do jednej osoby: usuń jedną.',
  'Round it.': 'Zaokrąglij ją.',
  'When that is mended: the same again': 'Gdy to będzie naprawione: to samo jeszcze raz',
  'Make the folder first.': 'Najpierw utwórz folder.',
  'Name another file, or delete it.': 'Podaj inny plik albo go usuń.',
  'Mend these first.': 'Najpierw popraw te.',
  'Put the two together in pipeline.yaml first.': 'Najpierw połącz oba w pipeline.yaml.',
  'Change it on that day or later, or mend process.since in pipeline.yaml.':
    'Zmień to tego dnia lub później albo popraw process.since w pipeline.yaml.',
  'Give it another id, or with --label another name for people.':
    'Daj mu inne id albo przez --label inną nazwę dla ludzi.',
  'Add the other one first: pipeline process add ID': 'Najpierw dodaj drugi: pipeline process add ID',
  'Say it with --after STAGE, --before STAGE or --first.':
    'Powiedz to przez --after STAGE, --before STAGE albo --first.',
  'pipeline process shows the order.': 'Kolejność pokazuje pipeline process.',
  'Give one of --after, --before and --first.': 'Podaj jedno z --after, --before i --first.',
  'Choose one such as needs-analysis.': 'Wybierz na przykład needs-analysis.',
  'Choose another id; the label may be the same.': 'Wybierz inne id; etykieta może być ta sama.',
  'Mend them first; nothing was written.': 'Najpierw je popraw; nic nie zapisano.',
  'docs/reference/rules.md lists the rules.': 'Reguły wymienia docs/reference/rules.md.',
  'There {count, plural, one {is a mistake} other {are {count} mistakes}} in {file}.':
    'W {file} {count, plural, one {jest błąd} few {są {count} błędy} other {jest {count} błędów}}.',
  '{baseline_file} is of format {written}; this program reads format {baseline_format}.':
    '{baseline_file} ma format {written}; ten program czyta format {baseline_format}.',
  'Install pipeline {written}.0 or newer, or look past it: pipeline check --no-baseline':
    'Zainstaluj pipeline {written}.0 lub nowszy albo go pomiń: pipeline check --no-baseline',
  'There is no format {written}.': 'Nie ma formatu {written}.',
  'This is no line of a baseline: {written}': 'To nie jest wiersz punktu odniesienia: {written}',
  'This is no entry: {written}': 'To nie jest wpis: {written}',
  'There is no rule "{rule}".': 'Nie ma reguły „{rule}”.',
  'Write next_step: {step}': 'Napisz next_step: {step}',
  '{id}: no block begins here.': '{id}: nie zaczyna się tu żaden blok.',
  '{key}: no block holds this answer.': '{key}: tej odpowiedzi nie ma w żadnym bloku.',
  '{folder} is taken, but git did not commit it: {output}':
    '{folder} jest gotowe, ale git tego nie zatwierdził: {output}',
  'When that is mended: git add {folder} && git commit --only -- {folder}':
    'Gdy to będzie naprawione: git add {folder} && git commit --only -- {folder}',
  'The newest export of {system} is of {last}; the next one was due on {due}.':
    'Najnowszy eksport z {system} jest z {last}; następny należało zrobić do {due}.',
  'Nothing of {system} was imported since the last snapshot: the newest export is of {last}.':
    'Od ostatniej migawki nic z {system} nie zaimportowano: najnowszy eksport jest z {last}.',
} as const;
