/** Biểu mẫu giao việc on the page of one clause, and the choice between two versions of a stale edit. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { compare } from '../../../ui/compare.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, hidden, radioField, selectField, textField } from '../../../ui/form.ts'
import type { Html } from '../../../ui/html.ts'
import { tree } from '../../../ui/tree.ts'
import { DUE_LABELS, type DueKind, type Goal, type Task } from '../words.ts'

/** Cơ quan để chọn. */
export type Choice = { readonly id: string; readonly name: string; readonly group: string }

const leadField = (label: string, value: string | null, choices: readonly Choice[], seen: Seen): Html =>
  selectField({
    name: 'lead',
    label,
    blank: 'Chọn cơ quan',
    value: seen.typed.lead ?? value,
    options: choices.map((c) => ({ value: c.id, label: c.name, group: c.group })),
    error: seen.refusal?.fields?.lead,
  })

/** A living lead is kept; one that ended gives way to its only successor as a proposal. */
const proposed = (x: Task | Goal): string | null =>
  x.leadEnded === null ? x.leadUnitId : x.successors.length === 1 ? (x.successors[0]?.id ?? null) : null

function partners(t: Task, choices: readonly Choice[], seen: Seen): Html {
  const chosen = seen.typed.coordinators === undefined ? t.coordinators : seen.typed.coordinators.split('\n')
  const groups = [...new Set(choices.map((c) => c.group))]
  return disclosure(
    `Cơ quan phối hợp (${chosen.length})`,
    tree({
      label: 'Cơ quan phối hợp',
      nodes: groups.map((g, i) => ({
        id: `nhom-${i}`,
        label: g,
        selectable: false,
        children: choices.filter((c) => c.group === g).map((c) => ({ id: c.id, label: c.name })),
      })),
      pick: { name: 'coordinators', kind: 'many', chosen },
    }),
    { open: seen.refusal?.fields?.coordinators !== undefined },
  )
}

/** Gives a task a lead, partners, a product and a deadline. */
export function taskForm(code: string, t: Task, choices: readonly Choice[], seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const typed = seen.typed
  const kind = typed.dueKind ?? (t.due.kind === 'none' ? 'day' : t.due.kind)
  return card({
    title: t.clear ? 'Giao lại' : 'Giao chủ trì',
    id: 'giao',
    body: form({
      action: `/ke-hoach/${code}/giao`,
      csrf: seen.csrf,
      label: 'Giao chủ trì',
      version: t.version,
      body: [
        leadField('Cơ quan chủ trì', proposed(t), choices, seen),
        radioField({
          name: 'dueKind',
          label: 'Thời hạn',
          value: kind,
          options: (['day', 'yearly', 'continuous'] as DueKind[]).map((k) => ({ value: k, label: DUE_LABELS[k] })),
        }),
        textField({
          name: 'due',
          label: 'Ngày hoàn thành',
          size: 'short',
          inputmode: 'numeric',
          hint: 'Ví dụ 30/06/2026; để trống khi thường xuyên',
          value: typed.due ?? showDay(t.due.day),
          error: errors.due,
          data: { day: '' },
        }),
        textField({
          name: 'product',
          label: 'Sản phẩm',
          optional: true,
          hint: 'Ví dụ: Quyết định ban hành Quy chế',
          value: typed.product ?? t.product,
          error: errors.product,
        }),
        partners(t, choices, seen),
        buttons({ label: t.clear ? 'Giao lại nhiệm vụ' : 'Giao nhiệm vụ', kind: 'main' }),
      ],
    }),
  })
}

/** Gives goals to the body that answers for them and supplies their figures. */
export function goalForm(code: string, goals: readonly Goal[], choices: readonly Choice[], seen: Seen): Html {
  const first = goals[0]
  return card({
    title: 'Giao mục tiêu',
    id: 'giao',
    body: form({
      action: `/ke-hoach/${code}/giao-muc-tieu`,
      csrf: seen.csrf,
      label: 'Giao mục tiêu',
      body: [
        ...goals.map((g) => hidden('codes', `${g.code}:${g.version}`)),
        leadField(
          'Cơ quan chịu trách nhiệm và cung cấp số liệu',
          first === undefined ? null : proposed(first),
          choices,
          seen,
        ),
        buttons({ label: goals.length === 1 ? 'Giao mục tiêu' : `Giao ${goals.length} mục tiêu`, kind: 'main' }),
      ],
    }),
  })
}

type Standing = {
  readonly version: number
  readonly lead: string | null
  readonly leadName: string | null
  readonly product: string
  readonly dueKind: string
  readonly dueDay: string
}

function standingOf(theirs: unknown): Standing | null {
  const first = Array.isArray(theirs) ? theirs[0] : null
  return typeof first === 'object' && first !== null && 'dueKind' in first ? (first as Standing) : null
}

/** Both versions of an assignment that changed meanwhile. */
export function staleAssignment(code: string, choices: readonly Choice[], seen: Seen): Html | '' {
  const theirs = seen.refusal?.kind === 'stale' ? standingOf(seen.refusal.theirs) : null
  if (theirs === null) return ''
  const { lead = '', due = '', dueKind = '', product = '', coordinators = '' } = seen.typed
  const nameOf = (id: string): string => choices.find((c) => c.id === id)?.name ?? id
  const kindOf = (k: string): string => DUE_LABELS[k as DueKind] ?? k
  const rows = [
    {
      name: 'lead',
      label: 'Cơ quan chủ trì',
      mine: lead,
      theirs: theirs.lead ?? '',
      showMine: nameOf(lead),
      showTheirs: theirs.leadName,
    },
    {
      name: 'dueKind',
      label: 'Loại thời hạn',
      mine: dueKind,
      theirs: theirs.dueKind,
      showMine: kindOf(dueKind),
      showTheirs: kindOf(theirs.dueKind),
    },
    { name: 'due', label: 'Ngày hoàn thành', mine: due, theirs: theirs.dueDay },
    { name: 'product', label: 'Sản phẩm', mine: product, theirs: theirs.product },
  ]
  return compare({
    action: `/ke-hoach/${code}/giao`,
    csrf: seen.csrf,
    version: theirs.version,
    changedBy: 'Người khác',
    differences: rows.filter((r) => r.mine !== r.theirs),
    rest: { ...Object.fromEntries(rows.filter((r) => r.mine === r.theirs).map((r) => [r.name, r.mine])), coordinators },
    backHref: `/ke-hoach/${code}`,
  })
}
