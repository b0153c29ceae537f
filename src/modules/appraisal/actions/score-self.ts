/** Tự chấm điểm: the body says what it agrees to and what it claims, with a document, a file or a reason. */
import { z } from 'zod'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { optionalFile, text, whole, year } from '../../../platform/http/input.ts'
import { canScoreSelf } from '../rights.ts'
import { criteriaOf } from '../rules/profile.ts'
import { stillScoring } from '../rules/round.ts'
import { FIELD, readSelf } from '../rules/scoring.ts'
import { type SheetView, sheetUnder } from '../screens.ts'
import { saveSelf } from '../store.ts'
import { changedMeanwhile, typedOf } from '../typed.ts'

type Upload = NonNullable<z.infer<ReturnType<typeof optionalFile>>>

/** Files by criterion; an empty one is told at its field. */
function filesIn(sheet: SheetView, raw: Readonly<Record<string, unknown>>): Decision<Map<string, Upload>> {
  const files = new Map<string, Upload>()
  for (const c of criteriaOf(sheet.round.profile)) {
    const parsed = optionalFile().safeParse(raw[FIELD.file(c.code)])
    if (!parsed.success)
      return refuseFields('appraisal.file', { [FIELD.file(c.code)]: parsed.error.issues[0]?.message ?? 'Chọn lại tệp' })
    if (parsed.data !== null) files.set(c.code, parsed.data)
  }
  return accept(files)
}

async function keepAll(ctx: Ctx, unitId: string, files: ReadonlyMap<string, Upload>) {
  const kept = new Map<string, { fileId: string; fileName: string }>()
  for (const [code, file] of files)
    kept.set(code, { fileId: (await keepFile(ctx, file, { of: { unit: unitId } })).id, fileName: file.name })
  return kept
}

/** Gửi điểm tự chấm. Refused after appraisal of the sheet, after publication, and while a claim names nothing. */
export const scoreSelf = action({
  name: 'appraisal.score-self',
  right: canScoreSelf,
  input: z.looseObject({ year: year(), unitCode: text(40, 'Thiếu mã cơ quan'), version: whole('Thiếu phiên bản') }),
  run: async (ctx, input) => {
    const found = await sheetUnder(ctx, canScoreSelf, input)
    if (!found.ok) return found
    const { round, entry, items } = found.value
    const open = stillScoring(round.state)
    if (!open.ok) return open
    if (entry.state === 'da-tham-dinh')
      return refuse(
        'conflict',
        'appraisal.appraised',
        'Phiếu đã được thẩm định. Ý kiến khác gửi bằng kiến nghị sau công bố.',
      )
    const files = filesIn(found.value, input)
    if (!files.ok) return files
    const before = items.filter((i) => i.evidence.fileId !== null).map((i) => i.criterion)
    const lines = readSelf(round.profile, items, typedOf(input), new Set([...before, ...files.value.keys()]))
    if (!lines.ok) return lines
    const kept = await keepAll(ctx, entry.unitId, files.value)
    const saved = await saveSelf(ctx, {
      id: entry.id,
      version: input.version,
      lines: lines.value.map((l) => {
        const old = items.find((i) => i.criterion === l.criterion)?.evidence
        return { ...l, ...(kept.get(l.criterion) ?? { fileId: old?.fileId ?? null, fileName: old?.fileName ?? null }) }
      }),
    })
    if (!saved) return changedMeanwhile(entry.version)
    return done(
      { year: input.year, unitCode: entry.unitCode },
      {
        kind: 'appraisal.self-scored',
        subject: `appraisal-sheet:${entry.id}`,
        unit: entry.unitId,
        data: { year: input.year, unitName: entry.unitName },
      },
    )
  },
})
