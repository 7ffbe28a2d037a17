import type { DirectoryView } from "../msgraph/directory-view";
import type { Answer } from "./answer";
import type { Forward } from "./forward";
import type { Incoming } from "./incoming";
import { issuerOf } from "./issuer";
import type { Place } from "./place";
import { Authorizations } from "./authorizations";
import type { TokenService } from "./tokens";

export interface ServiceProps {
  readonly tokens: TokenService;
  readonly directory: DirectoryView;
  readonly forward: Forward;
}

/** A request to an endpoint of the directory's tenant. */
export interface EndpointRequest {
  readonly incoming: Incoming;
  readonly place: Place;
  /** Of a GET from the query, of a POST from the form. */
  readonly parameters: URLSearchParams;
}

/** Answers the requests of one route. */
export type Endpoint = (service: Service, request: EndpointRequest) => Answer | Promise<Answer>;

/** What the endpoints of one running Entra have in common. */
export class Service {
  readonly authorizations = new Authorizations();
  readonly tokens: TokenService;
  readonly directory: DirectoryView;
  readonly forward: Forward;
  private someone: string | undefined;

  constructor(
    { tokens, directory, forward }: ServiceProps,
    /** Where it listens, without a slash at the end. */
    readonly url: () => string,
  ) {
    this.tokens = tokens;
    this.directory = directory;
    this.forward = forward;
  }

  /** Who signs in when `login_hint` names nobody. */
  get person(): string | undefined {
    return this.someone;
  }

  /** From now on this person signs in when `login_hint` names nobody. */
  signInAs(person: string | undefined): void {
    this.someone = person;
  }

  /** The `iss` of tokens that are asked for at a place. */
  issuerAt({ version, local }: Place): string {
    const { id: tenantId } = this.directory.tenant;
    return issuerOf({ tenantId, version, localUrl: local ? this.url() : undefined });
  }
}
