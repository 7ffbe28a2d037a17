import { z } from "zod";
import type { State } from "../../config/states/state";
import { heldBy } from "./deployed-state";
import type { Prepared } from "./preparation";

/** Stacks that were deployed from here, and are in the file no more. */
export async function goneLines({
  program,
  records,
  run,
}: Pick<Prepared, "program" | "records" | "run">): Promise<string[]> {
  const names = new Set(program.map(({ name }) => name));
  const gone = records.stacks().filter((stack) => !names.has(stack));
  const lines: string[] = [];
  for (const stack of gone) {
    const left = leftIn(stack, await run.read(stack));
    if (left === undefined) records.forget(stack);
    else lines.push(`note: ${stack} is not in the access file any more, and ${left}`);
  }
  return lines;
}

/** What would stay, and what to do; nothing if there is nothing to take away. */
function leftIn(stack: string, state: State | undefined): string | undefined {
  const people = heldValues(state);
  if (people > 0) {
    return `Entra still stores values of ${people === 1 ? "one person" : `${String(people)} people`}, which nothing clears. Put the attributes back with retired: true, deploy ${stack}, then delete them.`;
  }
  const isSent = (state?.resources ?? []).every(({ mode, type }) => mode === "data" || isRequest(type));
  if (isSent || heldBy(state) === 0) return undefined;
  return `its state still holds ${String(heldBy(state))} resources, which nothing takes away. Put its entry back, destroy the stack, then delete the entry.`;
}

/** To destroy one does nothing: it is a request that was sent, or Terraform's own. */
const isRequest = (type: string) => /^(?:msgraph_(?:resource_action|update_resource)|terraform_data)$/.test(type);

const Values = z.object({ body: z.object({ value: z.record(z.string(), z.unknown()) }) });

/** Of how many people the directory holds values of attributes. */
function heldValues(state: State | undefined): number {
  const instances = (state?.resources ?? []).flatMap((resource) =>
    resource.type === "msgraph_update_resource" ? resource.instances : [],
  );
  return instances.filter(({ attributes }) => {
    const { data } = Values.safeParse(attributes);
    return Object.values(data?.body.value ?? {}).some((value) => value !== null);
  }).length;
}
