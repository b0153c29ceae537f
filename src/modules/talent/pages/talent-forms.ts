/** Biểu mẫu trên trang một nhân tài: leaving, review, end of recognition, and what was recorded by mistake. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import {
  buttons,
  checkboxField,
  dateField,
  form,
  hidden,
  radioField,
  selectField,
  textArea,
  textField,
} from '../../../ui/form.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import type { TalentView } from '../talent-screen.ts'
import { BENEFITS, END_REASONS, EXITS } from '../words.ts'
import { talentHref } from './parts.ts'

/** Biểu mẫu của trang: its address below the talent, and the button. */
type PageForm = {
  readonly name: 'thoi-viec' | 'danh-gia' | 'ket-thuc' | 'rut-thoi-viec' | 'rut'
  readonly label: string
  readonly danger?: boolean
  readonly fields: (typed: (name: string) => string, error: (name: string) => string | undefined) => Fragment
}

function drawn(v: TalentView, seen: Seen, f: PageForm): Html {
  const mine = seen.typed.bieuMau === f.name
  const typed = (name: string): string => (mine ? (seen.typed[name] ?? '') : '')
  const error = (name: string): string | undefined => (mine ? seen.refusal?.fields?.[name] : undefined)
  const body = form({
    action: `${talentHref(v.code)}/${f.name}`,
    csrf: seen.csrf,
    label: f.label,
    version: v.version,
    body: html`${hidden('bieuMau', f.name)}${f.fields(typed, error)}${buttons({ label: f.label, kind: f.danger === true ? 'danger' : 'main' })}`,
  })
  return disclosure(f.label, body, { open: mine, id: f.name })
}

const options = (list: Readonly<Record<string, { label: string }>>) =>
  Object.entries(list).map(([value, o]) => ({ value, label: o.label }))

const HINTS: Readonly<Record<string, string>> = {
  'chuyen-trong-tinh': 'Vẫn là ở lại, theo dõi tiếp ở cơ quan mới',
  'nghi-huu': 'Thôi theo dõi, không tính là rời đi',
  'tu-tran': 'Thôi theo dõi, không tính là rời đi',
  roi: 'Tính là rời đi',
}

const leaving = (v: TalentView): PageForm => ({
  name: 'thoi-viec',
  label: 'Ghi thôi việc, chuyển công tác',
  fields: (typed, error) =>
    html`${dateField({ name: 'leftOn', label: 'Từ ngày', hint: 'Ngày đầu tiên không còn làm việc ở cơ quan này', value: typed('leftOn'), error: error('leftOn') })}${radioField({ name: 'exit', label: 'Hình thức', options: options(EXITS).map((o) => ({ ...o, hint: HINTS[o.value] ?? '' })), value: typed('exit'), error: error('exit') })}${selectField({ name: 'reason', label: 'Lý do rời đi', hint: 'Chỉ khi rời đi', blank: 'Chọn lý do', options: v.reasons, value: typed('reason'), error: error('reason') })}${selectField({ name: 'toUnitId', label: 'Cơ quan, đơn vị nhận', hint: 'Chỉ khi chuyển trong tỉnh', blank: 'Chọn cơ quan, đơn vị', options: v.units, value: typed('toUnitId'), error: error('toUnitId') })}${textField({ name: 'document', id: 'van-ban-thoi-viec', label: 'Văn bản', hint: 'Số, ngày quyết định', value: typed('document'), error: error('document') })}`,
})

