/** Đọc nhân tài, within the reader's rights and as known at an instant (null = now). */
import type { Day } from '../../kernel/day.ts'
import { ids, maybeRow, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { Episode, Recognition, Recruitment, Review, Talent } from './words.ts'

/** What held in the records at `known`; null = now. */
const inForce = (known: Temporal.Instant | null) =>
  known === null
    ? sql`x.superseded_at is null`
    : sql`x.recorded_at <= ${known} and (x.superseded_at is null or x.superseded_at > ${known})`

const RECORDED = sql`x.version, x.recorded_at as "recordedAt", x.recorded_by_name as "recordedBy", x.superseded_at as "supersededAt"`
const RECOGNITION = sql`x.key, x.talent_id as "talentId", x.number, x.decided_on as "decidedOn", x.authority, x.basis,
  x.class as "talentClass", x.sector, x.committed_until as "committedUntil", x.note, x.ended_on as "endedOn", x.end_reason as "endReason",
  x.end_document as "endDocument", x.withdrawn, ${RECORDED}`
const EPISODE = sql`x.key, x.talent_id as "talentId", x.unit_id as "unitId", x.from_day as "from", x.left_on as "leftOn", x.exit, x.reason,
  x.document, ${RECORDED}`
const REVIEW = sql`x.talent_id as "talentId", x.milestone, x.on_day as "on", x.rating, x.benefits, x.remark, x.document, ${RECORDED}`

/** Người, as the lists tell them; null where the dossier is kept by a body the reader does not see. */
export type TalentPerson = {
  readonly code: string
  readonly name: string
  readonly sex: 'nam' | 'nu' | null
  readonly died: string | null
}

/** Một người được công nhận with what the dossier says of the person. */
export type TalentRow = Talent & { readonly person: TalentPerson | null }

type HeadRow = Pick<Talent, 'id' | 'code' | 'personId' | 'unitId' | 'version'> & {
  pCode: string | null
  pName: string | null
  pSex: 'nam' | 'nu' | null
  pDied: Day | null
}

/** Heads; `people.kept_as` follows a dossier merged away to the one that is kept. */
const heads = (tx: Tx, where: ReturnType<typeof sql>): Promise<HeadRow[]> =>
  rows(
    tx,
    sql`select t.id, t.code, k.id as "personId", t.unit_id as "unitId", t.version, p.code as "pCode", p.name as "pName", p.sex as "pSex",
          p.died as "pDied"
        from talent.talent t cross join lateral (select people.kept_as(t.person_id) as id) k
        left join people.person p on p.id = k.id
        where ${where} order by t.code`,
  )

async function filled(tx: Tx, list: readonly HeadRow[], known: Temporal.Instant | null): Promise<TalentRow[]> {
  if (list.length === 0) return []
  const mine = ids(list.map((t) => t.id))
  const held = inForce(known)
  const of = <T>(table: string, columns: ReturnType<typeof sql>): Promise<T[]> =>
    rows<T>(
      tx,
      sql`select ${columns} from ${sql.raw(`talent.${table}`)} x where x.talent_id = any (${mine}) and ${held} order by x.recorded_at, x.id`,
    )
  const recognitions = Map.groupBy(await of<Recognition>('recognition', RECOGNITION), (r) => r.talentId)
  const episodes = Map.groupBy(await of<Episode>('episode', EPISODE), (e) => e.talentId)
  const reviews = Map.groupBy(await of<Review>('review', REVIEW), (r) => r.talentId)
  return list.map(({ pCode, pName, pSex, pDied, ...t }) => ({
    ...t,
    recognitions: recognitions.get(t.id) ?? [],
    episodes: episodes.get(t.id) ?? [],
    reviews: reviews.get(t.id) ?? [],
    person: pCode === null || pName === null ? null : { code: pCode, name: pName, sex: pSex, died: pDied },
  }))
}

/** Everybody recognised, by code. Four statements. */
export const allTalents = async (tx: Tx, known: Temporal.Instant | null = null): Promise<TalentRow[]> =>
  filled(tx, await heads(tx, sql`true`), known)

/** The talent of a code, or null. */
export const findTalent = async (tx: Tx, code: string): Promise<TalentRow | null> =>
  (await filled(tx, await heads(tx, sql`t.code = ${code.toUpperCase()}`), null))[0] ?? null

/** Everybody whose last body is one of these. */
export const talentsAt = async (tx: Tx, unitIds: readonly string[]): Promise<TalentRow[]> =>
  filled(tx, await heads(tx, sql`t.unit_id = any (${ids(unitIds)})`), null)

/** The talents of one person, under whatever dossier they were recorded. */
export const talentsOfPerson = async (tx: Tx, personId: string): Promise<TalentRow[]> =>
  filled(tx, await heads(tx, sql`k.id = people.kept_as(${personId}::uuid)`), null)

/** Which of these codes are of recognised people the reader sees. */
export const knownCodes = async (tx: Tx, codes: readonly string[]): Promise<string[]> =>
  codes.length === 0
    ? []
    : (await rows<{ code: string }>(tx, sql`select code from talent.talent where code = any (${texts(codes)})`)).map(
        (r) => r.code,
      )

/** Dossiers whose full name is this one, whatever its case, within the reader's rights; a few are enough to ask which. */
export const dossiersNamed = (
  tx: Tx,
  name: string,
): Promise<{ code: string; name: string; birthYear: number | null }[]> =>
  rows(
    tx,
    sql`select p.code, p.name, extract(year from p.birth)::int as "birthYear" from people.person p
        where lower(p.name) = lower(${name}) and p.merged_into is null and p.removed_at is null order by p.code limit 6`,
  )

/** The dossier an account is bound to, or null. */
export const personOfAccount = async (tx: Tx, accountId: string): Promise<string | null> =>
  (
    await maybeRow<{ id: string }>(
      tx,
      sql`select people.kept_as(person_id) as id from own_record.binding where account_id = ${accountId}::uuid`,
    )
  )?.id ?? null

/** Where people live on a day, by id of the person: communes as the dossiers say; nobody whose dossier does not say. */
export async function placesOf(tx: Tx, personIds: readonly string[], day: Day): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const found = await rows<{ id: string; place: string }>(
    tx,
    sql`select person_id as id, place_unit as place from people.slice
        where person_id = any (${ids(personIds)}) and from_day <= ${day}::date and ${day}::date < to_day and place_unit is not null`,
  )
  return new Map(found.map((f) => [f.id, f.place]))
}

