/**
 * Tên gần giống: units whose name differs in marks, in one syllable or in length. They are offered to the officer with
 * the reason and never taken: one syllable is what tells two communes apart.
 */
import { fold } from '../../../../kernel/text.ts'

/** Một tên gần giống. `rank`: smaller is closer. */
export type Near = { readonly rank: number; readonly reason: string }

const letters = (a: string, b: string): number => {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let corner = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      const change = corner + (a[i - 1] === b[j - 1] ? 0 : 1)
      corner = above
      row[j] = Math.min(change, above + 1, (row[j - 1] ?? 0) + 1)
    }
  }
  return row[b.length] ?? 0
}

/** How the key of a written name is close to that of a unit; null when it is not. */
export function nearness(written: string, other: string): Near | null {
  if (written === other || written === '') return null
  if (fold(written) === fold(other)) return { rank: 0, reason: 'chỉ khác dấu' }
  const [a, b] = [written.split(' '), other.split(' ')]
  if (a.length === b.length) return oneOff(a, b)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 2) return null
  const begins = short.every((w, i) => w === long[i])
  const more = long.length - short.length
  if (begins && more <= 6)
    return {
      rank: 10 + more,
      reason: `${a.length < b.length ? 'thiếu' : 'thừa'} «${long.slice(short.length).join(' ')}»`,
    }
  const gap = short.findIndex((w, i) => w !== long[i])
  if (more !== 1 || gap < 0 || !short.slice(gap).every((w, i) => w === long[gap + i + 1])) return null
  return { rank: 10, reason: `${a.length < b.length ? 'thiếu' : 'thừa'} «${long[gap]}»` }
}

function oneOff(a: readonly string[], b: readonly string[]): Near | null {
  const off = a.flatMap((w, i) => (w === b[i] ? [] : [i]))
  const at = off[0]
  if (off.length !== 1 || at === undefined || a.length < 2) return null
  const [x, y] = [a[at] ?? '', b[at] ?? '']
  const far = letters(fold(x), fold(y))
  return { rank: 1 + far, reason: `khác một tiếng: «${x}» và «${y}»` }
}
