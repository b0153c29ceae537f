/** Việc chấp hành chế độ báo cáo: what the last version of a report says about its own completeness. Pure counts, no judgement. */
import type { ReportContent } from '../words.ts'
import { type Regime, rowsOf } from './regime.ts'

/** Bao nhiêu trên bao nhiêu. */
export type Part = { readonly n: number; readonly of: number }

/** Độ đủ của một bản báo cáo. A statement that nothing arose answers every group and leaves no figure and no result to prove. */
export type Fullness = {
  /** Khẳng định không phát sinh cho cả báo cáo. */
  readonly nothing: boolean
  /** Task groups with words or with the statement that nothing arose, of all groups. */
  readonly groups: Part
  /** Required figures to date, of those the regime asks for. */
  readonly figures: Part
  /** Groups with a result that names a document or a file, of those with a result. */
  readonly proven: Part
}

/** Counts the fullness of a report under the regime of its period. */
export function fullnessOf(content: ReportContent, regime: Regime): Fullness {
  const groups = Object.values(content.groups)
  const of = groups.length
  if (content.nothing !== null)
    return { nothing: true, groups: { n: of, of }, figures: { n: 0, of: 0 }, proven: { n: 0, of: 0 } }
  const told = groups.filter((g) => g.text !== '' && !g.nothing)
  const asked = rowsOf(regime).filter(({ row }) => row.required)
  return {
    nothing: false,
    groups: { n: groups.filter((g) => g.nothing || g.text !== '').length, of },
    figures: { n: asked.filter(({ key }) => (content.cells[key]?.toDate ?? null) !== null).length, of: asked.length },
    proven: { n: told.filter((g) => g.evidence.length > 0).length, of: told.length },
  }
}
