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
    pattern: /(?:UBND|[UỦ]ỷ?y?\s+ban\s+(?:nhân\s+dân|[Mm]ặt\s+trận|MTTQ|\p{Lu})|HĐND|Hội\s+đồng\s+nhân\s+dân)/u,
    example: 'Ủy ban nhân dân các huyện',
  },
  {
    id: 'front',
    pattern:
      /(?:Mặt\s+trận\s+[Tt]ổ\s+quốc|MTTQ|(?:Tỉnh|Thành|Huyện|Thị)\s+(?:đoàn|ủy|uỷ)|Đoàn\s+Thanh\s+niên|Đảng\s+ủy|Đảng\s+đoàn|UBMTTQ)/u,
    example: 'Mặt trận Tổ quốc tỉnh',
  },
  {
    id: 'named',
    pattern:
      /(?:Ban|Bộ|Hội|Báo|Đài|Cục|Vụ|Viện|Chi\s+cục|Tổng\s+cục|Thanh\s+tra|Kho\s+bạc|Công\s+ty|Quỹ|Học\s+viện|Tổ|Hải\s+quan|Kiểm\s+toán|Bảo\s+tàng|Tổng\s+công\s+ty)\s+(?:\p{Lu}|tỉnh|thành|các|huyện|xã|Liên|kiểm|đảng|cổ\s+phần|trách\s+nhiệm|nhà\s+nước|khu\s+vực|phát\s+triển|hỗ\s+trợ|cán\s+sự|chấp\s+hành|nhân\s+dân|chỉ\s+đạo|điều\s+hành)/u,
    example: 'Ban Tuyên giáo Tỉnh ủy',
  },
  {
    id: 'office',
    pattern:
      /(?:Văn\s+phòng|Công\s+an|Bộ\s+Chỉ\s+huy|BCH|Trường|Trung\s+tâm|Đại\s+học|Bệnh\s+viện|Ngân\s+hàng|Bảo\s+hiểm\s+[Xx]ã\s+hội|Chi\s+nhánh|Thống\s+kê|Liên\s+(?:hiệp|đoàn|minh)|Tòa\s+án|Viện\s+kiểm\s+sát|Cổng\s+[Tt]hông\s+tin|Thường\s+trực|Phòng\s+\p{Lu}|BHXH|LĐLĐ)/u,
    example: 'Văn phòng UBND tỉnh',
  },
  {
    id: 'local',
    pattern:
      /(?:Trạm\s+Y\s+tế|Bưu\s+điện|Điện\s+lực|Công\s+chức|Báo\s+và\s+|Cơ\s+quan\s+\p{Lu}|Cấp\s+ủy|Doanh\s+nghiệp|Hiệp\s+hội|Chủ\s+đầu\s+tư|Tổ\s+công\s+tác|Tổ\s+Đề\s+án|Tập\s+đoàn|Quân\s+khu|Cảng\s+vụ|Hạt\s+[Kk]iểm\s+lâm|Viễn\s+thông\s+\p{Lu}|Viettel|VNPT|MobiFone|Thuế\s+(?:tỉnh|thành)|[Ll]ực\s+lượng|Trại\s+giam|Đồn\s+[Bb]iên\s+phòng)/u,
    example: 'Trạm Y tế xã',
  },
  {
    id: 'head',
    pattern:
      /(?:[Tt]hủ\s+trưởng|[Nn]gười\s+đứng\s+đầu|Chủ\s+tịch|Giám\s+đốc|Chánh\s+Văn\s+phòng|Chánh\s+Thanh\s+tra|Bí\s+thư|Lãnh\s+đạo\s+các|Trưởng\s+(?:các|ban|phòng|thôn|Ban|Phòng|Công\s+an)|Hiệu\s+trưởng|Cục\s+trưởng|Viện\s+trưởng|Tổng\s+[Bb]iên\s+tập)/u,
    example: 'Thủ trưởng các sở, ban, ngành',
  },
  {
    id: 'group',
    pattern:
      /(?:[Cc]ác|[Nn]hững)\s+(?:[Ss]ở|[Bb]an|ngành|đảng\s+[ủu]y|cấp\s+ủy|chủ\s+(?:đầu\s+tư|rừng|hộ|tàu|dự\s+án)|hiệp\s+hội|ngân\s+hàng|quỹ|công\s+ty|tập\s+đoàn|thôn|trạm|trung\s+tâm|cơ\s+quan|đơn\s+vị|địa\s+phương|huyện|xã|phường|tổ\s+chức|đoàn\s+thể|hội|trường|doanh\s+nghiệp|cơ\s+sở\s+(?:giáo\s+dục|đào\s+tạo|y\s+tế|khám)|cấp|phòng|thành\s+viên|bộ|viện|cục|thị\s+xã|đồng\s+chí|bệnh\s+viện)(?!\p{L})/u,
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
// Within a list of bodies "các …" is a body whatever it is called ("Công an tỉnh và các chủ rừng").
const LIST_START = new RegExp(
  `^(?:các\\s+(?!khu\\s)\\p{Ll}|(?:Công\\s+ty|Tổng\\s+công\\s+ty|Tập\\s+đoàn|Hội\\s+đồng|Bảo\\s+tàng|Thư\\s+viện|Nhà\\s+hát|Đoàn|Hải\\s+quan|Kiểm\\s+toán|Quỹ|Cảng|Cảng\\s+vụ|Chi\\s+cục|Đại\\s+học|Viện|Phân\\s+viện|Trường|Hợp\\s+tác\\s+xã|Hiệp\\s+hội|Câu\\s+lạc\\s+bộ|Đội|Vườn|Bộ\\s+Tư\\s+lệnh|Liên\\s+đoàn|Liên\\s+hiệp|Liên\\s+minh|Phòng|Trạm|Đồn|Nhà\\s+máy)\\s+\\p{L}|${BODY_STARTS.filter(
    (s) => s.id !== 'mass',
  )
    .map((s) => s.pattern.source)
    .join('|')})`,
  'u',
)

/** Whether the name of a body begins here. */
export const startsBody = (text: string): boolean => START.test(text)

/**
 * Tên sở qua các thời kỳ: what stands after "Sở", longest first where one begins another. The names come from the
 * decrees on departments of provinces (NĐ 24/2014, NĐ 107/2020, NĐ 45/2025, NĐ 150/2025).
 */
export const DEPARTMENTS: readonly string[] = [
  'Nội vụ',
  'Tài chính',
  'Kế hoạch và Đầu tư',
  'Tư pháp',
  'Công Thương',
  'Nông nghiệp và Phát triển nông thôn',
  'Nông nghiệp và Môi trường',
  'Giao thông vận tải',
  'Giao thông công chính',
  'Xây dựng',
  'Tài nguyên và Môi trường',
  'Thông tin và Truyền thông',
  'Lao động - Thương binh và Xã hội',
  'Lao động, Thương binh và Xã hội',
  'Văn hóa, Thể thao và Du lịch',
  'Văn hoá, Thể thao và Du lịch',
  'Văn hóa và Thể thao',
  'Văn hoá và Thể thao',
  'Du lịch',
  'Khoa học và Công nghệ',
  'Khoa học, Công nghệ',
  'Giáo dục và Đào tạo',
  'Y tế',
  'Ngoại vụ',
  'Dân tộc và Tôn giáo',
  'Dân tộc',
  'Quy hoạch - Kiến trúc',
  'Quy hoạch và Kiến trúc',
  'An toàn thực phẩm',
]

const DEPARTMENT = new RegExp(
  `^(?:${[...DEPARTMENTS]
    .sort((a, b) => b.length - a.length)
    .map((d) => d.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}])`,
  'u',
)

/** Động từ mở phần việc: verbs by which the name of a body ends and its work begins, though their words occur in names. */
export const WORK_VERBS: readonly string[] = [
  'chủ trì',
  'lãnh đạo',
  'nhân rộng',
  'kê khai',
  'điều tra',
  'kiểm kê',
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
  'thông báo',
  'thông tin',
  'thông qua',
  'thành lập',
  'hình thành',
  'hoàn thành',
  'truyền thông',
  'phòng ngừa',
  'phòng, chống',
  'học tập',
  'vận hành',
  'phục vụ',
  'bảo vệ',
  'điều phối',
  'đưa',
  'đầu tư xây dựng',
  'tư vấn',
  'phổ cập',
  'truyền tải',
  'đăng tải',
  'phát hành',
  'tập huấn',
  'phát động',
  'tiếp nhận',
  'thông tin, tuyên truyền',
  'vận dụng',
  'kết nối',
  'phát triển',
  'thi đua',
  'liên kết',
  'liên thông',
  'bồi dưỡng',
  'phân bổ',
  'phản ánh',
  'công khai',
  'công bố',
  'công nhận',
  'thống kê, báo cáo',
  'tích cực',
  'trực tiếp',
  'quan tâm',
  'phân tích',
  'kiểm soát',
  'giao ban',
  'bảo quản',
  'tham gia',
  'hội nhập',
  'thể hiện',
  'xử lý',
  'cập nhật',
]

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

/**
 * Chữ thường trong tên cơ quan: small-letter words that occur inside names of bodies. Any other small-letter word ends
 * the name: verbs are without number, words of names are few.
 */
export const NAME_WORDS: ReadonlySet<string> = new Set(
  `tự hỗ và của các những cấp tỉnh thành phố huyện thị xã phường trấn quận đặc khu vực bàn địa phương nhân dân học nghệ tạo dục
  trường thông hóa hoá thao lịch chính tế vụ pháp thương nghiệp triển nông thôn tải vận binh hội động tin nguyên môi dựng tư
  tra bạc nhà nước hàng sách sự phòng đội huy hiểm ủy uỷ đoàn thể trận quốc nữ chiến niên liên hiệp minh tác thuật gia thập
  đỏ cao tuổi hình thanh truyền báo đài điện tử cổng tâm hành công lý kinh giáo tuyên tổ chức án kiểm sát thi dân hải quan
  thuế kê kho bưu đại đẳng nghề y dược sư phạm viện khoa sản nhi phổ mầm non tiểu trung cơ sở đơn ban ngành lập trực thuộc
  doanh chuyên môn trách dọc ương đóng trên trị quần chúng xuất bản thân đứng đầu chủ tịch thủ trưởng giám đốc bí thư lãnh
  đạo thường phó chánh văn người được giao phân nhiệm quan liên có cùng hợp dục vị mặt viễn lực nhánh cán chí lược quy hoạch trúc cung ứng ty quyền đảng chủ trì khác thực phẩm cổ hữu nghị dụng tàng sư lệnh hàng không chế ấp buôn vùng bào thiểu miền núi biên giới hải đảo ven biển chi mại du phát rừng mới cảnh sát điều bộ phận xúc tiến cục toàn cửa khẩu vệ lưu trữ liệu lao phổi dịch thống đô thị chợ cảng trạm dự đầu bộ chỉ biên quân an ninh tiết đất rừng
  đồng nghề nghiệp khám chữa bệnh nuôi dưỡng trợ giúp bảo đảm ngân tín dụng phần đo lường chất lượng thú y trồng trọt bảo
  thủy thuỷ lợi lâm kiểm soát tật giao thông hội viên tham gia theo chức năng phạm vi chương trình thông tấn`
    .split(/\s+/u)
    .filter((w) => w !== ''),
)

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

/** Words that say nothing about who (L12): "theo chức năng, nhiệm vụ được giao", "trong phạm vi … của mình". */
export const EMPTY_WORDS: Shape = {
  id: 'L12',
  pattern: /[\s,]+(?:theo|trong\s+phạm\s+vi|căn\s+cứ)\s+(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền|phạm\s+vi).*$/u,
  example: 'Các sở, ngành theo chức năng, nhiệm vụ được giao',
}

const SHARED_HEAD = /^(?:[Cc]ác\s+)?([Ss]ở|[Bb]an|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]rường|[Hh]ội)(?:\s*:\s*|\s+)(?=\p{Lu})/u

