import { roleInWords } from "../../../model/rbac/role-in-words";
import { accessOf, logReader, withGrants } from "../../access-text";

const words = (role: string, roles?: string, kind: "ClusterRole" | "Role" = "ClusterRole") =>
  roleInWords(accessOf(withGrants("[]", "{ devs: {} }", roles)), { kind, name: role });

test("the roles for people have words of their own", () => {
  expect(["view", "edit", "admin", "cluster-admin"].map((role) => words(role))).toEqual([
    ["see most things, but no secrets and no roles"],
    ["change what runs, read secrets, and run commands in pods"],
    ["change what runs, read secrets, and give others roles"],
    ["everything"],
  ]);
});

test("any other role is told rule by rule, whether it is the file's or Kubernetes' own", () => {
  expect(words("logs", `{ logs: ${logReader} }`)).toEqual(["get and list pods and pods/log"]);
  expect(words("system:public-info-viewer")).toEqual([
    expect.stringMatching(/^get \/healthz, \/livez, .* and \/version/) as string,
  ]);
  const rule = '{ apiGroups: [""], resources: ["*"], verbs: ["*"], resourceNames: [one, two] }';
  expect(words("all", `{ all: { rules: [${rule}], allow: [wildcards] } }`, "Role")).toEqual([
    "do anything with everything named one and two",
  ]);
});

test("a role that only the cluster knows has no words, and a long one is cut off", () => {
  expect(words("theirs", "{ theirs: { existing: true } }")).toBeUndefined();
  const rules = Array.from({ length: 10 }, (_, index) => `{ nonResourceURLs: ["/v${index}"], verbs: [get] }`);
  const told = words("urls", `{ urls: { rules: [${rules.join(", ")}] } }`);
  expect(told).toHaveLength(9);
  expect(told?.slice(-2)).toEqual(["get /v7", "2 more things"]);
});
