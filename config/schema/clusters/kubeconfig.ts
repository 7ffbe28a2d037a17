import { z } from "zod";
import { Text } from "../names";

/** A context of a kubeconfig of the operator's own. */
export const Kubeconfig = z.strictObject({
  kubeconfig: Text(1024)
    .refine((path) => !/^~($|[^/])/.test(path), "must be a path; ~ works only as ~/, your home folder")
    .describe(
      "Path of a kubeconfig. It starts at the folder of the access file; ~/ is the home folder of the person who deploys.",
    ),
  context: Text(253).describe("Context of the kubeconfig. The current context is never used, because it changes."),
});
