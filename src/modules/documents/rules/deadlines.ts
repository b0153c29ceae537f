/**
 * Thời hạn: the forms in which plans say by when, and their normal form. Rows are tried in order; in running text only
 * those marked `open` count, because a year or a rhythm in a sentence is seldom its deadline.
 */
import { BEFORE, phrase, type Shape } from './phrase.ts'

/** Thời hạn as read: normal form and the words. */
export type Due = { readonly due: string; readonly raw: string; readonly start: number }

type DueShape = Shape & {
  /**
   * Found in running text too, not only after a label or in a column: `day` wins over `rhythm` wherever they stand, because
   * a rhythm or a year often only says how the work goes on.
   */
  readonly open: false | 'day' | 'rhythm'
  readonly due: string
  readonly normal: (m: RegExpExecArray) => string | null
}

const two = (n: string | undefined): string => String(n ?? '').padStart(2, '0')
const real = (d: number, m: number): boolean =>
  m >= 1 && m <= 12 && d >= 1 && d <= ([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0)

/** `YYYY-MM-DD` of three written parts, or null when there is no such day. */
export function isoDay(d: string | undefined, m: string | undefined, y: string | undefined): string | null {
  if (!real(Number(d), Number(m)) || !y) return null
  if (Number(m) === 2 && Number(d) === 29 && !(Number(y) % 4 === 0 && (Number(y) % 100 !== 0 || Number(y) % 400 === 0)))
    return null
  return `${y}-${two(m)}-${two(d)}`
}

/** `MM-DD` of two written parts, or null when no year has such a day. */
export const monthDay = (d: string | undefined, m: string | undefined): string | null =>
  real(Number(d), Number(m)) ? `${two(m)}-${two(d)}` : null

/** Quý I, II, III, IV or 1 to 4. */
function quarter(text: string | undefined): string | null {
  const n = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }[(text ?? '').toUpperCase()]
  return n ? `Q${n}` : null
}

const YEARLY = '(?:hằng|hàng|mỗi) năm'
const DAY_MONTH = '(\\d{1,2})(?:\\s*[/.-]\\s*| tháng )(\\d{1,2})'

