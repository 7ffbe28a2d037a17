const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Decodes UTF-8 as Go does: each byte that belongs to no character becomes U+FFFD, where the web makes one of several. */
export function goText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return [...pieces(bytes)].join("");
  }
}

function* pieces(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length;) {
    const character = characterAt(bytes, at);
    yield character.text;
    at += character.size;
  }
}

function characterAt(bytes: Uint8Array, at: number): { readonly text: string; readonly size: number } {
  const first = bytes[at] ?? 0;
  const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    return { text: decoder.decode(bytes.subarray(at, at + size)), size };
  } catch {
    return { text: "\ufffd", size: 1 };
  }
}
