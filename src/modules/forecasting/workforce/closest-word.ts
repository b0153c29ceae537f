/** Từ gần nhất: the known name a misspelt one probably means. */

/** The known word at most two slips of the pen away (one in short words), or null. */
export function closestWord(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase()
  const limit = lower.length <= 4 ? 1 : 2
  const near = known.map((k) => [slips(lower, k.toLowerCase()), k] as const).sort((a, b) => a[0] - b[0])[0]
  return near !== undefined && near[0] <= limit ? near[1] : null
}

/** Insertions, deletions and changes of one letter that lead from one word to the other. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}