/** "Các sở: Y tế, Giáo dục và Đào tạo, Công Thương" -> a body for each; null when `p` is no such list. */
function shared(p: Passage): Passage[] | null {
  const head = /^[Cc]ác\s/u.test(p.text) ? SHARED_HEAD.exec(p.text) : null
  if (!head) return null
  const kind = (head[1] ?? '').charAt(0).toUpperCase() + (head[1] ?? '').slice(1)
  const office = kind === 'Sở'
  const out: Passage[] = []
  let from = head[0].length
  while (from < p.text.length) {
    const rest = p.text.slice(from)
    const known = office ? (DEPARTMENT.exec(rest)?.[0] ?? null) : null
    const end = known ? known.length : rest.search(/\s*[,;]|\s+và\s/u)
    const name = cut(p, from, end < 0 ? p.text.length : from + end)
    if (!/^\p{Lu}/u.test(name.text) || startsBody(name.text)) break
    const at = [...Array.from({ length: kind.length + 1 }, () => name.at[0] ?? 0), ...name.at]
    out.push({ text: `${kind} ${name.text}`, at })
    const next = end < 0 ? null : /^\s*(?:[,;]\s*(?:và\s+)?|và\s+)/u.exec(rest.slice(end))
    if (!next) {
      const tail = cut(p, from + Math.max(0, end))
      return end < 0 || tail.text === '' || /^(?:tỉnh|thành phố)$/iu.test(tail.text) ? out : null
    }
    from += end + next[0].length
  }
  const tail = cut(p, from)
  return tail.text === '' ? out : [...out, ...listOf(tail)]
}

