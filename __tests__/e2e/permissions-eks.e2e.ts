import { needEachEntry } from "./removed-entries";

needEachEntry(["eks-prod"], ["users", "people", "login", "eks-prod"]);
