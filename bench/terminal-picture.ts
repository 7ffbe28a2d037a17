/** What a letter of the picture takes, in pixels. */
const [width, height] = [7.23, 15] as const;
const margin = 16;

/** A terminal as SVG, light or dark as whoever looks at it has it, with the first table of a Markdown page. */
export function terminalPicture(markdown: string): string {
  const lines = tableOf(markdown).split("\n");
  const longest = Math.max(...lines.map(({ length }) => length));
  const [across, down] = [Math.ceil(longest * width + 2 * margin), lines.length * height + 2 * margin];
  const texts = lines.map((line, index) => {
    const at = `x="${margin}" y="${margin + 11 + index * height}"`;
    return `  <text ${at} textLength="${(line.length * width).toFixed(2)}" xml:space="preserve">${escaped(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${down}" role="img" aria-labelledby="title" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="12">
  <title id="title">What npx entra-eks sandbox prints for the smallest access file</title>
  <style>
    rect { fill: #f6f8fa; stroke: #d0d7de }
    text { fill: #1f2328; white-space: pre }
    @media (prefers-color-scheme: dark) {
      rect { fill: #161b22; stroke: #30363d }
      text { fill: #e6edf3 }
    }
  </style>
  <rect x="0.5" y="0.5" width="${across - 1}" height="${down - 1}" rx="8"/>
${texts.join("\n")}
</svg>
`;
}

function tableOf(markdown: string): string {
  const [, table] = /^```\n(┌[\s\S]*?)\n```$/m.exec(markdown) ?? [];
  if (table === undefined) throw new Error("the page shows no table that the sandbox prints");
  return table;
}

const escaped = (line: string) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
