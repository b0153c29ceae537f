/**
 * Phiếu rà soát: what is wrong in the plan document itself, found when it was read, for the officer to settle with
 * its issuer before the programme is adopted.
 */
import type { Day } from '../../../kernel/day.ts'
import { yearOf } from '../../../kernel/day.ts'
import {
  type Block,
  figure,
  heading,
  type Issuer,
  type OfficialPaper,
  type PaperNumber,
  paragraph,
  row,
  type Signature,
} from '../../../platform/word/official-paper.ts'

/** Một khiếm khuyết của văn bản. */
export type Defect = {
  /** Where it stands: "Mục III.2, gạch đầu dòng 4". */
  readonly place: string
  /** The words of the document concerned; empty when something is missing. */
  readonly quote: string
  /** What is wrong: "Thiếu mục IV". */
  readonly finding: string
  /** What is proposed: "Xác nhận đánh lại số mục". */
  readonly proposal: string
  /** Nhóm: "Thể thức", "Chính tả", "Mâu thuẫn số liệu", "Thiếu thông tin". */
  readonly group: string
}

/** What was read out of the document: label and number, e.g. "Mục tiêu", 22. */
export type ReadCount = { readonly label: string; readonly count: number }

/** What the note says. */
export type ReviewNoteInput = {
  readonly issuer: Issuer
  readonly number: PaperNumber
  readonly date: Day | null
  readonly year: number
  /** The document at its first mention: "Kế hoạch số … ngày … của … về …". */
  readonly document: string
  /** Short: "Kế hoạch số 1459/KH-UBND". */
  readonly shortName: string
  readonly addressees: readonly string[]
  readonly counts: readonly ReadCount[]
  readonly defects: readonly Defect[]
  /** Id of the source of the counts, for the live figures of the note. */
  readonly source: string
  readonly signature: Signature
  readonly recipients: readonly string[]
  readonly filing: string
}

/** The note as an official paper. */
export function reviewNote(input: ReviewNoteInput): OfficialPaper {
  return {
    issuer: input.issuer,
    number: input.number,
    date: input.date,
    year: input.date === null ? input.year : yearOf(input.date),
    kind: { name: 'Phiếu rà soát' },
    abstract: `Nội dung, thể thức ${input.shortName}`,
    addressees: input.addressees,
    legalBases: [],
    body: body(input),
    signature: input.signature,
    recipients: input.recipients,
    filing: input.filing,
    annexes: [],
  }
}

function body(input: ReviewNoteInput): Block[] {
  return [
    paragraph(`Qua rà soát ${input.document}, kết quả như sau:`),
    heading(1, 'I', 'Nội dung đã nhận diện'),
    paragraph(
      ...input.counts.flatMap((c, i) => [
        i === 0 ? 'Văn bản gồm: ' : '; ',
        figure(String(c.count).padStart(2, '0'), `${input.source}:${i + 1}`),
        ` ${c.label}`,
      ]),
      '.',
    ),
    heading(1, 'II', 'Nội dung cần xem xét'),
    ...defectBlocks(input.defects),
    heading(1, 'III', 'Đề nghị'),
    paragraph(
      input.defects.length === 0
        ? 'Đề nghị xem xét, cho đưa văn bản vào theo dõi thực hiện.'
        : 'Đề nghị cơ quan ban hành xem xét, có ý kiến đối với từng nội dung nêu trên; nội dung chưa có ý kiến được giữ nguyên như văn bản đã ban hành và ghi chú khi theo dõi thực hiện.',
    ),
  ]
}

function defectBlocks(defects: readonly Defect[]): Block[] {
  if (defects.length === 0) return [paragraph('Không phát hiện nội dung cần xem xét.')]
  const groups = [...new Set(defects.map((d) => d.group))]
  let n = 0
  return [
    paragraph(`Phát hiện ${String(defects.length).padStart(2, '0')} nội dung, xếp theo nhóm:`),
    {
      kind: 'table',
      columns: [
        { label: 'TT', width: 6, align: 'center' },
        { label: 'Vị trí', width: 20 },
        { label: 'Nguyên văn', width: 26 },
        { label: 'Nội dung cần xem xét', width: 24 },
        { label: 'Đề xuất', width: 24 },
      ],
      rows: groups.flatMap((g) => [
        { kind: 'group' as const, text: g },
        ...defects
          .filter((d) => d.group === g)
          .map((d) => row(String(++n), d.place, d.quote === '' ? '-' : `"${d.quote}"`, d.finding, d.proposal)),
      ]),
    },
  ]
}
