/** Trang kế hoạch của cơ quan: rows made from the provincial tasks; work, product, deadline and person; six-clear per row. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { dateField, hidden, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { state, waitingFor } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { sixClear } from '../../programme/public.ts'
import { planAllows } from '../rules/agency-plan.ts'
import type { LinkState } from '../rules/links.ts'
import { type AgencyPlan, PLAN_STATES, type PlanItem } from '../words.ts'
import { shortText } from './list.ts'
import { linkCounts } from './own-plan.ts'

/** What the page shows. */
export type AgencyPlanView = {
  unit: { id: string; name: string; code: string }
  year: number
  programmeNumber: string
  plan: AgencyPlan | null
  items: PlanItem[]
  /** Provincial tasks that can still be added: those of the body first. */
  addable: { code: string; text: string; own: boolean; lead: string; due: string }[]
  /** Rows read from the body's own document, and how they are linked. */
  own: { state: LinkState }[]
  /** Tasks of the province led by this body that no row carries out. */
  missing: { code: string; text: string }[]
  mayEdit: boolean
  mayApprove: boolean
  /** The last look before it goes to the head: rows as they are, and the button. */
  checking?: boolean
}

const sixOf = (i: PlanItem) =>
  sixClear({
    person: i.person.trim() !== '',
    work: i.work,
    hasDue: i.due !== null,
    responsibility: true,
    product: i.product,
    authority: true,
  })

const clearWords = (i: PlanItem): Html => {
  const six = sixOf(i)
  return state(six.missing.length === 0 ? 'done' : 'soon', six.words)
}

const planUrl = (v: AgencyPlanView): string => `/ke-hoach-co-quan/${v.year}/${v.unit.code}`

/** Where the words of a row come from: the task of the province, or the sentence of the body's own document. */
function sourceOf(i: PlanItem, v: AgencyPlanView): Html {
  if (i.taskId !== null) return html`<a href="${`/ke-hoach/${i.taskCode}`}">Câu gốc trong kế hoạch của tỉnh</a>`
  const linked = i.links.filter((l) => l.verdict === 'lien-ket')
  const tasks =
    linked.length === 0
      ? ''
      : html`; thực hiện nhiệm vụ của tỉnh: ${linked.map((l, n) => html`${n === 0 ? '' : ', '}<a href="${`/ke-hoach/${l.code}`}">${l.code}</a>`)}`
  return html`<a href="${`${planUrl(v)}/van-ban#muc-${i.id}`}">Câu gốc trong kế hoạch của cơ quan</a>${tasks}`
}

/** Rows that are not clear yet, each with what it lacks and the way to it. */
function unclearRows(v: AgencyPlanView): Fragment {
  const rows = v.items.map((i) => ({ i, six: sixOf(i) })).filter((r) => r.six.missing.length > 0)
  if (v.items.length > 0 && rows.length === 0)
    return message({
      kind: 'ok',
      title: `Cả ${v.items.length} nhiệm vụ đều rõ người, rõ thời hạn, rõ sản phẩm.`,
      announce: false,
    })
  return message({
    kind: 'soon',
    title: `${rows.length} nhiệm vụ chưa đủ 6 rõ`,
    body: html`<ul>${rows.map((r) => html`<li><a href="${`${planUrl(v)}#dong-${r.i.id}`}">${r.i.taskCode}</a>: ${r.six.words}</li>`)}</ul>`,
    announce: false,
  })
}

const missingLine = (v: AgencyPlanView): Fragment =>
  v.missing.length === 0
    ? ''
    : message({
        kind: 'soon',
        title: `${v.missing.length} nhiệm vụ tỉnh giao cơ quan chủ trì chưa có trong kế hoạch: ${v.missing.map((t) => t.code).join(', ')}`,
        announce: false,
      })

/** The way to the body's own document: to read one, or to look at its links. */
function ownCard(v: AgencyPlanView): Html {
  const url = `${planUrl(v)}/van-ban`
  const open = v.own.filter((i) => i.state === 'chua-xet').length
  if (v.own.length === 0)
    return message({
      kind: 'info',
      title: 'Cơ quan đã có văn bản kế hoạch riêng?',
      body: 'Hệ thống đọc văn bản thành từng nhiệm vụ và gợi ý nhiệm vụ tương ứng của tỉnh.',
      actions: linkButton({ label: 'Đọc kế hoạch của cơ quan từ tệp', href: url, icon: 'upload' }),
      announce: false,
    })
  return message({
    kind: open === 0 ? 'info' : 'soon',
    title: `Kế hoạch riêng của cơ quan, ${linkCounts(v.own)}`,
    actions: linkButton({ label: open === 0 ? 'Xem liên kết' : 'Xét liên kết', href: url }),
    announce: false,
  })
}

