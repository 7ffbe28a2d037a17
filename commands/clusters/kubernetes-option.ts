import { NoAnswer } from "../../config/no-answer";
import { kubernetesVersion, type KubernetesVersion } from "../../model/authentication/kubernetes-version";

/**
 * What `--kubernetes` says.
 *
 * @throws NoAnswer if it is no version
 */
export function kubernetesOption(text: string | undefined): KubernetesVersion | undefined {
  if (text === undefined) return undefined;
  const version = kubernetesVersion(text);
  if (version === undefined) throw new NoAnswer(`--kubernetes must be a version such as 1.34, got "${text}"`);
  return version;
}
