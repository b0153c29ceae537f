/** Số liệu chính thức theo ngày, as recorded here; what comes with the product while nothing was recorded or no database is there. */
import type { Tx } from '../../platform/database/sql.ts'
import { shippedFigures } from './facts.ts'
import { recordedFigures } from './views.ts'
import type { OfficialFigure } from './words.ts'

/** The dated series to measure a document by. `tx` null = no database. */
export async function officialFigures(tx: Tx | null): Promise<OfficialFigure[]> {
  const recorded = tx === null ? [] : await recordedFigures(tx)
  return recorded.length > 0 ? recorded : shippedFigures()
}