/** Cuts a list of bodies ("các sở, ban, ngành, UBND các huyện và Sở A") into names. */
export function listOf(p: Passage): Passage[] {
  const out: Passage[] = []
  let from = 0
  for (const m of p.text.matchAll(
    /\s*[,;]\s+(?:[-+•]\s*)?(?:và\s+)?(?:với\s+)?|\s+(?:và|cùng)\s+(?:với\s+)?|\s*\.\s+/gu,
  )) {
    const next = m.index + m[0].length
    const joint = /^(?:Báo|Văn phòng (?:HĐND|Đoàn ĐBQH)|Ban Quản lý Khu kinh tế)$/u.test(
      p.text.slice(from, m.index).trim(),
    )
    const insideBracket = p.text.slice(from, m.index).split('(').length > p.text.slice(from, m.index).split(')').length
    if (insideBracket || (joint && /và/u.test(m[0])) || !LIST_START.test(p.text.slice(next))) continue
    out.push(cut(p, from, m.index))
    from = next
  }
  out.push(cut(p, from))
  const names = out
    .map((x) => cut(x, 0, x.text.replace(EMPTY_WORDS.pattern, '').replace(/[\s,;.:]+$/u, '').length))
    .filter((x) => /\p{L}/u.test(x.text))
  const whole =
    names[0] && /^[Cc]ác\s+(?:[Ss]ở|[Bb]an|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]rường|[Hh]ội)(?:\s*:|\s+\p{Lu})/u.test(p.text)
  return (whole ? shared(cut(p, 0, p.text.replace(/[\s,;.:]+$/u, '').length)) : null) ?? names
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
