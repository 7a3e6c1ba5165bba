// The files of a new workspace, as texts: what `pipeline init` writes.

import { dealJsonSchema } from '../deal/schema.ts';
import { feedbackJsonSchema } from '../feedback/schema.ts';
import { callsJsonSchema } from '../human-calls/schema.ts';
import { pipelineJsonSchema } from './settings-schema.ts';
import { settingsTemplate, type TemplateOptions } from './template.ts';
import type { Bytes } from './undo-format.ts';

export interface InitFile {
  /** From the workspace's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /**
   * What becomes of one that is there already: it stands in the way; it gets the lines that it lacks; or it is
   * left as it is.
   */
  readonly present: 'in-the-way' | 'add-lines' | 'keep';
}

/** Every file of a new workspace. Folders come with their files; git keeps no empty ones. */
export function initFiles(options: TemplateOptions): InitFile[] {
  return [
    { path: 'pipeline.yaml', text: settingsTemplate(options), present: 'in-the-way' },
    ...commonFiles(),
  ];
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

/**
 * The text with the lines that it lacks at its end; undefined where it has them all. Comments go along with the
 * lines below them.
 * @param text of a file that may be in any encoding: its bytes, each as the character of that number
 * @param wanted ASCII
 */
export function withLines(text: Bytes, wanted: string): Bytes | undefined {
  const present = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = wanted
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !present.has(line));
  if (missing.length === 0) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const comments = wanted.split('\n').filter((line) => line.startsWith('#'));
  const begun = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
  return `${begun}${[...comments, ...missing].map((line) => line + lineEnd).join('')}`;
}
