import { needEachEntry } from "./removed-entries";

needEachEntry(
  ["users", "people", "attributes", "credentials"],
  ["users", "people", "login", "attributes", "credentials"],
);
