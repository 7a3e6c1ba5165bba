// The fields that an export may have, and how each CRM heads them: the one table that recognising, mapping files
// and the documentation read. A new CRM is a new column here.

/** The CRMs whose exports are known. `other` is what in-house exports and spreadsheets write. */
export const SYSTEMS = [
  'salesforce',
  'hubspot',
  'pipedrive',
  'zoho',
  'dynamics',
  'odoo',
  'suitecrm',
] as const;
export type System = (typeof SYSTEMS)[number];

export type FieldKind = 'text' | 'day' | 'amount' | 'flag';

export interface Field {
  readonly kind: FieldKind;
  /** What it is, for a person who maps a header to it. */
  readonly text: string;
  /** By system, the preferred header first. Compared without case, spaces, `_ - .`. */
  readonly headers: Readonly<Partial<Record<System | 'other', readonly string[]>>>;
}

export const FIELDS = {
  id: {
    kind: 'text',
    text: "the record's id in the CRM",
    headers: {
      salesforce: ['Id', 'Opportunity ID', 'Opportunity Id'],
      hubspot: ['Record ID', 'hs_object_id', 'Deal ID', 'deal_id'],
      pipedrive: ['ID', 'Pipedrive System ID', 'System ID'],
      zoho: ['Record Id', 'Deal Id'],
      dynamics: ['(Do Not Modify) Opportunity', 'opportunityid'],
      odoo: ['ID', 'External ID'],
      other: ['opportunity_id', 'deal id', 'id', 'record id'],
    },
  },
  name: {
    kind: 'text',
    text: "the deal's name",
    headers: {
      salesforce: ['Opportunity Name', 'Name'],
      hubspot: ['Deal Name', 'dealname'],
      pipedrive: ['Title'],
      zoho: ['Deal Name', 'Potential Name'],
      dynamics: ['Topic'],
      odoo: ['Opportunity'],
      suitecrm: ['Opportunity Name'],
      other: ['name', 'deal', 'deal title', 'title', 'opportunity'],
    },
  },
  account: {
    kind: 'text',
    text: 'the customer',
    headers: {
      salesforce: ['Account.Name', 'Account Name', 'AccountId', 'Account ID'],
      hubspot: ['Associated Company (Primary)', 'Associated Company', 'Associated Companies'],
      pipedrive: ['Organization', 'Organisation', 'org_name', 'org_id'],
      zoho: ['Account Name', 'Account Name.id'],
      dynamics: ['Potential Customer', 'Account'],
      odoo: ['Customer', 'partner_id'],
      suitecrm: ['Account Name'],
      other: ['account', 'customer', 'company', 'company name', 'client'],
    },
  },
  owner: {
    kind: 'text',
    text: 'whose deal it is',
    headers: {
      salesforce: [
        'Owner.Name',
        'Opportunity Owner',
        'Owner Name',
        'OwnerId',
        'Opportunity Owner: Full Name',
      ],
      hubspot: ['Deal owner', 'hubspot_owner_id', 'owner_id'],
      pipedrive: ['Owner', 'owner_name', 'user_id'],
      zoho: ['Deal Owner', 'Deal Owner Name', 'Deal Owner.id'],
      dynamics: ['Owner', 'ownerid'],
      odoo: ['Salesperson'],
      suitecrm: ['Assigned to', 'Assigned User'],
      other: ['owner', 'sales_agent', 'sales rep', 'salesperson', 'assigned to'],
    },
  },
  stage: {
    kind: 'text',
    text: 'the stage of the sales process',
    headers: {
      salesforce: ['StageName', 'Stage', 'Stage Name'],
      hubspot: ['Deal Stage', 'dealstage', 'deal_pipeline_stage_id'],
      pipedrive: ['Stage', 'Stage (pipeline)', 'stage_name', 'stage_id'],
      zoho: ['Stage'],
      dynamics: ['Sales Stage', 'Pipeline Phase', 'stepname'],
      odoo: ['Stage', 'stage_id'],
      suitecrm: ['Sales Stage'],
      other: ['stage', 'deal_stage', 'sales stage'],
    },
  },
  status: {
    kind: 'text',
    text: 'whether the deal is open, won or lost',
    headers: { pipedrive: ['Status'], dynamics: ['Status', 'statecode'], other: ['status', 'outcome'] },
  },
  is_closed: {
    kind: 'flag',
    text: 'whether the deal is closed',
    headers: {
      salesforce: ['IsClosed', 'Closed'],
      hubspot: ['Is Closed', 'Is Deal Closed?', 'is_closed', 'hs_is_closed'],
      other: ['is closed'],
    },
  },
  is_won: {
    kind: 'flag',
    text: 'whether the deal is won',
    headers: {
      salesforce: ['IsWon', 'Won'],
      hubspot: ['Is Closed Won', 'is_closed_won', 'hs_is_closed_won'],
      other: ['is won'],
    },
  },
  amount: {
    kind: 'amount',
    text: 'what the deal is worth, not weighted',
    headers: {
      salesforce: ['Amount'],
      hubspot: ['Amount', 'amount'],
      pipedrive: ['Value'],
      zoho: ['Amount'],
      dynamics: ['Est. revenue', 'Estimated Revenue', 'estimatedvalue'],
      odoo: ['Expected Revenue', 'expected_revenue'],
      suitecrm: ['Opportunity Amount', 'Amount'],
      other: ['amount', 'close_value', 'value', 'deal value', 'deal amount'],
    },
  },
  amount_closed: {
    kind: 'amount',
    text: 'what the deal was worth once closed',
    headers: { dynamics: ['Actual Revenue', 'actualvalue'] },
  },
  currency: {
    kind: 'text',
    text: "the amount's currency",
    headers: {
      salesforce: ['CurrencyIsoCode', 'Amount Currency', 'Opportunity Currency'],
      hubspot: ['Currency', 'deal_currency_code'],
      pipedrive: ['Currency of value', 'Currency', 'Value currency'],
      zoho: ['Currency'],
      dynamics: ['Currency', 'transactioncurrencyid'],
      odoo: ['Currency'],
      suitecrm: ['Currency'],
      other: ['currency', 'currency code'],
    },
  },
  created: {
    kind: 'day',
    text: 'the day it was created',
    headers: {
      salesforce: ['CreatedDate', 'Created Date'],
      hubspot: ['Create Date', 'createdate'],
      pipedrive: ['Deal created', 'Creation date', 'add_time', 'Created'],
      zoho: ['Created Time'],
      dynamics: ['Created On'],
      odoo: ['Created on', 'create_date'],
      suitecrm: ['Date Created'],
      other: ['created', 'created at', 'creation date', 'date created', 'engage_date'],
    },
  },
  close: {
    kind: 'day',
    text: 'the day it is expected to close, or was closed',
    headers: {
      salesforce: ['CloseDate', 'Close Date'],
      hubspot: ['Close Date', 'closedate'],
      pipedrive: ['Expected close date', 'expected_close_date'],
      zoho: ['Closing Date'],
      dynamics: ['Est. close date', 'Estimated Close Date', 'estimatedclosedate'],
      odoo: ['Expected Closing', 'date_deadline'],
      suitecrm: ['Expected Close Date'],
      other: ['close', 'close_date', 'closing date', 'expected close'],
    },
  },
  closed: {
    kind: 'day',
    text: 'the day it was closed, where that is another column',
    headers: {
      pipedrive: ['Closed on', 'Deal closed on', 'close_time'],
      dynamics: ['Actual Close Date', 'actualclosedate'],
      odoo: ['Closed Date', 'date_closed'],
      other: ['actual close date', 'closed on', 'closed at'],
    },
  },
  won_on: { kind: 'day', text: 'the day it was won', headers: { pipedrive: ['Won time', 'won_time'] } },
  lost_on: { kind: 'day', text: 'the day it was lost', headers: { pipedrive: ['Lost time', 'lost_time'] } },
  stage_entered: {
    kind: 'day',
    text: 'the day its stage was entered',
    headers: {
      salesforce: ['LastStageChangeDate', 'Last Stage Change Date'],
      pipedrive: ['Last stage change', 'stage_change_time'],
      zoho: ['Stage Modified Time'],
    },
  },
  last_activity: {
    kind: 'day',
    text: 'the day of the last activity',
    headers: {
      salesforce: ['LastActivityDate', 'Last Activity', 'Last Activity Date'],
      hubspot: ['Last Activity Date', 'notes_last_updated'],
      pipedrive: ['Last activity date', 'last_activity_date'],
      zoho: ['Last Activity Time'],
      other: ['last activity', 'last activity date'],
    },
  },
  next_step: {
    kind: 'text',
    text: 'what happens next',
    headers: {
      salesforce: ['NextStep', 'Next Step'],
      hubspot: ['Next Step', 'hs_next_step'],
      zoho: ['Next Step'],
      suitecrm: ['Next Step'],
      other: ['next step'],
    },
  },
  next_step_by: {
    kind: 'day',
    text: 'the day by which the next step is due',
    headers: { other: ['next step by'] },
  },
  lost_reason: {
    kind: 'text',
    text: 'why it was lost',
    headers: {
      salesforce: ['Loss_Reason__c', 'Lost_Reason__c', 'Loss Reason'],
      hubspot: ['Closed Lost Reason', 'closed_lost_reason'],
      pipedrive: ['Lost reason', 'lost_reason'],
      zoho: ['Reason For Loss', 'Reason For Loss__s'],
      dynamics: ['Status Reason', 'statuscode'],
      odoo: ['Lost Reason'],
      other: ['lost reason', 'loss reason'],
    },
  },
  /** Orders the stages of a process made from the export; it is not kept with the deal, whose stage has one. */
  probability: {
    kind: 'text',
    text: 'the chance that the CRM gives it; only orders stages',
    headers: {
      salesforce: ['Probability', 'Probability (%)'],
      hubspot: ['Deal probability', 'hs_deal_stage_probability'],
      pipedrive: ['Probability'],
      zoho: ['Probability (%)', 'Probability'],
      dynamics: ['Probability', 'closeprobability'],
      odoo: ['Probability'],
      suitecrm: ['Probability (%)', 'Probability'],
      other: ['probability'],
    },
  },
  is_deleted: {
    kind: 'flag',
    text: 'whether the record is in the CRM’s bin',
    headers: { salesforce: ['IsDeleted'], hubspot: ['is_deleted'], other: ['_fivetran_deleted'] },
  },
  is_current: {
    kind: 'flag',
    text: 'whether the row is the newest version of its record',
    headers: { other: ['_fivetran_active'] },
  },
  'custom.product': {
    kind: 'text',
    text: 'what is sold; names a deal that has no name',
    headers: { other: ['product', 'product name'] },
  },
  'custom.lead_source': {
    kind: 'text',
    text: 'where the deal came from',
    headers: {
      salesforce: ['LeadSource', 'Lead Source'],
      hubspot: ['Original Traffic Source', 'Original Source', 'hs_analytics_source'],
      pipedrive: ['Source channel', 'Lead source'],
      zoho: ['Lead Source'],
      other: ['lead source'],
    },
  },
  'custom.list_price': {
    kind: 'text',
    text: "the product's list price",
    headers: { other: ['list price', 'sales_price'] },
  },
} as const satisfies Record<string, Field>;

export type FieldKey = keyof typeof FIELDS;

export function isFieldKey(key: string): key is FieldKey {
  return Object.hasOwn(FIELDS, key);
}
