// The names of tables and of the formats that they are taken out in: light, for the definition of the verb.

export const TABLE_NAMES = ['deals', 'snapshots', 'movements', 'activities', 'findings', 'reviews'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const EXPORT_FORMATS = ['csv', 'jsonl', 'parquet', 'xlsx', 'sqlite'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
