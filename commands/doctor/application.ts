import type { Access } from "../../config/schema/access";
import { applicationFindings } from "./application/application-findings";
import { assignmentFindings } from "./application/assignment-findings";
import { consentFindings } from "./application/consent-findings";
import { GraphReader, GraphRefusal } from "./application/graph-reader";
import type { DeployedStacks } from "./deployed";
import { about, type Finding } from "./finding";
import type { Graph, Surroundings } from "./surroundings";
import { unanswered } from "../https/unanswered";
import { page } from "../terminal/page";

const { broken, notLookedAt } = about("application");

/** The application that people sign in to, its consent and who is assigned to it, as Microsoft Graph tells. */
export async function application(
  access: Access,
  { login, people }: DeployedStacks,
  surroundings: Surroundings,
): Promise<Finding[]> {
  if ("reason" in login) {
    return [notLookedAt("application", `The application is not known. ${login.reason}`)];
  }
  const signal = surroundings.limit();
  const token = await tokenOf(surroundings.graph, access.tenant, signal);
  if (typeof token !== "string") return [token];
  const graph = new GraphReader(surroundings, token, signal);
  try {
    const found = await graph.login(login.outputs.client_id);
    if (found === undefined) {
      const sentence = `Entra has no application ${login.outputs.client_id} in tenant ${access.tenant}`;
      return [
        broken(
          "application-missing",
          sentence,
          "If somebody deleted it, restore it within 30 days: Entra ID, App registrations, Deleted applications",
        ),
      ];
    }
    return [
      ...applicationFindings(access, found),
      ...(await consentFindings(access, login.outputs.client_id, found, graph)),
      ...(await assignmentFindings(access, found, people, graph)),
    ];
  } catch (error) {
    return [refused(error)];
  }
}

async function tokenOf({ token }: Graph, tenant: string, signal: AbortSignal): Promise<string | Finding> {
  try {
    return await token(tenant, signal);
  } catch (error) {
    return notLookedAt(
      "application",
      `There are no credentials for Microsoft Graph: ${unanswered(error).reason}`,
      `az login --tenant ${tenant}, or set ARM_*: ${page("deploying-identities.md")}`,
    );
  }
}

function refused(error: unknown): Finding {
  if (error instanceof GraphRefusal) {
    return notLookedAt(
      "application",
      `Microsoft Graph refuses to tell: ${error.message}`,
      "It needs Application.Read.All and Directory.Read.All, or a person who may read the directory",
    );
  }
  return notLookedAt("application", `Microsoft Graph cannot be asked: ${unanswered(error).reason}`);
}
