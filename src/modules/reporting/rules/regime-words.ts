/**
 * Lời của từng trường trong chế độ báo cáo: what the pages that shape a regime call each property, and the box it is typed in.
 * A property without a line here is shown under its own name, in a box read off its schema.
 */
import type { FieldKind } from './item-form.ts'

/** Nhãn, lời gợi ý và cách nhập of a property; the box is read off the schema when not said. */
export type FieldWord = { readonly label: string; readonly hint?: string; readonly box?: FieldKind }

const KINDS: Readonly<Record<string, FieldWord>> = {
  'kind=stock': { label: 'Số tại thời điểm chốt' },
  'kind=flow': { label: 'Số phát sinh trong năm' },
  'compute=sum': { label: 'Tổng của nhiều dòng' },
  'compute=difference': { label: 'Hiệu của hai dòng' },
  'compute=share': { label: 'Tỷ lệ phần trăm của một dòng trong dòng khác' },
  'kind=plan': { label: 'Mọi cơ quan có trách nhiệm theo Kế hoạch' },
  'kind=group': { label: 'Một nhóm cơ quan' },
  'kind=unit': { label: 'Một cơ quan' },
  'kind=not-group': { label: 'Trừ một nhóm cơ quan' },
  'kind=not-unit': { label: 'Trừ một cơ quan' },
  'source=measure': { label: 'Đếm từ hồ sơ' },
  'source=indicator': { label: 'Giá trị của một chỉ tiêu' },
  'source=last-year': { label: 'Chuyển từ báo cáo năm trước' },
  'relation=at-most': { label: 'Không lớn hơn' },
  'relation=equal': { label: 'Bằng' },
  'severity=block': { label: 'Phải sửa' },
  'severity=explain': { label: 'Phải giải trình' },
  'severity=note': { label: 'Để biết' },
  'missing=skip': { label: 'Không so khi ô trống' },
  'cycle=nam': { label: 'Hằng năm: mỗi năm một kỳ' },
  'cycle=dot-xuat': { label: 'Đột xuất: một kỳ duy nhất' },
  'missing=zero': { label: 'Ô trống tính là 0' },
  'column=toDate': { label: 'Đến ngày chốt' },
  'column=wholeYear': { label: 'Ước cả năm' },
  'check=compare': { label: 'So ô của hai biểu' },
  'check=series': { label: 'Khác xa các năm trước' },
  'check=bodies': { label: 'Tổng đơn vị trực thuộc không lớn hơn cơ quan cấp trên' },
  'check=counted': { label: 'Số gõ khác số đếm' },
  'check=copied': { label: 'Chép báo cáo năm trước' },
  'check=part-of': { label: 'Phần không lớn hơn tổng' },
  'check=change': { label: 'Thay đổi quá ngưỡng so với năm trước phải giải trình' },
  'part=paragraph': { label: 'Đoạn lời văn' },
  'part=table': { label: 'Biểu số liệu' },
  'part=groups': { label: 'Kết quả theo nhóm nhiệm vụ' },
}

const GENERAL: Readonly<Record<string, FieldWord>> = {
  name: { label: 'Tên báo cáo', box: 'text' },
  shortName: { label: 'Tên gọn', hint: 'Chỗ {year} được thay bằng năm báo cáo.' },
  source: { label: 'Nguồn của chế độ', hint: 'Văn bản giao báo cáo: số, điều, khoản.', box: 'text' },
  legalBasis: { label: 'Căn cứ', hint: 'Mỗi dòng một văn bản.', box: 'lines' },
  content: { label: 'Nội dung yêu cầu', box: 'text' },
  reporters: { label: 'Đối tượng báo cáo', hint: 'Lời văn; danh sách cụ thể ở phần «Ai phải báo cáo».', box: 'text' },
  receivers: { label: 'Cơ quan nhận', box: 'text' },
  means: { label: 'Cách gửi', box: 'text' },
  frequency: { label: 'Tần suất', hint: 'Lời văn, như văn bản giao báo cáo viết.' },
  cycle: { label: 'Kỳ của chế độ', hint: 'Để trống: mỗi năm một kỳ.' },
  procedure: { label: 'Quy trình', box: 'text' },
  returnDays: { label: 'Số ngày để sửa khi bị trả lại' },
  appraisalDays: { label: 'Số ngày thẩm định' },
  changeLimit: { label: 'Ngưỡng phải giải trình, %', box: 'percent' },
  nothingStatement: { label: 'Lời khẳng định không phát sinh', box: 'text' },
  trueUp: { label: 'Hỏi số chính thức của năm trước bên cạnh số ước đã gửi' },
  opens: { label: 'Ngày dự kiến mở kỳ', hint: 'Ngày/tháng, ví dụ 01/11.', box: 'month-day' },
  'due.before': { label: 'Hạn nộp: trước ngày', hint: 'Ngày/tháng, ví dụ 05/12.', box: 'month-day' },
  'due.sentence': { label: 'Câu nói về hạn nộp', box: 'text' },
  'due.nextYear': { label: 'Hạn nộp ở năm sau năm báo cáo' },
  'due.rolls': { label: 'Ngày cuối là ngày nghỉ thì hạn sang ngày làm việc kế tiếp' },
  'cutOff.day': { label: 'Chốt số liệu đến hết ngày', hint: 'Ngày/tháng, ví dụ 15/11.', box: 'month-day' },
  'cutOff.general': { label: 'Mốc chốt chung theo quy định', hint: 'Ngày/tháng, ví dụ 14/12.', box: 'month-day' },
  'cutOff.note': { label: 'Lời giải thích về ngày chốt', box: 'text' },
}

