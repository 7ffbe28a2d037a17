import { everythingWith } from "./everything-by-version";

everythingWith("3.7.0");
