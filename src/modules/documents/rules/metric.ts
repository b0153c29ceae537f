/** Chỉ tiêu đo gì: the metric, the denominator and the unit in the words around a figure. */
import type { Figure } from './figures.ts'
import type { Shape } from './phrase.ts'

/** Words in front of a metric that are no part of it. */
const INTRO =
  /^(?:(?:theo kế hoạch|trong đó|cụ thể|ph[aấầâ]n đ[aấâầ]u|đồng thời|tiến tới|bảo đảm|đảm bảo|có|đạt|đến|tới|hết|năm \d{4}|nâng|duy trì|tăng|giảm|thu hút được)(?=[\s,:]|$)[\s,:]*)+/iu
const VERB_END =
  /[\s,]*(?:(?:đạt|lên|là|chiếm|còn|xuống|có|bằng|ở mức|tỷ lệ|tỉ lệ|được|thêm|tối thiểu|ít nhất)[\s,]*)+$/iu
/** A year after the figure is its limit, not what is measured. */
const YEAR_TAIL = /[\s,]*(?:vào|đến|tới|trong)?\s*(?:hết\s+|cuối\s+)?năm\s+\d{4}[.;:,\s]*$/iu
/** What a share is taken of. Group 1 is the denominator. */
export const DENOMINATORS: readonly Shape[] = [
  { id: 'compared', pattern: /so\s+với\s+(tổng\s+[^,;.]+)/iu, example: 'từ 20% trở lên so với tổng số tuyển dụng mới' },
  {
    id: 'of-total',
    pattern: /^\s*(?:của\s+|trong\s+|trên\s+)?(tổng\s+(?:dân\s+số|số)[^,;.]*)/iu,
    example: ' tổng dân số của tỉnh',
  },
]

const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[*"“”]/gu, '')
    .trim()

/** Words of the present state before a goal: "Hiện có 28 trạm, phấn đấu đạt 45 trạm". */
const PRESENT_LEAD = /^.*?(?:hiện(?: nay)? (?:có|đạt|là)|đến nay (?:có|đạt)|đã (?:đạt|có)) [^,;]*[,;]\s*/iu

/** The level it starts from: "từ 25% lên 40%". */
const FROM_LEVEL = /\s+từ\s+(?:mức\s+)?\d\S*(?:\s+\(?(?:vào\s+)?năm\s+\d{4}\)?)?$/iu

/** Chỉ tiêu đo gì: the words around the figure that say what is measured. */
export function metricOf(text: string, figure: Figure): string | null {
  const before = text.slice(0, figure.start).replace(PRESENT_LEAD, '')
  const named = before.includes(':') ? before.slice(before.lastIndexOf(':') + 1) : before
  const head = named.trim().replace(INTRO, '').replace(VERB_END, '').replace(FROM_LEVEL, '').trim()
  const tail = text
    .slice(figure.end)
    .replace(YEAR_TAIL, '')
    .replace(/[.;:,\s]+$/u, '')
    .trim()
  const share = figure.unit.startsWith('%')
  const says = head.length >= 3 && !/^(?:tỷ lệ|tỉ lệ|từ|khoảng|trên)$/iu.test(head)
  // A verb alone before a count ("Thu hút 30 người có …") says only half.
  if (says && !share && head.split(' ').length < 4 && tail !== '') return tidy(`${head} ${figure.unit} ${tail}`)
  if (says) return tidy(head)
  if (tail.length < 3) return share ? null : `số ${figure.unit}`
  return tidy(share ? `tỷ lệ ${tail}` : `số ${figure.unit} ${tail}`)
}

/** What the share is taken of, as written after the figure; null when nothing says. */
export function denominatorOf(text: string, figure: Figure): string | null {
  const tail = text.slice(figure.end)
  for (const shape of DENOMINATORS) {
    const m = shape.pattern.exec(tail)
    if (m?.[1]) return m[1].trim()
  }
  return null
}

/** The rate base named in the metric joins the unit: "số bác sỹ/10.000 dân đạt 19 bác sỹ". */
export function unitOf(text: string, figure: Figure): string {
  if (figure.unit.includes('/') || figure.unit.startsWith('%')) return figure.unit
  const base = /(?:\/|trên)\s*((?:1\s+)?(?:vạn|[\d.]+)\s+(?:người\s+)?dân)/iu.exec(text)?.[1]
  return base ? `${figure.unit}/${base}` : figure.unit
}
