import { Construct } from "constructs";
import { arrived } from "../model/account";
import { address } from "../model/address";
import { MsgraphResourceAction } from "./msgraph/resource-action";
import type { Expression } from "./terraform/expression";
import { template } from "./terraform/template";

export interface DirectoryArrivalProps {
  /** User principal name or mail address, in lower case. */
  readonly person: string;
  /** Object ID of somebody who has just come. */
  readonly objectId: Expression;
}

/** Waits until somebody new is replicated, so that the stacks after this one find them. */
export class DirectoryArrival extends Construct {
  constructor(scope: Construct, { person, objectId }: DirectoryArrivalProps) {
    super(scope, address(person));
    const arrival = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: template`users/${objectId}`,
      method: "GET",
      patience: { retryOn: ["ResourceNotFound"], timeout: "5m" },
    });
    arrival.overrideLogicalId(address(person, arrived));
  }
}
