/** Khiếm khuyết về thể thức: what the head, the end and the captions of a document lack (NĐ 30/2020/NĐ-CP, Phụ lục I). */
import type { Defect, Recipient, Signer } from '../words.ts'
import { type Attached, CAPTION } from './attached.ts'
import { defect } from './defect.ts'
import type { Header } from './header.ts'
import type { Line } from './lines.ts'

/** What the form is looked for in. */
export type Form = {
  readonly header: Header
  readonly signer: Signer | null
  readonly recipients: readonly Recipient[]
  /** The last paragraph before recipients and signature. */
  readonly closing: string
  readonly head: readonly Line[]
  readonly attached: readonly Attached[]
}

/** Số, ngày, cơ quan ban hành, quốc hiệu, người ký. */
export function missing({ header, signer }: Form): Defect[] {
  if (header.docType === 'TIN') {
    return [defect('form', 'toàn văn bản', 'Đây là tin báo, không phải văn bản; cần văn bản được ban hành.')]
  }
  const out: Defect[] = []
  if (header.docNumber === null) {
    const raw = header.docNumberRaw
    out.push(
      defect(
        'missing-number',
        'phần đầu',
        raw ? `Số văn bản để trống (“${raw}”).` : 'Văn bản không có dòng số, ký hiệu.',
      ),
    )
  }
  if (header.date === null) {
    const none = header.dateKnown === null
    out.push(
      defect(
        'missing-date',
        'phần đầu',
        none ? 'Văn bản không có ngày ban hành.' : `Ngày ban hành ghi không đủ (“${header.placeDate ?? ''}”).`,
      ),
    )
  }
  const lacking = [
    header.motto ? '' : 'quốc hiệu, tiêu ngữ',
    header.issuerWritten ? '' : 'tên cơ quan ban hành',
  ].filter((x) => x !== '')
  if (lacking.length > 0) out.push(defect('missing-header', 'phần đầu', `Phần đầu không có ${lacking.join(' và ')}.`))
  if (!signer?.name) out.push(defect('missing-signer', 'phần ký', 'Văn bản không ghi tên người ký.'))
  return out
}

const COMMITTEE = /^(?:UBND|HĐND)\s/u

/** Thẩm quyền ký of a committee: it acts as a body, its chair signs "TM." (NĐ 30/2020/NĐ-CP, Điều 13). */
function authority({ header, signer }: Form): Defect[] {
  const byBody = COMMITTEE.test(header.issuer ?? '') && header.docType !== 'QUYẾT ĐỊNH' && header.docType !== 'CÔNG VĂN'
  if (!signer?.name || !byBody || signer.authority !== null) return []
  const at = { span: signer.span }
  if (/^(?:TL|TUQ)/u.test(signer.capacity ?? '')) {
    return [
      defect(
        'form',
        'phần ký',
        `Văn bản của ${header.issuer ?? ''} được ký “${signer.capacity ?? ''}”: cần đối chiếu thẩm quyền ký.`,
        at,
      ),
    ]
  }
  return [defect('form', 'phần ký', 'Phần ký không có dòng “TM.” (thay mặt) của cơ quan ban hành.', at)]
}

/** Nơi nhận, dòng lưu, dấu kết thúc. */
function ending({ header, signer, recipients, closing }: Form): Defect[] {
  if (!signer?.name) return []
  const out: Defect[] = []
  if (recipients.length === 0) out.push(defect('form', 'nơi nhận', 'Văn bản không có nơi nhận.'))
  else if (!recipients.some((r) => r.archive)) {
    out.push(defect('form', 'nơi nhận', 'Nơi nhận không có dòng “Lưu: …”.', { span: recipients.at(-1)?.span ?? null }))
  }
  const party = /[-]\p{L}+\/\p{Lu}*(?:TW|U)$/u.test(header.docNumber ?? header.docNumberRaw ?? '')
  if (!party && closing !== '' && !/\.\s*\/\s*\.?[\s"”)*]*$/u.test(closing)) {
    out.push(defect('form', 'cuối văn bản', 'Cuối nội dung không có dấu kết thúc “./.”.'))
  }
  return out
}

const BLANK = /số\s*:?\s*[….\s_]*\/|ngày\s*[….\s_]*(?:tháng|\/)|tháng\s*[….\s_]+năm/iu

/** Chú thích of an annex with its number or day left blank. */
function captions(attached: readonly Attached[]): Defect[] {
  return attached.flatMap((piece) => {
    const from = piece.head.findIndex((l) => CAPTION.pattern.test(l.text))
    const lines = from < 0 ? [] : piece.head.slice(from)
    const text = lines.map((l) => l.text).join(' ')
    const [first, last] = [lines[0], lines.at(-1)]
    if (!first || !last || !BLANK.test(text)) return []
    const where = piece.kind === 'document' ? 'văn bản kèm theo' : `phụ lục ${piece.no}`.trim()
    return [
      defect('missing-number', where, `Chú thích để trống số hoặc ngày: “${text}”.`, { span: [first.start, last.end] }),
    ]
  })
}

/** Dòng rác of a scan among the lines of the head. */
function rubbish(head: readonly Line[]): Defect[] {
  return head
    .filter((l) => !/\p{L}{3}|\d{2}/u.test(l.text) && /[~^{}<>¬§«»"|\\]/u.test(l.text))
    .map((l) => defect('ocr', 'phần đầu', `Dòng không đọc được: “${l.text}”.`, { span: [l.start, l.end] }))
}

/** Everything about the form, head first. */
export const formDefects = (f: Form): Defect[] =>
  f.header.docType === 'TIN'
    ? missing(f)
    : [...missing(f), ...rubbish(f.head), ...authority(f), ...ending(f), ...captions(f.attached)]
