/**
 * Năm phải đạt: by when a goal is to be reached. A year also stands beside a figure of the past ("năm 2025: 79,4%", "so
 * với giai đoạn 2015 - 2018"); such stretches are blanked before any year is read as a limit.
 */
import { everyMatch, phrase, type Shape } from './phrase.ts'
import { ON_TO, START_UNIT } from './units.ts'

/** Năm không phải hạn: stretches whose years tell of the past, of a start, or of the day of an act. */
export const PAST_YEARS: readonly Shape[] = [
  {
    id: 'compared',
    pattern: phrase(
      'so với [^,;.()\\d]{0,60}(?:năm|giai đoạn|nhiệm kỳ|cùng kỳ|tháng \\d{1,2}/)\\s*\\d{4}(?:\\s*[-–—]\\s*\\d{4})?',
      'giu',
    ),
    example: 'Giảm mức tiêu hao so với giai đoạn 2015 - 2018',
  },
  {
    id: 'told-in-brackets',
    pattern:
      /\([^()\d]{0,40}(?:năm|giai\s+đoạn|tháng\s+\d{1,2}\/|ngày\s+\d{1,2}\/\d{1,2}\/)\s*\d{4}(?:\s*[-–—]\s*\d{4}|(?!\s*[-–—]\s*\d))[^()\d]{1,80}\d[^()]{0,300}\)/giu,
    example: 'đạt tối thiểu 85% (năm 2025: 79,4%)',
  },
  {
    id: 'told-year-last',
    pattern:
      /\([^()]{0,80}\d[\d.,]*\s*(?:%|‰|\p{Ll}+)[^()\d]{0,40}(?:năm|giai\s+đoạn)\s+\d{4}(?:\s*[-–—]\s*\d{4})?\s*\)/giu,
    example: 'đạt 85% (tăng 5,6% so với mức thực hiện năm 2025)',
  },
  {
    id: 'times',
    pattern: phrase(
      '\\d[\\d.,]* lần (?:(?:của |so với )?(?:cuối )?(?:năm|giai đoạn)) \\d{4}(?:\\s*[-–—]\\s*\\d{4})?',
      'giu',
    ),
    example: 'Quy mô kinh tế gấp 1,8 lần năm 2025',
  },
  {
    id: 'since',
    pattern: phrase(
      '(?:kể từ|bắt đầu từ|từ) (?:đầu |cuối )?(?:năm|giai đoạn) \\d{4}(?!\\s*[-–—]\\s*\\d|\\s+trở đi)',
      'giu',
    ),
    example: 'từ năm 2026 thực hiện trên toàn tỉnh',
  },
  {
    id: 'act-day',
    pattern:
      /(?<!(?:trước|đến|hết|chậm nhất|nhất là)\s+)ngày\s+\d{1,2}\s*(?:tháng\s+\d{1,2}\s+năm\s+|\/\d{1,2}\/)\d{4}/giu,
    example: 'Nghị quyết của Quốc hội ngày 18 tháng 11 năm 2019',
  },
  {
    id: 'start-level',
    pattern: new RegExp(
      `từ\\s+(?:mức\\s+)?\\d[\\d.,]*${START_UNIT}\\s*\\(?(?:(?:của|vào)\\s+)?(?:(?:cuối|đầu)\\s+)?năm\\s+\\d{4}\\)?${ON_TO}`,
      'giu',
    ),
    example: 'tăng từ 25% năm 2024 lên 40%',
  },
  {
    id: 'done',
    pattern: phrase('(?:thực hiện|kết quả|hiện trạng|số liệu|đã đạt|mức) (?:của )?năm \\d{4}', 'giu'),
    example: 'cao hơn thực hiện năm 2025',
  },
]

/** Năm phải đạt: how a clause or a heading says by when. Group 1 is the year. Tried in this order. */
export const YEAR_FORMS: readonly Shape[] = [
  {
    id: 'T14',
    pattern: phrase('(?:đến|tới|trước)(?: hết| cuối)? năm (\\d{4})'),
    example: 'Đến hết năm 2030, có ít nhất 5 đề tài',
  },
  { id: 'T15', pattern: phrase('(?:vào|trong)(?: cuối)? năm (\\d{4})'), example: 'đạt 60% vào năm 2030' },
  {
    id: 'D6',
    pattern: phrase('(?:giai đoạn|nhiệm kỳ|thời kỳ) \\d{4}\\s*[-–—]\\s*(\\d{4})'),
    example: 'Mục tiêu giai đoạn 2021 - 2025',
  },
  {
    id: 'T14d',
    pattern: /(?:^|\s)(?:đến|tới|vào)\s+(20[2-9]\d)(?=\s*(?:[,;:.)]|$)|\s+(?:có|đạt|phấn|tỷ|tỉ|100\s*%))/iu,
    example: 'Phấn đấu đến 2030 có 100% trạm y tế',
  },
  {
    id: 'school-year',
    pattern: phrase('năm học \\d{4}\\s*[-–—]\\s*(\\d{4})'),
    example: 'đưa vào hoạt động ngoại khóa từ năm học 2025 - 2026',
  },
  {
    id: 'D1',
    pattern: phrase(
      '(?:trước|đến|hết|chậm nhất)(?: hết)?(?: ngày)? \\d{1,2}(?:/\\d{1,2}/| tháng \\d{1,2} năm )(\\d{4})',
    ),
    example: 'hoàn thành tại 100% bản trước ngày 30 tháng 6 năm 2027',
  },
  {
    id: 'D3',
    pattern: phrase(
      '(?:đến|tới|trong|hết|trước|vào)(?: hết| cuối)? (?:tháng \\d{1,2}|quý (?:[IV]{1,3}|\\d))(?:\\s*[/-]\\s*| năm )(\\d{4})',
    ),
    example: 'hoàn thành trong quý III/2026',
  },
  { id: 'T14b', pattern: phrase('^năm (\\d{4})'), example: 'Năm 2025, đạt 40%' },
  {
    id: 'plain',
    pattern: phrase('(?<!tháng\\s+\\d{1,2}\\s+)năm (\\d{4})(?!\\s*[-–—]\\s*\\d)'),
    example: 'riêng năm 2026 hoàn thành 1.450 căn',
  },
]

