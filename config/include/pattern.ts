/** Whether a text is one of these, or begins and ends as one of them with a `*` does. */
export function matches(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const star = pattern.indexOf("*");
    if (star < 0) return text === pattern;
    const [before, behind] = [pattern.slice(0, star), pattern.slice(star + 1)];
    return text.length >= before.length + behind.length && text.startsWith(before) && text.endsWith(behind);
  });
}

/**
 * Whether a namespace is one of Kubernetes or OpenShift themselves. Client secrets of this login are in openshift-config.
 * docs.openshift.com, "Working with projects", calls both beginnings critical.
 */
export const isOfPlatform = (namespace: string): boolean => /^(kube-|openshift(-|$))/.test(namespace);

/** As `matches` for namespaces: those of Kubernetes and OpenShift themselves are allowed by their whole name only. */
export const matchesNamespace = (name: string, patterns: readonly string[]) =>
  isOfPlatform(name) ? patterns.includes(name) : matches(name, patterns);
