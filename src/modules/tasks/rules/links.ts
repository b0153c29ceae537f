/** Liên kết kế hoạch cơ quan với nhiệm vụ của tỉnh: what is decided, what is still open, what of the province is missing. */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { LinkVerdict, PlanItem } from '../words.ts'

/** Trạng thái liên kết của một dòng. */
export type LinkState = 'cua-tinh' | 'lien-ket' | 'rieng' | 'chua-xet'

type Linked = Pick<PlanItem, 'taskId' | 'ownWork' | 'links'>

/** Where a row stands: made from a task of the province, linked, the body's own work, or not looked at yet. */
export function linkState(i: Linked): LinkState {
  if (i.taskId !== null) return 'cua-tinh'
  if (i.links.some((l) => l.verdict === 'lien-ket')) return 'lien-ket'
  return i.ownWork ? 'rieng' : 'chua-xet'
}

/** The tasks of the province that a row carries out. */
export const carriedOut = (i: Linked): string[] => [
  ...(i.taskId === null ? [] : [i.taskId]),
  ...i.links.filter((l) => l.verdict === 'lien-ket').map((l) => l.taskId),
]

/** Một quyết định: about a row and a task, or about the row alone (`rieng`, `xet-lai`). */
export type LinkDecision = {
  readonly item: string
  readonly verdict: LinkVerdict | 'rieng' | 'xet-lai'
  /** Id or code. */
  readonly task: string | null
}

/**
 * Accepts decisions on rows read from the body's own document. Refuses rows of another plan, rows made from a task of the
 * province (they are linked already), tasks that the plan of the province does not hold, and nothing at all.
 */
export function decideLinks(
  decisions: readonly LinkDecision[],
  items: readonly PlanItem[],
  tasks: readonly { readonly id: string; readonly code: string }[],
): Decision<readonly LinkDecision[]> {
  if (decisions.length === 0) return refuseFields('link.none', { decide: 'Chọn liên kết cần quyết định' })
  const found: LinkDecision[] = []
  for (const d of decisions) {
    const item = items.find((i) => i.id === d.item)
    if (item === undefined || item.taskId !== null)
      return refuse('absent', 'link.no-item', 'Dòng này không còn trong kế hoạch của cơ quan. Tải lại trang để xem.')
    const task = tasks.find((t) => t.id === d.task || t.code === d.task?.toUpperCase())
    if (task === undefined && (d.verdict === 'lien-ket' || d.verdict === 'khong-phai'))
      return refuseFields('link.no-task', { decide: 'Chọn một nhiệm vụ có trong kế hoạch của tỉnh, ví dụ III.3.3' })
    found.push({ ...d, task: task?.id ?? null })
  }
  return accept(found)
}

/** Nhiệm vụ tỉnh giao, as far as coverage asks. */
export type Given = {
  readonly id: string
  readonly leadUnitId: string | null
  /** Bodies that hold the duties of a lead that has ended. */
  readonly successors: readonly { readonly id: string }[]
}

/** Whether the province gave the task to this body: it leads, or it took over from the lead. */
export const givenTo = (t: Given, unitId: string): boolean =>
  t.leadUnitId === unitId || t.successors.some((s) => s.id === unitId)

/** Nhiệm vụ tỉnh giao chưa có trong kế hoạch của cơ quan. */
export function notPlanned<T extends Given>(tasks: readonly T[], unitId: string, items: readonly Linked[]): T[] {
  const planned = new Set(items.flatMap(carriedOut))
  return tasks.filter((t) => givenTo(t, unitId) && !planned.has(t.id))
}
