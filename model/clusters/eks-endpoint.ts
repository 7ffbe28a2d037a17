/** Domains of the partitions: docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html; of the others as the AWS SDKs name them. */
const domains = [
  ...["eks.amazonaws.com", "api.aws", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "eks.amazonaws.eu"],
  ...["eks.c2s.ic.gov", "eks.sc2s.sgov.gov", "eks.cloud.adc-e.uk", "eks.csp.hci.ic.gov"],
];

/** Whether this is the address of an API server that EKS runs in a region; everybody's ID tokens are sent there. */
export function isEksEndpoint(endpoint: string, region: string): boolean {
  const { hostname, port } = new URL(endpoint);
  const isIn = (domain: string) =>
    hostname.endsWith(`.${region}.${domain}`) || hostname.endsWith(`.${region}.eks.${domain}`);
  return port === "" && domains.some(isIn);
}
