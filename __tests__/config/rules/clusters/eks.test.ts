import { withGrants } from "../../../access-text";
import { a, describeRules } from "../describe-rules";

/** A file whose cluster has more keys under `eks`; they begin at column 35. */
const eks = (more: string, region = "eu-central-1") =>
  withGrants("[]").replace("region: eu-central-1", `${more}, region: ${region}`);
const at = (key: string, column: number) => `access.yaml:5:${String(column)} clusters.prod.eks.${key}`;
const role = "arn:aws:iam::111122223333:role/deployer";
const profile =
  "must be an AWS profile of 1 to 128 letters, digits and _ . @ : / + = , -, the first a letter, a digit or _";
const arn = "must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/deployer";
const choice = 'must be "ephemeral", "exec", or a map of kubeconfig and context';
const proxy = "must be the http, https or socks5 URL of a proxy, such as http://proxy.contoso.com:3128";

describeRules([
  [
    "a profile of 129 characters",
    eks(`profile: ${a(129)}`),
    [`${at("profile", 37)} ${profile}, got "${a(77)}..."`],
    eks(`profile: ${a(128)}`),
  ],
  [
    "a profile with a space",
    eks('profile: "a b"'),
    [`${at("profile", 37)} ${profile}, got "a b"`],
    eks('profile: "corp/a.b@c+d=e,f:g"'),
  ],
  [
    "a profile that begins like an option",
    eks("profile: -a"),
    [`${at("profile", 37)} ${profile}, got "-a"`],
    eks("profile: _a-"),
  ],
  [
    "an ARN of a user",
    eks(`assumeRole: "${role.replace("role", "user")}"`),
    [`${at("assumeRole", 40)} ${arn}, got "arn:aws:iam::111122223333:user/deployer"`],
    eks(`assumeRole: "${role}"`),
  ],
  [
    "an ARN of STS",
    eks('assumeRole: "arn:aws:sts::111122223333:assumed-role/deployer/me"'),
    [`${at("assumeRole", 40)} ${arn}, got "arn:aws:sts::111122223333:assumed-role/deployer/me"`],
    eks(`assumeRole: "${role.replace("deployer", "a/b/deployer")}"`),
  ],
  [
    "an account of 11 digits",
    eks(`assumeRole: "${role.replace("3333", "333")}"`),
    [`${at("assumeRole", 40)} ${arn}, got "arn:aws:iam::11112222333:role/deployer"`],
    eks(`assumeRole: "${role.replace("3333", "4444")}"`),
  ],
  [
    "a role name of 65 characters",
    eks(`assumeRole: "arn:aws:iam::111122223333:role/${a(65)}"`),
    [`${at("assumeRole", 40)} ${arn}, got "arn:aws:iam::111122223333:role/${a(46)}..."`],
    eks(`assumeRole: "arn:aws:iam::111122223333:role/${a(64)}"`),
  ],
  [
    "a partition that does not exist",
    eks('assumeRole: "arn:aws-eu:iam::111122223333:role/x"'),
    [
      `${at("assumeRole", 40)} ${arn}, got "arn:aws-eu:iam::111122223333:role/x"`,
      `${at("assumeRole", 40)} must be a role of the partition "aws", which eu-central-1 belongs to, got "arn:aws-eu:iam::111122223333:role/x"`,
    ],
    eks('assumeRole: "arn:aws-iso-b:iam::111122223333:role/x"', "us-isob-east-1"),
  ],
  [
    "a role of China for a cluster in Europe",
    eks('assumeRole: "arn:aws-cn:iam::111122223333:role/x"'),
    [
      `${at("assumeRole", 40)} must be a role of the partition "aws", which eu-central-1 belongs to, got "arn:aws-cn:iam::111122223333:role/x"`,
    ],
    eks('assumeRole: "arn:aws-cn:iam::111122223333:role/x"', "cn-north-1"),
  ],
  [
    "a role of AWS for a cluster of GovCloud",
    eks(`assumeRole: "${role}"`, "us-gov-west-1"),
    [
      `${at("assumeRole", 40)} must be a role of the partition "aws-us-gov", which us-gov-west-1 belongs to, got "${role}"`,
    ],
    eks('assumeRole: "arn:aws-us-gov:iam::111122223333:role/x"', "us-gov-west-1"),
  ],
  [
    "another kind of credentials",
    eks("credentials: token"),
    [`${at("credentials", 41)} ${choice}, got "token"`],
    eks("credentials: exec"),
  ],
  [
    "credentials that are a list",
    eks("credentials: [exec]"),
    [`${at("credentials", 41)} ${choice}, got a list`],
    eks("credentials: ephemeral"),
  ],
  [
    "a kubeconfig without a context",
    eks("credentials: { kubeconfig: config }"),
    [`${at("credentials.context", 41)} must be given`],
    eks("credentials: { kubeconfig: config, context: prod }"),
  ],
  [
    "a kubeconfig with a key misspelt",
    eks("credentials: { kubeconfig: config, contxt: prod }"),
    [`${at("credentials.contxt", 63)} must be a known key; did you mean "context"?`],
    eks("credentials: { context: prod, kubeconfig: config }"),
  ],
  [
    "a kubeconfig in another's home",
    eks("credentials: { kubeconfig: ~ada/config, context: prod }"),
    [`${at("credentials.kubeconfig", 55)} must be a path, got "~ada/config"; ~ works only as ~/, your home folder`],
    eks("credentials: { kubeconfig: ~/config, context: prod }"),
  ],
  [
    "an empty context",
    eks('credentials: { kubeconfig: config, context: "" }'),
    [`${at("credentials.context", 72)} must not be empty, got ""`],
    eks('credentials: { kubeconfig: config, context: "-" }'),
  ],
  [
    "a proxy without a scheme",
    eks('proxyUrl: "proxy.contoso.com:3128"'),
    [`${at("proxyUrl", 38)} ${proxy}, got "proxy.contoso.com:3128"`],
    eks('proxyUrl: "http://proxy.contoso.com:3128"'),
  ],
  [
    "a proxy of another scheme",
    eks('proxyUrl: "socks4://proxy.contoso.com"'),
    [`${at("proxyUrl", 38)} ${proxy}, got "socks4://proxy.contoso.com"`],
    eks('proxyUrl: "socks5://proxy.contoso.com"'),
  ],
  [
    "a proxy with a path",
    eks('proxyUrl: "https://proxy.contoso.com/a"'),
    [`${at("proxyUrl", 38)} ${proxy}, got "https://proxy.contoso.com/a"`],
    eks('proxyUrl: "https://proxy.contoso.com/"'),
  ],
  [
    "a proxy with a password, which is not repeated",
    eks('proxyUrl: "http://ada:s3cr3t@proxy.contoso.com:3128"'),
    [
      `${at("proxyUrl", 38)} must not contain a user name or a password, got a URL with them; everybody can read the access file`,
    ],
    eks('proxyUrl: "http://[::1]:3128"'),
  ],
  [
    "a proxy with a user and another scheme",
    eks('proxyUrl: "ftp://ada@proxy.contoso.com"'),
    [
      `${at("proxyUrl", 38)} must not contain a user name or a password, got a URL with them; everybody can read the access file`,
    ],
    eks('proxyUrl: "https://10.0.0.1:8080"'),
  ],
]);
