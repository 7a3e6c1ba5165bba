import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/crm-import/columns.ts';
import { customKey, squeeze } from '../../src/crm-import/headers.ts';
import { recogniseSystem } from '../../src/crm-import/system.ts';

test.each([
  ['\ufeffStageName', 'stagename'],
  [' Stage Name: ', 'stagename'],
  ['stage_name*', 'stagename'],
  ['Deal - Stage', 'stage'],
  ['property_dealname', 'dealname'],
  ['hs_object_id', 'objectid'],
  ['Owner.Name', 'ownername'],
  ['Loss_Reason__c', 'lossreason'],
  ['Dealer', 'dealer'],
  ['Is Deal Closed?', 'isdealclosed'],
  ['WŁAŚCICIEL', 'właściciel'],
])('the header %j is compared as %s', (header, squeezed) => {
  expect(squeeze(header)).toBe(squeezed);
});

test.each([
  ['LeadSource', 'lead_source'],
  ['Deal - Contact person', 'contact_person'],
  ['HasOpportunityLineItem', 'has_opportunity_line_item'],
  ['Źródło szansy', 'zrodlo_szansy'],
  ['Loss_Reason__c', 'loss_reason'],
  ['Associated Company IDs', 'associated_company_ids'],
  ['URLs', 'urls'],
  ['2024 budget', 'column_2024_budget'],
  ['null', 'column_null'],
  ['__proto__', 'proto'],
  ['constructor', 'column_constructor'],
  ['公司', ''],
])('the header %j is kept as custom.%s', (header, key) => {
  expect(customKey(header)).toBe(key);
});

