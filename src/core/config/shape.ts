import { inLocale, type Locale, type Localized } from '../messages/index.js';

/** A text for people, by the language of the reader. */
export type Text = Localized;

interface Described {
  /** What it is for: shown on hover and in completion. */
  readonly text?: Text;
  readonly default?: unknown;
}

export interface StringShape extends Described {
  readonly type: 'string';
  /** The only values that it may have, with what each means. */
  readonly values?: Readonly<Record<string, Text | null>>;
  /** What it must look like, as the source of a regular expression, and how to say so. */
  readonly pattern?: { readonly source: string; readonly text: Text };
  /** Most characters; a few hundred unless told. */
  readonly longest?: number;
}

export interface NumberShape extends Described {
  readonly type: 'number';
  readonly minimum: number;
  readonly maximum?: number;
  readonly whole?: boolean;
}

export interface BooleanShape extends Described {
  readonly type: 'boolean';
}

export interface ListShape extends Described {
  readonly type: 'array';
  readonly items: Shape;
}

export interface ObjectShape extends Described {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Shape>>;
  /** What the user names: what such a key is, and the shape of its value. Without it, only `properties` may stand there. */
  readonly others?: { readonly key: Text; readonly shape: Shape };
  readonly required?: readonly string[];
  /** What a key is called in messages. */
  readonly noun?: 'rule' | 'option';
}

/** One of several shapes, which differ in their type. */
export interface EitherShape extends Described {
  readonly anyOf: readonly Exclude<Shape, EitherShape>[];
}

/**
 * What a value in a team's config may be. One description in code, from which come the check of a file, the JSON Schema, and completion
 * and hover in the editor.
 */
export type Shape = StringShape | NumberShape | BooleanShape | ListShape | ObjectShape | EitherShape;

/** The shapes that a value may have: one, but for an `EitherShape`. */
export function alternatives(shape: Shape): readonly Exclude<Shape, EitherShape>[] {
  return 'anyOf' in shape ? shape.anyOf : [shape];
}

/** The shape of what stands under `key` in an object or list of this shape; undefined where nothing may. */
export function shapeUnder(shape: Shape, key: string | number): Shape | undefined {
  for (const one of alternatives(shape)) {
    if (one.type === 'array' && typeof key === 'number') return one.items;
    if (one.type !== 'object' || typeof key !== 'string') continue;
    if (Object.hasOwn(one.properties, key)) return one.properties[key];
    if (one.others) return one.others.shape;
  }
  return undefined;
}

/** Shapes that a JSON Schema names once and refers to. */
export type Definitions = Readonly<Record<string, Shape>>;

/** A shape with its definitions as JSON Schema (draft 7). */
export function toJsonSchemaFile(shape: Shape, locale: Locale, definitions: Definitions): Record<string, unknown> {
  const shared = Object.entries(definitions).map(([name, one]) => {
    const others = Object.fromEntries(Object.entries(definitions).filter(([, other]) => other !== one));
    return [name, toJsonSchema(one, locale, others)];
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...toJsonSchema(shape, locale, definitions),
    definitions: Object.fromEntries(shared),
  };
}

/** A shape as JSON Schema (draft 7), described in a language; null leaves descriptions out. */
export function toJsonSchema(
  shape: Shape,
  locale: Locale | null,
  definitions: Definitions = {},
): Record<string, unknown> {
  const name = Object.keys(definitions).find((one) => definitions[one] === shape);
  if (name !== undefined) return { $ref: `#/definitions/${name}` };
  const described = given({
    description: locale && shape.text ? inLocale(shape.text, locale) : undefined,
    default: shape.default,
  });
  const nested = (one: Shape) => toJsonSchema(one, locale, definitions);
  if ('anyOf' in shape) return { ...described, anyOf: shape.anyOf.map(nested) };
  switch (shape.type) {
    case 'array':
      return { ...described, type: 'array', items: nested(shape.items) };
    case 'boolean':
      return { ...described, type: 'boolean' };
    case 'number': {
      const { minimum, maximum } = shape;
      return {
        ...described,
        type: shape.whole ? 'integer' : 'number',
        minimum,
        ...given({ maximum }),
      };
    }
    case 'string': {
      const values = shape.values && Object.entries(shape.values);
      return {
        ...described,
        type: 'string',
        ...given({
          enum: values?.map(([value]) => value),
          // Read by VS Code's JSON and YAML editors.
          enumDescriptions:
            locale && values?.some(([, text]) => text)
              ? values.map(([, text]) => (text ? inLocale(text, locale) : ''))
              : undefined,
          pattern: shape.pattern?.source,
        }),
      };
    }
    case 'object':
      return {
        ...described,
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.properties).map(([key, one]) => [key, nested(one)])),
        additionalProperties: shape.others ? nested(shape.others.shape) : false,
        ...given({ required: shape.required }),
      };
  }
}

/** An object without what is undefined. */
function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
