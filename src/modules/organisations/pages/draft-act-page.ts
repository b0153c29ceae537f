/** Bước 1 của biến động: loại và văn bản. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, dateField, form, hidden, radioField, textField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { KeptDraft } from '../views/drafts.ts'
import { EVENT_KINDS, type EventKind } from '../words.ts'
import { draftHref, NEW_CHANGE } from './address.ts'
import { draftHead } from './draft-frame.ts'

const WHAT: Readonly<Record<EventKind, string>> = {
  establish: 'Đơn vị mới, không nhận từ đơn vị nào',
  rename: 'Vẫn đơn vị ấy, tên khác',
  merge: 'Hai hay nhiều đơn vị thành một, hoặc nhập vào một đơn vị đang có',
  split: 'Một đơn vị thành nhiều đơn vị',
  part: 'Giao một phần dân cư, diện tích, biên chế cho đơn vị khác, vẫn hoạt động',
  transfer: 'Chuyển một hay nhiều chức năng cho đơn vị khác, vẫn hoạt động',
  move: 'Đổi đơn vị cấp trên, không đổi gì khác',
  level: 'Đổi loại hoặc cấp: xã thành phường, thị trấn thành phường',
  dissolve: 'Kết thúc; có hoặc không có nơi kế thừa',
}

/** The page; without a draft it begins one. */
export function draftActPage(kept: KeptDraft | null, seen: Seen): Html {
  const was = kept?.content
  const field = (name: string, stored: string) => ({
    name,
    value: seen.typed[name] ?? stored,
    error: seen.refusal?.fields?.[name],
  })
  const kinds = Object.keys(EVENT_KINDS) as EventKind[]
  return html`${draftHead(kept, 'van-ban', kept ? (was?.title ?? '') : 'Soạn biến động tổ chức', 'Chưa có gì thay đổi cho đến khi thực hiện ở bước cuối.')}
${card({
  body: form({
    action: kept ? draftHref(kept.id, 'van-ban') : NEW_CHANGE,
    csrf: seen.csrf,
    body: html`${kept ? hidden('version', kept.version) : ''}${radioField({
      label: 'Loại biến động',
      options: kinds.map((k) => ({ value: k, label: EVENT_KINDS[k].label, hint: WHAT[k] })),
      ...field('kind', was?.kind ?? ''),
    })}${textField({ label: 'Văn bản quyết định', hint: 'Loại, số và ký hiệu, ví dụ Nghị quyết số 12/NQ-HĐND', ...field('number', was?.number ?? '') })}${dateField({ label: 'Ngày ban hành', ...field('signedOn', showDay(was?.signedOn)) })}${dateField({ label: 'Ngày có hiệu lực', ...field('on', showDay(was?.on)) })}${textField({ label: 'Tên gọi của biến động', optional: true, hint: 'Để trống thì ghi theo loại và văn bản', ...field('title', was?.title ?? '') })}${buttons({ label: 'Tiếp tục chọn đơn vị', kind: 'main' })}`,
  }),
})}`
}
