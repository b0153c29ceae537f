/**
 * Tên cơ quan: how the name of a body begins, and which names stand for an open group. Names stay as written; whom they
 * mean on which day is for the register of organisations.
 */
import type { Shape } from './phrase.ts'

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
/** Where a further body begins within a list of bodies. */
export const LIST_START = new RegExp(
  `^(?:các\\s+(?!khu\\s)\\p{Ll}|(?:Công\\s+ty|Tổng\\s+công\\s+ty|Tập\\s+đoàn|Hội\\s+đồng|Bảo\\s+tàng|Thư\\s+viện|Nhà\\s+hát|Đoàn|Hải\\s+quan|Kiểm\\s+toán|Quỹ|Cảng|Cảng\\s+vụ|Chi\\s+cục|Đại\\s+học|Viện|Phân\\s+viện|Trường|Hợp\\s+tác\\s+xã|Hiệp\\s+hội|Câu\\s+lạc\\s+bộ|Đội|Vườn|Bộ\\s+Tư\\s+lệnh|Liên\\s+đoàn|Liên\\s+hiệp|Liên\\s+minh|Phòng|Trạm|Đồn|Nhà\\s+máy)\\s+\\p{L}|${BODY_STARTS.filter(
    (s) => s.id !== 'mass',
  )
    .map((s) => s.pattern.source)
    .join('|')})`,
  'u',
)

/** Whether the name of a body begins here. */
export const startsBody = (text: string): boolean => START.test(text)

/** Words that say nothing about who (L12): "theo chức năng, nhiệm vụ được giao", "trong phạm vi … của mình". */
export const EMPTY_WORDS: Shape = {
  id: 'L12',
  pattern: /[\s,]+(?:theo|trong\s+phạm\s+vi|căn\s+cứ)\s+(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền|phạm\s+vi).*$/u,
  example: 'Các sở, ngành theo chức năng, nhiệm vụ được giao',
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
