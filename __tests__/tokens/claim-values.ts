import type { TokenWorld } from "./draft";
import { rawByte, textOf } from "./json-text";

/** JSON of each type, and what is hard to read. */
export const anyValues: readonly string[] = [
  ...["null", "true", "false", "0", "-0", "5", "-1", "1.5", "1E3", "1e400", "12345678901234567890123"],
  ...['""', '" "', '"x"', '"true"', "[]", '[""]', "[null]", '["x"]', '["x","x"]', '["x",1]', '["x",null]', '[["x"]]'],
  ...["{}", '{"a":1}', '{"x":"src1"}', '"\\ud83d\\ude00"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ud800x"', '"\\u0000"'],
  ...['"\\b\\f\\n\\r\\t\\/\\\\\\""', '"<script>&\u2028"', '"\u007f"', '"\u{1f600}é\u0301"', '"\ufffd"', '"\ufeff"'],
  // Go writes one U+FFFD for each wrong byte, a TextDecoder one for some wrong sequences.
  ...[[0xff], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80]].map(
    (bytes) => `"a${bytes.map(rawByte).join("")}b"`,
  ),
  `[${'"x",'.repeat(300)}"y"]`,
];

const instants = (now: number): readonly string[] => [
  ...[now - 31_536_000, now - 60, now - 30, now + 30, now + 91, now + 120, now + 240, now + 400].map(String),
  ...[`"${now + 600}"`, `"${now - 600}"`, `${now + 600}.9`, `"${now + 600}.9"`, `${(now + 600) / 1e9}e9`],
  ...[
    `${now + 600}e0`,
    `${now + 600}E-0`,
    `"${(now + 600) / 1e9}e9"`,
    `"+${now + 600}"`,
    `" ${now + 600}"`,
    `"0${now}"`,
  ],
  ...['"0x77359400"', '"1_999_999_999"', '"Infinity"', '"NaN"', '"-"', '"1e400"', '"abc"', "1e300", "-1e300", "1e18"],
  ...["9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "9.3e18", "9.2e18"],
  ...["253402300800", "1e15", "99999999999999999999", "-62135596800", "-62135596801", "1e-5"],
];

/** What is worth trying for one claim, as JSON text, beside values of each type. */
export function claimValues(name: string, { authenticator, now }: TokenWorld): readonly string[] {
  const { issuerUrl: iss, clientId: client } = authenticator;
  switch (name) {
    case "iss":
      return [
        ...[iss.replace(/\/$/, ""), `${iss}/`, iss.toUpperCase(), `${iss} `, iss.replace("https:", "http:")].map(
          textOf,
        ),
        ...[textOf(iss).replaceAll("/", "\\/"), textOf([iss]), textOf(`${iss}\0`), `"${iss}${rawByte(0xff)}"`],
        ...["accounts.google.com", "https://accounts.google.com", "https://sts.windows.net/x/"].map(textOf),
      ];
    case "aud":
      return [
        ...[client.toUpperCase(), `${client} `, `api://${client}`, `${client},x`].map(textOf),
        ...[["other", client], [client], ["other"], [client, client], [client, null], [client, 1], [client, "\0"]].map(
          textOf,
        ),
        ...[[[client]], { client }, { 0: client }].map(textOf),
        `"${client}\\u0000"`,
        `"\\u${client.charCodeAt(0).toString(16).padStart(4, "0")}${client.slice(1)}"`,
      ];
    case "exp":
    case "nbf":
    case "iat":
      return instants(now);
    default:
      return [];
  }
}
