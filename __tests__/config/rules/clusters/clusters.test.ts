import { withGrants } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

/** Two clusters of one name in one region, each reached in its own way. */
const twice = (one: string, other: string) =>
  withGrants(`[]\n  live:\n    eks: { name: main, region: eu-central-1, ${other} }`).replace(
    "prod-eks, region: eu-central-1",
    `main, region: eu-central-1, ${one}`,
  );
const role = (account: string, name: string) => `assumeRole: "arn:aws:iam::${account}:role/${name}"`;
const withTags = (tags: string) => withGrants("[]").replace("grants: []", `tags: ${tags}`);
const tags = (count: number) => Array.from({ length: count }, (_, index) => `t${String(index)}: a`).join(", ");

describeRules([
  [
    "an EKS name that EKS refuses",
    withGrants("[]").replace("prod-eks", a(101)),
    [
      `access.yaml:5:18 clusters.prod.eks.name must be 1 to 100 letters, digits, - and _, the first a letter or a digit, got "${a(77)}..."`,
    ],
    withGrants("[]").replace("prod-eks", a(100)),
  ],
  [
    "an EKS name that begins with a dash",
    withGrants("[]").replace("prod-eks", "-eks"),
    [
      'access.yaml:5:18 clusters.prod.eks.name must be 1 to 100 letters, digits, - and _, the first a letter or a digit, got "-eks"',
    ],
    withGrants("[]").replace("prod-eks", "0_e-k"),
  ],
  [
    "a region that does not exist",
    withGrants("[]").replace("eu-central-1", "eu-centrl-1"),
    ['access.yaml:5:36 clusters.prod.eks.region must be an AWS region such as eu-central-1, got "eu-centrl-1"'],
    withGrants("[]").replace("eu-central-1", "us-gov-east-1"),
  ],
  [
    "a region without its number",
    withGrants("[]").replace("eu-central-1", "ap-southeast"),
    ['access.yaml:5:36 clusters.prod.eks.region must be an AWS region such as eu-central-1, got "ap-southeast"'],
    withGrants("[]").replace("eu-central-1", "ap-southeast-4"),
  ],
  [
    "an association name that EKS refuses",
    withGrants("[]").replace("grants: []", "associationName: en tra"),
    [
      'access.yaml:6:22 clusters.prod.associationName must be 1 to 100 letters, digits, - and _, the first a letter or a digit, got "en tra"',
    ],
    withGrants("[]").replace("grants: []", "associationName: en_tra"),
  ],
  [
    "two entries for one EKS cluster",
    withGrants("[]\n  live:\n    eks: { name: prod-eks, region: eu-central-1 }"),
    ['access.yaml:8:18 clusters.live.eks.name must be a different cluster than clusters.prod, got "prod-eks"'],
    withGrants("[]\n  live:\n    eks: { name: prod-eks, region: eu-central-2 }"),
  ],
  [
    "two entries for one EKS cluster by one profile",
    twice("profile: platform", "profile: platform"),
    ['access.yaml:8:18 clusters.live.eks.name must be a different cluster than clusters.prod, got "main"'],
    twice("profile: platform", "profile: workload"),
  ],
  [
    "two entries for one EKS cluster by two roles of one account",
    twice(role("111122223333", "one"), role("111122223333", "two")),
    ['access.yaml:8:18 clusters.live.eks.name must be a different cluster than clusters.prod, got "main"'],
    twice(role("111122223333", "one"), role("222233334444", "one")),
  ],
  [
    "two entries for one EKS cluster, the third being another",
    `${twice(role("111122223333", "one"), role("222233334444", "one"))}  again:\n    eks: { name: main, region: eu-central-1, ${role("222233334444", "two")} }\n`,
    ['access.yaml:10:18 clusters.again.eks.name must be a different cluster than clusters.live, got "main"'],
    twice(role("111122223333", "one"), "profile: platform"),
  ],
  [
    "a cluster key with a capital",
    withGrants("[]").replace("prod:", "Prod:"),
    ["access.yaml:4:3 clusters.Prod must have a key of 1 to 63 lower-case letters, digits and -, not - at either end"],
    withGrants("[]").replace("prod:", `${a(62)}1:`),
  ],
  [
    "a required value of 254 characters",
    withGrants("[]").replace("grants: []", `requiredClaims: { email: ${a(254)} }`),
    [`access.yaml:6:30 clusters.prod.requiredClaims.email must be 253 characters or fewer, got "${a(77)}..."`],
    withGrants("[]").replace("grants: []", `requiredClaims: { email: ${a(253)} }`),
  ],
  [
    "a required value that is no text",
    withGrants("[]").replace("grants: []", "requiredClaims: { ver: 2.0 }"),
    ["access.yaml:6:28 clusters.prod.requiredClaims.ver must be text, got 2.0; put it in quotes"],
    withGrants("[]").replace("grants: []", 'requiredClaims: { ver: "2.0" }'),
  ],
  [
    "a tag of AWS' own",
    withTags('{ "AWS:x": a, "": b }'),
    [
      'access.yaml:6:13 clusters.prod.tags["AWS:x"] must not begin with "aws:", which AWS reserves',
      'access.yaml:6:25 clusters.prod.tags[""] must have a key of 1 to 128 characters',
    ],
    withTags("{ awsx: a, b: '' }"),
  ],
  [
    "a tag that is too long for EKS",
    withTags(`{ ${a(129)}: a, b: ${a(257)} }`),
    [
      `access.yaml:6:13 clusters.prod.tags.${a(129)} must have a key of 1 to 128 characters`,
      `access.yaml:6:150 clusters.prod.tags.b must be 256 characters or fewer, got "${a(77)}..."`,
    ],
    withTags(`{ ${a(128)}: a, b: ${a(256)} }`),
  ],
  [
    "51 tags",
    withTags(`{ ${tags(51)} }`),
    ["access.yaml:6:11 clusters.prod.tags must be 50 tags or fewer"],
    withTags(`{ ${tags(50)} }`),
  ],
]);
