const code = (char: string) => `_${char.codePointAt(0)?.toString(16) ?? ""}_`;

/**
 * One word of letters, digits, `_` and `-` for several names, so that different names never become one Terraform address:
 * CDKTF drops other characters and merges what becomes equal. Inside a name `_` starts the code of a character, so the
 * double one between names is never part of a name. An address begins with no digit and no `-`.
 *
 * @example address("devs", "log.reader") === "devs__log_2e_reader"
 */
export function address(...names: readonly string[]): string {
  return names
    .map((name) => name.replace(/[^A-Za-z0-9-]/gu, code))
    .join("__")
    .replace(/^[0-9-]/, code);
}

/** The one name that this is the address of; what is no code of a character stays as it is. */
export function nameAt(address: string): string {
  return address.replace(/_([0-9a-f]+)_/g, (code, digits: string) => {
    const point = parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : code;
  });
}
