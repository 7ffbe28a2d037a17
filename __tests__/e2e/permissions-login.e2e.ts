import { needEachEntry } from "./removed-entries";

needEachEntry(["login"], ["users", "people", "login"]);
