/** Dấu ngăn cột: the sign that cuts most records into the same number of columns. */

const CANDIDATES = [';', ',', '\t', '|'] as const
/** Một dấu ngăn cột. */
export type Separator = (typeof CANDIDATES)[number]

const NAMES: Readonly<Record<Separator, string>> = {
  ';': 'dấu chấm phẩy',
  ',': 'dấu phẩy',
  '\t': 'dấu tab',
  '|': 'dấu gạch đứng',
}

/** "Cột ngăn bằng dấu chấm phẩy." */
export const tellSeparator = (s: Separator): string => `Cột ngăn bằng ${NAMES[s]}.`

const RECORDS = 100

/**
 * The separator of a text, from its beginning. A first line `sep=;` says it, as Excel writes and reads; `told` is then the
 * length of that line.
 */
export function separatorOf(start: string): { readonly separator: Separator; readonly told: boolean } {
  const told = /^sep=(.)\r?(?:\n|$)/.exec(start)?.[1]
  const named = CANDIDATES.find((c) => c === told)
  if (named !== undefined) return { separator: named, told: true }
  let best: Separator = ','
  let most = 0
  for (const separator of CANDIDATES) {
    const score = scoreOf(countsIn(start, separator))
    if (score > most) {
      most = score
      best = separator
    }
  }
  return { separator: best, told: false }
}

/** How often a sign stands outside quotes in each of the first records. */
function countsIn(text: string, separator: string): number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  for (const c of text) {
    if (c === '"') quoted = !quoted
    else if (quoted) continue
    else if (c === separator) count++
    else if (c === '\n') {
      counts.push(count)
      count = 0
      if (counts.length >= RECORDS) return counts
    }
  }
  return count > 0 ? [...counts, count] : counts
}

/** Records that agree, times columns: a comma within every name does not outweigh nine true separators. */
function scoreOf(counts: readonly number[]): number {
  const same = new Map<number, number>()
  for (const n of counts) if (n > 0) same.set(n, (same.get(n) ?? 0) + 1)
  return Math.max(0, ...[...same].map(([columns, records]) => columns * records))
}
