import { z } from "zod";
import { clientStack, confidentialClients } from "../../../model/clients/client";
import { openshiftStack, openshiftsWithSecret } from "../../../model/clusters/openshift";
import type { PlacedAccess } from "../../../model/placed-access";
import { statePlace } from "../../../model/states/state-place";
import { deployAloneCommand } from "../../../model/terraform/deploy-command";
import type { Path } from "../../mistake";
import { usualSecret } from "../../schema/clients/client";
import type { FoundAt } from "../warning";
import { attributesOf, stateIn } from "../../states/state";

const day = 86_400_000;

const Password = z.object({ end_date: z.iso.datetime({ offset: true }) });

/**
 * A client secret whose successor is overdue, by the stack's local state: nothing rotates while nobody deploys. What lies in
 * other backends cannot be seen from here.
 *
 * @param now milliseconds since 1970
 */
export function* secretEnd(file: PlacedAccess, now: number): Iterable<FoundAt> {
  const { portal, login } = file.access;
  if (portal !== undefined) {
    yield* overdue(file, "portal", { path: ["portal"], days: portal.secret.overlapDays, now });
  }
  for (const [name, { secret = usualSecret }] of confidentialClients(file.access)) {
    yield* overdue(file, clientStack(name), { path: ["clients", name], days: secret.overlapDays, now });
  }
  for (const [key, { openshift, state }] of openshiftsWithSecret(file.access)) {
    if (state === "absent") continue;
    yield* overdue(file, openshiftStack(key), {
      path: ["clusters", key, "openshift"],
      days: openshift.secret.overlapDays,
      now,
    });
  }
  if (login.kubectl === "confidential") {
    yield* overdue(file, "credentials", { path: ["login", "kubectl"], days: 30, now });
  }
}

interface Due {
  readonly path: Path;
  /** How long before its end a secret has a successor. */
  readonly days: number;
  readonly now: number;
}

function* overdue(file: PlacedAccess, stack: string, { path, days, now }: Due): Iterable<FoundAt> {
  const place = statePlace(file, stack);
  const end = place.type === "local" ? latestEnd(place.path) : undefined;
  if (end === undefined || end >= now + days * day) return;
  const when = `${end < now ? "ended" : "ends"} on ${new Date(end).toISOString().slice(0, 10)}`;
  yield [path, `has a client secret that ${when}`, `The next one is due: run ${deployAloneCommand(stack)}.`];
}

function latestEnd(path: string): number | undefined {
  const ends = (stateIn(path)?.resources ?? [])
    .filter(({ type }) => type === "azuread_application_password")
    .flatMap((resource) => attributesOf(path, resource, Password).map(({ end_date }) => Date.parse(end_date)));
  return ends.length === 0 ? undefined : Math.max(...ends);
}
