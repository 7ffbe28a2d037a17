import { stringify } from "yaml";
import { NoAnswer } from "../../config/no-answer";
import { oidcFlags } from "../../model/authentication/oidc-flags";
import {
  configurationFile,
  configurationOf,
  inexpressible,
  startedWith,
  type ApiServerSettings,
} from "../../model/clusters/api-server-settings";
import { k3sConfiguration, k3sFolder } from "../../model/clusters/k3s-configuration";
import { kindConfiguration } from "../../model/clusters/kind-configuration";
import {
  apiServerFolder,
  beyondKubeadm,
  kubeadmConfiguration,
  kubeadmVersion,
} from "../../model/clusters/kubeadm-configuration";
import type { ApiServerFormat } from "./formats";

/** What is printed: with `--json` the value, else the text. */
export interface InFormat {
  readonly value: unknown;
  readonly text: string;
}

/**
 * What tells an API server to trust the login.
 *
 * @throws NoAnswer if the form has no words for what the access file says
 */
export function inFormat(settings: ApiServerSettings, format: ApiServerFormat): InFormat {
  switch (format) {
    case "authentication-config":
      demand(inexpressible(settings, "configuration"));
      return inYaml(configurationOf(settings));
    case "flags":
      demand(inexpressible(settings, "flags"));
      return inLines(settings);
    case "kind":
      demandCarried(settings);
      demand(beyondKubeadm("v1beta3", startedWith(settings, apiServerFolder)));
      return inYaml(kindConfiguration(settings), [
        ...fileFirst(settings, `./${configurationFile}`, "in the folder where you run kind"),
        "# kind create cluster --config <this file>",
      ]);
    case "kubeadm":
      demandCarried(settings);
      demand(beyondKubeadm(kubeadmVersion(settings), startedWith(settings, apiServerFolder)));
      return inYaml(kubeadmConfiguration(settings), [
        ...fileFirst(settings, `${apiServerFolder}/${configurationFile}`, "on each control-plane node"),
        "# Add this to the ClusterConfiguration that you give to kubeadm",
      ]);
    case "k3s":
      demandCarried(settings);
      return inYaml(k3sConfiguration(settings), [
        ...fileFirst(settings, `${k3sFolder}/${configurationFile}`, "on each server"),
        `# Add this to ${k3sFolder}/config.yaml, and restart k3s`,
      ]);
  }
}

function demand(missing: string | undefined): void {
  if (missing !== undefined) throw new NoAnswer(missing);
}

const demandCarried = (settings: ApiServerSettings) => {
  demand(inexpressible(settings, "carried"));
};

/** The file that the flags name, unless they say everything themselves. */
const fileFirst = (settings: ApiServerSettings, path: string, where: string) =>
  inexpressible(settings, "configuration") === undefined
    ? [`# First save what --format authentication-config prints as ${path} ${where}`]
    : [];

const inYaml = (value: unknown, comments: readonly string[] = []): InFormat => ({
  value,
  text: [...comments, stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })].join("\n"),
});

function inLines({ authenticators }: ApiServerSettings): InFormat {
  const flags = authenticators.flatMap(oidcFlags).map(({ name, value }) => `--${name}=${value}`);
  return { value: flags, text: flags.join("\n") };
}
