import { startedWith, type ApiServerSettings } from "./api-server-settings";

/** Where the server of k3s finds the file: it runs on the node itself, so nothing has to be mounted. */
export const k3sFolder = "/etc/rancher/k3s";

/** What of /etc/rancher/k3s/config.yaml makes its API server trust a login: docs.k3s.io/cli/server, "Customized Flags". */
export const k3sConfiguration = (settings: ApiServerSettings) => ({
  "kube-apiserver-arg": startedWith(settings, k3sFolder).flags.map(({ name, value }) => `${name}=${value}`),
});
