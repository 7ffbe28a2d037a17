import { testRemoval } from "./removal-tests";

testRemoval(["rbac-prod"], ["users", "people", "login", "eks-prod"]);
