const OPEN = "([{";
const CLOSE = ")]}";

/** The parts of a text between commas; commas in brackets, braces, parentheses or double quotes belong to a part. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text[i] ?? "";
    if (character === '"' && text[i - 1] !== "\\") isQuoted = !isQuoted;
    if (character !== "" && isQuoted) continue;
    if (character !== "" && OPEN.includes(character)) depth++;
    else if (character !== "" && CLOSE.includes(character)) depth--;
    else if (character === "" || (character === "," && depth <= 0)) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return parts;
}
