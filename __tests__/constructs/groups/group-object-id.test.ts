import { groupObjectId } from "../../../constructs/groups/group-object-id";
import { accessOf, withTenant } from "../../access-text";

test("the object ID of a group is the resource's, or the lookup's where it exists", () => {
  const access = accessOf(withTenant("groups: { devs: {}, ops: { existing: true } }"));
  expect(groupObjectId(access, "devs").code).toBe("azuread_group.devs.object_id");
  expect(groupObjectId(access, "ops").code).toBe("data.msgraph_resource.ops.output.groups[0].object_id");
  const each = { ...access, directory: { lookup: "each" as const } };
  expect(groupObjectId(each, "ops").code).toBe("data.azuread_group.ops.object_id");
});
