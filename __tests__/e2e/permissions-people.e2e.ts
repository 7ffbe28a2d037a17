import { needEachEntry } from "./removed-entries";

needEachEntry(["users", "people"], []);