test.each([
  ['salesforce', 'Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate'],
  ['salesforce', 'Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Opportunity Owner'],
  [
    'salesforce',
    'account_id,amount,close_date,created_date,has_opportunity_line_item,id,is_closed,is_won,last_activity_date,lead_source,name,next_step,owner_id,stage_name',
  ],
  ['hubspot', 'Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Create Date'],
  ['hubspot', 'deal_id,property_dealname,property_amount,property_closedate,deal_pipeline_stage_id'],
  ['pipedrive', 'Deal - ID,Deal - Title,Deal - Value,Deal - Stage'],
  ['pipedrive', 'id,title,value,stage_id,status,add_time,org_id,won_time,lost_time'],
  ['zoho', 'Record Id,Deal Name,Stage,Amount,Closing Date,Deal Owner,Created Time'],
  ['dynamics', 'Topic,Potential Customer,Est. revenue,Est. close date,Status,Owner'],
  ['odoo', 'ID,Opportunity,Salesperson,Expected Revenue,Stage,date_deadline,Customer'],
  [
    'suitecrm',
    'Opportunity Name,Opportunity Amount,Sales Stage,Expected Close Date,Assigned to,Date Created',
  ],
  [undefined, 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'],
  [undefined, 'id,name,account,owner,stage,amount,currency,created,close'],
  [undefined, 'first,last,address'],
])('%s writes %s', (system, headers) => {
  expect(recogniseSystem(headers.split(','))).toBe(system);
});

function columns(headers: string, mapping = {}, system?: Parameters<typeof columnsOf>[2]) {
  const found = columnsOf(headers.split(','), mapping, system);
  return Object.fromEntries(found.mapped.map(({ key, header }) => [key, header]));
}

describe('which column is which field', () => {
  test('a weighted amount is never the amount', () => {
    expect(columns('Id,Name,StageName,Amount,ExpectedRevenue', {}, 'salesforce')).toMatchObject({
      amount: 'Amount',
      'custom.expected_revenue': 'ExpectedRevenue',
    });
    expect(columns('Id,Name,StageName,Expected Revenue', {}, 'zoho')).not.toHaveProperty('amount');
    expect(columns('Id,Name,Stage,Expected Revenue')).not.toHaveProperty('amount');
    expect(columns('ID,Opportunity,Stage,Expected Revenue', {}, 'odoo')).toMatchObject({
      amount: 'Expected Revenue',
    });
  });

  test('of two headers for one field the table prefers the name to the id', () => {
    const found = columns('Id,Name,StageName,AccountId,Account.Name,OwnerId,Owner.Name', {}, 'salesforce');
    expect(found).toMatchObject({
      account: 'Account.Name',
      owner: 'Owner.Name',
      'custom.account_id': 'AccountId',
      'custom.owner_id': 'OwnerId',
    });
  });

  test('the mapping goes first, and null leaves a column out', () => {
    const found = columns('Id,Name,Stage,Phase,Noise', { stage: 'phase', 'custom.noise': null });
    expect(found).toEqual({ id: 'Id', name: 'Name', stage: 'Phase', 'custom.stage': 'Stage' });
  });

  test('two equal headers for a field are ambiguous, as custom fields they get keys of their own', () => {
    const found = columnsOf(['Id', 'Stage', 'Stage', 'Note', 'Note'], {}, undefined);
    expect(found.ambiguous).toEqual([{ key: 'stage', header: 'Stage' }]);
    expect(found.mapped.map(({ key }) => key).filter((key) => key.startsWith('custom.'))).toEqual([
      ...['custom.stage_2', 'custom.note', 'custom.note_2'],
    ]);
  });

  test('columns with one header keep their keys with the mapping that an import wrote', () => {
    const headers = ['Id', 'Stage', 'Note', 'Note'];
    const first = columnsOf(headers, {}, undefined).mapped;
    const mapping = Object.fromEntries(first.map(({ key, header }) => [key, header]));
    const again = columnsOf(headers, mapping, undefined).mapped;
    const places = (mapped: typeof first) =>
      Object.fromEntries(mapped.map(({ key, column }) => [key, column]));
    expect(places(again)).toEqual(places(first));
  });

  test('of columns with one header a lost one is read from no other, unless the mapping names that twice', () => {
    const headers = ['Id', 'Stage', 'Value', 'Value', 'Region', 'Region', 'Region'];
    const first = columnsOf(headers, {}, undefined).mapped;
    const mapping = Object.fromEntries(first.map(({ key, header }) => [key, header]));
    const fewer = columnsOf(['Id', 'Stage', 'Value', 'Region', 'Region'], mapping, undefined);
    expect(fewer.absent).toEqual([
      { key: 'custom.value_2', header: 'Value' },
      { key: 'custom.region_3', header: 'Region' },
    ]);
    expect(fewer.mapped.map(({ key, column }) => [key, column])).toEqual([
      ...[
        ['id', 0],
        ['stage', 1],
        ['amount', 2],
        ['custom.region', 3],
        ['custom.region_2', 4],
      ],
    ]);
    const twice = { ...mapping, 'custom.area': 'Region', 'custom.stage': 'Stage', 'custom.region_2': null };
    const asked = columnsOf(['Id', 'Stage', 'Value', 'Region'], twice, undefined).mapped;
    expect(asked.map(({ key, column }) => [key, column])).toEqual(
      expect.arrayContaining([
        ...[
          ['stage', 1],
          ['custom.stage', 1],
          ['custom.region', 3],
          ['custom.area', 3],
        ],
      ]),
    );
  });

  test('days of single stages are found by their pattern', () => {
    expect(columns('Id,Date entered "Qualified (Sales)",engage_date')).toMatchObject({
      'entered.Qualified': 'Date entered "Qualified (Sales)"',
      created: 'engage_date',
      'entered.Engaging': 'engage_date',
    });
  });
});

const FOREIGN = {
  Polish: [
    ...[
      ['Nazwa szansy', 'name'],
      ['Temat', 'name'],
      ['Klient', 'account'],
      ['Potencjalny klient', 'account'],
    ],
    ...[
      ['Właściciel', 'owner'],
      ['Opiekun', 'owner'],
      ['Właściciel transakcji', 'owner'],
      ['Etap', 'stage'],
    ],
    ...[
      ['Etap transakcji', 'stage'],
      ['Kwota', 'amount'],
      ['Szac. przychód', 'amount'],
      ['Waluta', 'currency'],
    ],
    ...[
      ['Data utworzenia', 'created'],
      ['Data zamknięcia', 'close'],
      ['Planowane zamknięcie', 'close'],
    ],
    ...[
      ['Planowana data zamknięcia', 'close'],
      ['Przewidywana data zamknięcia', 'close'],
    ],
    ...[
      ['Rzeczywista data zamknięcia', 'closed'],
      ['Ostatni kontakt', 'last_activity'],
    ],
    ...[
      ['Ostatnia aktywność', 'last_activity'],
      ['Powód utraty', 'lost_reason'],
      ['Przyczyna stanu', 'lost_reason'],
      ['Identyfikator', 'id'],
    ],
  ],
  German: [
    ...[
      ['Titel', 'name'],
      ['Deal-Name', 'name'],
      ['Opportunity-Name', 'name'],
      ['Thema', 'name'],
    ],
    ...[
      ['Kunde', 'account'],
      ['Firma', 'account'],
      ['Accountname', 'account'],
      ['Deal - Organisation', 'account'],
    ],
    ...[
      ['Besitzer', 'owner'],
      ['Inhaber', 'owner'],
      ['Deal - Eigentümer', 'owner'],
      ['Phase', 'stage'],
    ],
    ...[
      ['Deal-Phase', 'stage'],
      ['Wert', 'amount'],
      ['Betrag', 'amount'],
      ['Geschätzter Umsatz', 'amount'],
    ],
    ...[
      ['Währung', 'currency'],
      ['Waehrung', 'currency'],
      ['WÄHRUNG:', 'currency'],
      ['Erstellt am', 'created'],
    ],
    ...[
      ['Abschluss', 'close'],
      ['Abschlussdatum', 'close'],
      ['Zieldatum', 'close'],
      ['Schlusstermin', 'close'],
    ],
    ...[
      ['Erwartetes Abschlussdatum', 'close'],
      ['Tatsächliches Abschlussdatum', 'closed'],
    ],
    ...[
      ['Letzte Aktivität', 'last_activity'],
      ['Verlustgrund', 'lost_reason'],
      ['Datensatz-ID', 'id'],
    ],
  ],
};

test.each(
  Object.entries(FOREIGN).flatMap(([language, pairs]) =>
    pairs.map(([header, key]) => [language, header, key]),
  ),
)('the %s header "%s" is %s', (_, header = '', key = '') => {
  expect(columnsOf([header], {}, undefined).mapped).toMatchObject([{ key, column: 0 }]);
});

test.each(['(Nie modyfikować) Suma kontrolna wiersza', '(Nicht ändern) Zeilenprüfsumme'])(
  'the column "%s", which changes at every touch of a record, is kept nowhere',
  (header) => {
    expect(columnsOf([header], {}, 'dynamics').mapped).toEqual([]);
  },
);

test('Pipedrive in German and Dynamics in Polish are read whole', () => {
  const german =
    'Deal - ID,Deal - Titel,Deal - Organisation,Deal - Besitzer,Deal - Wert,Deal - Währung,Deal - Phase,Deal - Status,Deal - Deal erstellt,Deal - Erwartetes Abschlussdatum,Deal - Gewonnen am,Deal - Verloren am,Deal - Grund für Verlust';
  const polish =
    '(Nie modyfikować) Szansa sprzedaży,Temat,Potencjalny klient,Szac. przychód,Waluta,Szac. data zamknięcia,Stan,Przyczyna stanu,Właściciel,Utworzono,Etap,Rzeczywisty przychód,Rzeczywista data zamknięcia';
  expect(recogniseSystem(german.split(','))).toBe('pipedrive');
  for (const headers of [german, polish]) {
    expect(Object.keys(columns(headers)).filter((key) => key.startsWith('custom.'))).toEqual([]);
  }
});
