/**
 * Người mẫu có hai hồ sơ: a second body lists people it took over or shares, without their numbers and each written its own way, and
 * twins whose names differ by one mark. The scan finds them; an officer decides.
 */
import { systemActor } from '../kernel/actor.ts'
import { addDays } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import { changeAt, changeDossier, type Dossier, dossiersOf, type Entry, writePeople } from '../modules/people/public.ts'
import { newId } from '../platform/action.ts'
import { transact } from '../platform/database/pool.ts'
import { rows, sql, type Tx } from '../platform/database/sql.ts'
import { randomFrom } from './random.ts'
import { morningOf, type World } from './world.ts'

/** People who stand twice in the register. */
const HOW_MANY = 6

const TWINS = ['Phạm Thị Ánh', 'Phạm Thị Ảnh'] as const

const SOURCE = 'nhap:mau'

/** Writes the second dossiers, some days before the scan; answers how many. */
export async function playDoubles(world: World): Promise<number> {
  const actor = systemActor('Dữ liệu mẫu')
  return transact(world.db, actor, async (tx) => {
    const ctx = { tx, actor, now: morningOf(addDays(world.today, -12)), newId }
    const originals = [...(await dossiersOf(tx, await knownPeople(tx))).values()]
    const bodies = originals.map((d) => d.person.unitId)
    const changes = originals.map((d, i) =>
      changeDossier(null, againSaid(d, i), changeAt(ctx, bodies.at(i - 1) ?? d.person.unitId, null)),
    )
    for (const [i, name] of TWINS.entries())
      changes.push(changeDossier(null, twinSaid(name), changeAt(ctx, bodies[i] ?? '', null)))
    await writePeople(ctx, changes, null)
    return changes.length
  })
}

/** People of whom enough is known that a second list would be recognised, drawn by their codes. */
async function knownPeople(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select p.id from people.person p where p.birth_precision = 'day' and p.sex is not null and p.merged_into is null
          and exists (select 1 from people.fact f where f.person_id = p.id and f.grp = 'contact' and f.superseded_at is null and f.data ? 'phone')
          and exists (select 1 from people.fact f where f.person_id = p.id and f.grp = 'education' and f.superseded_at is null and f.data ? 'major')
        order by p.code`,
  )
  const random = randomFrom('doubles')
  const step = Math.max(1, Math.floor(found.length / HOW_MANY))
  return Array.from({ length: HOW_MANY }, (_, i) => found[i * step + random.between(0, step - 1)]?.id ?? '').filter(
    (id) => id !== '',
  )
}

const says = (group: Entry['group'], data: Entry['data']): Entry => ({
  group,
  data,
  level: 1,
  source: `${SOURCE}:${group}.1`,
})

/** The same person as another body writes him: in capitals without marks, by the year alone, or just so; never with the number. */
function againSaid({ person, facts }: Dossier, no: number): Entry[] {
  const of = (group: Entry['group']): Entry['data'] =>
    facts.findLast((f) => f.group === group && f.to === null)?.data ?? {}
  const name = no % 3 === 1 ? titled(fold(person.name)) : person.name
  const birth = no % 3 === 2 ? (person.birth ?? '').slice(0, 7) : (person.birth ?? '')
  const { phone } = of('contact')
  const { level, major } = of('education')
  return [
    says('names', { fullName: name }),
    says('birth', {
      birth,
      sex: person.sex ?? 'nam',
      ...(person.homePlace === null ? {} : { homePlace: person.homePlace }),
    }),
    ...(phone === undefined ? [] : [says('contact', { phone })]),
    ...(level === undefined || major === undefined ? [] : [says('education', { level, major })]),
  ]
}

/** "nguyen van an" -> "Nguyen Van An". */
const titled = (words: string): string => words.replace(/(?:^| )\p{L}/gu, (c) => c.toUpperCase())

const twinSaid = (name: string): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth: '1985-03-09', sex: 'nu', birthPlace: 'Nam Sách', homePlace: 'Nam Sách' }),
  says('contact', { phone: '0912000777' }),
  says('education', { level: '6', major: 'Sư phạm Ngữ văn' }),
]
