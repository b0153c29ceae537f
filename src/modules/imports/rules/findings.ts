/**
 * Điều thấy trong tệp: every finding has a stable code, how grave it is, one sentence that names what is in the cell, and how
 * it is mended. The sheet and the cell stand in front of the sentence. Values of sensitive columns are never repeated; a number that
 * names or reaches a person is told by its last three digits, wherever it stands.
 */
import { maskDigits, maskLongNumbers } from '../../../kernel/mask.ts'
import { cellName } from './sheet.ts'

/** Giữ lại của một lượt chạy at most; the counts are of everything. */
export const MOST_KEPT = { findings: 20_000, rows: 5000 } as const

/** Mức của một điều thấy. `error`: the row is not written; `warning`: the cell is not taken, or taken with a doubt; `info`: read otherwise than written. */
export type Severity = 'error' | 'warning' | 'info'

/** Mức của một điều thấy, in words of the screen. */
export const SEVERITIES: Readonly<Record<Severity, { label: string; source: string }>> = {
  error: { label: 'Lỗi: dòng không được ghi', source: 'Thiết kế hệ thống' },
  warning: { label: 'Cảnh báo: dòng được ghi, ô cần xem lại', source: 'Thiết kế hệ thống' },
  info: { label: 'Thông tin: hệ thống đã hiểu khác cách ghi', source: 'Thiết kế hệ thống' },
}

/** Cách sửa: where the officer goes. `file` = in the file; the others have a control of their own on the page. */
export type Fix = 'file' | 'century' | 'order' | 'values' | 'decide' | 'none'

type Kind = {
  readonly severity: Severity
  readonly fix: Fix
  readonly say: (shown: string, more: string) => string
  readonly group: string
}

const kind = (severity: Severity, fix: Fix, group: string, say: Kind['say']): Kind => ({ severity, fix, group, say })

