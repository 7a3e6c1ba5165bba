// Polish of what each rule is for: what it finds, why that matters, how it is put right.

export const RULES = {
  'Clean-up is overdue': 'Porządki są spóźnione',
  'The newest clean-up (cleanups/2026-Q4.md) is older than rhythm.clean allows. Before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`).':
    'Ostatnie porządki (cleanups/2026-Q4.md) są dawniej, niż pozwala rhythm.clean. Przed pierwszymi: tak dawno temu szanse były tu już zapisywane (documented_since, a bez niego pierwsze `recorded`).',
  'Finished and forgotten deals stand among those that somebody works on, and every list grows longer.':
    'Szanse zakończone i zapomniane stoją wśród tych, nad którymi ktoś pracuje, i każda lista się wydłuża.',
  'Look at what a clean-up proposes, decide, and carry it out.':
    'Zobacz, co proponują porządki, zdecyduj i wykonaj.',
  'a snapshot does not keep the clean-ups': 'migawka nie przechowuje porządków',
  'Lost without a reason': 'Wypadła bez powodu',
  'A deal was lost without a reason from `lost_reasons`; where that list is empty, any reason is one. Deals in the archive are not looked at.':
    'Szansa wypadła bez powodu z listy `lost_reasons`; gdy lista jest pusta, wystarczy dowolny powód. Szanse w archiwum nie są sprawdzane.',
  'Why deals are lost is what the process is changed by, and a reason of its own is counted with no other.':
    'Powody, dla których szanse wypadają, są tym, według czego zmienia się proces, a powód spoza listy nie liczy się razem z żadnym innym.',
  'Write `lost_reason:` with one of the list, or add the reason to `lost_reasons` in pipeline.yaml.':
    'Wpisz `lost_reason:` z jednym z listy albo dodaj powód do `lost_reasons` w pipeline.yaml.',
  'Unfinished merge': 'Niedokończone scalanie',
  "A deal's file, one in feedback/ or forecasts/calls.yaml holds the conflict markers of a merge that nobody finished.":
    'W pliku szansy, w pliku w feedback/ albo w forecasts/calls.yaml są znaczniki konfliktu po scalaniu, którego nikt nie dokończył.',
  'The deal is left out of everything but its last snapshot row.':
    'Szansa jest pomijana we wszystkim poza swoim ostatnim wierszem w migawce.',
  'What the file says is left out of everything; of a deal its last snapshot row stays.':
    'To, co mówi plik, jest wszędzie pomijane; z szansy zostaje jej ostatni wiersz w migawce.',
  'Choose between the two sides, delete the other one and the markers, and git add the file.':
    'Wybierz jedną ze stron, usuń drugą razem ze znacznikami i wykonaj git add tego pliku.',
  'a snapshot keeps no files': 'migawka nie przechowuje plików',
  'Dates in the wrong order': 'Daty w złej kolejności',
  'A deal was closed before it was created, or while it is open is expected to close before that; or the days of its stages go backwards from one line of its record to the next. Deals in the archive are not looked at.':
    'Szansa została zamknięta, zanim powstała, albo jest otwarta i ma się zamknąć przed tym dniem; albo dni jej etapów cofają się z wiersza na wiersz. Szanse w archiwum nie są sprawdzane.',
  'How long it took, and in which quarter it ended, is wrong in every figure that counts it.':
    'Czas trwania i kwartał zakończenia są błędne w każdej liczbie, która tę szansę uwzględnia.',
  'Correct the day that is mistyped, or put the entry where it belongs.':
    'Popraw dzień, w którym jest literówka, albo przenieś wpis tam, gdzie należy.',
  'Two files of one id': 'Dwa pliki o jednym id',
  "Two files under deals/ or archive/ have the same name, which is the deal's id.":
    'Dwa pliki w deals/ lub archive/ mają tę samą nazwę, a nazwa to id szansy.',
  'Nothing can say which of the two is the deal, so both are left out.':
    'Nie da się powiedzieć, który z nich jest szansą, więc pomijane są oba.',
  'Delete the one that is wrong, or give it another name if it is another deal.':
    'Usuń ten, który jest błędny, albo zmień mu nazwę, jeśli to inna szansa.',
  'Looks like another open deal': 'Wygląda jak inna otwarta szansa',
  'An open deal looks like another open one: same account and near-same name; or same name, amount and dates; or the same record of a CRM. It is found at the younger of the two, and at both where they have two owners.':
    'Otwarta szansa wygląda jak inna otwarta: ten sam klient i prawie ta sama nazwa; albo ta sama nazwa, kwota i daty; albo ten sam rekord CRM. Uwaga stoi przy młodszej z nich, a przy obu, gdy mają dwóch opiekunów.',
  'One buying decision counts twice, in the pipeline, the plan and the forecast, and two people may call the same customer.':
    'Jedna decyzja zakupowa liczy się podwójnie w lejku, planie i prognozie, a do jednego klienta mogą dzwonić dwie osoby.',
  'Merge the two. Where they are two decisions, tell them apart by name, or accept it for a time with `waive:`.':
    'Scal obie. Jeśli to dwie decyzje, rozróżnij je nazwą albo zaakceptuj to na pewien czas przez `waive:`.',
  'Waiver without effect': 'Odroczenie bez skutku',
  'A deal, open or closed, has a waiver whose last day is before today, or one of a rule that there is not. Deals in the archive are not looked at.':
    'Szansa, otwarta lub zamknięta, ma odroczenie, którego ostatni dzień już minął, albo odroczenie reguły, której nie ma. Szanse w archiwum nie są sprawdzane.',
  'Somebody believes that the finding is accepted, and it stands at the gate.':
    'Ktoś sądzi, że uwaga jest zaakceptowana, a ona liczy się w bramce.',
  'Put the deal right and take the waiver out, or give it another day and say why.':
    'Popraw szansę i usuń odroczenie albo podaj inny dzień i powód.',
  'A waiver is of "{rule}", and there is no such rule.':
    'Odroczenie dotyczy „{rule}”, a takiej reguły nie ma.',
  Forgotten: 'Zapomniana',
  'An open deal has shown no sign of life for clean.forgotten_after days or more, whether or not its source delivers activities: a stage entered, an amount changed or a next step agreed is a sign too.':
    'Otwarta szansa nie daje oznak życia od clean.forgotten_after dni lub dłużej, niezależnie od tego, czy jej źródło dostarcza aktywności: wejście w etap, zmiana kwoty i ustalenie następnego kroku też są oznaką.',
  'Nobody works on it and nobody says so: it fills the funnel, and every look at the open deals.':
    'Nikt nad nią nie pracuje i nikt tego nie mówi: zapełnia lejek i każde spojrzenie na otwarte szanse.',
  'Decide in the clean-up: revive it with a next step, close it as lost with a reason, or keep it with a waiver.':
    'Zdecyduj przy porządkach: wznów ją następnym krokiem, zamknij jako wypadłą z powodem albo zachowaj z odroczeniem.',
  'Date in the future': 'Data w przyszłości',
  'A deal was created or recorded, entered a stage, had an activity or agreed on a next step after today, or is closed with a date after today.':
    'Szansa została utworzona lub zapisana, weszła w etap, miała aktywność albo ustalony następny krok po dzisiejszym dniu, albo jest zamknięta z datą po dzisiejszym dniu.',
  'A year mistyped makes a deal look alive for a year.':
    'Przez literówkę w roku szansa wygląda na żywą przez cały rok.',
  'Correct the day; what is only planned is a next step.':
    'Popraw dzień; to, co dopiero zaplanowane, jest następnym krokiem.',
  'a snapshot does not keep activities after its day':
    'migawka nie przechowuje aktywności późniejszych niż jej dzień',
  'Import is overdue': 'Import jest spóźniony',
  'The newest export of the mirrored CRM (source_of_record) is older than rhythm.import allows.':
    'Najnowszy eksport odwzorowywanego CRM (source_of_record) jest starszy, niż pozwala rhythm.import.',
  'Everything shown is as old as that export: a week that looks quiet may only be unread.':
    'Wszystko, co widać, jest tak stare jak ten eksport: tydzień, który wygląda na spokojny, może być po prostu nieodczytany.',
  'Export the deals from the CRM and import the file.': 'Wyeksportuj szanse z CRM i zaimportuj plik.',
  'a snapshot does not keep the imports': 'migawka nie przechowuje importów',
  'File cannot be read': 'Nie da się odczytać pliku',
  "A deal's file is not valid: not YAML, a field of the wrong form, a key out of place, not UTF-8.":
    'Plik szansy jest niepoprawny: to nie YAML, pole w złej postaci, klucz nie na miejscu, kodowanie inne niż UTF-8.',
  'Correct the file at the line and column named.': 'Popraw plik w podanym wierszu i kolumnie.',
  'Entered late': 'Wpisana późno',
  'The first stage on record of an open deal, by day, then by line, is neither the first of the process nor of the one in force on that day. Without a record it is the stage that the deal is in, since it was created, else recorded, else today. Days before documented_since are not looked at.':
    'Pierwszy zapisany etap otwartej szansy, według dnia, a potem wiersza, nie jest ani pierwszym etapem procesu, ani pierwszym tego, który obowiązywał w tym dniu. Bez zapisu jest to etap, w którym szansa jest, od utworzenia, a bez tego od zapisania, a bez tego od dziś. Dni przed documented_since nie są sprawdzane.',
  'A deal that nobody saw before it was half won tells nothing about how deals are won, and makes conversion look better than it is.':
    'Szansa, której nikt nie widział, zanim była w połowie drogi, nic nie mówi o tym, jak dochodzi się do realizacji, i zawyża konwersję.',
  'Write a deal down when it is first heard of. If this one went through earlier stages, add them with their days.':
    'Zapisuj szansę, gdy tylko o niej wiadomo. Jeśli ta przeszła przez wcześniejsze etapy, dodaj je z dniami.',
  'Activity written down late': 'Aktywność zapisana późno',
  'An open deal has an activity that was written down (`logged`) more than `after` days (2) after it happened. One without `logged` is not judged, nor is what happened before documented_since.':
    'Otwarta szansa ma aktywność zapisaną (`logged`) więcej niż `after` dni (2) po tym, jak się odbyła. Aktywność bez `logged` nie jest oceniana, podobnie jak to, co było przed documented_since.',
  'Until it is written down, everybody decides on what was true before it, and memory fills the rest.':
    'Dopóki nie jest zapisana, wszyscy decydują według tego, co było prawdą wcześniej, a resztę dopowiada pamięć.',
  'Nothing in this deal: write down what happened on the same day.':
    'W tej szansie nic: zapisuj to, co się stało, tego samego dnia.',
  'a snapshot counts late activities and does not keep their days':
    'migawka liczy spóźnione aktywności, ale nie przechowuje ich dni',
  'Missing what the stage requires': 'Brakuje tego, czego wymaga etap',
  'An open deal lacks a field that its stage requires (`requires.fields`), or none of the activities that it requires (`requires.activities`) happened while it was in that stage. An amount of 0, 1 or 0.01 is a placeholder and counts as missing; a currency is never missing, since the workspace has one. A snapshot keeps no contacts, no types of activities, and custom fields only where they have a column: there that is not judged.':
    'Otwartej szansie brakuje pola, którego wymaga jej etap (`requires.fields`), albo w tym etapie nie odbyła się żadna z wymaganych aktywności (`requires.activities`). Kwota 0, 1 lub 0.01 to wypełniacz i liczy się jako brak; waluty nie brakuje nigdy, bo ma ją przestrzeń robocza. Migawka nie przechowuje kontaktów ani rodzajów aktywności, a pola własne tylko wtedy, gdy mają kolumnę: tam nie jest to oceniane.',
  'The stage says what is known about a deal, and everything that counts by stage believes it.':
    'Etap mówi, co wiadomo o szansie, i wierzy mu wszystko, co liczy według etapów.',
  'Find out what is missing and write it down, or move the deal back.':
    'Ustal, czego brakuje, i zapisz to albo cofnij szansę.',
  'a backfilled snapshot does not tell what was known then':
    'migawka odtworzona wstecz nie mówi, co było wtedy wiadomo',
  'No exchange rate': 'Brak kursu wymiany',
  'An open or won deal is in a currency without a rate in force.':
    'Szansa otwarta lub zrealizowana jest w walucie bez obowiązującego kursu.',
  'It has no value: every sum leaves it out, and no snapshot can be taken.':
    'Nie ma wartości: pomija ją każda suma i nie da się zrobić migawki.',
  'Add the rate to `rates:` in pipeline.yaml, or correct the currency.':
    'Dodaj kurs do `rates:` w pipeline.yaml albo popraw walutę.',
  'No next step': 'Brak następnego kroku',
  'An open deal has no next step.': 'Otwarta szansa nie ma następnego kroku.',
  'A deal without an agreed next step waits for the customer, and waiting deals go stale.':
    'Szansa bez ustalonego następnego kroku czeka na klienta, a szanse, które czekają, zamierają.',
  'Agree on one with the customer: what is done, and by when.': 'Ustal go z klientem: co i do kiedy.',
  'Next step is overdue': 'Następny krok jest po terminie',
  'An open deal has a next step dated before today.':
    'Otwarta szansa ma następny krok z datą przed dzisiejszym dniem.',
  'Either it was done and not written down, or a promise to the customer is broken.':
    'Albo został zrobiony i nikt tego nie zapisał, albo złamano obietnicę daną klientowi.',
  'Write down what happened, and agree on the step after it.': 'Zapisz, co się stało, i ustal kolejny krok.',
  'Expected close date is past': 'Oczekiwana data zamknięcia minęła',
  'An open deal has an expected close date before today.':
    'Otwarta szansa ma oczekiwaną datę zamknięcia przed dzisiejszym dniem.',
  'The date is wrong for certain, and so is every plan and forecast of the period that it lies in.':
    'Ta data jest na pewno błędna, a z nią każdy plan i każda prognoza okresu, w którym leży.',
  'Ask the customer for a new date, or close the deal as won or lost.':
    'Zapytaj klienta o nową datę albo zamknij szansę jako zrealizowaną lub wypadłą.',
  'Close date looks like a default': 'Data zamknięcia wygląda na domyślną',
  'An open deal is expected to close on the last day of a month, as quarters and years end too, and that date never moved, or only ever from one such day to another.':
    'Otwarta szansa ma się zamknąć w ostatnim dniu miesiąca, którym kończą się też kwartały i lata, a data ta nigdy się nie przesunęła albo zawsze tylko z jednego takiego dnia na inny.',
  'Systems fill in the end of a period by themselves: a date that nobody chose says nothing about when the customer signs.':
    'Koniec okresu systemy wpisują same: data, której nikt nie wybrał, nic nie mówi o tym, kiedy klient podpisze.',
  'Ask the customer for the day, and write that one.': 'Zapytaj klienta o dzień i wpisz właśnie ten.',
  'No plan for today, or its review is overdue': 'Brak planu na dziś albo jego przegląd jest spóźniony',
  'No target under plan.targets in pipeline.yaml is in force for a period that contains today; one for a part of the deals counts too. Or there is one, and the last plan review (pipeline agenda done plan) is longer ago than rhythm.plan allows; before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`). As of a day: none of the targets that the snapshot keeps.':
    'Żaden cel z plan.targets w pipeline.yaml nie obowiązuje w okresie, w którym jest dziś; liczy się też cel dla części szans. Albo cel jest, a ostatni przegląd planu (pipeline agenda done plan) odbył się dawniej, niż pozwala rhythm.plan; przed pierwszym: tak dawno temu szanse były tu już zapisywane (documented_since, a bez niego pierwsze `recorded`). Na dany dzień: żaden z celów, które przechowuje migawka.',
  'Without a target nothing says whether the open deals are enough, and a target that nobody looks at says it to nobody.':
    'Bez celu nic nie mówi, czy otwartych szans wystarczy, a cel, na który nikt nie patrzy, nie mówi tego nikomu.',
  'Add the target of this period to pipeline.yaml; where it is not agreed yet, agree on it. Hold the plan review, and write down that it was held.':
    'Dodaj cel tego okresu do pipeline.yaml; jeśli nie jest jeszcze uzgodniony, uzgodnij go. Przeprowadź przegląd planu i zapisz, że się odbył.',
  'Pushed again and again': 'Odsuwana raz za razem',
  'The expected close date of an open deal moved later rules.pushed.times times or more, as the snapshots and the working set show; a date taken away is later than any.':
    'Oczekiwana data zamknięcia otwartej szansy przesunęła się na później rules.pushed.times razy lub częściej, co pokazują migawki i stan roboczy; usunięcie daty jest późniejsze od każdej daty.',
  'A date that has slipped so often was never agreed with the customer, and it will not be the last one.':
    'Data, która tyle razy się przesunęła, nigdy nie była uzgodniona z klientem i nie będzie ostatnią.',
  'Ask the customer what has to happen before they sign and by when, and set the date by that, or close the deal.':
    'Zapytaj klienta, co i do kiedy musi się stać, zanim podpisze, i według tego ustaw datę albo zamknij szansę.',
  'Review is overdue': 'Przegląd jest spóźniony',
  'The newest review sheet (reviews/2026-11-23.md, one of an owner too) is older than rhythm.review allows. Before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`).':
    'Najnowszy arkusz przeglądu (reviews/2026-11-23.md, także jednego opiekuna) jest starszy, niż pozwala rhythm.review. Przed pierwszym: tak dawno temu szanse były tu już zapisywane (documented_since, a bez niego pierwsze `recorded`).',
  'Deals that nobody looks through drift: dates slip and values shrink without a word.':
    'Szanse, których nikt nie przegląda, dryfują: daty się przesuwają, a wartości maleją bez słowa.',
  'Look the deals through that pipeline review picks, and write down what was said on its sheet.':
    'Przejrzyj szanse, które wybiera pipeline review, i zapisz na arkuszu, co powiedziano.',
  'a snapshot does not keep the reviews': 'migawka nie przechowuje przeglądów',
  'Jumped over a stage': 'Przeskoczyła etap',
  'The record of an open deal goes up and jumps over a stage that is in no entry between the two days, both included. A stage with `allow_skip: true` may be jumped over, a renamed stage is the same one, and one that the process has no more, or did not have yet, is none. Jumps before documented_since are not looked at.':
    'Zapis otwartej szansy idzie w górę i przeskakuje etap, którego nie ma w żadnym wpisie między tymi dwoma dniami, z nimi włącznie. Etap z `allow_skip: true` wolno przeskoczyć, etap przemianowany jest tym samym etapem, a etap, którego w procesie już nie ma albo jeszcze nie było, się nie liczy. Przeskoki przed documented_since nie są sprawdzane.',
  'What the stage is there for, a need confirmed or a buyer named, was not done or not written down.':
    'Tego, czemu służy etap, na przykład potwierdzenia potrzeby albo wskazania kupującego, nie zrobiono albo nie zapisano.',
  'If the deal was in that stage, add it with its day; if it need not be, set `allow_skip: true` for the stage.':
    'Jeśli szansa była w tym etapie, dodaj go z dniem; jeśli nie musi w nim być, ustaw dla niego `allow_skip: true`.',
  'Snapshot is overdue': 'Migawka jest spóźniona',
  'The newest snapshot that was taken is older than rhythm.snapshot allows. Before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`).':
    'Najnowsza zrobiona migawka jest starsza, niż pozwala rhythm.snapshot. Przed pierwszą: tak dawno temu szanse były tu już zapisywane (documented_since, a bez niego pierwsze `recorded`).',
  'What nobody recorded in its week shows in no diff and in no trend, and can never be taken later.':
    'Czego nikt nie utrwalił w swoim tygodniu, tego nie pokaże żadne porównanie ani trend i nie da się tego zrobić później.',
  'Take one; a scheduler takes each on its day with pipeline snapshot --if-due.':
    'Zrób ją; harmonogram robi każdą w jej dniu przez pipeline snapshot --if-due.',
  'on its own day no snapshot is late': 'w swoim dniu żadna migawka nie jest spóźniona',
  'Too long in its stage': 'Za długo w swoim etapie',
  "An open deal has been in its stage for more days than the stage's max_days: a number, or p75, which is the P75 of the days that deals later won stayed there (of 5 won deals or more). The days run from the last entry of the stage on record, else from the snapshot that first showed it there; of a deal that was put there because its own stage was taken out of the process, from that day.":
    'Otwarta szansa jest w swoim etapie dłużej, niż pozwala jego max_days: liczba albo p75, czyli P75 dni, które spędziły w nim szanse później zrealizowane (5 lub więcej). Dni liczą się od ostatniego zapisanego wejścia w etap, a bez niego od migawki, która pierwsza ją w nim pokazała; dla szansy umieszczonej w nim dlatego, że jej własny etap zniknął z procesu, od tego dnia.',
  'Deals that are won move on; one that stays is held up by something that nobody has said.':
    'Szanse, które kończą się realizacją, idą dalej; tę, która stoi, wstrzymuje coś, czego nikt nie powiedział.',
  'Find out what keeps it from the next stage, and move it on, back, or out.':
    'Ustal, co ją dzieli od następnego etapu, i przenieś ją dalej, cofnij albo zamknij.',
  'An open deal shows no sign of life for warn_after days (warning) or error_after days (error).':
    'Otwarta szansa nie daje oznak życia od warn_after dni (ostrzeżenie) albo error_after dni (błąd).',
  'What nobody works on does not close when it says, and every forecast that counts it is too high.':
    'To, nad czym nikt nie pracuje, nie zamknie się w podanym terminie, a każda prognoza, która to liczy, jest za wysoka.',
  'Talk to the customer and write the activity down, or close the deal.':
    'Porozmawiaj z klientem i zapisz aktywność albo zamknij szansę.',
  'Stage without an activity': 'Etap bez aktywności',
  'An open deal moved to a further stage without one activity in the stage that it left. What happened on the day of the move counts for both. Moves before documented_since are not looked at.':
    'Otwarta szansa przeszła do dalszego etapu bez ani jednej aktywności w etapie, który opuściła. To, co się stało w dniu przejścia, liczy się dla obu. Przejścia przed documented_since nie są sprawdzane.',
  'Something moved the deal, and nobody after the seller can know what.':
    'Coś przesunęło szansę dalej i poza handlowcem nikt nie może wiedzieć co.',
  'Write down what happened in that stage.': 'Zapisz, co się działo w tym etapie.',
  'Unknown key': 'Nieznany klucz',
  "A deal's file has an unknown key at the top. It is kept as it is.":
    'Plik szansy ma na najwyższym poziomie nieznany klucz. Zostaje, jak jest.',
  'It may be a known key misspelt, whose value is then missing.':
    'Może to być znany klucz z literówką, a jego wartości wtedy brakuje.',
  'Correct the key, or move it under custom:.': 'Popraw klucz albo przenieś go pod custom:.',
  'Unknown owner': 'Nieznany opiekun',
  'An open deal has an owner who is not in the team, or who left it (`until`). A name under `also` counts as the member.':
    'Otwarta szansa ma opiekuna, którego nie ma w zespole albo który z niego odszedł (`until`). Nazwa pod `also` liczy się jako ta osoba.',
  'Nobody works on it, and it is missing from the totals of the person who should.':
    'Nikt nad nią nie pracuje i brakuje jej w sumach osoby, która powinna.',
  'Write the id of a member of the team, or add the person to `team:` in pipeline.yaml.':
    'Wpisz id osoby z zespołu albo dodaj ją do `team:` w pipeline.yaml.',
  'Unknown stage': 'Nieznany etap',
  'An open deal stands in a stage that the process does not have.':
    'Otwarta szansa stoi w etapie, którego proces nie ma.',
  'It is in no column of the funnel, and nothing can say whether it moved forward or back.':
    'Nie ma jej w żadnej kolumnie lejka i nie da się powiedzieć, czy przeszła do przodu, czy się cofnęła.',
  'Write the id of a stage of the process, or won or lost.': 'Wpisz id etapu procesu albo won lub lost.',
  'Setting without effect': 'Ustawienie bez skutku',
  'pipeline.yaml has a setting that this version does not use yet.':
    'pipeline.yaml ma ustawienie, którego ta wersja jeszcze nie używa.',
  'Whoever wrote it may believe that it holds.': 'Kto je wpisał, może sądzić, że działa.',
  'Nothing needs to be done: it is checked now and takes effect in a later version.':
    'Nic nie trzeba robić: jest już sprawdzane i zadziała w późniejszej wersji.',
  'a snapshot does not keep the settings': 'migawka nie przechowuje ustawień',
  'No sign of life': 'Bez oznak życia',
} as const;
