/** A member of a JSON object: its name and its value, both as JSON text. */
export type Member = readonly [name: string, value: string];

/** A character that `bytesOf` writes as this one byte, 0x80 to 0xff, so that a text can hold what is no UTF-8. */
export const rawByte = (byte: number): string => String.fromCharCode(0xf700 + byte);

/** UTF-8, but for characters of `rawByte`. */
export function bytesOf(text: string): Buffer {
  const pieces = text.split(/([\uf780-\uf7ff])/);
  return Buffer.concat(
    pieces.map((piece) =>
      /^[\uf780-\uf7ff]$/.test(piece) ? Buffer.from([piece.charCodeAt(0) & 0xff]) : Buffer.from(piece, "utf8"),
    ),
  );
}

/** Members in their order, twice the same name if it is there twice. */
export const objectText = (members: readonly Member[]): string =>
  `{${members.map(([name, value]) => `${name}:${value}`).join(",")}}`;

export const textOf = (value: unknown): string => JSON.stringify(value);

/** Members of a JavaScript object, in its order. */
export const membersOf = (object: Readonly<Record<string, unknown>>): Member[] =>
  Object.entries(object).map(([name, value]) => [textOf(name), textOf(value)]);

/** The first member of that name gets another value; one that is not there is added at the end. */
export function withMember(members: readonly Member[], name: string, value: string): Member[] {
  const at = members.findIndex(([other]) => other === textOf(name));
  const member: Member = [textOf(name), value];
  return at < 0 ? [...members, member] : members.with(at, member);
}

export const withoutMember = (members: readonly Member[], name: string): Member[] =>
  members.filter(([other]) => other !== textOf(name));
