/**
 * Nghề của người: by the code of the professional title (V.05, V.07, V.08: circulars of the ministries), else by the words of the post.
 * Codes of the list `nghe`. Who leads a school counts for a teacher of its level. Pure.
 */
import { fold } from '../../../kernel/text.ts'

const BY_RANK: readonly (readonly [string, string])[] = [
  ['V.07.02', 'gv-mam-non'],
  ['V.07.03', 'gv-tieu-hoc'],
  ['V.07.04', 'gv-thcs'],
  ['V.07.05', 'gv-thpt'],
  ['V.07.07.17', 'gv-thpt'],
  ['V.07.07.18', 'gv-thpt'],
  ['V.07.07.19', 'gv-thpt'],
  ['V.07.01', 'giang-vien'],
  ['V.07.08', 'giang-vien'],
  ['V.08.01', 'bac-si'],
  ['V.08.02', 'bac-si'],
  ['V.08.03', 'y-si'],
  ['V.08.05', 'dieu-duong'],
  ['V.08.06', 'dieu-duong'],
  ['V.08.07', 'dieu-duong'],
  ['V.08.08', 'duoc-si'],
  ['V.05.01', 'nghien-cuu'],
  ['V.05.02', 'ky-su'],
]

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/\b(mam non|mau giao|nha tre)\b/, 'gv-mam-non'],
  [/\btieu hoc\b/, 'gv-tieu-hoc'],
  [/\b(thcs|trung hoc co so)\b/, 'gv-thcs'],
  [/\b(thpt|trung hoc pho thong)\b/, 'gv-thpt'],
]

const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(giang vien|tro giang)\b/, 'giang-vien'],
  [/\bgiao vien\b/, 'giao-vien'],
  [/\bbac s[iy]\b/, 'bac-si'],
  [/\bduoc s[iy]\b/, 'duoc-si'],
  [/\b(dieu duong|ho sinh|ky thuat y)\b/, 'dieu-duong'],
  [/\by s[iy]\b/, 'y-si'],
  [/\bnghien cuu vien\b/, 'nghien-cuu'],
]

const HEADS: ReadonlySet<string> = new Set(['hieu-truong', 'pho-hieu-truong'])

/** The level of school that the words name; null when none, or several. */
function schoolLevel(...words: readonly string[]): string | null {
  for (const text of words) {
    const found = LEVELS.filter(([pattern]) => pattern.test(text))
    if (found.length > 0) return found.length === 1 ? (found[0]?.[1] ?? null) : null
  }
  return null
}

/** Nghề of a code of rank; null when it tells of none. */
export const professionOfRank = (code: string): string | null =>
  BY_RANK.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null

/** Posts are called by few names: what each tells is worked out once. */
const told = new Map<string, string | null>()
const MOST_TOLD = 5000

/** Nghề by what a post is called, where it is, and what is led. */
export function professionOfPost(position: string, department: string, leadership: string | null): string | null {
  const key = `${position}|${department}|${leadership !== null && HEADS.has(leadership)}`
  const known = told.get(key)
  if (known !== undefined) return known
  const found = readPost(fold(position), fold(department), leadership)
  if (told.size < MOST_TOLD) told.set(key, found)
  return found
}

function readPost(post: string, place: string, leadership: string | null): string | null {
  if (leadership !== null && HEADS.has(leadership)) return schoolLevel(post, place)
  const found = BY_WORDS.find(([pattern]) => pattern.test(post))?.[1] ?? null
  return found === 'giao-vien' ? (schoolLevel(post, place) ?? found) : found
}
