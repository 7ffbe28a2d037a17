import { loginWith } from "./login-by-version";

loginWith("3.9.0");
