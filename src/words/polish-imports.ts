// Polish of what is wrong with files that come from elsewhere.

export const IMPORTS = {
  '{file}:{line}: {what}.': '{file}:{line}: {what}.',
  '{name} is larger than {most_bytes} MiB.': '{name} ma więcej niż {most_bytes} MiB.',
  '{name} is no calendar: it does not begin with BEGIN:VCALENDAR.':
    '{name} nie jest kalendarzem: nie zaczyna się od BEGIN:VCALENDAR.',
  'There is nothing in {name}: no row and no event.': 'W {name} nic nie ma: ani wiersza, ani zdarzenia.',
  '{file}: no column tells {what}. It has: {has}{more}.':
    '{file}: żadna kolumna nie mówi: {what}. Są: {has}{more}.',
  'Call it one of these: {looked}.': 'Nazwij ją jednym z tych słów: {looked}.',
  '{late} is not in the past: today is {today}.': '{late} nie jest w przeszłości: dziś jest {today}.',
  'The repository lacks what {path} was in some commits.':
    'W repozytorium brakuje treści {path} z części commitów.',
  '--date names {count} days for {count_2} files.': '--date podaje {count} dni dla {count_2} plików.',
  'Nothing tells the day of {undated}.': 'Nic nie mówi, z jakiego dnia są: {undated}.',
  'There is no export in {path}.': 'W {path} nie ma eksportu.',
  "A deal of the export of {day} can't be read: {message}":
    'Nie da się odczytać szansy z eksportu z {day}: {message}',
  'The history has {what} that the process does not have.': 'W historii jest {what}, a proces tego nie ma.',
  'Put a line for each under stages: in {mappingFile}, with one of {names}:':
    'Dodaj dla każdego wiersz pod stages: w {mappingFile}, z jednym z {names}:',
  'The column "{header}" has decimal points and as many decimal commas.':
    'W kolumnie „{header}” jest tyle samo kropek dziesiętnych co przecinków dziesiętnych.',
  'The column "{header}" has three digits behind each {what}: thousands, or decimals of a currency with three?':
    'W kolumnie „{header}” są po trzy cyfry za każdym znakiem ({what}): tysiące czy części waluty, która ma trzy?',
  'imports/{system}.yaml maps {key} to "{header}", which {file} does not have.':
    'imports/{system}.yaml przypisuje {key} do „{header}”, a {file} tego nie ma.',
  '{file} is not a text file: it contains NUL characters.':
    '{file} nie jest plikiem tekstowym: zawiera znaki NUL.',
  'None of the {count} deals known from {system} is in {file}; it would make {count_2} new ones.':
    'Żadnej z {count} szans znanych z {system} nie ma w {file}; powstałoby {count_2} nowych.',
  'Is another column the id than before? It stands in {mappingFile} under columns. As it is: --force':
    'Czy id jest teraz w innej kolumnie? W {mappingFile} jest pod columns. Tak, jak jest: --force',
  '{count} of {known} deals known from {system} are not in {file}.':
    '{count} z {known} szans znanych z {system} nie ma w {file}.',
  '{file} has no column "id".': '{file} nie ma kolumny „id”.',
  '{file} has a header and no rows.': '{file} ma nagłówek i żadnych wierszy.',
  '{file} holds no deal: all {leftOut} rows are deleted or former records.':
    'W {file} nie ma szansy: wszystkie wiersze ({leftOut}) to rekordy usunięte lub dawne.',
  "{file} can't be used as a mapping.": '{file} nie nadaje się na mapowanie.',
  "{path} can't be changed: nothing was written.": 'Nie da się zmienić {path}: nic nie zapisano.',
  'Begin the file with: format: {mapping_format}': 'Zacznij plik od: format: {mapping_format}',
  '{file} is of format {text}; this version reads {mapping_format}.':
    '{file} ma format {text}; ta wersja czyta {mapping_format}.',
  'There is no format {text}.': 'Nie ma formatu {text}.',
  'Write: format: {mapping_format}': 'Napisz: format: {mapping_format}',
  'There is no field "{key}".': 'Nie ma pola „{key}”.',
  'The header of "{key}" is a text.': 'Nagłówek dla „{key}” musi być tekstem.',
  'The stage of "{key}" is missing.': 'Brakuje etapu dla „{key}”.',
  'Write: {example}': 'Napisz: {example}',
  'Write: on: account, or on: {example}': 'Napisz: on: account albo on: {example}',
  '{what} is a map.': '{what} musi być mapą.',
  'There is no key "{key}" here.': 'Nie ma tu klucza „{key}”.',
  'Keys: {known}': 'Klucze: {known}',
  'Write: - {example}': 'Napisz: - {example}',
  'The {key} is none that there is.': 'Nie ma takiej wartości {key}.',
  'Write {allowed}': 'Napisz {allowed}',
  '{file} has no column that is known to hold the {what}.':
    '{file} nie ma kolumny, o której wiadomo, że zawiera: {what}.',
  '{one}, nor one for the {other}': '{one}, ani kolumny: {other}',
  'id or name': 'id lub name',
  'The column "{header}" of {file} should hold the stage, and it is empty in every row.':
    'Kolumna „{header}” w {file} powinna zawierać etap, a jest pusta w każdym wierszu.',
  'A deal needs a stage, and an id or, without one, a name. Save these lines as map.yaml, mend them, and import again with --map map.yaml:':
    'Szansa potrzebuje etapu oraz identyfikatora, a bez niego nazwy. Zapisz te wiersze jako map.yaml, popraw je i zaimportuj ponownie z --map map.yaml:',
  'Export it again with the stages. Where another column or file has them: save these lines as map.yaml, mend them, and import again with --map map.yaml, and with that file:':
    'Wyeksportuj plik jeszcze raz, z etapami. Jeśli są w innej kolumnie lub w innym pliku: zapisz te wiersze jako map.yaml, popraw je i zaimportuj ponownie z --map map.yaml, razem z tym plikiem:',
  'it is larger than {size} MiB': 'ma więcej niż {size} MiB',
  '{file} has several columns with the header {headers}.': '{file} ma kilka kolumn z nagłówkiem {headers}.',
  '{file} has {stages, plural, one {a stage} other {{stages} stages}} that the process does not have, in {rows, plural, one {{rows} row} other {{rows} rows}}.':
    'W {file} {stages, plural, one {jest etap, którego} few {są {stages} etapy, których} other {jest {stages} etapów, których}} proces nie ma, w {rows, plural, one {{rows} wierszu} other {{rows} wierszach}}.',
  'Complete these lines with one of {known}. Save them as map.yaml and import again with --map map.yaml, or put the last ones under stages: in {mappingFile}. A stage that is new to the process comes into it first: pipeline process add ID':
    'Uzupełnij te wiersze jednym z {known}. Zapisz je jako map.yaml i zaimportuj ponownie z --map map.yaml albo dodaj ostatnie z nich pod stages: w {mappingFile}. Etap, którego proces jeszcze nie ma, najpierw do niego dodaj: pipeline process add ID',
  '{file} is a list that pipeline wrote, not an export of a CRM.':
    '{file} to lista zapisana przez pipeline, a nie eksport z CRM.',
  'Take over what was edited in it with: pipeline import {file} --match id':
    'Przejmij to, co w niej zmieniono: pipeline import {file} --match id',
  '{file} has {count} columns.': '{file} ma {count} kolumn.',
  'An export has at most {most_columns}. Is the delimiter another one? --delimiter':
    'Eksport ma najwyżej {most_columns}. Może separator jest inny? --delimiter',
  'There is no file {path}.': 'Nie ma pliku {path}.',
  "{path} can't be read: {reason}.": 'Nie da się odczytać {path}: {reason}.',
  "{name} can't be imported: {why}.": 'Nie da się zaimportować {name}: {why}.',
  '{file} is empty.': '{file} jest pusty.',
  '{file} holds no table.': 'W {file} nie ma tabeli.',
  '{file} is not a workbook that can be read.': '{file} nie jest skoroszytem, który da się odczytać.',
  '{file}:{line}: the file ends in the middle of a character: it is cut off.':
    '{file}:{line}: plik kończy się w środku znaku: jest ucięty.',
  '{file}:{line}: a byte in this line is no UTF-8, which the rest of the file is.':
    '{file}:{line}: w tym wierszu jest bajt, który nie jest UTF-8, a reszta pliku nim jest.',
  'Export it again. As it is, with a � in such places: --encoding utf-8':
    'Wyeksportuj go jeszcze raz. Tak, jak jest, ze znakiem � w takich miejscach: --encoding utf-8',
  '{file}:{line}:{column}: a quoted cell begins here and never ends.':
    '{file}:{line}:{column}: tu zaczyna się komórka w cudzysłowie i nigdy się nie kończy.',
  '{file}:{line}:{column}: a quoted cell begins here, and the next quote does not end it.':
    '{file}:{line}:{column}: tu zaczyna się komórka w cudzysłowie, a następny cudzysłów jej nie kończy.',
  '{file}:{line}:{column}: a quoted cell begins here and takes in the rows below it.':
    '{file}:{line}:{column}: tu zaczyna się komórka w cudzysłowie i pochłania wiersze pod nią.',
  "{file} looks like a history of deals: its rows have ids of their own beside the deals'.":
    '{file} wygląda na historię szans: wiersze mają własne id obok id szans.',
  'Both {file} and {file_2} could hold the deals.': 'Szanse mogą być zarówno w {file}, jak i w {file_2}.',
  'The column "{header}" of {file} has {count} values that are no stages.':
    'Kolumna „{header}” w {file} ma {count} wartości, które nie są etapami.',
  'Where the stage is another column, map it: columns: {example} in a file for --map':
    'Jeśli etap jest w innej kolumnie, przypisz ją: columns: {example} w pliku dla --map',
  '{mappingFile} maps to the stage "{first}", which the process does not have.':
    '{mappingFile} przypisuje do etapu „{first}”, którego proces nie ma.',
  'Stages: {ids}, won, lost': 'Etapy: {ids}, won, lost',
  '{path} {reason}.': '{path} {reason}.',
  "{path} can't be used as a mapping: it {reason}.": '{path} nie nadaje się na mapowanie: {reason}.',
  'There is no mapping file {shown}.': 'Nie ma pliku mapowania {shown}.',
  "{path} can't be read: it {reason}.": 'Nie da się odczytać {path}: {reason}.',
  '{file}: no column tells the {needed}. It has: {named}.':
    '{file}: żadna kolumna nie podaje: {needed}. Są: {named}.',
  'Call it one of these: {headers}.': 'Nazwij ją jednym z tych słów: {headers}.',
  'So says {headers}. Export it again without deleted records; or, where that column is not to be trusted: `columns: {example}` in a file for --map.':
    'Mówi to {headers}. Wyeksportuj plik jeszcze raz, bez usuniętych rekordów; a jeśli tej kolumnie nie można ufać: `columns: {example}` w pliku dla --map.',
  'Export it again without deleted records. Nothing was changed.':
    'Wyeksportuj go jeszcze raz, bez rekordów usuniętych. Nic nie zmieniono.',
  'Say which: --dates dmy (day first) or --dates mdy (month first).':
    'Powiedz, które: --dates dmy (najpierw dzień) albo --dates mdy (najpierw miesiąc).',
  'Say which: --dates dmy (day first), mdy (month first) or ymd (year first).':
    'Powiedz, które: --dates dmy (najpierw dzień), mdy (najpierw miesiąc) albo ymd (najpierw rok).',
  'Give a CSV or XLSX file; --encoding names the encoding of a CSV.':
    'Podaj plik CSV lub XLSX; --encoding podaje kodowanie CSV.',
  'Deals that are here already may come a second time: nothing was imported.':
    'Szanse, które już tu są, mogą pojawić się drugi raz: nic nie zaimportowano.',
  'Export it again with one of the two.': 'Wyeksportuj go jeszcze raz z jednym z dwóch.',
  'Export it again without signs that group thousands, and with all three decimals beside a comma or point in at least one amount of four digits.':
    'Wyeksportuj go jeszcze raz bez znaków grupujących tysiące i ze wszystkimi trzema miejscami po przecinku lub kropce w co najmniej jednej kwocie o czterech cyfrach.',
  'No export was given.': 'Nie podano eksportu.',
  'Give the export of the deals themselves; where these are deals, map `id` with --map FILE.':
    'Podaj eksport samych szans; jeśli to są szanse, przypisz `id` przez --map FILE.',
  'Import them one by one.': 'Zaimportuj je jeden po drugim.',
  'Where the export was filtered, say so: --partial. Where they are gone indeed: --force':
    'Jeśli eksport był filtrowany, powiedz to: --partial. Jeśli ich naprawdę nie ma: --force',
  '--match id takes one file with one sheet.': '--match id przyjmuje jeden plik z jednym arkuszem.',
  'Make the list with: pipeline list --format csv > list.csv':
    'Zrób listę przez: pipeline list --format csv > list.csv',
  'Export it again, with a header line.': 'Wyeksportuj go jeszcze raz, z wierszem nagłówka.',
  "Which one is meant can't be told: rename one of each in the file, or export it without.":
    'Nie da się powiedzieć, o którą chodzi: zmień nazwę jednej z każdej pary w pliku albo wyeksportuj bez niej.',
  'Mend it, or delete it and import again: it is written anew.':
    'Popraw go albo usuń i zaimportuj ponownie: zostanie zapisany od nowa.',
  'The format is missing.': 'Brakuje formatu.',
  'Install the newest pipeline.': 'Zainstaluj najnowszy pipeline.',
  'Write the header as the export has it': 'Napisz nagłówek tak, jak ma go eksport',
  "Write a stage's id, won or lost.": 'Napisz id etapu, won albo lost.',
  'A join names its file.': 'Złączenie podaje swój plik.',
  'A join says on which header it joins.': 'Złączenie mówi, na którym nagłówku łączy.',
  'Write KEY: VALUE': 'Napisz KEY: VALUE',
  'joins is a list.': 'joins to lista.',
  'Export it again, or look at its filter. Nothing was changed.':
    'Wyeksportuj go jeszcze raz albo sprawdź jego filtr. Nic nie zmieniono.',
  'It may be archived, or unreadable': 'Może być w archiwum albo być nieczytelna',
  'Take that quote out, or close its cell: in a quoted cell each quote stands twice. Is the separator another one? --delimiter':
    'Usuń ten cudzysłów albo zamknij komórkę: w komórce w cudzysłowie każdy cudzysłów stoi podwójnie. Separator jest inny? --delimiter',
  'Where this is another system, name it: --system NAME. Else change the mapping, or give --map FILE.':
    'Jeśli to inny system, nazwij go: --system NAME. Jeśli nie, zmień mapowanie albo podaj --map FILE.',
  'Export it again, with a header row.': 'Wyeksportuj go jeszcze raz, z wierszem nagłówka.',
  'Save it again as XLSX, or as CSV in UTF-8.': 'Zapisz go jeszcze raz jako XLSX albo jako CSV w UTF-8.',
  'Export a shorter time.': 'Wyeksportuj krótszy czas.',
  'It is a zip file: unpack it first.': 'To plik zip: najpierw go rozpakuj.',
  'Export the calendar again as iCalendar (.ics).':
    'Wyeksportuj kalendarz jeszcze raz jako iCalendar (.ics).',
  'Export it again; the time that it is of may be too short.':
    'Wyeksportuj go jeszcze raz; czas, który obejmuje, może być za krótki.',
  'It is no file that can be read as a deal.': 'Nie jest to plik, który da się odczytać jako szansę.',
  "The history has cells that can't be read: nothing was made of it.":
    'W historii są komórki, których nie da się odczytać: nic z niej nie powstało.',
  'Mend them, or leave these rows out.': 'Popraw je albo pomiń te wiersze.',
  'Of today a snapshot is taken, not made: pipeline snapshot':
    'Migawkę z dziś się robi, a nie odtwarza: pipeline snapshot',
  'Give one a file, in their order: --date 2026-11-09,2026-11-16':
    'Podaj po jednym na plik, w ich kolejności: --date 2026-11-09,2026-11-16',
  'Put it into the name, deals-2026-11-16.csv, or say it: --date 2026-11-16':
    'Wpisz go do nazwy, deals-2026-11-16.csv, albo podaj: --date 2026-11-16',
  'Exports are CSV or XLSX files.': 'Eksporty to pliki CSV lub XLSX.',
} as const;
