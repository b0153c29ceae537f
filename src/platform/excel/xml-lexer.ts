/** Cắt XML thành thẻ, without changing a letter: for what is copied with a few tags mended. The text is well formed. */

/** The place after the markup that starts at a `<`; -1 when its end is not there. */
export function markupEnd(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9)
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2)
  // The beginning of one of those above may not have come whole.
  if (text.length - at < 9 && '<![CDATA['.startsWith(text.slice(at))) return -1
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === '>') return i + 1
    if (c !== '"' && c !== "'") continue
    i = text.indexOf(c, i + 1)
    if (i < 0) return -1
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Một thẻ: its name without the prefix, and where it stands. */
export type Tag = {
  readonly name: string
  readonly kind: 'open' | 'close' | 'alone'
  readonly start: number
  readonly end: number
}

/** The tags of a text, in order; comments, character data and instructions are passed over. Ends where markup is cut off. */
export function* tagsOf(text: string, from = 0): Generator<Tag> {
  let start = text.indexOf('<', from)
  while (start >= 0) {
    const end = markupEnd(text, start)
    if (end < 0) return
    const m = /^<(\/?)(?:[^\s/>:!?]*:)?([^\s/>:!?]+)/.exec(text.slice(start, Math.min(end, start + 80)))
    if (m?.[2] !== undefined)
      yield { name: m[2], kind: m[1] === '/' ? 'close' : text.charAt(end - 2) === '/' ? 'alone' : 'open', start, end }
    start = text.indexOf('<', end)
  }
}

/** The value of an attribute of a tag, as written; null when it has none. */
export function attributeOf(tag: string, name: string): string | null {
  for (const m of tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (m[1] === name) return m[2] ?? m[3] ?? ''
  return null
}

/** The tag with an attribute set, or taken away with null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const own = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
  const bare = tag.replace(own, '')
  return value === null ? bare : bare.replace(/^<[^\s/>]+/, (start) => `${start} ${name}="${value}"`)
}
