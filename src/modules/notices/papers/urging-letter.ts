/**
 * Công văn đôn đốc: the letter to the bodies whose yearly report has not come by its day, with the list of them.
 * Ground of the letter: the duty of the receiving body to follow and urge, written in the plan itself.
 */
import { type Day, showDay, yearOf } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { midSentence } from '../../../kernel/text.ts'
import {
  type Content,
  dateInDocument,
  figure,
  type Issuer,
  item,
  type OfficialPaper,
  type PaperNumber,
  paragraph,
  type Row,
  row,
  type Signature,
  type Table,
} from '../../../platform/word/official-paper.ts'

/** Một cơ quan chậm nộp, as of the moment of the letter. */
export type LateBody = {
  readonly name: string
  /** Words of the state: "Chưa nộp", "Đang soạn", "Chờ ký", "Trả lại". */
  readonly status: string
  /** Whole days past the last day in time. */
  readonly overdueDays: number
  /** Times reminded before this letter. */
  readonly reminders: number
  /** Người phụ trách at the body; null when the body has named nobody. */
  readonly officer: string | null
  /** Nhóm, e.g. "Sở, ban, ngành"; bodies of one group must be neighbours. Absent = no group lines. */
  readonly group?: string
}

/** What the letter says. Bodies, people and places come in as data. */
export type UrgingLetterInput = {
  /** The body that holds the function on the day of the letter, with its superior and place. */
  readonly issuer: Issuer
  readonly number: PaperNumber
  /** Null while the letter is a draft. */
  readonly date: Day | null
  /** Reporting year. */
  readonly year: number
  /** "Kế hoạch số 1459/KH-UBND". */
  readonly plan: string
  /** The plan at its first mention: "Kế hoạch số … ngày … của … về …". */
  readonly planInFull: string
  /** The regime that asks for the report, where it is not that of the plan. */
  readonly other?: { readonly title: string; readonly name: string; readonly source: string }
  /** Where the plan sets the duty: "điểm 1, mục V". */
  readonly clause: string
  /** The day before which reports are due: 05/12. */
  readonly dueBefore: Day
  /** To whom the reports go, at their first mention: "UBND thành phố (qua Sở Nội vụ để tổng hợp)". */
  readonly reportsTo: string
  /** Moment of the list. `time`: "17:00". */
  readonly asOf: { readonly day: Day; readonly time: string }
  /** Exactly the late bodies, in the order of the list. */
  readonly late: readonly LateBody[]
  /** Obligated bodies in all, and how many of them have reported in time or late. */
  readonly obligated: number
  readonly received: number
  /** New day by which the reports must be there. */
  readonly answerBy: Day
  /** Person to ask: "Ông Nguyễn Văn Đức, Phòng Công chức, viên chức, điện thoại 0220 3…"; null = none given. */
  readonly contact: string | null
  readonly signature: Signature
  /** Nơi nhận besides "Như trên": superiors to be informed. */
  readonly copies: readonly string[]
  /** Đơn vị soạn on the line "Lưu: VT, …". */
  readonly filing: string
  /** Id of the source of the counts, for the live figures of the letter. */
  readonly source: string
}

/** The letter, addressed to exactly the late bodies, with its annex. */
export function urgingLetter(input: UrgingLetterInput): OfficialPaper {
  return {
    issuer: input.issuer,
    number: input.number,
    date: input.date,
    year: yearOf(input.date ?? input.asOf.day),
    kind: 'cong-van',
    abstract: `đôn đốc ${reportOf(input)}`,
    addressees: input.late.map((b) => b.name),
    legalBases: [],
    body: letterBody(input),
    signature: input.signature,
    recipients: ['Như trên', ...input.copies],
    filing: input.filing,
    annexes: [
      {
        title: `Danh sách cơ quan, đơn vị chưa gửi ${input.other ? midSentence(input.other.title) : `báo cáo năm ${input.year}`}`,
        blocks: [lateTable(input)],
      },
    ],
  }
}

/** What is urged for, inside a sentence. */
const reportOf = ({ other, plan, year }: UrgingLetterInput): string =>
  other ? midSentence(other.title) : `báo cáo kết quả thực hiện ${plan} năm ${year}`

