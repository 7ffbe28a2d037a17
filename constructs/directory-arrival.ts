import { Construct } from "constructs";
import { arrived } from "../model/account";
import { address } from "../model/address";
import { MsgraphResourceAction } from "./msgraph/resource-action";

export interface DirectoryArrivalProps {
  /** User principal name or mail address, in lower case. */
  readonly person: string;
  /** The request by which the person has just come: its address, and the object ID as an expression without `${}`. */
  readonly by: { readonly address: string; readonly objectId: string };
}

/** Waits until somebody new is replicated, so that the stacks after this one find them. */
export class DirectoryArrival extends Construct {
  constructor(scope: Construct, { person, by: { address: request, objectId } }: DirectoryArrivalProps) {
    super(scope, address(person));
    const arrival = new MsgraphResourceAction(this, "Resource", {
      resourceUrl: `users/\${${objectId}}`,
      method: "GET",
      patience: { retryOn: ["ResourceNotFound"], timeout: "5m" },
      again: [request],
    });
    arrival.overrideLogicalId(address(person, arrived));
  }
}
