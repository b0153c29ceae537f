/**
 * Công văn và tin báo: two forms without a kind line. A letter has a number, "V/v …" and "Kính gửi"; a news item has no
 * head at all, and the marks of a newspaper.
 */
import type { Line } from './lines.ts'
import { anyMarks } from './marks.ts'
import { phrase, type Shape } from './phrase.ts'

/** Dòng của công văn. */
export const LETTER_SHAPES = {
  about: { id: 'V/v', pattern: /(?<![\p{L}/])V\s?[/.]\s?v\s*:?\s+/iu, example: 'V/v triển khai thực hiện Kế hoạch' },
  to: {
    id: 'to',
    pattern: new RegExp(`^\\**\\s*${anyMarks('Kính gửi')}(?!\\p{L})`, 'iu'),
    example: 'Kính gửi: Các sở, ban, ngành',
  },
} as const satisfies Record<string, Shape>

const REACH = 25

/** Where a letter begins to speak: the line "Kính gửi", under a line that says what it is about or carries its number. */
export function letterAt(lines: readonly Line[]): number {
  const to = lines.slice(0, REACH).findIndex((l) => LETTER_SHAPES.to.pattern.test(l.text))
  const head = lines.slice(0, Math.max(0, to))
  const signed = head.some(
    (l) => LETTER_SHAPES.about.pattern.test(l.text) || /(?<!\p{L})S[ốôồổ]\s*:?\s*[\d.…\s]*\//u.test(l.text),
  )
  return signed ? to : -1
}

/** What stands in one cell beside the abstract, and is not of it. */
const BESIDE = new RegExp(
  `[\\t|]| {3,}|(?<=\\S)\\s+(?=(?:\\p{Lu}\\p{L}*\\s){1,4}?\\p{Lu}?\\p{L}*,\\s*${anyMarks('ngày')})`,
  'u',
)

/** Trích yếu of a letter: the words after "V/v", over the lines that go on with them. */
export function abstractOf(head: readonly Line[]): string | null {
  const at = head.findIndex((l) => LETTER_SHAPES.about.pattern.test(l.text))
  const first = head[at]
  if (!first) return null
  const m = LETTER_SHAPES.about.pattern.exec(first.text)
  const words = [first.text.slice((m?.index ?? 0) + (m?.[0].length ?? 0)).split(BESIDE)[0] ?? '']
  for (const line of head.slice(at + 1)) {
    const text = line.text.split(BESIDE)[0] ?? ''
    if (line.blankBefore || !/\p{Ll}/u.test(text) || /,\s*ngày\s|[:]$/u.test(line.text)) break
    words.push(text)
  }
  return (
    words
      .join(' ')
      .replace(/\s+/gu, ' ')
      .replace(/[\s.;*]+$/u, '')
      .trim() || null
  )
}

/** Dấu hiệu của tin báo; two of them make a news item where there is no head of a document. */
export const NEWS_SHAPES: readonly Shape[] = [
  {
    id: 'site',
    pattern:
      /^(?:\(?[\p{L}\d-]{2,24}\.(?:[a-z]{2,8})(?:\.vn)?\)?|\(?(?:TTXVN|BLC|HNM|VOV|VTV|[A-ZĐ]{2,6}(?:&[A-ZĐ]{2,3})?)\)?|\([^)]{2,30}\))\s*[-–—]\s+\p{Lu}/mu,
    example: 'Laocaitv.vn - UBND tỉnh vừa ban hành kế hoạch',
  },
  {
    id: 'stamp',
    pattern:
      /^(?:(?:Thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|Chủ\s+nhật)\s*,?\s*(?:ngày\s+)?)?\d{1,2}[/-]\d{1,2}[/-]\d{4}\s*[|,–-]?\s*\d{1,2}[:hg]\d{2}|^\d{1,2}[:h]\d{2}\s*[|,–-]?\s*\d{1,2}\/\d{1,2}\/\d{4}|GMT\s*\+\s*7|^(?:Thứ\s+\p{L}+|Chủ\s+nhật)\s*,\s*\d{1,2}\/\d{1,2}\/\d{4}/imu,
    example: 'Thứ sáu, 17/10/2025 | 08:15 GMT+7',
  },
  {
    id: 'just-issued',
    pattern: phrase('vừa (?:ban hành|có|ký|phê duyệt|thông qua|tổ chức)|mới đây'),
    example: 'UBND tỉnh vừa ban hành Kế hoạch',
  },
  {
    id: 'accordingly',
    pattern: /^(?:Theo đó|Cụ thể|Được biết|Trước đó|Trong đó)\s*,/mu,
    example: 'Theo đó, phấn đấu đến năm 2030',
  },
  {
    id: 'by-plan',
    pattern: /^Theo (?:kế hoạch|quyết định|chương trình|đề án)\s*,/imu,
    example: 'Theo kế hoạch, phấn đấu đến năm 2025',
  },
  {
    id: 'told',
    pattern: phrase('cho biết|cho hay|chia sẻ|nhấn mạnh|khẳng định'),
    example: 'Phó Chủ tịch UBND tỉnh cho biết',
  },
  {
    id: 'source',
    pattern:
      /^(?:Nguồn|Tác giả|Bài|Tin|Ảnh|Bài và ảnh|Bài, ảnh|Tin, ảnh|PV|BBT|Lượt xem|Ngày đăng|Cập nhật|Từ khóa)\s*[:(]|^Theo\s+(?:Báo|TTXVN|VGP|Cổng)/imu,
    example: 'Nguồn: Báo điện tử',
  },
]

/** "Mai Lan" alone on the last line: who wrote it. */
const AUTHOR = /^(?:\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}|\p{Lu}{2,6})$/u
const HEADLESS = new RegExp(
  `${anyMarks('Nơi nhận')}|^\\s*(?:I|1)\\s?[.-]\\s+(?:MỤC|QUAN|CĂN)|^\\s*Số\\s*:?[\\s\\d.…]*\\/[A-ZĐ]|${anyMarks('Độc lập')}\\s*[-–]`,
  'imu',
)

/** Whether the text, which names no kind, is a news item about a plan. */
export function isNews(lines: readonly Line[]): boolean {
  const all = lines
    .slice(0, 200)
    .map((l) => l.text)
    .join('\n')
  if (HEADLESS.test(all) || lines.length < 3) return false
  const marks = NEWS_SHAPES.filter((s) => s.pattern.test(all)).length
  return marks + (AUTHOR.test(lines.at(-1)?.text ?? '') ? 1 : 0) >= 2
}
