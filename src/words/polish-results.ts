// Polish of the page of results.

export const RESULTS = {
  'No deal on record is won or lost, so there is nothing to say of results: an export of open deals alone has none. Export the closed ones as well.':
    'Żadna zapisana szansa nie jest zrealizowana ani wypadła, więc o wynikach nie ma co powiedzieć: eksport samych otwartych szans ich nie ma. Wyeksportuj także zamknięte.',
  'Why won value changed is not told: in one of the two periods nothing was won.':
    'Nie wiadomo, dlaczego zmieniła się zrealizowana wartość: w jednym z dwóch okresów niczego nie zrealizowano.',
  'in all': 'razem',
  'within chance: {points} points ({low} to {high})':
    'może to przypadek: {points} pkt proc. (od {low} do {high})',
  '{points} points ({low} to {high})': '{points} pkt proc. (od {low} do {high})',
  'Changed since {snapshot}, the first snapshot after it: nothing.':
    'Zmiany od {snapshot}, pierwszej migawki po okresie: brak.',
  'Changed since {snapshot}, the first snapshot after {period}: {deals, plural, one {# deal} other {# deals}}':
    'Zmiany od {snapshot}, pierwszej migawki po {period}: {deals, plural, one {# szansa} few {# szanse} other {# szans}}',
  'won, written down late': 'zrealizowana, zapisana z opóźnieniem',
  'lost, written down late': 'wypadła, zapisana z opóźnieniem',
  'close date moved into it': 'data zamknięcia przeniesiona do okresu',
  'close date moved out of it': 'data zamknięcia przeniesiona poza okres',
  gone: 'zniknęła',
  'another outcome': 'inny wynik',
  'another amount': 'inna kwota',
  "Intervals hold in 9 of 10 cases: that of the win rate is Wilson's, that of amounts a bootstrap of seed {seed}.":
    'Przedziały są trafne w 9 na 10 przypadków: efektywności zamykania według Wilsona, kwot z bootstrapu o ziarnie {seed}.',
  "Intervals hold in 9 of 10 cases: that of the win rate is Wilson's, that of amounts a bootstrap of seed {seed}, that of two rates' difference Newcombe's.":
    'Przedziały są trafne w 9 na 10 przypadków: efektywności zamykania według Wilsona, kwot z bootstrapu o ziarnie {seed}, różnicy dwóch efektywności według Newcombe’a.',
  'EZ, TP, KK: our reading of the method; their words stand in pipeline.yaml under labels.':
    'EZ, TP, KK: nasze odczytanie metody; ich nazwy są w pipeline.yaml pod labels.',
  'The last period in which deals were closed': 'Ostatni okres, w którym zamknięto szanse',
  'Beside another period': 'Obok innego okresu',
  '{period} is not compared with itself.': '{period} nie porównuje się z sobą samym.',
  'Results {period}': 'Wyniki {period}',
  '{results} so far': '{results} dotąd',
  '{results}, not begun yet': '{results}, jeszcze nierozpoczęte',
  'No deal was lost in {period}.': 'W {period} nie wypadła żadna szansa.',
  '{results}, beside {period}': '{results}, obok {period}',
  'The first closing on record is of {day}, after {period}: of it nothing is known.':
    'Pierwsze zapisane zamknięcie jest z {day}, po {period}: o tym okresie nic nie wiadomo.',
  'The first closing on record is of {day}: what closed in {period} before that is not in it.':
    'Pierwsze zapisane zamknięcie jest z {day}: co w {period} zamknęło się wcześniej, nie jest wliczone.',
  'EZ  {label}, by count': 'EZ  {label}, według liczby',
  'by value': 'według wartości',
  'no lost value known': 'wartości wypadłych nieznane',
  'TP  {label}, median days': 'TP  {label}, mediana dni',
  'KK  {label}, mean': 'KK  {label}, średnia',
  median: 'mediana',
  '90 % interval of the mean': 'przedział 90 % średniej',
  'too few': 'za mało',
  "MP  {label}, at the period's start": 'MP  {label}, na początku okresu',
  'Sales velocity, a day': 'Szybkość sprzedaży, na dzień',
  'not on record': 'niezapisane',
  'Wins count at the rate of the day of closing; at the rates of today: {difference}.':
    'Zrealizowane liczą się po kursie z dnia zamknięcia; po dzisiejszych kursach: {difference}.',
  '{wins, plural, one {# win} other {# wins}} in {currencies} without a rate on the day of closing: in the counts alone.':
    '{wins, plural, one {# zrealizowana} few {# zrealizowane} other {# zrealizowanych}} w {currencies} bez kursu z dnia zamknięcia: tylko w liczbach szans.',
  '{wins, plural, one {# win} other {# wins}} without a value: in the counts alone.':
    '{wins, plural, one {# zrealizowana} few {# zrealizowane} other {# zrealizowanych}} bez wartości: tylko w liczbach szans.',
  'plan multiplier': 'mnożnik planu',
  'length of the sales cycle': 'czas trwania procesu',
  'win rate': 'efektywność zamykania',
  'average won amount': 'średnia kwota zrealizowanej',
  'EZ, {label}': 'EZ, {label}',
} as const;
