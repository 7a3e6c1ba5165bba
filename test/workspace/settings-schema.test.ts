import { describe, expect, test } from 'vitest';
import { EXPLAINED } from '../../src/workspace/settings-explained.ts';
import { pipelineJsonSchema } from '../../src/workspace/settings-schema.ts';

type Json = { readonly [key: string]: Json | string | readonly Json[] };

/** Every property of a JSON Schema by its path, as settings-explained.ts writes it. */
function propertiesOf(schema: Json, path = ''): Map<string, Json> {
  const found = new Map<string, Json>();
  const add = (inner: Map<string, Json>) => {
    for (const [key, value] of inner) found.set(key, value);
  };
  for (const branch of [schema.anyOf].flat()) if (isJson(branch)) add(propertiesOf(branch, path));
  if (isJson(schema.items)) add(propertiesOf(schema.items, `${path}[]`));
  const { properties, additionalProperties } = schema;
  if (isJson(additionalProperties)) {
    found.set(`${path}.*`, additionalProperties);
    add(propertiesOf(additionalProperties, `${path}.*`));
  }
  if (isJson(properties)) {
    for (const [key, property] of Object.entries(properties)) {
      if (!isJson(property)) continue;
      const any = ['.rules', '.review.strata'].includes(path) ? '*' : key;
      found.set(`${path}.${any}`, property);
      add(propertiesOf(property, `${path}.${any}`));
    }
  }
  return found;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('the JSON Schema of pipeline.yaml', () => {
  const schema: unknown = JSON.parse(JSON.stringify(pipelineJsonSchema()));
  if (!isJson(schema)) throw new Error('no schema');
  const properties = propertiesOf(schema);

  test('is of draft 7, which editors understand', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  test('has every setting that is explained, and explains every setting that it has', () => {
    const known = [...properties.keys()].map((path) => path.slice(1));
    expect(known.toSorted()).toEqual(Object.keys(EXPLAINED).toSorted());
    for (const [path, property] of properties) expect(property.description, path).toBeTruthy();
  });

  test('allows no other key at any level', () => {
    const objects: Json[] = [];
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(visit);
      if (!isJson(node)) return;
      if (isJson(node.properties)) objects.push(node);
      Object.values(node).forEach(visit);
    };
    visit(schema);
    expect(objects.length).toBeGreaterThan(20);
    for (const object of objects) {
      const others = object.additionalProperties;
      const closed = JSON.stringify(others) === 'false' || isJson(object.propertyNames);
      expect(closed, JSON.stringify(object).slice(0, 200)).toBe(true);
    }
  });

  test('stays as it was reviewed', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../snapshots/settings/schema.json',
    );
  });
});
