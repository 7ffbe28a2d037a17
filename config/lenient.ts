import type { z } from "zod";
import { own } from "../model/own";

type Def<Schema> = Schema extends { readonly _zod: { readonly def: infer D } } ? D : never;

/**
 * What can be read of a value that may still hold mistakes. Text, numbers and booleans are there if they are of their kind,
 * whatever else the schema asks of them; a map has its maps and lists, empty where none is given; what may be of several kinds
 * is read as it is. A key that is given and cannot be read is there, and undefined.
 */
export type Lenient<Schema> = OfDef<Def<Schema>>;

type OfDef<D> = D extends { type: "optional" | "default" | "prefault"; innerType: infer Inner }
  ? Lenient<Inner>
  : D extends { type: "pipe"; in: infer In }
    ? Lenient<In>
    : D extends { type: "object"; shape: infer Shape }
      ? OfShape<Shape>
      : D extends { type: "array"; element: infer Element }
        ? readonly Lenient<Element>[]
        : D extends { type: "record"; valueType: infer Value }
          ? Readonly<Record<string, Lenient<Value>>>
          : D extends { type: "union"; options: readonly (infer Option)[] }
            ? OfChoice<Def<Option>>
            : OfScalar<D>;

type OfScalar<D> = D extends { type: "string" | "enum" }
  ? string | undefined
  : D extends { type: "number" | "boolean" }
    ? (D["type"] extends "number" ? number : boolean) | undefined
    : D extends { type: "literal"; values: readonly (infer Value)[] }
      ? (Value extends string ? string : Value extends boolean ? boolean : never) | undefined
      : never;

/** Of maps alone: one map with the keys of each. */
type OfChoice<D> = [D] extends [{ type: "object"; shape: infer Shape }] ? OfShape<Joined<Shape>> : unknown;
type Joined<Shape> = { [K in KeyOf<Shape>]: Shape extends Readonly<Record<K, infer Value>> ? Value : never };
type KeyOf<Shape> = Shape extends unknown ? keyof Shape : never;

type OfShape<Shape> = { readonly [K in Kept<Shape>]: Lenient<Shape[K]> } & {
  readonly [K in Exclude<keyof Shape, Kept<Shape>>]?: Lenient<Shape[K]> | undefined;
};
type Kept<Shape> = { [K in keyof Shape]: IsKept<Def<Shape[K]>> extends true ? K : never }[keyof Shape];
type IsKept<D> = D extends { type: "default" | "prefault"; innerType: infer Inner }
  ? IsKept<Def<Inner>>
  : D extends { type: "union"; options: readonly (infer Option)[] }
    ? IsMap<Def<Option>>
    : D extends { type: "object" | "array" | "record" }
      ? true
      : false;
type IsMap<D> = [D] extends [{ type: "object" }] ? true : false;

interface Reader {
  readonly read: (value: unknown) => unknown;
  /** Whether a map has it even if it is not given. */
  readonly kept: boolean;
}

/** Reads what can be read of a value. */
export function lenient<Schema extends z.core.$ZodType>(schema: Schema): (value: unknown) => Lenient<Schema> {
  const { read } = readerOf(schema);
  return (value) => read(value) as Lenient<Schema>;
}

/** @throws if the schema is of a kind that no access file has had yet */
function readerOf(schema: z.core.$ZodType): Reader {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return { ...readerOf(def.innerType), kept: false };
    case "default":
    case "prefault":
      return readerOf(def.innerType);
    case "pipe":
      return readerOf(def.in);
    case "object":
      return mapReader(Object.entries(def.shape));
    case "array":
      return listReader(readerOf(def.element));
    case "record":
      return recordReader(readerOf(def.valueType));
    case "union":
      return choiceReader(def.options);
    case "enum":
      return scalarReader("string");
    case "literal":
      return scalarReader(typeof def.values[0]);
    case "string":
    case "number":
    case "boolean":
      return scalarReader(def.type);
    default:
      throw new Error(`config/lenient.ts has to be told how ${def.type} is read`);
  }
}

const scalarReader = (kind: string): Reader => ({
  read: (value) => (typeof value === kind ? value : undefined),
  kept: false,
});

function listReader({ read }: Reader): Reader {
  return { read: (value) => (Array.isArray(value) ? value.map(read) : []), kept: true };
}

function recordReader({ read }: Reader): Reader {
  return {
    read: (value) => Object.fromEntries(Object.entries(mapIn(value)).map(([key, inner]) => [key, read(inner)])),
    kept: true,
  };
}

function mapReader(shape: readonly (readonly [string, z.core.$ZodType])[]): Reader {
  const readers = shape.map(([key, schema]) => [key, readerOf(schema)] as const);
  return {
    read: (value) => {
      const given = mapIn(value);
      const known = readers.filter(([key, { kept }]) => kept || Object.hasOwn(given, key));
      return Object.fromEntries(known.map(([key, { read }]) => [key, read(own(given, key))]));
    },
    kept: true,
  };
}

/** Where several maps may stand, a key that is in more than one of them is of one kind in all. */
function choiceReader(options: readonly z.core.$ZodType[]): Reader {
  const shapes = (options as readonly z.core.$ZodTypes[]).map(({ _zod: { def } }) =>
    def.type === "object" ? Object.entries(def.shape) : undefined,
  );
  if (shapes.includes(undefined)) return { read: (value) => value, kept: false };
  return mapReader([...new Map(shapes.flatMap((shape) => shape ?? []))]);
}

const mapIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
