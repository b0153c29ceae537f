/**
 * Tên cơ quan kết thúc ở đâu: a sentence names a body and goes on with its work without a mark between them. The name ends
 * at the first word that no name holds, at a verb of work, or where a phrase about the work begins.
 */
import { DEPARTMENT, NAME_WORDS, WORK_VERBS } from './body-words.ts'
import { everyMatch } from './phrase.ts'

const VERB = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...WORK_VERBS]
    .sort((a, b) => b.length - a.length)
    .map((v) => v.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)
/** Words before a noun that is also a verb: "các cơ quan, tổ chức". */
const NOUN_AFTER =
  /(?:,|(?<!\p{L})(?:các|và|hoặc|công tác|việc|cơ quan|đơn vị|ban|doanh nghiệp|tâm|phòng|cục|vụ|khu|quỹ|tổ|quỹ hỗ trợ))\s*$/iu
/** Verbs that are also nouns or parts of names. */
const NOUN_VERBS: ReadonlySet<string> = new Set([
  'tổ chức',
  'quản lý',
  'giám sát',
  'kiểm tra',
  'nghiên cứu',
  'phục vụ',
  'lãnh đạo',
  'hỗ trợ',
  'phát triển',
])
/** Passives: "được giao chủ trì" tells which body is meant, its work comes later. */
const PASSIVE = /(?<!nhiệm\s+vụ\s+)(?<!\p{L})được(?:\s+(?:giao|phân\s+công))?\s*$/u

const WORD = /[\p{L}\p{N}]+(?:[.&/-][\p{L}\p{N}]+)*/gu

/** Words after which a proper part of a name begins: its second syllable may be any small word ("Văn phòng Điều phối"). */
const HEADS: ReadonlySet<string> = new Set(
  'sở phòng ban bộ cục vụ viện hội trường tâm tổ quỹ báo đài và - – , nghiệp nghệ tế việc chi'.split(' '),
)
/** Verbs that open the work with a capital where a heading and its text were joined ("Công an tỉnh Phối hợp với …"). */
const CAPITAL_VERB =
  /(?<=\s)(?:Phối hợp|Chủ trì|Chủ động|Triển khai|(?<!Ban )Chỉ đạo|Bảo đảm|Đảm bảo|Tăng cường|Tăng|Tham mưu|Mở|Căn cứ|Chịu trách nhiệm|Có trách nhiệm|Hướng dẫn|Rà soát|Đẩy mạnh|Thực hiện|Vận động|Tư vấn|Lồng ghép|Tuyên truyền|Củng cố|Cùng cố|Xây dựng kế hoạch|Tổng hợp|Tiếp tục|Định kỳ|Hằng năm|Hàng năm|Thường xuyên|Theo dõi)(?!\p{L})|(?<=\s(?:tỉnh|huyện|thành phố|thị xã|xã|phường)\s)(?!(?:Thành|Tỉnh|Huyện|Nhà)\s)\p{Lu}\p{Ll}+(?=,?\s+\p{Ll})/u

/** Where the first word stands that no name of a body holds; -1 when every word fits. Brackets are passed over. */
function strangeWord(text: string): number {
  const known = /^Sở\s+/u.test(text) ? (DEPARTMENT.exec(text.slice(3).trimStart())?.[0].length ?? 0) : 0
  const from = known > 0 ? 3 + (text.slice(3).length - text.slice(3).trimStart().length) + known : 0
  let depth = 0
  let at = 0
  let before = ''
  let beforeThat = ''
  for (const m of text.matchAll(WORD)) {
    for (const c of text.slice(at, m.index)) depth += c === '(' ? 1 : c === ')' ? -1 : 0
    if (/[-–,]/u.test(text.slice(at + before.length, m.index))) beforeThat = before = ','
    at = m.index
    const word = m[0]
    const small = word === word.toLowerCase() && /^\p{L}/u.test(word)
    const completes = small && /^\p{Lu}\p{Ll}*$/u.test(before) && HEADS.has(beforeThat.toLowerCase())
    beforeThat = before
    before = word
    if (depth > 0 || m.index <= from) continue
    if (completes) continue
    // "Các ấp": whatever comes right after "các" is who is meant.
    if (small && /^(?:các|những)$/iu.test(beforeThat)) continue
    // "Chi nhánh Khu vực 9", "Quân khu 3": a number that belongs to the name.
    if (/^\d/u.test(word) && /^(?:vực|khu|số|cấp|vùng)$/iu.test(beforeThat)) continue
    if (word === 'do' && beforeThat === 'tự') continue
    if ((small && !NAME_WORDS.has(word)) || /^\d/u.test(word)) return m.index
  }
  return -1
}

/** Where the first verb stands that is not part of the name; -1 when there is none. */
function workVerb(text: string): number {
  for (const m of everyMatch(VERB, text)) {
    const before = text.slice(0, m.index)
    const noun = NOUN_VERBS.has(m[0].replace(/\s+/gu, ' ')) && NOUN_AFTER.test(before)
    // "Ban Quản lý dự án đầu tư xây dựng huyện": the level closes a name.
    const named =
      /^\s+(?:tỉnh|huyện|xã|phường|thành phố)(?!\p{L})/u.test(text.slice(m.index + m[0].length)) && before.length < 40
    if (m[0] === 'thường xuyên' && /giáo\s+dục\s+$/iu.test(before)) continue
    if (m.index > 0 && !noun && !named && !PASSIVE.test(before)) return m.index
  }
  return -1
}

/** Words by which a phrase about the work begins though each of them may stand in a name. */
const BREAKS =
  /\s(?=(?:theo|trong|để|nhằm|trên\s+cơ\s+sở|thuộc\s+phạm\s+vi)\s)|(?<!^[Cc]ác\s+\p{L}+\s*):(?=\s)|(?<!(?:TP|TX|Tp))\.(?=\s+\p{Lu})/u

/** Whether a line begins with the verb of a piece of work: what stands above it then was a heading. */
export const opensWork = (text: string): boolean => CAPITAL_VERB.exec(` ${text}`)?.index === 1

/** Where the names at the start of `text` end because work begins; -1 when no work follows. */
export function nameEnd(text: string): number {
  const stop = BREAKS.exec(text)
  const capital = CAPITAL_VERB.exec(text)
  const ends = [strangeWord(text), workVerb(text), stop ? stop.index : -1, capital ? capital.index : -1].filter(
    (i) => i > 0,
  )
  return ends.length > 0 ? Math.min(...ends) : -1
}
