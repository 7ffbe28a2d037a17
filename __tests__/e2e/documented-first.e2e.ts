import { first } from "./documented";
import { runDocumented } from "./run-documented";

describe("the commands of the documents where nothing is deployed yet", () => {
  runDocumented(first);
});
