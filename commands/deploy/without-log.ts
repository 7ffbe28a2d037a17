/** An environment in which Terraform logs into a file or nowhere: between its messages a log shows whole requests, and their secrets. */
export const withoutLog = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  env["TF_LOG_PATH"] === undefined
    ? Object.fromEntries(Object.entries(env).filter(([name]) => !/^TF_LOG(_|$)/i.test(name)))
    : env;
