/** What a terminal obeys or nobody sees: controls, half characters, other line ends, bidirectional and zero-width characters. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}]/gu;

/** The first sign of what the machines of Azure, GitHub and TeamCity obey anywhere in a line. */
export const runnerCommand = /#(?=#[a-z]*\[)/gi;

const named: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/**
 * A line as it may reach a terminal or a log, whoever worded what is in it: the access file, a file name, a cloud,
 * Terraform. What would be obeyed or not be seen is written out, commands to the machines that run workflows too:
 * docs.github.com/actions/reference/workflow-commands-for-github-actions,
 * learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands, jetbrains.com/help/teamcity/service-messages.html
 */
export function shown(line: string): string {
  return line
    .replace(unseen, (sign) => named.get(sign) ?? numbered(sign))
    .replace(/^(\s*):(?=:)/, (_, space: string) => `${space}${numbered(":")}`)
    .replace(runnerCommand, numbered);
}

/** The first character that nobody sees, written out. */
export function unseenIn(text: string): string | undefined {
  const [sign] = text.match(unseen) ?? [];
  return sign === undefined ? undefined : shown(sign);
}

const numbered = (sign: string) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
