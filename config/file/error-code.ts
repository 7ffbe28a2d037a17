import { ownIn } from "../../model/own";

/** What Node.js calls an error, such as `ENOENT`: nodejs.org/api/errors.html#errorcode. Nothing of one without a code. */
export function errorCode(error: unknown): string | undefined {
  const code = ownIn(error, "code");
  return typeof code === "string" ? code : undefined;
}

/** The words of the operating system where it has refused something: nodejs.org/api/errors.html#class-systemerror. Nothing of any other error. */
export function systemMessage(error: unknown): string | undefined {
  return ownIn(error, "syscall") === undefined ? undefined : String(ownIn(error, "message"));
}
