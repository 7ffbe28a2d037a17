/** What can be printed of how an API server judges tokens. */
export const authenticationFormats = ["authentication-config", "flags", "kind", "kubeadm", "k3s"] as const;

export type AuthenticationFormat = (typeof authenticationFormats)[number];
