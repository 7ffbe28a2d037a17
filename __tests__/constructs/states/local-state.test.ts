import { withGrants } from "../../access-text";
import { directory, synth } from "../../synth";

const file = withGrants("[{ group: devs, clusterRole: view }]");

test("each stack keeps its own state in a folder beside the access file", () => {
  const program = synth(file);
  for (const name of ["people", "login", "eks-prod", "rbac-prod"]) {
    expect(program.find(name, "terraform", "backend")).toEqual({
      local: { path: `${directory}/state/${name}.tfstate` },
    });
  }
});

const paths = (directory: string) => {
  const program = synth(`${file}backend: { directory: ${JSON.stringify(directory)} }\n`);
  const read = program.find("eks-prod", "data", "terraform_remote_state", "login", "config")["path"];
  return [program.find("login", "terraform", "backend", "local")["path"], read];
};

test("backend.directory is seen from the folder of the access file", () => {
  expect(paths("../states")).toEqual(["/srv/states/login.tfstate", "/srv/states/login.tfstate"]);
});

test("its text is escaped where it is read, and not in the backend block, where Terraform evaluates nothing", () => {
  expect(paths("/lib/${x}")).toEqual(["/lib/${x}/login.tfstate", "/lib/$${x}/login.tfstate"]);
});

test("a stack reads another's outputs from where that one keeps them", () => {
  const state = synth(file).find("rbac-prod", "data", "terraform_remote_state", "people");
  expect(state).toMatchObject({ backend: "local", config: { path: `${directory}/state/people.tfstate` } });
});

test("a stack that is not deployed yet is named, not a raw Terraform error", () => {
  const program = synth(file);
  expect(program.find("rbac-prod", "data", "terraform_remote_state", "people")["lifecycle"]).toMatchObject({
    precondition: [
      {
        condition: "${fileexists(local.state_of_people)}",
        error_message: `The stack "people" has no state at ${directory}/state/people.tfstate yet. Deploy people first: npx cdktf deploy '*'`,
      },
    ],
  });
  expect(program.find("rbac-prod", "locals")).toEqual({ state_of_people: `${directory}/state/people.tfstate` });
});
