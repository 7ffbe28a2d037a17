import { testRemoval } from "./removal-tests";

testRemoval(["users", "people", "login", "leavers", "attributes", "credentials"], []);
