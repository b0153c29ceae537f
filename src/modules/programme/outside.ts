/** Điều biết ngoài văn bản: what a plan is measured by, from the database or, without one, from what comes with the product. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { officialFigures } from '../indicators/public.ts'
import { placeHistory } from '../organisations/public.ts'
import { knownActs } from './known-acts.ts'
import type { Outside } from './rules/check/input.ts'

/** Figures and places as known. `tx` null = no database; `date` = the day the document was issued, where it is known from outside. */
export async function knownOutside(tx: Tx | null, date: Day | null, today: Day): Promise<Outside> {
  const figures = await officialFigures(tx)
  return { date, today, figures, history: await placeHistory(tx), acts: knownActs() }
}
