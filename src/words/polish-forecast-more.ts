// Polish of the pages of forecast calibrate, drivers and of groups.

export const FORECAST_MORE = {
  'Too few decided deals to propose anything ({fewest} are needed): {stages}.':
    'Za mało rozstrzygniętych szans, żeby coś zaproponować (potrzeba {fewest}): {stages}.',
  'Open deals decide: what is configured lies outside of the interval, and could still fit once they have ended. Deals that end late are lost more often.':
    'Zdecydują otwarte szanse: ustawiona wartość leży poza przedziałem, lecz może się jeszcze zgodzić, gdy się skończą. Szanse, które kończą się późno, częściej wypadają.',
  '{deals, plural, one {# decided deal} other {# decided deals}} without a stage on record: in no rate.':
    '{deals, plural, one {# rozstrzygnięta szansa} few {# rozstrzygnięte szanse} other {# rozstrzygniętych szans}} bez zapisanego etapu: poza udziałami.',
  'deals closed in {period}': 'szanse zamknięte w {period}',
  'No probability needs another value': 'Żadne prawdopodobieństwo nie wymaga zmiany',
  '{stages, plural, one {# stage} other {# stages}} changed in pipeline.yaml':
    '{stages, plural, one {Zmieniono # etap} few {Zmieniono # etapy} other {Zmieniono # etapów}} w pipeline.yaml',
  '{stages, plural, one {# probability does} other {# probabilities do}} not fit what happened':
    '{stages, plural, one {# prawdopodobieństwo nie zgadza się} few {# prawdopodobieństwa nie zgadzają się} other {# prawdopodobieństw nie zgadza się}} z tym, co zaszło',
  'none, so {share}': 'brak, więc {share}',
  'too few: {decided}': 'za mało: {decided}',
  'open deals decide': 'zdecydują otwarte szanse',
  fits: 'zgodne',
  'Write it down': 'Zapisać to',
  'To take it back': 'Cofnąć to',
  'How the forecast did before': 'Jak prognoza sprawdzała się wcześniej',
  'by {group}': 'według: {group}',
  'Each is forecast by itself: percentiles of parts do not add up to those of the whole.':
    'Każda grupa prognozowana jest osobno: percentyle części nie sumują się do percentyli całości.',
  'All deals: fewer than {decided} decided deals or {periods} complete periods of their own. Each deal has then the chance of such deals of all, what is not created yet is what the {group} brought itself, and the range is wide, since nobody knows how much it differs.':
    'Wszystkie szanse: mniej niż {decided} własnych rozstrzygniętych szans lub {periods} pełnych okresów. Każda szansa ma wtedy szansę realizacji takich szans wśród wszystkich, to, co jeszcze nieutworzone, liczone jest z własnej przeszłości grupy ({group}), a zakres jest szeroki, bo nikt nie wie, jak bardzo się ona różni.',
  'More about {owner}': 'Więcej: {owner}',
  'All deals together': 'Wszystkie szanse razem',
  'little history': 'mało historii',
  'configured chances': 'szanse realizacji z ustawień',
  'all deals; {decided} decided': 'wszystkie szanse; rozstrzygnięte: {decided}',
  'won outside the period': 'zrealizowane poza okresem',
  'lost or gone': 'wypadłe lub usunięte',
  'slipped out': 'przesunięte poza okres',
  'amounts up': 'wyższe kwoty',
  'amounts down': 'niższe kwoty',
  'new or reopened': 'nowe lub otwarte ponownie',
  'stages moved': 'zmiany etapów',
  'age, days left, history': 'wiek, pozostałe dni, historia',
  'factors on all deals': 'mnożniki wszystkich szans',
  'won before, corrected': 'zrealizowane wcześniej, poprawione',
  '{forecast}: {change} since {day}': '{forecast}: {change} od {day}',
  'The bridge is of expected values, since percentiles do not add up: P50 went from {p50} to {p50_now}, P10–P90 from {p10} – {p90} to {p10_now} – {p90_now}.':
    'Most pokazuje wartości oczekiwane, bo percentyle się nie sumują: P50 z {p50} na {p50_now}, P10–P90 z {p10} – {p90} na {p10_now} – {p90_now}.',
  'The forecast of now': 'Obecna prognoza',
  'Behind "{bar}"': 'Za „{bar}”',
  '{forecast} since {day}': '{forecast} od {day}',
  'Every bar': 'Wszystkie słupki',
  'All about the largest': 'Wszystko o największej',
  'End of {day}': 'Koniec dnia {day}',
  Total: 'Razem',
  'Adds up: {before} + {up} − {down} = {after}': 'Sumuje się: {before} + {up} − {down} = {after}',
} as const;
