import { first } from "./documented";
import { runDocumented } from "./run-documented";

describe("the commands of the README where nothing is deployed yet", () => {
  runDocumented(first);
});