/** The text with the stretches of `PAST_YEARS` as blanks; as long as before. */
export function withoutPast(text: string): string {
  let out = text
  for (const { pattern } of PAST_YEARS) {
    for (const m of everyMatch(pattern, text)) {
      out = out.slice(0, m.index) + ' '.repeat(m[0].length) + out.slice(m.index + m[0].length)
    }
  }
  return out
}

/** The year a text names as its limit, or null. */
export function yearIn(text: string): number | null {
  if (!/\d{4}/u.test(text)) return null
  const open = withoutPast(text)
  for (const form of YEAR_FORMS) {
    const year = Number(form.pattern.exec(open)?.[1])
    if (year) return year
  }
  return null
}

/** The year beside a figure: "95% năm 2026", "60% (2027)", "92% vào năm 2028". */
const YEAR_BESIDE =
  /^[^,;.\d]{0,60}?(?:\(\s*(?:(?:vào|trong|đến|tới)\s+)?(?:(?:hết|cuối)\s+)?(?:năm\s+)?|(?:(?:vào|trong|đến|tới|trước)\s+)?(?:(?:hết|cuối)\s+)?năm\s+|(?:vào|đến)\s+)(20\d\d)(?!\s*[-–—]\s*\d)(?!\p{L})/iu

/**
 * The year that limits the figure standing at `[from, to)` of its own clause: the one right after it, else the one
 * before it, else one further on.
 */
export function yearOfFigure(clause: string, from: number, to: number): number | null {
  if (!/\d{4}/u.test(clause)) return null
  const open = withoutPast(clause)
  const beside = Number(YEAR_BESIDE.exec(open.slice(to))?.[1] ?? 0)
  return beside || yearIn(open.slice(0, from)) || yearIn(open.slice(to))
}

/** What a title says after the period itself: "…, định hướng đến năm 2030", "tầm nhìn đến năm 2045". */
const OUTLOOK =
  /[\s,;]*(?:và\s+)?(?:tầm\s+nhìn|(?:những|các)\s+năm\s+tiếp\s+theo|(?:có\s+)?định\s+hướng|hướng\s+tới).*$/isu

/** The year a title names: that of the period, not of the outlook beyond it. */
export const yearOfTitle = (title: string | null): number | null =>
  title === null ? null : (yearIn(title.replace(OUTLOOK, '')) ?? yearIn(title))

/** Năm gốc: "so với năm 2020", "so với giai đoạn 2016 - 2020". */
export const baseYearIn = (text: string): number | null =>
  Number(
    /(?:so\s+với|gấp\s+\d[\d.,]*\s+lần)\s+(?:[^,;.()\d]{0,60}\s)?(?:năm|giai\s+đoạn)\s+(?:\d{4}\s*[-–—]\s*)?(\d{4})/iu.exec(
      text,
    )?.[1] ?? 0,
  ) || null

/** Chỉ tiêu hằng năm: a quota of every year, opening the clause or closing it. */
const EVERY_YEAR = /^[^,;:\d]{0,60}?(?<![\p{L}\p{N}])(?:mỗi|hằng|hàng)\s+năm(?![\p{L}\p{N}])/iu
const EACH_YEAR_AFTER = /^[^,;:\d]{0,60}?(?<![\p{L}\p{N}])mỗi\s+năm(?![\p{L}\p{N}])/iu
/** "Kế hoạch hằng năm", "ngân sách hằng năm", "tỷ lệ hằng năm": the year of something else. */
const YEARLY_THING =
  /(?:kế\s+hoạch|ngân\s+sách|chi|dự\s+toán|tuyển\s+dụng(?:\s+mới)?|định\s+kỳ|tỷ\s+lệ|cây|bình\s+xét|nghèo|tổng\s+\p{L}+)\s+(?:hằng|hàng)\s+năm/iu

/** Whether the clause sets the same figure for every year; `from`, `to` as in `yearOfFigure`. */
export function isYearly(clause: string, from: number, to: number): 'opens' | 'closes' | null {
  const before = clause
    .slice(0, from)
    .replace(/\d{4}(?:\s*[-–—]\s*\d{4})?/gu, '')
    .replace(/^[^,;:]{0,40}?(?:năm|giai đoạn)\s*,\s*/iu, '')
  const near = before.slice(before.lastIndexOf(',') + 1)
  if ((EVERY_YEAR.test(before) || EVERY_YEAR.test(near)) && !YEARLY_THING.test(before)) return 'opens'
  return EACH_YEAR_AFTER.test(clause.slice(to)) ? 'closes' : null
}
