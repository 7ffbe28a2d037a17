/** Where an API server is, as far as whoever connects to it has to know. There is no secret in it. */
export interface ApiServerPlace {
  /** Its URL. */
  readonly endpoint: string;
  /**
   * Its certificate authority, PEM in base64.
   *
   * @default - one that every machine trusts
   */
  readonly certificateAuthority?: string;
  /**
   * The name in its certificate.
   *
   * @default - the host of the URL
   */
  readonly tlsServerName?: string;
  /**
   * URL of the proxy to it.
   *
   * @default - it is reached directly
   */
  readonly proxyUrl?: string;
}
