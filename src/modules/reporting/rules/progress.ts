/**
 * Tiến độ soạn: the state of each section of a draft, in the four words of the task list.
 */
import type { Answers, TaskGroup } from '../words.ts'
import { FIELD, fieldsOf } from './answers.ts'
import { blocking, type Finding } from './checks.ts'
import type { Regime } from './regime.ts'

/** Tình trạng của một mục. */
export type SectionProgress = {
  readonly no: number
  readonly title: string
  readonly state: 'todo' | 'doing' | 'done' | 'blocked'
  /** "4/5" for the section of task groups. */
  readonly detail: string | null
}

/** One line per section; the last one (check and submit) opens at any time and is done when nothing blocks. */
export function progress(
  regime: Regime,
  groups: readonly TaskGroup[],
  answers: Answers,
  found: readonly Finding[],
): readonly SectionProgress[] {
  const nothing = answers[FIELD.nothing] !== undefined
  const stops = blocking(found)
  return regime.sections.map((s) => {
    const base = { no: s.no, title: s.title, detail: null }
    if (s.parts.length === 0) return { ...base, state: 'todo' as const }
    if (nothing) return { ...base, state: 'done' as const, detail: 'Không phát sinh' }
    const touched = fieldsOf(regime, s, groups).some((f) => (answers[f] ?? '') !== '')
    const open = stops.filter((f) => f.section === s.no)
    const state = !touched ? ('todo' as const) : open.length === 0 ? ('done' as const) : ('doing' as const)
    return {
      ...base,
      state,
      detail: s.parts.some((p) => p.kind === 'groups') && touched ? groupDetail(groups, open) : null,
    }
  })
}

function groupDetail(groups: readonly TaskGroup[], open: readonly Finding[]): string {
  const waiting = new Set(open.map((f) => f.cell))
  return `${groups.filter((g) => !waiting.has(`nhom.${g.no}`)).length}/${groups.length}`
}

/** Sections with work that are done, out of those that have work: "4/5 mục xong". */
export function doneCount(
  list: readonly SectionProgress[],
  regime: Regime,
): { readonly done: number; readonly of: number } {
  const work = list.filter((p) => (regime.sections.find((s) => s.no === p.no)?.parts.length ?? 0) > 0)
  return { done: work.filter((p) => p.state === 'done').length, of: work.length }
}

/** The section to go on with: the first that is not done, else the check. */
export const nextSection = (list: readonly SectionProgress[]): number =>
  list.find((p) => p.state === 'todo' || p.state === 'doing')?.no ?? list.at(-1)?.no ?? 1
