import { testRemoval } from "./removal-tests";

testRemoval(["login", "attributes", "credentials"], ["users", "people"]);