const ITEMS: Readonly<Record<string, FieldWord>> = {
  title: { label: 'Tên' },
  paper: { label: 'Tên trong văn bản', hint: 'Để trống: như tên trên màn hình.' },
  label: { label: 'Nhãn' },
  noun: { label: 'Cách gọi trong câu', hint: 'Đứng giữa câu của phép kiểm tra, ví dụ: số tiến sĩ.' },
  kind: { label: 'Loại' },
  required: { label: 'Bắt buộc' },
  unit: { label: 'Đơn vị tính' },
  instructions: { label: 'Hướng dẫn', box: 'text' },
  hint: { label: 'Lời gợi ý', box: 'text' },
  max: { label: 'Số ký tự tối đa' },
  evidence: { label: 'Số văn bản minh chứng tối đa của mỗi nhóm' },
  table: { label: 'Biểu' },
  'compute=': { label: 'Cách tính', hint: 'Để trống thì cơ quan nhập số. Chọn cách tính rồi lưu để chọn dòng.' },
  'compute.rows': { label: 'Các dòng cộng lại', box: 'rows' },
  'compute.from': { label: 'Số bị trừ', box: 'row' },
  'compute.less': { label: 'Số trừ', box: 'row' },
  'compute.part': { label: 'Phần', box: 'row' },
  'compute.whole': { label: 'Tổng để chia', box: 'row' },
  'source=': { label: 'Nguồn số liệu', hint: 'Để trống thì cơ quan nhập số. Chọn nguồn rồi lưu để nhập chi tiết.' },
  'source.code': { label: 'Mã số đếm hoặc mã chỉ tiêu' },
  'source.where': { label: 'Điều kiện', box: 'json' },
  'source.part': { label: 'Chỉ lấy một phần khi chia', box: 'json' },
  'left.row': { label: 'Ô bên trái', box: 'row' },
  'left.column': { label: 'Cột của ô bên trái' },
  'right.row': { label: 'Ô bên phải', box: 'row' },
  'right.column': { label: 'Cột của ô bên phải' },
  relation: { label: 'Quan hệ' },
  severity: { label: 'Mức' },
  missing: { label: 'Khi ô trống' },
  points: { label: 'Số năm ít nhất để xét' },
  limit: { label: 'Ngưỡng lệch' },
  least: { label: 'Tỷ lệ giống, %', box: 'percent' },
  words: { label: 'Số chữ ít nhất để xét' },
  parts: { label: 'Các phần', box: 'rows' },
  whole: { label: 'Tổng', box: 'row' },
  rows: { label: 'Các dòng', box: 'rows' },
  row: { label: 'Dòng', box: 'row' },
  ref: { label: 'Nhóm hoặc cơ quan', hint: 'Nhóm gồm mọi cơ quan của nhóm ấy trong sổ bộ, kể cả cơ quan lập sau này.' },
  from: { label: 'Từ ngày', box: 'day' },
  to: { label: 'Đến trước ngày', hint: 'Để trống: chưa kết thúc.', box: 'day' },
  act: { label: 'Văn bản giao' },
}

const WORDS: Readonly<Record<string, FieldWord>> = { ...KINDS, ...GENERAL, ...ITEMS }

/** The words of a property by its place: `compute.rows`, else `rows`; a place without words is called by its name. */
export function wordOf(path: string): FieldWord {
  const last = path.split('.').at(-1) ?? path
  const choice = path.replace(/^.*\./, '')
  return WORDS[path] ?? WORDS[choice] ?? WORDS[last] ?? { label: last.replace(/^.*=/, '') }
}
