import type { HoldersChange, PlacedDifference } from "../../../model/rbac/change/holders-change";
import { placeInFile } from "../../place-in-file";
import { holdersInWords, type Sentence } from "./sentences";
import { plainText } from "./in-text";
import { rightsIn } from "./rights-in-words";
import type { ToldChange } from "./told-change";

/**
 * What a change gives and takes, as programs read it. It begins as the answer of IAM Access Analyzer does when it is asked for
 * new access: docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html
 */
export interface ChangeAsJson {
  /** `FAIL` if somebody gains access. */
  readonly result: "PASS" | "FAIL";
  readonly message: string;
  /** One for each gain; the place is where the access file gives it, or `null` where it is the sign-in alone. */
  readonly reasons: readonly { readonly description: string; readonly place: string | null }[];
  readonly against: string;
  readonly gains: readonly object[];
  readonly losses: readonly object[];
  readonly signIns: readonly object[];
  readonly openings: readonly object[];
  readonly notes: readonly string[];
}

export function changeAsJson(told: ToldChange): ChangeAsJson {
  const { against, changes, sentences, notes, file, earlier } = told;
  const now = (at: Sentence["at"][number]) => placeInFile(file, at);
  const then = (at: Sentence["at"][number]) =>
    earlier.source === undefined ? null : placeInFile({ name: earlier.name, source: earlier.source }, at);
  const reasons = sentences
    .filter(({ kind }) => kind === "gain")
    .map(({ holders, words, at: [first] }) => ({
      description: plainText([...holdersInWords(holders, holders.length), " ", ...words]),
      place: first === undefined ? null : now(first),
    }));
  return {
    result: reasons.length > 0 ? "FAIL" : "PASS",
    message: `The access file ${reasons.length > 0 ? "gives" : "does not give"} new access compared with ${against}.`,
    reasons,
    against,
    gains: changes.flatMap((one) => one.gains.map((gain) => inFull(one, gain, now))),
    losses: changes.flatMap((one) => one.losses.map((loss) => inFull(one, loss, then))),
    signIns: changes.flatMap(({ holders, signIns }) =>
      signIns.map(({ cluster, kind, reason = null, groupless = null, of = null }) => {
        const onlyIfSignedInBefore = of?.startsWith("signed in before") ?? false;
        return { who: holders, cluster, kind, reason, groupless, onlyIfSignedInBefore, onlyOf: of };
      }),
    ),
    openings: changes.flatMap(({ holders, openings }) =>
      openings.map(({ kind, what, where, at }) => {
        return { who: holders, kind, what, where, place: kind === "gain" ? now(at) : then(at) };
      }),
    ),
    notes: notes.map(plainText),
  };
}

function inFull(
  { holders }: HoldersChange,
  { cluster, role, part, atoms, added, perhaps, namespaces, elsewhere, through }: PlacedDifference,
  placeOf: (at: Sentence["at"][number]) => string | null,
): object {
  return {
    who: holders,
    cluster,
    namespaces: namespaces ?? null,
    role,
    part,
    rights: rightsIn(atoms),
    addedByOpenShift: added !== undefined,
    perhaps: perhaps ?? null,
    elsewhere,
    through: through.map(({ group, listedIn, at }) => ({ group, listedIn, place: placeOf(at) })),
  };
}
