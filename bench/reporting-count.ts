/** Đếm sau đêm hạn chót: what the database says, held against what people were told. */
import { systemActor } from '../src/kernel/actor.ts'
import { type Database, transact } from '../src/platform/database/pool.ts'
import { rows, sql, texts } from '../src/platform/database/sql.ts'
import { firstBrokenFact } from '../src/platform/ledger/record.ts'
import type { Typed } from './reporting-people.ts'
import { type Night, YEAR } from './reporting-world.ts'

/** What was found. */
export type NightCount = {
  readonly submissions: number
  /** Told as sent and not there, or without its file, step or fact. */
  readonly lost: number
  /** More than one version, step or fact of one press. */
  readonly twice: number
  readonly cellsLost: number
  readonly stateWrong: number
  /** Sentences about all of it. */
  readonly wrong: readonly string[]
}

type Row = {
  id: string
  code: string
  state: string
  versions: number
  numbers: number
  steps: number
  facts: number
  files: number
}

/** Reports of the year that wait for the department. */
export const sentIn = async (db: Database): Promise<string[]> =>
  transact(db, systemActor(), async (tx) =>
    (
      await rows<{ id: string }>(
        tx,
        sql`select o.id from reporting.obligation o join reporting.period p on p.id = o.period_id
            where p.year = ${YEAR} and o.state in ('da-nop', 'da-tiep-nhan')`,
      )
    ).map((r) => r.id),
  )

/** Holds the tables against the answers. */
export async function countNight(
  db: Database,
  night: Night,
  acknowledged: readonly string[],
  typed: readonly Typed[],
): Promise<NightCount> {
  return transact(db, systemActor(), async (tx) => {
    const sending = night.bodies.filter((b) => b.part === 'toSend').map((b) => b.obligationId)
    const found = await rows<Row>(
      tx,
      sql`select o.id, o.code, o.state, (select count(*) from reporting.submission s where s.obligation_id = o.id) as versions,
            (select coalesce(max(number), 0) from reporting.submission s where s.obligation_id = o.id) as numbers,
            (select count(*) from reporting.step s where s.obligation_id = o.id and s.verb = 'duyet-va-nop') as steps,
            (select count(*) from platform.ledger l where l.kind = 'reporting.submitted' and l.subject = 'report:' || o.id) as facts,
            (select count(*) from reporting.submission s join platform.file_part f on f.file_id = s.file_id and f.n = 0
              where s.obligation_id = o.id and encode(sha256(f.body), 'hex') = s.sha256) as files
          from reporting.obligation o where o.id = any (${texts(sending)}::uuid[])`,
    )
    const told = new Set(acknowledged)
    const lost = found.filter((r) => told.has(r.id) && (r.versions < 1 || r.steps < 1 || r.facts < 1 || r.files < 1))
    const twice = found.filter((r) => r.versions > 1 || r.numbers > 1 || r.steps > 1 || r.facts > 1)
    const stateWrong = found.filter((r) => r.versions > 0 !== (r.state === 'da-nop'))
    const cells = await rows<{ field: string; obligation_id: string }>(
      tx,
      sql`select x.field, x.obligation_id from unnest(${texts(typed.map((t) => t.obligationId))}, ${texts(typed.map((t) => t.field))},
            ${texts(typed.map((t) => t.value))}) as x(obligation_id, field, value)
          where not exists (select 1 from reporting.draft d where d.obligation_id = x.obligation_id::uuid and d.answers ->> x.field = x.value)`,
    )
    const broken = await firstBrokenFact(tx)
    const notTold = sending.filter((id) => !told.has(id))
    return {
      submissions: found.reduce((n, r) => n + r.versions, 0),
      lost: lost.length,
      twice: twice.length,
      cellsLost: cells.length,
      stateWrong: stateWrong.length,
      wrong: [
        ...lost.map((r) => `mất ${r.code}`),
        ...twice.map((r) => `hai lần ${r.code}`),
        ...stateWrong.map((r) => `sai trạng thái ${r.code}: ${r.state}`),
        ...(notTold.length > 0 ? [`${notTold.length} báo cáo không nộp được`] : []),
        ...(cells.length > 0 ? [`${cells.length} ô mất, ví dụ ${cells[0]?.field}`] : []),
        ...(broken === null ? [] : [`sổ cái đứt ở ${broken}`]),
      ],
    }
  })
}
