/** Text of an operator as Terraform has to be given it, so that it reaches the cloud as written. */
export function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}
