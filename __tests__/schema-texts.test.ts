import { AccessSchema } from "../config/schema/access";
import { mistakesIn } from "./access-text";
import { everyPlace } from "./every-place";
import { newPlaces, placesIn, withText, type Place } from "./schema-places";
import { synth } from "./synth";
import { readTemplate } from "./terraform-text";

/** Texts that mean something to Terraform, each around a word. */
const hostile: readonly (readonly [string, (word: string) => string])[] = [
  ["${x}", (word) => `\${${word}}`],
  ["%{x}", (word) => `%{${word}}`],
  ["x$", (word) => `${word}$`],
  ['$${x}"}\\', (word) => `$\${${word}}"}\\`],
];

/** A place, and how a text gets there. */
interface Entrance {
  readonly place: Place;
  readonly word: string;
  readonly around: (text: string) => string;
}

const isAccepted = (file: unknown) =>
  AccessSchema.safeParse(file).success && mistakesIn(JSON.stringify(file)).length === 0;

function textAt(file: unknown, { path, isKey }: Place): string {
  const value = isKey
    ? path.at(-1)
    : path.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], file);
  return typeof value === "string" ? value : "";
}

/** Every place of a file that takes such a text: in the place of what stands there, or somewhere in it. */
function entrances(file: unknown, places: readonly Place[], text: (word: string) => string): Entrance[] {
  return places.flatMap((place, index) => {
    const word = `p${String(index)}p`;
    const old = textAt(file, place);
    const ends = new Set([0, ...[...old.matchAll(/[^A-Za-z0-9]/g)].map((sign) => sign.index + 1), old.length]);
    const ways = [
      (inside: string) => inside,
      ...[...ends].map((at) => (inside: string) => old.slice(0, at) + inside + old.slice(at)),
    ];
    const around = ways.find((way) => [word, text(word)].every((one) => isAccepted(withText(file, place, way(one)))));
    return around === undefined ? [] : [{ place, word, around }];
  });
}

/** Keys last: a place below a key would be lost with it. */
const fill = (file: unknown, places: readonly Entrance[], text: (word: string) => string) =>
  [...places]
    .sort((a, b) => Number(a.place.isKey) - Number(b.place.isKey))
    .reduce((filled, { place, word, around }) => withText(filled, place, around(text(word))), file);

/** Every text and every piece of code in what is synthesized. In a backend block nothing is evaluated. */
function readProgram(file: unknown) {
  const texts: string[] = [];
  const code: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      const read = readTemplate(value);
      texts.push(...read.texts);
      code.push(...read.code);
    } else if (typeof value === "object" && value !== null) {
      if (!Array.isArray(value)) Object.keys(value).forEach(visit);
      Object.values(value).forEach(visit);
    }
  };
  for (const { terraform, ...blocks } of Object.values(synth(JSON.stringify(file)).stacks)) {
    const { backend, ...rest } = terraform as Record<string, unknown>;
    visit([Object.keys(backend ?? {}), rest, blocks]);
  }
  return { texts: texts.join("\n"), code: code.sort() };
}

const places = newPlaces(everyPlace);
const cases = everyPlace.flatMap((file, index) =>
  hostile.map(([shape, text]) => [shape, index + 1, file, places[index] ?? [], text] as const),
);

test("every place of the schema is in one of the files", () => {
  const found = new Set(places.flatMap((inFile) => inFile.map(({ name }) => name)));
  expect([...placesIn(undefined).names].filter((name) => !found.has(name))).toEqual([]);
});

test.each(cases)(
  "a text such as %s reaches Terraform as text from every place that takes it, in file %i",
  (_shape, _file, file, found, text) => {
    expect(mistakesIn(JSON.stringify(file))).toEqual([]);
    const entered = entrances(file, found, text);
    const plain = readProgram(fill(file, entered, (word) => word));
    const read = readProgram(fill(file, entered, text));
    expect(read.code).toEqual(plain.code);
    for (const { word } of entered) {
      const times = (all: string, one: string) => [word, all.split(one).length - 1];
      expect(times(read.texts, text(word))).toEqual(times(plain.texts, word));
    }
  },
  60_000,
);
