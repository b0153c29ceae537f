/** Yêu cầu của chủ hồ sơ, at the body: the queue by term, and one request to receive, prolong and answer. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, form, radioField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { REQUEST_KINDS, REQUEST_STATES } from '../words.ts'
import { courseOf, type RequestView, valuesOf } from './own-request.ts'

/** A request in the queue. */
export type QueueRow = RequestView & { readonly personName: string; readonly personCode: string }

/** What the queue shows. */
export type QueueView = {
  readonly rows: readonly QueueRow[]
  readonly counts: { readonly open: number; readonly late: number; readonly answered: number }
  readonly open: boolean
}

/** The queue. */
export function queuePage(v: QueueView): Drawn {
  return {
    body: html`${head({
      title:
        v.counts.late > 0
          ? `${showNumber(v.counts.late)} yêu cầu quá hạn, ${showNumber(v.counts.open)} đang chờ`
          : v.counts.open === 0
            ? 'Không còn yêu cầu nào chờ trả lời'
            : `${showNumber(v.counts.open)} yêu cầu về dữ liệu đang chờ trả lời`,
      lead: 'Báo đã nhận trong 2 ngày làm việc; hạn trả lời ghi ở từng yêu cầu. Ngày làm việc tính từ thứ Hai đến thứ Sáu, trừ ngày lễ.',
    })}${chips('Lọc theo tình trạng', [
      { label: 'Đang chờ', href: '/yeu-cau-du-lieu', count: v.counts.open, current: v.open },
      { label: 'Đã trả lời', href: '/yeu-cau-du-lieu?loc=da-tra-loi', count: v.counts.answered, current: !v.open },
    ])}${card({
      fit: 'flush',
      body: table<QueueRow>({
        caption: 'Yêu cầu của chủ hồ sơ',
        rows: v.rows,
        href: (r) => `/yeu-cau-du-lieu/${r.id}`,
        tone: (r) => (r.late === null ? null : 'late'),
        columns: [
          {
            label: 'Yêu cầu',
            kind: 'name',
            room: 'wide',
            cell: (r) =>
              `Số ${r.number}: ${REQUEST_KINDS[r.kind].label.toLowerCase()}${r.group === null ? '' : `, ${r.group.toLowerCase()}`}`,
          },
          { label: 'Chủ hồ sơ', cell: (r) => `${r.personName}, ${r.personCode}` },
          {
            label: 'Trạng thái',
            kind: 'state',
            cell: (r) =>
              r.late === null
                ? state(REQUEST_STATES[r.state].shape, REQUEST_STATES[r.state].label)
                : state('late', r.late),
          },
          { label: 'Gửi lúc', kind: 'day', cell: (r) => showInstant(r.sentAt) },
          { label: 'Hạn trả lời', kind: 'day', cell: (r) => showDay(r.decideBy) },
        ],
        empty: v.open ? 'Không có yêu cầu nào đang chờ.' : 'Chưa trả lời yêu cầu nào.',
      }),
    })}`,
  }
}

/** What one request shows to the body; `allowed` false = its content may not be read by this reader. */
export type HandledView = QueueRow & {
  readonly version: number
  readonly allowed: boolean
  readonly extended: boolean
  readonly lastExtension: string
}

const receiveForm = (v: HandledView, seen: Seen): Html =>
  v.state !== 'da-gui'
    ? html``
    : card({
        title: 'Tiếp nhận',
        fit: 'narrow',
        body: html`<p>Chủ hồ sơ thấy «Đang xác minh» và hạn trả lời ngay sau khi tiếp nhận.</p>${form({ action: `/yeu-cau-du-lieu/${v.id}/tiep-nhan`, csrf: seen.csrf, version: v.version, label: 'Tiếp nhận', body: button({ label: 'Tiếp nhận yêu cầu', kind: 'main' }) })}`,
      })

