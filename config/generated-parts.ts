const begin = "<!-- npm run docs: ";
const end = "<!-- end -->";

/**
 * A page with its generated parts made anew: what stands between `<!-- npm run docs: … -->` and `<!-- end -->`.
 *
 * @param make a part, from what its first line says it is about
 */
export function regenerate(page: string, make: (about: string) => string): string {
  const [head = "", ...parts] = page.split(begin);
  const made = parts.map((part) => {
    const [about = ""] = part.split(" -->\n", 1);
    return `${begin}${about} -->\n\n${make(about)}\n\n${part.slice(part.indexOf(end))}`;
  });
  return [head, ...made].join("");
}
