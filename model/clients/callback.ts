import type { Client } from "../../config/schema/access";
import { registered } from "./client";
import { presetOf } from "./presets";

/** Where Entra sends people back to, as it is registered. The rules see to it that there is a callback without a preset. */
export const callbackOf = ({ url, callback, preset }: Pick<Client, "url" | "callback" | "preset">) =>
  registered(callback ?? `${url}${presetOf({ preset })?.callback ?? ""}`);

/** Where Entra sends people to after they signed out, as it is registered; nothing if nobody asks for it. */
export function logoutOf({ url, logout, preset }: Pick<Client, "url" | "logout" | "preset">): string | undefined {
  const path = presetOf({ preset })?.logout;
  const address = logout ?? (path === undefined ? undefined : `${url}${path}`);
  return address === undefined ? undefined : registered(address);
}
