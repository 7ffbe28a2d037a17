import { own } from "../../../model/own";
import { about, type Finding } from "../finding";

const { broken, warning } = about("environment");
const names = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] as const;

/** Proxies may hold a password: no value is told. Go, curl and Node.js differ in which spelling they read. */
export function proxyVariables(env: NodeJS.ProcessEnv): Finding[] {
  const spelled = (name: string) => [own(env, name), own(env, name.toLowerCase())] as const;
  const found = names.flatMap((name) => {
    const [upper, lower] = spelled(name);
    if (upper === undefined || lower === undefined || upper === lower) return [];
    const sentence = `${name} and ${name.toLowerCase()} differ, and programs differ in which of them they use`;
    return [warning("proxy-two-spellings", sentence, `unset ${name.toLowerCase()}, or give it the value of ${name}`)];
  });
  const [secure] = spelled("HTTPS_PROXY").filter((value) => value !== undefined);
  const plain = spelled("HTTP_PROXY").some((value) => value !== undefined);
  if (plain && secure === undefined) {
    const sentence = "HTTP_PROXY is set and HTTPS_PROXY is not: all that is asked here goes over HTTPS, past the proxy";
    found.push(warning("proxy-without-https", sentence, "Set HTTPS_PROXY too"));
  }
  if (secure !== undefined && !URL.canParse(/:\/\//.test(secure) ? secure : `http://${secure}`)) {
    found.push(broken("proxy-no-url", "HTTPS_PROXY is no URL", "Write it as http://proxy.contoso.com:3128"));
  }
  return found;
}
