/**
 * Tên cơ quan: where the name of a body begins and how a list of bodies is cut. Names stay as written; whom they mean
 * on which day is for the register of organisations.
 */
import { cut, type Passage } from './passage.ts'
import { everyMatch, type Shape } from './phrase.ts'

/** How the name of a body begins. Case counts: "Ban Tuyên giáo" is a body, "Ban hành quy chế" is not. */
export const BODY_STARTS: readonly Shape[] = [
  { id: 'department', pattern: /Sở\s+\p{Lu}/u, example: 'Sở Nội vụ' },
  { id: 'departments', pattern: /(?:[Cc]ác\s+)?[Ss]ở,\s+(?:ban|ngành)/u, example: 'các sở, ban, ngành' },
  {
    id: 'committee',
    pattern: /(?:UBND|[UỦ]ỷ?y?\s+ban\s+(?:nhân\s+dân|[Mm]ặt\s+trận|MTTQ)|HĐND|Hội\s+đồng\s+nhân\s+dân)/u,
    example: 'Ủy ban nhân dân các huyện',
  },
  {
    id: 'front',
    pattern:
      /(?:Mặt\s+trận\s+[Tt]ổ\s+quốc|MTTQ|(?:Tỉnh|Thành|Huyện|Thị)\s+(?:đoàn|ủy|uỷ)|Đoàn\s+Thanh\s+niên|Đảng\s+ủy)/u,
    example: 'Mặt trận Tổ quốc tỉnh',
  },
  {
    id: 'named',
    pattern:
      /(?:Ban|Bộ|Hội|Báo|Đài|Cục|Vụ|Viện|Chi\s+cục|Tổng\s+cục|Thanh\s+tra|Kho\s+bạc|Công\s+ty|Quỹ|Học\s+viện)\s+(?:\p{Lu}|tỉnh|thành|các|Liên)/u,
    example: 'Ban Tuyên giáo Tỉnh ủy',
  },
  {
    id: 'office',
    pattern:
      /(?:Văn\s+phòng|Công\s+an|Bộ\s+Chỉ\s+huy|BCH|Trường|Trung\s+tâm|Đại\s+học|Bệnh\s+viện|Ngân\s+hàng|Bảo\s+hiểm\s+[Xx]ã\s+hội|Chi\s+nhánh|Thống\s+kê|Liên\s+(?:hiệp|đoàn|minh)|Tòa\s+án|Viện\s+kiểm\s+sát|Cổng\s+[Tt]hông\s+tin|Thường\s+trực|Phòng\s+\p{Lu}|BHXH|LĐLĐ)/u,
    example: 'Văn phòng UBND tỉnh',
  },
  {
    id: 'head',
    pattern:
      /(?:[Tt]hủ\s+trưởng|[Nn]gười\s+đứng\s+đầu|Chủ\s+tịch|Giám\s+đốc|Chánh\s+Văn\s+phòng|Bí\s+thư|Lãnh\s+đạo\s+các)/u,
    example: 'Thủ trưởng các sở, ban, ngành',
  },
  {
    id: 'group',
    pattern:
      /(?:[Cc]ác|[Nn]hững)\s+(?:sở|ban|ngành|cơ\s+quan|đơn\s+vị|địa\s+phương|huyện|xã|phường|tổ\s+chức|đoàn\s+thể|hội|trường|doanh\s+nghiệp|cơ\s+sở\s+(?:giáo\s+dục|đào\s+tạo|y\s+tế|khám)|cấp|phòng|thành\s+viên|bộ|viện|cục|thị\s+xã|đồng\s+chí|bệnh\s+viện)(?!\p{L})/u,
    example: 'các cơ quan, đơn vị có liên quan',
  },
  {
    id: 'press',
    pattern:
      /[Cc]ơ\s+quan(?:,\s+đơn\s+vị)?\s+(?:thông\s+tấn|báo\s+chí|thông\s+tin|chủ\s+quản|thường\s+trực|chuyên\s+môn)/u,
    example: 'cơ quan thông tấn báo chí',
  },
  {
    id: 'mass',
    pattern:
      /(?:[Đđ]ịa\s+phương|[Đđ]ơn\s+vị|[Cc]ơ\s+quan)(?=[\s,]+(?:có\s+)?liên\s+quan|,\s+(?:đơn\s+vị|tổ\s+chức|địa\s+phương))/u,
    example: 'cơ quan, đơn vị có liên quan',
  },
]

const START = new RegExp(`^(?:${BODY_STARTS.map((s) => s.pattern.source).join('|')})`, 'u')
// "cơ quan liên quan" ends a list of kinds of bodies ("các sở, ngành, cơ quan liên quan"); it opens no new name.
const LIST_START = new RegExp(
  `^(?:${BODY_STARTS.filter((s) => s.id !== 'mass')
    .map((s) => s.pattern.source)
    .join('|')})`,
  'u',
)

/** Whether the name of a body begins here. */
export const startsBody = (text: string): boolean => START.test(text)

