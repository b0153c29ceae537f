/** Lịch sử đơn vị hành chính of the register; of the facts that come with the product while there is no register. */
import type { Tx } from '../../platform/database/sql.ts'
import { readRegisterFacts } from './facts.ts'
import { historyOfPlaces, type PlaceHistory, type PlaceSpan } from './rules/place-history.ts'
import { historyOfUnits } from './rules/register.ts'
import type { RegisterFacts } from './rules/register-facts.ts'
import { placeSpans } from './views.ts'

/** Which levels of units there were and until when. `tx` null = no database. */
export async function placeHistory(tx: Tx | null): Promise<PlaceHistory> {
  const recorded = tx === null ? [] : await placeSpans(tx)
  return historyOfPlaces(recorded.length > 0 ? recorded : shippedSpans(readRegisterFacts()))
}

function shippedSpans(facts: RegisterFacts): PlaceSpan[] {
  const units = historyOfUnits(facts)
  const nameOf = new Map(units.map((u) => [u.fact.code, u.fact.name]))
  return units.map(({ fact, valid, names }) => {
    const end = facts.events.find((e) => e.ends.includes(fact.code))
    const link = end?.edges.find((x) => x.from === fact.code && x.part === 'full' && x.function === null)
    return {
      kind: fact.kind,
      type: names.at(-1)?.type ?? fact.type,
      name: names.at(-1)?.name ?? fact.name,
      until: valid.to,
      act: end?.act ?? null,
      heir: nameOf.get(link?.to ?? '') ?? null,
    }
  })
}
