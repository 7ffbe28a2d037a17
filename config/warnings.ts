import type { AccessFile } from "./load";
import { written, type Located, type Path } from "./mistake";
import type { Access } from "./schema/access";

/** What works today and costs something later, each with its cost, in the order of the file. */
export function warningsOf({ access, source }: Pick<AccessFile, "access" | "source">): Located[] {
  return found(access).map(([path, sentence]) => ({ position: source.locate(path), path: written(path), sentence }));
}

function* loginWarnings({ login }: Access): Generator<[Path, string]> {
  if (login.issuer === "v1") {
    yield [
      ["login", "issuer"],
      'is "v1": a refreshed v1 ID token is not signed, so everybody signs in through the browser again every hour',
    ];
  }
  if (login.username.prefix === "") {
    yield [
      ["login", "username", "prefix"],
      "is empty: a person is then called like any other user of the cluster with that name, and has that user's rights",
    ];
  }
  if (login.groups.emit !== "assigned") {
    yield [
      ["login", "groups", "emit"],
      `is "${login.groups.emit}": whoever is in more than 200 groups, nested ones included, cannot sign in at all, since Entra then leaves the groups out and the API server refuses the token; "assigned" lists only granted groups`,
    ];
  }
  if (!login.protect) {
    yield [
      ["login", "protect"],
      "is false: Terraform may destroy the application and the associations, after which nobody can sign in",
    ];
  }
}

const found = (access: Access) => [...loginWarnings(access)];
