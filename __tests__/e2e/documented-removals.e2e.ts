import { removals } from "./documented";
import { runDocumented } from "./run-documented";

describe("the commands of the documents that take away from a deployment of everything", () => {
  runDocumented(removals);
});
