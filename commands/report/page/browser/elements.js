/**
 * @param {string} id of an element that the page has
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** @typedef {Node | string | false | undefined} Child */

/**
 * Text goes in as text: nothing in it becomes an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...Child} children what is false or undefined is left out
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child !== false && child !== undefined) made.append(child);
  return made;
}

/** A name that the file has given: its direction is its own. @param {string} text */
const named = (text) => element("bdi", {}, text);

/** @param {number} count @param {string} one @param {string} [many] */
const counted = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const letters = { admin: "A", write: "W", read: "R", unknown: "?" };

/**
 * A level as letter, word and shape.
 *
 * @param {string} level
 */
function badge(level) {
  const letter = letters[/** @type {keyof typeof letters} */ (level)] ?? "";
  return element("span", { class: `level ${level}` }, element("b", { "aria-hidden": "true" }, letter), ` ${level}`);
}
