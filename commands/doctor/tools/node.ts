import { about, type Finding } from "../finding";
import { isAtLeast } from "../program-version";

const { broken, fine } = about("tools");

/** @param wanted as package.json has it, such as `>=20.9` */
export function node(version: string, wanted: string): Finding {
  const [major = 0, minor = 0] = wanted.replace(">=", "").split(".").map(Number);
  if (isAtLeast(version, [major, minor])) return fine("node", `Node.js is ${version}`);
  return broken(
    "node-old",
    `Node.js is ${version}, and this program needs ${wanted.replace(">=", "")} or newer`,
    "Install a newer one from nodejs.org",
  );
}
