/**
 * Bộ ghép mã WebAssembly: just the instructions the workforce kernel needs, written as nested expressions that give their bytes. A
 * listing in this form is read like code, tested like code, and needs no compiler in the build.
 */

/** Bytes of instructions. */
export type Code = readonly number[]

/** A local variable by its number. */
export type Local = { readonly index: number; readonly get: Code; readonly set: (value: Code) => Code }

/** Unsigned LEB128. */
export function unsigned(n: number): Code {
  const bytes: number[] = []
  let rest = n
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

/** Signed LEB128. */
export function signed(n: number): Code {
  const bytes: number[] = []
  let rest = n
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(last ? low : low | 0x80)
    if (last) return bytes
  }
}

/** The local with a number. */
export const local = (index: number): Local => ({
  index,
  get: [0x20, ...unsigned(index)],
  set: (value) => [...value, 0x21, ...unsigned(index)],
})

/** One after another. */
export const both = (...parts: readonly Code[]): Code => parts.flat()

const two =
  (...op: readonly number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...op]

/** Whole numbers of 32 bits. */
export const i32 = {
  of: (n: number): Code => [0x41, ...signed(n)],
  add: two(0x6a),
  sub: two(0x6b),
  mul: two(0x6c),
  less: two(0x48),
  more: two(0x4a),
  load: (at: Code, offset = 0): Code => [...at, 0x28, 2, ...unsigned(offset)],
} as const

/** Two floating-point numbers of 64 bits side by side. */
export const f64x2 = {
  add: two(0xfd, 0xf0, 0x01),
  sub: two(0xfd, 0xf1, 0x01),
  mul: two(0xfd, 0xf2, 0x01),
  of: (x: number): Code => {
    const bytes = new Uint8Array(new Float64Array([x, x]).buffer)
    return [0xfd, 0x0c, ...bytes]
  },
  load: (at: Code, offset = 0): Code => [...at, 0xfd, 0x00, 3, ...unsigned(offset)],
  /** One number, twice. */
  spread: (at: Code, offset = 0): Code => [...at, 0xfd, 0x0a, 3, ...unsigned(offset)],
  store: (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0xfd, 0x0b, 3, ...unsigned(offset)],
} as const

const NO_VALUE = 0x40

/** Repeats `body` while `again` holds; `body` runs at least once. */
export const repeat = (body: Code, again: Code): Code => [0x03, NO_VALUE, ...body, ...again, 0x0d, 0, 0x0b]

/** Runs `body` if `condition` holds. */
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, NO_VALUE, ...body, 0x0b]

const named = (text: string): Code => [...unsigned(text.length), ...new TextEncoder().encode(text)]
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]

const I32 = 0x7f
const V128 = 0x7b

/** A module with one function over an imported memory `env.memory`: whole-number parameters, then locals of both kinds. */
export function moduleOf(
  name: string,
  parameters: number,
  wholes: number,
  vectors: number,
  body: Code,
): Uint8Array<ArrayBuffer> {
  const locals = list([
    [...unsigned(wholes), I32],
    [...unsigned(vectors), V128],
  ])
  const code = [...locals, ...body, 0x0b]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([[0x60, ...list(Array.from({ length: parameters }, () => [I32])), 0]])),
    ...section(2, list([[...named('env'), ...named('memory'), 2, 0, 1]])),
    ...section(3, list([[0]])),
    ...section(7, list([[...named(name), 0, 0]])),
    ...section(10, list([[...unsigned(code.length), ...code]])),
  ])
}
