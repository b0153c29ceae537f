/** Tạo bản báo cáo tỉnh từ số liệu đã duyệt: a new frozen version; what was written by hand is kept. */

import { z } from 'zod'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { year } from '../../../platform/http/input.ts'
import type { Measure } from '../../../platform/measure.ts'
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
import type { Period } from '../views/periods.ts'
import { findProvincial, freezeData } from '../views/provincial.ts'
import { aboutPeriod, provincialFile } from '../words.ts'

/** Kết quả: which version stands now, and whether it is a new one. */
export type BuiltReport = {
  readonly regime: string
  readonly year: number
  readonly number: number
  readonly fresh: boolean
  readonly reports: number
  readonly sha256: string
}

/** Tạo bản, or find that nothing changed since the last one. */
export const buildProvincialReport = (measuresOf: () => readonly Measure[]) =>
  action({
    name: 'reporting.build-provincial',
    right: canConsolidate,
    input: z.object({ regime: z.string().optional(), year: year() }),
    run: async (ctx, input) => {
      const ready = await freezeData(ctx, measuresOf(), input)
      if (!ready.ok) return ready
      const { data, unitId, period } = ready.value
      const last = await findProvincial(ctx.tx, input)
      const figures = freeze(data)
      const same = last !== null && sameFigures(last.figures, figures)
      const number = same ? last.number : (last?.number ?? 0) + 1
      const edits = last ? carryEdits(last.figures, last.edits, figures) : {}
      const file = same
        ? { id: '', sha256: last.sha256 }
        : await keepPaper(ctx, { unitId, period, number, figures, edits })
      if (!same)
        await saveProvincial(ctx, {
          periodId: period.id,
          unitId,
          number,
          figures,
          edits,
          fileId: file.id,
          sha256: file.sha256,
        })
      const built: BuiltReport = {
        regime: period.slug,
        year: period.year,
        number,
        fresh: !same,
        reports: figures.reports,
        sha256: file.sha256,
      }
      return done(built, {
        kind: 'reporting.provincial-built',
        subject: `provincial:${period.id}`,
        unit: unitId,
        data: { ...aboutPeriod(period), ...built },
      })
    },
  })

/** Writes and keeps the Word file of a version as it stands. */
export async function keepPaper(
  ctx: Ctx,
  of: {
    unitId: string
    period: Pick<Period, 'slug' | 'year'>
    number: number
    figures: ProvincialFigures
    edits: ProvincialEdits
  },
): Promise<{ id: string; sha256: string }> {
  const bytes = await writePaper(provincialReport(withEdits(of.figures, of.edits)))
  const name = `${provincialFile(of.period, of.number)}.docx`
  return keepFile(ctx, { name, mediaType: WORD, bytes }, { of: { unit: of.unitId } })
}
