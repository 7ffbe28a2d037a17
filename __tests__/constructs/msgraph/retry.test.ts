import { patient } from "../../../constructs/msgraph/retry";

test("each operation has the same timeout, and others keep the provider's", () => {
  expect(patient({ retryOn: ["x"], timeout: "2m" }, ["create"])).toEqual({
    retry: { error_message_regex: ["x"] },
    timeouts: { create: "2m" },
  });
});
