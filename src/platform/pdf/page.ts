/** Trang PDF as it is drawn: bits of text and ruled lines with their places, points from the top left corner, y downwards. */

/** Mẩu chữ: `y` is its base line. */
export type Bit = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Name of the font inside the file, null when unknown. */
  readonly font: string | null
}

/** Nét kẻ, level or upright: from `(x1, y1)` to `(x2, y2)` with the smaller values first. */
export type Rule = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** Một trang. `pictured`: it has no text, and something is drawn on it all the same. */
export type Page = { readonly bits: readonly Bit[]; readonly rules: readonly Rule[]; readonly pictured?: boolean }

/** Dòng chữ: bits on one height, from left to right. */
export type Line = {
  readonly bits: readonly Bit[]
  readonly x: number
  readonly right: number
  /** Base line of the largest bit. */
  readonly y: number
  readonly size: number
}

/** Whether `bit` stands above the line in small print. */
export const isRaised = (bit: Bit, line: Line): boolean =>
  bit.size <= line.size * 0.8 && bit.y <= line.y - line.size * 0.15

/** Parts of a height within which two bits stand on one line. */
const SAME_LINE = 0.45

/** Groups the bits of a page into lines, from top to bottom. */
export function linesOf(bits: readonly Bit[]): Line[] {
  const groups: { bits: Bit[]; y: number; size: number }[] = []
  for (const bit of bits.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = groups.at(-1)
    if (last && bit.y - last.y <= SAME_LINE * Math.max(bit.size, last.size)) {
      last.bits.push(bit)
      if (bit.size > last.size) Object.assign(last, { y: bit.y, size: bit.size })
    } else groups.push({ bits: [bit], y: bit.y, size: bit.size })
  }
  return groups.map((g) => {
    const sorted = g.bits.sort((a, b) => a.x - b.x)
    const right = Math.max(...sorted.map((b) => b.x + b.width))
    return { bits: sorted, x: sorted[0]?.x ?? 0, right, y: g.y, size: g.size }
  })
}

/** The value with half of the others below it; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
