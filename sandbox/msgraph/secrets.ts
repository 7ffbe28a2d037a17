import { sameText } from "./json";

interface Secret {
  readonly clientId: string;
  readonly keyId: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
}

/** The secrets of applications. Objects show only their hints. */
export class Secrets {
  private living: readonly Secret[] = [];

  add(secret: Secret): void {
    this.living = [...this.living, secret];
  }

  remove(keyId: string): void {
    this.living = this.living.filter((secret) => secret.keyId !== keyId);
  }

  /** Removes whatever an application had. */
  forget(clientId: string): void {
    this.living = this.living.filter((secret) => !sameText(secret.clientId, clientId));
  }

  /** Makes each of them older, as if this time had passed. */
  age(milliseconds: number): void {
    this.living = this.living.map((secret) => ({
      ...secret,
      start: secret.start - milliseconds,
      end: secret.end - milliseconds,
    }));
  }

  has(clientId: string, text: string): boolean {
    const now = Date.now();
    return this.living.some(
      (secret) =>
        sameText(secret.clientId, clientId) && secret.text === text && secret.start <= now && now < secret.end,
    );
  }
}
