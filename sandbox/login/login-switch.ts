import { json, type Answer } from "./answer";
import type { Incoming } from "./incoming";
import type { Service } from "./service";

/** `/__login`: tells who signs in when `login_hint` names nobody; POST `{"user":…}` changes it, `null` for nobody. */
export function loginSwitch(service: Service, { method, body }: Incoming): Answer {
  if (method === "POST") {
    const { user } = JSON.parse(body) as { readonly user?: string | null };
    service.signInAs(user ?? undefined);
  }
  return json(200, { user: service.person ?? null });
}
