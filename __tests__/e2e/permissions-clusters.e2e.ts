import { testRemoval } from "./removal-tests";

testRemoval(["eks-prod", "rbac-prod", "portal"], ["users", "people", "login"]);
