import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { regenerate } from "../../config/generated-parts";
import { parseAccess } from "../../config/load";
import { stackPermissions } from "../../model/permissions/stack-permissions";
import { inMarkdown } from "./markdown";

const root = join(__dirname, "..", "..");

/** The pages with generated parts, each of which names an access file, and stacks if it is not about all of them. */
export const generatedPages = ["docs/permissions.md"] as const;

/** A page with its generated parts as they have to be. */
export function regenerated(page: string): string {
  return regenerate(readFileSync(join(root, page), "utf8"), tableOf);
}

function tableOf(about: string): string {
  const [file = "", ...wanted] = about.split(" ");
  const { access } = parseAccess(readFileSync(join(root, file), "utf8"), file);
  return inMarkdown(stackPermissions(access).filter(({ stack }) => wanted.length === 0 || wanted.includes(stack)));
}

if (require.main === module) for (const page of generatedPages) writeFileSync(join(root, page), regenerated(page));
