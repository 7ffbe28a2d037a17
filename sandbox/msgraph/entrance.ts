import type { AccessTokens } from "./access-tokens";
import type { Directory } from "./directory";
import { azureMetadata, instanceDiscovery, openidConfiguration } from "./discovery";
import type { GraphRequest, Routed } from "./graph-request";
import { TokenEndpoint } from "./token-endpoint";

const loginHost = "login.microsoftonline.com";

/** What of Azure and Entra leads to Graph: metadata, discovery and tokens. */
export class Entrance {
  private readonly tokenEndpoint: TokenEndpoint;

  constructor(
    private readonly directory: Directory,
    private readonly url: string,
    tokens: AccessTokens,
  ) {
    this.tokenEndpoint = new TokenEndpoint(directory, tokens, url);
  }

  /** `undefined` if nothing is there. */
  answer(request: GraphRequest): Routed | undefined {
    const [path = ""] = request.path.split("?");
    const [, tenantName = ""] = path.split("/");
    const route = path.replace(/^\/[^/]+(?=\/(oauth2\/)?v2\.0\/)/, "/{}");
    const { id } = this.directory.tenant;
    switch (`${request.method} ${route}`) {
      case "GET /metadata/endpoints":
        return { route, answer: { status: 200, body: azureMetadata(this.url) } };
      case "GET /common/discovery/instance":
        return { route, answer: { status: 200, body: instanceDiscovery(this.asked(request), id) } };
      case "GET /{}/v2.0/.well-known/openid-configuration":
        return { route, answer: { status: 200, body: openidConfiguration(this.asked(request), id) } };
      case "POST /{}/oauth2/v2.0/token":
        return { route, answer: this.tokenEndpoint.answer(tenantName, new URLSearchParams(request.body)) };
      default:
        return undefined;
    }
  }

  /** The address that was asked: MSAL wants the issuer on it. [src] */
  private asked({ headers }: GraphRequest): string {
    return headers["host"] === loginHost ? `https://${loginHost}` : this.url;
  }
}
