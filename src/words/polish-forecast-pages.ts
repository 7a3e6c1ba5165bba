// Polish of the pages of forecasts.

export const FORECAST_PAGES = {
  'The forecast with its range': 'Prognoza z zakresem',
  'Target {target} reached in {reached} of {runs} runs':
    'Cel {target} osiągnięty w {reached} z {runs} przebiegów',
  'How it did before': 'Jak sprawdzała się wcześniej',
  'Make the past that it could learn from': 'Odtworzyć przeszłość, z której mogłaby się uczyć',
  'Forecast {period}': 'Prognoza {period}',
  'Forecast {period} by {way}': 'Prognoza {period}, sposób: {way}',
  'as of the snapshot of {day}': 'z migawki z {day}',
  'as of the export of {day}': 'z eksportu z {day}',
  'as of {day}': 'stan na {day}',
  '{deals}, as known then': '{deals}, według ówczesnej wiedzy',
  'won so far': 'zrealizowano dotąd',
  'from open deals': 'z otwartych szans',
  'not yet created': 'jeszcze nieutworzone',
  total: 'razem',
  target: 'cel',
  '{count, plural, one {# other} other {# others}}':
    '{count, plural, one {# inna} few {# inne} other {# innych}}',
  "by its stage's place": 'według miejsca etapu',
  'as configured': 'według ustawień',
  "by its stage's place, less by close date": 'według miejsca etapu, mniej przez termin',
  '{share} configured, less by close date': '{share} z ustawień, mniej przez termin',
  'none like it': 'brak podobnych',
  '{won} of {of} like it': '{won} z {of} podobnych',
  'Won so far, and of each open deal that is due the probability of its stage × amount. It has no range.':
    'Dotąd zrealizowane, a z każdej otwartej szansy z terminem w okresie: prawdopodobieństwo jej etapu × kwota. Nie ma zakresu.',
  'The mean of all complete periods on record, whatever is won or open now. It has no range.':
    'Średnia wszystkich pełnych zapisanych okresów, bez względu na to, co jest teraz zrealizowane lub otwarte. Nie ma zakresu.',
  'The mean of the last four complete periods, whatever is won or open now. It has no range.':
    'Średnia czterech ostatnich pełnych okresów, bez względu na to, co jest teraz zrealizowane lub otwarte. Nie ma zakresu.',
  'What people called last, for the same deals. It has no range.':
    'To, co ludzie powiedzieli ostatnio o tych samych szansach. Nie ma zakresu.',
  'this forecast, in the middle': 'ta prognoza, pośrodku',
  'That is less than what is won already.': 'To mniej, niż już zrealizowano.',
  '{period} is over: {won} won, {deals, plural, one {# deal} other {# deals}}.':
    'Okres {period} się skończył: zrealizowano {won}, {deals, plural, one {# szansa} few {# szanse} other {# szans}}.',
  'Target {target} reached.': 'Cel {target} osiągnięty.',
  'Target {target} missed.': 'Cel {target} nieosiągnięty.',
  'the start': 'początek',
  'one third': 'jedna trzecia',
  'two thirds': 'dwie trzecie',
  below: 'poniżej',
  above: 'powyżej',
  'within P10–P90': 'w P10–P90',
  'What it brought': 'Co przyniósł',
  'less than is won': 'mniej, niż zrealizowano',
  '{owners} owners together': 'opiekunowie razem ({owners})',
  'all deals': 'wszystkie szanse',
  'A call is all that the period will bring, and more is won than that one says: call again.':
    'Oczekiwanie obejmuje wszystko, co przyniesie okres, a zrealizowano już więcej, niż ono mówi: podać je na nowo.',
  'A call is all that the period will bring, and more is won than those say: call again.':
    'Oczekiwanie obejmuje wszystko, co przyniesie okres, a zrealizowano już więcej, niż te mówią: podać je na nowo.',
  'Due without one of these: {deals, plural, one {# deal} other {# deals}}, {value}, in no sum.':
    'Z terminem w okresie, lecz bez takiej kategorii: {deals, plural, one {# szansa} few {# szanse} other {# szans}}, {value}, poza sumami.',
  'No amount is known of {deals, plural, one {# due deal} other {# due deals}}.':
    '{deals, plural, one {# szansa z terminem w okresie nie ma} few {# szanse z terminem w okresie nie mają} other {# szans z terminem w okresie nie ma}} znanej kwoty.',
  'this forecast': 'ta prognoza',
  'Of {missing} of them the {way} says nothing: in the others this forecast is off by {error}.':
    'O {missing} z nich {way} nic nie mówi: w pozostałych ta prognoza myli się o {error}.',
  'stage-weighted': 'ważona etapami',
  'plain stage-weighted': 'zwykła ważona etapami',
  'average of past periods': 'średnia minionych okresów',
  'average of the last 4': 'średnia ostatnich 4',
  'what people said': 'co powiedzieli ludzie',
  'Left out, a second deal of one id: {names}.': 'Pominięto, bo druga szansa ma to samo id: {names}.',
  'Left out, no day is known: {names}.': 'Pominięto, bo nie znamy żadnego dnia: {names}.',
  'Left out, closed, nobody wrote when: {names}.':
    'Pominięto, bo zamknięta, a nikt nie zapisał kiedy: {names}.',
  'What has happened since that export is part of what is to come. A newer one → pipeline import FILE':
    'Co zaszło po tym eksporcie, liczy się do tego, co przed nami. Nowszy → pipeline import FILE',
  'Configured probabilities, no history: no stretch of {days, plural, one {# day} other {# days}}, as it is to the end of {period}, is on record to learn from. What is not created yet is not in it, and the range is a convention.':
    'Prawdopodobieństwa z ustawień, bez historii: nie ma zapisanego odcinka {days, plural, one {# dnia} other {# dni}}, jak do końca {period}, z którego można się uczyć. Tego, co jeszcze nieutworzone, w niej nie ma, a zakres jest umowny.',
  'Too far ahead: the history tells nothing of a period that begins in {ahead, plural, one {# day} other {# days}}, since no stretch of {days, plural, one {# day} other {# days}}, as it is to the end of {period}, is on record. What is not created yet would be most of it, so that there is no range.':
    'Za daleko: historia nic nie mówi o okresie, który zaczyna się za {ahead, plural, one {# dzień} few {# dni} other {# dni}}, bo nie ma zapisanego odcinka {days, plural, one {# dnia} other {# dni}}, jak do końca {period}. Większość tego, co przyniesie, nie jest jeszcze utworzona, więc zakresu nie ma.',
  'Chances of all deals: {deals, plural, one {# decided deal} other {# decided deals}} of its own and their periods are too few to learn from. What is not created yet is what it brought itself.':
    'Szanse realizacji liczone ze wszystkich: {deals, plural, one {# własna rozstrzygnięta szansa} few {# własne rozstrzygnięte szanse} other {# własnych rozstrzygniętych szans}} i ich okresy to za mało, żeby się uczyć. To, co jeszcze nieutworzone, liczone jest z własnej przeszłości.',
  'No stage from before the end is known of {deals} of {of, plural, one {# decided deal} other {# decided deals}}: chances differ by stage as configured, not as it happened.':
    'Z {of, plural, one {# rozstrzygniętej szansy} other {# rozstrzygniętych szans}} o {deals} nie wiadomo, w jakim etapie były przed zamknięciem: prawdopodobieństwa różnią się między etapami tak, jak ustawiono, a nie jak się stało.',
  'Range, little history: {periods, plural, one {# complete period} other {# complete periods}} and {windows, plural, one {# rolling window} other {# rolling windows}}.':
    'Zakres, mało historii: {periods, plural, one {# pełny okres} few {# pełne okresy} other {# pełnych okresów}} i {windows, plural, one {# okno kroczące} few {# okna kroczące} other {# okien kroczących}}.',
  "Without a probability in pipeline.yaml: {stages}. The stage's place in the process stands in.":
    'Bez prawdopodobieństwa w pipeline.yaml: {stages}. Zastępuje je miejsce etapu w procesie.',
  'So few do not show how much periods differ: the range is ±{least} of what is to come at least.':
    'Tak mało nie pokazuje, jak bardzo okresy się różnią: zakres to co najmniej ±{least} tego, co przed nami.',
  'Fewer than 3 complete periods do not show how much periods differ: the range is ±{least} of what is to come at least.':
    'Mniej niż 3 pełne okresy nie pokazują, jak bardzo okresy się różnią: zakres to co najmniej ±{least} tego, co przed nami.',
  'Adjusted to past accuracy: open and new × {factor}. Of a chance the odds: chance × value is then not what is expected.':
    'Skorygowano o trafność w przeszłości: otwarte i nowe × {factor}. W szansie realizacji mnożony jest stosunek szans realizacji do wypadnięcia, więc szansa × wartość to nie wartość oczekiwana.',
  'Width × {factor}, from {tried, plural, one {# past forecast} other {# past forecasts}}.':
    'Szerokość × {factor}, z {tried, plural, one {# minionej prognozy} other {# minionych prognoz}}.',
  '{snapshots, plural, one {# snapshot} other {# snapshots}} in another reporting currency left aside.':
    'Pominięto {snapshots, plural, one {# migawkę} few {# migawki} other {# migawek}} w innej walucie raportowania.',
  'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the list price (of {listed}) or the mean of earlier wins ({wins} on record) stands in.':
    'Nieznana kwota {deals, plural, one {# otwartej szansy} other {# otwartych szans}}: zastępuje ją cena z cennika (dla {listed}) lub średnia wcześniejszych zrealizowanych (w zapisie: {wins}).',
  'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the list price stands in.':
    'Nieznana kwota {deals, plural, one {# otwartej szansy} other {# otwartych szans}}: zastępuje ją cena z cennika.',
  'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the mean of earlier wins ({wins} on record) stands in.':
    'Nieznana kwota {deals, plural, one {# otwartej szansy} other {# otwartych szans}}: zastępuje ją średnia wcześniejszych zrealizowanych (w zapisie: {wins}).',
  '{deals, plural, one {# open deal has} other {# open deals have}} an amount, but no exchange rate: the mean of earlier wins ({wins} on record) stands in. Which rate is missing → pipeline check':
    '{deals, plural, one {# otwarta szansa ma} few {# otwarte szanse mają} other {# otwartych szans ma}} kwotę, ale nie ma kursu: zastępuje ją średnia wcześniejszych zrealizowanych (w zapisie: {wins}). Którego kursu brakuje → pipeline check',
  'Tried on the {runs, plural, one {period} other {# periods}} before, at the same point: {within} of {all} fell within P10–P90; error (WAPE) {errors}.':
    'Sprawdzono na {runs, plural, one {poprzednim okresie} other {# poprzednich okresach}}, w tym samym punkcie: w P10–P90 zmieściło się {within} z {all}; błąd (WAPE): {errors}.',
  'Tried on the {runs, plural, one {period} other {# periods}} before, at the same point: error (WAPE) of this forecast {errors}.':
    'Sprawdzono na {runs, plural, one {poprzednim okresie} other {# poprzednich okresach}}, w tym samym punkcie: błąd (WAPE) tej prognozy: {errors}.',
  'It was nearer to what came than this forecast.': 'Sprawdziła się lepiej niż ta prognoza.',
  '{runs, plural, one {On the same forecast} other {On the same # forecasts}}: {own} against {other}.':
    '{runs, plural, one {W tej samej prognozie} other {W tych samych # prognozach}}: {own} wobec {other}.',
  '{runs, plural, one {# is} other {# are}} few.': '{runs, plural, one {# to} other {# to}} mało.',
  'It does not beat the {way}: use that.': 'Prostszy sposób sprawdza się nie gorzej ({way}): użyć jego.',
  'It does not beat the {way}: use that, now {value}.':
    'Prostszy sposób sprawdza się nie gorzej ({way}): użyć jego, teraz {value}.',
  'The last 3 outcomes all lay above the range: the process has changed. A later forecast.history_since in pipeline.yaml leaves out what was before.':
    'Ostatnie 3 wyniki leżały powyżej zakresu: proces się zmienił. Późniejsze forecast.history_since w pipeline.yaml pomija to, co było wcześniej.',
  'The last 3 outcomes all lay below the range: the process has changed. A later forecast.history_since in pipeline.yaml leaves out what was before.':
    'Ostatnie 3 wyniki leżały poniżej zakresu: proces się zmienił. Późniejsze forecast.history_since w pipeline.yaml pomija to, co było wcześniej.',
} as const;
