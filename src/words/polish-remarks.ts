// Polish of what there is to know beside a new workspace, a decision, a made snapshot, and the answers of a review.

export const REMARKS = {
  // A new workspace
  'Made the demo workspace: a company with four sellers, and 13 weekly snapshots of its deals.':
    'Utworzono przykładową przestrzeń roboczą: firma z czterema sprzedawcami i 13 cotygodniowych migawek jej szans.',
  '→ pipeline diff shows what happened since last week':
    '→ pipeline diff pokazuje, co się stało od zeszłego tygodnia',
  '→ cd {folder}, then pipeline diff shows what happened since last week':
    '→ cd {folder}, potem pipeline diff pokazuje, co się stało od zeszłego tygodnia',
  'Made the workspace {name}:': 'Utworzono przestrzeń roboczą {name}:',
  '  stages {stages}': '  etapy {stages}',
  '  {currency}, {locale}, {timeZone}: change what is wrong in pipeline.yaml':
    '  {currency}, {locale}, {timeZone}: co się nie zgadza, zmień w pipeline.yaml',
  "→ pipeline{at} import EXPORT.csv takes in a CRM's export;":
    '→ pipeline{at} import EXPORT.csv przejmuje eksport z CRM;',
  '  pipeline add "ERP rollout" writes down a deal, a file in deals/ (schema/deal.json)':
    '  pipeline add "ERP rollout" zapisuje szansę, plik w deals/ (schema/deal.json)',
  '→ pipeline{at} week EXPORT.csv imports, snapshots and compares, each week':
    '→ pipeline{at} week EXPORT.csv co tydzień importuje, robi migawkę i porównuje',
  // A decision
  'trial on {day}': 'próba od {day}',
  '{decided} until {day}': '{decided} do {day}',
  'It takes the place of “{was}”, which stays in the entry under earlier.':
    'Zastępuje „{was}”; poprzednia decyzja zostaje we wpisie pod earlier.',
  'It said “{was}” before, which is not kept: pipeline undo brings it back.':
    'Przedtem było „{was}”; to nie zostaje, przywraca je pipeline undo.',
  'It has no end, so nothing will remind you of it: --until DAY':
    'Nie ma końca, więc nic o niej nie przypomni: --until DAY',
  'It has no measure, so that only opinions will tell: --metric slip-rate':
    'Nie ma miary, więc rozstrzygną same opinie: --metric slip-rate',
  // A snapshot that was made later
  'Nobody took this snapshot that day: it was made on {day} ({origin}) and shows what the export of that day has.':
    'Tego dnia nikt nie zrobił migawki: powstała {day} ({origin}) i pokazuje to, co ma eksport z tego dnia.',
  'Nobody took this snapshot that day: it was made on {day} ({origin}) and shows the start of the day.':
    'Tego dnia nikt nie zrobił migawki: powstała {day} ({origin}) i pokazuje początek dnia.',
  '{deals, plural, one {# deal could not be placed in time and is} other {# deals could not be placed in time and are}} left out.':
    '{deals, plural, one {Pominięto # szansę, której} few {Pominięto # szanse, których} other {Pominięto # szans, których}} nie da się umieścić w czasie.',
  'As on {day}, because nothing tells what they were: {columns}.':
    'Jak {day}, bo nic nie mówi, jakie były: {columns}.',
  '{rows, plural, one {# row of {file} could not be imported and stands} other {# rows of {file} could not be imported and stand}} in {rejected}; the deals behind are as they were, or not here.':
    '{rows, plural, one {Nie dało się zaimportować # wiersza z {file}} other {Nie dało się zaimportować # wierszy z {file}}}, zob. {rejected}; ich szanse są takie jak przedtem albo ich tu nie ma.',
  // The answers of a review
  "{id}: {key} has changed since, to nothing; the sheet's {given} changes nothing":
    '{id}: {key} od tego czasu usunięto; {given} z arkusza niczego nie zmienia',
  "{id}: {key} has changed since, to {is}; the sheet's {given} changes nothing":
    '{id}: {key} od tego czasu zmieniono na {is}; {given} z arkusza niczego nie zmienia',
  '{id}: {key} was applied and is empty now; the deal keeps it: {command}':
    '{id}: {key} zastosowano, a teraz jest puste; szansa to zachowuje: {command}',
  '“{text}” is no longer in the sheet, and stays promised: {command}':
    '„{text}” nie ma już w arkuszu, ale obietnica zostaje: {command}',
  '{key} empty': '{key} puste',
  '{key} “{stands}”': '{key} „{stands}”',
  '“{text}” stays as it was promised before, with {stands}: change it in {place}':
    '„{text}” zostaje tak, jak obiecano przedtem, {stands}: zmień to w {place}',
  '“{text}” stays as it was said before, with {stands}: change it in {place}':
    '„{text}” zostaje tak, jak powiedziano przedtem, {stands}: zmień to w {place}',
  '“{text}” is no longer in the sheet, and stays said in {place}':
    '„{text}” nie ma już w arkuszu, ale wypowiedź zostaje w {place}',
  'Drawn, and without a block by now: {ids}.': 'Wylosowane, a teraz bez bloku: {ids}.',
} as const;
