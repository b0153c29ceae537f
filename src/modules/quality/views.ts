/** Xem chất lượng hồ sơ: counts of problems over the register and by body, and the progress of campaigns. Scope by the policies. */
import type { Day } from '../../kernel/day.ts'
import { ids, type RawBuilder, row, rows, sql, type Tx } from '../../platform/database/sql.ts'
import { type Campaign, STALE_MONTHS } from './words.ts'

const PRESENT = sql`p.merged_into is null and p.removed_at is null`

/** Nobody confirmed or changed it for so long. The bounds are worked out once, not for every dossier. */
const stale = (today: Day) => {
  const day = sql`(${today}::date - make_interval(months => ${STALE_MONTHS}))`
  return sql`(p.changed_at < ${day} at time zone 'Asia/Ho_Chi_Minh' and (p.confirmed_on is null or p.confirmed_on < ${day}))`
}

/** The dossiers a condition means, as a predicate on `p`. */
export function meantBy(condition: string, today: Day): RawBuilder<boolean> {
  if (condition === 'all') return sql`${PRESENT}`
  if (condition === 'stale') return sql`${PRESENT} and ${stale(today)}`
  if (condition === 'contested') return sql`${PRESENT} and p.level = -1`
  if (condition === 'unverified') return sql`${PRESENT} and p.level = 0`
  return sql`${PRESENT} and p.gaps @> array[${condition}]`
}

/** How many dossiers a condition means. */
export const countMeant = async (tx: Tx, condition: string, today: Day): Promise<number> =>
  (await row<{ n: number }>(tx, sql`select count(*) as n from people.person p where ${meantBy(condition, today)}`)).n

/** Totals of the register, or of one body. */
export type Totals = {
  readonly people: number
  readonly completeness: number | null
  readonly verified: number
  readonly contested: number
  readonly unverified: number
  readonly stale: number
}

const TOTALS = (
  today: Day,
) => sql`count(*) as people, round(avg(p.completeness)) as completeness, count(*) filter (where p.level >= 1) as verified,
  count(*) filter (where p.level = -1) as contested, count(*) filter (where p.level = 0) as unverified, count(*) filter (where ${stale(today)}) as stale`

/** Totals of what the reader sees. */
export const totalsOn = (tx: Tx, today: Day): Promise<Totals> =>
  row(tx, sql`select ${TOTALS(today)} from people.person p where ${PRESENT}`)

/** How many dossiers lack what, within the reader's scope. */
export async function gapCounts(tx: Tx): Promise<Map<string, number>> {
  const found = await rows<{ gap: string; n: number }>(
    tx,
    sql`select gap, count(*) as n from people.person p cross join unnest(p.gaps) gap where ${PRESENT} group by gap`,
  )
  return new Map(found.map((g) => [g.gap, g.n]))
}

/** Totals and gaps of every body that keeps dossiers. */
export type BodyQuality = Totals & { readonly unitId: string; readonly gaps: Readonly<Record<string, number>> }

/** Quality by body, within the reader's scope. Two statements; few sets of gaps occur, so the sets are counted before they are taken apart. */
export async function qualityByBody(tx: Tx, today: Day): Promise<BodyQuality[]> {
  const totals = await rows<Totals & { unitId: string }>(
    tx,
    sql`select p.unit_id as "unitId", ${TOTALS(today)} from people.person p where ${PRESENT} group by p.unit_id`,
  )
  const gaps = await rows<{ unitId: string; gap: string; n: number }>(
    tx,
    sql`select s."unitId", gap, sum(s.n) as n
        from (select p.unit_id as "unitId", p.gaps, count(*) as n from people.person p where ${PRESENT} and p.gaps <> '{}' group by 1, 2) s,
          unnest(s.gaps) gap group by 1, 2`,
  )
  const byUnit = Map.groupBy(gaps, (g) => g.unitId)
  return totals.map((t) => ({
    ...t,
    gaps: Object.fromEntries((byUnit.get(t.unitId) ?? []).map((g) => [g.gap, g.n])),
  }))
}

