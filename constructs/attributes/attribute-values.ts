import { Construct } from "constructs";
import type { AttributeValue } from "../../model/attributes/attribute";
import { address } from "../../model/terraform/address";
import { MsgraphUpdateResource } from "../msgraph/update-resource";
import { expression, type Expression } from "../terraform/expression";
import { literal } from "../terraform/literal";
import { template, type Part } from "../terraform/template";

export interface AttributeValuesProps {
  /** User principal name, in lower case. */
  readonly person: string;
  /** The person's object ID in a list, which is empty for whoever is not in the directory. */
  readonly objectIds: Expression;
  /** Every attribute of the file by its name; `null` for no value. */
  readonly values: Readonly<Record<string, AttributeValue>>;
  /** The attributes that are in use. */
  readonly claims: readonly string[];
  /** How the names of attributes begin in the directory. */
  readonly prefix: Part;
}

/** What the directory holds about one person: one resource, since each costs a request in every plan. */
export class AttributeValues extends Construct {
  constructor(scope: Construct, { person, objectIds, values, claims, prefix }: AttributeValuesProps) {
    super(scope, address(person));
    const resource = new MsgraphUpdateResource(this, "Resource", {
      url: template`users/${expression`each.key`}`,
      // A name that is left out would keep its value: only null clears it.
      body: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [template`${prefix}${name}`, asWritten(value)]),
      ),
      // Unless they are asked for, Graph does not answer with values, and a change by hand is never seen. A retired
      // attribute is not asked for: its definition goes before this resource is read for the last time.
      readQueryParameters: { $select: ["id", ...claims.map((name) => template`${prefix}${name}`)] },
      // Graph leaves a value that was taken away out of its answer.
      ignoreMissingProperty: false,
      // Only a definition that is not replicated: whoever has left would be waited for until the timeout.
      retryOn: ["extension properties are not available"],
      timeout: "5m",
    });
    resource.overrideLogicalId(this.node.id);
    // By object ID: a name that somebody else gets is another resource. The provider cannot move one to another user.
    resource.addOverride("for_each", expression`toset(${objectIds})`.template);
  }
}

const asWritten = (value: AttributeValue) => (typeof value === "string" ? literal(value) : value);
