/**
 * Chỉ tiêu ngoài phần mục tiêu: goals set within a duty, a task or a news item. Most figures there are quantities of
 * work ("mở 05 lớp") or tell of the present; a figure counts only when its own sentence sets a goal.
 */
import type { Found } from './goal-drafts.ts'
import { phrase, type Shape } from './phrase.ts'

/** Words that set a goal: every figure after them in the sentence counts. */
export const GOAL_MARKERS: readonly Shape[] = [
  { id: 'T13', pattern: phrase('ph[ấầâa]n đ[ấầâa]u'), example: 'phấn đấu đến năm 2025 đạt 40%' },
  {
    id: 'aim',
    pattern: phrase('(?:đặt |đề ra )?(?:mục tiêu|chỉ tiêu)(?: (?:là|đến|đặt ra)|\\s*:)'),
    example: 'với mục tiêu là 90% hồ sơ',
  },
]

/** Words right before a figure that make it a level to be reached. */
export const REACHING: readonly Shape[] = [
  {
    id: 'reach',
    pattern: phrase(
      '(?:đạt|bảo đảm|đảm bảo|duy trì|giữ(?: vững)?|lên|xuống|còn|có|chiếm|hoàn thành(?: tại| cho)?)(?: (?:tỷ lệ|mức|ở mức|được|ít nhất|tối thiểu|tối đa|không quá|không dưới|không thấp hơn|trên|dưới|khoảng|từ|đạt|có))*$',
    ),
    example: 'bảo đảm tỷ lệ giải quyết tố giác, tin báo đạt trên',
  },
  {
    id: 'cut',
    pattern: phrase('giảm(?: (?:bình quân|ít nhất|tối thiểu|trên|khoảng|thêm|từ))*$'),
    example: 'cắt giảm ít nhất',
  },
]

/** A limit in years that belongs to the sentence itself, not to the name of an act. */
export const LIMITS: readonly Shape[] = [
  { id: 'T14m', pattern: phrase('(?:đến|tới|trước)(?: hết| cuối)? năm \\d{4}'), example: 'Đến năm 2030, duy trì 20%' },
  { id: 'T15m', pattern: phrase('vào(?: cuối)? năm \\d{4}'), example: '60% vào năm 2030' },
  {
    id: 'D1m',
    pattern: phrase('trước ngày \\d{1,2}(?:/\\d{1,2}/| tháng \\d{1,2} năm )\\d{4}'),
    example: 'trước ngày 30/6/2027',
  },
]

/** What tells of the present or the past. */
export const TELLING: readonly Shape[] = [
  {
    id: 'now',
    pattern: phrase(
      '(?<!(?:thực|biểu|phát|xuất|thể|tái|đại) )hiện(?! (?:đại|trường|hành|thực|vật|tượng|diện|trạng))(?: nay| tại)?(?: có| đạt| còn| là| mới)?|đến nay|tính đến|cùng kỳ|(?:năm|thời gian) qua|được biết',
    ),
    example: 'hiện có 28 trạm',
  },
  {
    id: 'done',
    pattern: phrase(
      'đã (?:đạt|có|hoàn thành|giảm|tăng|tổ chức|ban hành|thực hiện|xây dựng|triển khai|thu hút|huy động|cấp|làm|được)',
    ),
    example: 'đã hoàn thành 15 công trình',
  },
  {
    id: 'only',
    pattern: phrase('(?:mới|chỉ|ước|vẫn)(?: chỉ| mới)? (?:đạt|có|còn|thực hiện)|còn thiếu|xảy ra'),
    example: 'mới đạt 61,7%',
  },
]

/** Shares and sums of money: what is paid, not what is reached. */
const PAID_BEFORE =
  /(?:kinh\s+phí|chi\s+phí|nhu\s+cầu\s+vốn|(?:tổng|nguồn)\s+vốn|lãi\s+suất|mức\s+(?:hỗ\s+trợ|chi|thu|phạt|đóng)|học\s+phí|dự\s+toán|đối\s+ứng)(?:\s+(?:\p{L}+\s+){0,4}?)?(?:(?:tối\s+đa|không\s+quá|tối\s+thiểu|ít\s+nhất|bằng|là|khoảng|trên|dưới|từ)\s+)*$/iu
/** "Hỗ trợ 5 tỷ đồng" is paid, "hỗ trợ hình thành mới 25 doanh nghiệp" is not. */
const HELPED_BEFORE =
  /hỗ\s+trợ(?:\s+(?:\p{L}+\s+){0,4}?)?(?:(?:tối\s+đa|không\s+quá|tối\s+thiểu|ít\s+nhất|bằng|là|khoảng|trên|dưới|từ)\s+)*$/iu
