/**
 * Danh sách mục: the sections of a long form in any order, with four states only, and the stages of a guided job.
 */
import { attributes, classes, type Html, html } from './html.ts'
import { icon } from './icons.ts'
import { type StateKind, shape } from './state.ts'

/** Chưa làm · Đang làm · Xong · Chưa thể làm. */
export type StepState = 'todo' | 'doing' | 'done' | 'blocked'

/** Nhãn của bốn trạng thái. */
export const STEP_LABEL: Readonly<Record<StepState, string>> = {
  todo: 'Chưa làm',
  doing: 'Đang làm',
  done: 'Xong',
  blocked: 'Chưa thể làm',
}

const SHAPE: Readonly<Record<StepState, StateKind>> = { todo: 'idle', doing: 'soon', done: 'done', blocked: 'exempt' }

/** Một mục. */
export type Step = {
  readonly label: string
  readonly state: StepState
  /** Absent when it cannot be opened yet. */
  readonly href?: string
  readonly current?: boolean
  /** Instead of the state's words: "4/6". */
  readonly detail?: string
}

const stepItem = (s: Step, i: number): Html => {
  const inner = html`<span class="step-number">${i + 1}</span><span class="step-label">${s.label}</span><span class="step-state">${shape(SHAPE[s.state])}<span>${s.detail ?? STEP_LABEL[s.state]}</span></span>`
  const body =
    s.href === undefined
      ? html`<span class="step">${inner}</span>`
      : html`<a${attributes({ class: 'step', href: s.href, 'aria-current': s.current === true && 'step' })}>${inner}</a>`
  return html`<li class="${s.state}">${body}</li>`
}

/** The sections of a report: a column on a desk, a list behind one button on a phone. `id` must be unique on the page. */
export function steps(label: string, list: readonly Step[], id = 'muc'): Html {
  const done = list.filter((s) => s.state === 'done').length
  const at = list.findIndex((s) => s.current === true)
  const now = at < 0 ? `${done}/${list.length} mục đã xong` : `Mục ${at + 1}/${list.length}: ${list[at]?.label ?? ''}`
  return html`<button type="button" class="btn plain steps-open" popovertarget="${id}"><span>${now}</span>${icon('down')}</button>
<nav class="steps" id="${id}" popover aria-label="${label}"><ol>${list.map(stepItem)}</ol><p class="steps-sum">${done}/${list.length} mục đã xong</p></nav>`
}

/** The stages of a job that goes one way (chọn tệp, ghép cột, sửa lỗi, ghi): `current` counts from 0. */
export const stages = (label: string, list: readonly string[], current: number): Html =>
  html`<ol class="stages" aria-label="${label}">${list.map((words, i) => html`<li${attributes({ class: classes(i < current && 'past', i === current && 'now'), 'aria-current': i === current && 'step' })}><span class="step-number">${i + 1}</span>${words}${i < current ? html`<span class="hidden"> (xong)</span>` : ''}</li>`)}</ol>`