const RECRUITMENT = sql`x.key, x.unit_id as "unitId", x.from_day as "from", x.to_day as "to", x.state, x.recruited, x.talents, x.named,
  x.evidence, x.document, x.reason, ${RECORDED}`

/** Recruitment results that touch [from, to], by body and period. */
export const recruitmentsIn = (
  tx: Tx,
  from: Day,
  to: Day,
  known: Temporal.Instant | null = null,
): Promise<Recruitment[]> =>
  rows(
    tx,
    sql`select ${RECRUITMENT} from talent.recruitment x
        where x.from_day <= ${to}::date and ${from}::date <= x.to_day and x.state <> 'rut' and ${inForce(known)}
        order by x.unit_id, x.from_day`,
  )

/** The result of a key in force, or null. */
export const findRecruitment = (tx: Tx, key: string): Promise<Recruitment | null> =>
  maybeRow(tx, sql`select ${RECRUITMENT} from talent.recruitment x where x.key = ${key} and x.superseded_at is null`)

/** Results in force of one body. */
export const recruitmentsOf = (tx: Tx, unitId: string): Promise<Recruitment[]> =>
  rows(
    tx,
    sql`select ${RECRUITMENT} from talent.recruitment x
        where x.unit_id = ${unitId} and x.superseded_at is null and x.state <> 'rut' order by x.from_day`,
  )

/** Every version of a result, oldest first. */
export const recruitmentVersions = (tx: Tx, key: string): Promise<Recruitment[]> =>
  rows(tx, sql`select ${RECRUITMENT} from talent.recruitment x where x.key = ${key} order by x.version`)
