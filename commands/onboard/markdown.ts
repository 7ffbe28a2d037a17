import { codeSpan, longestRun } from "../markdown/code-span";
import { plain } from "../markdown/plain";
import type { Block, Page, Part, Text } from "./block";

/** A page as GitHub reads Markdown: github.github.com/gfm */
export function inMarkdown({ title, blocks }: Page): string {
  return [`# ${plain(title)}`, ...blocks.map(blockInMarkdown)].join("\n\n");
}

function blockInMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${plain(block.text)}`;
    case "paragraph":
      return inLine(block.text);
    case "list":
      return block.items.map((item) => `- ${inLine(item)}`).join("\n");
    case "table":
      return [block.head.map(plain), block.head.map(() => "---"), ...block.rows.map((row) => row.map(inCell))]
        .map((cells) => `| ${cells.join(" | ")} |`)
        .join("\n");
    case "code":
      return fenced(block.text, block.language);
    case "file":
      return fenced(block.text, "yaml");
  }
}

/** Sentences as a paragraph of Markdown. */
export const inLine = (text: Text) => text.map(part).join("");

/** A cell ends at a line, whatever it stands in. */
const inCell = (text: Text) =>
  text.map((one) => (typeof one === "string" ? part(one) : part(one).replaceAll("|", "\\|"))).join("");

function part(one: Part): string {
  if (typeof one === "string") return plain(one);
  if ("code" in one) return codeSpan(one.code);
  return `[${plain(one.text)}](<${one.link.replace(/[<>\\`\r\n]/g, encodeURIComponent)}>)`;
}

function fenced(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}
