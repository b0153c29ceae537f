/**
 * Gửi tệp: the file of a body is kept and looked at: which sheets, which headings, what each column holds. Nothing of the register
 * changes.
 */
import { z } from 'zod'
import { type Day, dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, type Refusal, refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { contentOf, type LargeUpload, type Upload } from '../../../platform/files/upload.ts'
import { optionalDay, optionalLargeFile, text } from '../../../platform/http/input.ts'
import { findUnitByCode, type Unit, unitsOn } from '../../organisations/public.ts'
import { surveyAside } from '../aside.ts'
import { lyingSomewhere } from '../batch-file.ts'
import { canImport } from '../rights.ts'
import { bodyMeant } from '../rules/body-named.ts'
import { saveBatch } from '../store.ts'
import { columnsBefore, writtenBefore } from '../views.ts'
import type { Batch } from '../words.ts'

/** What is told besides the id: the same file was written before. */
export type Sent = { readonly id: string; readonly before: Temporal.Instant | null }

async function bodyAsked(ctx: Ctx, typed: string): Promise<Decision<{ id: string; code: string; name: string }>> {
  const unit = (await findUnitByCode(ctx.tx, typed)) ?? (await unitNamed(ctx, typed))
  if ('ok' in unit) return unit
  const may = demand(canImport, ctx.actor, unit.id)
  return may.ok ? accept({ id: unit.id, code: unit.code, name: unit.officeName }) : may
}

/** The body of a name of the register as of today. */
async function unitNamed(ctx: Ctx, typed: string): Promise<Unit | Refusal> {
  const units = await unitsOn(ctx.tx, dayOf(ctx.now))
  const [one, ...others] = bodyMeant(units, typed)
  const unit = units.find((u) => u.code === one?.code)
  if (unit !== undefined && others.length === 0) return unit
  return refuseFields('import.body', {
    coQuan:
      unit === undefined
        ? `Không có cơ quan nào tên "${typed}". Gõ vài chữ rồi chọn một tên trong danh sách`
        : `Có ${others.length + 1} cơ quan tên "${typed}". Chọn tên có kèm mã trong danh sách`,
  })
}

async function batchOf(
  ctx: Ctx,
  given: { file: Upload | LargeUpload; body: { id: string; code: string; name: string }; asOf: Day | null },
): Promise<Decision<Omit<Batch, 'fileId'>>> {
  const { file, body } = given
  const content = contentOf(file)
  const before = await columnsBefore(ctx.tx, body.id)
  const seen = await lyingSomewhere(content, (lying) => surveyAside({ does: 'survey', file: lying, before }))
  if (!seen.ok) return seen
  return accept({
    id: ctx.newId(),
    unitId: body.id,
    unitCode: body.code,
    unitName: body.name,
    fileName: file.name,
    fileSha256: content.sha256,
    fileKind: seen.value.kind,
    asOf: given.asOf ?? dayOf(ctx.now),
    plan: seen.value.plan,
    notes: seen.value.notes,
    state: 'da-gui',
    counts: null,
    trouble: '',
    madeBy: ctx.actor.id,
    madeName: ctx.actor.name,
    madeAt: ctx.now,
    writtenAt: null,
    version: 1,
  })
}

/** Refuses another kind of file, a locked, damaged or bursting one, and one without a list of people; each by name. */
export const sendFile = action({
  name: 'imports.send-file',
  right: canImport,
  input: z.object({
    coQuan: text(250, 'Chọn cơ quan có danh sách này'),
    file: optionalLargeFile(),
    ngay: optionalDay('Ngày của danh sách phải là ngày có thật, ví dụ 31/12/2026'),
  }),
  run: async (ctx, input) => {
    if (input.file === null) return refuseFields('import.file', { file: 'Chọn tệp .xlsx, .xls hoặc .csv' })
    if (input.ngay !== null && input.ngay > dayOf(ctx.now))
      return refuseFields('import.day', { ngay: 'Ngày của danh sách không thể sau hôm nay' })
    const body = await bodyAsked(ctx, input.coQuan)
    if (!body.ok) return body
    const made = await batchOf(ctx, { file: input.file, body: body.value, asOf: input.ngay })
    if (!made.ok) return refuse(made.kind, made.code, made.message, { fields: { file: made.message } })
    const before = await writtenBefore(ctx.tx, body.value.id, made.value.fileSha256)
    // A staff list holds numbers and sensitive columns: it is kept as sealed as they are in the register.
    const kept = await keepFile(ctx, input.file, { of: { unit: body.value.id }, sealed: true })
    await saveBatch(ctx, { ...made.value, fileId: kept.id })
    const sent: Sent = { id: made.value.id, before: before?.writtenAt ?? null }
    return done(sent, {
      kind: 'imports.sent',
      subject: `import:${made.value.id}`,
      unit: body.value.id,
      data: { file: input.file.name, sha256: made.value.fileSha256 },
    })
  },
})
