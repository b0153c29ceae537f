/** Gửi tệp số liệu chính thức để xem trước. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { optionalFile } from '../../../platform/http/input.ts'
import { canKeepSeries } from '../rights.ts'
import { readSeries } from '../series-file.ts'

/** A file is kept to be looked at, and taken from where it lies once somebody says so. Refuses what is no table of figures. */
export const sendFigures = action({
  name: 'indicators.send-figures',
  right: canKeepSeries,
  input: z.object({ file: optionalFile() }),
  run: async (ctx, { file }) => {
    if (file === null) return refuseFields('series.no-file', { file: 'Chọn tệp số liệu (.xlsx, .xls hoặc .csv)' })
    const read = await readSeries(ctx, file, dayOf(ctx.now))
    if (!read.ok) return refuseFields(read.code, { file: read.message }, read.message)
    const kept = await keepFile(ctx, file, { of: 'everyone' })
    return done(
      { id: kept.id },
      {
        kind: 'indicator.figures-sent',
        subject: `file:${kept.id}`,
        data: { file: file.name, sha256: kept.sha256, lines: read.value.length },
      },
    )
  },
})
