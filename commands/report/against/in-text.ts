import type { Text } from "../../onboard/block";
import { holdersInWords, type Sentence } from "./sentences";
import { areSeveral, countOf, whoOf, type ToldChange, type Who } from "./told-change";

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
  const isNobody = [gain, loss].every(({ surely, perhaps }) => surely.length + perhaps.length === 0);
  const both = isNobody
    ? "nobody gains or loses access"
    : `${countInWords(gain, ["gain", "gains"])}, and ${countInWords(loss, ["lose", "loses"])}`;
  return `Compared with ${told.against}, ${both}.`;
}

function countInWords({ surely, perhaps }: Who, [several, one]: readonly [several: string, one: string]): string {
  const [sure, open] = [countOf(surely), countOf(perhaps)];
  if (sure === undefined && open !== undefined) return `${open} may ${several} access`;
  const also = open === undefined ? "" : ` (perhaps also ${open})`;
  return `${sure ?? "nobody"} ${areSeveral(surely) ? several : one} access${also}`;
}

/** Without any marks. */
export const plainText = (text: Text): string =>
  text.map((part) => (typeof part === "string" ? part : "code" in part ? part.code : part.text)).join("");
