import { additions } from "./documented";
import { runDocumented } from "./run-documented";

describe("the commands of the documents that add to a first deployment", () => {
  runDocumented(additions);
});
