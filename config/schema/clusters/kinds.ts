/** Kinds of clusters that are reached by a context of the operator's kubeconfig. */
export const kubeconfigKinds = ["kubernetes", "aks", "openshift"] as const;

/** The kinds of clusters: each is a key of an entry under `clusters`, and each entry has exactly one of them. */
export const kinds = ["eks", ...kubeconfigKinds] as const;

export type Kind = (typeof kinds)[number];

/** Keys of an entry that only an EKS cluster has. */
export const eksKeys = ["associate", "associationName", "tags"] as const;

export type EksKey = (typeof eksKeys)[number];
