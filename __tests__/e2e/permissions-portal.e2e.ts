import { testRemoval } from "./removal-tests";

testRemoval(["portal"], ["users", "people", "login", "eks-prod"]);
