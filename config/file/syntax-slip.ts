import type { ErrorCode, YAMLError } from "yaml";
import { openBracket, withoutComma } from "./bracket-slips";
import { colonInText, keyWithoutColon, misplacedLine, withoutSpace } from "./line-slips";
import type { Slip, Text } from "./slip";

/** Errors after which the parser takes lines for what they are not. */
const structural: ReadonlySet<ErrorCode> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
]);

/** The slip that an error of the parser probably comes from; without one, what the parser says. */
export function slipOf(error: YAMLError, text: Text): Slip {
  const { code, message, pos } = error;
  const generic = `must be valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  return likelySlip(error, text) ?? { offset: pos[0], must: generic, breaks: structural.has(code) };
}

function likelySlip({ code, message, pos: [offset, end] }: YAMLError, text: Text): Slip | undefined {
  switch (code) {
    case "TAB_AS_INDENT":
      return { offset, must: "must be indented with spaces, not with tabs" };
    case "MULTIPLE_DOCS":
      return { offset, must: 'must contain one document; remove the "---"' };
    case "NON_STRING_KEY":
      return { offset, must: "must have plain text as key" };
    case "BAD_SCALAR_START":
      return { offset, must: `must be in quotes, because it begins with ${text.text.charAt(offset)}` };
    case "BAD_ALIAS":
      return message.startsWith("Alias cannot be") ? { offset, must: 'must be in quotes, as "*"' } : undefined;
    case "BLOCK_IN_FLOW":
      return withoutComma(offset, text.text.slice(offset, end));
    case "BAD_INDENT":
      return message.startsWith("Flow ") ? openBracket(offset, text) : misplacedLine(offset, text);
    case "MULTILINE_IMPLICIT_KEY":
      return keyWithoutColon(offset, text) ?? withoutSpace(offset, text) ?? misplacedLine(end, text);
    case "BLOCK_AS_IMPLICIT_KEY":
      if (message.startsWith("A block ")) return misplacedLine(offset, text);
      return withoutSpace(offset, text) ?? colonInText(offset, text);
    case "MISSING_CHAR":
      if (message.startsWith("Missing ,")) return { offset, must: "must have a comma (,) or a colon (:) before this" };
      return keyWithoutColon(offset, text) ?? misplacedLine(offset, text);
    case "UNEXPECTED_TOKEN":
      if (message.endsWith(" at node end")) return { offset, must: "must be one value; put the whole of it in quotes" };
      return /: "[\]}]"$/.test(message)
        ? { offset, must: `must not have a ${text.text.charAt(offset)} that ends nothing`, breaks: true }
        : undefined;
    default:
      return undefined;
  }
}
