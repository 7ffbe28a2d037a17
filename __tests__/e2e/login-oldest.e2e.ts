import { loginWith } from "./login-by-version";

loginWith("3.7.0");
