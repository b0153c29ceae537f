/** Rất có thể: a row whose one likely candidate may be taken with the others at one press. Twins are never likely (`duplicates`). */

/** Ứng viên của một dòng, as far as it matters here. */
type Row = {
  readonly decided: string | null
  readonly candidates: readonly { readonly id: string; readonly likely?: boolean }[]
}

/** The person a row waits to be taken for, or null: decided already, none likely, or more than one. */
export function surelyOne(row: Row): string | null {
  if (row.decided !== null) return null
  const likely = row.candidates.filter((c) => c.likely === true)
  return likely.length === 1 ? (likely[0]?.id ?? null) : null
}

/** Rows to be taken, each with its person; a person that two rows point at is left to be decided by hand. */
export function surelyOnes<R extends Row>(rows: readonly R[]): readonly (readonly [R, string])[] {
  const taken = rows.flatMap((r): [R, string][] => {
    const person = surelyOne(r)
    return person === null ? [] : [[r, person]]
  })
  const count = Map.groupBy(taken, ([, person]) => person)
  return taken.filter(([, person]) => count.get(person)?.length === 1)
}