/** Bảng các điều thấy. */
export const KINDS = {
  'name.empty': kind('error', 'file', 'thiếu họ tên', () => 'thiếu họ và tên. Nhập họ và tên trong tệp'),
  'name.digits': kind('error', 'file', 'họ tên có chữ số', (s) => `'${s}' có chữ số, không phải họ tên. Sửa trong tệp`),
  'name.markup': kind(
    'error',
    'file',
    'họ tên có ký hiệu',
    (s) => `'${s}' có ký hiệu không dùng trong họ tên. Sửa trong tệp`,
  ),
  'name.letters': kind(
    'error',
    'file',
    'họ tên có ký hiệu',
    (s) => `'${s}' có ký hiệu không dùng trong họ tên. Sửa trong tệp`,
  ),
  'name.long': kind('error', 'file', 'họ tên quá dài', () => 'họ tên dài quá 100 ký tự. Sửa trong tệp'),
  'name.titles': kind('info', 'none', 'danh xưng tách khỏi họ tên', (s, m) => `'${s}': tách ${m} khỏi họ tên`),
  'name.note': kind(
    'info',
    'none',
    'chú thích tách khỏi họ tên',
    (s, m) => `'${s}': phần trong ngoặc '${m}' không thuộc họ tên`,
  ),
  'birth.missing': kind(
    'warning',
    'file',
    'thiếu ngày sinh',
    () => 'thiếu ngày sinh: khó nhận ra người trùng. Bổ sung trong tệp',
  ),
  'day.no-day': kind(
    'warning',
    'file',
    'không phải ngày',
    (s) => `'${s}' không phải là ngày. Sửa trong bảng này hoặc trong tệp`,
  ),
  'day.no-such-day': kind(
    'warning',
    'file',
    'ngày không có thật',
    (s) => `'${s}' không phải là ngày. Sửa trong bảng này hoặc trong tệp`,
  ),
  'day.two-digit-year': kind(
    'warning',
    'century',
    'năm 2 chữ số',
    (s) => `'${s}' ghi năm hai chữ số. Chọn thế kỷ cho cả cột`,
  ),
  'day.order': kind(
    'warning',
    'order',
    'tháng lớn hơn 12',
    (s) => `'${s}' có tháng lớn hơn 12. Chọn lại thứ tự ngày, tháng của cột hoặc sửa trong tệp`,
  ),
  'day.future': kind('warning', 'file', 'ngày ở tương lai', (s) => `'${s}' là ngày chưa tới. Sửa trong tệp`),
  'day.too-old': kind('warning', 'file', 'ngày trước năm 1900', (s) => `'${s}' là ngày trước năm 1900. Sửa trong tệp`),
  'birth.no-day': kind(
    'error',
    'file',
    'ngày sinh không phải ngày',
    (s) => `'${s}' không phải là ngày. Sửa trong bảng này hoặc trong tệp`,
  ),
  'birth.no-such-day': kind(
    'error',
    'file',
    'ngày sinh không có thật',
    (s) => `'${s}' không phải là ngày. Sửa trong bảng này hoặc trong tệp`,
  ),
  'birth.two-digit-year': kind(
    'error',
    'century',
    'năm 2 chữ số',
    (s) => `'${s}' ghi năm hai chữ số. Chọn thế kỷ cho cả cột`,
  ),
  'birth.order': kind(
    'error',
    'order',
    'tháng lớn hơn 12',
    (s) => `'${s}' có tháng lớn hơn 12. Chọn lại thứ tự ngày, tháng của cột hoặc sửa trong tệp`,
  ),
  'birth.future': kind('error', 'file', 'ngày sinh ở tương lai', (s) => `'${s}' là ngày chưa tới. Sửa trong tệp`),
  'birth.too-old': kind(
    'error',
    'file',
    'ngày sinh trước năm 1900',
    (s) => `'${s}' là ngày trước năm 1900. Sửa trong tệp`,
  ),
  'birth.young': kind('error', 'file', 'chưa đủ 18 tuổi', (s) => `'${s}': người này chưa đủ 18 tuổi. Sửa trong tệp`),
  'sex.unknown': kind('warning', 'file', 'giới tính không rõ', (s) => `'${s}' không phải giới tính. Ghi Nam hoặc Nữ`),
  'sex.both': kind(
    'warning',
    'file',
    'đánh dấu cả nam và nữ',
    () => 'cả cột Nam và cột Nữ đều có giá trị. Bỏ một trong hai',
  ),
  'cccd.scientific': kind(
    'error',
    'file',
    'số định danh mất chữ số',
    () =>
      'ghi dạng rút gọn (E+), đã mất các chữ số cuối của số định danh. Định dạng cột là chữ rồi nhập lại đủ 12 chữ số',
  ),
  'cccd.length': kind(
    'error',
    'file',
    'số định danh sai độ dài',
    (s, m) => `số định danh cá nhân phải có 12 chữ số, hiện có ${m} ('${s}'). Sửa trong tệp`,
  ),
  'cccd.letters': kind(
    'error',
    'file',
    'số định danh có chữ cái',
    (s) => `'${s}' không phải số định danh cá nhân. Sửa trong tệp`,
  ),
  'cccd.wrong': kind('error', 'file', 'số định danh sai cấu trúc', (_, m) => `${m}. Sửa trong tệp`),
  'cccd.padded': kind(
    'warning',
    'none',
    'số định danh mất số 0 đầu',
    (s) => `'${s}' mất số 0 đầu, đã thêm cho đủ 12 chữ số (nơi đăng ký, giới tính và năm sinh đều khớp)`,
  ),
  'cccd.not-padded': kind(
    'error',
    'file',
    'số định danh mất số 0 đầu',
    (s) => `'${s}' thiếu chữ số; có thể mất số 0 đầu nhưng giới tính hoặc năm sinh không khớp. Nhập đủ 12 chữ số`,
  ),
  'cccd.differs': kind(
    'warning',
    'none',
    'số định danh khác giới tính, năm sinh',
    (_, m) => `${m}. Số vẫn được ghi; kiểm tra lại`,
  ),
  'cccd.cmnd': kind('info', 'none', 'CMND 9 số trong cột số định danh', () => 'số có 9 chữ số được ghi là CMND cũ'),
  'cccd.twice': kind(
    'error',
    'file',
    'số định danh trùng trong tệp',
    (_, m) => `số định danh trùng với dòng ${m}. Một trong hai dòng sai số, hoặc cùng một người ghi hai lần`,
  ),
  'cccd.elsewhere': kind(
    'error',
    'none',
    'người của cơ quan khác',
    () => 'số định danh này đã có ở hồ sơ do cơ quan khác quản lý. Đề nghị Sở Nội vụ chuyển hồ sơ rồi nhập lại',
  ),
  'phone.wrong': kind(
    'warning',
    'file',
    'số điện thoại sai',
    (s) => `'${s}' không phải số điện thoại; ô này không được nhập`,
  ),
  'phone.scientific': kind(
    'warning',
    'file',
    'số điện thoại mất chữ số',
    () => 'ghi dạng rút gọn (E+), đã mất các chữ số cuối; ô này không được nhập',
  ),
  'email.wrong': kind(
    'warning',
    'file',
    'thư điện tử sai',
    (s) => `'${s}' không phải địa chỉ thư điện tử; ô này không được nhập`,
  ),
  'appraisal.no-year': kind(
    'warning',
    'file',
    'xếp loại không có năm',
    () => 'xếp loại không kèm năm; ô này không được nhập. Nhập năm ở cột năm đánh giá',
  ),
  'number.wrong': kind(
    'warning',
    'file',
    'không phải số',
    (s) => `'${s}' không phải một con số; ô này không được nhập`,
  ),
  'year.wrong': kind('warning', 'file', 'không phải năm', (s) => `'${s}' không phải một năm; ô này không được nhập`),
  'flag.wrong': kind(
    'warning',
    'file',
    'đánh dấu không rõ',
    (s) => `'${s}' không rõ là có hay không; ô này không được nhập`,
  ),
  'code.unknown': kind(
    'warning',
    'values',
    'cách ghi chưa nhận ra',
    (s, m) => `'${s}' chưa nhận ra là ${m} nào. Ghép cách ghi này với danh mục`,
  ),
  'unit.unknown': kind(
    'warning',
    'values',
    'đơn vị chưa nhận ra',
    (s) => `'${s}' chưa nhận ra là đơn vị nào; tạm ghi là bộ phận của cơ quan gửi tệp`,
  ),
  'unit.ambiguous': kind(
    'warning',
    'values',
    'nhiều đơn vị cùng tên',
    (s, m) => `'${s}' có thể là ${m}. Chọn một đơn vị`,
  ),
  'unit.ended': kind('info', 'none', 'đơn vị đã kết thúc', (s, m) => `'${s}' đã kết thúc, hiểu là ${m}`),
  'unit.outside': kind(
    'error',
    'file',
    'người của đơn vị khác',
    (s, m) => `'${s}' không thuộc ${m}. Dòng này không được ghi; gửi cho cơ quan quản lý hoặc Sở Nội vụ`,
  ),
  'place.unknown': kind(
    'info',
    'values',
    'xã, phường chưa nhận ra',
    (s) => `'${s}' chưa nhận ra là xã, phường nào; giữ nguyên chữ`,
  ),
  'place.ambiguous': kind(
    'warning',
    'values',
    'nhiều xã, phường cùng tên',
    (s, m) => `'${s}' có thể là ${m}. Chọn một nơi`,
  ),
  'place.old': kind('info', 'none', 'xã, phường cũ', (s, m) => `'${s}' là tên cũ, nay thuộc ${m}`),
  'cell.error': kind(
    'warning',
    'file',
    'công thức báo lỗi',
    (s) => `công thức báo lỗi ${s}; ô này không được nhập. Sửa công thức trong tệp`,
  ),
  'cell.error-name': kind(
    'error',
    'file',
    'công thức báo lỗi',
    (s) => `công thức báo lỗi ${s}. Sửa công thức trong tệp`,
  ),
  'cell.long': kind('warning', 'file', 'chữ quá dài', (_, m) => `nội dung dài quá ${m} ký tự; ô này không được nhập`),
  'award.class': kind(
    'warning',
    'file',
    'khen thưởng chưa rõ loại',
    (s) => `'${s}' chưa rõ là danh hiệu thi đua, hình thức khen thưởng hay giải thưởng; ô này không được nhập`,
  ),
  'row.duplicate': kind(
    'warning',
    'decide',
    'có thể đã có trong hệ thống',
    (_, m) => `có thể là ${m}. Quyết định là một người hay hai người`,
  ),
  'row.conflict': kind(
    'error',
    'decide',
    'số giấy tờ và họ tên mâu thuẫn',
    (_, m) => `số giấy tờ trùng với ${m} nhưng họ tên, ngày sinh khác. Một trong hai số đã ghi sai`,
  ),
  'row.twice': kind(
    'warning',
    'decide',
    'hai dòng có thể là một người',
    (_, m) => `có thể cùng một người với dòng ${m}. Quyết định là một người hay hai người`,
  ),
} as const satisfies Record<string, Kind>

