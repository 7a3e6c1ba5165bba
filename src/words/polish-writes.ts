// Polish of what is said while files are written, locked, merged and compared with git.

export const WRITES = {
  "What an interrupted command began can't be completed: {reason}.":
    'Nie da się dokończyć tego, co zaczęło przerwane polecenie: {reason}.',
  'A command was interrupted while it wrote; {changes, plural, one {its change is} other {its {changes} changes are}} completed now.':
    'Polecenie zostało przerwane podczas zapisu; {changes, plural, one {jego zmiana jest już dokończona} few {jego {changes} zmiany są już dokończone} other {jego {changes} zmian jest już dokończonych}}.',
  'A command was interrupted while it wrote, and what it was to write to {names} is gone since: the rest is not done, and nothing was removed.':
    'Polecenie zostało przerwane podczas zapisu, a to, co miało trafić do {names}, od tego czasu zniknęło: reszta nie jest zrobiona i niczego nie usunięto.',
  'An interrupted command left temporary files; they are removed now.':
    'Przerwane polecenie zostawiło pliki tymczasowe; są już usunięte.',
  "An interrupted command left temporary files; they can't be removed now.":
    'Przerwane polecenie zostawiło pliki tymczasowe; teraz nie da się ich usunąć.',
  '{file} is damaged. It is put aside as {name}.unreadable.':
    '{file} jest uszkodzony. Odłożono go jako {name}.unreadable.',
  "It is written, and can't be read back.": 'Zapisano, ale nie da się tego odczytać.',
  "This can't be taken back: what pipeline undo needs can't be written ({reason}).":
    'Tego nie da się cofnąć: nie można zapisać tego, czego potrzebuje pipeline undo ({reason}).',
  "SQLite's driver, better-sqlite3, is not installed.":
    'Sterownik SQLite, better-sqlite3, nie jest zainstalowany.',
  "SQLite's driver, better-sqlite3, was not built for this Node, {version}.":
    'Sterownik SQLite, better-sqlite3, nie jest zbudowany dla tego Node, {version}.',
  "In pipeline's own folder: {command}": 'W folderze samego pipeline: {command}',
  '{message} Till then nothing can be written. {hint}':
    '{message} Do tego czasu nie da się nic zapisać. {hint}',
  "The index can't be kept: {reason}.": 'Nie da się zachować indeksu: {reason}.',
  '{path} was saved by someone else meanwhile and stays where it is.':
    '{path} zapisał w międzyczasie ktoś inny i plik zostaje tam, gdzie jest.',
  '{path} was saved by someone else meanwhile and stays.':
    '{path} zapisał w międzyczasie ktoś inny i plik zostaje.',
  '{path} was saved by someone else meanwhile and stays as it is; what was to be written is in {kept}.':
    '{path} zapisał w międzyczasie ktoś inny i plik zostaje bez zmian; to, co miało zostać zapisane, jest w {kept}.',
  'The index is in use; everything is read anew.': 'Indeks jest w użyciu; wszystko jest czytane od nowa.',
  'The index {why}; it is built anew.': 'Indeks {why}; powstaje od nowa.',
  'was damaged': 'był uszkodzony',
  'is no regular file': 'nie jest zwykłym plikiem',
  'is of another version of pipeline': 'jest z innej wersji pipeline',
  'is of another workspace': 'jest z innej przestrzeni roboczej',
  'Reading deals': 'Czytanie szans',
  'The index was damaged; it is built anew.': 'Indeks był uszkodzony; powstaje od nowa.',
  'The index was damaged; the next command builds it anew.':
    'Indeks był uszkodzony; następne polecenie zbuduje go od nowa.',
  'The job summary was not written: {reason}.': 'Nie zapisano podsumowania zadania: {reason}.',
  'The job summary was not written: GITHUB_STEP_SUMMARY names no file.':
    'Nie zapisano podsumowania zadania: GITHUB_STEP_SUMMARY nie wskazuje pliku.',
  'A write is not finished, and what is shown may be half of it: {message}':
    'Zapis nie jest dokończony i to, co widać, może być jego połową: {message}',
  '{place}: {message}': '{place}: {message}',
  'today is {found}, by {source}': 'dziś jest {found}, według {source}',
  'the clock, in {timeZone}': 'zegara, w strefie {timeZone}',
  '{message} → {hint}': '{message} → {hint}',
  // Why something is not read as a file
  'is a symbolic link, and links are not followed': 'to dowiązanie symboliczne, a dowiązania nie są śledzone',
  'is not a regular file': 'to nie jest zwykły plik',
  'is a folder': 'to folder',
  'is larger than {size} KiB': 'ma więcej niż {size} KiB',
  "can't be read: {reason}": 'jest nie do odczytania: {reason}',
  'is not there': 'nie istnieje',
  'is gone': 'zniknął',
  // Merging, and git
  '{file}: not told apart into fields, so it is merged line by line.':
    '{file}: nie udało się rozróżnić pól, więc plik jest scalany wiersz po wierszu.',
  '{file}: both sides changed {fields}.': '{file}: obie strony zmieniły {fields}.',
  "The commit of {name} is not in this branch's history (rebased, or a shallow clone): days tell what came after it.":
    'Commita migawki {name} nie ma w historii tej gałęzi (rebase albo płytki klon): o tym, co było po nim, mówią dni.',
  'A partial clone lacks old files: git fetch --refetch --no-filter brings them. Else: git fsck':
    'W częściowym klonie brakuje starych plików: pobiera je git fetch --refetch --no-filter. Jeśli to nie to: git fsck',
  'not as it was committed last ({last}): {files}.':
    'nie jest taka jak w ostatnim commicie ({last}): {files}.',
  'changed by a later commit ({last}): {files}.': 'zmieniona późniejszym commitem ({last}): {files}.',
  'taken away by a commit ({last}).': 'usunięta commitem ({last}).',
  'in the last commit, but not here.': 'jest w ostatnim commicie, a tu jej nie ma.',
  'the file is missing.': 'brakuje pliku.',
  'the file is a symbolic link, and links are not followed.':
    'plik jest dowiązaniem symbolicznym, a dowiązania nie są śledzone.',
  'the file is not a regular file.': 'to nie jest zwykły plik.',
  'with --strict no snapshot is taken.': 'z --strict migawka nie powstaje.',
  '{key} is set to something else: {found}': '{key} ma inną wartość: {found}',
  'the attribute merge is {value} for these files already':
    'atrybut merge ma już dla tych plików wartość {value}',
  'there is a hook already': 'hook już jest',
  'core.hooksPath is {configured}, which other repositories use too':
    'core.hooksPath to {configured}, z czego korzystają też inne repozytoria',
  'git is not installed.': 'git nie jest zainstalowany.',
  'Install it': 'Zainstaluj go',
  'git init makes one': 'Tworzy je git init',
  'The workspace is in no git repository.': 'Przestrzeń robocza nie jest w repozytorium git.',
  // Making a past
  'a past without them would not be so.': 'przeszłość bez nich byłaby nieprawdziwa.',
  'No commit of this branch has a deal.': 'W żadnym commicie tej gałęzi nie ma szansy.',
  'The history has no state of them, or only that they were deleted.':
    'Historia nie ma ich stanu albo mówi tylko, że je usunięto.',
  'The clone is shallow: older commits are not here. → git fetch --unshallow':
    'To płytki klon: starszych commitów tu nie ma. → git fetch --unshallow',
  '{file} holds no history, and is ignored.': '{file} nie zawiera historii, więc jest pominięty.',
  'There are deals in {root}; --from begins where there are none.':
    'W {root} są już szanse; --from zaczyna tam, gdzie ich nie ma.',
  'The reporting currency is {currency}, that of most deals: currency in pipeline.yaml. What was said of rates to {before} does not hold any more.':
    'Waluta raportowania to {currency}, waluta większości szans: currency w pipeline.yaml. To, co powiedziano o kursach na {before}, już nie obowiązuje.',
  '{named} is an outcome, not a stage: every deal ends as won or lost.':
    '{named} to wynik, a nie etap: każda szansa kończy się jako won albo lost.',
  '{named} are outcomes, not stages: every deal ends as won or lost.':
    '{named} to wyniki, a nie etapy: każda szansa kończy się jako won albo lost.',
  '.vscode/settings.json is left as it is; deals/**/*.yaml are described by schema/deal.json.':
    '.vscode/settings.json zostaje bez zmian; deals/**/*.yaml opisuje schema/deal.json.',
} as const;
