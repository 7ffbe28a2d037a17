import type { Access, Client } from "../../config/schema/access";
import type { SecretKeys } from "./secret-keys";

/** The roles of clients that judge for themselves, the strongest first. */
export const clientRoles = ["admin", "editor", "viewer"] as const;
export type ClientRole = (typeof clientRoles)[number];

/** What a preset is asked about. */
export interface ClientProps {
  /** Key of the client. */
  readonly name: string;
  readonly client: Client;
  /** Where Entra sends people back to, as it is registered. */
  readonly callback: string;
  readonly access: Pick<Access, "tenant" | "login">;
}

export interface ClientValuesProps extends ClientProps {
  /** Client ID of the login application: the audience that the cluster trusts. */
  readonly clientId: string;
  /** Object ID of each group of the client, by its key in the access file. */
  readonly objectIds: ReadonlyMap<string, string>;
}

/** What is known of a web application. */
export interface Preset {
  /** As people call it. */
  readonly title: string;
  /** Path of the callback, behind the client's address. */
  readonly callback: string;
  /**
   * Path, behind the client's address, that it has people sent to after they signed out.
   *
   * @default - it asks for no address, unless the file names one
   */
  readonly logout?: string;
  /**
   * Whether it puts its paths right behind the host, so that its address has none.
   *
   * @default false
   */
  readonly isAtRoot?: boolean;
  /**
   * Whether it lets nobody in whose token has no `email`.
   *
   * @default false
   */
  readonly demandsMail?: boolean;
  /** Whether it shows the user's ID token to the API server, which then judges; otherwise its own roles do. */
  readonly passesToken: boolean;
  /**
   * What it is where it signs people in without a secret.
   *
   * @default - it needs a secret
   */
  readonly public?: NonNullable<Client["public"]>;
  /** Those of its own roles that groups can have. */
  readonly roles: readonly ClientRole[];
  /**
   * Whether its administrators may apply anything with its own rights, which are those of cluster-admin by default.
   *
   * @default false
   */
  readonly adminsAreClusterAdmin?: boolean;
  /**
   * Redirects of its command line, which has no secret.
   *
   * @default - none
   */
  readonly cliRedirects?: readonly string[];
  /** What is in its Secret. */
  readonly secretKeys: (props: ClientProps) => SecretKeys;
  /**
   * Labels that it asks of its Secret.
   *
   * @default - none
   */
  readonly secretLabels?: Readonly<Record<string, string>>;
  /** Values for its chart. Nothing in them is secret. */
  readonly values: (props: ClientValuesProps) => unknown;
}
