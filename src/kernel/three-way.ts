/**
 * Ghép ba bản: what two people made of one text, line by line. Lines that only one of them changed are taken from that one; lines
 * that both changed differently stand as a conflict, with both texts. Nothing either wrote is lost.
 */

/** Một khúc của bản ghép. */
export type MergedChunk =
  | { readonly kind: 'same' | 'mine' | 'theirs'; readonly lines: readonly string[] }
  | {
      readonly kind: 'conflict'
      readonly base: readonly string[]
      readonly mine: readonly string[]
      readonly theirs: readonly string[]
    }

/** Indexes of the lines of `a` in `b`, along a longest common run of equal lines; -1 = not kept. */
function kept(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  const out = a.map(() => -1)
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) out[i++] = j++
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return out
}

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i])

function chunkOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): MergedChunk | null {
  if (base.length + mine.length + theirs.length === 0) return null
  if (alike(mine, theirs)) return { kind: alike(base, mine) ? 'same' : 'mine', lines: mine }
  if (alike(base, mine)) return { kind: 'theirs', lines: theirs }
  if (alike(base, theirs)) return { kind: 'mine', lines: mine }
  return { kind: 'conflict', base, mine, theirs }
}

/** What differs between two kept lines; as many lines on every side are held one against one. */
function chunksOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): (MergedChunk | null)[] {
  return base.length === mine.length && base.length === theirs.length
    ? base.map((line, i) => chunkOf([line], mine.slice(i, i + 1), theirs.slice(i, i + 1)))
    : [chunkOf(base, mine, theirs)]
}

/** Merges line by line. `merge(b, m, b)` gives `m`, `merge(b, b, t)` gives `t`, both without a conflict. */
export function mergeLines(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly MergedChunk[] {
  const [inMine, inTheirs] = [kept(base, mine), kept(base, theirs)]
  const out: MergedChunk[] = []
  let [b, m, t] = [0, 0, 0]
  for (let i = 0; i < base.length; i++) {
    const [j, k] = [inMine[i] ?? -1, inTheirs[i] ?? -1]
    if (j < 0 || k < 0) continue
    // A line all three kept ends what differs before it.
    out.push(...chunksOf(base.slice(b, i), mine.slice(m, j), theirs.slice(t, k)).filter((c) => c !== null))
    out.push({ kind: 'same', lines: [base[i] ?? ''] })
    ;[b, m, t] = [i + 1, j + 1, k + 1]
  }
  out.push(...chunksOf(base.slice(b), mine.slice(m), theirs.slice(t)).filter((c) => c !== null))
  return out
}

/** The merged text; in a conflict the lines of `mine`, then those of `theirs` that `mine` does not have. */
export const mergedText = (chunks: readonly MergedChunk[]): string =>
  chunks
    .flatMap((c) => (c.kind === 'conflict' ? [...c.mine, ...c.theirs.filter((l) => !c.mine.includes(l))] : c.lines))
    .join('\n')