/** Verbs by which the name of a body ends and its work begins. Case counts. */
export const WORK_VERBS: readonly string[] = [
  'chủ trì',
  'chủ động',
  'có trách nhiệm',
  'chịu trách nhiệm',
  'có nhiệm vụ',
  'phối hợp',
  'tham mưu',
  'tổ chức',
  'triển khai',
  'thực hiện',
  'chỉ đạo',
  'hướng dẫn',
  'đôn đốc',
  'kiểm tra',
  'giám sát',
  'xây dựng',
  'rà soát',
  'nghiên cứu',
  'đề xuất',
  'ban hành',
  'báo cáo',
  'tổng hợp',
  'bố trí',
  'cân đối',
  'thẩm định',
  'tuyên truyền',
  'đẩy mạnh',
  'tăng cường',
  'căn cứ',
  'định kỳ',
  'tiếp tục',
  'đưa tin',
  'lồng ghép',
  'cụ thể hóa',
  'cụ thể hoá',
  'quán triệt',
  'đăng ký',
  'lập',
  'bảo đảm',
  'đảm bảo',
  'huy động',
  'phát huy',
  'vận động',
  'tạo điều kiện',
  'giúp',
  'là cơ quan',
  'là đơn vị',
  'là đầu mối',
  'kịp thời',
  'thường xuyên',
  'nâng cao',
  'đổi mới',
  'hoàn thiện',
  'quản lý',
  'khẩn trương',
  'phân công',
  'gửi',
  'cung cấp',
  'đánh giá',
  'trên cơ sở',
  'để',
  'nhằm',
  'trong việc',
  'trong công tác',
  'theo dõi',
  'trong quá trình',
  'trình',
  'thống nhất',
  'hỗ trợ',
  'phổ biến',
  'tập trung',
  'yêu cầu',
  'làm tốt',
  'xác định',
  'ưu tiên',
  'đào tạo, bồi dưỡng',
]

const VERB = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...WORK_VERBS]
    .sort((a, b) => b.length - a.length)
    .map((v) => v.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)
/** Words before a noun that is also a verb: "các cơ quan, tổ chức". */
const NOUN_AFTER = /(?:,|(?<!\p{L})(?:các|và|hoặc|công tác|việc|cơ quan|đơn vị))\s*$/u
/** Verbs that are also nouns or parts of names. */
const NOUN_VERBS: ReadonlySet<string> = new Set(['tổ chức', 'quản lý', 'giám sát', 'kiểm tra', 'nghiên cứu'])
/** Passives: "được giao chủ trì" tells which body is meant, its work comes later. */
const PASSIVE = /(?<!nhiệm\s+vụ\s+)(?<!\p{L})được(?:\s+(?:giao|phân\s+công))?\s*$/u

/** Where the name at the start of `text` ends because work begins; -1 when no work follows. */
export function nameEnd(text: string): number {
  for (const m of everyMatch(VERB, text)) {
    const before = text.slice(0, m.index)
    const noun = NOUN_VERBS.has(m[0].replace(/\s+/gu, ' ')) && NOUN_AFTER.test(before)
    if (m.index > 0 && !noun && !PASSIVE.test(before)) return m.index
  }
  return -1
}

/** Words that say nothing about who (L12): "theo chức năng, nhiệm vụ được giao", "trong phạm vi … của mình". */
export const EMPTY_WORDS: Shape = {
  id: 'L12',
  pattern: /[\s,]+(?:theo|trong\s+phạm\s+vi|căn\s+cứ)\s+(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền|phạm\s+vi).*$/u,
  example: 'Các sở, ngành theo chức năng, nhiệm vụ được giao',
}

/** Cuts a list of bodies ("các sở, ban, ngành, UBND các huyện và Sở A") into names. */
export function listOf(p: Passage): Passage[] {
  const out: Passage[] = []
  let from = 0
  for (const m of p.text.matchAll(/\s*[,;]\s+(?:và\s+)?(?:với\s+)?|\s+(?:và|cùng)\s+(?:với\s+)?|\s*\.\s+/gu)) {
    const next = m.index + m[0].length
    const insideBracket = p.text.slice(from, m.index).split('(').length > p.text.slice(from, m.index).split(')').length
    if (insideBracket || !LIST_START.test(p.text.slice(next))) continue
    out.push(cut(p, from, m.index))
    from = next
  }
  out.push(cut(p, from))
  return out
    .map((x) => cut(x, 0, x.text.replace(EMPTY_WORDS.pattern, '').replace(/[\s,;.:]+$/u, '').length))
    .filter((x) => /\p{L}/u.test(x.text))
}

/** Open groups: everybody of a kind, no single responsible body. */
export const OPEN_GROUPS: readonly Shape[] = [
  { id: 'L11', pattern: /^(?:các|những|toàn thể|tất cả)\s/iu, example: 'Các cơ quan, đơn vị, địa phương' },
  { id: 'L11s', pattern: /^sở,\s+(?:ban|ngành)/iu, example: 'Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố' },
  {
    id: 'L11c',
    pattern: /^(?:UBND|[ỦU][yỷ] ban nhân dân)\s+(?:các|cấp|huyện|xã|phường)/iu,
    example: 'UBND các huyện, thị xã, thành phố',
  },
  {
    id: 'L11h',
    pattern: /^(?:thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch .* các)\s/iu,
    example: 'Thủ trưởng các sở, ban, ngành',
  },
  {
    id: 'L11m',
    pattern: /^(?:cơ quan|đơn vị|địa phương)(?:,|\s+(?:có\s+)?liên quan)/iu,
    example: 'cơ quan, đơn vị có liên quan',
  },
]

/** Whether a name stands for an open group of bodies. */
export const isOpenGroup = (name: string): boolean => OPEN_GROUPS.some((g) => g.pattern.test(name))
