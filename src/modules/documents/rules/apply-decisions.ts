/** Bản đọc đã rà soát: the reading with the decisions carried out, as the programme takes it. */
import type { PlanGoal, PlanReading, PlanTask, Span } from '../words.ts'
import { WITHOUT_FIGURE } from './goal-drafts.ts'
import {
  type Edits,
  editedGoal,
  editedHead,
  editedRecipient,
  editedReference,
  editedReport,
  editedSigner,
  editedTask,
} from './item-values.ts'
import { type ItemDecision, isAdded, readItems } from './review.ts'

type Made = ReadonlyMap<string, ItemDecision>

/** Rejected and merged items left out, edited ones replaced, added ones put where their words stand. */
export function applyDecisions(reading: PlanReading, decisions: readonly ItemDecision[]): PlanReading {
  const made: Made = new Map(decisions.map((d) => [d.item, d]))
  const spans = mergedSpans(reading, decisions)
  const keep = <T>(list: readonly T[], key: (x: T, i: number) => string, edit: (x: T, e: Edits) => T): T[] =>
    list.flatMap((x, i) => {
      const d = made.get(key(x, i))
      if (d?.verdict === 'rejected' || d?.verdict === 'merged') return []
      return [d?.verdict === 'edited' ? edit(x, d.edits) : x]
    })
  const widened = <T extends { span: Span }>(x: T, key: string): T => ({ ...x, span: spans.get(key) ?? x.span })
  const added = decisions.filter((d) => d.verdict === 'added' && isAdded(d.item))
  const goals = keep(reading.goals, (g) => `goal:${g.clause}`, editedGoal).map((g) => widened(g, `goal:${g.clause}`))
  const tasks = keep(reading.tasks, (t) => `task:${t.clause}`, editedTask).map((t) => widened(t, `task:${t.clause}`))
  const head = made.get('head:1')
  const signer = made.get('signer:1')
  return {
    ...reading,
    ...(head?.verdict === 'edited' ? editedHead(reading, head.edits) : {}),
    goals: inOrder(
      goals,
      added.filter((d) => d.item.startsWith('goal:')).map((d) => addedGoal(d.edits)),
    ),
    tasks: inOrder(
      tasks,
      added.filter((d) => d.item.startsWith('task:')).map((d) => addedTask(d.edits)),
    ),
    recipients: keep(reading.recipients, (_, i) => `recipient:${i + 1}`, editedRecipient),
    recurringReports: keep(reading.recurringReports, (_, i) => `report:${i + 1}`, editedReport),
    references: keep(reading.references, (_, i) => `reference:${i + 1}`, editedReference),
    signer:
      signer?.verdict === 'rejected'
        ? null
        : signer?.verdict === 'edited'
          ? editedSigner(reading.signer, signer.edits, reading.text.length)
          : reading.signer,
  }
}

const inOrder = <T extends { span: Span }>(list: readonly T[], added: readonly T[]): T[] =>
  added.length === 0 ? [...list] : [...list, ...added].sort((a, b) => a.span[0] - b.span[0])

/** An item keeps its own words; those of its parts join them where nothing else stands between. */
function mergedSpans(reading: PlanReading, decisions: readonly ItemDecision[]): Map<string, Span> {
  const items = readItems(reading)
  const at = new Map(items.map((i) => [i.key, i.span]))
  const out = new Map<string, Span>()
  for (const d of decisions) {
    const into = d.edits.into ?? ''
    const part = at.get(d.item)
    const whole = out.get(into) ?? at.get(into)
    if (d.verdict !== 'merged' || part === undefined || whole === undefined) continue
    const union: Span = [Math.min(part[0], whole[0]), Math.max(part[1], whole[1])]
    const others = items.filter(
      (i) => i.key !== d.item && i.key !== into && i.span[0] >= union[0] && i.span[1] <= union[1],
    )
    const kind = into.split(':')[0]
    if (others.every((i) => i.kind !== kind)) out.set(into, union)
  }
  return out
}

const placeOf = (e: Edits) => ({
  clause: e.clause ?? '',
  section: e.section || null,
  span: [Number(e.from ?? 0), Number(e.to ?? 0)] as const,
  confidence: 1,
})

const addedGoal = (e: Edits): PlanGoal =>
  editedGoal({ ...placeOf(e), text: e.text ?? '', ...WITHOUT_FIGURE, by: null }, e)

const addedTask = (e: Edits): PlanTask =>
  editedTask(
    {
      ...placeOf(e),
      text: e.text ?? '',
      lead: [],
      leadKind: 'none',
      coordinate: [],
      support: false,
      due: null,
      dueRaw: null,
      product: null,
      request: false,
      duty: false,
    },
    { lead: '', ...e },
  )
