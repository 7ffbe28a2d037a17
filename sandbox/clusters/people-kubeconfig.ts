import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { ofKind } from "../../model/clusters/of-kind";
import { own } from "../../model/own";
import { peopleOf } from "../../model/users/people";
import type { Sandbox } from "../sandbox";
import { outsider } from "../users/seed";

/** A working day: nobody wants to begin anew after lunch. */
const lifetimeSeconds = 12 * 3600;

/**
 * Writes a kubeconfig with a context `<person>@<cluster>` for everybody, whose tokens are already in it.
 *
 * @returns the path of the file
 */
export async function writePeopleKubeconfig(sandbox: Sandbox): Promise<string> {
  const { access, folder } = sandbox.props;
  const people = [...peopleOf(access), outsider(access)];
  const clusters = [...sandbox.clusters.apiServers].filter(
    ([key, { name }]) =>
      ofKind(own(access.clusters, key), "eks") === undefined || sandbox.clusters.eks.association(name),
  );
  const signedIn = await Promise.all(
    clusters.flatMap(([cluster]) =>
      people.map(async (person) => ({
        cluster,
        name: `${person}@${cluster}`,
        token: await sandbox.token(person, cluster, lifetimeSeconds).catch(() => undefined),
      })),
    ),
  );
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": signedIn[0]?.name ?? "",
    clusters: clusters.map(([name, { url }]) => ({
      name,
      cluster: { server: url, "certificate-authority": sandbox.authorityFile },
    })),
    users: signedIn.map(({ name, token }) => ({ name, user: token === undefined ? {} : { token } })),
    contexts: signedIn.map(({ name, cluster }) => ({ name, context: { cluster, user: name } })),
  };
  const path = join(folder, "kubeconfig");
  writeFileSync(path, stringify(config, { lineWidth: 0 }), { mode: 0o600 });
  return path;
}
