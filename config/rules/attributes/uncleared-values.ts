import { z } from "zod";
import { nameAt } from "../../../model/terraform/address";
import { deployAloneCommand, deployCommand } from "../../../model/terraform/deploy-command";
import { attributesOf } from "../../states/state";
import type { Rule } from "../rule";
import { localState, resourcesIn } from "../states/local-resources";

const Attributes = z.object({
  body: z.object({ value: z.record(z.string().regex(/^\w{1,200}$/), z.unknown()) }).nullish(),
});

/**
 * Values of people, or of attributes, that are gone from the file while a local state says that the directory still holds
 * them. Destroying such a resource writes nothing, and without the definition a value cannot be reached any more, though it
 * counts: learn.microsoft.com/graph/extensibility-overview. What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const leftValues = (directory: string): Rule =>
  function* leftValues({ backend, attributes, users }) {
    const file = localState(backend, directory, "attributes");
    if (file === undefined) return;
    const listed = new Set(Object.keys(users).map((name) => name.toLowerCase()));
    const gone = new Map<string, number>();
    for (const { person, values } of peopleIn(file)) {
      if (!listed.has(person) && values.length > 0) {
        yield {
          path: ["users", person],
          at: "key",
          must: `must stay until the values are cleared: ${file} says that Entra still stores ${values.join(", ")}`,
          hint: `put the entry back as {}, run ${deployAloneCommand("attributes")}, then delete it`,
        };
      }
      for (const name of values.filter((value) => !Object.hasOwn(attributes, value))) {
        gone.set(name, (gone.get(name) ?? 0) + 1);
      }
    }
    for (const [name, people] of gone) {
      yield {
        path: ["attributes", name],
        at: "key",
        must: `must stay until its values are cleared: ${file} says that Entra still stores ${people === 1 ? "one" : String(people)}`,
        hint: `put the entry back with retired: true, run ${deployCommand("attributes")}, then delete it`,
      };
    }
  };
leftValues.brings = {
  "users.*": "must stay until the values of the person are cleared",
  "attributes.*": "must stay until its values are cleared",
};

/** Each person of a state with the names of the attributes that have a value. */
function peopleIn(file: string): { readonly person: string; readonly values: readonly string[] }[] {
  return resourcesIn(file)
    .filter(({ type }) => type === "msgraph_update_resource")
    .map((resource) => {
      const { name } = resource;
      const bodies = attributesOf(file, resource, Attributes).flatMap(({ body }) => Object.entries(body?.value ?? {}));
      const values = bodies.flatMap(([full, value]) =>
        value === null ? [] : full.replace(/^extension_[0-9a-f]{32}_/, ""),
      );
      return { person: nameAt(name), values };
    });
}