/** The forms. */
export const DUE_SHAPES: readonly DueShape[] = [
  {
    id: 'R1',
    open: 'day',
    due: 'yearly:12-05',
    pattern: phrase(
      `(?:định kỳ )?(?:xong )?(?:trước|chậm nhất)(?: là)?(?: trước)?(?: ngày)? ${DAY_MONTH}(?: (?:của )?${YEARLY})`,
    ),
    example: 'Định kỳ trước ngày 05 tháng 12 hằng năm',
    normal: (m) => {
      const d = monthDay(m[1], m[2])
      return d && `yearly:${d}`
    },
  },
  {
    id: 'R1b',
    open: 'day',
    due: 'yearly:11-15',
    pattern: phrase(`${YEARLY},? (?:trước|chậm nhất)(?: trước)?(?: ngày)? ${DAY_MONTH}(?![/.-]?\\d)`),
    example: 'hằng năm trước ngày 15/11',
    normal: (m) => {
      const d = monthDay(m[1], m[2])
      return d && `yearly:${d}`
    },
  },
  {
    id: 'R7',
    open: 'day',
    due: 'yearly',
    pattern: phrase(
      `(?:trước|vào)(?: các)?(?: ngày)? ${DAY_MONTH}(?:,? (?:và |, )?(?:trước )?(?:ngày )?${DAY_MONTH}){1,5}(?: (?:của )?${YEARLY})`,
    ),
    example: 'trước ngày 20/6 và 20/12 hằng năm',
    normal: () => 'yearly',
  },
  {
    id: 'R1n',
    open: 'day',
    due: 'yearly:01-15',
    pattern: phrase(`(?:trước|chậm nhất)(?: là)?(?: trước)?(?: ngày)? ${DAY_MONTH} năm (?:sau|trước|kế tiếp|liền kề)`),
    example: 'trước ngày 15 tháng 01 năm sau',
    normal: (m) => {
      const d = monthDay(m[1], m[2])
      return d && `yearly:${d}`
    },
  },
  {
    id: 'R1c',
    open: 'day',
    due: 'yearly:12-25',
    pattern: phrase(
      `${YEARLY}[ ,][^.;]{0,160}?(?:trước|chậm nhất)(?: là)?(?: trước)?(?: ngày)? ${DAY_MONTH}(?![/.-]?\\d)(?! năm)`,
    ),
    example: 'Hằng năm tổng hợp, báo cáo UBND tỉnh trước ngày 25 tháng 12',
    normal: (m) => {
      const d = monthDay(m[1], m[2])
      return d && `yearly:${d}`
    },
  },
  {
    id: 'D1',
    open: 'day',
    due: '2025-10-30',
    pattern: phrase(
      `(?:xong |hoàn thành )?(?:trước|chậm nhất)(?: là)?(?: trước)?(?: ngày)? ${DAY_MONTH}(?:\\s*[/.-]\\s*| năm )(\\d{4})`,
    ),
    example: 'trước ngày 30/10/2025',
    normal: (m) => isoDay(m[1], m[2], m[3]),
  },
  {
    id: 'D3',
    open: 'day',
    due: '2025-06',
    pattern: phrase(
      '(?:xong |hoàn thành |ban hành |thực hiện |trong |trước )+tháng (\\d{1,2})(?:\\s*[/.-]\\s*| năm )(\\d{4})',
    ),
    example: 'hoàn thành trong tháng 6/2025',
    normal: (m) => (real(1, Number(m[1])) ? `${m[2]}-${two(m[1])}` : null),
  },
  {
    id: 'D3p',
    open: 'day',
    due: '2025-06',
    pattern: /\(\s*(?:trong\s+)?tháng\s+(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})\s*\)/iu,
    example: 'tổ chức Tháng hành động (tháng 6/2025)',
    normal: (m) => (real(1, Number(m[1])) ? `${m[2]}-${two(m[1])}` : null),
  },
  {
    id: 'D3r',
    open: 'day',
    due: '2024-03/2024-10',
    pattern: phrase('từ tháng (\\d{1,2})(?:/(\\d{4}))? đến(?: hết)? tháng (\\d{1,2})(?:/| năm )(\\d{4})'),
    example: 'từ tháng 3 đến tháng 10/2024',
    normal: (m) =>
      real(1, Number(m[1])) && real(1, Number(m[3])) ? `${m[2] ?? m[4]}-${two(m[1])}/${m[4]}-${two(m[3])}` : null,
  },
  {
    id: 'D14m',
    open: 'day',
    due: 'from:2026-02',
    pattern: phrase('(?:bắt đầu )?từ tháng (\\d{1,2})(?:/| năm )(\\d{4})(?! đến)'),
    example: 'bắt đầu từ tháng 02/2026',
    normal: (m) => (real(1, Number(m[1])) ? `from:${m[2]}-${two(m[1])}` : null),
  },
  {
    id: 'D14y',
    open: 'rhythm',
    due: 'from:2025',
    pattern: phrase('từ (?:năm học |năm )(\\d{4})(?:\\s*[-–]\\s*\\d{4})?(?=\\s*[,.;)]|$)(?! đến)'),
    example: 'vào hoạt động ngoại khóa từ năm học 2025 - 2026.',
    normal: (m) => `from:${m[1]}`,
  },
  {
    id: 'D1c',
    open: 'day',
    due: '2026-10-30',
    pattern: phrase('(?:xong|hoàn thành)(?: trong)?(?: ngày)? (\\d{1,2})/(\\d{1,2})/(\\d{4})'),
    example: 'hoàn thành 30/10/2026',
    normal: (m) => isoDay(m[1], m[2], m[3]),
  },
  {
    id: 'D3e',
    open: 'day',
    due: '2024-07',
    pattern: phrase('tháng (\\d{1,2})(?:/| năm )(\\d{4})(?=\\s*(?:[.;)]|\\[|$))'),
    example: 'tổ chức sơ kết tháng 7/2024.',
    normal: (m) => (real(1, Number(m[1])) ? `${m[2]}-${two(m[1])}` : null),
  },
  {
    id: 'D4s',
    open: false,
    due: '2025-Q1/2025-Q3',
    pattern: phrase(
      'qu[ýí] (IV|III|II|I|[1-4])(?:\\s*[/.-]\\s*(\\d{4}))?\\s*(?:[-–,]|đến|và)\\s*qu[ýí] (IV|III|II|I|[1-4])(?:\\s*[/.-]\\s*|,? (?:năm )?)(\\d{4})',
    ),
    example: 'Quý I - Quý III/2025',
    normal: (m) => {
      const a = quarter(m[1])
      const b = quarter(m[3])
      return a && b && `${m[2] ?? m[4]}-${a}/${m[4]}-${b}`
    },
  },
  {
    id: 'D14d',
    open: 'day',
    due: '2026-04-15/2026-07-15',
    pattern: phrase('từ(?: ngày)? (\\d{1,2})/(\\d{1,2}) đến(?: hết)?(?: ngày)? (\\d{1,2})/(\\d{1,2})/(\\d{4})'),
    example: 'từ ngày 15/4 đến ngày 15/7/2026',
    normal: (m) => {
      const a = isoDay(m[1], m[2], m[5])
      const b = isoDay(m[3], m[4], m[5])
      return a && b && `${a}/${b}`
    },
  },
  {
    id: 'D4r',
    open: 'day',
    due: '2026-Q2/2027-Q3',
    pattern: phrase(
      'từ qu[ýí] (IV|III|II|I|[1-4])(?:\\s*[/.-]\\s*|,? (?:năm )?)(\\d{4}) đến(?: hết)? qu[ýí] (IV|III|II|I|[1-4])(?:\\s*[/.-]\\s*|,? (?:năm )?)(\\d{4})',
    ),
    example: 'từ Quý II/2026 đến Quý III/2027',
    normal: (m) => {
      const a = quarter(m[1])
      const b = quarter(m[3])
      return a && b && `${m[2]}-${a}/${m[4]}-${b}`
    },
  },
  {
    id: 'D4',
    open: 'day',
    due: '2025-Q4',
    pattern: phrase('(?:trong |trước |hoàn thành )?qu[ýí] (IV|III|II|I|[1-4])(?:\\s*[/.-]\\s*|,? (?:năm )?)(\\d{4})'),
    example: 'trong quý IV/2025',
    normal: (m) => {
      const q = quarter(m[1])
      return q && `${m[2]}-${q}`
    },
  },
  {
    id: 'D11',
    open: false,
    due: 'from:2025',
    pattern: phrase('(?:từ )?(?:trong )?năm (\\d{4}) và (?:các|những) năm (?:tiếp theo|sau|kế tiếp)'),
    example: 'Năm 2025 và các năm tiếp theo',
    normal: (m) => `from:${m[1]}`,
  },
  {
    id: 'D14s',
    open: 'day',
    due: '2025-03-01/2025-06-30',
    pattern: phrase('từ(?: ngày)? (\\d{1,2})/(\\d{1,2})/(\\d{4}) đến(?: ngày)? (\\d{1,2})/(\\d{1,2})/(\\d{4})'),
    example: 'từ ngày 01/3/2025 đến ngày 30/6/2025',
    normal: (m) => {
      const a = isoDay(m[1], m[2], m[3])
      const b = isoDay(m[4], m[5], m[6])
      return a && b && `${a}/${b}`
    },
  },
  {
    id: 'D14',
    open: 'rhythm',
    due: 'from:2026-01-01',
    pattern: phrase('từ(?: ngày)? (\\d{1,2})/(\\d{1,2})/(\\d{4})'),
    example: 'Từ 01/01/2026',
    normal: (m) => {
      const a = isoDay(m[1], m[2], m[3])
      return a && `from:${a}`
    },
  },
  {
    id: 'D1b',
    open: false,
    due: '2025-12-31',
    pattern: phrase('(?:ngày )?(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})'),
    example: '31/12/2025',
    normal: (m) => isoDay(m[1], m[2], m[3]),
  },
  {
    id: 'D6',
    open: false,
    due: '2025/2030',
    pattern: phrase('(?:giai đoạn |từ năm |năm )?(\\d{4})(?:\\s*[-–—]\\s*| đến(?: năm)? )(\\d{4})'),
    example: 'Giai đoạn 2025 - 2030',
    normal: (m) => `${m[1]}/${m[2]}`,
  },
  {
    id: 'D3b',
    open: false,
    due: '2025-12',
    pattern: phrase('(?<![/.-]\\s*)(?:tháng )?(\\d{1,2})(?:\\s*[/.-]\\s*| năm )(\\d{4})'),
    example: 'Tháng 12/2025',
    normal: (m) => (real(1, Number(m[1])) ? `${m[2]}-${two(m[1])}` : null),
  },
  {
    id: 'D9m',
    open: false,
    due: 'yearly',
    pattern: phrase(`tháng (\\d{1,2}) (?:${YEARLY})`),
    example: 'Tháng 12 hằng năm',
    normal: (m) => (real(1, Number(m[1])) ? 'yearly' : null),
  },
  {
    id: 'D6o',
    open: 'rhythm',
    due: '2026/2030',
    pattern: phrase('(?:(?<=[,;(]\\s{0,2})|trong )giai đoạn (\\d{4})\\s*[-–—]\\s*(\\d{4})(?=\\s*[.;,)]|$)'),
    example: 'hỗ trợ trong giai đoạn 2026 - 2030.',
    normal: (m) => `${m[1]}/${m[2]}`,
  },
  {
    id: 'T14s',
    open: 'rhythm',
    due: '2027',
    pattern: /(?:^|[;.]\s+)Đến\s+(?:hết\s+|cuối\s+)?năm\s+(\d{4}),/u,
    example: 'Đến hết năm 2027, hoàn thành cơ sở dữ liệu',
    normal: (m) => m[1] ?? null,
  },
  {
    id: 'D6s',
    open: 'rhythm',
    due: '2026/2030',
    pattern: /^(?:Trong\s+)?(?:Giai\s+đoạn|[Hh]ai\s+năm|[Bb]a\s+năm)\s+(\d{4})\s*[-–]\s*(\d{4}),/u,
    example: 'Giai đoạn 2026 - 2030, Sở Công Thương tổ chức hội chợ',
    normal: (m) => `${m[1]}/${m[2]}`,
  },
  {
    id: 'D1y',
    open: 'day',
    due: 'yearly:06-05',
    pattern: phrase(`(?<!đến )(?:vào )?ngày ${DAY_MONTH} (?:hằng|hàng) năm`),
    example: 'hưởng ứng Ngày Môi trường thế giới ngày 05/6 hằng năm',
    normal: (m) => {
      const d = monthDay(m[1], m[2])
      return d && `yearly:${d}`
    },
  },
  {
    id: 'D5s',
    open: 'rhythm',
    due: '2026',
    pattern: /^(?:Trong\s+)?[Nn]ăm\s+(\d{4}),/u,
    example: 'Năm 2026, hoàn thành học bạ số',
    normal: (m) => m[1] ?? null,
  },
  {
    id: 'D5o',
    open: 'rhythm',
    due: '2025',
    pattern: phrase('(?:xong |hoàn thành )?trong năm (\\d{4})'),
    example: 'hoàn thành trong năm 2025',
    normal: (m) => m[1] ?? null,
  },
  {
    id: 'T14',
    open: false,
    due: '2025',
    pattern: phrase('(?:đến|trước)(?: hết| cuối)? năm (\\d{4})'),
    example: 'Đến năm 2025',
    normal: (m) => m[1] ?? null,
  },
  {
    id: 'D5',
    open: false,
    due: '2026',
    pattern: phrase('(?:trong )?năm (\\d{4})'),
    example: 'Trong năm 2026',
    normal: (m) => m[1] ?? null,
  },
  { id: 'D5b', open: false, due: '2026', pattern: /^\s*(\d{4})\s*$/u, example: '2026', normal: (m) => m[1] ?? null },
  {
    id: 'D12',
    open: 'rhythm',
    due: 'event',
    pattern: phrase(
      '(?:sau khi|khi)(?: có)? (?:Chính phủ|Trung ương|Quốc hội|Bộ|cấp có thẩm quyền|văn bản|hướng dẫn)(?: [^.;]{0,120}?)?(?:ban hành|hướng dẫn|phê duyệt|quy định)(?:[^.;]{0,80})',
      'u',
    ),
    example: 'khi Chính phủ ban hành các văn bản hướng dẫn',
    normal: () => 'event',
  },
  {
    id: 'D12a',
    open: 'rhythm',
    due: 'event',
    pattern: phrase(
      '(?:ngay )?sau khi (?:có |được )?[^.;,]{3,100}?(?:ban hành|phê duyệt|thông qua|có hiệu lực|quyết định)',
    ),
    example: 'ngay sau khi có quyết định sáp nhập',
    normal: () => 'event',
  },
  {
    id: 'D9e',
    open: 'rhythm',
    due: 'yearly',
    pattern: new RegExp(
      `(?<!(?:kế hoạch|công tác|dự toán|ngân sách|chương trình|xã hội|nhiệm vụ|quyết toán|báo cáo|chi) )${BEFORE}(?:hằng|hàng) năm(?=\\s*(?:[.;]|$)|\\s+(?:để|xây dựng|tổ chức|lập|tổng hợp|báo cáo|rà soát|bố trí|tham mưu))`.replaceAll(
        ' ',
        '\\s+',
      ),
      'iu',
    ),
    example: 'bố trí kinh phí hằng năm để sửa chữa',
    normal: () => 'yearly',
  },
  {
    id: 'D9c',
    open: 'rhythm',
    due: 'yearly',
    pattern: /(?:^|[,;:.]\s+)(?:Hằng|Hàng|hằng|hàng)\s+năm,?\s+(?=\p{Ll})|tổ\s+chức\s+(?:hằng|hàng)\s+năm/u,
    example: 'Căn cứ khả năng cân đối ngân sách, hàng năm thẩm định, trình UBND tỉnh',
    normal: () => 'yearly',
  },
  {
    id: 'D13e',
    open: 'rhythm',
    due: 'per-plan',
    pattern: phrase(
      'theo (?:kế hoạch|lộ trình|quy hoạch) (?:(?:\\p{L}+ ){0,4}của [^.;,]{3,60}|được (?:phê )?duyệt)(?=\\.?$|;)',
    ),
    example: 'bồi dưỡng nghiệp vụ theo kế hoạch của Sở Nội vụ',
    normal: () => 'per-plan',
  },
  {
    id: 'D8o',
    open: 'rhythm',
    due: 'continuous',
    pattern: new RegExp(
      `(?<!(?:chi|không|việc làm|học tập|giáo dục|nhiệm vụ|công tác|đầu tư|sinh hoạt|giao dịch) )${BEFORE}thường xuyên(?=,?\\s+\\p{Ll})(?!,?\\s+(?:theo(?!\\s+dõi)|của|trên|tại|cho|từ|và)(?!\\p{L}))`.replaceAll(
        ' ',
        '\\s+',
      ),
      'iu',
    ),
    example: 'Thường xuyên giám sát an toàn thông tin',
    normal: () => 'continuous',
  },
  {
    id: 'D9o',
    open: 'rhythm',
    due: 'yearly',
    pattern: phrase(`định kỳ ${YEARLY}`),
    example: 'định kỳ hằng năm tổng hợp báo cáo',
    normal: () => 'yearly',
  },
  {
    id: 'D9p',
    open: 'rhythm',
    due: 'yearly',
    pattern: new RegExp(`^(?:${YEARLY.replaceAll(' ', '\\s+')})(?=[\\s,])`, 'iu'),
    example: 'Hằng năm, tổ chức gặp mặt trí thức',
    normal: () => 'yearly',
  },
  { id: 'D9', open: false, due: 'yearly', pattern: phrase(YEARLY), example: 'Hàng năm', normal: () => 'yearly' },
  {
    id: 'D8',
    open: false,
    due: 'continuous',
    pattern: phrase('thường xuyên'),
    example: 'Thường xuyên',
    normal: () => 'continuous',
  },
  {
    id: 'D13',
    open: false,
    due: 'per-plan',
    pattern: phrase('theo (?:kế hoạch|lộ trình|tiến độ|hướng dẫn|chương trình)'),
    example: 'Theo lộ trình của Trung ương',
    normal: () => 'per-plan',
  },
  {
    id: 'D12c',
    open: false,
    due: 'event',
    pattern: phrase('(?:sau )?khi(?: có)?'),
    example: 'Sau khi có hướng dẫn của Bộ',
    normal: () => 'event',
  },
]

/** The deadline in `text`; `labelled` when it stands after a label or in a column for deadlines. */
export function dueIn(text: string, labelled: boolean): Due | null {
  if (labelled) return dueBy(DUE_SHAPES, text)
  const day = DUE_SHAPES.filter((s) => s.open === 'day').flatMap((s) => dueBy([s], text) ?? [])
  const first = day.sort((a, b) => a.start - b.start)[0]
  return (
    first ??
    dueBy(
      DUE_SHAPES.filter((s) => s.open === 'rhythm'),
      text,
    )
  )
}

/** What the first of `shapes` that is found says. */
function dueBy(shapes: readonly DueShape[], text: string): Due | null {
  for (const shape of shapes) {
    const m = shape.pattern.exec(text)
    const due = m && shape.normal(m)
    if (m && due) return { due, raw: m[0].trim(), start: m.index }
  }
  return null
}
