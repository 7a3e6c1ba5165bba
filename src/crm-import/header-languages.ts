// How fields are headed in Polish and German, whoever writes the export: CRMs head them in the language of the person
// who exports. What one CRM writes stands beside what anybody may write.

import type { FieldKey } from './fields.ts';

export type HeaderLanguage = 'polish' | 'german';

type Headers = Readonly<Partial<Record<FieldKey, readonly string[]>>>;

const POLISH: Headers = {
  id: [
    ...['id szansy', 'id szansy sprzedaży', 'id transakcji', 'id rekordu', 'identyfikator'],
    ...['identyfikator rekordu', '(Nie modyfikować) Szansa sprzedaży'],
  ],
  name: [
    ...['nazwa', 'nazwa szansy', 'nazwa szansy sprzedaży', 'nazwa transakcji', 'tytuł', 'temat'],
    ...['szansa', 'szansa sprzedaży', 'transakcja'],
  ],
  account: [
    ...['klient', 'nazwa klienta', 'firma', 'nazwa firmy', 'kontrahent', 'organizacja', 'nazwa konta'],
    ...['potencjalny klient', 'powiązana firma'],
  ],
  owner: [
    ...['właściciel', 'właściciel szansy', 'właściciel transakcji', 'właściciel deala', 'handlowiec'],
    ...['opiekun', 'opiekun klienta', 'sprzedawca', 'osoba odpowiedzialna'],
  ],
  stage: ['etap', 'etap szansy', 'etap transakcji', 'etap sprzedaży', 'etap deala', 'faza', 'faza sprzedaży'],
  status: ['stan'],
  amount: [
    ...['kwota', 'kwota transakcji', 'wartość', 'wartość szansy', 'wartość transakcji'],
    ...['szacowany przychód', 'szacowane przychody', 'szac. przychód'],
  ],
  amount_closed: ['rzeczywisty przychód', 'rzeczywiste przychody'],
  currency: ['waluta', 'waluta transakcji'],
  created: ['data utworzenia', 'utworzono', 'utworzona', 'data dodania'],
  close: [
    ...['data zamknięcia', 'przewidywana data zamknięcia', 'oczekiwana data zamknięcia'],
    ...['planowane zamknięcie', 'planowana data zamknięcia', 'szacowana data zamknięcia'],
    ...['szac. data zamknięcia', 'termin zamknięcia'],
  ],
  closed: ['rzeczywista data zamknięcia', 'faktyczna data zamknięcia', 'zamknięto'],
  won_on: ['data wygranej'],
  lost_on: ['data przegranej'],
  stage_entered: ['data zmiany etapu', 'ostatnia zmiana etapu'],
  last_activity: [
    'ostatnia aktywność',
    'data ostatniej aktywności',
    'ostatni kontakt',
    'data ostatniego kontaktu',
  ],
  next_step: ['następny krok', 'kolejny krok'],
  next_step_by: ['termin następnego kroku'],
  lost_reason: [
    'powód przegranej',
    'powód utraty',
    'przyczyna przegranej',
    'przyczyna utraty',
    'przyczyna stanu',
  ],
  probability: ['prawdopodobieństwo', 'prawdopodobieństwo (%)'],
  'custom.product': ['produkt'],
  'custom.lead_source': ['źródło', 'źródło leada'],
  'custom.list_price': ['cena katalogowa'],
};

const GERMAN: Headers = {
  id: ['datensatz-id', 'vorgangs-id', 'kennung', '(Nicht ändern) Verkaufschance'],
  name: [
    ...['titel', 'bezeichnung', 'thema', 'dealname', 'opportunityname', 'verkaufschance', 'projekt'],
    ...['verkaufsprojekt'],
  ],
  account: [
    ...['kunde', 'kundenname', 'firma', 'firmenname', 'unternehmen', 'organisation', 'accountname'],
    ...['potenzieller kunde', 'zugehöriges unternehmen'],
  ],
  owner: [
    ...['besitzer', 'inhaber', 'eigentümer', 'deal-inhaber', 'deal-besitzer', 'opportunity-inhaber'],
    ...[
      'zuständig',
      'zuständiger mitarbeiter',
      'verantwortlich',
      'verantwortlicher',
      'vertriebsmitarbeiter',
      'verkäufer',
      'betreuer',
    ],
  ],
  stage: ['phase', 'deal-phase', 'verkaufsphase', 'vertriebsphase', 'stufe'],
  amount: [
    ...['wert', 'betrag', 'deal-wert', 'volumen', 'auftragswert', 'geschätzter umsatz', 'gesch. umsatz'],
  ],
  amount_closed: ['tatsächlicher umsatz'],
  currency: ['währung', 'waehrung'],
  created: ['erstellt', 'deal erstellt', 'erstellt am', 'erstelldatum', 'erstellungsdatum', 'angelegt am'],
  close: [
    ...['abschluss', 'abschlussdatum', 'zieldatum', 'erwartetes abschlussdatum', 'erwarteter abschluss'],
    ...['voraussichtliches abschlussdatum', 'geplanter abschluss', 'geschätztes abschlussdatum'],
    ...['gesch. abschlussdatum', 'schlusstermin', 'schlussdatum'],
  ],
  closed: ['tatsächliches abschlussdatum', 'abgeschlossen am', 'geschlossen am'],
  won_on: ['gewonnen am'],
  lost_on: ['verloren am'],
  stage_entered: ['letzte phasenänderung', 'letzter phasenwechsel', 'phase seit'],
  last_activity: [
    ...['letzte aktivität', 'datum der letzten aktivität', 'letztes aktivitätsdatum', 'letzter kontakt'],
  ],
  next_step: ['nächster schritt', 'naechster schritt'],
  next_step_by: ['nächster schritt bis'],
  lost_reason: ['verlustgrund', 'grund für verlust', 'grund des verlusts', 'absagegrund', 'statusgrund'],
  probability: ['wahrscheinlichkeit', 'wahrscheinlichkeit (%)', 'abschlusswahrscheinlichkeit'],
  'custom.product': ['produkt'],
  'custom.lead_source': ['quelle', 'leadquelle', 'lead-quelle'],
  'custom.list_price': ['listenpreis'],
};

/** The headers of each field, by language. */
export const HEADERS_IN: Readonly<Record<HeaderLanguage, Headers>> = { polish: POLISH, german: GERMAN };