function readRows(v: AgencyPlanView, items: readonly PlanItem[]): Html {
  return table<PlanItem>({
    caption: 'Nhiệm vụ của cơ quan',
    rows: items,
    columns: [
      { label: 'Mã', cell: (i) => i.taskCode, room: 'tight' },
      {
        label: 'Công việc',
        kind: 'name',
        room: 'wide',
        cell: (i) => html`${i.work}<br><small>${sourceOf(i, v)}</small>`,
      },
      { label: 'Sản phẩm', cell: (i) => i.product },
      { label: 'Thời hạn', kind: 'day', cell: (i) => showDay(i.due) },
      { label: 'Người phụ trách', cell: (i) => i.person },
      { label: 'Mức rõ', kind: 'state', cell: clearWords },
    ],
    empty: 'Chưa có nhiệm vụ nào.',
  })
}

function editRow(i: PlanItem, v: AgencyPlanView, seen: Seen): Html {
  const wrong = seen.refusal?.fields ?? {}
  const typed = (name: string, otherwise: string) => seen.typed[`${name}-${i.id}`] ?? otherwise
  return html`<fieldset class="plan-row" id="${`dong-${i.id}`}"><legend>${i.taskCode} · ${clearWords(i)}</legend>
<blockquote class="quiet">${shortText(i.taskText, 220)}</blockquote><p class="hint">${sourceOf(i, v)}${i.due === null && i.dueWords !== '' ? html`. Văn bản ghi thời hạn: ${i.dueWords}` : ''}</p>
${textArea({ name: `work-${i.id}`, label: 'Công việc của cơ quan', value: typed('work', i.work), rows: 3, error: wrong[`work-${i.id}`] })}
<div class="plan-cells">${textField({ name: `product-${i.id}`, label: 'Sản phẩm', value: typed('product', i.product), error: wrong[`product-${i.id}`] })}
${dateField({ name: `due-${i.id}`, label: 'Thời hạn', value: typed('due', showDay(i.due)), error: wrong[`due-${i.id}`], hint: '' })}
${textField({ name: `person-${i.id}`, label: 'Người phụ trách', value: typed('person', i.person), error: wrong[`person-${i.id}`] })}
${button({ label: 'Bỏ khỏi kế hoạch', kind: 'quiet', name: 'drop', value: i.id })}</div>${hidden('item', i.id)}</fieldset>`
}

const editForm = (v: AgencyPlanView, plan: AgencyPlan, seen: Seen): Html =>
  html`<form method="post" action="/ke-hoach-co-quan/sua" class="form wide" novalidate>${hidden('_csrf', seen.csrf)}${hidden('plan', plan.id)}${hidden('version', String(plan.version))}${hidden('year', String(v.year))}${hidden('code', v.unit.code)}
${v.items.map((i) => editRow(i, v, seen))}<div class="actions">${button({ label: 'Lưu kế hoạch' })}${button({ label: 'Kiểm tra 6 rõ', kind: 'main', name: 'then', value: 'trinh' })}</div></form>`

function addForm(v: AgencyPlanView, seen: Seen): Html {
  if (v.addable.length === 0) return html``
  const rows = v.addable
  return card({
    title: `Tạo từ kế hoạch ${v.programmeNumber}`,
    id: 'them',
    fit: 'flush',
    actions: button({
      label: 'Đưa vào kế hoạch',
      kind: v.items.length === 0 ? 'main' : 'plain',
      form: 'them-nhiem-vu',
      data: { 'select-action': 'them-nhiem-vu' },
    }),
    body: html`<form id="them-nhiem-vu" method="post" action="/ke-hoach-co-quan/them">${hidden('_csrf', seen.csrf)}${hidden('unit', v.unit.id)}${hidden('year', String(v.year))}${hidden('code', v.unit.code)}</form>
${table({
  caption: 'Nhiệm vụ của tỉnh chưa có trong kế hoạch của cơ quan',
  rows,
  keys: true,
  select: {
    name: 'codes',
    form: 'them-nhiem-vu',
    value: (r) => r.code,
    label: (r) => `Chọn nhiệm vụ ${r.code}`,
    checked: (r) => r.own && v.items.length === 0,
  },
  group: (r) => (r.own ? 'Cơ quan chủ trì hoặc phối hợp' : 'Nhiệm vụ chung'),
  columns: [
    { label: 'Mã', cell: (r) => r.code, room: 'tight' },
    { label: 'Nhiệm vụ của tỉnh', kind: 'name', room: 'wide', cell: (r) => shortText(r.text, 200) },
    { label: 'Chủ trì', cell: (r) => r.lead },
    { label: 'Thời hạn', cell: (r) => r.due, phone: 'hide' },
  ],
  empty: 'Mọi nhiệm vụ đã có trong kế hoạch của cơ quan.',
})}`,
  })
}

