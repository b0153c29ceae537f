/** Từ bản đọc thành phiếu rà soát: the defects of a document in the words of the review note. */
import { type Day, showDay, yearOf } from '../../../kernel/day.ts'
import type { OfficialPaper } from '../../../platform/word/official-paper.ts'
import { DEFECT_LABELS, type SourceDocument } from '../../documents/public.ts'
import type { Programme } from '../words.ts'
import { reviewNote } from './review-note.ts'

type IssuedBy = {
  readonly committee: { readonly officeName: string }
  readonly homeAffairs: { readonly officeName: string }
  readonly place: string
}

/** Nhóm of each kind of defect in the note; what is not listed stands under "Thể thức". */
const GROUPS: Readonly<Partial<Record<keyof typeof DEFECT_LABELS, string>>> = {
  ocr: 'Chính tả, câu chữ',
  wording: 'Chính tả, câu chữ',
  punctuation: 'Chính tả, câu chữ',
  inconsistent: 'Mâu thuẫn số liệu, nội dung',
  duplicate: 'Mâu thuẫn số liệu, nội dung',
  'unclear-denominator': 'Thiếu thông tin',
  'no-baseline': 'Thiếu thông tin',
  'no-owner': 'Thiếu thông tin',
  'no-single-owner': 'Thiếu thông tin',
  'no-deadline': 'Thiếu thông tin',
  'no-year': 'Thiếu thông tin',
}

const ORDER = ['Thể thức', 'Chính tả, câu chữ', 'Mâu thuẫn số liệu, nội dung', 'Thiếu thông tin']

/** The words concerned; a span of a letter or two only marks a place. */
function quoteOf(text: string, span: readonly [number, number] | null): string {
  const words = span === null ? '' : text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim()
  return words.length < 3 ? '' : words.slice(0, 120)
}

function noteDefects(document: SourceDocument) {
  const { reading } = document
  return reading.defects
    .map((d) => ({
      place: d.where,
      quote: quoteOf(reading.text, d.span),
      finding: d.what.startsWith(DEFECT_LABELS[d.kind]) ? d.what : `${DEFECT_LABELS[d.kind]}. ${d.what}`,
      proposal: d.suggestion === null ? 'Cơ quan ban hành xem xét' : `Xem xét: ${d.suggestion}`,
      group: GROUPS[d.kind] ?? 'Thể thức',
    }))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group))
}

/** The note on a document; number and date of the note itself are left for the officer. Without a programme the issuer is the plan's own. */
export function noteOf(
  document: SourceDocument,
  plan: Programme | null,
  issuer: IssuedBy | null,
  today: Day,
): OfficialPaper {
  const { reading } = document
  const kind = reading.docType === null ? 'Văn bản' : reading.docType.charAt(0) + reading.docType.slice(1).toLowerCase()
  const number = plan?.number ?? reading.docNumber
  const shortName = number === null ? `${kind} chưa ghi số` : `${kind} số ${number}`
  const dated = plan === null ? '' : ` ngày ${showDay(plan.date)}`
  const committee = issuer?.committee.officeName ?? reading.issuer ?? ''
  return reviewNote({
    issuer: { superior: committee, body: issuer?.homeAffairs.officeName ?? 'Sở Nội vụ', place: issuer?.place ?? '...' },
    number: { number: null, symbol: 'PRS-SNV' },
    date: null,
    year: yearOf(today),
    document: `${shortName}${dated}${reading.issuer === null ? '' : ` của ${reading.issuer}`}`,
    shortName,
    addressees: [],
    counts: [
      { label: 'mục tiêu', count: reading.goals.length },
      { label: 'nhiệm vụ', count: reading.tasks.filter((t) => !t.duty).length },
      { label: 'trách nhiệm tổ chức thực hiện', count: reading.tasks.filter((t) => t.duty).length },
      { label: 'văn bản được viện dẫn', count: reading.references.length },
      { label: 'nơi nhận', count: reading.recipients.length },
    ],
    defects: noteDefects(document),
    source: `doc:${document.id}`,
    signature: { authority: [], post: 'Người rà soát', name: null },
    recipients: ['Lãnh đạo Sở (để báo cáo)'],
    filing: '',
  })
}
