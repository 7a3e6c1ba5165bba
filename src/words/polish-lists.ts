// Polish of the pages of status and of lists.

export const LISTS = {
  'There are no deals yet.': 'Nie ma jeszcze szans.',
  'Write one into deals/, or bring in an export': 'Zapisać jedną w deals/ albo wczytać eksport',
  'as the snapshot of that day has it': 'tak, jak mówi migawka z tego dnia',
  'no snapshot yet': 'nie ma jeszcze migawki',
  yesterday: 'wczoraj',
  'last snapshot {day}': 'ostatnia migawka {day}',
  'slipped {deals, plural, one {# deal} other {# deals}}':
    '{deals, plural, one {# szansa przesunięta} few {# szanse przesunięte} other {# szans przesuniętych}}',
  'pulled in {deals, plural, one {# deal} other {# deals}}':
    '{deals, plural, one {# szansa przyspieszona} few {# szanse przyspieszone} other {# szans przyspieszonych}}',
  'no value moved': 'wartość bez zmian',
  'not judged': 'bez oceny',
  '{share} of value': '{share} wartości',
  'Open value, {weeks, plural, one {# week} other {# weeks}}':
    'Otwarta wartość, {weeks, plural, one {# tydzień} few {# tygodnie} other {# tygodni}}',
  'Recorded from stage 1': 'Zapisane od etapu 1',
  '{deals, plural, one {# deal} other {# deals}} with findings':
    '{deals, plural, one {# szansa} few {# szanse} other {# szans}} z uwagami',
  '{deals, plural, one {# deal} other {# deals}} not fresh':
    '{deals, plural, one {# szansa nieaktualna} few {# szanse nieaktualne} other {# szans nieaktualnych}}',
  'The deals one by one': 'Szanse po kolei',
  '{some} of {open} open deals': '{some} z {open} otwartych szans',
  'Open pipeline, {currency}': 'Otwarty lejek, {currency}',
  '{others} more with another outcome': 'z innym wynikiem: {others}',
  'The amounts are too large to be added up exactly: look for a mistyped one.':
    'Kwoty są za duże, żeby je dokładnie zsumować: poszukać źle wpisanej.',
  '{deals, plural, other {#}} without an amount.': '{deals, plural, other {#}} bez kwoty.',
  'No deal can be listed.': 'Nie da się pokazać żadnej szansy.',
  'No deal can be listed on {day}.': 'Nie da się pokazać żadnej szansy z {day}.',
  'What is wrong with them': 'Co jest z nimi nie tak',
  'There are no deals on {day}.': 'Na {day} nie ma szans.',
  'No {kind} to list.': 'Nic do pokazania: {kind}.',
  'No {kind} on {day} to list.': 'Nic do pokazania z {day}: {kind}.',
  '{others, plural, one {# with another outcome meets} other {# with another outcome meet}} what was asked':
    '{others, plural, one {# szansa z innym wynikiem spełnia} few {# szanse z innym wynikiem spełniają} other {# szans z innym wynikiem spełnia}} warunki',
  'None of {all} meets what was asked': 'Warunków nie spełnia żadna z {all}',
  'Sum of {count}': 'Suma {count}',
  '{deals} on {day}': '{deals}, stan na {day}',
  deals: 'szanse',
  'won deals': 'zrealizowane szanse',
  'lost deals': 'wypadłe szanse',
  'open and won deals': 'otwarte i zrealizowane szanse',
  'open and lost deals': 'otwarte i wypadłe szanse',
  'closed deals': 'zamknięte szanse',
  '{deals, plural, one {# open deal} other {# open deals}}':
    '{deals, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}}',
  '{deals, plural, one {# won deal} other {# won deals}}':
    '{deals, plural, one {# zrealizowana szansa} few {# zrealizowane szanse} other {# zrealizowanych szans}}',
  '{deals, plural, one {# lost deal} other {# lost deals}}':
    '{deals, plural, one {# wypadła szansa} few {# wypadłe szanse} other {# wypadłych szans}}',
  '{deals, plural, one {# open and won deal} other {# open and won deals}}':
    '{deals, plural, one {# otwarta lub zrealizowana szansa} few {# otwarte i zrealizowane szanse} other {# otwartych i zrealizowanych szans}}',
  '{deals, plural, one {# open and lost deal} other {# open and lost deals}}':
    '{deals, plural, one {# otwarta lub wypadła szansa} few {# otwarte i wypadłe szanse} other {# otwartych i wypadłych szans}}',
  '{deals, plural, one {# closed deal} other {# closed deals}}':
    '{deals, plural, one {# zamknięta szansa} few {# zamknięte szanse} other {# zamkniętych szans}}',
  '{deals, plural, other {#}} more in the archive': '{deals, plural, other {w archiwum jeszcze #}}',
  '{deals, plural, other {#}} more open in the archive':
    '{deals, plural, other {w archiwum jeszcze # otwartych}}',
  '{deals, plural, other {#}} more won in the archive':
    '{deals, plural, other {w archiwum jeszcze # zrealizowanych}}',
  '{deals, plural, other {#}} more lost in the archive':
    '{deals, plural, other {w archiwum jeszcze # wypadłych}}',
  '{deals, plural, other {#}} more open and won in the archive':
    '{deals, plural, other {w archiwum jeszcze # otwartych i zrealizowanych}}',
  '{deals, plural, other {#}} more open and lost in the archive':
    '{deals, plural, other {w archiwum jeszcze # otwartych i wypadłych}}',
  '{deals, plural, other {#}} more closed in the archive':
    '{deals, plural, other {w archiwum jeszcze # zamkniętych}}',
  'There is no {field} "{word}".': '{field}: nie ma „{word}”.',
  'No deal has {field}.': '{field}: żadna szansa tego nie ma.',
  'There are: {words}.': 'Są: {words}.',
  '"{wanted}" is in {currency}.': '„{wanted}” jest w {currency}.',
  "amount is in each deal's own currency: --where 'amount >= {amount}' --where currency={currency}":
    "amount jest w walucie szansy: --where 'amount >= {amount}' --where currency={currency}",
  '{field} is a number, "{wanted}" is none.': '{field} to liczba, a „{wanted}” nią nie jest.',
  'Write it like {example}.': 'Napisz tak: {example}.',
} as const;
