/** Nhập số liệu chính thức từ tệp. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalFile } from '../../../platform/http/input.ts'
import { canKeepSeries } from '../rights.ts'
import type { SeriesLine } from '../rules/series-rows.ts'
import { fileSent, readSeries } from '../series-file.ts'
import { insertOfficialFigures, supersedeFigures } from '../store.ts'
import type { OfficialFigure } from '../words.ts'

const ImportInput = z.object({
  file: optionalFile(),
  /** The file that was sent before, to be looked at. */
  tep: z.uuid('Không có tệp này, gửi lại tệp').optional(),
})

/** What came of it. */
export type Imported = {
  readonly added: number
  readonly corrected: number
  readonly same: number
  readonly conflicts: number
}

/** Lines of each kind. */
export const countLines = (lines: readonly SeriesLine[]): Record<SeriesLine['state'], number> => ({
  new: lines.filter((l) => l.state === 'new').length,
  same: lines.filter((l) => l.state === 'same').length,
  conflict: lines.filter((l) => l.state === 'conflict').length,
  correction: lines.filter((l) => l.state === 'correction').length,
  refused: lines.filter((l) => l.state === 'refused').length,
})

/**
 * Keeps every figure of a file with its source. Figures that contradict each other stay beside each other; one that its own source
 * corrects stays, superseded. Refuses the whole file when a line cannot be taken, and a file without anything new.
 */
export const importFigures = action<z.infer<typeof ImportInput>, Imported>({
  name: 'indicators.import-figures',
  right: canKeepSeries,
  input: ImportInput as unknown as z.ZodType<z.infer<typeof ImportInput>>,
  run: async (ctx, input) => {
    const given = input.file ?? (await fileSent(ctx, input.tep))
    if (given === null) return refuseFields('series.no-file', { file: 'Chọn tệp số liệu (.xlsx, .xls hoặc .csv)' })
    const read = await readSeries(ctx, given, dayOf(ctx.now))
    if (!read.ok) return refuseFields(read.code, { file: read.message }, read.message)
    const lines = read.value
    const n = countLines(lines)
    const wrong = lines.filter((l) => l.state === 'refused')
    if (wrong.length > 0) {
      const first = wrong.slice(0, 3).map((l) => `dòng ${l.row}: ${l.why}`)
      return refuse(
        'invalid',
        'series.refused',
        `Tệp có ${wrong.length} dòng chưa nhận được, chưa ghi gì. ${first.join(' ')}`,
      )
    }
    const taken = lines.filter((l) => l.state !== 'same')
    if (taken.length === 0) return refuse('conflict', 'series.same', 'Mọi số trong tệp đã có. Không có gì thay đổi.')
    await supersedeFigures(ctx, taken.flatMap(correctedBy))
    const added = await insertOfficialFigures(
      ctx,
      taken.flatMap((l) => l.figure ?? []),
    )
    const imported = { added, corrected: n.correction, same: n.same, conflicts: n.conflict }
    return done(imported, {
      kind: 'indicator.figures-imported',
      subject: 'official-figures',
      data: { ...imported, file: given.name },
    })
  },
})

const correctedBy = (l: SeriesLine): string[] =>
  l.state === 'correction' ? l.against.flatMap((f: OfficialFigure) => f.kept?.id ?? []) : []
