import { isEksEndpoint } from "../../../model/clusters/eks-endpoint";

test.each([
  ["https://0A1B2C3D4E5F60718293A4B5C6D7E8F9.gr7.eu-central-1.eks.amazonaws.com", "eu-central-1", true],
  ["https://0A1B2C3D4E5F60718293A4B5C6D7E8F9.eks-cluster.eu-central-1.api.aws", "eu-central-1", true],
  ["https://0A1B2C3D4E5F60718293A4B5C6D7E8F9.yl4.cn-north-1.eks.amazonaws.com.cn", "cn-north-1", true],
  ["https://0A1B2C3D4E5F60718293A4B5C6D7E8F9.gr7.us-east-1.eks.amazonaws.com", "eu-central-1", false],
  ["https://0a1b.gr7.eu-central-1.eks.amazonaws.com.evil.example", "eu-central-1", false],
  ["https://x.eu-central-1.elb.amazonaws.com", "eu-central-1", false],
  ["https://0a1b.gr7.eu-central-1.eks.amazonaws.com:8443", "eu-central-1", false],
  ["https://evil.example", "eu-central-1", false],
])("%s is an API server that EKS runs in %s: %s", (endpoint, region, expected) => {
  expect(isEksEndpoint(endpoint, region)).toBe(expected);
});
