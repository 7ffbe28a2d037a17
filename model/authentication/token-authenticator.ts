/**
 * Which ID tokens an API server takes, and what it reads of them: kube-apiserver's `--oidc-*` flags, as EKS passes them.
 *
 * kubernetes.io/docs/reference/access-authn-authz/authentication, "Configuring the API server"
 */
export interface TokenAuthenticator {
  /** The `iss`, letter by letter. */
  readonly issuerUrl: string;
  /** What `aud` has to name. */
  readonly clientId: string;
  readonly usernameClaim: string;
  /** Stands before the user name; empty for none. */
  readonly usernamePrefix: string;
  /** @default - no groups are read */
  readonly groupsClaim?: string;
  /** Stands before each group; empty for none. */
  readonly groupsPrefix: string;
  /** Claims and the text that each has to have. */
  readonly requiredClaims: Readonly<Record<string, string>>;
  /**
   * How the API server is told all that. An `AuthenticationConfiguration` takes every signing algorithm, and ours refuses
   * names that begin with `system:`.
   *
   * @default "flags"
   */
  readonly toldBy?: ToldBy;
  /**
   * Claims beside `groupsClaim` that name groups, each group with the name of its claim before it. Only an
   * `AuthenticationConfiguration` can say that.
   *
   * @default - none
   */
  readonly furtherGroupsClaims?: readonly string[];
}

/** The two ways of kube-apiserver: `--oidc-*`, and the file of `--authentication-config`. */
export type ToldBy = "flags" | "configuration";
