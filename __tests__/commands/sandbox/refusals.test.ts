import { refusals } from "../../../commands/sandbox/refusals";
import { answered } from "./answered-by";

const refused = (person: string, cluster: string, reason: string) =>
  answered({ person, cluster, answer: { refused: reason } });
const blocked = (person: string) => `AADSTS50105: The signed in user '${person}' is blocked.`;

test("a reason is told once, with all whom it met and the clusters", () => {
  const of = (person: string) =>
    ["prod", "prod", "stage"].map((cluster) => refused(person, cluster, blocked(person.replace("bob", "Bob"))));
  expect(refusals([...of("ada@contoso.com"), answered(), ...of("bob@contoso.com")])).toEqual([
    "ada@contoso.com, bob@contoso.com on prod, stage: AADSTS50105: The signed in user 'ada@contoso.com' is blocked.",
  ]);
});

test("another reason, or other clusters, is another line", () => {
  expect(
    refusals([
      refused("ada@contoso.com", "prod", blocked("ada@contoso.com")),
      refused("bob@contoso.com", "stage", blocked("bob@contoso.com")),
      refused("eve@contoso.com", "prod", "invalid bearer token"),
    ]),
  ).toEqual([
    "ada@contoso.com on prod: AADSTS50105: The signed in user 'ada@contoso.com' is blocked.",
    "bob@contoso.com on stage: AADSTS50105: The signed in user 'bob@contoso.com' is blocked.",
    "eve@contoso.com on prod: invalid bearer token",
  ]);
});

test("somebody who was refused on one cluster more has a line of their own", () => {
  expect(
    refusals([
      refused("ada@contoso.com", "prod", "invalid bearer token"),
      refused("ada@contoso.com", "stage", "invalid bearer token"),
      refused("bob@contoso.com", "prod", "invalid bearer token"),
      refused("eve@contoso.com", "stage", "invalid bearer token"),
    ]),
  ).toEqual([
    "ada@contoso.com on prod, stage: invalid bearer token",
    "bob@contoso.com on prod: invalid bearer token",
    "eve@contoso.com on stage: invalid bearer token",
  ]);
});

test("people who were refused on the same clusters share a line, in whatever order they were asked", () => {
  expect(
    refusals([
      refused("ada@contoso.com", "prod", "invalid bearer token"),
      refused("ada@contoso.com", "stage", "invalid bearer token"),
      refused("bob@contoso.com", "stage", "invalid bearer token"),
      refused("bob@contoso.com", "prod", "invalid bearer token"),
    ]),
  ).toEqual(["ada@contoso.com, bob@contoso.com on prod, stage: invalid bearer token"]);
});
