/** Dòng của danh sách người: what stands in a row, for the ids of one page, as of a day. Row level security decides once more. */
import type { Day } from '../../../kernel/day.ts'
import { type PartialDay, type Precision, partialOf } from '../../../kernel/partial-day.ts'
import { ids, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { degreeRank } from '../rules/degree.ts'
import type { Level, Sex } from '../words/dossier.ts'

/** Người trong danh sách, codes not yet in words. */
export type ListedPerson = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sex: Sex | null
  readonly birth: PartialDay | null
  readonly unitId: string
  readonly workUnit: string | null
  readonly workText: string | null
  readonly placeUnit: string | null
  readonly sector: string | null
  readonly category: string | null
  readonly title: string | null
  readonly leadership: string | null
  readonly degree: number
  /** Code of the highest degree, which tells a specialist of health from a master. */
  readonly degreeCode: string | null
  readonly major: string | null
  readonly level: Level
  readonly completeness: number
  readonly changedAt: Temporal.Instant
}

type Row = Omit<ListedPerson, 'birth' | 'degreeCode' | 'major' | 'workText'> & {
  birth: Day | null
  precision: Precision | null
}

/**
 * The people of `list`, in its order. Two statements: one look-up of the slice a person (a join would be planned as a reading of all),
 * and the groups named apart from the days, since that can be asked before the policy and drops most entries.
 */
export async function listedPeople(tx: Tx, list: readonly string[], day: Day): Promise<ListedPerson[]> {
  if (list.length === 0) return []
  const found = await rows<Row>(
    tx,
    sql`select p.id, p.code, p.name, p.sex, p.birth, p.birth_precision as precision, p.unit_id as "unitId", s.work_unit as "workUnit",
          s.place_unit as "placeUnit", s.sector, s.category, s.title, s.leadership, coalesce(s.degree, 0) as degree, p.level, p.completeness,
          p.changed_at as "changedAt"
        from people.person p left join lateral (
          select * from people.slice x where x.person_id = p.id and x.from_day <= ${day}::date and x.to_day > ${day}::date limit 1) s on true
        where p.id = any(${ids(list)})`,
  )
  const facts = await rows<{
    person: string
    grp: string
    level: string | null
    major: string | null
    body: string | null
  }>(
    tx,
    sql`select person_id as person, grp, data->>'level' as level, coalesce(data->>'major', data->>'fieldText') as major, data->>'bodyText' as body
        from people.fact where person_id = any(${ids(list)}) and superseded_at is null and level >= 0 and grp in ('education', 'post')
          and (grp = 'education' or (grp = 'post' and slot = 'post:main' and valid @> ${day}::date))`,
  )
  const of = Map.groupBy(facts, (f) => f.person)
  const by = new Map(found.map((p) => [p.id, p]))
  return list.flatMap((id) => {
    const p = by.get(id)
    if (p === undefined) return []
    const { precision, birth, ...rest } = p
    const mine = of.get(id) ?? []
    const best = mine.find((f) => f.grp === 'education' && degreeRank(f.level) === p.degree)
    return {
      ...rest,
      birth: birth === null || precision === null ? null : partialOf(birth, precision),
      degreeCode: best?.level ?? null,
      major: best?.major ?? null,
      workText: mine.find((f) => f.grp === 'post')?.body ?? null,
    }
  })
}
