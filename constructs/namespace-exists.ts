import { literal } from "./literal";

/**
 * A precondition of what stands in a namespace. Kubernetes would say so too, but only after other objects were made.
 *
 * @param namespaces every namespace of the cluster, as an expression without `${}`
 * @param what what needs the namespace, in words that name it
 */
export function namespaceExists(namespaces: string, namespace: string, what: string) {
  return {
    condition: `\${contains(${namespaces}, "${namespace}")}`,
    errorMessage: literal(
      `The ${what} needs that namespace, which is not there. Create it, or take it out of the grant.`,
    ),
  };
}
