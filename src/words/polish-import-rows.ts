// Polish of how an export was read, and why a row of it was rejected.

export const IMPORT_ROWS = {
  '{before}; {next}': '{before}; {next}',
  // How it was read
  'day/month': 'dzień/miesiąc',
  'month/day': 'miesiąc/dzień',
  'year/month/day': 'rok/miesiąc/dzień',
  'decimal commas': 'przecinki dziesiętne',
  'decimal points': 'kropki dziesiętne',
  '{sign} as {currency}': '{sign} jako {currency}',
  'as asked for': 'zgodnie z życzeniem',
  'by its dates above 12': 'po liczbach większych niż 12',
  'by its numbers above 31': 'po liczbach większych niż 31',
  'as in the column {header}': 'jak w kolumnie {header}',
  'by the locale {locale}': 'według locale {locale}',
  'by the locale {locale}; --encoding says otherwise': 'według locale {locale}; inne podaje --encoding',
  'by the zero bytes in it': 'po bajtach zerowych',
  'as the mapping says': 'według mapowania',
  'by its letters': 'po literach',
  '{encoding}, {why}': '{encoding}, {why}',
  'as its cells show': 'jak w komórkach',
  'three digits behind each point, which so groups thousands':
    'za każdą kropką są trzy cyfry, więc rozdziela tysiące',
  'three digits behind each comma, which so groups thousands':
    'za każdym przecinkiem są trzy cyfry, więc rozdziela tysiące',
  'though other currencies have the sign, not {own}': 'choć ten znak mają też inne waluty, a {own} nie',
  '{header}: {what}, {why}.': '{header}: {what}, {why}.',
  '{line} ({what})': '{line} ({what})',
  deleted: 'usunięty',
  superseded: 'zastąpiony',
  '{file} is ignored: {why}.': '{file} pominięto: {why}.',
  'no column that it shares with the deals tells its rows apart':
    'żadna kolumna wspólna z szansami nie rozróżnia jego wierszy',
  'no row of it has a value of "{header}"': 'żaden jego wiersz nie ma wartości z „{header}”',
  '{rows, plural, one {# row has a last activity} other {# rows have last activities}} after {day}, the day of the export: not taken over.':
    '{rows, plural, one {# wiersz ma ostatnią aktywność} few {# wiersze mają ostatnią aktywność} other {# wierszy ma ostatnią aktywność}} po {day}, czyli po dniu eksportu: nie przejęto.',
  'The export has no column "{header}" any more, which is {key}: with --strict nothing is written.':
    'Eksport nie ma już kolumny „{header}”, czyli {key}: z --strict nic nie jest zapisywane.',
  'The export has no column "{header}" any more, which is {key}: nothing is written.':
    'Eksport nie ma już kolumny „{header}”, czyli {key}: nic nie jest zapisywane.',
  'Where it has another header now, give that under columns in {file}; {key}: null there leaves the field as it is.':
    'Jeśli ma teraz inny nagłówek, podaj go pod columns w {file}; {key}: null w tym miejscu zostawia pole bez zmian.',
  'The export has no column "{header}" any more: {key} stays as it is.':
    'W eksporcie nie ma już kolumny „{header}”: {key} zostaje bez zmian.',
  '"{header}" holds ids of stages, so that won and lost deals count as open. Give the table that names the stages as well (its columns: stage_id, label); or say under stages in imports/, which id is won and which lost.':
    '„{header}” ma identyfikatory etapów, więc zrealizowane i wypadłe szanse liczą się jako otwarte. Podać też tabelę z nazwami etapów (kolumny: stage_id, label) albo napisać pod stages w imports/, który identyfikator to won, a który lost.',
  '"{header}" is the amount; "{other}" is a custom field.':
    'Kwotą jest „{header}”; „{other}” jest polem własnym.',
  '"{header}" is the amount, in {currency}. Is the currency of the company another one? It stands in pipeline.yaml under currency.':
    'Kwotą jest „{header}”, w {currency}. Walutą firmy jest inna? Podaje ją currency w pipeline.yaml.',
  'No column tells the currency of "{header}": it is a custom field.':
    'Żadna kolumna nie podaje waluty „{header}”: jest polem własnym.',
  'No column is known to hold the id of a record: deals go by account and name, and one that is renamed is a new one. Where a column is the id: pipeline undo, and import again with --map FILE and `columns: {example}` in it.':
    'W żadnej kolumnie nie rozpoznano identyfikatora rekordu: szanse rozpoznaje się po kliencie i nazwie, a po zmianie nazwy szansa jest nowa. Jeśli któraś kolumna jest identyfikatorem: pipeline undo i import jeszcze raz z --map FILE, a w nim `columns: {example}`.',
  'No column is known to hold the id of a record: deals go by their name, and one that is renamed is a new one. Where a column is the id: pipeline undo, and import again with --map FILE and `columns: {example}` in it.':
    'W żadnej kolumnie nie rozpoznano identyfikatora rekordu: szanse rozpoznaje się po nazwie, a po zmianie nazwy szansa jest nowa. Jeśli któraś kolumna jest identyfikatorem: pipeline undo i import jeszcze raz z --map FILE, a w nim `columns: {example}`.',
  'No column is known to hold {fields}. Where one does, put its header under columns in {file} and import again: `{example}`':
    'W żadnej kolumnie nie rozpoznano pól {fields}. Jeśli któraś je ma, wpisać jej nagłówek pod columns w {file} i importować jeszcze raz: `{example}`',
  '"{header}" is a weighted amount in most systems and is kept as a custom field, not as the amount.':
    '„{header}” w większości systemów to kwota ważona; zachowano ją jako pole własne, a nie jako kwotę.',
  '{file}, which joined before, was not given: new deals lack what it has.':
    'Nie podano pliku {file}, który przedtem dołączano: nowym szansom brakuje tego, co w nim jest.',
  '{ids, plural, one {# id of a record was} other {# ids of records were}} known in another form: "{written}" is "{known}". Spreadsheets write them so; have that column as text.':
    '{ids, plural, one {# id rekordu jest znane} few {# id rekordów są znane} other {# id rekordów jest znanych}} w innej postaci: „{written}” to „{known}”. Tak zapisują je arkusze; ustaw tę kolumnę jako tekst.',
  'The newest day in this export is {newest}, in the one before it was {before}: if it is the older one, its values replace newer ones, and pipeline undo takes them back.':
    'Najnowszy dzień w tym eksporcie to {newest}, w poprzednim był {before}: jeśli jest starszy, jego wartości zastępują nowsze, a pipeline undo je przywraca.',
  'The last import was of {day}: this export is older, and its values replace newer ones.':
    'Ostatni import był z {day}: ten eksport jest starszy, a jego wartości zastępują nowsze.',
  '{file} seems cut off in line {line}: that row of it joins no deal.':
    '{file} wygląda na ucięty w wierszu {line}: tego wiersza nie dołączono do żadnej szansy.',
  '{file} seems cut off in line {line}. Such a file does not tell which deals are gone: none is taken for missing, none goes to the archive.':
    '{file} wygląda na ucięty w wierszu {line}. Taki plik nie mówi, których szans już nie ma: żadnej nie uznano za brakującą i żadna nie przeszła do archiwum.',
  '{id} is missing, but {trouble}.': '{id}: brakuje w eksporcie, ale {trouble}.',
  '{lines, plural, one {# line of crm-todo/ is done} other {# lines of crm-todo/ are done}}: the export shows what was asked for.':
    '{lines, plural, one {# wiersz z crm-todo/ załatwiono} few {# wiersze z crm-todo/ załatwiono} other {# wierszy z crm-todo/ załatwiono}}: eksport pokazuje to, o co proszono.',
  'Not read: {headers}. A column of your own is kept where it is called custom.KEY.':
    'Nie odczytano: {headers}. Własna kolumna zostaje zachowana, jeśli nazywa się custom.KEY.',
  // Why a row was rejected
  '{header}: "{text}" is no date': '{header}: „{text}” nie jest datą',
  '{header}: "{text}" is no amount': '{header}: „{text}” nie jest kwotą',
  '{header}: "{text}" is neither yes nor no': '{header}: „{text}” to ani tak, ani nie',
  'line {line} has a deal of that account and name, with other values: only an id tells them apart':
    'w wierszu {line} jest szansa tego klienta o tej nazwie, z innymi wartościami: odróżni je tylko identyfikator',
  'line {line} has a deal of that name, with other values: only an id tells them apart':
    'w wierszu {line} jest szansa o tej nazwie, z innymi wartościami: odróżni je tylko identyfikator',
  'the record {key} stands in line {line} already, with other values':
    'rekord {key} jest już w wierszu {line}, z innymi wartościami',
  'the deal {id} stands in line {line} already, with other values':
    'szansa {id} jest już w wierszu {line}, z innymi wartościami',
  'several deals are this record: {ids}': 'temu rekordowi odpowiada kilka szans: {ids}',
  "its deal can't be read: mend {path} first": 'nie da się odczytać szansy: najpierw popraw {path}',
  "it is too long: a deal's file holds at most {size} KiB":
    'jest za długa: plik szansy ma najwyżej {size} KiB',
  '{path}: {message}': '{path}: {message}',
  'it has no id': 'nie ma id',
  'it has no name': 'nie ma nazwy',
  'it has no stage': 'nie ma etapu',
  'the process has no stage "{stage}"': 'w procesie nie ma etapu „{stage}”',
  'its stage is "{stage}", but it is marked as {status}': 'etap to „{stage}”, a oznaczenie mówi: {status}',
  '{header}: {error} is an error of the spreadsheet, no value':
    '{header}: {error} to błąd arkusza, a nie wartość',
  '{header}: the workbook has a formula there without its value: open it and save it':
    '{header}: w skoroszycie jest tam formuła bez wartości: otwórz go i zapisz',
  'the file seems cut off here: the row ends before its last cell':
    'plik wygląda tu na ucięty: wiersz kończy się przed ostatnią komórką',
  'it has more cells than there are headers': 'ma więcej komórek, niż jest nagłówków',
  '"{text}" is no currency': '„{text}” nie jest walutą',
  '"{text}" says neither open, won nor lost': '„{text}” nie mówi, czy otwarta, zrealizowana czy wypadła',
  'there is no deal {id}. {hint}': 'nie ma szansy {id}. {hint}',
  'it has no version: nobody can tell whether its deal has changed since':
    'nie ma wersji: nie wiadomo, czy szansa od tego czasu się zmieniła',
  'changed since: its deal is not the one that the list was made of':
    'zmieniona od tego czasu: to nie ta sama szansa, z której powstała lista',
  '{fields} belongs to {system}: change it there, in record {record}':
    '{fields} należy do {system}: zmień to tam, w rekordzie {record}',
  'the amount {amount} has more than 12 digits before the point':
    'kwota {amount} ma więcej niż 12 cyfr przed przecinkiem',
  'the amount {amount} has more decimals than {currency}':
    'kwota {amount} ma więcej miejsc po przecinku niż {currency}',
} as const;
