/** Bảng chia thành tệp: rows of values for a CSV, with the parts they come from. */
import type { Day } from '../../../kernel/day.ts'
import { READING_STATES, type Reading, ROW_BASES } from './reading.ts'

type Value = null | string | number | { readonly day: Day }

const HEADER: readonly Value[] = [
  'Mã chỉ tiêu',
  'Ngày',
  'Mã',
  'Mục',
  'Tử số thấp nhất',
  'Tử số cao nhất',
  'Mẫu số thấp nhất',
  'Mẫu số cao nhất',
  'Thấp nhất',
  'Cao nhất',
  'Đơn vị tính',
  'Tình trạng',
  'Căn cứ',
  'Nguồn',
]

/** The header, one line for the whole, one for each row. What is withheld is empty. */
export function splitTable(r: Reading): Value[][] {
  const line = (
    x: { code: string | null; label: string; basis: string; hidden?: boolean } & Pick<
      Reading,
      'low' | 'high' | 'state' | 'parts'
    >,
  ): Value[] => {
    const [top, bottom] = x.parts
    const source = x.parts.map((p) => p.source).join('; ')
    const parts = [top?.low, top?.high, bottom?.low, bottom?.high].map((n) => n ?? null)
    const states = x.hidden ? 'ẩn' : READING_STATES[x.state]
    return [
      r.definition.code,
      { day: r.asOf },
      x.code,
      x.label,
      ...parts,
      x.low,
      x.high,
      r.unit,
      states,
      x.basis,
      source,
    ]
  }
  const whole = { ...r, code: null, label: 'Toàn địa bàn', basis: '', hidden: false }
  return [[...HEADER], line(whole), ...r.rows.map((x) => line({ ...x, basis: ROW_BASES[x.basis] }))]
}