const review = (v: TalentView): PageForm => {
  const due = v.milestones.filter((m) => m.due)
  const next = due.find((m) => m.review === null) ?? due.at(-1)
  return {
    name: 'danh-gia',
    label: 'Ghi đánh giá một mốc',
    fields: (typed, error) =>
      html`${selectField({ name: 'milestone', label: 'Mốc', options: due.map((m) => ({ value: String(m.milestone), label: `${m.milestone} năm (${showDay(m.day)})${m.review === null ? '' : ', ghi lại'}` })), value: typed('milestone') || String(next?.milestone ?? ''), error: error('milestone') })}${dateField({ name: 'on', label: 'Ngày đánh giá', value: typed('on'), error: error('on') })}${selectField({ name: 'rating', label: 'Kết quả', blank: 'Chọn kết quả', options: v.ratings, value: typed('rating'), error: error('rating') })}${checkboxField({ name: 'benefits', label: 'Chế độ đã hưởng trong năm', optional: true, options: options(BENEFITS), values: typed('benefits').split(','), error: error('benefits') })}${textArea({ name: 'remark', label: 'Nhận xét', optional: true, rows: 3, maxLength: 2000, value: typed('remark'), error: error('remark') })}${textField({ name: 'document', id: 'van-ban-danh-gia', label: 'Văn bản', hint: 'Số, ngày phiếu đánh giá', value: typed('document'), error: error('document') })}`,
  }
}

const decisionField = (v: TalentView, id: string, typed: string, error: string | undefined, held: boolean): Html => {
  const list = v.decisions.filter((d) => !d.withdrawn && (!held || d.endedOn === null))
  return selectField({
    name: 'key',
    id,
    label: 'Quyết định công nhận',
    options: list.map((d) => ({ value: d.key, label: `${d.number} ngày ${showDay(d.decidedOn)}` })),
    value: typed === '' ? (list[0]?.key ?? '') : typed,
    error,
  })
}

const ending = (v: TalentView): PageForm => ({
  name: 'ket-thuc',
  label: 'Kết thúc công nhận',
  fields: (typed, error) =>
    html`<p class="hint">Người vẫn làm việc thì vẫn được theo dõi trong lứa của mình.</p>${decisionField(v, 'quyet-dinh-ket-thuc', typed('key'), error('key'), true)}${dateField({ name: 'endedOn', label: 'Kết thúc từ ngày', value: typed('endedOn'), error: error('endedOn') })}${selectField({ name: 'endReason', label: 'Lý do', blank: 'Chọn lý do', options: options(END_REASONS), value: typed('endReason'), error: error('endReason') })}${textField({ name: 'endDocument', label: 'Văn bản', hint: 'Số, ngày quyết định kết thúc', value: typed('endDocument'), error: error('endDocument') })}`,
})

const undoing = (): PageForm => ({
  name: 'rut-thoi-viec',
  label: 'Rút lần thôi việc ghi nhầm',
  danger: true,
  fields: (typed, error) =>
    textArea({
      name: 'why',
      label: 'Lý do',
      hint: 'Lần thôi việc gần nhất không được tính nữa; lịch sử giữ lại.',
      rows: 2,
      maxLength: 1000,
      value: typed('why'),
      error: error('why'),
    }),
})

const withdrawing = (v: TalentView): PageForm => ({
  name: 'rut',
  label: 'Rút công nhận ghi nhầm',
  danger: true,
  fields: (typed, error) =>
    html`${decisionField(v, 'quyet-dinh-rut', typed('key'), error('key'), false)}${textArea({ name: 'reason', id: 'ly-do-rut', label: 'Lý do', hint: 'Người này không còn trong lứa theo quyết định ấy; lịch sử giữ lại.', rows: 2, maxLength: 1000, value: typed('reason'), error: error('reason') })}`,
})

/** What may be done now, each in a part that opens. */
export function talentForms(v: TalentView, seen: Seen): Html | '' {
  if (!v.mayRecord) return ''
  const working = v.episodes.some((e) => e.leftOn === null)
  const list = [
    ...(working ? [leaving(v)] : []),
    ...(v.milestones.some((m) => m.due) ? [review(v)] : []),
    ...(v.decisions.some((d) => !d.withdrawn && d.endedOn === null) ? [ending(v)] : []),
    ...(v.episodes.some((e) => e.leftOn !== null) ? [undoing()] : []),
    ...(v.decisions.some((d) => !d.withdrawn) ? [withdrawing(v)] : []),
  ]
  return list.length === 0 ? '' : card({ title: 'Việc làm được', body: html`${list.map((f) => drawn(v, seen, f))}` })
}
