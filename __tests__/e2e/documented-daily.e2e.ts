import { daily } from "./documented";
import { runDocumented } from "./run-documented";

describe("the commands of the documents after a first deployment of everything", () => {
  runDocumented(daily);
});
