import { needEachEntry } from "./removed-entries";

needEachEntry(["rbac-prod"], ["users", "people", "rbac-prod"]);