const sendForm = (v: AgencyPlanView, plan: AgencyPlan, seen: Seen): Html =>
  html`<form method="post" action="/ke-hoach-co-quan/trinh" class="form">${hidden('_csrf', seen.csrf)}${hidden('plan', plan.id)}${hidden('year', String(v.year))}${hidden('code', v.unit.code)}<div class="actions">${linkButton({ label: 'Sửa tiếp', href: `/ke-hoach-co-quan/${v.year}/${v.unit.code}` })}${button({ label: 'Trình duyệt', kind: 'main' })}</div></form>`

function decision(v: AgencyPlanView, plan: AgencyPlan, seen: Seen): Html {
  if (!v.mayApprove) return html``
  const form = (verb: string, inner: Html) =>
    html`<form method="post" action="/ke-hoach-co-quan/quyet-dinh" class="form">${hidden('_csrf', seen.csrf)}${hidden('plan', plan.id)}${hidden('verb', verb)}${hidden('year', String(v.year))}${hidden('code', v.unit.code)}${inner}</form>`
  if (plan.state === 'cho-duyet') {
    return html`<div class="actions">${disclosure('Trả lại cán bộ', form('tra-lai', html`${textArea({ name: 'reason', label: 'Lý do trả lại', maxLength: 1000, value: seen.typed.reason ?? '', error: seen.refusal?.fields?.reason })}${button({ label: 'Trả lại kế hoạch' })}`), { open: seen.refusal?.fields?.reason !== undefined })}${form('duyet', button({ label: 'Duyệt kế hoạch', kind: 'main' }))}</div>`
  }
  return plan.state === 'da-duyet'
    ? html`<div class="actions">${form('mo-lai', button({ label: 'Mở lại để sửa' }))}</div>`
    : html``
}

/** The page. */
export function agencyPlanPage(v: AgencyPlanView, seen: Seen): Drawn {
  const { plan } = v
  const title =
    plan === null
      ? `${v.unit.name} chưa có kế hoạch năm ${v.year}`
      : `Kế hoạch năm ${v.year} của ${v.unit.name}: ${v.items.length} nhiệm vụ`
  const editing = plan !== null && v.mayEdit && planAllows(plan.state, 'sua') && v.checking !== true
  return {
    crumbs: [{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: `Kế hoạch của cơ quan năm ${v.year}` }],
    body: html`${head({
      title,
      state: plan
        ? state(
            PLAN_STATES[plan.state].tone,
            plan.state === 'da-duyet' && plan.approvedBy
              ? `Đã duyệt, ${plan.approvedBy}`
              : PLAN_STATES[plan.state].label,
          )
        : '',
      lead:
        plan === null
          ? 'Mỗi cơ quan xây dựng kế hoạch thực hiện và đưa thành nhiệm vụ trong kế hoạch công tác hằng năm (mục V.1 của kế hoạch).'
          : '',
      actions: plan ? (v.checking ? sendForm(v, plan, seen) : decision(v, plan, seen)) : '',
    })}
${plan?.returnedReason ? message({ kind: 'soon', title: 'Thủ trưởng trả lại kế hoạch', body: plan.returnedReason }) : ''}
${v.checking ? html`${unclearRows(v)}${missingLine(v)}` : ''}
${v.mayEdit && (plan === null || editing) ? ownCard(v) : ''}
${plan?.state === 'cho-duyet' && !v.mayApprove ? waitingFor(`thủ trưởng ${v.unit.name} duyệt`, 'lúc trình') : ''}
${v.mayEdit || plan === null || v.own.length === 0 ? '' : ownCard(v)}
${plan && v.items.length > 0 ? card({ title: 'Nhiệm vụ của cơ quan', ...(editing ? {} : { fit: 'flush' as const }), body: editing ? editForm(v, plan, seen) : readRows(v, v.items) }) : ''}
${(plan === null || editing) && v.mayEdit ? addForm(v, seen) : ''}
${plan === null && !v.mayEdit ? emptyState('Cơ quan chưa lập kế hoạch năm nay.', linkButton({ label: 'Xem nhiệm vụ', href: '/nhiem-vu' })) : ''}`,
  }
}

/** Rows of the posted form: item ids and the cells beside them. */
export function postedItems(
  raw: Readonly<Record<string, unknown>>,
): { id: string; work: unknown; product: unknown; due: unknown; person: unknown }[] {
  const given = Array.isArray(raw.item) ? raw.item : raw.item === undefined ? [] : [raw.item]
  return given.map((value) => {
    const id = String(value)
    return {
      id,
      work: raw[`work-${id}`],
      product: raw[`product-${id}`],
      due: raw[`due-${id}`],
      person: raw[`person-${id}`],
    }
  })
}