const CAMPAIGN = sql`c.id, c.title, c.message, c.due_before as "dueBefore", c.opened_on as "openedOn", c.opened_by as "openedBy", c.condition,
  c.closed_on as "closedOn", c.version`

/** A campaign with its progress within the reader's scope. */
export type CampaignLine = Campaign & { readonly people: number; readonly confirmed: number }

const confirmed = sql`p.confirmed_on >= c.opened_on`

/** Campaigns, open ones first, newest first. */
export const campaigns = (tx: Tx): Promise<CampaignLine[]> =>
  rows(
    tx,
    sql`select ${CAMPAIGN}, count(p.id) as people, count(p.id) filter (where ${confirmed}) as confirmed
        from quality.campaign c left join quality.campaign_person m on m.campaign_id = c.id
        left join people.person p on p.id = m.person_id and ${PRESENT}
        group by c.id order by c.closed_on is not null, c.opened_on desc, c.id`,
  )

/**
 * Open campaigns that still wait for dossiers of `units`: what the counters of every page ask for. The units are named beside the
 * policy, so that the index is used.
 */
export const campaignsWaiting = (tx: Tx, units: readonly string[]): Promise<CampaignLine[]> =>
  rows(
    tx,
    sql`select ${CAMPAIGN}, count(p.id) as people, count(p.id) filter (where ${confirmed}) as confirmed
        from quality.campaign c join quality.campaign_person m on m.campaign_id = c.id and m.unit_id = any(${ids(units)})
        join people.person p on p.id = m.person_id and ${PRESENT}
        where c.closed_on is null group by c.id having count(p.id) > count(p.id) filter (where ${confirmed}) order by c.due_before, c.id`,
  )

/** One campaign, or null. */
export const findCampaign = async (tx: Tx, id: string): Promise<CampaignLine | null> =>
  (
    await rows<CampaignLine>(
      tx,
      sql`select ${CAMPAIGN}, count(p.id) as people, count(p.id) filter (where ${confirmed}) as confirmed
          from quality.campaign c left join quality.campaign_person m on m.campaign_id = c.id
          left join people.person p on p.id = m.person_id and ${PRESENT} where c.id = ${id} group by c.id`,
    )
  )[0] ?? null

/** Progress of a campaign by body. */
export const campaignByBody = (tx: Tx, id: string): Promise<{ unitId: string; people: number; confirmed: number }[]> =>
  rows(
    tx,
    sql`select p.unit_id as "unitId", count(*) as people, count(*) filter (where ${confirmed}) as confirmed
        from quality.campaign c join quality.campaign_person m on m.campaign_id = c.id join people.person p on p.id = m.person_id
        where c.id = ${id} and ${PRESENT} group by p.unit_id`,
  )

/** A dossier of a campaign that nobody confirmed yet. */
export type Waiting = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unitId: string
  readonly completeness: number
  readonly level: number
  readonly gaps: readonly string[]
}

/** Dossiers of a campaign still to be confirmed, by tên, đệm, họ. */
export const waitingIn = (tx: Tx, id: string, page: { limit: number; offset: number }): Promise<Waiting[]> =>
  rows(
    tx,
    sql`select p.id, p.code, p.name, p.unit_id as "unitId", p.completeness, p.level, p.gaps
        from quality.campaign c join quality.campaign_person m on m.campaign_id = c.id join people.person p on p.id = m.person_id
        where c.id = ${id} and ${PRESENT} and (p.confirmed_on is null or p.confirmed_on < c.opened_on)
        order by p.name_sort, p.id limit ${page.limit} offset ${page.offset}`,
  )

/** Which of the people belong to the campaign. */
export async function membersAmong(tx: Tx, campaign: string, people: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select person_id as id from quality.campaign_person where campaign_id = ${campaign} and person_id = any(${[...people]}::uuid[])`,
  )
  return found.map((f) => f.id)
}