/** The duty, and by when. */
function dutyOf({ other, planInFull, clause, reportsTo, dueBefore }: UrgingLetterInput, unit: string): string {
  const until = `trước ngày ${showDay(dueBefore)}.`
  if (other === undefined)
    return `Thực hiện ${planInFull}, tại ${clause} quy định các ${unit} định kỳ báo cáo tình hình triển khai thực hiện gửi ${reportsTo} ${until}`
  const source = other.source === '' ? '' : ` (${other.source})`
  return `Thực hiện chế độ ${midSentence(other.name)}${source}, các ${unit} gửi báo cáo về ${reportsTo} ${until}`
}

/** "17 giờ 00 ngày 06/12/2026". */
export function showMoment({ day, time }: { readonly day: Day; readonly time: string }): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${hour} giờ ${minute} ngày ${showDay(day)}`
}

function letterBody(input: UrgingLetterInput): OfficialPaper['body'] {
  const count = (n: number, what: string) => figure(showCount(n), `${input.source}:${what}`)
  const unit = 'cơ quan, đơn vị, địa phương'
  return [
    paragraph(dutyOf(input, unit)),
    paragraph(
      `Tính đến ${showMoment(input.asOf)}, `,
      count(input.received, 'received'),
      '/',
      count(input.obligated, 'obligated'),
      ` ${unit} đã gửi báo cáo; còn `,
      count(input.late.length, 'late'),
      ` ${unit} đã quá thời hạn nhưng chưa gửi báo cáo (danh sách tại Phụ lục kèm theo).`,
    ),
    paragraph(
      `Để kịp thời tổng hợp, báo cáo theo quy định, ${oneLine(input.issuer.body)} đề nghị Thủ trưởng các ${unit} có tên nêu trên:`,
    ),
    item(
      `Khẩn trương chỉ đạo hoàn thành và gửi ${reportOf(input)} trước 17 giờ 00 ${dateInDocument(input.answerBy, input.year)}.`,
    ),
    item('Đối với báo cáo bị trả lại: hoàn thiện theo nội dung yêu cầu sửa và gửi lại trong thời hạn nêu trên.'),
    item('Nêu rõ nguyên nhân chậm gửi báo cáo và trách nhiệm của tập thể, cá nhân có liên quan.'),
    paragraph(
      input.contact === null
        ? `${oneLine(input.issuer.body)} đề nghị các ${unit} quan tâm, thực hiện.`
        : `Trong quá trình thực hiện, nếu có vướng mắc, đề nghị liên hệ: ${input.contact}.`,
    ),
  ]
}

const oneLine = (name: string): string => name.replaceAll('\n', ' ')

/** Counts under ten are written with a zero in papers: "05". */
const showCount = (n: number): string => (n > 0 && n < 10 ? `0${n}` : showNumber(n, 0))

function lateTable(input: UrgingLetterInput): Table {
  return {
    kind: 'table',
    unit: `(Số liệu tính đến ${showMoment(input.asOf)})`,
    columns: [
      { label: 'TT', width: 6.5, align: 'center' },
      { label: 'Cơ quan, đơn vị, địa phương', width: 35 },
      { label: 'Trạng thái', width: 13 },
      { label: 'Quá hạn\n(ngày)', width: 11.5, align: 'center' },
      { label: 'Số lần\nđã nhắc', width: 10.5, align: 'center' },
      { label: 'Người phụ trách', width: 23.5 },
    ],
    rows: lateRows(input),
  }
}

function lateRows({ late, source }: UrgingLetterInput): Row[] {
  return late.flatMap((b, i): Row[] => {
    const opens = b.group !== undefined && b.group !== late[i - 1]?.group
    const cells: Content[] = [
      String(i + 1),
      b.name,
      b.status,
      [figure(showNumber(b.overdueDays, 0), `${source}:overdue:${i + 1}`)],
      [figure(showNumber(b.reminders, 0), `${source}:reminders:${i + 1}`)],
      b.officer ?? 'Chưa phân công',
    ]
    return opens && b.group !== undefined ? [{ kind: 'group', text: b.group }, row(...cells)] : [row(...cells)]
  })
}
