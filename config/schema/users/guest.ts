import { z } from "zod";
import { guestAddress, strangeLetter, unfitForGuest } from "../names";

const mustBe = "must be a mail address that Entra invites, such as partner@fabrikam.com";
const mustHave = {
  user: "must be a mail address that Entra invites: before the @ 1 to 64 letters, digits, . _ - ', neither . nor - at either end",
  domain: "must be a mail address that Entra invites: after the @ a domain such as fabrikam.com",
};

/** A mail address, in lower case afterwards: Entra compares without case. */
const Address = z
  .string()
  .superRefine((text, context) => {
    const unfit = unfitForGuest(text);
    if (unfit === undefined) return;
    const letter = unfit === "user" ? strangeLetter(text, /[\w.'-]/) : "";
    context.addIssue({ code: "custom", message: `${mustHave[unfit]}${letter}` });
  })
  .toLowerCase()
  .meta({ pattern: guestAddress });

const Guest = z.strictObject(
  {
    mail: Address.describe("Mail address of the guest."),
    send: z
      .boolean()
      .default(false)
      .describe(
        "Whether Entra mails the invitation. Without it the first sign-in is enough, and you tell the guest yourself.",
      ),
  },
  { error: "must be a mail address or a map" },
);

export const Guests = z
  .array(z.union([Address.transform((mail) => ({ mail, send: false })), Guest], { error: mustBe }), {
    error: "must be a list of mail addresses",
  })
  .prefault([])
  .describe(
    "People of other organizations that this program invites. Each entry is a mail address, or a map of mail and send. Name guests by that address in groups. A guest that you remove from the list stays a guest of the tenant.",
  );
