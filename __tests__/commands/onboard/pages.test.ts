import { code, heading, paragraph, shell, text, type Page } from "../../../commands/onboard/block";
import { inHtml } from "../../../commands/onboard/html";
import { inMarkdown } from "../../../commands/onboard/markdown";
import { style } from "../../../commands/onboard/style";

const hostile = `<script>alert(1)</script>"'&|\`\`\` *x* _y_ [z](javascript:alert) ![i](http://evil) #~`;

/** Hostile text wherever a page can have text. */
const page: Page = {
  title: hostile,
  blocks: [
    heading(hostile),
    paragraph(text`${hostile} ${code(hostile)} ${{ link: `https://x/<">${hostile}`, text: hostile }}`),
    { kind: "list", items: [text`${hostile}`] },
    { kind: "table", head: [hostile], rows: [[text`${hostile}${code(hostile)}`]] },
    shell(hostile, "```", "</code>"),
    { kind: "file", name: hostile, text: hostile },
  ],
};

const html = inHtml(page);

test("an HTML page has the tags of this program alone, whatever text is on it", () => {
  const tags = new Set([...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag = ""]) => tag));
  const own =
    "!doctype html head meta title style body main h1 h2 p code a ul li table thead tbody tr th td div pre".split(" ");
  expect([...tags].filter((tag) => !own.includes(tag))).toEqual([]);
  expect(html).not.toMatch(/<[^>]*\son\w+=/i);
  expect(html.match(/"/g)?.length).toBe((html.match(/="[^"]*"/g)?.length ?? 0) * 2);
});

test("an HTML page loads nothing and leads nowhere by itself", () => {
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/\ssrc=|url\(|@import|<link|http-equiv="refresh"/i);
  const leads = [...html.matchAll(/href="([^"]*)"/g)].map(([, to = ""]) => to);
  expect(leads.every((to) => /^(https:\/\/|data:application\/yaml;base64,)/.test(to))).toBe(true);
});

test("a Markdown page shows text as it is: nothing in it begins a tag, a link, a picture or a cell", () => {
  const markdown = inMarkdown(page);
  const withoutFences = markdown.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, "");
  expect(withoutFences).not.toContain("```\n");
  const withoutCode = withoutFences.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, (found) =>
    found.includes("\n") ? found : "code",
  );
  const seen = withoutCode.replace(/\]\(<[^<>`\\]*>\)/g, "").replace(/\\[\\`*_[\]<>|~&#!]/g, "");
  expect(seen.match(/<script|\*x|!\[|`/)).toBeNull();
  const [row = ""] = markdown
    .split("\n")
    .filter((line) => line.startsWith("| ") && line.includes("alert"))
    .slice(1);
  expect(row.replace(/\\\|/g, "").match(/\|/g)).toHaveLength(2);
});

test("headings, language, width and colours are there for everybody", () => {
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html.match(/<h1>/g)).toHaveLength(1);
  expect(html).toContain('name="viewport" content="width=device-width, initial-scale=1"');
  expect(html).toContain('<th scope="col"');
});

/** w3.org/TR/WCAG22, "relative luminance". */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test("every text can be read, on light, on dark and on paper", () => {
  const palettes = [...style.matchAll(/:root \{[^}]*--ground[^}]*\}/g)].map(
    ([rule]) => new Map([...rule.matchAll(/--(\w+): (#\w{6})/g)].map(([, name = "", colour = ""]) => [name, colour])),
  );
  expect(palettes).toHaveLength(3);
  for (const palette of palettes) {
    for (const ground of ["ground", "code"]) {
      for (const ink of ["text", "faint", "link"]) {
        expect([ground, ink, contrast(palette.get(ground)!, palette.get(ink)!) >= 4.5]).toEqual([ground, ink, true]);
      }
    }
  }
});
