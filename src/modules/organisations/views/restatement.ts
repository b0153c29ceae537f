/** Đọc cho quy đổi số liệu: every link with its shares, and the places of a territory on a day before or after it ended. */
import { addDays, type Day } from '../../../kernel/day.ts'
import { shared } from '../../../platform/database/kept.ts'
import { maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { completeLinks, type DatedLink, type Life } from '../rules/restate.ts'
import { heirsOfWhole, placesOf } from '../rules/territory.ts'
import { subtree } from '../rules/tree.ts'
import { unitsEver, unitsOn } from '../views.ts'
import type { Unit, Weight } from '../words.ts'

type LinkRow = Omit<DatedLink, 'weights'> & { readonly weights: readonly Weight[] | null }

const readLinks = (tx: Tx): Promise<LinkRow[]> =>
  rows(
    tx,
    sql`select e.on_day as "on", x.from_unit as "from", x.to_unit as "to", x.part,
          (select jsonb_agg(jsonb_build_object('measure', w.measure, 'weight', w.weight) order by w.measure)
            from organisations.edge_weight w where w.event_id = x.event_id and w.ordinal = x.ordinal) as weights
        from organisations.event_edge x join organisations.event e on e.id = x.event_id order by e.on_day, e.ordinal, x.ordinal`,
  )

/** Every link of every event with its recorded shares, and what the events leave unsaid (`completeLinks`). Two statements. */
export const restatementLinks = (tx: Tx): Promise<readonly DatedLink[]> =>
  shared(tx, ['organisations'], 'organisations.restatement-links', async () => {
    const links = (await readLinks(tx)).map((x) => ({ ...x, weights: x.weights ?? [] }))
    const lives = await rows<Life>(
      tx,
      sql`select id as unit, lower(valid) as "from", upper(valid) as "to" from organisations.unit order by id`,
    )
    const start = lives.reduce<Day | null>((first, l) => (first === null || l.from < first ? l.from : first), null)
    return start === null ? [] : completeLinks(links, lives, start)
  })

/**
 * Đơn vị thuộc địa bàn vào một ngày: the units that lie in the territory on `day`; from the day it ended, those that came from it
 * wholly or in part, with what stands under them. The province that took it over is not among them. In the order of lists.
 */
export async function territoryPlaces(tx: Tx, territoryUnitId: string, day: Day): Promise<Unit[]> {
  const territory = await maybeRow<{ to: Day | null }>(
    tx,
    sql`select upper(valid) as "to" from organisations.unit where id = ${territoryUnitId}`,
  )
  if (territory === null) return []
  const units = await unitsOn(tx, day)
  const inside =
    territory.to === null || day < territory.to
      ? new Set(subtree(units, [territoryUnitId]))
      : placesOf({
          before: subtree(await unitsOn(tx, addDays(territory.to, -1)), [territoryUnitId]),
          ended: territory.to,
          links: await restatementLinks(tx),
          units,
          day,
        })
  return units.filter((u) => inside.has(u.id))
}

/**
 * Đơn vị ngoài địa bàn: units known by `day` that neither lay in the territory on any day until then nor came from it. The province
 * that took the territory over stands for it like every other body that took over what was the territory's: it is not outside.
 */
export const unitsOutside = (tx: Tx, territoryUnitId: string, day: Day): Promise<readonly string[]> =>
  shared(tx, ['organisations'], `organisations.outside:${territoryUnitId}:${day}`, async () => {
    const links = await restatementLinks(tx)
    const inside = heirsOfWhole(territoryUnitId, links, day)
    const eves = [...new Set(links.flatMap((x) => (x.on <= day ? [addDays(x.on, -1)] : [])))]
    for (const at of [...eves, day]) for (const u of await territoryPlaces(tx, territoryUnitId, at)) inside.add(u.id)
    const ever = [...(await unitsEver(tx)).values()]
    return ever.filter((u) => u.valid.from <= day && !inside.has(u.id)).map((u) => u.id)
  })
