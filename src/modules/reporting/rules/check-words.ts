/** Phép kiểm tra bằng lời: what a check asks, how hard it is, and what it does where a value is missing. */
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Severity } from '../words.ts'
import { type Regime, type RegimeCheck, type RegimeRow, rowsOf } from './regime.ts'
import { ORIGINS } from './source.ts'

/** Mức của phép kiểm tra, in words of the screen. */
export const SEVERITIES: Readonly<Record<Severity, { readonly label: string; readonly source: string }>> = {
  block: { label: 'Phải sửa', source: 'Chế độ báo cáo: mức kiểm tra' },
  explain: { label: 'Phải giải trình', source: 'Chế độ báo cáo: mức kiểm tra' },
  note: { label: 'Lưu ý', source: 'Chế độ báo cáo: mức kiểm tra' },
}

/** Phép kiểm tra, as a reader of the regime sees it. */
export type CheckWords = {
  readonly kind: string
  readonly sentence: string
  readonly severity: Severity
  /** What happens where a value is missing. */
  readonly missing: string
}

const MISSING = { skip: 'Thiếu số thì không so.', zero: 'Ô trống coi là 0.' } as const

/** A check in words. */
export function checkWords(regime: Regime, check: RegimeCheck): CheckWords {
  const rows = new Map(rowsOf(regime).map((r) => [r.key, r.row]))
  const noun = (key: string): string => rows.get(key)?.noun ?? key
  const nouns = (keys: readonly string[]): string => keys.map(noun).join(', ')
  switch (check.kind) {
    case 'part-of': {
      const parts = check.noun ?? nouns(check.parts)
      const sentence = `${capital(parts)} không lớn hơn ${noun(check.whole)}`
      return {
        kind: 'Trong biểu',
        sentence,
        severity: 'block',
        missing: 'Phần trống coi là 0; tổng trống thì không so.',
      }
    }
    case 'change': {
      const sentence = `Thay đổi quá ${showPercent(regime.changeLimit, 0)} so với năm trước: ${nouns(check.rows)}`
      return {
        kind: 'Với năm trước',
        sentence,
        severity: 'explain',
        missing: 'Không có số năm trước, hoặc số năm trước là 0, thì không so.',
      }
    }
    case 'compare': {
      const relation = check.relation === 'at-most' ? 'không lớn hơn' : 'bằng'
      const sentence = `${capital(noun(check.left.row))} ${relation} ${noun(check.right.row)}`
      return { kind: 'Giữa các biểu', sentence, severity: check.severity, missing: MISSING[check.missing] }
    }
    case 'series': {
      const sentence = `Khác hẳn các năm trước (độ lệch bền trên ${showNumber(check.limit)}): ${nouns(check.rows)}`
      const missing = `Dưới ${check.points} năm, hoặc các năm không đổi, thì không xét: chuỗi ngắn làm độ lệch vô nghĩa.`
      return { kind: 'Nhiều năm', sentence, severity: check.severity, missing }
    }
    case 'bodies': {
      const sentence = `Không nhỏ hơn tổng của các đơn vị trực thuộc đã tự báo cáo: ${nouns(check.rows)}`
      return { kind: 'Giữa các cơ quan', sentence, severity: check.severity, missing: MISSING[check.missing] }
    }
    case 'counted': {
      const least = regime.register ? showPercent(regime.register.leastShare, 0) : ''
      const sentence = 'Số gõ đúng với số đếm từ hồ sơ, chỉ tiêu; tổng số người không ít hơn số người có hồ sơ'
      const missing = `Hồ sơ có dưới ${least} số người, hoặc số đếm là một khoảng, thì chỉ so với số chắc chắn có.`
      return { kind: 'Với hồ sơ', sentence, severity: check.severity, missing }
    }
    case 'copied': {
      const sentence = `Lời văn giống từ ${showPercent(check.least, 0)} báo cáo năm trước sau khi bỏ ngày và số`
      return { kind: 'Lời văn', sentence, severity: check.severity, missing: `Dưới ${check.words} chữ thì không xét.` }
    }
  }
}

const capital = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

const PARTS = { sector: 'lĩnh vực', degree: 'trình độ bậc', sex: 'giới tính', age: 'độ tuổi' } as const

/** Nguồn của một dòng, in words: "đếm từ hồ sơ (nguoi.dem; trình độ bậc: 8)". */
export function sourceWords(row: RegimeRow): string {
  const { source } = row
  if (source === undefined) return ORIGINS['go-tay'].label
  if (source.from === 'last-year') return ORIGINS['nam-truoc'].label
  if (source.from === 'indicator') return `${ORIGINS['chi-tieu'].label} ${source.code}`
  const conditions = [
    ...Object.entries(source.where).map(([name, values]) => `${name}: ${values.join(', ')}`),
    ...(source.part === undefined ? [] : [`${PARTS[source.part.by]}: ${source.part.keys.join(', ')}`]),
  ]
  return `${ORIGINS.dem.label} (${[source.code, ...conditions].join('; ')})`
}
