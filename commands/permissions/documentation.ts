import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAccess } from "../../config/load";
import { stackPermissions } from "../../model/permissions/stack-permissions";
import { inMarkdown } from "./markdown";

const root = join(__dirname, "..", "..");
const begin = "<!-- npm run docs: ";
const end = "<!-- end -->";

/** The pages with generated parts, each of which names the access file that it is about. */
export const generatedPages = ["README.md", "docs/permissions.md"] as const;

/** A page with its generated parts as they have to be. */
export function regenerated(page: string): string {
  const [head = "", ...parts] = readFileSync(join(root, page), "utf8").split(begin);
  return [head, ...parts.map((part) => begin + regeneratedPart(part))].join("");
}

function regeneratedPart(part: string): string {
  const [file = "", ...rest] = part.split(" -->\n");
  const text = rest.join(" -->\n");
  const { access } = parseAccess(readFileSync(join(root, file), "utf8"), file);
  return `${file} -->\n\n${inMarkdown(stackPermissions(access))}\n\n${text.slice(text.indexOf(end))}`;
}

if (require.main === module) for (const page of generatedPages) writeFileSync(join(root, page), regenerated(page));
