// Polish of forecasts held against what happened, and of what people said would come.

export const BACKTEST = {
  Backtest: 'Sprawdzenie prognoz',
  '{periods, plural, one {# period} other {# periods}}, {forecasts, plural, one {# forecast} other {# forecasts}} of the past':
    '{periods, plural, one {# okres} few {# okresy} other {# okresów}}, {forecasts, plural, one {# dawna prognoza} few {# dawne prognozy} other {# dawnych prognoz}}',
  'Within P10–P90: {within} of {runs}, 80 % were meant, too few to judge.':
    'W P10–P90: {within} z {runs}, miało być 80 %, za mało, by ocenić.',
  'Within P10–P90: {within} of {runs} ({share}), 80 % were meant, too few to judge.':
    'W P10–P90: {within} z {runs} ({share}), miało być 80 %, za mało, by ocenić.',
  'Within P10–P90: {within} of {runs} ({share}), 80 % were meant.':
    'W P10–P90: {within} z {runs} ({share}), miało być 80 %.',
  'Chance against outcome: off by {off} on average; nothing was won or lost to judge by.':
    'Szansa realizacji a wynik: średnia różnica {off}; nic nie zrealizowano i nic nie wypadło, więc nie ma jak ocenić.',
  'Chance against outcome: off by {off} on average; Brier score {share} better than one chance for all.':
    'Szansa realizacji a wynik: średnia różnica {off}; wskaźnik Briera o {share} lepszy niż jedna szansa dla wszystkich.',
  'Chance against outcome: off by {off} on average; Brier score {share} worse than one chance for all.':
    'Szansa realizacji a wynik: średnia różnica {off}; wskaźnik Briera o {share} gorszy niż jedna szansa dla wszystkich.',
  '{of, plural, one {{chances} chance} other {{chances} chances}} of {count, plural, one {{deals} deal} other {{deals} deals}}: one in each forecast in which a deal was open.':
    '{of, plural, one {{chances} ocena} few {{chances} oceny} other {{chances} ocen}} szansy realizacji dla {count, plural, one {{deals} szansy} other {{deals} szans}}: po jednej w każdej prognozie, w której szansa była otwarta.',
  'It had the smallest error of all.': 'Miała najmniejszy błąd ze wszystkich.',
  '{periods, plural, one {# earlier period} other {# earlier periods}}: --format csv':
    '{periods, plural, one {# wcześniejszy okres} few {# wcześniejsze okresy} other {# wcześniejszych okresów}}: --format csv',
  'In the {forecasts, plural, one {# forecast} other {# forecasts}} with a call: people {people}, this forecast {own}.':
    'W {forecasts, plural, one {# prognozie} other {# prognozach}}, przy których ktoś coś zapowiedział: ludzie {people}, ta prognoza {own}.',
  // By group
  'Backtest by owner': 'Sprawdzenie prognoz według opiekunów',
  'Backtest by {what}': 'Sprawdzenie prognoz, podział: {what}',
  segment: 'segment',
  source: 'źródło',
  '{periods, plural, one {# period} other {# periods}}, each owner by itself':
    '{periods, plural, one {# okres} few {# okresy} other {# okresów}}, każdy opiekun osobno',
  '{periods, plural, one {# period} other {# periods}}, each {what} by itself':
    '{periods, plural, one {# okres} few {# okresy} other {# okresów}}, każda grupa osobno ({what})',
  'Fewer than {few} forecasts say little of how often P10–P90 holds the outcome; 80 % are meant.':
    'Mniej niż {few} prognoz mówi niewiele o tym, jak często wynik mieści się w P10–P90; ma być 80 %.',
  'Percentiles of parts do not add up to that of the whole.':
    'Percentyle części nie sumują się do percentyla całości.',
  'The last 3 outcomes all lay outside, on one side: {names}.':
    'Ostatnie 3 wyniki wypadły poza zakresem, po jednej stronie: {names}.',
  'No complete week on record to try: {names}.': 'Brak pełnego tygodnia do sprawdzenia: {names}.',
  'No complete month on record to try: {names}.': 'Brak pełnego miesiąca do sprawdzenia: {names}.',
  'No complete quarter on record to try: {names}.': 'Brak pełnego kwartału do sprawdzenia: {names}.',
  'No complete year on record to try: {names}.': 'Brak pełnego roku do sprawdzenia: {names}.',
  // What people say
  'No calls yet': 'Nie ma jeszcze zapowiedzi',
  '{calls, plural, one {# weekly call} other {# weekly calls}}':
    '{calls, plural, one {# cotygodniowa zapowiedź} few {# cotygodniowe zapowiedzi} other {# cotygodniowych zapowiedzi}}',
  'Say what you expect': 'Zapowiedz, czego się spodziewasz',
  Called: 'Zapowiedziano',
  'Called again': 'Zapowiedziano ponownie',
  '"{typed}" was read so.': 'Tak odczytano „{typed}”.',
  'Takes the place of {amount} of {day}, the call of the same week.':
    'Zastępuje {amount} z {day}, zapowiedź z tego samego tygodnia.',
  'It is all that the period will bring, with what is won already.':
    'To wszystko, co przyniesie okres, razem z tym, co już zrealizowano.',
  'What the forecast says': 'Co mówi prognoza',
} as const;
