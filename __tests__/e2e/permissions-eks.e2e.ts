import { testRemoval } from "./removal-tests";

testRemoval(["eks-prod"], ["users", "people", "login"]);
