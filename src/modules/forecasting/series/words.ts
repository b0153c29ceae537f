/** Lời của dự báo chuỗi: labels and reasons an official reads. */
import type { SeriesKind } from './input.ts'

/** Nói kèm các năm xa. */
export const SCENARIO = 'từ năm thứ 11 trở đi là kịch bản, không phải dự báo'

/** Nói khi thay đổi cuối cùng khác thường. */
export const BREAK = 'thay đổi năm cuối khác hẳn các năm trước: xem lại số liệu hoặc cách tính trước khi dùng'

/** Nothing to stand on. */
export const NO_VALUES = 'Không có số liệu năm nào: các dòng chỉ giữ chỗ, không dùng để lập kế hoạch.'

/** A series that never changed. */
export const FLAT = 'Chuỗi không đổi qua các năm: giữ số cuối, khoảng theo mức thay đổi thường gặp của các chuỗi khác.'

/** Beyond what was learnt. */
export const TOO_FAR = 'Sau năm thứ 21 không có dữ liệu để kiểm: khoảng chỉ kéo dài theo đà đã học.'

/** Fewer than five points. */
export const tooFew = (known: number): string =>
  `Mới có ${known} năm số liệu, cần ít nhất 5: giữ số cuối với khoảng chung của các chuỗi khác.`

/** Years without figures. */
export function gapsIn(years: readonly number[], lag: number): string {
  const inside =
    years.length > 0 ? `Thiếu số liệu ${years.length} năm (${listOf(years)}): nối thẳng giữa hai năm có số.` : ''
  const after = lag > 0 ? `${lag} năm cuối chưa có số liệu: khoảng tính từ năm có số gần nhất.` : ''
  return [inside, after].filter(Boolean).join(' ')
}

/** Values that cannot be. */
export function impossibleIn(kind: SeriesKind, list: readonly { year: number; value: number }[]): string[] {
  if (list.length === 0) return []
  const told = list
    .slice(0, 3)
    .map((i) => `${i.value} (năm ${i.year})`)
    .join(', ')
  const bound =
    kind === 'percent' ? 'tỷ lệ phải từ 0 đến 100' : kind === 'other' ? 'phải là số hữu hạn' : 'số đếm không âm'
  return [`Có giá trị không thể có: ${told}; ${bound}. Sửa số liệu rồi dự báo lại.`]
}

const listOf = (years: readonly number[]): string =>
  years.length > 5 ? `${years.slice(0, 5).join(', ')}…` : years.join(', ')
