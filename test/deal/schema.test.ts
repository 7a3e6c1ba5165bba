import { describe, expect, test } from 'vitest';
import { DEAL_KEYS } from '../../src/deal/deal.ts';
import { dealJsonSchema } from '../../src/deal/schema.ts';
import { SHAPES } from '../../src/deal/shapes.ts';

const schema = JSON.parse(JSON.stringify(dealJsonSchema()));

describe('the JSON Schema of a deal', () => {
  test('every key that a deal has stands in it, in order, with a description', () => {
    expect(Object.keys(schema.properties)).toEqual([...DEAL_KEYS]);
    for (const key of DEAL_KEYS) expect(schema.properties[key].description, key).toMatch(/\.$/);
  });

  test('name and stage are what a deal needs, and unknown keys are allowed', () => {
    expect(schema.$schema).toContain('draft-07');
    expect(schema.required).toEqual(['name', 'stage']);
    expect(schema.additionalProperties).not.toBe(false);
  });

  test('maps inside of a deal have the keys that are read, described, and no others', () => {
    for (const [name, shape] of Object.entries(SHAPES)) {
      const [form] = schema.properties[name].anyOf;
      const map = form.type === 'array' ? form.items : form;
      expect(Object.keys(map.properties)).toEqual(Object.keys(shape.fields));
      expect(map.required).toEqual(
        [...shape.required].sort((a, b) => keyPlace(shape, a) - keyPlace(shape, b)),
      );
      expect(map.additionalProperties).toBe(false);
      for (const field of Object.keys(shape.fields)) expect(map.properties[field].description).toMatch(/\.$/);
    }
  });
});

function keyPlace(shape: { fields: object }, key: string): number {
  return Object.keys(shape.fields).indexOf(key);
}
