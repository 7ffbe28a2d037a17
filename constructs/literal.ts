import { template } from "./terraform/template";

/** Text of an operator as Terraform has to be given it, so that it reaches the cloud as written. */
export function literal(text: string): string {
  return template`${text}`;
}
