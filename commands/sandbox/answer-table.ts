import { isDeepStrictEqual } from "node:util";
import Table, { type Cell } from "cli-table3";
import { grouped } from "../../model/grouped";
import { builtInGroups } from "../../model/rbac/built-in-resources";
import type { Action, UrlAction } from "../../model/rbac/verdict";
import { answerOf, asExpected, type Answered } from "./answered";

/** What was answered in some places: their names and a list for each answer, in lines. */
interface Place {
  readonly names: string[];
  readonly cells: readonly (readonly string[])[];
}

const answers = ["yes", "no", "refused"] as const;

/**
 * What each person may do on each cluster, and where: a column for each answer. `!` marks an answer that the file does not say.
 * A person and a cluster stand once; places with the same answers share their lines.
 */
export function answerTable(answered: readonly Answered[]): string {
  const columns = answers.filter((answer) => answered.some((one) => answerOf(one) === answer));
  const table = new Table({ head: ["person", "cluster", "where", ...columns], style: { head: [], border: [] } });
  for (const [person, ofPerson] of grouped(answered, (one) => one.person)) {
    const clusters = [...grouped(ofPerson, ({ cluster }) => cluster)];
    clusters.forEach(([cluster, ofCluster], nth) => {
      const named: Cell[] = nth === 0 ? [{ content: person, rowSpan: clusters.length }] : [];
      table.push([...named, cluster, ...side(placesIn(ofCluster, columns))]);
    });
  }
  return table.toString();
}

function placesIn(answered: readonly Answered[], columns: readonly string[]): Place[] {
  const places: Place[] = [];
  for (const [name, here] of grouped(answered, whereOf)) {
    const cells = columns.map((column) => wrapped(here.filter((one) => answerOf(one) === column).map(inWords)));
    const same = places.find((place) => isDeepStrictEqual(place.cells, cells));
    if (same === undefined) places.push({ names: [name], cells });
    else same.names.push(name);
  }
  return places;
}

/** The columns of places below each other, each place as high as its highest list. */
function side(places: readonly Place[]): string[] {
  const blocks = places.map(({ names, cells }) => {
    const block = [wrapped(names), ...cells];
    const height = Math.max(...block.map(({ length }) => length));
    return block.map((lines) => Array.from({ length: height }, (_, line) => lines[line] ?? ""));
  });
  return (blocks[0] ?? []).map((_, column) => blocks.flatMap((block) => block[column] ?? []).join("\n"));
}

const whereOf = ({ action }: Answered) => ("url" in action ? "URLs" : (action.namespace ?? "whole cluster"));

const inWords = (answered: Answered) => `${actionInWords(answered.action)}${asExpected(answered) ? "" : " !"}`;

/** As kubectl has it, `get widgets.example.com`; groups of Kubernetes itself go without saying. */
function actionInWords(action: Action | UrlAction): string {
  if ("url" in action) return `${action.verb} ${action.url}`;
  const { verb, resource, apiGroup = "", name } = action;
  const group = builtInGroups.includes(apiGroup) ? "" : `.${apiGroup}`;
  return `${verb} ${resource}${group}${name === undefined ? "" : ` "${name}"`}`;
}

/** Characters of a cell, unless one entry is longer. */
const width = 36;

/** Entries with commas between them, in lines. */
function wrapped(entries: readonly string[]): string[] {
  const lines: string[] = [];
  entries.forEach((entry, index) => {
    const text = index === entries.length - 1 ? entry : `${entry},`;
    const last = lines.at(-1);
    if (last === undefined || last.length + text.length >= width) lines.push(text);
    else lines[lines.length - 1] = `${last} ${text}`;
  });
  return lines;
}
