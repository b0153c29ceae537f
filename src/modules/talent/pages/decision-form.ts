/** Biểu mẫu công nhận: a new decision, or the correction of one. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { buttons, dateField, form, hidden, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { DecisionFormView } from '../form-screens.ts'
import { BASES, CLASSES } from '../words.ts'
import { TALENTS, talentHref } from './parts.ts'

const options = (list: Readonly<Record<string, { label: string }>>) =>
  Object.entries(list).map(([value, o]) => ({ value, label: o.label }))

/** Who and where: only for a new decision. */
function whoAndWhere(
  v: DecisionFormView,
  value: (name: string, stored: string) => string,
  error: (name: string) => string | undefined,
): Html {
  return html`${textField({ name: 'person', label: 'Người được công nhận', hint: v.person === null ? 'Mã hồ sơ (TT-0000123) hoặc họ tên đầy đủ' : v.person.name, size: 'medium', value: value('person', v.person?.code ?? ''), error: error('person') })}${selectField({ name: 'unitId', label: 'Nơi làm việc', blank: 'Chọn cơ quan, đơn vị', options: v.units, value: value('unitId', v.unitId), error: error('unitId') })}${dateField({ name: 'from', label: 'Làm việc ở đó từ ngày', hint: 'Bỏ trống thì lấy ngày quyết định', optional: true, value: value('from', ''), error: error('from') })}`
}

/** The page. */
export function decisionFormPage(v: DecisionFormView, seen: Seen): Drawn {
  const again = Object.keys(seen.typed).length > 0
  const value = (name: string, stored: string): string => (again ? (seen.typed[name] ?? '') : stored)
  const error = (name: string): string | undefined => seen.refusal?.fields?.[name]
  const c = v.correcting
  const d = c?.decision ?? null
  const title = c === null ? 'Ghi công nhận nhân tài' : `Đính chính quyết định ${c.decision.number}`
  const fields = html`${c === null ? whoAndWhere(v, value, error) : hidden('key', c.decision.key)}${textField({ name: 'number', label: 'Số quyết định', hint: 'Ví dụ 1520/QĐ-UBND', size: 'medium', value: value('number', d?.number ?? ''), error: error('number') })}${dateField({ name: 'decidedOn', label: 'Ngày quyết định', hint: 'Năm năm được tính từ ngày này, ví dụ 15/03/2025', value: value('decidedOn', showDay(d?.decidedOn)), error: error('decidedOn') })}${textField({ name: 'authority', label: 'Cơ quan ra quyết định', value: value('authority', d?.authority ?? ''), error: error('authority') })}${selectField({ name: 'basis', label: 'Căn cứ', blank: 'Chọn căn cứ', options: options(BASES), value: value('basis', d?.basis ?? ''), error: error('basis') })}${selectField({ name: 'talentClass', label: 'Nhóm được công nhận', blank: 'Chọn nhóm', options: options(CLASSES), value: value('talentClass', d?.talentClass ?? ''), error: error('talentClass') })}${selectField({ name: 'sector', label: 'Lĩnh vực', blank: 'Chọn lĩnh vực', options: v.sectors, value: value('sector', d?.sector ?? ''), error: error('sector') })}${dateField({ name: 'committedUntil', label: 'Cam kết làm việc đến ngày', optional: true, value: value('committedUntil', showDay(d?.committedUntil)), error: error('committedUntil') })}${textArea({ name: 'note', label: 'Ghi chú', optional: true, rows: 2, maxLength: 1000, value: value('note', d?.note ?? ''), error: error('note') })}${c === null ? '' : textArea({ name: 'reason', label: 'Lý do đính chính', rows: 2, maxLength: 1000, value: value('reason', ''), error: error('reason') })}`
  const back = c === null ? TALENTS : talentHref(c.code)
  return {
    body: html`${head({ over: c === null ? '' : c.code, title, lead: c === null ? 'Người được công nhận đã có hồ sơ trong sổ bộ. Họ tên, ngày sinh lấy từ hồ sơ, không nhập lại.' : '' })}${card(
      {
        fit: 'narrow',
        body: form({
          action: c === null ? `${TALENTS}/cong-nhan` : `${talentHref(c.code)}/dinh-chinh`,
          csrf: seen.csrf,
          label: title,
          ...(c === null ? {} : { version: c.version }),
          body: html`${fields}${buttons({ label: c === null ? 'Ghi công nhận' : 'Ghi bản đính chính', kind: 'main' }, linkButton({ label: 'Quay lại', href: back }))}`,
        }),
      },
    )}`,
    crumbs: [
      { label: 'Nhân tài', href: TALENTS },
      ...(c === null ? [] : [{ label: c.code, href: back }]),
      { label: c === null ? 'Ghi công nhận' : 'Đính chính' },
    ],
  }
}
