/** XML của tệp Excel, read without trusting it: pieces of bytes in, openings, closings and texts told as they come. */
import { SaxesParser } from 'saxes'

/** Attributes of a tag. */
export type Attributes = Readonly<Record<string, string>>

/** Who listens. Names come without their prefix. */
export type Listener = {
  readonly open: (name: string, of: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const bare = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/** Deepest nesting of a sound part; deeper is an attack on the parser. */
const MAX_DEPTH = 64

/** A parser that is fed pieces: `push` and `end` answer whether all is well formed so far. */
export type Feed = { readonly push: (bytes: Uint8Array) => boolean; readonly end: () => boolean }

/**
 * Reads a part piece by piece. Document types are refused: they can define entities. Letters cut in two at the edge of a
 * piece are joined again.
 */
export function feedOf(listener: Listener): Feed {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder()
  let sound = true
  let depth = 0
  const spoil = () => {
    sound = false
  }
  parser.on('opentag', (t) => {
    if (++depth > MAX_DEPTH) spoil()
    listener.open(bare(t.name), t.attributes)
  })
  parser.on('closetag', (t) => {
    depth--
    listener.close(bare(t.name))
  })
  parser.on('text', listener.text)
  parser.on('cdata', listener.text)
  parser.on('doctype', spoil)
  parser.on('error', spoil)
  const guarded = (work: () => unknown): boolean => {
    try {
      work()
    } catch {
      spoil()
    }
    return sound
  }
  return {
    push: (bytes) => guarded(() => parser.write(decoder.decode(bytes, { stream: true }))),
    end: () => guarded(() => parser.write(decoder.decode()).close()),
  }
}
