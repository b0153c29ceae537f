/** Kết quả cho máy và dòng lệnh: the ranking of a year as rows, for who may see it. */
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { noRound, readRoundView, yearShown } from './screens.ts'
import type { Ranked, RoundState } from './words.ts'

/** One row as it leaves. */
export type ResultRow = Omit<Ranked, 'parts'> & {
  readonly year: number
  readonly state: RoundState
  /** Points of each group of criteria. */
  readonly parts: readonly { readonly no: string; readonly title: string; readonly points: number }[]
}

/** The results of a year (of the newest round when none is named); no rows before publication for who may not see them. */
export async function readResults(
  ctx: Ctx,
  asked: number | undefined,
): Promise<Decision<{ year: number; rows: ResultRow[] }>> {
  const year = await yearShown(ctx, asked)
  const view = await readRoundView(ctx, year)
  if (!view.ok) return asked === undefined ? accept({ year, rows: [] }) : noRound(year)
  const { round } = view.value
  const rows = (view.value.rows ?? []).map((r) => ({
    ...r,
    year,
    state: round.state,
    parts: round.profile.groups.map(({ no, title }) => ({ no, title, points: r.parts[no] ?? 0 })),
  }))
  return accept({ year, rows })
}
