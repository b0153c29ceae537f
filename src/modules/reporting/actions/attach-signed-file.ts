/** Nhận bản đã ký số: the file is bound to the version that stands, by the hash of what was given out to sign. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { optionalFile, text, whole, year } from '../../../platform/http/input.ts'
import { canDraft } from '../rights.ts'
import { signatureMark } from '../rules/signed-file.ts'
import { saveSignedFile } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Đưa bản đã ký vào. Refused for a version that was not sent, and for the very file that was given out. */
export const attachSignedFile = action({
  name: 'reporting.attach-signed-file',
  right: canDraft,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    number: whole('Thiếu số bản'),
    file: optionalFile(),
  }),
  run: async (ctx, input) => {
    const found = await reportUnder(ctx, canDraft, input)
    if (!found.ok) return found
    const { obligation, unit, submissions } = found.value
    const version = submissions.find((s) => s.number === input.number)
    if (!version) return refuse('absent', 'report.version', `Báo cáo không có bản ${input.number}.`)
    if (input.file === null) return refuseFields('report.signed-file', { file: 'Chọn tệp đã ký' })
    const kept = await keepFile(ctx, input.file, { of: { unit: unit.id } })
    if (kept.sha256 === version.sha256)
      return refuseFields('report.signed-same', {
        file: 'Tệp này trùng bản Word gốc, chưa có chữ ký. Ký bằng công cụ của cơ quan rồi chọn tệp đã ký.',
      })
    const mark = signatureMark(input.file.bytes)
    await saveSignedFile(ctx, {
      obligationId: obligation.id,
      unitId: unit.id,
      number: version.number,
      ofSha256: version.sha256,
      fileId: kept.id,
      name: input.file.name,
      sha256: kept.sha256,
      mark,
    })
    return done(
      { year: input.year, unitCode: unit.code, number: version.number, mark, sha256: kept.sha256 },
      {
        kind: 'reporting.signed-file-attached',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        data: {
          ...aboutPeriod(found.value.period),
          code: obligation.code,
          number: version.number,
          sha256: kept.sha256,
          mark,
        },
      },
    )
  },
})
