/**
 * Ảnh hưởng tới mục tiêu: how much a problem of dossiers costs the goals. One point for every dossier and every goal that cannot be
 * counted, or not surely, because of it. Problems and bodies are listed by it, so that the first line is what to do first.
 */

/** Một vấn đề, đã đếm. */
export type Problem = {
  /** A code of what is missing, or a `Trouble`. */
  readonly code: string
  readonly label: string
  readonly goals: readonly string[]
  /** Dossiers that have it. */
  readonly people: number
  /** Dossiers × goals. */
  readonly effect: number
}

/** What may be wrong: label and goals by code. */
export type Known = readonly { readonly code: string; readonly label: string; readonly goals: readonly string[] }[]

/** Points of a problem: dossiers × goals that still stand in the programme; one that touches no goal counts a tenth. */
export function effectOf(people: number, goals: readonly string[], standing: ReadonlySet<string> | null): number {
  const touched = standing === null ? goals.length : goals.filter((g) => standing.has(g)).length
  return touched === 0 ? people / 10 : people * touched
}

/** The problems that there are, the one that costs the goals most first. `standing` = goals of the programme; null = none known. */
export function problemsOf(
  counts: ReadonlyMap<string, number>,
  known: Known,
  standing: ReadonlySet<string> | null,
): Problem[] {
  return known
    .map((k) => {
      const people = counts.get(k.code) ?? 0
      const goals = standing === null ? k.goals : k.goals.filter((g) => standing.has(g))
      return { code: k.code, label: k.label, goals, people, effect: effectOf(people, k.goals, standing) }
    })
    .filter((p) => p.people > 0)
    .sort((a, b) => b.effect - a.effect || (a.code < b.code ? -1 : 1))
}
