import type { Client } from "../../config/schema/access";
import { registered } from "./client";
import { presetOf } from "./presets";

/** Where Entra sends people back to, as it is registered. The rules see to it that there is a callback without a preset. */
export const callbackOf = ({ url, callback, preset }: Pick<Client, "url" | "callback" | "preset">) =>
  registered(callback ?? `${url}${presetOf({ preset })?.callback ?? ""}`);
