import { testRemoval } from "./removal-tests";

testRemoval(["users", "people", "leavers"], []);
