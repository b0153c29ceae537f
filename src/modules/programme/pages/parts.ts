/** Phần dùng chung của các trang kế hoạch: who leads, how clear, a sentence cut to a line. */

import { showDay } from '../../../kernel/day.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { type Leading, SIX_LABELS, type Task } from '../words.ts'

/** A long sentence cut at a word, for rows of a list. */
export function short(text: string, max = 170): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max - 20))}…`
}

/** The lead in force; one that ended names who took over, and asks to choose where there are several. */
export function leadCell(l: Leading, none: Fragment): Fragment {
  if (l.leadUnitId === null) return none
  if (l.leadEnded === null) return l.leadName
  const heirs = l.successors.map((s) => s.name).join(', ')
  const words =
    l.successors.length === 0
      ? 'chưa xác định cơ quan kế thừa'
      : l.successors.length === 1
        ? `kế thừa: ${heirs}`
        : `chọn một cơ quan kế thừa: ${heirs}`
  return html`${l.leadName}<br>${state('soon', `Kết thúc ${showDay(l.leadEnded)}, ${words}`, { plain: true })}`
}

/** «Chưa rõ chủ trì», with what the document writes. */
export const unclear = (t: Task): Html =>
  html`${state('soon', 'Chưa rõ chủ trì', { plain: true })}${t.leadNamed.length === 0 ? '' : html`<br><small>Văn bản ghi: ${t.leadNamed.join('; ')}</small>`}`

/** "5/6, thiếu sản phẩm". */
export const sixCell = (t: Task): Html =>
  t.six.missing.length === 0
    ? html`6/6`
    : html`${t.six.met}/6<br><small>thiếu ${t.six.missing.map((k) => SIX_LABELS[k]).join(', ')}</small>`
