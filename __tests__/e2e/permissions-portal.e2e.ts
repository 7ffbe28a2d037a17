import { needEachEntry } from "./removed-entries";

needEachEntry(["portal"], ["users", "people", "login", "portal"]);
