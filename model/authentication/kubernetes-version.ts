/** A release of Kubernetes, `1.34` say. */
export interface KubernetesVersion {
  readonly major: number;
  readonly minor: number;
}

/** Reads `1.34`, `v1.34` and `1.34.4`; nothing of anything else. */
export function kubernetesVersion(text: string): KubernetesVersion | undefined {
  const [, major, minor] = /^v?(\d{1,3})\.(\d{1,3})(?:[.+-].*)?$/.exec(text) ?? [];
  return major === undefined || minor === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}

/** Whether a release is this one or a later one. */
export function isAtLeast({ major, minor }: KubernetesVersion, least: KubernetesVersion): boolean {
  return major > least.major || (major === least.major && minor >= least.minor);
}
