import { namedResource } from "../../../model/rbac/named-resource";

test.each([
  ["pods", "", "pods"],
  ["pod", "", "pods"],
  ["po", "", "pods"],
  ["PODS", "", "pods"],
  ["pods.v1.", "", "pods"],
  ["deploy", "apps", "deployments"],
  ["deployments.apps", "apps", "deployments"],
  ["deploy.apps", "apps", "deployments"],
  ["deployments.v1.apps", "apps", "deployments"],
  ["events", "", "events"],
  ["ev", "", "events"],
  ["events.events.k8s.io", "events.k8s.io", "events"],
  ["storageclass.storage", "storage.k8s.io", "storageclasses"],
  ["users", "", "users"],
  ["*", "*", "*"],
  ["*.apps", "apps", "*"],
])("%s is, in API group %j, %s, which Kubernetes itself has", (text, apiGroup, resource) => {
  expect(namedResource(text)).toEqual({ apiGroup, resource, isBuiltIn: true });
});

test.each([
  ["widgets", "", "widgets"],
  ["widgets.example.com", "example.com", "widgets"],
  ["widgets.v1beta1.example.com", "example.com", "widgets"],
  ["pods.apps", "apps", "pods"],
  ["constructor", "", "constructor"],
])("%s is, in API group %j, %s, which only an extension may have", (text, apiGroup, resource) => {
  expect(namedResource(text)).toEqual({ apiGroup, resource, isBuiltIn: false });
});
