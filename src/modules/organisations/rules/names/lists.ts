/**
 * Nhiều tên trong một: "Các Sở: Y tế, Nội vụ, Tài chính", "UBND các huyện A, B và thành phố C". Commas and "và" stand
 * inside names too, so a list is cut where the register knows the pieces, into as few of them as possible.
 */
import { phraseKey } from './key.ts'
import { withoutLeaders } from './leaders.ts'

/** One piece as written, with what it is. */
export type Piece<T> = { readonly text: string; readonly found: T | null }

const SEPARATOR =
  /\s*[,;]\s*(?:và |cùng )?|\s+(?:và|cùng)\s+(?:với )?|\.\s+|\s*\/\s*(?=sở |ubnd |ủy ban |ban |hội |công an |văn phòng )/giu

/** What the first name of a list begins with and the next ones leave out, on phrase keys. */
const HEAD =
  /^(?:các )?(sở|ban|hội|báo|bệnh viện|trung tâm|chi cục|cục|trường(?: đại học| cao đẳng)?|(?:ủy ban nhân dân )?(?:các )?(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu))(?= )/u

const headOf = (key: string): string => (HEAD.exec(key)?.[1] ?? '').replace(/(^| )các (?=\p{L})/u, '$1')

/** How the key of a piece may be meant, given the head that goes before. */
function readings(key: string, head: string): string[] {
  const plain = key.replace(/^các (?=\p{L})/u, '').replace(/^(ủy ban nhân dân) các /u, '$1 ')
  const headed = head === '' ? [] : [`${head} ${key}`]
  const committee = head.startsWith('ủy ban nhân dân') ? [`ủy ban nhân dân ${key}`] : []
  return [...new Set([key, plain, ...headed, ...committee])]
}

const MOST_ATOMS = 40
const LONGEST_PIECE = 10
const UNKNOWN_COSTS = 100

type Cut<T> = { readonly cost: number; readonly pieces: readonly Piece<T>[]; readonly head: string }

/**
 * Cuts a name into pieces that `find` knows by their phrase key; null when it is no list (one piece, or none is known).
 * A piece that nobody knows stays as it is written.
 */
export function cutList<T>(written: string, find: (key: string) => T | null): Piece<T>[] | null {
  const marks = [...written.matchAll(SEPARATOR)]
  if (marks.length === 0 || marks.length > MOST_ATOMS) return null
  const starts = [0, ...marks.map((m) => m.index + m[0].length)]
  const ends = [...marks.map((m) => m.index), written.length]
  const best: (Cut<T> | null)[] = [{ cost: 0, pieces: [], head: '' }]
  for (let end = 1; end <= starts.length; end++) {
    let chosen: Cut<T> | null = null
    for (let from = Math.max(0, end - LONGEST_PIECE); from < end; from++) {
      const before = best[from]
      if (before === null || before === undefined) continue
      const cut = extended(before, written.slice(starts[from], ends[end - 1]), end - from, find)
      if (cut !== null && (chosen === null || cut.cost < chosen.cost)) chosen = cut
    }
    best[end] = chosen
  }
  const pieces = best[starts.length]?.pieces ?? []
  return pieces.length > 1 && pieces.some((p) => p.found !== null) ? [...pieces] : null
}

function extended<T>(before: Cut<T>, text: string, atoms: number, find: (key: string) => T | null): Cut<T> | null {
  const key = withoutLeaders(phraseKey(text)).body
  for (const reading of readings(key, before.head)) {
    const found = find(reading)
    if (found === null) continue
    const head = headOf(key) || (reading === key ? '' : before.head)
    return { cost: before.cost + 1, pieces: [...before.pieces, { text, found }], head }
  }
  if (atoms > 1) return null
  const own = headOf(key)
  const whole = before.head !== '' && own === '' ? `${before.head} ${text}` : text
  const unknown = { text: whole, found: null }
  return { cost: before.cost + UNKNOWN_COSTS, pieces: [...before.pieces, unknown], head: own || before.head }
}
