/** What an API server that you start yourself reads. */
const apiServerFormats = ["authentication-config", "flags", "kind", "kubeadm", "k3s"] as const;

export type ApiServerFormat = (typeof apiServerFormats)[number];

/** What an OpenShift cluster is told in. */
const openshiftFormats = ["openshift", "rosa", "aro"] as const;

export type OpenShiftFormat = (typeof openshiftFormats)[number];

export const isOpenShiftFormat = (format: string): format is OpenShiftFormat =>
  openshiftFormats.some((one) => one === format);

/** What can be printed of how an API server judges tokens. */
export const authenticationFormats = [...apiServerFormats, ...openshiftFormats] as const;

export type AuthenticationFormat = (typeof authenticationFormats)[number];
