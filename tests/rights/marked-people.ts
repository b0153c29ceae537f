/**
 * Người có dấu: three people of invented names whose every value is a word found nowhere else, so that a single look at an answer
 * tells whether it holds something of a tier. Words of tier B end in `b7`, of tier C in `c7`.
 */
import { systemActor } from '../../src/kernel/actor.ts'
import type { PartialDay } from '../../src/kernel/partial-day.ts'
import { changeDossier, digestOf, type Entry, writePeople } from '../../src/modules/people/public.ts'
import { newId } from '../../src/platform/action.ts'
import { type Database, transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'

/** One marked person. */
export type Marked = {
  readonly id: string
  readonly code: string
  readonly unitId: string
  /** The word in the name, tier A. */
  readonly tag: string
  readonly cccd: string
}

/** Words of each person by tier, in the forms in which they may leave. */
export const MARKS = {
  name: (m: Marked) => [m.tag],
  basic: (m: Marked) => [`${m.tag}b7`, m.cccd, m.cccd.replace(/(\d{3})(?=\d)/g, '$1 ').trim(), phoneOf(m.cccd)],
  contact: (m: Marked) => [`${m.tag}b7`, phoneOf(m.cccd)],
  sensitive: (m: Marked) => [`${m.tag}c7`, ...partyDays(m.cccd)],
} as const

const phoneOf = (cccd: string): string => `097${cccd.slice(-7)}`

/** The day of joining the Party, one for each person, as machines and as officials write it. */
const partyDays = (cccd: string): [string, string] => {
  const year = 1961 + Number(cccd.at(-1))
  return [`${year}-06-17`, `17/06/${year}`]
}

const says = (group: Entry['group'], data: Entry['data']): Entry => ({ group, data, level: 1, source: 'thu:1' })

function entriesOf(tag: string, cccd: string, unitId: string): Entry[] {
  const [joined] = partyDays(cccd)
  return [
    says('names', { fullName: `Đặng ${tag} Xuân` }),
    says('birth', { birth: '1981-03', sex: 'nu', birthPlace: `Xã ${tag}b7`, homePlace: `Huyện ${tag}b7` }),
    says('identity', { cccd, insurance: `BH${tag}b7` }),
    says('contact', { phone: phoneOf(cccd), email: `${tag}b7@thu.vn`, address: `Ngõ ${tag}b7` }),
    says('education', { level: '7', major: 'Y khoa', diploma: `VB${tag}b7`, graduated: 2006 }),
    {
      ...says('post', { body: unitId, position: 'Bác sĩ', kind: 'chinh', decision: `QĐ${tag}b7` }),
      from: '2010' as PartialDay,
    },
    says('ethnicity', { ethnicityText: `Dân tộc ${tag}c7`, religionText: `Tôn giáo ${tag}c7` }),
    says('party', { member: true, joined, post: `Bí thư ${tag}c7` }),
    says('discipline', { kind: `Khiển trách ${tag}c7`, decision: `KL${tag}c7` }),
  ]
}

/** Writes one marked person into the register, kept by a body. */
export async function mark(
  db: Database,
  now: Temporal.Instant,
  tag: string,
  cccd: string,
  unitId: string,
): Promise<Marked> {
  return transact(db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now, newId }
    const change = changeDossier(null, entriesOf(tag, cccd, unitId), {
      newId,
      digest: digestOf(tx),
      unitId,
      batchId: null,
    })
    await writePeople(ctx, [change], null)
    const { code } = await row<{ code: string }>(tx, sql`select code from people.person where id = ${change.person.id}`)
    return { id: change.person.id, code, unitId, tag, cccd }
  })
}
