import type { Access } from "../../config/schema/access";
import { variablesInWords } from "../../model/permissions/provider-credentials";
import { stackPermissions } from "../../model/permissions/stack-permissions";
import type { PlacedAccess } from "../../model/placed-access";
import { flavourNames, oldestVersions } from "../../model/terraform/flavour";
import { placeInWords, statePlace } from "../../model/states/state-place";
import { inWaves, type SynthesizedStack } from "../../sandbox/terraform/synthesis";
import { version } from "../../package.json";
import { markdownTable } from "../../config/markdown-table";
import { codeInCell } from "../markdown/code-span";
import { needsInWords } from "./needs";
import { binaryOf } from "./without-program";

const local = `
A state is a file of this machine, under its full path: if you move it, change the path in every \`main.tf.json\` that names it.`;

/** Nothing where neither a stack nor a state is at AWS. */
const forAws = (access: Access): string =>
  stackPermissions(access).some(({ apply }) => apply.aws.length > 0) ? ", `AWS_*` or a profile for AWS" : "";

/** What only some stacks sign in with, each sentence after a space. */
function elsewhere(access: Access): string {
  const sentences = stackPermissions(access).flatMap(({ stack, credentials }) =>
    credentials.map((one) => ` \`${stack}\` also needs those of ${one.where}: ${variablesInWords(one)}.`),
  );
  return sentences.join("");
}

/** What somebody who has Terraform and neither Node.js nor this program needs to know of the written folder. */
export function ejectedReadme(file: PlacedAccess, stacks: readonly SynthesizedStack[]): string {
  const { flavour } = file.access.terraform;
  const binary = binaryOf(flavour);
  const rows = inWaves(stacks).flatMap((wave, index) =>
    wave.map(({ name, dependencies }) => [
      String(index + 1),
      `\`${name}\``,
      dependencies.length === 0 ? "nothing" : dependencies.map((one) => `\`${one}\``).join(", "),
      codeInCell(placeInWords(statePlace(file, name))),
    ]),
  );
  return `# Sign-in with Microsoft Entra ID, as plain ${flavourNames[flavour]}

entra-eks ${version} wrote this folder from an access file. It needs ${flavourNames[flavour]} ${oldestVersions[flavour]} or newer, and neither Node.js nor entra-eks.
Each folder is one stack with its own state. The states stay where they were, so a first plan changes nothing.${
    file.access.backend.type === "local" ? local : ""
  }

## Order

Stacks of one step do not depend on each other. Destroy them in the reverse order.

${markdownTable(["step", "stack", "comes after", "state"], rows)}

## Commands

In each folder, in this order:

\`\`\`sh
${binary} init
${binary} plan
${binary} apply
\`\`\`

The credentials are the same as before: \`ARM_*\` or \`az login\` for Entra${forAws(file.access)}.${elsewhere(file.access)}

${needsInWords(file, stacks)}## What you lose

- Nobody checks a change before it is deployed. A mistake shows as a failed apply, or as a refused sign-in.
- Nobody says who may do what. The commands of entra-eks read the access file, and you no longer edit it.
- The addresses in these files are the names of people, groups and grants. A changed address deletes somebody's access and makes it anew.

Deploy from one place only. A deployment by entra-eks overwrites what you change here.
`;
}
