/** Từ kết quả rà soát thành phiếu: the findings of a document in the words of the review note. */
import { type Day, showDay, yearOf } from '../../../kernel/day.ts'
import type { OfficialPaper } from '../../../platform/word/official-paper.ts'
import type { CheckedDocument, MarkedFinding } from '../check-document.ts'
import { num, type Source } from '../rules/check/finding.ts'
import { dayWords, placeWords, quote } from '../rules/check/findings-text.ts'
import { KINDS, SEVERITIES } from '../rules/check/kinds.ts'
import { type NoteFigure, type NoteItem, reviewNote } from './review-note.ts'

type IssuedBy = {
  readonly committee: { readonly officeName: string }
  readonly homeAffairs: { readonly officeName: string }
  readonly place: string
}

const MOST_QUOTES = 2

/** Evidence of one or two letters only marks a place. */
const quotesOf = (f: MarkedFinding): string[] =>
  f.evidence
    .slice(0, MOST_QUOTES)
    .map((e) => quote(e.text, 120))
    .filter((words) => words.length > 2)

const itemOf = (f: MarkedFinding): NoteItem => ({
  place: placeWords(f.clause),
  label: KINDS[f.kind].label,
  quotes: quotesOf(f),
  finding: f.arithmetic,
  ground: KINDS[f.kind].ground,
  proposal: f.mark?.note ? `${f.proposal} ${f.mark.note}` : f.proposal,
  group: SEVERITIES[f.severity],
})

const figureOf = (s: Source): NoteFigure => ({
  what: s.what,
  value: `${num(s.value ?? 0)} ${s.unit ?? ''}`.trim(),
  source: `${s.source}${s.status === 'unverified' ? ' (chưa kiểm chứng)' : ''}`,
  used: s.used,
})

/** Every figure that was looked at, once. */
function figuresOf(list: readonly MarkedFinding[]): NoteFigure[] {
  const all = list.flatMap((f) => f.sources.filter((s) => s.value !== null).map(figureOf))
  return [...new Map(all.map((f) => [`${f.what} ${f.source}`, f])).values()]
}

/** What the officer left out or knows already is not sent. */
const isSent = (f: MarkedFinding): boolean => f.mark === null || f.mark.verdict === 'propose'

/**
 * The note on a checked document, addressed to the body that drafts it; number and date of the note itself are left for the
 * officer. Without a programme the issuer is the plan's own.
 */
export function noteOf(checked: CheckedDocument, issuer: IssuedBy | null, today: Day): OfficialPaper {
  const { document, plan, input, findings } = checked
  const { reading } = input
  const kind = reading.docType === null ? 'Văn bản' : reading.docType.charAt(0) + reading.docType.slice(1).toLowerCase()
  const number = plan?.number ?? reading.docNumber
  const shortName = number === null ? `${kind} chưa ghi số` : `${kind} số ${number}`
  const dated = plan === null ? '' : ` ngày ${showDay(plan.date)}`
  const sent = findings.filter(isSent)
  const slips = sent.filter((f) => f.kind === 'document')
  const places = input.territories.map((t) => (t.from === null ? t.name : `từ ${showDay(t.from)} là ${t.name}`))
  return reviewNote({
    issuer: {
      superior: issuer?.committee.officeName ?? reading.issuer ?? '',
      body: issuer?.homeAffairs.officeName ?? 'Sở Nội vụ',
      place: issuer?.place ?? '...',
    },
    number: { number: null, symbol: 'PRS-SNV' },
    date: null,
    year: yearOf(today),
    document: `${shortName}${dated}${reading.issuer === null ? '' : ` của ${reading.issuer}`}`,
    shortName,
    addressees: [`Cơ quan soạn thảo ${shortName}`],
    counts: [
      { label: 'mục tiêu', count: reading.goals.length },
      { label: 'nhiệm vụ', count: reading.tasks.filter((t) => !t.duty).length },
      { label: 'trách nhiệm tổ chức thực hiện', count: reading.tasks.filter((t) => t.duty).length },
      { label: 'văn bản được viện dẫn', count: reading.references.length },
      { label: 'nơi nhận', count: reading.recipients.length },
    ],
    basis: `xét theo ngày ${dayWords(input.on)}${places.length === 0 ? '' : `; địa bàn: ${places.join(', ')}`}`,
    items: sent.filter((f) => f.kind !== 'document').map(itemOf),
    figures: figuresOf(sent),
    slips: slips.map(itemOf),
    source: `doc:${document.id}`,
    signature: { authority: [], post: 'Người rà soát', name: null },
    recipients: ['Như trên', 'Lãnh đạo Sở (để báo cáo)'],
    filing: '',
  })
}
