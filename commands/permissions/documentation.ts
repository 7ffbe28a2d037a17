import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAccess } from "../../config/load";
import { stackPermissions } from "../../model/permissions/stack-permissions";
import { inMarkdown } from "./markdown";

const root = join(__dirname, "..", "..");
const begin = "<!-- npm run docs: ";
const end = "<!-- end -->";

/** The pages with generated parts, each of which names an access file, and stacks if it is not about all of them. */
export const generatedPages = ["docs/permissions.md"] as const;

/** A page with its generated parts as they have to be. */
export function regenerated(page: string): string {
  const [head = "", ...parts] = readFileSync(join(root, page), "utf8").split(begin);
  return [head, ...parts.map((part) => begin + regeneratedPart(part))].join("");
}

function regeneratedPart(part: string): string {
  const [about = "", ...rest] = part.split(" -->\n");
  const [file = "", ...wanted] = about.split(" ");
  const text = rest.join(" -->\n");
  const { access } = parseAccess(readFileSync(join(root, file), "utf8"), file);
  const stacks = stackPermissions(access).filter(({ stack }) => wanted.length === 0 || wanted.includes(stack));
  return `${about} -->\n\n${inMarkdown(stacks)}\n\n${text.slice(text.indexOf(end))}`;
}

if (require.main === module) for (const page of generatedPages) writeFileSync(join(root, page), regenerated(page));
