import type { presets as names } from "../../config/schema/clients/client";
import { own } from "../own";
import type { Preset } from "./preset";
import { argocd } from "./presets/argocd";
import { grafana } from "./presets/grafana";
import { headlamp } from "./presets/headlamp";
import { kiali } from "./presets/kiali";
import { krciPortal } from "./presets/krci-portal";
import { kubernetesDashboard } from "./presets/kubernetes-dashboard";

const presets: Readonly<Record<(typeof names)[number], Preset>> = {
  headlamp,
  kiali,
  argocd,
  grafana,
  "kubernetes-dashboard": kubernetesDashboard,
  "krci-portal": krciPortal,
};

/** What is known of a client; nothing of one without a preset. */
export const presetOf = ({ preset }: { readonly preset?: string | undefined }): Preset | undefined =>
  own(presets, preset);
