import { withGrants } from "./access-text";

/** A file with a portal on its one cluster; the lines are added to the portal's, each with two spaces before it. */
export function withPortal(lines = "", version = "3.15"): string {
  return `${withGrants("[{ group: devs, clusterRole: view }]")}portal:
  cluster: prod
  url: https://portal.example.com
  namespace: krci
  version: "${version}"
${lines}`;
}
