// Headers that are read apart from those of fields: of columns that mislead, that nobody keeps, or that name a stage.

/** Headers that say nothing about the system, because anybody may write them. */
export const COMMON_HEADERS: readonly string[] = [
  ...['id', 'name', 'account', 'owner', 'stage', 'status', 'amount', 'value', 'currency', 'probability'],
  ...['title', 'customer', 'closed', 'won', 'created', 'opportunity', 'product'],
];

/** Columns that a CRM keeps for itself, of which a deal keeps nothing: they would change at every touch of a record. */
export const BOOKKEEPING_HEADERS: readonly string[] = [
  '(Do Not Modify) Row Checksum',
  '(Do Not Modify) Modified On',
  ...['(Nie modyfikować) Suma kontrolna wiersza', '(Nie modyfikować) Zmodyfikowano'],
  ...['(Nicht ändern) Zeilenprüfsumme', '(Nicht ändern) Geändert am'],
];

/** Weighted amounts, which are not the amount: only where the system is one that means the whole by it. */
export const WEIGHTED_HEADERS: readonly string[] = [
  ...['expected revenue', 'weighted amount', 'weighted amount in company currency', 'weighted value'],
  ...['forecast amount', 'erwarteter umsatz', 'gewichteter betrag', 'gewichteter wert'],
  ...['oczekiwany przychód', 'kwota ważona', 'ważona kwota', 'wartość ważona', 'ważona wartość'],
];

/** The amount once more, converted to the currency of the company. */
export const COMPANY_AMOUNT_HEADERS: readonly string[] = [
  ...['Amount in company currency', 'amount_in_home_currency', 'Amount (converted)'],
  ...['Est. revenue (Base)', 'Estimated Revenue (Base)', 'estimatedvalue_base'],
  ...['Betrag in Unternehmenswährung', 'Kwota w walucie firmy'],
];

/** Headers of a day on which one stage was entered, with the stage. HubSpot's are matched by pattern. */
export const STAGE_DAY_HEADERS: Readonly<Record<string, string>> = { 'engage date': 'Engaging' };
