/** Chỉ tiêu đo gì: the metric, the denominator and the unit in the words around a figure. */
import type { Figure } from './figures.ts'
import type { Shape } from './phrase.ts'

/** Words in front of a metric that are no part of it. */
const INTRO =
  /^(?:(?:theo kế hoạch|trong đó|cụ thể|ph[aấầâ]n đ[aấâầ]u|đồng thời|tiến tới|bảo đảm|đảm bảo|có|đạt|đến|tới|hết|cuối|từ năm \d{4} trở đi|năm \d{4}|20\d\d|nâng(?! cao| cấp)|duy trì|tăng(?! cường| trưởng| thêm)|giảm(?! nghèo)|thu hút được|tiếp tục|giữ vững|ổn định)(?=[\s,:]|$)[\s,:]*)+/iu
const VERB_END =
  /[\s,]*(?:(?:đạt|(?<!trở\s+)lên|là|chiếm|còn|xuống|có|bằng|ở mức|tỷ lệ|tỉ lệ|được|thêm|tối thiểu|ít nhất)[\s,]*)+$/iu
/** A year after the figure is its limit, not what is measured. */
const YEAR_TAIL = /[\s,]*(?:vào|đến|tới|trong)?\s*(?:hết\s+|cuối\s+)?năm\s+\d{4}[.;:,\s]*$/iu
const COMPARED_TAIL = /[\s,]*so\s+với\s+(?:cuối\s+)?(?:năm|giai\s+đoạn|cùng\s+kỳ)[^,;]{0,40}$/iu
/** "Năm 2030" before the figure is its limit too. */
const YEAR_HEAD = /^(?:và\s+|riêng\s+)?(?:(?:đến|tới|vào|trong)\s+)?(?:hết\s+|cuối\s+)?năm\s+\d{4}[\s,:]*$/iu
/** "Trước ngày 30 tháng 6 năm 2027" after the figure. */
const DAY_TAIL =
  /[\s,]*(?:trước|đến|hết|chậm\s+nhất)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}(?:\/\d{1,2}\/\d{4}|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)[.;,\s]*$/iu
/** A duty before the goal it serves: "Tăng cường tuyên truyền, phấn đấu 100% hộ dân …". */
const DUTY_LEAD = /^.*[\s,;](?:ph[aấầâ]n đ[aấâầ]u|bảo đảm|đảm bảo)\s+(?=\S)/iu
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
const PRESENT_LEAD =
  /^.*?(?:(?<!(?:thực|biểu|phát|xuất|thể) )hiện(?: nay)? (?:có|đạt|là)|đến nay (?:có|đạt)|đã (?:đạt|có)) [^,;]*[,;]\s*/iu

/** The level it starts from: "từ 25% lên 40%". */
const FROM_LEVEL = /\s+từ\s+(?:mức\s+)?\d\S*(?:\s+[\p{L}/.\d]+){0,8}(?:\s+\(?(?:vào\s+)?năm\s+\d{4}\)?)?$/iu

/** How the name of an indicator begins. */
const HEAD =
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|số|tổng|mức|chỉ số|chỉ tiêu|diện tích|sản lượng|thời gian|tốc độ|quy mô|doanh thu|năng suất|thu nhập|kim ngạch|giá trị|công suất|giảm|tăng|nâng)(?=\s)/iu

/** Whether words name an indicator by themselves: "tỷ lệ …", "số …". */
export const isIndicator = (text: string): boolean => HEAD.test(text)

/** A head that goes on after the share: "Cấp nước sạch cho 95% hộ dân", "Cử 100% công chức". */
const OPEN_HEAD = /(?:^\S+(?:\s+\S+){0,2}|\s(?:cho|tại|đối với|đến|với|trên))$/iu

/** Words of a goal that name no indicator: "Phấn đấu đến năm 2030". */
const bareWords = (text: string): string => text.trim().replace(INTRO, '').trim()

/** What a head before a colon measures: "Tỷ lệ số hóa hồ sơ: cấp tỉnh 95%"; null when the head is no indicator or has a figure. */
export function stemOf(text: string): string | null {
  const head = /^([^:;.]{3,160}):/u.exec(text)?.[1]
  const name = head === undefined ? '' : bareWords(head.replace(/^(?:chỉ tiêu|mục tiêu)\s+\d{1,2}\s*/iu, ''))
  return HEAD.test(name) && !/\d\s*%/u.test(name) ? tidy(name) : null
}

