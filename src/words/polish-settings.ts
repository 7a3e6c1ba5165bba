// Polish of what is wrong with pipeline.yaml, and with the other files that a person writes.

export const SETTINGS = {
  'Write {word}.': 'Napisz {word}.',
  'Write digits with a point for the decimals, like 4.25: no separators, no exponent, no sign.':
    'Napisz cyfry z kropką przed częścią dziesiętną, na przykład 4.25: bez znaków grupujących, bez wykładnika, bez znaku liczby.',
  'Write daily, weekly, monthly, quarterly, 10 days, 2 weeks or 3 months, with "on monday" where wanted.':
    'Napisz daily, weekly, monthly, quarterly, 10 days, 2 weeks albo 3 months, w razie potrzeby z „on monday”.',
  'pipeline init in an empty folder shows what stands here.':
    'Co tu powinno stać, pokazuje pipeline init w pustym folderze.',
  'The file has format {format}; this program reads format {known}.':
    'Plik ma format {format}; ten program czyta format {known}.',
  'The file is of format {format}; this version reads {known}.':
    'Plik ma format {format}; ta wersja czyta {known}.',
  'Install pipeline {format}.0 or newer: a format is numbered as the version that brings it.':
    'Zainstaluj pipeline {format}.0 lub nowszy: format ma numer wersji, która go wprowadza.',
  '{more} more problems are not shown.': 'Dalszych błędów, których nie pokazano: {more}.',
  'It belongs under {places}.': 'Jego miejsce jest pod {places}.',
  'warn_after ({warnAfter}) is more than error_after ({errorAfter}).':
    'warn_after ({warnAfter}) jest większe niż error_after ({errorAfter}).',
  'Version {text} is not before the present one, {present}.':
    'Wersja {text} nie jest wcześniejsza niż obecna, {present}.',
  'Version {version} holds since {since}, version {before} since {before_since}.':
    'Wersja {version} obowiązuje od {since}, a wersja {before} od {before_since}.',
  '{rule} is about the workspace: no group differs.':
    '{rule} dotyczy przestrzeni roboczej: grupy się tu nie różnią.',
  '{rule} is about the workspace: no stage differs.':
    '{rule} dotyczy przestrzeni roboczej: etapy się tu nie różnią.',
  'The quarter {quarter} has not begun yet.': 'Kwartał {quarter} jeszcze się nie zaczął.',
  'There is a call of {on} for the same deals in {period} already.':
    'Ocena z {on} dla tych samych szans w {period} już jest.',
  'Put the file itself there, or move it out of the folder.':
    'Umieść tam sam plik albo przenieś go poza folder.',
  'Put the deals themselves here.': 'Umieść tu same szanse.',
  "A deal's file ends in {ending}, not in {other}.": 'Plik szansy kończy się na {ending}, a nie na {other}.',
  'Rename it: {name}': 'Zmień nazwę: {name}',
  'has a name that is not UTF-8 text': 'ma nazwę, która nie jest tekstem UTF-8',
  '{label} {must_be}, {instead}.': '{label} {must_be}, {instead}.',
  '{key}: {meaning}.': '{key}: {meaning}.',
  'An item of {list}': 'Element {list}',
  'The file': 'Plik',
  'what is read here is in schema/pipeline.json': 'co się tu czyta, jest w schema/pipeline.json',
  'Unknown key {key} in {where}.': 'Nieznany klucz {key} w {where}.',
  'the top level': 'najwyższym poziomem',
  'not {text}': 'a nie {text}',
  'not a list': 'a nie listą',
  'not a map': 'a nie mapą',
  'not empty': 'a nie być puste',
  'must be a map of keys': 'musi być mapą kluczy',
  'must be a list': 'musi być listą',
  'must be {words}': 'musi być jednym z: {words}',
  'must be text of at most {most} characters': 'musi być tekstem o najwyżej {most} znakach',
  'must be an id: small letters, digits and hyphens': 'musi być id: małe litery, cyfry i łączniki',
  'must be a name that is no word of the program itself':
    'musi być nazwą, która nie jest słowem samego programu',
  'must be a whole number, {least} or more': 'musi być liczbą całkowitą, {least} lub więcej',
  'must be a whole number of days, {least} or more': 'musi być całkowitą liczbą dni, {least} lub więcej',
  'must be a whole number of days, or p75': 'musi być całkowitą liczbą dni albo p75',
  'must be true or false': 'musi być true albo false',
  'must be a month, 1 to 12': 'musi być miesiącem, od 1 do 12',
  'must be a share between 0% and 100%': 'musi być udziałem od 0% do 100%',
  'must be a day that exists': 'musi być istniejącym dniem',
  'must be a plain decimal above 0': 'musi być zwykłą liczbą dziesiętną większą od 0',
  'must be a field of deals, or custom.KEY': 'musi być polem szans albo custom.KEY',
  'must be custom.KEY': 'musi mieć postać custom.KEY',
  'must be the key of a custom field alone': 'musi być samym kluczem własnego pola',
  'must be a currency code of three capitals': 'musi być kodem waluty z trzech wielkich liter',
  'must be a locale': 'musi być językiem (locale)',
  'must be a time zone': 'musi być strefą czasową',
  'must be a rhythm': 'musi być rytmem',
  'must be a period': 'musi być okresem',
  // Two deals that may be one
  'same account': 'ten sam klient',
  'same name': 'ta sama nazwa',
  'near-same name': 'prawie ta sama nazwa',
  'same name, of a kind that many have': 'ta sama nazwa, ale taka, jaką ma wiele szans',
  'near-same amount': 'prawie ta sama kwota',
  'created on the same day': 'utworzone tego samego dnia',
  'same owner': 'ten sam opiekun',
  "{id} can't be merged with itself.": 'Nie da się scalić {id} z nią samą.',
  '{one} and {other}: one deal of the two would change what was won or lost.':
    '{one}, a {other}: jedna szansa z obu zmieniłaby to, co zrealizowano i co wypadło.',
  '{id} is open': '{id} jest otwarta',
  '{id} is won': '{id} jest zrealizowana',
  '{id} is lost': '{id} wypadła',
  'record {record} ({id})': 'rekord {record} ({id})',
  '{crm} is where the deals are kept: {records}.': 'Szanse prowadzi się w {crm}: {records}.',
  // What a rule says
  'Write why, in lost_reason.': 'Napisz dlaczego, w lost_reason.',
  'Lost without a reason.': 'Wypadła bez powodu.',
  'Revive it, close it or keep it with a waiver: pipeline clean --dry-run':
    'Wznów ją, zamknij albo zachowaj z odroczeniem: pipeline clean --dry-run',
  'There is no plan target.': 'Nie ma celu planu.',
  'no entry of their stage on record': 'nie zapisano ich wejścia w etap',
  'The deal has no stage.': 'Szansa nie ma etapu.',
} as const;
