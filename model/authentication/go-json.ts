import type { JsonNode } from "./json-node";

/** Go's encoding/json cannot put a value where it belongs; the message is Go's. */
export class UnmarshalError extends Error {
  override readonly name = "UnmarshalError";

  /** @param into the type, or `struct field idToken.sub of type string` */
  static of({ kind }: JsonNode, into: string): UnmarshalError {
    return new UnmarshalError(`json: cannot unmarshal ${kind} into Go ${into}`);
  }
}

const value = (type: string) => `value of type ${type}`;

/** A `string`; null leaves it empty. */
export function goString(node: JsonNode, into = value("string")): string {
  if (node.kind === "null") return "";
  if (node.kind === "string") return node.text;
  throw UnmarshalError.of(node, into);
}

/** A `bool`; null leaves it false. */
export function goBool(node: JsonNode): boolean {
  if (node.kind === "null") return false;
  if (node.kind === "bool") return node.value;
  throw UnmarshalError.of(node, value("bool"));
}

/** A list of strings; null in it leaves one empty. */
export function goStrings(items: readonly JsonNode[], into = value("string")): string[] {
  return items.map((item) => goString(item, into));
}

/** The entries of a `map[string]json.RawMessage`: the last of several counts. */
export function goMap(node: JsonNode, into = value("map[string]json.RawMessage")): Map<string, JsonNode> {
  if (node.kind === "null") return new Map();
  if (node.kind === "object") return new Map(node.entries);
  throw UnmarshalError.of(node, into);
}

/** Field names of a Go struct match in any case, ſ and the Kelvin sign included. */
export function goFolded(key: string): string {
  return key
    .replaceAll("\u017f", "s")
    .replaceAll("\u212a", "k")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];

/** Seconds since 1970 of a `jsonTime` of go-oidc: a number, or its text. What int64 does not hold becomes its least number, as on amd64. */
export function goSeconds(node: JsonNode, field: string): bigint {
  const text = numberOf(node, field);
  const whole = /^-?\d+$/.test(text) ? BigInt(text) : undefined;
  if (whole !== undefined && whole >= least && whole <= most) return whole;
  const float = Number(text);
  if (!Number.isFinite(float)) throw new UnmarshalError(`strconv.ParseFloat: parsing "${text}": value out of range`);
  const cut = BigInt(Math.trunc(float));
  return cut >= least && cut <= most ? cut : least;
}

function numberOf(node: JsonNode, field: string): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "string":
      if (number.test(node.text)) return node.text;
      throw new UnmarshalError(
        `json: invalid number literal, trying to unmarshal ${JSON.stringify(JSON.stringify(node.text))} into Number`,
      );
    case "null":
      throw new UnmarshalError('strconv.ParseFloat: parsing "": invalid syntax');
    default:
      throw UnmarshalError.of(node, `struct field idToken.${field} of type json.Number`);
  }
}
