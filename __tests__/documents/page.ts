import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const root = join(__dirname, "..", "..");
export const read = (file: string) => readFileSync(join(root, file), "utf8");

const markdownIn = (folder: string) =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith(".md") ? [`${folder}/${name}`] : []));

/** What operators read. */
export const pages: readonly string[] = ["README.md", ...markdownIn("docs")];

/** Every Markdown file that has links. */
export const linked: readonly string[] = [
  ...pages,
  "CONTRIBUTING.md",
  "sandbox/README.md",
  ...markdownIn("docs/decisions"),
];

export interface Block {
  readonly page: string;
  /** `sh`, `yaml`, or nothing. */
  readonly language: string;
  readonly text: string;
  /**
   * What the comment before the block says it needs, such as `a cloud`.
   *
   * @default - nothing
   */
  readonly needs?: string;
}

/** The code blocks of a page. */
export function blocksOf(page: string): Block[] {
  const found = read(page).matchAll(/(?:^<!-- needs (.+) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, needs, language = "", text = ""]) => ({
    page,
    language,
    text,
    ...(needs === undefined ? {} : { needs }),
  }));
}

/** A page without its code blocks and comments. */
export const proseOf = (page: string) => read(page).replace(/^```[\s\S]*?^```$|<!--[\s\S]*?-->/gm, "");

/** What stands in backticks in the text of a page. */
export const inlineCode = (page: string) => [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** The command lines of a block, without their comments. */
export const commandsIn = ({ text }: Block) =>
  text.split("\n").flatMap((line) => {
    const command = line.replace(/(^|\s)#.*/, "").trim();
    return command === "" ? [] : [command];
  });
