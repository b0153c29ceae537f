/** Biểu mẫu trên trang một kiến nghị; the one whose turn it is stands open. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, form, hidden, selectField, textArea, textField } from '../../../ui/form.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import type { ProposalView } from '../screens.ts'
import { proposalHref } from './parts.ts'

type Typed = (name: string, stored?: string) => string
type Wrong = (name: string) => string | undefined

/** Biểu mẫu: its address below the proposal, and its button. */
type PageForm = {
  readonly name: 'giao' | 'tra-loi' | 'khong-tham-quyen' | 'chuyen' | 'mo-lai' | 'sua' | 'tach' | 'gop-them'
  readonly label: string
  readonly open?: boolean
  readonly fields: (typed: Typed, wrong: Wrong) => Fragment
}

function drawn(v: ProposalView, seen: Seen, f: PageForm): Html {
  const mine = seen.typed.bieuMau === f.name
  const typed: Typed = (name, stored = '') => (mine ? (seen.typed[name] ?? '') : stored)
  const wrong: Wrong = (name) => (mine ? seen.refusal?.fields?.[name] : undefined)
  const body = form({
    action: `${proposalHref(v.line.code)}/${f.name}`,
    csrf: seen.csrf,
    label: f.label,
    version: v.line.version,
    body: html`${hidden('bieuMau', f.name)}${f.fields(typed, wrong)}${buttons({ label: f.label, kind: 'main' })}`,
  })
  return disclosure(f.label, body, { open: mine || (f.open === true && seen.typed.bieuMau === undefined), id: f.name })
}

const assign = (v: ProposalView): PageForm => ({
  name: 'giao',
  label: v.line.state === 'da-giao' ? 'Giao lại cơ quan trả lời' : 'Giao cơ quan trả lời',
  open: v.line.state === 'moi',
  fields: (typed, wrong) =>
    html`${selectField({ name: 'owner', label: 'Cơ quan trả lời', blank: 'Chọn cơ quan', options: v.units, value: typed('owner', v.line.ownerId ?? ''), error: wrong('owner') })}${dateField({ name: 'due', label: 'Trả lời chậm nhất ngày', value: typed('due', v.line.due === null ? '' : showDay(v.line.due)), error: wrong('due') })}${textField({ name: 'reason', id: 'ghi-chu-giao', label: 'Ghi chú khi giao', optional: true, value: typed('reason'), error: wrong('reason') })}`,
})

const answer = (v: ProposalView): PageForm => {
  const again = v.line.state === 'da-tra-loi'
  return {
    name: 'tra-loi',
    label: again ? 'Đính chính trả lời' : 'Ghi trả lời',
    open: v.line.state === 'da-giao' && v.mayAnswer,
    fields: (typed, wrong) =>
      html`${textArea({ name: 'answer', label: 'Nội dung trả lời', rows: 4, maxLength: 4000, value: typed('answer', again ? v.line.answer : ''), error: wrong('answer') })}${textField({ name: 'document', id: 'van-ban-tra-loi', label: 'Số, ký hiệu văn bản trả lời', size: 'medium', value: typed('document', again ? v.line.document : ''), error: wrong('document') })}${dateField({ name: 'on', id: 'ngay-tra-loi', label: 'Ngày văn bản', value: typed('on', again && v.line.settledOn ? showDay(v.line.settledOn) : ''), error: wrong('on') })}${again ? textField({ name: 'reason', id: 'ly-do-dinh-chinh', label: 'Lý do đính chính', value: typed('reason'), error: wrong('reason') }) : ''}`,
  }
}

const decline: PageForm = {
  name: 'khong-tham-quyen',
  label: 'Báo không thuộc thẩm quyền',
  fields: (typed, wrong) =>
    textArea({
      name: 'reason',
      id: 'ly-do-khong-tham-quyen',
      label: 'Lý do',
      rows: 3,
      maxLength: 1000,
      value: typed('reason'),
      error: wrong('reason'),
    }),
}

const passOn: PageForm = {
  name: 'chuyen',
  label: 'Chuyển cấp trên',
  fields: (typed, wrong) =>
    html`${textField({ name: 'passedTo', label: 'Cơ quan cấp trên', hint: 'Ví dụ: Bộ Nội vụ', value: typed('passedTo'), error: wrong('passedTo') })}${textField({ name: 'document', id: 'van-ban-chuyen', label: 'Số, ký hiệu văn bản chuyển', size: 'medium', value: typed('document'), error: wrong('document') })}${dateField({ name: 'on', id: 'ngay-chuyen', label: 'Ngày văn bản', value: typed('on'), error: wrong('on') })}`,
}

const reopen: PageForm = {
  name: 'mo-lai',
  label: 'Mở lại kiến nghị',
  fields: (typed, wrong) =>
    textField({
      name: 'reason',
      id: 'ly-do-mo-lai',
      label: 'Lý do mở lại',
      value: typed('reason'),
      error: wrong('reason'),
    }),
}

const edit = (v: ProposalView): PageForm => ({
  name: 'sua',
  label: 'Sửa nội dung',
  fields: (typed, wrong) =>
    html`${textArea({ name: 'text', label: 'Nội dung kiến nghị', hint: 'Nguyên văn trong báo cáo vẫn giữ', rows: 4, maxLength: 4000, value: typed('text', v.line.text), error: wrong('text') })}${textField({ name: 'addressee', label: 'Kiến nghị với', optional: true, value: typed('addressee', v.line.addressee), error: wrong('addressee') })}`,
})

const split = (v: ProposalView): PageForm => ({
  name: 'tach',
  label: 'Tách thành nhiều kiến nghị',
  fields: (typed, wrong) =>
    textArea({
      name: 'texts',
      label: 'Mỗi dòng một kiến nghị',
      hint: 'Dòng đầu ở lại kiến nghị này; các dòng sau thành kiến nghị mới của cùng cơ quan',
      rows: 5,
      value: typed('texts', v.line.text),
      error: wrong('texts'),
    }),
})

const mergeMore = (v: ProposalView): PageForm => ({
  name: 'gop-them',
  label: 'Gộp kiến nghị khác vào đây',
  fields: (typed, wrong) =>
    textField({
      name: 'others',
      label: 'Mã kiến nghị',
      hint:
        v.alike.length === 0
          ? 'Ví dụ: KN-0012'
          : `Gần giống: ${v.alike
              .slice(0, 5)
              .map((a) => a.code)
              .join(', ')}`,
      size: 'short',
      value: typed('others'),
      error: wrong('others'),
    }),
})

/** What the reader may do with the proposal as it stands. */
export function proposalForms(v: ProposalView, seen: Seen): readonly Html[] {
  const { state } = v.line
  const open = state === 'moi' || state === 'da-giao'
  const list: readonly (PageForm | false)[] = [
    v.mayAnswer && state === 'da-giao' && answer(v),
    v.mayKeep && state !== 'da-tra-loi' && state !== 'chuyen-cap-tren' && assign(v),
    v.mayKeep && state === 'chuyen-cap-tren' && answer(v),
    v.mayAnswer && state === 'da-tra-loi' && answer(v),
    ((v.mayAnswer && state === 'da-giao') || (v.mayKeep && state === 'moi')) && decline,
    v.mayKeep && (open || state === 'khong-thuoc-tham-quyen') && passOn,
    v.mayKeep && !open && reopen,
    v.mayKeep && edit(v),
    v.mayKeep && open && split(v),
    v.mayKeep && mergeMore(v),
  ]
  return list.flatMap((f) => (f === false ? [] : [drawn(v, seen, f)]))
}
