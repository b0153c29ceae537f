/** Đọc kế hoạch của cơ quan: a document the body has issued becomes rows of its plan, each tied to its own words. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { MAX_FILE, type Upload } from '../../../platform/files/upload.ts'
import { id, optionalFile, year } from '../../../platform/http/input.ts'
import { MAX_CHARACTERS, readPasted, readUpload } from '../../../platform/word/read-text.ts'
import { readPlan } from '../../documents/public.ts'
import { currentProgramme } from '../../programme/public.ts'
import { canMakePlan } from '../rights.ts'
import { demandPlan } from '../rules/agency-plan.ts'
import { ownItems } from '../rules/own-items.ts'
import { ensurePlan, saveOwnDocument, savePlan } from '../store.ts'
import { findPlan, planItems } from '../views.ts'
import type { AgencyPlan } from '../words.ts'

const Input = z.object({
  unit: id(),
  year: year(),
  file: optionalFile(),
  text: z.preprocess(
    (v) => (typeof v === 'string' ? v : ''),
    z.string().max(MAX_CHARACTERS, 'Nội dung dán dài quá 500.000 ký tự. Tách phần kế hoạch rồi dán riêng'),
  ),
})

/**
 * Refuses another body's plan, a plan that waits for approval or is approved, what cannot be read, a document without
 * tasks, and one that brings nothing new. Rows that the plan holds already stay as they are.
 */
export const readOwnPlan = action<z.infer<typeof Input>, { added: number }>({
  name: 'tasks.read-own-plan',
  right: canMakePlan,
  input: Input,
  run: async (ctx, input) => {
    const allowed = demand(canMakePlan, ctx.actor, input.unit)
    if (!allowed.ok) return allowed
    const given = await givenText(input)
    if (!given.ok) return given
    const programme = await currentProgramme(ctx.tx)
    if (programme === null) return refuse('conflict', 'programme.absent', 'Chưa có kế hoạch của tỉnh trong hệ thống.')
    const plan = await openPlan(ctx, programme.id, input)
    if (!plan.ok) return plan
    const { name, text, file } = given.value
    const reading = readPlan(text)
    const known = (await planItems(ctx.tx, plan.value.id)).filter((i) => i.documentId !== null).map((i) => i.taskText)
    const items = ownItems(reading, input.year, known)
    if (!items.ok) return items
    const kept = file === null ? null : await keepFile(ctx, file, { of: { unit: input.unit } })
    await saveOwnDocument(
      ctx,
      {
        planId: plan.value.id,
        fileId: kept?.id ?? null,
        name,
        sha256: createHash('sha256').update(reading.text).digest('hex'),
        number: reading.docNumber,
        dated: reading.date === null ? null : parseDay(reading.date),
        title: reading.title,
        body: reading.text,
        citesProgramme: reading.references.some((r) => r.number === programme.number),
      },
      items.value,
    )
    if (!(await savePlan(ctx, plan.value, { state: 'dang-lap', reason: plan.value.returnedReason })))
      return refuse(
        'stale',
        'plan.stale',
        'Kế hoạch vừa được sửa hoặc trình ở nơi khác. Tải lại trang rồi gửi lại văn bản.',
      )
    return done(
      { added: items.value.length },
      {
        kind: 'plan.own-document-read',
        subject: `agency-plan:${plan.value.id}`,
        unit: input.unit,
        data: { name, year: input.year, items: items.value.length },
      },
    )
  },
})

type Given = { readonly name: string; readonly text: string; readonly file: Upload | null }

async function givenText({ file, text }: { file: Upload | null; text: string }): Promise<Decision<Given>> {
  if (file === null) {
    return text.trim() === ''
      ? refuseFields('document.nothing-given', {
          file: 'Chọn tệp Word, PDF hoặc tệp chữ, hoặc dán nội dung văn bản',
        })
      : accept({ name: 'Nội dung dán', text: readPasted(text).text, file: null })
  }
  if (file.bytes.length > MAX_FILE)
    return refuseFields('file.too-large', { file: 'Tệp lớn hơn 20 MB. Chọn tệp không quá 20 MB' })
  const read = await readUpload(file.bytes, file.name)
  if (!read.ok) return { ...read, fields: read.fields ?? { file: read.message } }
  return accept({ name: file.name, text: read.value.text, file })
}

/** The plan of the year, made when there is none; refuses one that cannot be changed now. */
async function openPlan(
  ctx: Ctx,
  programmeId: string,
  of: { unit: string; year: number },
): Promise<Decision<AgencyPlan>> {
  await ensurePlan(ctx, programmeId, of.unit, of.year)
  const plan = await findPlan(ctx.tx, of.unit, of.year)
  if (plan === null) return refuse('absent', 'plan.absent', 'Không tạo được kế hoạch của cơ quan.')
  return demandPlan(plan, 'sua')
}
