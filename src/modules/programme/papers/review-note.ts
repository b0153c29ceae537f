/**
 * Phiếu rà soát: what the check found in a plan, with the words of the plan, the computation, the source of every figure and
 * what is proposed, for the body that drafts or issues it (thể thức: NĐ 30/2020/NĐ-CP).
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

/** Một nội dung của phiếu. */
export type NoteItem = {
  /** Where it stands: "Mục II.1.1b". */
  readonly place: string
  /** "Số người và tỷ lệ không khớp". */
  readonly label: string
  /** The words of the document concerned; empty when something is missing. */
  readonly quotes: readonly string[]
  /** What was found, with the computation. */
  readonly finding: string
  /** The act it rests on. */
  readonly ground: string
  readonly proposal: string
  /** Mức độ: "Mâu thuẫn, phải xử lý". */
  readonly group: string
}

/** Một con số đã biết khi rà soát. */
export type NoteFigure = {
  readonly what: string
  readonly value: string
  readonly source: string
  readonly used: boolean
}

/** What was read out of the document: label and number, e.g. "mục tiêu", 22. */
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
  /** "xét theo ngày …; địa bàn: …". */
  readonly basis: string
  /** Findings on content, gravest first. */
  readonly items: readonly NoteItem[]
  readonly figures: readonly NoteFigure[]
  /** Slips of form and wording. */
  readonly slips: readonly NoteItem[]
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
    abstract: `Nội dung, số liệu và thể thức ${input.shortName}`,
    addressees: input.addressees,
    legalBases: [],
    body: body(input),
    signature: input.signature,
    recipients: input.recipients,
    filing: input.filing,
    annexes: [],
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Sections that have something to say, numbered in turn. */
function body(input: ReviewNoteInput): Block[] {
  const sections: { title: string; blocks: Block[] }[] = [
    { title: 'Nội dung đã nhận diện', blocks: [counts(input), paragraph(`Việc rà soát ${input.basis}.`)] },
    { title: 'Nội dung cần xem xét', blocks: itemBlocks(input) },
    ...(input.figures.length === 0 ? [] : [{ title: 'Số liệu đã đối chiếu', blocks: figureBlocks(input) }]),
    ...(input.slips.length === 0 ? [] : [{ title: 'Thể thức, câu chữ', blocks: slipBlocks(input) }]),
    { title: 'Đề nghị', blocks: [paragraph(request(input))] },
  ]
  const roman = ['I', 'II', 'III', 'IV', 'V']
  return [
    paragraph(`Qua rà soát ${input.document}, ${input.issuer.body} có ý kiến như sau:`),
    ...sections.flatMap((s, i) => [heading(1, roman[i] ?? '', s.title), ...s.blocks]),
  ]
}

const counts = (input: ReviewNoteInput): Block =>
  paragraph(
    ...input.counts.flatMap((c, i) => [
      i === 0 ? 'Văn bản gồm: ' : '; ',
      figure(two(c.count), `${input.source}:${i + 1}`),
      ` ${c.label}`,
    ]),
    '.',
  )

const request = (input: ReviewNoteInput): string =>
  input.items.length + input.slips.length === 0
    ? 'Đề nghị xem xét, cho đưa văn bản vào theo dõi thực hiện.'
    : 'Đề nghị cơ quan soạn thảo xem xét, có ý kiến bằng văn bản đối với từng nội dung nêu trên; nội dung chưa có ý kiến được giữ nguyên như văn bản đã ban hành và ghi chú khi theo dõi thực hiện.'

const quoted = (i: NoteItem): string => i.quotes.map((q) => `"${q}"`).join('; ')

function itemBlocks(input: ReviewNoteInput): Block[] {
  if (input.items.length === 0) return [paragraph('Không phát hiện nội dung cần xem xét.')]
  const groups = [...new Set(input.items.map((i) => i.group))]
  let n = 0
  return [
    paragraph(`Phát hiện ${two(input.items.length)} nội dung, xếp theo mức độ:`),
    {
      kind: 'table',
      columns: [
        { label: 'TT', width: 7, align: 'center' },
        { label: 'Vị trí, nguyên văn', width: 26 },
        { label: 'Nội dung cần xem xét và cách tính', width: 41 },
        { label: 'Đề nghị', width: 26 },
      ],
      rows: groups.flatMap((g) => [
        { kind: 'group' as const, text: g },
        ...input.items
          .filter((i) => i.group === g)
          .map((i) =>
            row(
              String(++n),
              [{ text: `${i.place}.`, bold: true }, i.quotes.length === 0 ? '' : ` ${quoted(i)}`],
              [{ text: `${i.label}. `, bold: true }, i.finding, { text: ` Căn cứ: ${i.ground}.`, italic: true }],
              i.proposal,
            ),
          ),
      ]),
    },
  ]
}

const figureBlocks = (input: ReviewNoteInput): Block[] => [
  paragraph(
    'Của nhiều con số, con số gần nhất trước ngày văn bản được dùng; các con số khác nêu để cơ quan soạn thảo đối chiếu.',
  ),
  {
    kind: 'table',
    columns: [
      { label: 'TT', width: 7, align: 'center' },
      { label: 'Số liệu', width: 33 },
      { label: 'Giá trị', width: 18, align: 'right' },
      { label: 'Nguồn', width: 30 },
      { label: 'Ghi chú', width: 12, align: 'center' },
    ],
    rows: input.figures.map((f, i) => row(String(i + 1), f.what, f.value, f.source, f.used ? 'Dùng' : 'Không dùng')),
  },
]

const slipBlocks = (input: ReviewNoteInput): Block[] => [
  paragraph(`Có ${two(input.slips.length)} chỗ về thể thức, câu chữ:`),
  {
    kind: 'table',
    columns: [
      { label: 'TT', width: 7, align: 'center' },
      { label: 'Vị trí', width: 16 },
      { label: 'Nguyên văn', width: 24 },
      { label: 'Nội dung cần xem xét', width: 29 },
      { label: 'Đề nghị', width: 25 },
    ],
    rows: input.slips.map((i, n) =>
      row(String(n + 1), i.place, i.quotes.length === 0 ? '-' : quoted(i), i.finding, i.proposal),
    ),
  },
]
