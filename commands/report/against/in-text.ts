import type { Text } from "../../onboard/block";
import { holdersInWords, type Sentence } from "./sentences";
import { areSeveral, countOf, whoOf, type ToldChange } from "./told-change";

/** How many people a sentence names. */
const mostPeople = 5;

/** What a change gives and takes, a sentence a line: `+` and who may do more, then `-` and who may do less. */
export function changeInText(told: ToldChange): string {
  const { sentences, notes } = told;
  const lines = (kind: Sentence["kind"], sign: string) =>
    sentences
      .filter((one) => one.kind === kind)
      .map(({ holders, words }) => `${sign} ${plainText([...holdersInWords(holders, mostPeople), " ", ...words])}`);
  return [
    headline(told),
    ...lines("gain", "+"),
    ...lines("loss", "-"),
    ...notes.map((note) => `note: ${plainText(note)}`),
  ].join("\n");
}

function headline(told: ToldChange): string {
  const [gain, loss] = [whoOf(told, "gain"), whoOf(told, "loss")];
  const gains = `${countOf(gain) ?? "nobody"} ${areSeveral(gain) ? "gain" : "gains"} access`;
  const loses = `${countOf(loss) ?? "nobody"} ${areSeveral(loss) ? "lose" : "loses"} access`;
  const both = gain.length + loss.length === 0 ? "nobody gains or loses access" : `${gains}, and ${loses}`;
  return `Compared with ${told.against}, ${both}.`;
}

/** Without any marks. */
export const plainText = (text: Text): string =>
  text.map((part) => (typeof part === "string" ? part : "code" in part ? part.code : part.text)).join("");