/** Mã của một điều thấy. */
export type FindingCode = keyof typeof KINDS

/** Điều thấy ở một ô. `column` null = the whole row. */
export type RowFinding = {
  readonly row: number
  readonly column: number | null
  readonly code: FindingCode
  readonly severity: Severity
  /** Without sheet and cell in front. */
  readonly message: string
}

const SHORT = 60
/** Cells that hold a number of somebody, whatever else stands in them. */
const NUMBERS = /^(?:cccd|phone)\./

const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text)

/** A finding about a cell; `shown` = what stands in it ('' when it must not be repeated). No long number is repeated whole. */
export function finding(row: number, column: number | null, code: FindingCode, shown = '', more = ''): RowFinding {
  const { severity, say }: Kind = KINDS[code]
  const hidden = NUMBERS.test(code) ? maskDigits(shown) : maskLongNumbers(shown)
  const said = maskLongNumbers(say(shortened(hidden), more))
  return { row, column, code, severity, message: shown === '' ? said.replace("''", 'nội dung ô này') : said }
}

/** "Trang 'DS', ô D42: '31/02/1980' không phải là ngày. …", one sentence with its full stop. */
export function tellFinding(sheet: string, f: Pick<RowFinding, 'row' | 'column' | 'message'>): string {
  const where = f.column === null ? `dòng ${f.row}` : `ô ${cellName(f.row, f.column)}`
  return `Trang '${sheet}', ${where}: ${f.message}.`
}

/** "212 ô: năm 2 chữ số": the heading of all findings that are mended in one way. */
export const tellGroup = (code: FindingCode, count: string): string => `${count} ô: ${KINDS[code].group}`

/** Whether a text is the code of a finding. */
export const isFindingCode = (text: string): text is FindingCode => text in KINDS
