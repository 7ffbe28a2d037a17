import { resolve } from "node:path";
import type { PlacedAccess } from "../placed-access";

/** A file, wherever the program runs. */
export interface LocalPlace {
  readonly type: "local";
  /** Absolute, beside the access file. */
  readonly path: string;
}

/** An object of an S3 bucket. */
export interface S3Place {
  readonly type: "s3";
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  /**
   * KMS key that encrypts it.
   *
   * @default - what the bucket encrypts with
   */
  readonly kmsKeyId?: string | undefined;
}

/** A workspace of HCP Terraform or Terraform Enterprise. */
export interface CloudPlace {
  readonly type: "cloud";
  readonly hostname: string;
  readonly organization: string;
  readonly workspace: string;
  /**
   * Project that it is in.
   *
   * @default - the organization's default project
   */
  readonly project?: string | undefined;
}

/** Where the state of a stack is. */
export type StatePlace = LocalPlace | S3Place | CloudPlace;

export function statePlace({ access: { backend }, directory }: PlacedAccess, stack: string): StatePlace {
  switch (backend.type) {
    case "local":
      return { type: "local", path: resolve(directory, backend.directory, `${stack}.tfstate`) };
    case "s3": {
      const { prefix, ...bucket } = backend;
      return { ...bucket, key: `${prefix}${stack}.tfstate` };
    }
    case "cloud": {
      const { prefix, ...organization } = backend;
      return { ...organization, workspace: `${prefix}${stack}` };
    }
  }
}

/** As an operator would look for it. */
export function placeInWords(place: StatePlace): string {
  switch (place.type) {
    case "local":
      return place.path;
    case "s3":
      return `s3://${place.bucket}/${place.key}`;
    case "cloud":
      return `${place.hostname}/${place.organization}/${place.workspace}`;
  }
}
