import { about, type Finding } from "./finding";

const { broken, warning, fine } = about("clock");

/** kube-apiserver refuses an ID token in the second it ends, and AWS a request that is five minutes old. */
const most = { fineMs: 60_000, warningMs: 300_000 };

/**
 * How this machine's clock stands to that of a server.
 *
 * @param aheadMs how far the server is ahead; nothing if it does not tell its time
 */
export function clock(server: string, aheadMs: number | undefined): Finding[] {
  if (aheadMs === undefined) return [];
  const apart = Math.abs(aheadMs);
  if (apart <= most.fineMs) return [fine("clock", `The clock of this machine agrees with that of ${server}`)];
  const sentence = `The clock of this machine is ${inWords(apart)} ${aheadMs > 0 ? "behind" : "ahead of"} that of ${server}`;
  const remedy = "Set the clock by a time server, for example with chrony, systemd-timesyncd or w32tm";
  return [(apart > most.warningMs ? broken : warning)("clock-wrong", sentence, remedy)];
}

const inWords = (ms: number) => {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${String(seconds)} seconds` : `${String(Math.round(seconds / 60))} minutes`;
};