const MONEY = /^%|đồng|^(?:nghìn\s+|ngàn\s+)?(?:tỷ|tỉ|triệu)(?:\/|$)|USD/iu
const PAID_AFTER =
  /^\s*(?:kinh\s+phí|chi\s+phí|giá\s+trị\s+hợp\s+đồng|lãi\s+suất|học\s+phí|tiền|vốn|ngân\s+sách|xi\s+măng|mức\s+(?:lương|đóng|chi))/iu
const PAID_SHARE = /hỗ\s+trợ\s+(?:(?:tối\s+đa|không\s+quá|tối\s+thiểu)\s+)?\d[\d.,]*\s*%/iu
/** "Hỗ trợ sinh kế cho ít nhất 70% hộ": people reached, not money. */
const REACHED = /\scho\s+(?:(?:ít\s+nhất|tối\s+thiểu|trên|khoảng)\s+)*$/iu

/** Whether a figure is a share of costs or a sum of money rather than a goal. */
export function isPaid({ before, after, goal }: Found): boolean {
  if (REACHED.test(before)) return false
  if (HELPED_BEFORE.test(before) && MONEY.test(goal.unit ?? '')) return true
  return PAID_BEFORE.test(before) || PAID_AFTER.test(after) || (goal.unit === '%' && PAID_SHARE.test(before))
}

const any = (shapes: readonly Shape[], text: string): boolean => shapes.some((s) => s.pattern.test(text))

/** The words of the sentence that belong to the figure: from the last semicolon or full stop on. */
const near = (before: string): string => before.slice(before.lastIndexOf(';') + 1)

/** Whether a figure tells of the present or the past; `made` is the year of the document. */
export function isTold({ before, goal, named }: Found, made: number | null): boolean {
  if (any(GOAL_MARKERS, before.slice(Math.max(0, before.lastIndexOf(',') - 80)))) return false
  return any(TELLING, near(before)) || (named && made !== null && goal.by !== null && goal.by < made)
}

/** "Thực hiện Chương trình … đến năm 2030": the year of an act, no limit of the sentence. */
const ACT_YEARS =
  /(?:Chương trình|Chiến lược|Đề án|Kế hoạch|Quy hoạch|Nghị quyết|Quyết định|Chỉ thị|Kết luận)(?:(?!phấn đấu|mục tiêu)[^,;.]){0,200}?(?:năm|giai đoạn)\s+\d{4}(?:\s*[-–—]\s*\d{4})?/gu

/** What a document offers to judge by: whether a part of it announces goals, and the year it was made. */
export type Setting = { readonly announced: boolean; readonly made: number | null }

/** "Chỉ tiêu đạt dưới 80% tiến độ phải nêu nguyên nhân": the figure is a condition of what follows. */
const CONDITION_AFTER = /^[^,;.]{0,60}?(?:^|\s)(?:phải|thì|sẽ\s+bị|(?<!(?:thiết|trang|chuẩn)\s)bị|không\s+được)(?=\s)/iu
const CONDITION_BEFORE =
  /(?:^|[\s,;])(?:nếu|trường\s+hợp|khi|đối\s+với\s+(?:các|những)\s[^,;]{0,40}\scó)\s[^,;.]{0,80}$/iu

/** Whether a figure found in a duty or a task is a goal. */
export function setsGoal(found: Found, { announced, made }: Setting): boolean {
  const { goal, before, after } = found
  if (goal.qualitative || isTold(found, made) || isPaid(found)) return false
  if (any(GOAL_MARKERS, before)) return true
  if (CONDITION_AFTER.test(after) || CONDITION_BEFORE.test(before)) return false
  const share = /^[%‰]$|\/(?:vạn|1[\d.]{2,})/u.test(goal.unit ?? '')
  const own = near(before)
  const limits = `${own.replace(ACT_YEARS, ' ')} ${/^[^;]*/u.exec(after)?.[0] ?? ''}`
  const limited = found.named && any(LIMITS, limits)
  const reaching = any(REACHING, own.trimEnd()) || goal.rawComparator !== null
  if (share) return limited || any(REACHING, own.trimEnd()) || !announced
  return (reaching && (limited || (!announced && found.named))) || quota(found, own)
}

/** Việc của cơ quan: what offices do or hold, however many: "mở 05 lớp", "tổ chức 02 hội nghị", "bố trí 385 tỷ đồng". */
const WORK =
  /^(?:lớp|cuộc|hội\s+nghị|buổi|đợt|lượt|lần|chuyên\s+(?:mục|đề)|bài|tin|bản|phiên|đoàn|văn\s+bản|đề\s+án|tháng|ngày|giờ|năm|phút|kỳ|số|phóng\s+sự|hội|ấn|bộ|cơ\s+sở\s+dữ|hệ\s+thống|nền\s+tảng|vụ|đối|tiết)(?![\p{L}])(?!\s+người)/iu