const tailOf = (text: string, figure: Figure): string =>
  text
    .slice(figure.end)
    .replace(COMPARED_TAIL, '')
    .replace(DAY_TAIL, '')
    .replace(YEAR_TAIL, '')
    .replace(/[.;:,\s]+$/u, '')
    .trim()

/** A further milestone of the clause before: nothing but the figure and its year ("60% vào năm 2030", "40% (năm 2030)"). */
export function isBare(text: string, figure: Figure): boolean {
  const head = bareWords(text.slice(0, figure.start).replace(/:\s*$/u, '')).replace(VERB_END, '').replace(YEAR_HEAD, '')
  return head.length < 3 && tailOf(text, figure).replace(/^\(.{0,40}\)$/u, '').length < 3
}

/** Chỉ tiêu đo gì: the words around the figure that say what is measured; `stem` is what the head above it measures. */
export function metricOf(text: string, figure: Figure, stem: string | null = null): string | null {
  const before = text.slice(0, figure.start).replace(PRESENT_LEAD, '')
  const colon = before.lastIndexOf(':')
  const named = before.slice(colon + 1).replace(DUTY_LEAD, '')
  const own = colon < 0 ? '' : bareWords(before.slice(0, colon))
  const over = HEAD.test(own) ? own : stem
  const head = bareWords(named).replace(VERB_END, '').replace(FROM_LEVEL, '').trim()
  const tail = tailOf(text, figure)
  const share = figure.unit.startsWith('%')
  if (over !== null && !HEAD.test(head) && head.split(' ').length < 8) return tidy(`${over} ${head || tail}`)
  const says = head.length >= 3 && !/^(?:tỷ lệ|tỉ lệ|từ|khoảng|trên)$/iu.test(head)
  // A verb alone before a count ("Thu hút 30 người có …") says only half.
  if (says && !share && head.split(' ').length < 4 && tail !== '') return tidy(`${head} ${figure.unit} ${tail}`)
  const ended = VERB_END.test(bareWords(named))
  if (says && share && !ended && tail.length >= 3 && !HEAD.test(head) && OPEN_HEAD.test(head))
    return tidy(`${head} ${tail}`)
  if (says) return tidy(head)
  if (tail.length < 3) return share || figure.unit === '' ? null : `số ${figure.unit}`
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

/** Whom a ranking places. */
const PLACES = /^(?:địa phương|vị trí|bậc|tỉnh|thành phố|huyện|xã|phường|sở|ngành|đơn vị|cơ quan|nước|quốc gia)/iu

/** The base of a rate in words: "trên một vạn dân" is as good as "/10.000 dân". */
const baseIn = (words: string): string =>
  /vạn/iu.test(words) ? '10.000 dân' : words.replace(/^1\s+(?=\d)/u, '').trim()

/**
 * The unit of a figure with the base of its rate, which may stand after it ("12 người trên một vạn dân") or in the
 * metric ("số bác sỹ/10.000 dân đạt 19 bác sỹ"). A place in a ranking is counted in "hạng". Empty for an index.
 */
export function unitOf(text: string, figure: Figure): string {
  const { unit } = figure
  if (figure.measure === 'rank' && (unit === '' || figure.unitGuessed || PLACES.test(unit))) return 'hạng'
  if (unit === '' || unit.includes('/') || unit.startsWith('%') || unit.startsWith('‰')) return unit
  const after = /^(?:\s+\p{L}+){0,6}?\s+trên\s+((?:một|1)?\s*(?:vạn|[\d.]{4,})\s+(?:người\s+)?dân)/iu.exec(
    text.slice(figure.end),
  )?.[1]
  if (after) return `${unit}/${baseIn(after)}`
  const base = /(\/|trên)\s*((?:(?:1|một)\s+)?(?:vạn|[\d.]+)\s+(?:người\s+)?dân)/iu.exec(text.slice(0, figure.start))
  if (!base) return unit
  return `${unit}/${base[1] === '/' ? base[2]?.trim() : baseIn(base[2] ?? '')}`
}
