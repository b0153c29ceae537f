/** Trình độ của một dòng: levels with their branch, titles, languages, awards and appraisals written in one cell. */
import type { PartialDay } from '../../../kernel/partial-day.ts'
import { fold } from '../../../kernel/text.ts'
import { codeOf, readLevel } from './codes.ts'
import type { Target } from './headings.ts'
import { readLanguage } from './language.ts'
import { readName } from './names.ts'
import {
  type Cells,
  decidedFor,
  decidedOrCode,
  EMPTY_BOOK,
  type Given,
  put,
  queued,
  type Reading,
  type Ready,
  told,
  type Work,
} from './row-work.ts'
import type { SheetCell } from './sheet.ts'
import { readText, readYear, saysNone } from './values.ts'

/** Trình độ chuyên môn. */
export function takeLevel(work: Work, cell: SheetCell, { place }: Ready, reading: Reading): void {
  const text = readText(cell.text)
  if (text === null) return
  const decided = decidedFor(reading.decisions, 'education.level', text)
  const book = reading.books.get('trinh-do') ?? EMPTY_BOOK
  const read = decided === undefined ? readLevel(book, text) : null
  const code = decided === undefined ? (read?.code ?? null) : decided
  if (code === null) {
    if (decided === null) return
    told(work, cell, 'code.unknown', 'trình độ')
    queued(work, { target: 'education.level', words: text, column: cell.column })
    return
  }
  put(work, place, 'level', code)
  if (code !== codeOf(book, text) || read?.major) put(work, place, 'levelText', text)
  const had = work.data.get(place) ?? {}
  if (read?.major && had.major === undefined) put(work, place, 'major', read.major)
  const form = read?.form == null ? null : codeOf(reading.books.get('hinh-thuc-dao-tao') ?? EMPTY_BOOK, read.form)
  if (form !== null && had.form === undefined) put(work, place, 'form', form)
  const degree = read?.degree == null ? null : codeOf(reading.books.get('hoc-vi') ?? EMPTY_BOOK, read.degree)
  if (degree !== null && had.degree === undefined) put(work, place, 'degree', degree)
}

/** "GS.TS", "PGS", "Tiến sĩ" in one column of học hàm, học vị. */
export function takeTitle(work: Work, cell: SheetCell, reading: Reading): void {
  const text = readText(cell.text)
  if (text === null) return
  const found = decidedOrCode(reading, 'academic-title.title', text, 'hoc-ham')
  if (found.code !== null) {
    put(work, 'academic-title', 'title', found.code)
    return
  }
  if (found.decided || saysNone(text)) return
  const titles = readName(`${text.replace(/[,;]/gu, '.')}. Nguyễn Văn A`).titles
  if (titles.length === 0) {
    told(work, cell, 'code.unknown', 'học hàm')
    queued(work, { target: 'academic-title.title', words: text, column: cell.column })
  } else work.titles = [...work.titles, ...titles]
}

/** Ngoại ngữ. */
export function takeLanguage(work: Work, cell: SheetCell, r: Ready, { reading, language }: Given): void {
  const text = readText(cell.text)
  if (text === null || saysNone(text)) return
  const decided = decidedFor(reading.decisions, 'language.language', text)
  const over = fold(r.mapped.label)
  const assumed = decided ?? (/\banh\b/.test(over) ? codeOf(language.languages, 'Tiếng Anh') : null)
  if (decided === null) return
  const read = readLanguage(language, text, assumed)
  if (read === null) {
    told(work, cell, 'code.unknown', 'ngoại ngữ')
    queued(work, { target: 'language.language', words: text, column: cell.column })
    return
  }
  put(work, 'language', 'language', read.language)
  put(work, 'language', 'languageText', text)
  if (read.level !== null) put(work, 'language', 'level', read.level)
  if (read.certificate !== null) put(work, 'language', 'certificate', read.certificate)
  if (read.score !== null) put(work, 'language', 'score', read.score)
}

