import { questionOf, type QuestionOptions } from "../../../commands/rbac/question";

const ask = (words: string, options: QuestionOptions = {}) => questionOf(words.split(" "), options);
const inTeamA = { namespace: "team-a" };

test.each<[string, QuestionOptions, object]>([
  ["get po", {}, { verb: "get", resource: "pods", namespace: "default" }],
  ["get pods", inTeamA, { verb: "get", resource: "pods", namespace: "team-a" }],
  ["get pods", { allNamespaces: true }, { verb: "get", resource: "pods" }],
  ["get pods/web/a", {}, { verb: "get", resource: "pods", namespace: "default", name: "web/a" }],
  ["get pods/", {}, { verb: "get", resource: "pods", namespace: "default" }],
  ["get pods", { subresource: "log" }, { verb: "get", resource: "pods/log", namespace: "default" }],
  [
    "patch deploy/web",
    {},
    { verb: "patch", resource: "deployments", apiGroup: "apps", namespace: "default", name: "web" },
  ],
  ["get /healthz", {}, { verb: "get", url: "/healthz" }],
  ["* *", {}, { verb: "*", resource: "*", apiGroup: "*", namespace: "default" }],
])("%s with %j asks %j", (words, options, action) => {
  expect(ask(words, options).action).toEqual(action);
});

test("what is in no namespace is asked without one, and -n is told to change nothing", () => {
  expect(ask("delete no", inTeamA)).toEqual({
    action: { verb: "delete", resource: "nodes" },
    notes: ["nodes are in no namespace, so the answer is for the whole cluster."],
  });
  expect(ask("delete no").notes).toEqual([]);
  expect(ask("get /logs", inTeamA).notes).toEqual(["A URL is in no namespace. -n and -A change nothing here."]);
});

test("a request about one namespace is made in it; lists of namespaces are made in none", () => {
  expect(ask("get ns/team-b", inTeamA)).toEqual({
    action: { verb: "get", resource: "namespaces", namespace: "team-b", name: "team-b" },
    notes: ["A request about namespace team-b is made in team-b, not in team-a."],
  });
  expect(ask("get ns/team-a", inTeamA).notes).toEqual([]);
  expect(ask("list ns/team-a").action).toEqual({ verb: "list", resource: "namespaces", name: "team-a" });
  expect(ask("list ns", inTeamA)).toEqual({
    action: { verb: "list", resource: "namespaces" },
    notes: ["Namespaces are in no namespace, so the answer is for the whole cluster."],
  });
});

test("create and deletecollection have no name, but create of a subresource has", () => {
  expect(ask("create pods/web")).toEqual({
    action: { verb: "create", resource: "pods", namespace: "default" },
    notes: ['A request to create has no name, so "web" is left out.'],
  });
  expect(ask("deletecollection pods/web").action).not.toHaveProperty("name");
  expect(ask("create pods/web", { subresource: "exec" }).action).toHaveProperty("name", "web");
});

test.each<[string, QuestionOptions, string]>([
  ["frob pods", {}, 'Warning: "frob" is not a verb that Kubernetes knows'],
  ["lst pods", {}, 'Warning: "lst" is not a verb that Kubernetes knows; did you mean "list"?'],
  ["list /logs", {}, 'Warning: "list" is not a verb that Kubernetes knows'],
  ["get pdos", {}, 'Warning: Kubernetes itself has no resource "pdos"; did you mean "pods"?'],
  [
    "get zzzzzz",
    {},
    'Warning: Kubernetes itself has no resource "zzzzzz"; write zzzzzz.<group> for one of an extension',
  ],
  [
    "get widgets.example.com",
    {},
    'Warning: Kubernetes itself has no "widgets.example.com": read as the resource widgets of API group example.com, as an extension may have it',
  ],
  ["get pods", { subresource: "logs" }, 'Warning: pods have no subresource "logs"; it has '],
  ["get cm", { subresource: "log" }, 'Warning: configmaps have no subresource "log"; it has none'],
  [
    "create pods/exec",
    { subresource: "exec" },
    'Warning: as kubectl reads it, this is about pods of the name "exec". For the subresource write --subresource exec',
  ],
  ["get *", {}, "* is every resource of every API group. kubectl asks about the core group alone."],
])("%s with %j warns: %s", (words, options, warning) => {
  expect(ask(words, options).notes.join("\n")).toContain(warning);
});

test("what RBAC knows and no URL serves is no unknown type", () => {
  for (const words of ["impersonate users", "impersonate groups", "approve signers.certificates.k8s.io"])
    expect(ask(words).notes).toEqual([]);
});

test.each<[string, QuestionOptions, string]>([
  ["get", {}, "Give a verb and a type, such as: get pods, or delete pods/web-0, or get /metrics"],
  ["get pods web", {}, "Give a verb and a type"],
  ["get pods", { ...inTeamA, allNamespaces: true }, "-n names one namespace and -A means all of them: leave one out"],
  ["get pods", { namespace: "Team A" }, '-n must be the name of a namespace, such as team-a, got "Team A"'],
  ["get /logs", { subresource: "log" }, "--subresource goes with a type, not with a URL: leave it out"],
])("%s with %j is no question: %s", (words, options, message) => {
  expect(() => ask(words, options)).toThrow(message);
});
