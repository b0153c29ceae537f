/** Tạo bản báo cáo tỉnh từ số liệu đã duyệt: a new frozen version; what was written by hand is kept. */

import { z } from 'zod'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { year } from '../../../platform/http/input.ts'
import { WORD } from '../../../platform/word/official-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { provincialReport } from '../papers/provincial-report.ts'
import { canConsolidate } from '../rights.ts'
import { freeze } from '../rules/freeze.ts'
import {
  carryEdits,
  type ProvincialEdits,
  type ProvincialFigures,
  sameFigures,
  withEdits,
} from '../rules/provincial.ts'
import { saveProvincial } from '../store.ts'
import { findProvincial, freezeData } from '../views/provincial.ts'

/** Kết quả: which version stands now, and whether it is a new one. */
export type BuiltReport = {
  readonly year: number
  readonly number: number
  readonly fresh: boolean
  readonly reports: number
  readonly sha256: string
}

/** Tạo bản, or find that nothing changed since the last one. */
export const buildProvincialReport = action({
  name: 'reporting.build-provincial',
  right: canConsolidate,
  input: z.object({ year: year() }),
  run: async (ctx, input) => {
    const ready = await freezeData(ctx, input.year)
    if (!ready.ok) return ready
    const { data, unitId, periodId } = ready.value
    const last = await findProvincial(ctx.tx, input.year)
    const figures = freeze(data)
    const same = last !== null && sameFigures(last.figures, figures)
    const number = same ? last.number : (last?.number ?? 0) + 1
    const edits = last ? carryEdits(last.figures, last.edits, figures) : {}
    const file = same
      ? { id: '', sha256: last.sha256 }
      : await keepPaper(ctx, { unitId, year: input.year, number, figures, edits })
    if (!same)
      await saveProvincial(ctx, { periodId, unitId, number, figures, edits, fileId: file.id, sha256: file.sha256 })
    const built: BuiltReport = { year: input.year, number, fresh: !same, reports: figures.reports, sha256: file.sha256 }
    return done(built, {
      kind: 'reporting.provincial-built',
      subject: `provincial:${input.year}`,
      unit: unitId,
      data: { ...built },
    })
  },
})

/** Writes and keeps the Word file of a version as it stands. */
export async function keepPaper(
  ctx: Ctx,
  of: { unitId: string; year: number; number: number; figures: ProvincialFigures; edits: ProvincialEdits },
): Promise<{ id: string; sha256: string }> {
  const bytes = await writePaper(provincialReport(withEdits(of.figures, of.edits)))
  const name = `bao-cao-tinh-${of.year}-ban-${of.number}.docx`
  return keepFile(ctx, { name, mediaType: WORD, bytes }, { of: { unit: of.unitId } })
}
