import { needEachEntry } from "./removed-entries";

needEachEntry(["attributes", "credentials"], ["users", "people", "login"]);
