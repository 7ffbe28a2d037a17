import type { Construct } from "constructs";
import { DataMsgraphResource } from "../msgraph/data-resource";
import { odataText } from "../msgraph/odata-text";
import { expression, joined, reference, type Expression } from "../terraform/expression";

/** Microsoft Graph answers 400 to more values in one `in`: learn.microsoft.com/graph/filter-query-parameter */
const batchSize = 15;

export interface UserLookup {
  /** By which property users are looked up. */
  readonly by: "userPrincipalName" | "mail";
  /** In lower case, each once. */
  readonly values: readonly string[];
  /** What is told of each user: a name and the property. */
  readonly told: Readonly<Record<string, string>>;
}

/**
 * Looks users up through msgraph, fifteen in a request. Whoever is not there is not in the answer.
 *
 * @param name what the ids of the data sources begin with
 * @returns a list of those who are there
 */
export function lookUpUsers(scope: Construct, name: string, { by, values, told }: UserLookup): Expression {
  const properties = [...new Set(Object.values(told))];
  const shape = Object.entries(told).map(([key, property]) => `${key}: ${property}`);
  const answers = inBatches(values).map((batch, index) => {
    const { friendlyUniqueId } = new DataMsgraphResource(scope, `${name}-${String(index)}`, {
      url: "users",
      queryParameters: { $filter: [`${by} in (${batch.map(odataText).join(",")})`], $select: [properties.join(",")] },
      responseExportValues: { people: `value[].{${shape.join(", ")}}` },
    });
    return reference("data.msgraph_resource", friendlyUniqueId, "output", "people");
  });
  return expression`concat(${joined(answers)})`;
}

function inBatches(values: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(values.length / batchSize) }, (_, index) =>
    values.slice(index * batchSize, (index + 1) * batchSize),
  );
}
