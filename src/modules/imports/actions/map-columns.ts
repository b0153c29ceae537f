/** Ghép cột: what each column holds, how days and letters are written, as the officer says; remembered for the same headings. */
import { z } from 'zod'
import type { CodePage } from '../../../kernel/before-unicode.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { missingTargets, targetLabel } from '../rules/columns.ts'
import type { Century, DayOrder } from '../rules/dates.ts'
import type { Target } from '../rules/headings.ts'
import { applyChoice, type SheetChoice, type SheetPlan } from '../rules/plan.ts'
import { targetTyped } from '../rules/target-names.ts'
import { changeBatch, rememberColumns } from '../store.ts'

/** Names of the fields of the form: `cot.<sheet>.<column>`, `thu-tu.…`, `the-ky.…`, `doc.<sheet>`, `bang-ma.<sheet>`. */
const choices = z.record(z.string(), z.string())

const PAGES: ReadonlySet<string> = new Set(['TCVN3', 'VNI', 'VISCII', 'CP1258'])

/** What the form says of one sheet, by its place in the plan. */
export function choiceOf(sheet: SheetPlan, at: number, said: Readonly<Record<string, string>>): SheetChoice {
  const by = <T>(name: string, read: (text: string) => T): Map<number, T> =>
    new Map(
      sheet.columns.flatMap((c): [number, T][] => {
        const text = said[`${name}.${at}.${c.column}`]
        return text === undefined || text === '' ? [] : [[c.column, read(text)]]
      }),
    )
  const page = said[`bang-ma.${at}`]
  const asked = said[`doc.${at}.hoi`] !== undefined
  return {
    targets: by('cot', (t): Target | null => targetTyped(t) ?? null),
    orders: by('thu-tu', (t) => (t === 'mdy' ? 'mdy' : 'dmy') satisfies DayOrder),
    centuries: by('the-ky', (t) => (t === '19' || t === '20' ? t : 'ask') satisfies Century),
    turned: new Map(),
    page: page === undefined ? undefined : PAGES.has(page) ? (page as CodePage) : null,
    taken: asked ? said[`doc.${at}`] !== undefined : sheet.taken,
  }
}

/** Names of fields that nobody knows, with what to do, by the control they were typed in. */
const unknownNames = (said: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said).flatMap(([name, text]) =>
      name.startsWith('cot.') && text.trim() !== '' && targetTyped(text) === undefined
        ? [[name, 'Không có trường này. Chọn một trường trong danh sách, hoặc «Bỏ qua cột này»']]
        : [],
    ),
  )

/** Refuses a field that does not exist, when no sheet is taken, or a taken one has no column of names. */
export const mapColumns = action({
  name: 'imports.map-columns',
  right: canImport,
  input: z.object({ id: id(), chon: choices }),
  run: async (ctx, input) => {
    const found = await batchFor(ctx, input.id, 'map')
    if (!found.ok) return found
    const batch = found.value
    const unknown = unknownNames(input.chon)
    if (Object.keys(unknown).length > 0) return refuseFields('import.no-field', unknown)
    const sheets = batch.plan.sheets.map((s, i) => applyChoice(s, choiceOf(s, i, input.chon)))
    if (!sheets.some((s) => s.taken))
      return refuseFields('import.nothing-taken', { 'doc.0': 'Chọn ít nhất một trang tính để đọc' })
    const lacking = sheets.findIndex((s) => s.taken && missingTargets(s.columns).includes('names.fullName'))
    if (lacking >= 0)
      return refuseFields('import.no-name', {
        [`cot.${lacking}.0`]: `Trang «${sheets[lacking]?.sheet}»: chọn cột «${targetLabel('names.fullName')}»`,
      })
    for (const s of sheets) if (s.taken) await rememberColumns(ctx, batch.unitId, s)
    if (!(await changeBatch(ctx, batch, { state: 'da-gui', plan: { sheets } }))) return staleBatch()
    return done(
      { id: batch.id },
      { kind: 'imports.mapped', subject: `import:${batch.id}`, unit: batch.unitId, data: { file: batch.fileName } },
    )
  },
})
