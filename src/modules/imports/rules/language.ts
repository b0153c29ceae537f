/** Ngoại ngữ trong một ô: "Anh B1", "Tiếng Anh IELTS 6.5", "B" -> the language, its level, its certificate. */
import { remembered, rememberedFor } from '../../../kernel/remembered.ts'
import { type Codebook, codeOf } from './codes.ts'

/** Danh mục cần để đọc. */
export type LanguageBooks = { readonly languages: Codebook; readonly levels: Codebook; readonly certificates: Codebook }

/** Ngoại ngữ đọc được. */
export type LanguageRead = {
  readonly language: string
  readonly level: string | null
  readonly certificate: string | null
  readonly score: string | null
}

const FRAME = /(?:^|[\s(,;-])([ABC][12])(?=$|[\s),;.-])/iu
const STEP = /bậc\s*([1-6])/iu
const SCORE = /(?:IELTS|TOEIC|TOEFL|VSTEP|HSK|TOPIK|APTIS)\D{0,12}(\d{1,4}(?:[.,]\d)?)/iu
const EXAM = /\b(IELTS|TOEIC|TOEFL|VSTEP|HSK|JLPT|TOPIK|DELF|APTIS)\b/iu
const OLD = /(?:^|[\s-])(?:trình độ |chứng chỉ |loại )?([ABC])$/u
const OF_EXAM: Readonly<Record<string, string>> = {
  HSK: 'Tiếng Trung',
  JLPT: 'Tiếng Nhật',
  TOPIK: 'Tiếng Hàn',
  DELF: 'Tiếng Pháp',
}

/** Reads one; `assumed` = the language a bare level means in this column ("Tiếng Anh" over it), or null to leave it open. */
export const readLanguage = (books: LanguageBooks, text: string, assumed: string | null): LanguageRead | null =>
  readersOf(books)(assumed ?? '')(text)

const MOST_TEXTS = 5000
const MOST_LANGUAGES = 20
/** By the language assumed; '' = none. */
const readersOf = rememberedFor((books: LanguageBooks) =>
  remembered(MOST_LANGUAGES, (assumed: string) =>
    remembered(MOST_TEXTS, (text: string) => languageOf(books, text, assumed === '' ? null : assumed)),
  ),
)

function languageOf(books: LanguageBooks, text: string, assumed: string | null): LanguageRead | null {
  const shown = text.trim().replace(/\s+/gu, ' ')
  const exam = EXAM.exec(shown)?.[1]?.toUpperCase() ?? null
  const language =
    languageIn(books.languages, shown) ??
    codeOf(books.languages, OF_EXAM[exam ?? ''] ?? '') ??
    (exam === null ? assumed : (codeOf(books.languages, 'Tiếng Anh') ?? assumed))
  if (language === null) return null
  const frame = FRAME.exec(shown)?.[1]?.toUpperCase() ?? null
  const step = STEP.exec(shown)?.[1] ?? null
  const level = frame !== null ? codeOf(books.levels, frame) : step !== null ? codeOf(books.levels, step) : null
  const old = level === null ? (OLD.exec(shown)?.[1] ?? null) : null
  const certificate =
    codeOf(books.certificates, exam ?? '') ?? codeOf(books.certificates, old ?? '') ?? codeOf(books.certificates, shown)
  return { language, level, certificate, score: SCORE.exec(shown)?.[1] ?? null }
}

/** The language named at the head of a text, in up to four words. */
function languageIn(languages: Codebook, text: string): string | null {
  const words = text.split(/[\s:,(–-]+/u)
  for (let n = Math.min(4, words.length); n >= 1; n--) {
    const head = words.slice(0, n).join(' ')
    // One letter is a level, never a language.
    const found = head.length > 1 ? codeOf(languages, head) : null
    if (found !== null) return found
  }
  const within = /\b(?:tiếng|ngành tiếng|ngôn ngữ)\s+(\p{L}+)/iu.exec(text)?.[1]
  return within === undefined ? null : codeOf(languages, `Tiếng ${within}`)
}
