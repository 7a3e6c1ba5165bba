// The files of a new workspace, as texts: what `pipeline init` writes.

import { dealJsonSchema } from '../deal/schema.ts';
import { feedbackJsonSchema } from '../feedback/schema.ts';
import { callsJsonSchema } from '../human-calls/schema.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import type { InitFile } from '../workspace/init.ts';
import { pipelineJsonSchema } from '../workspace/settings-schema.ts';
import { settingsTemplate, type TemplateOptions } from '../workspace/template.ts';

/** Every file of a new workspace. Folders come with their files; git keeps no empty ones. */
export function initFiles(options: TemplateOptions): InitFile[] {
  return [{ path: SETTINGS_FILE, text: settingsTemplate(options), present: 'in-the-way' }, ...commonFiles()];
}

/** Where all of them stand. */
export function initPaths(): readonly string[] {
  return [SETTINGS_FILE, ...commonFiles().map(({ path }) => path)];
}

/** What is the same in every workspace. */
export function commonFiles(): InitFile[] {
  return [
    { path: 'schema/pipeline.json', text: jsonText(pipelineJsonSchema()), present: 'in-the-way' },
    { path: 'schema/deal.json', text: jsonText(dealJsonSchema()), present: 'in-the-way' },
    { path: 'schema/feedback.json', text: jsonText(feedbackJsonSchema()), present: 'in-the-way' },
    { path: 'schema/calls.json', text: jsonText(callsJsonSchema()), present: 'in-the-way' },
    { path: 'deals/.gitkeep', text: '', present: 'keep' },
    { path: 'snapshots/.gitkeep', text: '', present: 'keep' },
    { path: '.gitignore', text: IGNORED, present: 'add-lines' },
    { path: '.gitattributes', text: ATTRIBUTES, present: 'add-lines' },
    { path: '.vscode/settings.json', text: jsonText(EDITOR), present: 'keep' },
  ];
}

const IGNORED = `# what pipeline can make anew: the index, the lock; and what a crash may leave until the next write
.pipeline/
*.pipeline-tmp
`;

const ATTRIBUTES = `# bytes are bytes: git changes no line ends in them
deals/** -text
archive/** -text
snapshots/** -text
`;

/** Deals carry no line of their own for the editor; its YAML support finds their schema by their folder. */
const EDITOR = {
  'yaml.schemas': {
    'schema/pipeline.json': 'pipeline.yaml',
    'schema/deal.json': ['deals/**/*.yaml', 'archive/**/*.yaml'],
    'schema/feedback.json': 'feedback/*.yaml',
    'schema/calls.json': 'forecasts/calls.yaml',
  },
};

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
