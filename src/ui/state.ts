/**
 * Trạng thái: always a shape and words; colour only repeats what they say. Finished work is plain text (ux.md §3.1).
 */
import { classes, type Html, html, raw } from './html.ts'

/**
 * Loại trạng thái: `ok` đạt, đúng hạn · `soon` sắp đến hạn, cần chú ý · `late` quá hạn, không đạt · `back` trả lại ·
 * `wait` đã nộp, đang xử lý · `idle` chưa nộp, nháp · `exempt` được miễn · `done` đã xong (no fill).
 */
export type StateKind = 'ok' | 'soon' | 'late' | 'back' | 'wait' | 'idle' | 'exempt' | 'done'

const SHAPES: Readonly<Record<StateKind, string>> = {
  ok: '<path d="M1.800 6.300l3 3L10.400 3" fill="none" stroke="currentColor" stroke-width="2"/>',
  soon: '<circle cx="6" cy="6" r="4.900" fill="none" stroke="currentColor" stroke-width="1.500"/><path d="M6 1.100a4.900 4.900 0 0 1 0 9.800z" fill="currentColor"/>',
  late: '<path d="M6 .8 11.600 11H.4z" fill="currentColor"/>',
  back: '<path d="M4.500 1.500 1.500 4.500l3 3M1.800 4.500H7.500a3 3 0 0 1 0 6H4" fill="none" stroke="currentColor" stroke-width="1.700"/>',
  wait: '<circle cx="6" cy="6" r="4.900" fill="none" stroke="currentColor" stroke-width="1.500"/><path d="M6 6V1.100A4.900 4.900 0 0 1 10.900 6z" fill="currentColor"/>',
  idle: '<circle cx="6" cy="6" r="4.700" fill="none" stroke="currentColor" stroke-width="1.600"/>',
  exempt: '<path d="M2 6h8" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  done: '<path d="M1.800 6.300l3 3L10.400 3" fill="none" stroke="currentColor" stroke-width="1.600"/>',
}

/** The shape alone, 12 px, for places where the words stand beside it already. */
export const shape = (kind: StateKind): Html =>
  html`<svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">${raw(SHAPES[kind])}</svg>`

/** A status: shape + words. `plain` drops the fill (dense rows). */
export const state = (kind: StateKind, words: string, options: { plain?: boolean } = {}): Html =>
  html`<span class="${classes('state', kind, options.plain === true && 'plain')}">${shape(kind)}<span>${words}</span></span>`

/** «Đang chờ: Giám đốc Sở Y tế, từ 03/12/2026.» Names who must act whenever the reader cannot. */
export const waitingFor = (who: string, since: string): Html =>
  html`<p class="waiting">${shape('wait')}<span>Đang chờ: ${who}, từ ${since}.</span></p>`
