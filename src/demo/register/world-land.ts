/** Đất của thế giới mẫu, from the register that ships with the product. */
import type { Day } from '../../kernel/day.ts'
import { readRegisterFacts } from '../../modules/organisations/facts.ts'
import { type Land, landOf } from './land.ts'

/** The register as sample people see it on `today`: events to come have not happened. */
export function shippedLand(today: Day): Land {
  const { units, events } = readRegisterFacts()
  return landOf(
    [...units, ...events.flatMap((e) => e.units)],
    events.filter((e) => e.on <= today),
  )
}
