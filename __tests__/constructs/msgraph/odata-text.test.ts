import { odataText } from "../../../constructs/msgraph/odata-text";

test("quotes are doubled, as OData has it", () => {
  expect(odataText("o'hara@contoso.com")).toBe("'o''hara@contoso.com'");
});
