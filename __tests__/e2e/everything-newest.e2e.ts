import { everythingWith } from "./everything-by-version";

everythingWith("3.9.0");
