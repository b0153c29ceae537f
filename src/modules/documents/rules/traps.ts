/**
 * Con số không phải chỉ tiêu: figures that look like values and are not. One row for each habit of plan documents.
 */
import { everyMatch, phrase, type Shape } from './phrase.ts'
import { ON_TO, START_UNIT } from './units.ts'

/** A stretch of a sentence whose numbers are no values, and the row that says so. */
export type Trap = { readonly id: string; readonly start: number; readonly end: number }

/** The habits. The whole match is out of bounds for values. */
export const TRAPS: readonly Shape[] = [
  {
    id: 'age',
    pattern:
      /(?:độ\s+tuổi\s+)?(?:(?:dưới|trên|từ|đủ|đến|không\s+quá|mới|tròn)\s+)?(?<![\p{L}\p{N}.,])\d+(?:\s*(?:-|–|đến(?:\s+dưới)?)\s*\d+)?\s*tuổi(?:\s+trở\s+(?:lên|xuống))?/giu,
    example: 'tỷ lệ huy động trẻ 5 tuổi ra lớp',
  },
  {
    id: 'age-limit',
    pattern:
      /(?<!\d\s*)(?:độ\s+)?tuổi\s+(?:dưới|trên|từ|đến|không\s+quá)\s+\d+(?:\s*(?:-|–|đến)\s*\d+)?(?![\d.,]*\s*[%‰/]|[.,]?\d)/giu,
    example: 'có độ tuổi dưới 40',
  },
  {
    id: 'rate-base',
    pattern: /(?:\/|trên)\s*(?:\d+\s*)?(?:vạn|[\d.]+)\s*(?:người\s+)?(?:dân|trẻ|bé\s+gái|ca)(?![\p{L}])/giu,
    example: 'số bác sỹ/10.000 dân',
  },
  {
    id: 'year',
    pattern: phrase('(?:năm|giai đoạn|nhiệm kỳ|thời kỳ|năm học) \\d{4}(?:\\s*[-–—]\\s*\\d{4})?', 'giu'),
    example: 'giai đoạn 2021 - 2025',
  },
  { id: 'years', pattern: /(?<!\d)(?:19|20)\d{2}\s*[-–—]\s*(?:19|20)\d{2}(?!\d)/gu, example: '2021-2025' },
  {
    id: 'date',
    pattern: phrase('(?:ngày|tháng|quý) \\d{1,2}(?:[/.-]\\d{1,2})*', 'giu'),
    example: 'trước ngày 05 tháng 12',
  },
  {
    id: 'duration',
    pattern:
      /(?<![\p{L}\p{N}.,])\d+(?:\s*(?:-|–|đến)\s*\d+)?\s*(?:năm|tháng|ngày(?:\s+đêm)?|tuần|giờ|phút)(?![\p{L}])/giu,
    example: 'sau 05 năm được thu hút',
  },
  {
    id: 'numbered-name',
    pattern: phrase(
      '(?:Điều|khoản|mục|Phụ lục|Mẫu số|Biểu|Đề án|Chương trình|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Công văn|khóa|lần thứ) (?:số )?\\d+',
      'giu',
    ),
    example: 'Đề án 06',
  },
  { id: 'sign', pattern: /số\s+\d+\s*[-/]\S+/giu, example: 'Nghị quyết số 45-NQ/TW' },
  { id: 'version', pattern: /(?<![\p{L}\p{N}])\d\.0(?![\d%])/gu, example: 'cách mạng công nghiệp 4.0' },
  {
    id: 'bracket',
    pattern: /\((?:[^()]|\([^()]{0,200}\)){0,600}\)/gu,
    example: '1.200 bệnh nhân (lao phổi AFB (+) mới: 640 bệnh nhân)',
  },
  {
    id: 'level',
    pattern: phrase(
      '(?:tiêu chí|cấp độ|mức độ|loại|bậc|tuyến|vùng|đợt|vòng) (?:số )?\\d{1,2}(?!\\s*%|[.,]\\d|\\d|\\s*/)',
      'giu',
    ),
    example: 'dịch vụ công trực tuyến mức độ 4',
  },
  {
    id: 'tiers',
    pattern: phrase('(?:chính quyền|địa phương|mô hình|tổ chức|quản lý)(?: \\p{L}+){0,3} \\d{1,2} cấp', 'giu'),
    example: 'vận hành mô hình chính quyền địa phương 02 cấp',
  },
  {
    id: 'timetable',
    pattern: /(?<![\p{L}\p{N}.,])\d+\s*(?:buổi|ca|tiết|bữa)\s*\/\s*(?:ngày|tuần)/giu,
    example: 'học sinh được học 2 buổi/ngày',
  },
  {
    id: 'bandwidth',
    pattern:
      /(?:từ\s+|trên\s+|tối\s+thiểu\s+)?(?<![\p{L}\p{N}.,])\d[\d.,]*\s*[kMGT]?b(?:ps|\/s|it\/s)(?:\s+trở\s+lên)?/giu,
    example: 'wifi miễn phí, tốc độ từ 100 Mbps trở lên',
  },
  {
    id: 'size',
    pattern:
      /(?:quy\s+mô|công\s+suất|diện\s+tích|dân\s+số|bề\s+rộng|chiều\s+dài)\s+(?:từ|trên|dưới|không\s+quá|tối\s+đa)\s+\d[\d.,]*(?:\s*(?:-|–|đến)\s*\d[\d.,]*)?\s*[\p{L}/]{0,12}(?:\s+trở\s+(?:lên|xuống))?/giu,
    example: 'sáp nhập các trường quy mô dưới 05 lớp',
  },
  {
    id: 'none-below',
    pattern: phrase(
      'không (?:có|còn|để) [^,;.\\d]{1,60}(?:dưới|trên|từ|đạt dưới) \\d[\\d.,]*\\s*(?:%|\\p{L}+)(?: trở (?:lên|xuống))?',
      'giu',
    ),
    example: 'không còn xã dưới 15 tiêu chí',
  },
  {
    id: 'selects',
    pattern: phrase(
      '(?:tại|ở|đối với|cho|thuộc|trong) (?:\\p{L}+ ){1,7}có (?:tỷ lệ|tỉ lệ|mật độ|số)[^,;.\\d]{0,80}\\d[\\d.,]*\\s*(?:%|\\p{L}+)(?: trở (?:lên|xuống))?',
      'giu',
    ),
    example: 'tại các xã có tỷ lệ tảo hôn từ 10% trở lên',
  },
  {
    id: 'from-to',
    pattern: new RegExp(
      `từ\\s+(?:mức\\s+)?\\d[\\d.,]*${START_UNIT}(?:\\s+\\(?(?:(?:vào|của)\\s+)?(?:(?:cuối|đầu)\\s+)?năm\\s+\\d{4}\\)?)?${ON_TO}`,
      'giu',
    ),
    example: 'tăng từ 25% lên 40%',
  },
  {
    id: 'condition',
    pattern: phrase(
      '(?:có|đạt|dành|bố trí|thực hiện|đáp ứng|cung cấp|tổ chức|hoàn thành)(?: được)? (?:tối thiểu|ít nhất|đủ) \\d[\\d.]* \\p{L}+',
      'giu',
    ),
    example: '100% xã có tối thiểu 1 trạm',
  },
  {
    id: 'share-of-each',
    pattern: phrase(
      '(?:dành|bố trí|trích|thực hiện|đáp ứng|cung cấp|sử dụng)(?: được)? (?:tối thiểu|ít nhất|đủ|trên|từ) \\d[\\d.,]*\\s*%(?: trở lên)?',
      'giu',
    ),
    example: '100% trạm y tế xã thực hiện được tối thiểu 80% danh mục kỹ thuật',
  },
  {
    id: 'dose',
    pattern:
      /(?:(?:ít\s+nhất|tối\s+thiểu|từ|trên|đủ|không\s+quá)\s+)?(?<![\p{L}\p{N}.,])\d[\d.,]*\s*(?:tiết|giờ|buổi|lần|bài|cuộc|môn|tin|lượt|ngày|chuyên\s+mục)\s*(?:\/|mỗi\s+|một\s+)\s*(?:ngày|tuần|tháng|quý|năm|học\s+kỳ|khóa)(?![\p{L}])/giu,
    example: 'công chức học tập, bồi dưỡng ít nhất 40 tiết/năm',
  },
  {
    id: 'kinds',
    pattern: phrase('(?:với|đủ|ngừa|trong|theo|thuộc) \\d{1,2} (?:loại|mũi|bệnh|liều)', 'giu'),
    example: 'tiêm chủng đầy đủ cho trẻ em với 8 loại vắc xin',
  },
  {
    id: 'property',
    pattern:
      /(?:,|\s)(?:với\s+)?(?:tổng\s+)?(?:công\s+suất|diện\s+tích|quy\s+mô|vốn(?:\s+điều\s+lệ|\s+đầu\s+tư)?|suất\s+đầu\s+tư|chiều\s+dài|dung\s+lượng|tốc\s+độ(?:\s+truyền)?)(?:\s+(?:khoảng|từ|trên|dưới|không\s+quá|dự\s+kiến|thiết\s+kế|ban\s+đầu|tối\s+thiểu|là|đạt))*\s+\d[\d.,]*\s*(?:-\s*\d[\d.,]*)?/giu,
    example: '01 nhà máy, công suất 500 tấn/ngày',
  },
  {
    id: 'per-unit',
    pattern: phrase(
      '(?:trên|mỗi|cho|bình quân|trung bình|/) (?:0?1|một) (?:ha|héc-ta|hecta|đơn vị|lao động|người|hộ|xã|trường|lớp|km|sào)',
      'giu',
    ),
    example: 'giá trị sản phẩm thu được trên 1 ha đất trồng trọt',
  },
  {
    id: 'share-of-all',
    pattern: /(?<=100\s*%\s+(?:\p{L}+,?\s+){1,6})có\s+(?:ít\s+nhất|tối\s+thiểu|trên|từ)\s+\d[\d.,]*\s*%/giu,
    example: '100% xã, phường có ít nhất 70% hộ dân dùng nước sạch',
  },
  {
    id: 'fraction',
    pattern: /(?<![\d/.,\p{L}])[1-9]\s*\/\s*[2-9](?=\s+(?:số|tổng|diện\s+tích|lượng|dân|thành\s+viên)(?![\p{L}]))/giu,
    example: 'giảm ít nhất 1/3 số vụ cháy',
  },
  { id: 'stars', pattern: phrase('\\d(?:\\s*[-–]\\s*\\d)? sao', 'giu'), example: 'khách sạn 4 - 5 sao' },
  {
    id: 'present',
    pattern: phrase(
      '(?:(?<!(?:thực|biểu|phát|xuất|thể|tái|đại) )(?:hiện có|hiện nay có|hiện nay đạt|hiện đạt|hiện nay là)|đến nay có|đến nay đạt|đã đạt|đã có) [^,;]{0,40}\\d[\\d.,]*\\s*(?:%|\\p{L}+)',
      'giu',
    ),
    example: 'hiện có 28 trạm',
  },
  {
    id: 'base-year',
    pattern: phrase('so với (?:cuối )?(?:năm|cùng kỳ|giai đoạn) \\d{4}(?: \\([^)]{0,200}\\))?', 'giu'),
    example: 'giảm 50% so với năm 2020',
  },
]

