import { request as send } from "node:https";
import { text } from "node:stream/consumers";
import type { IncomingHttpHeaders } from "node:http";
import { CertificateAuthority } from "../../../sandbox/machine/certificates";
import type { DirectorySeed } from "../../../sandbox/msgraph/directory-view";
import { Directory } from "../../../sandbox/msgraph/directory";
import type { Faults } from "../../../sandbox/msgraph/faults";
import { type GraphServer, startGraph } from "../../../sandbox/msgraph/server";

/** What a test reads of an answer; a property that is not there fails its assertion. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: GraphBody;
}

export interface GraphBody {
  readonly id: string;
  readonly appId: string;
  readonly keyId: string;
  readonly secretText: string;
  readonly access_token: string;
  readonly error: { readonly code: string; readonly message: string };
  readonly value: readonly GraphBody[];
  readonly [name: string]: unknown;
}

export const seed: DirectorySeed = {
  tenant: { id: "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11", displayName: "Contoso", domains: ["contoso.com"] },
  deployer: { clientId: "d3b07384-d9a0-4c9b-8f6a-0a1b2c3d4e5f", clientSecret: "right", displayName: "terraform" },
  users: [
    { userPrincipalName: "ada@contoso.com", displayName: "Ada Lovelace" },
    { userPrincipalName: "bob@contoso.com", displayName: "Bob Brown", mail: null },
    { userPrincipalName: "cleo@contoso.com", displayName: "Cleo Clark", accountEnabled: false },
  ],
  groups: [
    { displayName: "platform", members: ["developers", "bob@contoso.com"] },
    { displayName: "developers", members: ["ada@contoso.com"] },
  ],
};

/** A graph of its own for one test, and somebody who is signed in to it. */
export class Client {
  private token = "";

  private constructor(
    readonly directory: Directory,
    readonly server: GraphServer,
    readonly ca: string,
  ) {}

  /** Signs in again: a token carries the permissions of the moment. */
  async renew(): Promise<void> {
    const { body } = await this.signIn(seed.deployer.clientId, seed.deployer.clientSecret);
    this.token = body.access_token;
  }

  static async start(faults: Faults = {}): Promise<Client> {
    const authority = await CertificateAuthority.create("test");
    const certificate = await authority.issueServer(["localhost"]);
    const directory = new Directory(seed);
    const server = await startGraph({ directory, certificate, port: 0, faults });
    const client = new Client(directory, server, authority.pem);
    await client.renew();
    return client;
  }

  signIn(clientId: string, clientSecret: string, more: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${this.server.url}/.default`,
      ...more,
    });
    return this.send("POST", `/${seed.tenant.id}/oauth2/v2.0/token`, form.toString());
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send("GET", `/v1.0/${path}`, undefined, headers);
  }

  post(path: string, body: object): Promise<Reply> {
    return this.send("POST", `/v1.0/${path}`, JSON.stringify(body));
  }

  patch(path: string, body: object): Promise<Reply> {
    return this.send("PATCH", `/v1.0/${path}`, JSON.stringify(body));
  }

  delete(path: string): Promise<Reply> {
    return this.send("DELETE", `/v1.0/${path}`);
  }

  /** What a `$ref` request sends to refer to an object. */
  reference(id: string): object {
    return { "@odata.id": `${this.server.url}/v1.0/directoryObjects/${id}` };
  }

  async send(
    method: string,
    path: string,
    payload?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const url = path.startsWith("https:") ? path : this.server.url + path;
    const authorization: Record<string, string> = this.token === "" ? {} : { authorization: `Bearer ${this.token}` };
    return new Promise((resolve, reject) => {
      const options = {
        method,
        ca: this.ca,
        servername: "localhost",
        agent: false,
        headers: { ...authorization, ...headers },
      };
      const request = send(url, options, (response) => {
        text(response).then((body) => {
          const json = response.headers["content-type"]?.startsWith("application/json") === true;
          const read = (json ? JSON.parse(body) : { text: body }) as GraphBody;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read });
        }, reject);
      });
      request.on("error", reject).end(payload);
    });
  }
}