const AWARD_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/chiến s[iĩỹ] thi đua|cstđ|lao động tiên tiến|lđtt|cờ thi đua|chiến s[iĩỹ] tiên tiến/iu, 'danh-hieu-thi-dua'],
  [/bằng khen|giấy khen|huân chương|huy chương|kỷ niệm chương/iu, 'hinh-thuc-khen-thuong'],
  [
    /nhà giáo (?:nhân dân|ưu tú)|thầy thuốc (?:nhân dân|ưu tú)|nghệ s[iĩỹ] (?:nhân dân|ưu tú)|nghệ nhân (?:nhân dân|ưu tú)|anh hùng|\b(?:ng|tt|ns|nn)(?:nd|ưt|ut)\b/iu,
    'danh-hieu',
  ],
  [/giải thưởng|giải (?:nhất|nhì|ba|khuyến khích)|vifotec/iu, 'giai-thuong'],
  [/tôn vinh|trí thức tiêu biểu/iu, 'ton-vinh'],
]

/** Khen thưởng, several parted by ";". */
export function takeAward(work: Work, cell: SheetCell): void {
  const text = readText(cell.text)
  if (text === null || saysNone(text)) return
  for (const part of text.split(/\s*;\s*|\n/u).filter((p) => p !== '')) {
    const found = AWARD_CLASSES.find(([words]) => words.test(part))
    const year = /(?:^|\D)((?:19|20)\d{2})(?=\D|$)/u.exec(part)?.[1] as PartialDay | undefined
    if (found === undefined) told(work, cell, 'award.class')
    else
      work.extra.push({
        ...NOBODY,
        group: 'award',
        data: { class: found[1], award: part },
        ...(year === undefined ? {} : { from: year }),
      })
  }
}

const NOBODY = { level: 1, source: '' } as const

/** Xếp loại chất lượng of the year in the column of years, else in the heading, else of the last whole year. */
export function takeAppraisal(work: Work, cell: SheetCell, r: Ready, { reading, cells, targets }: Rated): void {
  const text = readText(cell.text)
  if (text === null) return
  const year = targets.includes('appraisal.year') ? yearBeside(cells) : yearOf(r, reading)
  if (year === null) {
    told(work, cell, 'appraisal.no-year')
    return
  }
  const ratings = reading.ratingsOf(year)
  const decided = decidedFor(reading.decisions, r.target, text)
  if (decided === null) return
  const code = codeOf(ratings, text) ?? (decided !== undefined && ratings.labelOf.has(decided) ? decided : null)
  if (code === null) {
    told(work, cell, 'code.unknown', `xếp loại chất lượng của năm ${year}`)
    // What waits is matched with the list of today, which says nothing of the ratings of an earlier one.
    if (ratings === reading.ratingsOf(Number(reading.today.slice(0, 4))))
      queued(work, { target: r.target, words: text, column: cell.column })
    return
  }
  put(work, 'appraisal', 'year', year)
  put(work, 'appraisal', 'result', code)
}

/** What a rating is read with: the list of its year, and the cells among which the year may stand. */
type Rated = { readonly reading: Reading; readonly cells: Cells; readonly targets: readonly Target[] }

function yearBeside(cells: Cells): number | null {
  const [cell] = cells.get('appraisal.year') ?? []
  const read = cell === undefined ? null : readYear(cell)
  return read !== null && 'value' in read ? read.value : null
}

const yearOf = (r: Ready, reading: Reading): number =>
  Number(
    /(?:19|20)\d{2}/u.exec(r.mapped.label)?.[0] ??
      Number(reading.asOf.slice(0, 4)) - (reading.asOf.slice(5) < '12-01' ? 1 : 0),
  )

/** Titles of the name fill what no column says. */
export function finishTitles(work: Work, reading: Reading): void {
  const hasLevel = work.data.get('education')?.level !== undefined
  for (const t of work.titles) {
    if (t.target === 'academic-title.title' && work.data.get('academic-title')?.title === undefined)
      put(work, 'academic-title', 'title', t.code)
    if (t.target === 'award.award')
      work.extra.push({ ...NOBODY, group: 'award', data: { class: 'danh-hieu', award: t.code } })
    if (hasLevel || (t.target !== 'education.degree' && t.target !== 'education.medical')) continue
    const level = codeOf(reading.books.get('trinh-do') ?? EMPTY_BOOK, t.code)
    const known = work.data.get('education')?.level
    if (level === null || (known !== undefined && rank(String(known)) >= rank(level))) continue
    put(work, 'education', 'level', level)
    const degree = codeOf(reading.books.get('hoc-vi') ?? EMPTY_BOOK, t.code)
    if (degree !== null) put(work, 'education', 'degree', degree)
  }
}

const RANKS: Readonly<Record<string, number>> = { CKI: 7, BSNT: 7, CKII: 8, SC: 1 }
const rank = (code: string): number => RANKS[code] ?? (Number(code) || 0)
