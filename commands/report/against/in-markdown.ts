import { code, text } from "../../onboard/block";
import { inLine } from "../../onboard/markdown";
import { holdersInWords, type Sentence } from "./sentences";
import { countOf, whoOf, type ToldChange } from "./told-change";

/** Begins the comment of a pull request, by which a workflow finds it and writes it anew. */
export const marker = "<!-- entra-eks report -->";

/** How many people a sentence names. */
const mostPeople = 10;

/** GitHub takes 65,536 characters in a comment; each of both lists may have a third of them. */
const mostCharacters = 20_000;

/** A part of a comment: a line that is read at a glance, and what is folded below it. */
export interface CommentPart {
  readonly glance: readonly string[];
  readonly folded: readonly string[];
}

/** A comment of a pull request, made of parts. */
export function commentOf(title: string, parts: readonly CommentPart[]): string {
  const glance = parts.flatMap((part) => part.glance);
  const folded = parts.flatMap((part) => part.folded);
  return [[marker, `### ${title}`].join("\n"), ...glance, ...folded].join("\n\n");
}

/** What a change gives and takes. */
export function changeInMarkdown(told: ToldChange): CommentPart {
  const { against, notes } = told;
  const [gain, loss] = [glanceOf(told, "gain"), glanceOf(told, "loss")];
  const than = inLine(text`Compared with ${code(against)}:`);
  return {
    glance: [than, `- ${gain}\n- ${loss}`, ...notes.map((note) => `> ${inLine(note)}`)],
    folded: [...detailsOf(told, "gain", "What it gives"), ...detailsOf(told, "loss", "What it takes")],
  };
}

function glanceOf(told: ToldChange, kind: Sentence["kind"]): string {
  const { surely, perhaps } = whoOf(told, kind);
  const verb = kind === "gain" ? "Gains access" : "Loses access";
  const [sure, open] = [surely, perhaps].map((who) => {
    const count = countOf(who);
    return count === undefined ? undefined : `${count}: ${inLine(holdersInWords(who, mostPeople))}`;
  });
  return `**${verb}:** ${[sure ?? "nobody", ...(open === undefined ? [] : [`perhaps ${open}`])].join("; ")}`;
}

function detailsOf(told: ToldChange, kind: Sentence["kind"], title: string): string[] {
  const lines = told.sentences
    .filter((one) => one.kind === kind)
    .map(({ holders, words }) => `- ${inLine([...holdersInWords(holders, mostPeople), " ", ...words])}`);
  if (lines.length === 0) return [];
  let length = 0;
  const shown = lines.filter((line) => (length += line.length + 1) <= mostCharacters);
  const more = lines.length - shown.length;
  const rest = more === 0 ? [] : [`- and ${String(more)} more sentences, which \`--format json\` has`];
  return [
    `<details><summary>${title} (${String(lines.length)})</summary>`,
    [...shown, ...rest].join("\n"),
    "</details>",
  ];
}
