/** Path of its callback: packages/trpc/src/routers/auth/procedures/login of github.com/KubeRocketCI/krci-portal. */
export const krciCallback = "/auth/callback";

/** Keys of its Secret, whatever the Secret is called: docs.kuberocketci.io, "UI Portal OIDC configuration". */
export const krciSecretKeys = { clientSecret: "OIDC_CLIENT_SECRET", sessionKey: "SERVER_SECRET" } as const;

/** @typeParam Text what stands for a text that is known to the cloud only */
export interface KrciValuesProps<Text> {
  readonly url: string;
  readonly namespace: string;
  /** Its Kubernetes Secret. */
  readonly secretName: string;
  /** What the whole cluster trusts. */
  readonly issuerUrl: Text;
  readonly clientId: Text;
  readonly scopes: readonly string[];
}

/** Values of its own chart, by the keys of deploy-templates/values.yaml; in edp-install they stand below `krci-portal`. */
export const krciValues = <Text>(props: KrciValuesProps<Text>) => ({
  configEnv: {
    PORTAL_URL: props.url,
    OIDC_ISSUER_URL: props.issuerUrl,
    OIDC_CLIENT_ID: props.clientId,
    OIDC_SCOPE: props.scopes.join(" "),
    OIDC_CODE_CHALLENGE_METHOD: "S256",
    DEFAULT_CLUSTER_NAMESPACE: props.namespace,
  },
  extraEnvFrom: [{ secretRef: { name: props.secretName } }, { configMapRef: { name: "portal-config" } }],
});
