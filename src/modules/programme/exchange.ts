/** Xuất kế hoạch: gathers the plan as it stands, or a reading as decided so far, and writes it in one of three kinds of file. */

import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { WORD } from '../../platform/word/official-paper.ts'
import { writeAnnexes } from '../../platform/word/write-paper.ts'
import { applyDecisions, findDocument } from '../documents/public.ts'
import { unitsByIds } from '../organisations/public.ts'
import { assignmentAnnex } from './papers/assignment-annex.ts'
import { taskWorkbook } from './papers/task-workbook.ts'
import { exchangeOfProgramme, exchangeOfReading, onlyTasks, type PlanDocument } from './rules/exchange.ts'
import { type Exchange, exchangeText } from './rules/exchange-shape.ts'
import { editionsOf } from './views/amendment.ts'
import { currentProgramme, dutiesOf, goalsOf, participants, recipientsOf, tasksOf } from './views.ts'

/** Loại tệp xuất, as in addresses and on the command line. */
export const FORMATS = ['docx', 'xlsx', 'json'] as const
/** Một loại tệp xuất. */
export type Format = (typeof FORMATS)[number]

/** Which tasks go out and what is said of them. */
export type Selection = {
  /** Codes; empty = all tasks and duties. */
  readonly codes?: readonly string[]
  /** State of a task by its code, where a module below knows more. */
  readonly states?: ReadonlyMap<string, string>
  /** How the list was filtered, in words; "" = not at all. */
  readonly filter?: string
}

/** A file to hand over. */
export type OutFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The plan in force as a value; refuses when there is none. */
export async function programmeExchange(ctx: Ctx): Promise<Decision<Exchange>> {
  const plan = await currentProgramme(ctx.tx)
  if (plan === null)
    return refuse('absent', 'programme.none', 'Chưa có kế hoạch trong hệ thống nên chưa có gì để xuất.')
  const today = dayOf(ctx.now)
  const goals = await goalsOf(ctx.tx, plan.id, today)
  const tasks = [...(await tasksOf(ctx.tx, plan.id, today)), ...(await dutiesOf(ctx.tx, plan.id, today))]
  const taking = await participants(ctx.tx, plan.id)
  const leads = [...goals, ...tasks].flatMap((x) => (x.leadUnitId === null ? [] : [x.leadUnitId]))
  const ids = new Set([...leads, ...tasks.flatMap((t) => t.coordinators), ...taking.map((p) => p.unitId)])
  const units = new Map((await unitsByIds(ctx.tx, [...ids])).map((u) => [u.id, u]))
  const bodyOf = (id: string) => {
    const unit = units.get(id)
    return { code: unit?.code ?? '', name: unit?.officeName ?? '' }
  }
  const recipients = (await recipientsOf(ctx.tx, plan.id)).map((r) => r.name)
  const documents = await planDocuments(ctx, plan.id)
  return accept(exchangeOfProgramme({ plan, documents, goals, tasks, recipients, participants: taking, bodyOf }, today))
}

/** The documents the plan has followed, the first one first, with the decisions made on their readings. */
async function planDocuments(ctx: Ctx, programmeId: string): Promise<PlanDocument[]> {
  const found: PlanDocument[] = []
  for (const e of await editionsOf(ctx.tx, programmeId)) {
    const document = await findDocument(ctx.tx, e.documentId)
    if (document === null) continue
    const reading = applyDecisions(document.reading, document.decisions)
    found.push({ id: e.documentId, number: e.number, date: e.date, reading })
  }
  return found
}

/** What was read from a document, with the decisions made so far; refuses when there is no such document. */
export async function readingExchange(ctx: Ctx, documentId: string): Promise<Decision<Exchange>> {
  const document = await findDocument(ctx.tx, documentId)
  if (document === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
  return accept(exchangeOfReading(applyDecisions(document.reading, document.decisions), dayOf(ctx.now)))
}

/** The plan as a file of one kind. JSON always holds the whole plan: a part of it would not be the same plan. */
export async function exchangeFile(ctx: Ctx, x: Exchange, format: Format, chosen: Selection = {}): Promise<OutFile> {
  const base = baseName(x)
  if (format === 'json')
    return {
      name: `${base}.json`,
      mediaType: 'application/json; charset=utf-8',
      bytes: new TextEncoder().encode(exchangeText(x)),
    }
  const part = onlyTasks(x, chosen.codes ?? [])
  const says = { today: dayOf(ctx.now), states: chosen.states ?? new Map(), filter: chosen.filter ?? '' }
  if (format === 'xlsx')
    return { name: `${base}-nhiem-vu.xlsx`, mediaType: EXCEL, bytes: await writeWorkbook(taskWorkbook(part, says)) }
  return { name: `${base}-phu-luc.docx`, mediaType: WORD, bytes: await writeAnnexes(assignmentAnnex(part, says)) }
}

/** "ke-hoach-1459-kh-ubnd". */
const baseName = (x: Exchange): string =>
  [x.programme.kind ?? 'van-ban', x.programme.number ?? 'chua-so']
    .map((part) =>
      fold(part)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .join('-')

/** The plan in force, or the part of it that a list shows, as a file. */
export async function exportProgramme(ctx: Ctx, format: Format, chosen: Selection = {}): Promise<Decision<OutFile>> {
  const x = await programmeExchange(ctx)
  return x.ok ? accept(await exchangeFile(ctx, x.value, format, chosen)) : x
}
