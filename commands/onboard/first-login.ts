import type { Access } from "../../config/schema/access";
import type { HeldAccess } from "../../model/rbac/access-of";
import { prefixesOn } from "../../model/clusters/prefixes";
import { signInProgram } from "../../model/clusters/sign-in-programs";
import { own } from "../../model/own";
import { verdict } from "../../model/rbac/verdict";
import { isGuest } from "../../model/users/people";
import { code, heading, listed, paragraph, shell, text, type Block, type Text } from "./block";
import { fileAt } from "./kubeconfig-part";
import { signedInBy } from "./signed-in-by";
import type { Welcome } from "./welcome";

/** The first commands, and what the browser will ask. */
export function firstLogin(welcome: Welcome): Block[] {
  const { held, person, access } = welcome;
  // Where kubectl cannot sign in by itself, nobody begins.
  const first = held.find((one) => programOf(access, one) !== "oc");
  if (first === undefined) return held.length === 0 ? [] : onlyOc(welcome);
  const kubectl = `kubectl --kubeconfig ${fileAt} --context ${first.cluster}`;
  const prefix = prefixesOn(access, own(access.clusters, first.cluster)).username;
  const claim = programOf(access, first) === "azure-kubelogin" ? claimOnAks : access.login.username.claim;
  const name = claim === "upn" && !isGuest(access, person) ? text`: ${code(prefix + person)}` : text``;
  return [
    heading("3. Sign in"),
    shell(`${kubectl} auth whoami`),
    paragraph(
      text`Your browser opens. Sign in with ${code(person)}. After that kubectl prints the name that the cluster knows you by${name}.`,
    ),
    { kind: "list", items: notes(welcome) },
    ...example(welcome, kubectl),
    paragraph(
      held.length === 1
        ? text`Set the variable ${code("KUBECONFIG")} to the path of the file, and you can leave out ${code("--kubeconfig")}.`
        : text`Choose another cluster with ${code("--context")}. Set the variable ${code("KUBECONFIG")} to the path of the file, and you can leave out ${code("--kubeconfig")}.`,
    ),
  ];
}

/** Every cluster has an OAuth server of OpenShift. */
function onlyOc(welcome: Welcome): Block[] {
  return [
    heading("3. Sign in"),
    paragraph(
      text`Find the address of the cluster in the file, behind ${code("server")}. Then run ${code("oc login --web")} and the address. Your browser opens. Sign in with ${code(welcome.person)}.`,
    ),
    { kind: "list", items: [...ofPerson(welcome), ...demands(welcome.access), byOc] },
    paragraph(text`After that, ${code("oc")} and ${code("kubectl")} use the context that ${code("oc login")} added.`),
  ];
}

/** Something that the person may do, for a start. */
function example({ access, held, person }: Welcome, kubectl: string): Block[] {
  const first = held.find((one) => programOf(access, one) !== "oc");
  const namespace = first?.grants.find(({ namespaces }) => namespaces !== undefined)?.namespaces?.[0];
  const action = { verb: "list", resource: "pods", ...(namespace === undefined ? {} : { namespace }) };
  if (first === undefined || verdict(access, person, first.cluster, action) !== "yes") return [];
  return [
    paragraph(text`Then try something that you may do:`),
    shell(`${kubectl} get pods ${namespace === undefined ? "-A" : `-n ${namespace}`}`),
  ];
}

/** The user name of whoever is no guest. */
const claimOnAks = "upn";

const programOf = ({ clusters }: Access, { cluster }: HeldAccess) => signInProgram(own(clusters, cluster));

function notes({ access, person, held }: Welcome): Text[] {
  const onAks = signedInBy("azure-kubelogin", { access, held }).map(code);
  const byOAuth = signedInBy("oc", { access, held });
  return [
    ...ofPerson({ access, person }),
    ...(onAks.length === held.length ? [] : demands(access)),
    ...(onAks.length + byOAuth.length === held.length ? [] : ofKubelogin(access)),
    ...(byOAuth.length === 0
      ? []
      : [
          text`On ${listed(byOAuth.map(code))}, sign in with ${code("oc login --web")} and the address behind ${code("server")} in the file. It adds a context of its own.`,
        ]),
    ...(onAks.length === 0
      ? []
      : [
          text`On ${listed(onAks)}, Azure decides what else it asks for. To sign out there, run ${code("kubelogin remove-cache-dir")}.`,
        ]),
  ];
}

function ofPerson({ access, person }: Pick<Welcome, "access" | "person">): Text[] {
  const invited = access.guests.find(({ mail }) => mail === person);
  return [
    ...(invited === undefined ? [] : [text`You are a guest. The first time, Entra asks you to accept the invitation.`]),
    ...(own(access.users, person)?.create === undefined
      ? []
      : [text`Your account is new. You get its first password in another way, and change it when you sign in.`]),
  ];
}

/** What the login demands, whoever asks it. */
function demands({ login }: Access): Text[] {
  const policy = login.conditionalAccess?.state === "enabled" ? login.conditionalAccess : undefined;
  return [
    ...(policy?.mfa === true ? [text`Entra asks for a second factor.`] : []),
    ...(policy?.compliantDevice === true ? [text`You need a device that your organization manages.`] : []),
    ...(policy?.allowedLocations === undefined ? [] : [text`You can sign in from allowed places only.`]),
  ];
}

function ofKubelogin({ login }: Access): Text[] {
  const policy = login.conditionalAccess?.state === "enabled" ? login.conditionalAccess : undefined;
  return [stays(login.issuer, policy?.signInFrequency), text`To sign out, run ${code("kubectl oidc-login clean")}.`];
}

/** docs.redhat.com, OpenShift Container Platform, "Configuring the internal OAuth server": its tokens end after a day, unless an administrator says otherwise. */
const byOc = text`You stay signed in for about a day. Then run ${code("oc login --web")} again. To sign out, run ${code("oc logout")}.`;

function stays(issuer: "v1" | "v2", frequency: string | undefined): Text {
  if (issuer === "v1") return text`The browser opens again about every hour.`;
  if (frequency !== undefined) return text`You stay signed in for ${frequency}. Then the browser opens again.`;
  return text`You stay signed in: the browser opens again only after days or weeks.`;
}
