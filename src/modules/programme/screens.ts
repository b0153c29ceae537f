/** Đọc cho từng trang: gathers what one screen shows from this module and the public files above. */
import { type Day, dayOf, showTime, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { holdsOn } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { shared } from '../../platform/database/kept.ts'
import {
  documentsList,
  findDocument,
  mergeTargets,
  type ReviewItem,
  reviewItems,
  type SourceDocument,
  uploadDocument,
} from '../documents/public.ts'
import { officeNames, UNIT_GROUPS, unitsByIds, unitsOn } from '../organisations/public.ts'
import { checkDocument } from './check-document.ts'
import { namesOf } from './named-bodies.ts'
import type { Choice } from './pages/assign-form.ts'
import type { ClauseView } from './pages/clause.ts'
import type { FindingsView } from './pages/findings.ts'
import type { ParticipantRow, ParticipantsView } from './pages/participants.ts'
import type { ProgrammeView } from './pages/programme.ts'
import type { LastDecision, ReadingView } from './pages/reading-view.ts'
import type { UploadView } from './pages/upload.ts'
import { canAdopt, canAssign, canMarkFindings, canSetParticipant } from './rights.ts'
import { namesOfItem } from './rules/named-bodies.ts'
import { around } from './rules/source-words.ts'
import { endedItems, wordingsOf } from './views/amendment.ts'
import {
  assignmentsOf,
  clausesOf,
  currentProgramme,
  findingMarks,
  obligatedIn,
  participants,
  programmeOfDocument,
  recipientsOf,
  workOf,
} from './views.ts'
import type { Participant, Programme } from './words.ts'

const NO_PLAN = {
  clauses: [],
  goals: [],
  tasks: [],
  duties: [],
  recipients: [],
  obligated: 0,
  defects: [],
  findings: { all: 0, grave: 0 },
  territoryEnded: null,
}

/** The plan page. */
export async function readProgramme(ctx: Ctx, part: ProgrammeView['part']): Promise<ProgrammeView> {
  const plan = await currentProgramme(ctx.tx)
  const mayAdopt = canAdopt.allows(ctx.actor)
  if (plan === null) return { ...NO_PLAN, plan, part, mayAdopt }
  const today = dayOf(ctx.now)
  const all = await participants(ctx.tx, plan.id)
  const ofLine = (name: string, role: Participant['role']) =>
    all.filter((p) => p.line === name && p.role === role).length
  return {
    plan,
    part,
    clauses: await clausesOf(ctx.tx, plan.id),
    ...(await workOf(ctx.tx, plan.id, today)),
    recipients: (part === 'noi-nhan' ? await recipientsOf(ctx.tx, plan.id) : []).map((r) => ({
      ...r,
      obligated: ofLine(r.name, 'obligated'),
      informed: ofLine(r.name, 'informed'),
    })),
    obligated: all.filter((p) => p.role === 'obligated').length,
    ...(await soundnessOf(ctx, plan.documentId)),
    territoryEnded: await territoryNote(ctx, plan, today),
    mayAdopt,
  }
}

/** What the check of an adopted document finds: its reading is closed, so only what is known besides it can change that. */
const foundIn = (ctx: Ctx, documentId: string) =>
  shared(
    ctx.tx,
    ['programme', 'organisations', 'indicators'],
    `programme.found.${documentId}.${dayOf(ctx.now)}`,
    async () => {
      const checked = await checkDocument(ctx, documentId)
      if (!checked.ok) return { defects: [], findings: [] }
      const findings = checked.value.findings.map(({ key, severity }) => ({ key, severity }))
      return { defects: checked.value.document.reading.defects, findings }
    },
  )

/** The defects of the document; how many findings, and how many contradictions, still wait for an opinion. */
async function soundnessOf(ctx: Ctx, documentId: string): Promise<Pick<ProgrammeView, 'defects' | 'findings'>> {
  const { defects, findings } = await foundIn(ctx, documentId)
  const told = new Set((await findingMarks(ctx.tx, documentId)).map((m) => m.finding))
  const open = findings.filter((f) => !told.has(f.key))
  return { defects, findings: { all: open.length, grave: open.filter((f) => f.severity === 'contradiction').length } }
}

/** The findings of a document. */
export async function readFindings(
  ctx: Ctx,
  q: { id: string; filter: FindingsView['filter']; editing: string | null },
): Promise<Decision<FindingsView>> {
  const checked = await checkDocument(ctx, q.id)
  if (!checked.ok) return checked
  const { document, plan, input, findings } = checked.value
  const items = [
    ...input.reading.goals.map((g) => [g.clause, `goal:${g.clause}`]),
    ...input.reading.tasks.map((t) => [t.clause, `task:${t.clause}`]),
  ]
  return accept({
    document: { id: document.id, name: document.name, title: document.title },
    number: plan?.number ?? input.reading.docNumber,
    on: input.on,
    territories: input.territories,
    findings,
    items: Object.fromEntries(items),
    filter: q.filter,
    editing: q.editing,
    mayMark: canMarkFindings.allows(ctx.actor),
  })
}

async function territoryNote(ctx: Ctx, plan: Programme, today: Day): Promise<string | null> {
  const territory = (await unitsByIds(ctx.tx, [plan.territoryId]))[0]
  const to = territory?.valid.to ?? null
  if (territory === undefined || to === null || to > today) return null
  return `Kế hoạch áp dụng trên địa bàn ${territory.name.charAt(0).toLowerCase()}${territory.name.slice(1)} (cũ). Văn bản từ sau ngày sắp xếp do cơ quan kế thừa ban hành.`
}

/** The upload page. */
export const readUploads = async (ctx: Ctx): Promise<UploadView> => ({
  list: await documentsList(ctx.tx),
  mayUpload: uploadDocument.right.allows(ctx.actor),
})

/** One reading beside its text. */
export async function readReading(
  ctx: Ctx,
  q: Pick<ReadingView, 'filter' | 'words' | 'editing' | 'merging' | 'adding'> & { readonly id: string },
): Promise<Decision<ReadingView>> {
  const { id, ...asked } = q
  const found = await findDocument(ctx.tx, id)
  if (found === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
  const { decisions, ...document } = found
  const adopted = document.closedAt === null ? null : await programmeOfDocument(ctx.tx, document.id)
  const current = document.closedAt === null ? await currentProgramme(ctx.tx) : null
  const items = reviewItems(document.reading, decisions)
  const { resolve } = await namesOf(ctx, document, adopted?.date ?? null)
  const bodies = items.map((i) => [i.key, namesOfItem(i).map((name) => ({ name, found: resolve(name) }))] as const)
  return accept({
    ...asked,
    document,
    items,
    bodies: Object.fromEntries(bodies.filter(([, names]) => names.length > 0)),
    mergeable: items.filter((i) => mergeTargets(items, i).length > 0).map((i) => i.key),
    last: lastOf(items, decisions),
    adopted: adopted === null ? null : { number: adopted.number },
    current: current === null ? null : { number: current.number },
    mayReview: canAdopt.allows(ctx.actor),
  })
}

/** The newest decision in words; one press on several items counts once. */
function lastOf(items: readonly ReviewItem[], decisions: SourceDocument['decisions']): LastDecision | null {
  const newest = decisions.toSorted((a, b) => Temporal.Instant.compare(a.decidedAt, b.decidedAt)).at(-1)
  if (newest === undefined) return null
  const batch = newest.batch ?? ''
  const together = batch === '' ? [newest] : decisions.filter((d) => d.batch === batch)
  const merged = together.find((d) => d.verdict === 'merged')
  const shown = merged ?? newest
  const item = items.find((i) => i.key === shown.item)
  const what = (item?.verdictLabel ?? 'Đã hoàn tác').toLowerCase()
  const about = together.length > 1 && merged === undefined ? `${together.length} mục` : (item?.clause ?? '')
  return {
    words: `${showTime(newest.decidedAt)} ${newest.decidedBy} ${what}: ${about}.`.replace('cán bộ thêm', 'đã thêm'),
    undo: { item: shown.item, version: shown.version, batch },
  }
}

/** Bodies that exist today, in the order of their groups. */
async function choicesOn(ctx: Ctx): Promise<Choice[]> {
  const order = Object.keys(UNIT_GROUPS)
  return (await unitsOn(ctx.tx, dayOf(ctx.now)))
    .filter((u) => u.group !== 'uy-ban')
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
    .map((u) => ({ id: u.id, name: u.officeName, group: UNIT_GROUPS[u.group].label }))
}

/** One item that no longer applies: its words, its history, what it said before. */
async function readEnded(ctx: Ctx, plan: Programme, code: string, id: string | null): Promise<Decision<ClauseView>> {
  const list = await endedItems(ctx.tx, plan.id)
  const ended = list.find((i) => (id === null ? i.code === code : i.id === id))
  if (ended === undefined) return refuse('absent', 'programme.no-clause', `Kế hoạch không có mục ${code}.`)
  const document = await findDocument(ctx.tx, ended.documentId)
  return accept({
    plan,
    code: ended.code,
    clause: null,
    goals: [],
    tasks: [],
    source: around(document?.reading.text ?? '', [ended.span]),
    sourceDocument: ended.documentId,
    history: await historyWithNames(ctx, [ended.id]),
    wordings: (await wordingsOf(ctx.tx, plan.id)).filter((w) => w.subjectId === ended.id),
    ended,
    defects: [],
    choices: [],
    mayAssign: false,
  })
}

/** A heading, or one goal, task or duty by its code; `II.1.1` finds all goals of that clause; what ended by its code or id. */
export async function readClause(ctx: Ctx, code: string, endedId: string | null = null): Promise<Decision<ClauseView>> {
  const plan = await currentProgramme(ctx.tx)
  if (plan === null) return refuse('absent', 'programme.none', 'Chưa có kế hoạch trong hệ thống.')
  if (endedId !== null) return readEnded(ctx, plan, code, endedId)
  const today = dayOf(ctx.now)
  const work = await workOf(ctx.tx, plan.id, today)
  const { goals } = work
  const tasks = [...work.tasks, ...work.duties]
  const ownTasks = tasks.filter((t) => t.code === code)
  const exact = goals.filter((g) => g.code === code)
  const ownGoals =
    exact.length > 0 ? exact : goals.filter((g) => new RegExp(`^${RegExp.escape(code)}[a-z]$`).test(g.code))
  const own = [...ownTasks, ...ownGoals]
  const clause = own.length > 0 ? null : ((await clausesOf(ctx.tx, plan.id)).find((c) => c.code === code) ?? null)
  if (own.length === 0 && clause === null) return readEnded(ctx, plan, code, null)
  // What an amendment left as it was still stands in the words of the earlier document.
  const sourceDocument = own[0]?.documentId ?? plan.documentId
  const document = await findDocument(ctx.tx, sourceDocument)
  const spans = clause === null ? own.map((x) => x.span) : [clause.span]
  const mayAssign = clause === null && canAssign.allows(ctx.actor)
  return accept({
    plan,
    code,
    clause,
    goals: clause === null ? ownGoals : goals.filter((g) => g.section === code),
    tasks: clause === null ? ownTasks : tasks.filter((t) => t.group === code),
    source: around(document?.reading.text ?? '', spans),
    sourceDocument,
    ended: null,
    wordings:
      own.length === 0 ? [] : (await wordingsOf(ctx.tx, plan.id)).filter((w) => own.some((x) => x.id === w.subjectId)),
    history: await historyWithNames(ctx, clause === null ? own.map((x) => x.id) : []),
    defects: (document?.reading.defects ?? []).filter(
      (d) => clause === null && (d.where === code || d.where === code.replace(/[a-z]$/, '')),
    ),
    choices: mayAssign ? await choicesOn(ctx) : [],
    mayAssign,
  })
}

async function historyWithNames(ctx: Ctx, subjects: readonly string[]): Promise<ClauseView['history']> {
  const list = subjects.length === 0 ? [] : await assignmentsOf(ctx.tx, subjects)
  const names = await officeNames(
    ctx.tx,
    list.map((a) => a.leadId),
  )
  return list.map((a) => ({ ...a, leadName: names.get(a.leadId) ?? a.leadId }))
}

const EMPTY = { role: 'informed', line: '', byDecision: false, reason: '', decidedBy: '', version: 0 } as const

/** The bodies of the plan, and the heirs that carry its duties today. */
export async function readParticipants(
  ctx: Ctx,
  q: { role: ParticipantsView['role']; editing: string | null },
): Promise<ParticipantsView> {
  const plan = await currentProgramme(ctx.tx)
  const year = yearOf(dayOf(ctx.now))
  const base = { plan, role: q.role, editing: q.editing, mayEdit: canSetParticipant.allows(ctx.actor), year }
  if (plan === null) return { ...base, rows: [], heirs: [], obligatedThisYear: 0 }
  const list = await participants(ctx.tx, plan.id)
  const holders = await obligatedIn(ctx.tx, plan.id, year)
  const today = holders.filter((h) => holdsOn(h.valid, dayOf(ctx.now)))
  const ids = [...list.map((p) => p.unitId), ...today.flatMap((h) => [h.unitId, ...h.cameFrom])]
  const units = new Map((await unitsByIds(ctx.tx, [...new Set(ids)])).map((u) => [u.id, u]))
  const row = (p: Participant, cameFrom: readonly string[]): ParticipantRow => ({
    ...p,
    name: units.get(p.unitId)?.officeName ?? p.unitId,
    groupLabel: UNIT_GROUPS[units.get(p.unitId)?.group ?? 'uy-ban'].label,
    today: today.some((h) => h.unitId === p.unitId),
    cameFrom: cameFrom.map((id) => units.get(id)?.officeName ?? id),
  })
  const order = Object.values(UNIT_GROUPS).map((g) => g.label)
  const sorted = (rows: ParticipantRow[]) =>
    rows.sort((a, b) => order.indexOf(a.groupLabel) - order.indexOf(b.groupLabel))
  const known = new Set(list.map((p) => p.unitId))
  return {
    ...base,
    rows: sorted(list.map((p) => row(p, []))),
    heirs: sorted(
      today
        .filter((h) => !known.has(h.unitId))
        .map((h) => row({ ...EMPTY, role: 'obligated', unitId: h.unitId }, h.cameFrom)),
    ),
    obligatedThisYear: holders.length,
  }
}
