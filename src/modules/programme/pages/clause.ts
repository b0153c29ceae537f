/** Trang một mục của kế hoạch: the original sentence, who leads, what is clear, its history, and the form that assigns it. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { timeline } from '../../../ui/timeline.ts'
import type { PlanReading } from '../../documents/public.ts'
import { dueWords } from '../rules/due.ts'
import type { Assignment, Clause, EndedItem, Goal, Programme, Task, Wording } from '../words.ts'
import { type Choice, goalForm, staleAssignment, taskForm } from './assign-form.ts'
import { wordingList } from './editions.ts'
import { leadCell, unclear } from './parts.ts'
import { defectTable } from './programme.ts'

/** What the page shows: a heading with what stands under it, or one item. */
export type ClauseView = {
  readonly plan: Programme
  readonly code: string
  readonly clause: Clause | null
  readonly goals: readonly Goal[]
  readonly tasks: readonly Task[]
  /** Words of the document before, of, and after the item. */
  readonly source: { readonly before: string; readonly words: string; readonly after: string }
  /** The document those words stand in. */
  readonly sourceDocument: string
  /** What the item said before amendments changed it. */
  readonly wordings: readonly Wording[]
  /** Set when the item no longer applies. */
  readonly ended: EndedItem | null
  readonly history: readonly (Assignment & { subjectId: string; leadName: string })[]
  readonly defects: PlanReading['defects']
  readonly choices: readonly Choice[]
  readonly mayAssign: boolean
}

const source = (v: ClauseView): Html =>
  card({
    title: 'Câu gốc trong văn bản',
    body: html`<blockquote class="source-words">${v.source.before ? html`<span class="none">…${v.source.before} </span>` : ''}<mark>${v.source.words}</mark>${v.source.after ? html`<span class="none"> ${v.source.after}…</span>` : ''}</blockquote>`,
    foot: html`<a href="${`/ke-hoach/doc/${v.sourceDocument}`}">Mở trong toàn văn</a>`,
  })

function taskFacts(t: Task): Html {
  return card({
    title: 'Phân công',
    body: facts([
      ['Chủ trì', leadCell(t, unclear(t))],
      [
        'Phối hợp',
        t.coordinatorNames.length > 0
          ? t.coordinatorNames.join('; ')
          : t.coordinatorsNamed.length > 0
            ? `Văn bản ghi: ${t.coordinatorsNamed.join('; ')}`
            : '',
      ],
      ['Thời hạn', t.dueWords],
      ['Sản phẩm', t.product],
      ['Mức rõ', t.six.words],
      ['Tiến độ', t.duty ? '' : html`<a href="${`/nhiem-vu/${t.code}`}">Xem tiến độ và bằng chứng</a>`],
    ]),
  })
}

const goalFacts = (g: Goal): Html =>
  card({
    title: g.code,
    body: facts([
      ['Nội dung', g.text],
      ['Đích', g.qualitative ? 'Không nêu số' : g.targetWords],
      ['Đến năm', g.by === null ? '' : String(g.by)],
      ['Chỉ số đo', g.metric ?? ''],
      ['Chịu trách nhiệm', leadCell(g, 'chưa giao')],
      [
        'Số liệu',
        g.qualitative ? 'Không có chỉ tiêu số' : html`<a href="${`/chi-tieu/${g.code}`}">Xem số liệu đã ghi</a>`,
      ],
    ]),
  })

const endedFacts = (e: EndedItem): Html =>
  card({
    title: 'Không còn áp dụng',
    body: facts([
      ['Từ ngày', showDay(e.endedOn)],
      ['Theo văn bản', e.byNumber],
      ['Phân công, tiến độ', 'Giữ trong lịch sử, không tính vào nhiệm vụ đang thực hiện'],
      ['Các phiên bản', html`<a href="/ke-hoach/phien-ban">Xem các phiên bản của kế hoạch</a>`],
    ]),
  })

