import { Construct } from "constructs";
import { address } from "../../model/terraform/address";
import { arrived } from "../../model/users/account";
import { MsgraphResourceAction } from "../msgraph/resource-action";
import type { Expression } from "../terraform/expression";
import { template } from "../terraform/template";

export interface DirectoryArrivalProps {
  /** User principal name or mail address, in lower case. */
  readonly person: string;
  /** The request by which the person has just come: its address, and the object ID. */
  readonly by: { readonly address: string; readonly objectId: Expression };
}

/** Waits until somebody new is replicated, so that the stacks after this one find them. */
export class DirectoryArrival extends Construct {
  constructor(scope: Construct, { person, by: { address: request, objectId } }: DirectoryArrivalProps) {
    super(scope, address(person));
    const arrival = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: template`users/${objectId}`,
      method: "GET",
      patience: { retryOn: ["ResourceNotFound"], timeout: "5m" },
      again: [request],
    });
    arrival.overrideLogicalId(address(person, arrived));
  }
}
