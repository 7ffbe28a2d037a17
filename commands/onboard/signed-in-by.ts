import { signInProgram, type SignInProgram } from "../../model/clusters/sign-in-programs";
import { own } from "../../model/own";
import type { Welcome } from "./welcome";

/** The clusters among those that the person may do something on to which this program signs in. */
export const signedInBy = (program: SignInProgram, { access, held }: Pick<Welcome, "access" | "held">): string[] =>
  held.flatMap(({ cluster }) => (signInProgram(own(access.clusters, cluster)) === program ? [cluster] : []));
