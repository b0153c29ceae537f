/** Mức xác minh của cả hồ sơ: that of the weakest of what goals are counted from; contested as soon as one entry is. */
import type { Fact, Level, Person } from '../words/dossier.ts'

const COUNTED: ReadonlySet<string> = new Set(['education', 'post'])

/** The level of a dossier: name and birth, degrees, posts. */
export function levelOf(person: Pick<Person, 'coreLevel'>, facts: readonly Fact[]): Level {
  let least: Level = person.coreLevel
  for (const f of facts) {
    if (f.level === -1) return -1
    if (COUNTED.has(f.group) && f.level < least) least = f.level
  }
  return least
}
