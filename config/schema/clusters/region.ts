import { z } from "zod";

/** Regions as the AWS SDKs' partitions name them, the European sovereign and the isolated ones included. */
export const Region = z
  .string()
  .regex(
    /^(us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov|us-iso|us-isob|us-isof|eu-isoe|eusc-de)-(north|south)?(east|west|north|south|central)-\d{1,2}$/,
    "must be an AWS region such as eu-central-1",
  );
