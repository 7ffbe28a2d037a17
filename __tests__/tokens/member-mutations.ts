import { textOf, type Member } from "./json-text";

/** A name that is written in another way, or stands twice. */
export interface MemberMutation {
  readonly name: string;
  readonly apply: (members: readonly Member[]) => readonly Member[];
}

/** The same name to whoever folds case as Go does: U+017F is an s, U+212A a k. */
const folded = (name: string) => name.replace("s", "\u017f").replace("k", "\u212a");
const firstUpper = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1);
const escaped = (name: string) => `"\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}"`;

/**
 * Every way to write one member's name.
 *
 * @param other another value for the same name, as JSON text
 */
export function memberMutations(name: string, other: string): readonly MemberMutation[] {
  const plain = textOf(name);
  const spellings: Readonly<Record<string, string>> = {
    "in capitals": textOf(name.toUpperCase()),
    "with a capital": textOf(firstUpper(name)),
    folded: textOf(folded(name)),
    escaped: escaped(name),
    "with a space": textOf(`${name} `),
    "with a NUL": textOf(`${name}\0`),
    "with an underscore": textOf(`${name}_`),
  };
  const is = ([written]: Member) => written === plain;
  const different = Object.entries(spellings).filter(([, written]) => written !== plain);
  const spelled = different.flatMap(([how, written]): MemberMutation[] => [
    {
      name: `${name} only ${how}`,
      apply: (members) => members.map((member) => (is(member) ? [written, member[1]] : member)),
    },
    { name: `${name} and then ${how} ${other}`, apply: (members) => [...members, [written, other]] },
    { name: `${name} ${how} ${other} before it`, apply: (members) => [[written, other], ...members] },
  ]);
  return [
    ...spelled,
    { name: `${name} missing`, apply: (members) => members.filter((member) => !is(member)) },
    { name: `${name} twice, then ${other}`, apply: (members) => [...members, [plain, other]] },
    { name: `${name} twice, ${other} first`, apply: (members) => [[plain, other], ...members] },
    { name: `${name} last`, apply: (members) => [...members.filter((member) => !is(member)), ...members.filter(is)] },
  ];
}
