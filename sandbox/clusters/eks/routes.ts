import { z } from "zod";
import { describedAssociation } from "./association";
import { account, AwsRefusal } from "./aws-refusal";
import type { Clusters } from "./clusters";
import { OidcRequest } from "./oidc-request";
import { page } from "./page";
import { requestBody } from "./request-body";
import { Tags } from "./tags";

/** What a route is asked, apart from the variables in its path. */
export interface RouteInput {
  readonly body: string;
  readonly query: URLSearchParams;
}

/** One operation of an API. */
export interface Route {
  readonly method: string;
  /** Path with `{}` for each variable. */
  readonly path: string;
  /** The answer, JSON; the variables of the path are decoded. */
  readonly answer: (input: RouteInput, first: string, second: string) => unknown;
  /**
   * Whose access key is in a request that is not signed itself.
   *
   * @default - every request has to be signed
   */
  readonly unsigned?: (input: RouteInput) => string | undefined;
  /**
   * ARN of what the request acts on, in the caller's account.
   *
   * @default - everything
   */
  readonly resource?: (input: RouteInput, first: string, account: string) => string;
  /**
   * What the caller has to be allowed beside: an operation as the table of the model names it, and the ARN it acts on.
   *
   * @default - nothing
   */
  readonly beside?: (
    input: RouteInput,
    first: string,
    account: string,
  ) => readonly [request: string, arn: string] | undefined;
  /**
   * Values of the condition keys that the service fills in.
   *
   * @default - none
   */
  readonly context?: (input: RouteInput) => Readonly<Record<string, string>>;
}

const clientRequestToken = z.string().optional();
const AssociateRequest = z.strictObject({ oidc: OidcRequest, tags: Tags.optional(), clientRequestToken });
// [doc] The only type is oidc.
const provider = z.strictObject({ type: z.literal("oidc"), name: z.string().min(1) });
const DescribeRequest = z.strictObject({ identityProviderConfig: provider });
const DisassociateRequest = z.strictObject({ identityProviderConfig: provider, clientRequestToken });
const TagRequest = z.strictObject({ tags: Tags });

/** The operations of the EKS API that signing in needs. */
export function eksRoutes(clusters: Clusters): readonly Route[] {
  const slot = (cluster: string) => clusters.named(cluster).slot;
  const inAccount = (arn: string, owner: string) => arn.replace(account, owner);
  const ofCluster = {
    resource: (_: RouteInput, name: string, owner: string) => inAccount(clusters.named(name).arn, owner),
  };
  // [doc] Both act on the association; [guess] on which, where there is none of that name.
  const configArn = (cluster: string, name: string, owner: string) => {
    const { arn, slot: place } = clusters.named(cluster);
    const none = `${arn.replace(":cluster/", ":identityproviderconfig/")}/oidc/${name}/00000000-0000-0000-0000-000000000000`;
    return inAccount(place.association?.name === name ? place.association.arn : none, owner);
  };
  const ofConfig = {
    resource({ body }: RouteInput, cluster: string, owner: string) {
      const { name } = requestBody(body, DescribeRequest.or(DisassociateRequest)).identityProviderConfig;
      return configArn(cluster, name, owner);
    },
  };
  const ofTagged = { resource: (_: RouteInput, arn: string, owner: string) => inAccount(arn, owner) };
  return [
    { method: "GET", path: "/clusters", answer: ({ query }) => page("clusters", clusters.names, query) },
    {
      method: "GET",
      path: "/clusters/{}",
      ...ofCluster,
      answer: (_, name) => ({ cluster: clusters.named(name).described() }),
    },
    {
      method: "POST",
      path: "/clusters/{}/identity-provider-configs/associate",
      ...ofCluster,
      context({ body }) {
        const { issuerUrl, clientId } = requestBody(body, AssociateRequest).oidc;
        return { "eks:issuerUrl": issuerUrl, "eks:clientId": clientId };
      },
      // [doc] Actions that make a tagged resource need eks:TagResource too: EKS User Guide, "Tagging your resources".
      beside({ body }, cluster, owner) {
        const { oidc, tags } = requestBody(body, AssociateRequest);
        if (tags === undefined) return undefined;
        return ["POST /tags/{}", configArn(cluster, oidc.identityProviderConfigName, owner)];
      },
      answer({ body }, cluster) {
        const place = slot(cluster);
        const { oidc, tags = {} } = requestBody(body, AssociateRequest);
        return { update: place.associate(oidc, tags), tags };
      },
    },
    {
      method: "POST",
      path: "/clusters/{}/identity-provider-configs/describe",
      ...ofConfig,
      answer({ body }, cluster) {
        const place = slot(cluster);
        const { name } = requestBody(body, DescribeRequest).identityProviderConfig;
        return { identityProviderConfig: { oidc: describedAssociation(place.named(name)) } };
      },
    },
    {
      method: "POST",
      path: "/clusters/{}/identity-provider-configs/disassociate",
      ...ofConfig,
      answer({ body }, cluster) {
        const place = slot(cluster);
        return { update: place.disassociate(requestBody(body, DisassociateRequest).identityProviderConfig.name) };
      },
    },
    {
      method: "GET",
      path: "/clusters/{}/identity-provider-configs",
      answer({ query }, cluster) {
        const { association } = slot(cluster);
        const all = association === undefined ? [] : [{ type: "oidc", name: association.name }];
        return page("identityProviderConfigs", all, query);
      },
    },
    {
      method: "GET",
      path: "/clusters/{}/updates",
      answer: ({ query }, cluster) => page("updateIds", [...slot(cluster).updates.keys()], query),
    },
    {
      method: "GET",
      path: "/clusters/{}/updates/{}",
      answer(_, cluster, id) {
        const update = slot(cluster).updates.get(id);
        if (update !== undefined) return { update };
        throw new AwsRefusal(404, "ResourceNotFoundException", `No update found for id: ${id}`); // [guess] Words.
      },
    },
    { method: "GET", path: "/tags/{}", answer: (_, arn) => ({ tags: clusters.tagged(arn).tags }) },
    {
      method: "POST",
      path: "/tags/{}",
      ...ofTagged,
      answer({ body }, arn) {
        const { tags, retag } = clusters.tagged(arn);
        retag({ ...tags, ...requestBody(body, TagRequest).tags });
        return {};
      },
    },
    {
      method: "DELETE",
      path: "/tags/{}",
      ...ofTagged,
      answer({ query }, arn) {
        const { tags, retag } = clusters.tagged(arn);
        retag(Object.fromEntries(Object.entries(tags).filter(([key]) => !query.getAll("tagKeys").includes(key))));
        return {};
      },
    },
  ];
}
