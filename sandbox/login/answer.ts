import { randomUUID } from "node:crypto";
import type { EntraError } from "./entra-error";

/** What a server sends back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer for programs. */
export function json(status: number, body: unknown): Answer {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}

/** Leads the browser to an address with more parameters; one without a value is left out. */
export function redirect(to: string, parameters: Readonly<Record<string, string | null>>): Answer {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== "") url.searchParams.set(name, value);
  }
  return { status: 302, headers: { location: url.href }, body: "" };
}

/** A refusal for programs. */
export function refusal({ number, error, message }: EntraError, now: number): Answer {
  const timestamp = new Date(now).toISOString();
  return json(error === "invalid_client" ? 401 : 400, {
    error,
    error_description: `${message} Trace ID: ${randomUUID()} Correlation ID: ${randomUUID()} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  });
}

/** A refusal for people. */
export function refusalPage({ message }: EntraError): Answer {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return { status: 400, headers, body: `Sorry, but we're having trouble signing you in.\n${message}\n` };
}
