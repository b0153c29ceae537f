/** Biểu mẫu kết quả tuyển dụng: a new period, or the correction of one, with its versions and the way to withdraw it. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, form, hidden, numberField, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { RecruitFormView } from '../form-screens.ts'
import { RECRUITMENT_STATES } from '../words.ts'
import { RECRUITS, TALENTS } from './parts.ts'

const WITHDRAWING = 'rut'

function fields(v: RecruitFormView, seen: Seen): Html {
  const mine = seen.typed.bieuMau !== WITHDRAWING
  const again = mine && Object.keys(seen.typed).length > 0
  const value = (name: string, stored: string): string => (again ? (seen.typed[name] ?? '') : stored)
  const error = (name: string): string | undefined => (mine ? seen.refusal?.fields?.[name] : undefined)
  const { current } = v
  const unit =
    current === null
      ? selectField({
          name: 'unitId',
          label: 'Cơ quan, đơn vị tuyển dụng',
          blank: 'Chọn cơ quan, đơn vị',
          options: v.units,
          value: value('unitId', v.unitId),
          error: error('unitId'),
        })
      : html`${hidden('key', current.key)}<p>Cơ quan, đơn vị: <b>${v.unitName}</b></p>`
  const reason =
    current === null
      ? ''
      : textArea({
          name: 'reason',
          label: 'Lý do đính chính',
          rows: 2,
          maxLength: 1000,
          value: value('reason', ''),
          error: error('reason'),
        })
  return html`${unit}${dateField({ name: 'from', label: 'Từ ngày', value: value('from', showDay(current?.from ?? v.from)), error: error('from') })}${dateField({ name: 'to', label: 'Đến hết ngày', value: value('to', showDay(current?.to ?? v.to)), error: error('to') })}${numberField({ name: 'recruited', label: 'Số người tuyển mới', hint: 'Không tuyển ai thì nhập 0', value: value('recruited', current === null ? '' : String(current.recruited)), error: error('recruited') })}${numberField({ name: 'talents', label: 'Nhân tài trong số tuyển mới', value: value('talents', current === null ? '' : String(current.talents)), error: error('talents') })}${textField({ name: 'named', label: 'Mã nhân tài đã ghi công nhận', hint: 'Ví dụ NT-0001, NT-0007', optional: true, value: value('named', current?.named.join(', ') ?? ''), error: error('named') })}${textArea({ name: 'evidence', label: 'Chứng cứ khác', hint: 'Quyết định, văn bằng, danh sách chứng minh là người có tài năng', rows: 3, maxLength: 1000, optional: true, value: value('evidence', current?.evidence ?? ''), error: error('evidence') })}${textField({ name: 'document', label: 'Văn bản báo cáo', hint: 'Số, ngày báo cáo hoặc quyết định tuyển dụng', value: value('document', current?.document ?? ''), error: error('document') })}${reason}`
}

const versions = (v: RecruitFormView): Html =>
  card({
    title: 'Các bản đã ghi',
    body: html`<ul class="plain-list">${v.versions.map(
      (r) =>
        html`<li>Bản ${r.version}: ${RECRUITMENT_STATES[r.state].label.toLowerCase()}, ${showNumber(r.recruited)} người, ${showNumber(r.talents)} nhân tài; ${r.recordedBy}, ${showInstant(r.recordedAt)}${r.reason === '' ? '' : html`<br><small>Lý do: ${r.reason}</small>`}</li>`,
    )}</ul>`,
  })

function withdrawing(v: RecruitFormView, seen: Seen): Html | '' {
  if (v.current === null || !v.may) return ''
  const mine = seen.typed.bieuMau === WITHDRAWING
  return card({
    body: disclosure(
      'Rút kết quả này',
      form({
        action: `${RECRUITS}/${v.current.key}/rut`,
        csrf: seen.csrf,
        label: 'Rút kết quả tuyển dụng',
        version: v.current.version,
        body: [
          hidden('bieuMau', WITHDRAWING),
          textArea({
            name: 'reason',
            id: 'ly-do-rut',
            label: 'Lý do rút',
            hint: 'Kỳ này không được tính nữa và báo cáo lại được; các bản đã ghi vẫn xem được.',
            rows: 2,
            maxLength: 1000,
            value: mine ? (seen.typed.reason ?? '') : '',
            error: mine ? seen.refusal?.fields?.reason : undefined,
          }),
          buttons({ label: 'Rút kết quả', kind: 'danger' }),
        ],
      }),
      { open: mine },
    ),
  })
}

/** What the result says, for a reader who may not correct it. */
const reading = (v: RecruitFormView): Html =>
  html`<p>${v.unitName}: ${showNumber(v.current?.recruited)} người tuyển mới, ${showNumber(v.current?.talents)} nhân tài. ${v.current?.document}.</p>`

/** The page. */
export function recruitFormPage(v: RecruitFormView, seen: Seen): Drawn {
  const { current } = v
  const title =
    current === null ? 'Ghi kết quả tuyển dụng' : `Kết quả tuyển dụng ${showDay(current.from)} – ${showDay(current.to)}`
  const main = v.may
    ? form({
        action: current === null ? `${RECRUITS}/ghi` : `${RECRUITS}/${current.key}`,
        csrf: seen.csrf,
        label: title,
        ...(current === null ? {} : { version: current.version }),
        body: html`${fields(v, seen)}${buttons({ label: current === null ? 'Ghi kết quả' : 'Ghi bản đính chính', kind: 'main' }, linkButton({ label: 'Quay lại', href: RECRUITS }))}`,
      })
    : reading(v)
  return {
    body: html`${head({ over: current === null ? '' : v.unitName, title, lead: 'Mỗi kỳ nằm trong một năm và đã hết. Không tuyển ai cũng là một kết quả.' })}${stack(
      card({ fit: 'narrow', body: main }),
      current === null ? '' : versions(v),
      withdrawing(v, seen),
    )}`,
    crumbs: [
      { label: 'Nhân tài', href: TALENTS },
      { label: 'Tuyển dụng', href: RECRUITS },
      { label: current === null ? 'Ghi kết quả' : 'Kết quả' },
    ],
  }
}
