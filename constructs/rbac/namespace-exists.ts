import { expression, type Expression } from "../terraform/expression";
import { template } from "../terraform/template";

/**
 * A precondition of what stands in a namespace. Kubernetes would say so too, but only after other objects were made.
 *
 * @param namespaces every namespace of the cluster
 * @param what what needs the namespace, in words that name it
 */
export function namespaceExists(namespaces: Expression, namespace: string, what: string) {
  return {
    condition: expression`contains(${namespaces}, ${namespace})`.template,
    errorMessage: template`The ${what} needs that namespace, which is not there. Create it, or take it out of the grant.`,
  };
}