const answerForm = (v: HandledView, seen: Seen): Html =>
  card({
    title: 'Trả lời',
    fit: 'narrow',
    body: form({
      action: `/yeu-cau-du-lieu/${v.id}/tra-loi`,
      csrf: seen.csrf,
      version: v.version,
      label: 'Trả lời yêu cầu',
      body: html`${radioField({
        name: 'state',
        label: 'Quyết định',
        value: seen.typed.state ?? null,
        options: [
          {
            value: 'chap-nhan',
            label: 'Chấp nhận',
            hint:
              v.kind === 'chinh-sua' ? 'Hồ sơ được sửa ngay theo giá trị chủ hồ sơ nêu, ở mức đơn vị xác nhận.' : '',
          },
          {
            value: 'tu-choi',
            label: 'Không chấp nhận',
            hint: v.kind === 'chinh-sua' ? 'Giá trị đang ghi được giữ nguyên.' : '',
          },
        ].map((o) => (o.hint === '' ? { value: o.value, label: o.label } : o)),
        error: seen.refusal?.fields?.state,
      })}${textArea({ name: 'answer', label: 'Nội dung trả lời', rows: 4, maxLength: 2000, value: seen.typed.answer ?? '', error: seen.refusal?.fields?.answer })}${textField({ name: 'ground', label: 'Căn cứ', hint: 'Cần khi không chấp nhận: điều, khoản của luật, hoặc văn bản chứng minh', optional: true, value: seen.typed.ground ?? '', error: seen.refusal?.fields?.ground })}${buttons({ label: 'Gửi trả lời', kind: 'main' })}`,
    }),
  })

const extendForm = (v: HandledView, seen: Seen): Html =>
  v.extended
    ? html``
    : disclosure(
        'Gia hạn trả lời',
        form({
          action: `/yeu-cau-du-lieu/${v.id}/gia-han`,
          csrf: seen.csrf,
          version: v.version,
          label: 'Gia hạn trả lời',
          body: html`${dateField({ name: 'until', label: 'Hạn mới', hint: `Một lần, không quá ${v.lastExtension}`, value: seen.typed.until ?? '', error: seen.refusal?.fields?.until })}${textArea({ name: 'extension', label: 'Lý do gia hạn', rows: 2, maxLength: 1000, value: seen.typed.extension ?? '', error: seen.refusal?.fields?.extension })}${buttons({ label: 'Gia hạn trả lời' })}`,
        }),
        { open: seen.refusal?.fields?.until !== undefined || seen.refusal?.fields?.extension !== undefined },
      )

/** One request, for the body. */
export function handledPage(v: HandledView, seen: Seen): Drawn {
  const open = v.answeredAt === null
  return {
    crumbs: [{ label: 'Yêu cầu về dữ liệu', href: '/yeu-cau-du-lieu' }, { label: `Số ${v.number}` }],
    body: html`${head({
      over: `${v.personName}, ${v.personCode}`,
      title: `Yêu cầu số ${v.number}: ${REQUEST_KINDS[v.kind].label.toLowerCase()}${v.group === null ? '' : `, ${v.group.toLowerCase()}`}`,
      state: state(REQUEST_STATES[v.state].shape, REQUEST_STATES[v.state].label),
    })}${stack(
      v.late === null ? html`` : message({ kind: 'late', title: v.late, announce: false }),
      card({
        title: 'Nội dung',
        body: v.allowed
          ? html`${valuesOf(v.content)}${v.content.reason === '' ? '' : html`<p>${v.content.reason}</p>`}${v.content.evidence === '' ? '' : html`<p>Chứng cứ: ${v.content.evidence}</p>`}`
          : html`<p>Nội dung là dữ liệu nhạy cảm hoặc số định danh: thủ trưởng cơ quan hoặc Sở Nội vụ mở và trả lời.</p>`,
      }),
      card({ title: 'Tiến trình', body: courseOf(v.allowed ? v : { ...v, answer: 'chỉ người có quyền xem được' }) }),
      ...(open && v.allowed ? [receiveForm(v, seen), answerForm(v, seen), extendForm(v, seen)] : []),
    )}`,
  }
}