/** Traps that need a share before them in the same sentence: "tối thiểu 1 trạm" alone may be a goal. */
const AFTER_SHARE = new Set(['condition', 'dose', 'share-of-each'])
/** A share before it in the same part, and no new clause beginning with it: "100% xã, phường có tối thiểu 1 trạm". */
const OF_SHARE = /\d\s*%[^;]*(?<![,:]\s*|\svà\s+|phấn\s+đấu\s+|đồng\s+thời\s+)$/iu
/** Traps that need another figure before them: a property of what was counted. */
const AFTER_FIGURE = new Set(['property'])
/** What makes a speed or a selecting share the very thing measured. */
const AIMED = /(?:phấn\s+đấu|bình\s+quân|trung\s+bình)[^;.]{0,80}$/iu
const UNLESS_AIMED = new Set(['bandwidth', 'selects'])
/** What makes an age or a length of time the very thing measured. */
const MEASURED: Readonly<Record<string, RegExp>> = {
  age: /tuổi\s+(?:thọ|bình\s+quân|trung\s+bình)[^;.]{0,60}$/iu,
  duration:
    /(?:thời\s+gian|số\s+năm|số\s+ngày|số\s+giờ)[^;.]{0,90}(?:đạt|tối\s+thiểu|không\s+quá|trên|dưới|khoảng|ít\s+nhất|còn|xuống|là|tối\s+đa)\s*$/iu,
}

/** Where the numbers of `text` are no values. */
export function trapsIn(text: string): Trap[] {
  const traps: Trap[] = []
  for (const { id, pattern } of TRAPS) {
    for (const m of everyMatch(pattern, text)) {
      if (AFTER_FIGURE.has(id) && !/\d/u.test(text.slice(0, m.index))) continue
      // The words of the comparison may belong to the trap itself: "đạt trên 80 tuổi".
      const lead = /^\D*/u.exec(m[0])?.[0] ?? ''
      if (id === 'bracket' && !/\d/u.test(m[0])) continue
      if (UNLESS_AIMED.has(id) && AIMED.test(text.slice(0, m.index) + lead)) continue
      if (MEASURED[id]?.test(text.slice(0, m.index) + lead)) continue
      if (AFTER_SHARE.has(id) && !OF_SHARE.test(text.slice(0, m.index))) continue
      traps.push({ id, start: m.index, end: m.index + m[0].length })
    }
  }
  return traps
}
