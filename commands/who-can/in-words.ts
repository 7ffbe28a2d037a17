import type { AccessFile } from "../../config/load";
import { isGuest } from "../../model/users/people";
import type { Action, DecidingGrant, UrlAction } from "../../model/rbac/verdict";
import { firstGrant, type UnlistedGroup, type WhoMay, type WhoMayPerson } from "../../model/rbac/who-may";
import { actionInWords, defaultSays, grantInWords, roleInWords, roleSays } from "../rbac/in-words";

/** What holds on one cluster. */
export interface WhoCanOnCluster extends WhoMay {
  /** Key of the cluster. */
  readonly cluster: string;
}

/** Who may do something, cluster by cluster, a person a line. */
export function whoCanInWords(
  file: AccessFile,
  action: Action | UrlAction,
  clusters: readonly WhoCanOnCluster[],
): string {
  return clusters.map((one) => onCluster(file, action, one).join("\n")).join("\n\n");
}

function onCluster(file: AccessFile, action: Action | UrlAction, found: WhoCanOnCluster): string[] {
  const { cluster, everybodys, byDefault, people, shutOut, withoutGroups, unlisted } = found;
  const guest = (person: string) => (isGuest(file.access, person) ? `${person} (guest)` : person);
  const [sure, open] = ["yes", "unknown"].map((verdict) => people.filter(({ answer }) => answer.verdict === verdict));
  const everybody = (open ?? []).filter(({ answer }) => answer.because === "default");
  const added = (open ?? []).filter(hangsOnAdded);
  const byRole = (open ?? []).filter((one) => !everybody.includes(one) && !added.includes(one));
  const lines = (some: readonly WhoMayPerson[] = []) => some.map((one) => `  ${guest(one.person)}${how(file, one)}`);
  return [
    `Who can ${actionInWords(action, cluster)}:`,
    ...(everybodys === undefined
      ? []
      : [`  everybody who is signed in, by ClusterRole ${everybodys.clusterRole}; of the file:`]),
    ...(sure?.length === 0 ? ["  nobody whom the file names"] : lines(sure)),
    ...unlisted.filter(({ grant }) => grant.rule !== undefined).map((one) => `  ${unlistedInWords(file, one)}`),
    ...(byDefault === undefined
      ? []
      : [
          `Everybody who is signed in, unless the cluster took it away: ${defaultSays(byDefault)}`,
          ...lines(everybody),
        ]),
    ...(byRole.length === 0 ? [] : ["It hangs on a role that only the cluster knows:", ...lines(byRole)]),
    ...(added.length === 0 ? [] : ["It hangs on the rules that OpenShift and its operators add:", ...lines(added)]),
    ...unlisted
      .filter(({ grant }) => grant.rule === undefined)
      .map((one) => `${unlistedInWords(file, one)}; ${whyOpen(one.grant)}`),
    ...shutOut.map(({ person, reason }) => `${guest(person)} has the right, but cannot sign in: ${reason}`),
    ...withoutGroups.map(({ person, reason }) => `${guest(person)} has a grant that does not apply: ${reason}`),
  ];
}

const hangsOnAdded = ({ answer }: WhoMayPerson) =>
  "grants" in answer && answer.grants.every(({ widened }) => widened === true);

const whyOpen = (grant: DecidingGrant) =>
  grant.widened === true ? roleSays(grant) : `only the cluster knows what ${roleInWords(grant.role)} allows`;

function how(file: AccessFile, one: WhoMayPerson): string {
  const grant = firstGrant(one);
  if (grant === undefined) return "";
  const nested = grant.listedIn === grant.group ? "" : `${grant.listedIn}, which is in `;
  return `, in ${nested}${grantInWords(file, grant)}`.replace(`${grant.group} has`, `${grant.group}, has`);
}

function unlistedInWords(file: AccessFile, { group, kept, grant }: UnlistedGroup): string {
  const why = kept === "rule" ? "a rule chooses its members" : "others keep it";
  const nested = group === grant.group ? "" : `, as ${group} is in ${grant.group}`;
  return `whoever else is in ${group} in Entra (${why})${nested}: ${grantInWords(file, grant)}`;
}
