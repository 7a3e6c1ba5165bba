// Polish of what is wrong with a deal's file.

export const DEAL_FILES = {
  'amount: {text} has more than 12 digits before the point: write a smaller one.':
    'amount: {text} ma więcej niż 12 cyfr przed kropką: napisz mniejszą liczbę.',
  'amount: {text} has {decimals} decimals, {currency} has {digits, plural, =0 {no decimals} one {1 decimal} other {{digits} decimals}}: write {fix}.':
    'amount: {text} ma miejsc po przecinku {decimals}, a {currency} ma {digits, plural, =0 {zero} other {{digits}}}: napisz {fix}.',
  'amount: "{shown}" is not a plain decimal.': 'amount: „{shown}” nie jest zwykłą liczbą dziesiętną.',
  'amount: "{shown}" is not a plain decimal: write {fixes}.':
    'amount: „{shown}” nie jest zwykłą liczbą dziesiętną: napisz {fixes}.',
  'The key {key} stands twice in line {first}.': 'Klucz {key} stoi dwa razy w wierszu {first}.',
  'The key {key} stands in line {first} and again in line {second}.':
    'Klucz {key} stoi w wierszu {first} i znowu w wierszu {second}.',
  'currency: "{text}" is no currency code{fix}.': 'currency: „{text}” nie jest kodem waluty{fix}.',
  '{key}: "{text}" is not a day: write {days}.': '{key}: „{text}” nie jest dniem: napisz {days}.',
  '{key}: there is no day {text}.': '{key}: nie ma dnia {text}.',
  '{key}: "{text}" is not a day.': '{key}: „{text}” nie jest dniem.',
  'The file is {wide}, not UTF-8.': 'Plik jest w {wide}, a nie w UTF-8.',
  'The {ends} closes nothing.': '{ends} niczego nie zamyka.',
  'The {ends} does not close the {sign} before it.': '{ends} nie zamyka {sign} przed nim.',
  'The {sign} is not closed.': '{sign} nie jest zamknięte.',
  'Write a plain word before the colon; quote a text that begins with [ or {example}':
    'Napisz przed dwukropkiem zwykłe słowo; tekst, który zaczyna się od [ lub {example}, weź w cudzysłów',
  'More than {depth} levels of lists and maps are within each other.':
    'Listy i mapy są zagnieżdżone głębiej niż na {depth} poziomów.',
  'The file holds more than {nodes} values.': 'W pliku jest więcej niż {nodes} wartości.',
  'A git merge was left unfinished: conflict markers in {count, plural, one {line} other {lines}} {lines}.':
    'Scalanie w gicie zostało niedokończone: znaczniki konfliktu w {count, plural, one {wierszu} other {wierszach}} {lines}.',
  'Keep the lines that are right, take out the others and the markers, then: git add {path}. All of one side: git checkout --ours {path}, or --theirs.':
    'Zostaw wiersze, które są dobre, usuń pozostałe i znaczniki, potem: git add {path}. Cała jedna strona: git checkout --ours {path} albo --theirs.',
  'An invisible line separator ({name}) is in the text.':
    'W tekście jest niewidoczny znak końca wiersza ({name}).',
  'A control character ({name}) is in the text.': 'W tekście jest znak sterujący ({name}).',
  'Delete it; where it is meant, write {escape} in double quotes.':
    'Usuń go; jeśli ma tu być, napisz {escape} w cudzysłowie.',
  'The file is larger than {size} KiB.': 'Plik ma więcej niż {size} KiB.',
  'The file has {last} lines, more than {lines}.': 'Plik ma {last} wierszy, więcej niż {lines}.',
  '{list}: "{key}" is missing.': '{list}: brakuje „{key}”.',
  'An item is like {example}': 'Element wygląda tak: {example}',
  '{key}: a text is missing.': '{key}: brakuje tekstu.',
  '{key}: a deal needs one.': '{key}: szansa go potrzebuje.',
  'Give the {key} a text.': 'Podaj tekst dla {key}.',
  "{key}: a deal can't be without one.": '{key}: szansa nie może go nie mieć.',
  "{path} can't be read, so it is not changed.": 'Nie da się odczytać {path}, więc plik się nie zmienia.',
  '"{key}" is not a key that pipeline knows; it is kept.':
    '„{key}” nie jest kluczem znanym pipeline; zostaje zachowany.',
  'Did you mean "{meant}"?': 'Może „{meant}”?',
  'The key "{key}" is missing.': 'Brakuje klucza „{key}”.',
  '{key}: the text is missing.': '{key}: brakuje tekstu.',
  'Every deal needs one; write {required}': 'Każda szansa go potrzebuje; napisz {required}',
  'important: {text} is no reason.': 'important: {text} nie jest powodem.',
  'custom: {kind} stands where a map belongs.': 'custom: {kind} stoi tam, gdzie powinna być mapa.',
  'Write custom: {example}': 'Napisz custom: {example}',
  "The file's name is the deal's id, and \"{id}\" can't be one.":
    'Nazwa pliku to id szansy, a „{id}” nim być nie może.',
  'Rename the file: {better}.yaml': 'Zmień nazwę pliku: {better}.yaml',
  'The file holds {kind}, not the keys of a deal.': 'W pliku jest {kind}, a nie klucze szansy.',
  '{key}: {kind} stands where an amount belongs.': '{key}: {kind} stoi tam, gdzie powinna być kwota.',
  '{key}: {kind} stands where a day belongs.': '{key}: {kind} stoi tam, gdzie powinien być dzień.',
  '{key}: {kind} stands where a text belongs.': '{key}: {kind} stoi tam, gdzie powinien być tekst.',
  '{key}: an item is empty.': '{key}: jeden element jest pusty.',
  '{key}: {kind} stands where a list belongs.': '{key}: {kind} stoi tam, gdzie powinna być lista.',
  'Write {key}: {example}': 'Napisz {key}: {example}',
  'a text': 'tekst',
  'a list': 'lista',
  'a map': 'mapa',
  '{key}: {what}.': '{key}: {what}.',
  'Write {example}': 'Napisz {example}',
  '{key}: {lacking} is missing here.': '{key}: brakuje tu {lacking}.',
  '{key}: "{key_2}" is not one of its keys.': '{key}: „{key_2}” nie jest jego kluczem.',
  'Quote the text: {quoted}': 'Weź tekst w cudzysłów: {quoted}',
  'The file is not UTF-8.': 'Plik nie jest w UTF-8.',
  'A # with a space before it begins a comment: quote the text that has it.':
    'Znak # ze spacją przed nim zaczyna komentarz: weź tekst, który go ma, w cudzysłów.',
  'Close it where the value ends; quote a text that has one in it.':
    'Zamknij to tam, gdzie kończy się wartość; tekst, który ma to w środku, weź w cudzysłów.',
  'Keep what belongs to it, and move the rest to a file elsewhere.':
    'Zostaw to, co do niej należy, a resztę przenieś do pliku gdzie indziej.',
  'amount: not a number.': 'amount: to nie jest liczba.',
  'next_step: what is to be done is missing.': 'next_step: brakuje tego, co jest do zrobienia.',
  'Say what, not only by when.': 'Powiedz co, a nie tylko do kiedy.',
  'Set another one.': 'Ustaw inną.',
  'This is no YAML.': 'To nie jest YAML.',
  'Quote the text.': 'Weź tekst w cudzysłów.',
  'The file holds several documents.': 'W pliku jest kilka dokumentów.',
  'Keep one, and take out the line "---" or "..." that begins another.':
    'Zostaw jeden i usuń wiersz „---” albo „...”, od którego zaczyna się następny.',
  'A list or a map is used as a key.': 'Lista lub mapa jest użyta jako klucz.',
  'Anchors (&name) are not read.': 'Kotwice (&name) nie są czytane.',
  'Write the value out; quote a text that begins with &.':
    'Wypisz wartość; tekst, który zaczyna się od &, weź w cudzysłów.',
  'Aliases (*name) are not read.': 'Aliasy (*name) nie są czytane.',
  'Write the value out; quote a text that begins with *.':
    'Wypisz wartość; tekst, który zaczyna się od *, weź w cudzysłów.',
  'Tags (!name) are not read.': 'Znaczniki (!name) nie są czytane.',
  'Take it out; quote a text that begins with an exclamation mark.':
    'Usuń go; tekst, który zaczyna się od wykrzyknika, weź w cudzysłów.',
  'Directives (%YAML, %TAG) are not read.': 'Dyrektywy (%YAML, %TAG) nie są czytane.',
  'Take the line out: YAML 1.2 is what is read.': 'Usuń ten wiersz: czytany jest YAML 1.2.',
  'A key written with "? " is not read.': 'Klucz zapisany z „? ” nie jest czytany.',
  'Write KEY: VALUE; quote a text that begins with a question mark.':
    'Napisz KEY: VALUE; tekst, który zaczyna się od znaku zapytania, weź w cudzysłów.',
  'Flatten it; quote a text that has many brackets.':
    'Spłaszcz to; tekst z wieloma nawiasami weź w cudzysłów.',
  'Put it under custom: to filter by it and show it.':
    'Umieść go pod custom:, aby po nim filtrować i go pokazywać.',
  'Leave the key out; where a deal is important, write why.':
    'Pomiń ten klucz; jeśli szansa jest ważna, napisz dlaczego.',
  'Write it, or take it out.': 'Wpisz go albo usuń.',
  'A key is missing before the colon.': 'Przed dwukropkiem brakuje klucza.',
  'Write KEY: VALUE; quote a text that has a colon.':
    'Napisz KEY: VALUE; tekst z dwukropkiem weź w cudzysłów.',
  'Keep the one that is right.': 'Zostaw ten właściwy.',
  'Is it mistyped? Sums of larger amounts are not exact.':
    'Czy to literówka? Sumy większych kwot nie są dokładne.',
  'Name it with a-z, 0-9 and hyphens, at most 80, and no word that Windows keeps (con, nul, …).':
    'Nazwij go za pomocą a-z, 0-9 i łączników, najwyżej 80 znaków, i nie słowem zastrzeżonym w Windows (con, nul, …).',
  'The file is empty.': 'Plik jest pusty.',
  'Write at least two lines: name: … and stage: …': 'Napisz co najmniej dwa wiersze: name: … oraz stage: …',
  'Write the three capitals of ISO 4217, like PLN or EUR; leave the key out for the currency of the workspace.':
    'Napisz trzy wielkie litery z ISO 4217, na przykład PLN lub EUR; dla waluty przestrzeni roboczej pomiń ten klucz.',
  'The line below is indented as if it belonged to this value.':
    'Wiersz poniżej jest wcięty tak, jakby należał do tej wartości.',
  'A colon is missing behind the key.': 'Po kluczu brakuje dwukropka.',
  'A comma has nothing before it.': 'Przed przecinkiem nic nie ma.',
  'Take it out, or quote the text that has commas.':
    'Usuń go albo weź w cudzysłów tekst, który ma przecinki.',
  'A comma is missing between two values.': 'Między dwiema wartościami brakuje przecinka.',
  'A space is missing behind the colon.': 'Po dwukropku brakuje spacji.',
  'Write KEY: VALUE.': 'Napisz KEY: VALUE.',
  'A space is missing before the #.': 'Przed # brakuje spacji.',
  'Put one before a comment; quote a text that has a #.':
    'Wstaw ją przed komentarzem; tekst ze znakiem # weź w cudzysłów.',
  'The value has ended before this.': 'Wartość skończyła się wcześniej.',
  'A colon with a space behind it makes a map of the text.': 'Dwukropek ze spacją za nim robi z tekstu mapę.',
  'A colon makes a map of the text: quotes, or a comma before the key, are missing.':
    'Dwukropek robi z tekstu mapę: brakuje cudzysłowu albo przecinka przed kluczem.',
  'A colon is missing behind the key, or the line is not indented like the one before.':
    'Po kluczu brakuje dwukropka albo wiersz nie jest wcięty tak jak poprzedni.',
  'A backslash in double quotes begins an escape that there is not.':
    'Ukośnik wsteczny w cudzysłowie zaczyna sekwencję, której nie ma.',
  'Write \\\\ for a backslash, or use single quotes.':
    'Napisz \\\\ zamiast ukośnika wstecznego albo użyj apostrofów.',
  'A tab indents the line.': 'Wiersz jest wcięty tabulatorem.',
  'Indent with spaces.': 'Wcinaj spacjami.',
  'The key is longer than 1024 characters.': 'Klucz ma więcej niż 1024 znaki.',
  'Is a line end missing?': 'Czy brakuje końca wiersza?',
  'A text with this sign at its beginning must be in quotes.':
    'Tekst, który zaczyna się od tego znaku, musi być w cudzysłowie.',
  'A line ends in a carriage return alone.': 'Wiersz kończy się samym powrotem karetki.',
  'Save the file with line ends LF or CRLF.': 'Zapisz plik z końcami wierszy LF albo CRLF.',
  'Delete it, or write a space.': 'Usuń go albo wstaw spację.',
} as const;