const PEOPLE =
  /^(?:người|lượt\s+người|lao\s+động|cán\s+bộ|công\s+chức|viên\s+chức|bác\s+s[ĩỹ]|giáo\s+viên|giảng\s+viên|sinh\s+viên|học\s+(?:sinh|viên)|kỹ\s+sư|tiến\s+s[ĩỹ]|thạc\s+s[ĩỹ]|chuyên\s+gia|nhà\s+khoa\s+học|trí\s+thức|nhân\s+lực|đảng\s+viên|hội\s+viên|đoàn\s+viên|điều\s+dưỡng|dược\s+s[ĩỹ])(?![\p{L}])/iu
/** "Giai đoạn 2026 - 2030, cử 40 cán bộ …": a limit opening the sentence or its part holds for every count in it. */
const LED = /^\s*(?:trong\s+)?(?:(?:đến|tới)\s+(?:(?:hết|cuối)\s+)?năm\s+\d{4}|giai\s+đoạn\s+\d{4}\s*[-–—]\s*\d{4})/iu
const EACH_YEAR = /(?:^|[\s,;])(?:mỗi|hằng|hàng)\s+năm(?=[\s,])/iu
const PERIOD = /(?:đến\s+(?:hết\s+)?năm|giai\s+đoạn)\s+20\d\d/iu
/** People brought in are a result, not work. */
const BROUGHT_IN =
  /(?:thu\s+hút|tuyển\s+dụng|tuyển|tạo\s+việc\s+làm|giải\s+quyết\s+việc\s+làm|kết\s+nạp)(?:\s+(?:mới|thêm|được|cho|ít\s+nhất|tối\s+thiểu|trên|khoảng|từ))*\s*$/iu

/** Whether a count within a task is what is to be reached by then or every year, not a quantity of work. */
function quota({ goal, sentence, after }: Found, own: string): boolean {
  const unit = goal.unit ?? ''
  if (unit === '' || WORK.test(unit) || MONEY.test(unit)) return false
  const bounded = goal.rawComparator !== null || goal.valueHigh !== null
  const people = PEOPLE.test(unit)
  if (unit.endsWith('/năm') && EACH_YEAR.test(own + (/^[^;]*/u.exec(after)?.[0] ?? ''))) return bounded || people
  if (LED.test(own) || LED.test(sentence)) return bounded || people
  return people && BROUGHT_IN.test(own) && PERIOD.test(sentence)
}

/** Whether the sentence itself says that it sets a goal: the only kind a part on purpose can hold. */
export const aims = ({ before }: Found): boolean => any(GOAL_MARKERS, before)

/** Paragraphs of a news item that tell, quote or describe. */
const NEWS_TELLS =
  /^(?:Được biết|Hiện|Đến nay|Tính đến|Trước đó|Theo (?:ông|bà|đồng chí|anh|chị|lãnh đạo|Văn phòng|Sở|Cục|thống kê|báo cáo)|Tại (?:xã|phường|huyện|thôn|bản|thị|hội|buổi)|Ông|Bà|Anh|Chị|Không chỉ|Chỉ trong|Trong (?:năm|những năm|thời gian) qua|Năm qua|Những năm|Thời gian qua|Tuy nhiên|Phát biểu|Chia sẻ|Trao đổi)(?![\p{L}])/u
const NEWS_SPEAKS = /(?:cho biết|chia sẻ|cho hay|nói rằng|nói)\s*(?::|,|rằng|“|")/iu
const NEWS_AIMS =
  /(?:ph[ấầâa]n đ[ấầâa]u|mục tiêu|chỉ tiêu|đặt ra|đề ra|(?:đến|vào|tới)(?:\s+hết|\s+cuối)?\s+năm\s+20\d\d)/iu

/** Whether a paragraph of a news item can hold goals. */
export const newsAims = (text: string): boolean =>
  NEWS_AIMS.test(text) && !NEWS_TELLS.test(text) && !NEWS_SPEAKS.test(text)

/** Whether a figure in such a paragraph is a goal. */
export const newsGoal = (found: Found, made: number | null): boolean =>
  !found.goal.qualitative && !isTold(found, made) && !isPaid(found) && !/^Tuy nhiên/u.test(found.sentence)

const HORIZON = /(?:đến|tới)(?:\s+hết|\s+cuối)?\s+năm\s+(20\d\d)/iu

/** The year by which the goals of the following paragraphs are set: "phấn đấu đến năm 2030 …". */
export const horizonIn = (text: string): number | null => Number(HORIZON.exec(text)?.[1] ?? 0) || null
