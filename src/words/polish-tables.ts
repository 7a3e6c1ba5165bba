// Polish of what is said of tables that are exported, asked with SQL, or imported as plan targets.

export const TABLES = {
  '{deals, plural, one {# deal} other {# deals}} cannot be read: pipeline check says why.':
    'Nie da się odczytać {deals, plural, one {# szansy} other {# szans}}: dlaczego, mówi pipeline check.',
  "{answers, plural, one {# answer} other {# answers}} in review sheets can't be read, and are in no table: pipeline review stats":
    '{answers, plural, one {# odpowiedzi} other {# odpowiedzi}} z arkuszy przeglądów nie da się odczytać i nie ma w żadnej tabeli: pipeline review stats',
  'The answer has more than {rows} rows.': 'Odpowiedź ma więcej niż {rows} wierszy.',
  'Add LIMIT to it; whole tables: pipeline export.': 'Dodaj LIMIT; całe tabele: pipeline export.',
  'That is no statement that only reads: nothing was done.':
    'To nie jest polecenie, które tylko czyta: nic nie zrobiono.',
  'Ask with SELECT. Deals are changed by pipeline set, move, log and so on.':
    'Pytaj przez SELECT. Szanse zmienia się przez pipeline set, move, log i tak dalej.',
  'That is more than one statement: nothing was done.': 'To więcej niż jedno polecenie: nic nie zrobiono.',
  'Ask one at a time.': 'Zadawaj po jednym.',
  'pipeline query lists the tables with their columns.': 'Tabele z kolumnami podaje pipeline query.',
  'There is no table "{unknown}".': 'Nie ma tabeli „{unknown}”.',
  'Tables: {tables}.': 'Tabele: {tables}.',
  '{name} has more than {rows} rows: too many for a workbook.':
    '{name} ma więcej niż {rows} wierszy: za dużo jak na skoroszyt.',
  'Take later snapshots only (--since DATE), or another format: --format parquet, sqlite or csv.':
    'Weź tylko późniejsze migawki (--since DATE) albo inny format: --format parquet, sqlite lub csv.',
  'No movements from {a} to {b}: one is in {currency}, the other in {other}.':
    'Bez zmian między {a} a {b}: jedna jest w {currency}, a druga w {other}.',
  // Plan targets
  "A target of {period} since {since} is there, and is {target}: two can't begin on one day.":
    'Cel na {period} od {since} już jest i wynosi {target}: dwa nie mogą zaczynać się tego samego dnia.',
  '{place} has the target of {period} too, as {target}: leave one of the two in the table.':
    '{place} też ma cel na {period}, wynosi on {target}: zostaw w tabeli jeden z dwóch.',
  'The target of {period} has been changed today already, to {target}.':
    'Cel na {period} już dziś zmieniono, na {target}.',
  'A target is in {currency}, and this one in {named}.': 'Cel jest w {currency}, a ten w {named}.',
  'The file seems cut off here: the row ends before its last cell.':
    'Plik wygląda tu na ucięty: wiersz kończy się przed ostatnią komórką.',
  'It has more cells than there are headers.': 'Ma więcej komórek, niż jest nagłówków.',
  '"{since}" is not a date. Write it as 2026-11-23.': '„{since}” nie jest datą. Napisz tak: 2026-11-23.',
  '"{word}" is not in the team.': '„{word}” nie ma w zespole.',
  // An export that cannot be read
  'Give the files in it, the deals first.': 'Podaj pliki, które w nim są, najpierw szanse.',
  'it is no file': 'to nie jest plik',
  'it is a workbook of the old format .xls': 'to skoroszyt w starym formacie .xls',
  'Save it as XLSX, or as CSV in UTF-8.': 'Zapisz go jako XLSX albo jako CSV w UTF-8.',
  'The column "{header}" has dates that only {one} reads and as many that only {other} does.':
    'W kolumnie „{header}” tyle samo dat da się odczytać tylko jako {one}, co tylko jako {other}.',
  'The dates of the column "{header}" can be read in two ways: {text} is {one} or {other}.':
    'Daty w kolumnie „{header}” można odczytać na dwa sposoby: {text} to {one} albo {other}.',
  'The dates of the column "{header}" can be read in three ways: {text} is {one}, {other} or {third}.':
    'Daty w kolumnie „{header}” można odczytać na trzy sposoby: {text} to {one}, {other} albo {third}.',
  '"{text}" is no moment.': '„{text}” nie jest datą z godziną.',
  '"{text}" is no amount.': '„{text}” nie jest kwotą.',
  '"{text}" is no date.': '„{text}” nie jest datą.',
  'it names no deal.': 'nie podaje szansy.',
} as const;
