import { z } from "zod";
import { ask } from "../../https/ask";
import type { Surroundings } from "../surroundings";

/** Microsoft Graph does not tell; the message is its own. */
export class GraphRefusal extends Error {
  override readonly name = "GraphRefusal";
}

const texts = z.array(z.string()).default([]);
const Platform = z.object({ redirectUris: texts }).nullish();
const Application = z.object({
  signInAudience: z.string().nullish(),
  groupMembershipClaims: z.string().nullish(),
  publicClient: Platform,
  spa: Platform,
  web: Platform,
  optionalClaims: z.object({ idToken: z.array(z.object({ name: z.string() })).default([]) }).nullish(),
});
const ServicePrincipal = z.object({
  id: z.string(),
  accountEnabled: z.boolean().nullish(),
  appRoleAssignmentRequired: z.boolean().nullish(),
});
const Grant = z.object({ consentType: z.string(), scope: z.string().nullish() });
const Assignment = z.object({ principalId: z.string() });
const page = <T extends z.ZodType>(item: T) =>
  z.object({ value: z.array(item), "@odata.nextLink": z.string().optional() });

export type LiveApplication = z.output<typeof Application>;
export type Consent = z.output<typeof Grant>;

/** The login as Entra has it. */
export interface LiveLogin {
  readonly application: LiveApplication;
  /** @default - nobody can sign in */
  readonly servicePrincipal?: z.output<typeof ServicePrincipal>;
}

/** More pages than any directory's assignments have. */
const mostPages = 50;

/** Reads of Microsoft Graph. */
export class GraphReader {
  constructor(
    private readonly surroundings: Surroundings,
    private readonly token: string,
    private readonly signal: AbortSignal,
  ) {}

  /** The application and its service principal; nothing if there is no such application. */
  async login(clientId: string): Promise<LiveLogin | undefined> {
    const filter = `$filter=${encodeURIComponent(`appId eq '${clientId}'`)}`;
    const [application] = await this.all(`applications?${filter}`, Application);
    if (application === undefined) return undefined;
    const [servicePrincipal] = await this.all(`servicePrincipals?${filter}`, ServicePrincipal);
    return { application, ...(servicePrincipal === undefined ? {} : { servicePrincipal }) };
  }

  consents(servicePrincipal: string): Promise<Consent[]> {
    return this.all(`servicePrincipals/${servicePrincipal}/oauth2PermissionGrants`, Grant);
  }

  /** Object IDs of people and groups. */
  async assigned(servicePrincipal: string): Promise<string[]> {
    const found = await this.all(`servicePrincipals/${servicePrincipal}/appRoleAssignedTo`, Assignment);
    return found.map(({ principalId }) => principalId);
  }

  private async all<T extends z.ZodType>(path: string, item: T): Promise<z.output<T>[]> {
    const found: z.output<T>[] = [];
    const { url } = this.surroundings.graph;
    let next: string | undefined = `${url}/v1.0/${path}`;
    // A token is sent to Microsoft Graph alone.
    for (let pages = 0; next?.startsWith(`${url}/`) === true && pages < mostPages; pages += 1) {
      const read: z.output<ReturnType<typeof page<T>>> = page(item).parse(await this.get(next));
      found.push(...read.value);
      next = read["@odata.nextLink"];
    }
    return found;
  }

  private async get(url: string): Promise<unknown> {
    const { env, now } = this.surroundings;
    const headers = { authorization: `Bearer ${this.token}` };
    const { status, body } = await ask(url, { env, now, signal: this.signal, headers });
    if (status === 200) return JSON.parse(body);
    const [, message = `it answers ${String(status)}`] = /"message":\s*"([^"]{1,240})/.exec(body) ?? [];
    throw new GraphRefusal(message);
  }
}
