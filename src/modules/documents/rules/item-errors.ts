/** Lỗi của từng ô khi sửa một mục: one sentence for each field that cannot be read. A field left as it was read is never wrong. */
import { parseDay } from '../../../kernel/day.ts'
import { parseNumber } from '../../../kernel/number.ts'
import { squeeze } from '../../../kernel/text.ts'
import { readDue } from './due.ts'
import { COMPARATORS, type Edits, PERIOD_LABELS, readReportDue } from './item-values.ts'

type Errors = Record<string, string>

/** What each kind of item is called in "Nhập …". */
const TEXT_MISSING: Readonly<Record<string, string>> = {
  reference: 'Nhập loại văn bản, ví dụ Nghị quyết',
  head: 'Nhập tên gọi của văn bản',
  recipient: 'Nhập tên nơi nhận',
}

/** The wrong fields of an item of `kind`; `before` = its fields as they stand. */
export function fieldErrors(kind: string, e: Edits, before: Edits): Errors {
  const errors: Errors = {}
  // A document may lack its signer; everything else has words.
  if (kind !== 'signer' && e.text !== undefined && squeeze(e.text) === '')
    errors.text = TEXT_MISSING[kind] ?? 'Nhập nội dung của mục'
  const changed: Edits = Object.fromEntries(
    Object.entries(e).filter(([name, value]) => squeezed(value) !== squeezed(before[name])),
  )
  if (kind === 'task' && readDue(changed.due ?? '') === false) {
    errors.due = 'Thời hạn phải là ngày có thật, quý, năm, "hằng năm" hoặc "thường xuyên"'
  }
  if (kind === 'goal')
    return { ...errors, ...(FIGURE.some((name) => name in changed) ? goalErrors({ ...before, ...e }) : {}) }
  if (kind === 'reference') return { ...errors, ...referenceErrors(e) }
  return kind === 'report' ? { ...errors, ...reportErrors(changed) } : errors
}

/** A figure is judged as a whole, and only when some of it was changed. */
const FIGURE = ['comparator', 'value', 'valueHigh', 'by'] as const

const squeezed = (text: string | undefined): string => squeeze(text ?? '')

function goalErrors(e: Edits): Errors {
  const errors: Errors = {}
  const low = parseNumber(e.value ?? '')
  const high = parseNumber(e.valueHigh ?? '')
  if ((e.value ?? '') !== '' && low === null) errors.value = 'Giá trị phải là một số, ví dụ 85.000 hoặc 4,3'
  if ((e.valueHigh ?? '') !== '' && high === null) errors.valueHigh = 'Giá trị trên phải là một số, ví dụ 20'
  if (e.comparator === 'range' && low !== null && (high === null || high <= low)) {
    errors.valueHigh = `Giá trị trên phải lớn hơn giá trị dưới (${e.value})`
  }
  if (low !== null && (e.comparator ?? '') === '') errors.comparator = 'Chọn cách so sánh với giá trị'
  if (e.comparator !== undefined && e.comparator !== '' && !(e.comparator in COMPARATORS)) {
    errors.comparator = 'Chọn cách so sánh trong danh sách'
  }
  if ((e.by ?? '') !== '' && !/^20\d{2}$/.test(e.by ?? '')) errors.by = 'Năm phải gồm bốn chữ số, ví dụ 2030'
  return errors
}

function referenceErrors(e: Edits): Errors {
  const errors: Errors = {}
  if (e.number !== undefined && squeeze(e.number) === '') errors.number = 'Nhập số, ký hiệu của văn bản được dẫn'
  if ((e.date ?? '').trim() !== '' && parseDay(e.date ?? '') === null) {
    errors.date = 'Ngày của văn bản phải là ngày có thật, ví dụ 24/11/2023'
  }
  return errors
}

function reportErrors(changed: Edits): Errors {
  const errors: Errors = {}
  if (readReportDue(changed.due ?? '') === false) {
    errors.due = 'Hạn báo cáo gồm ngày và tháng, ví dụ 05/12; hoặc ngày trong tháng, ví dụ ngày 20'
  }
  if ((changed.period ?? '') !== '' && !((changed.period ?? '') in PERIOD_LABELS)) {
    errors.period = 'Chọn kỳ báo cáo trong danh sách'
  }
  return errors
}