function history(v: ClauseView, seen: Seen): Html {
  const undo = (a: Assignment): Fragment =>
    a.until !== null || a.byDocument || !v.mayAssign
      ? ''
      : form({
          action: `/ke-hoach/${v.code}/hoan-tac`,
          csrf: seen.csrf,
          label: 'Hoàn tác lần giao này',
          body: [hidden('batch', a.batch), button({ label: 'Hoàn tác', kind: 'plain', icon: 'return' })],
        })
  return card({
    title: 'Lịch sử phân công',
    body: timeline(
      v.history.map((a) => ({
        when: showInstant(a.since),
        who: a.byDocument ? 'Văn bản' : a.assignedBy,
        what: html`${a.byDocument ? 'nêu' : 'giao'} ${a.leadName} ${v.tasks.length > 0 ? 'chủ trì' : 'chịu trách nhiệm'}${a.due.kind === 'none' ? '' : `, thời hạn ${dueWords(a.due)}`}${a.product === '' ? '' : `, sản phẩm: ${a.product}`}${a.until === null ? '' : html` <small>(đến ${showInstant(a.until)})</small>`}`,
        kind: a.until === null ? ('ok' as const) : ('idle' as const),
        detail: undo(a),
      })),
      'Chưa giao lần nào.',
    ),
  })
}

function below(v: ClauseView): Html {
  const items = [...v.goals, ...v.tasks]
  return card({
    title: items.length === 0 ? 'Mục này không có mục tiêu, nhiệm vụ' : 'Trong mục này',
    body: html`<ul class="prose">${items.map((x) => html`<li><a href="${`/ke-hoach/${x.code}`}"><b>${x.code}</b></a> ${x.text}</li>`)}</ul>`,
  })
}

function forms(v: ClauseView, seen: Seen): Fragment {
  if (!v.mayAssign) return ''
  const task = v.tasks[0]
  if (task !== undefined) return taskForm(v.code, task, v.choices, seen)
  return v.goals.length === 0 ? '' : goalForm(v.code, v.goals, v.choices, seen)
}

function title(v: ClauseView): string {
  const task = v.tasks[0]
  const goal = v.goals[0]
  if (v.clause !== null) return v.clause.title
  if (v.ended !== null) return `${v.code}: không còn áp dụng từ ${showDay(v.ended.endedOn)}`
  if (task !== undefined) {
    if (!task.clear) return `${v.code}: chưa rõ chủ trì`
    if (task.leadEnded !== null) return `${v.code}: cơ quan chủ trì đã kết thúc, cần giao cơ quan kế thừa`
    return `${v.code}: ${task.leadName} chủ trì, thời hạn ${task.dueWords}`
  }
  if (v.goals.length > 1) return `${v.code}: ${v.goals.length} mục tiêu`
  return `${v.code}: ${goal?.qualitative === false ? goal.targetWords : 'mục tiêu không nêu số'}`
}

/** Draws one clause. */
export function clausePage(v: ClauseView, seen: Seen): Drawn {
  const stale = staleAssignment(v.code, v.choices, seen)
  const parent = v.tasks[0]?.group ?? v.goals[0]?.section ?? ''
  const own = v.clause === null
  return {
    crumbs: [
      { label: 'Kế hoạch', href: '/ke-hoach' },
      ...(own && parent !== '' ? [{ label: parent, href: `/ke-hoach/${encodeURIComponent(parent)}` }] : []),
      { label: v.code },
    ],
    body: stack(
      head({
        over: `Kế hoạch ${v.plan.number} · ${showDay(v.plan.date)} · mục ${v.code}`,
        title: title(v),
        actions: linkButton({ label: 'Về cây kế hoạch', href: '/ke-hoach', icon: 'left' }),
      }),
      stale,
      columns('two', [
        stack(
          source(v),
          v.defects.length === 0 ? '' : card({ title: 'Chỗ cần xem lại', fit: 'flush', body: defectTable(v.defects) }),
          v.wordings.length === 0 ? '' : card({ title: 'Lời văn trước khi sửa đổi', body: wordingList(v.wordings) }),
          own ? history(v, seen) : '',
        ),
        v.ended !== null
          ? endedFacts(v.ended)
          : own
            ? stack(...v.tasks.map(taskFacts), ...v.goals.map(goalFacts), forms(v, seen))
            : below(v),
      ]),
    ),
  }
}
