/** Gói văn bản điện tử: written and read again it says the same; what is missing is told with its line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsXml } from '../../../kernel/xml-text.ts'
import { readXml } from '../../../platform/xml/read-xml.ts'
import { writeXml } from '../../../platform/xml/write-xml.ts'
import { documentOf, EDXML, type EdDocument, packageOf } from './edxml.ts'

const said = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((t) => fitsXml(t) && t === t.trim() && t !== '')
const organ = fc.record({ code: said, name: said })
const attachment = fc.record({
  name: said,
  mediaType: fc.constant('application/pdf'),
  description: said,
  sha256: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
  base64: fc.uint8Array({ minLength: 1, maxLength: 40 }).map((b) => Buffer.from(b).toString('base64')),
})
const document: fc.Arbitrary<EdDocument> = fc.record({
  documentId: said,
  from: fc.record({ code: said, name: said, over: said }),
  to: fc.array(organ, { maxLength: 3 }),
  number: said,
  notation: said,
  place: said,
  day: fc.constantFrom('2026-12-04', '2026-02-28'),
  typeName: said,
  subject: said,
  signer: fc.record({ competence: said, position: said, name: said }),
  sentAt: fc.constant('2026-12-04T03:00:00Z'),
  attachments: fc.array(attachment, { maxLength: 3 }).map((list) => list.map((a, i) => ({ ...a, id: `tep-${i + 1}` }))),
})

const read = (text: string) => {
  const root = readXml(text)
  return root.ok ? documentOf(root.value) : root
}

const sample: EdDocument = {
  documentId: 'H24.SNV/215',
  from: { code: 'H24.SNV', name: 'Sở Nội vụ', over: 'UBND thành phố' },
  to: [{ code: 'H24.SYT', name: 'Sở Y tế' }],
  number: '215',
  notation: 'SNV-CCVC',
  place: 'Hải Phòng',
  day: '2026-12-08',
  typeName: 'Công văn',
  subject: 'Đôn đốc nộp báo cáo năm 2026',
  signer: { competence: 'KT. GIÁM ĐỐC', position: 'Phó Giám đốc', name: 'Nguyễn Văn An' },
  sentAt: '2026-12-08T03:00:00Z',
  attachments: [
    { id: 'tep-1', name: 'cong-van.docx', mediaType: 'application/pdf', description: '', sha256: null, base64: 'YWI=' },
  ],
}
const text = writeXml(packageOf(sample))

describe('Gói văn bản', () => {
  it('viết rồi đọc thì nói đúng như trước', () => {
    fc.assert(
      fc.property(document, (d) => {
        const again = read(writeXml(packageOf(d)))
        expect(again.ok && again.value).toEqual(d)
      }),
      { numRuns: 100 },
    )
  })
  it('gói của phần mềm khác: tiền tố, ngày viết kiểu khác, phần tử lạ đều đọc được', () => {
    const other = text
      .replaceAll('<From>', '<x:From xmlns:x="http://www.mic.gov.vn/TBT/QCVN_102_2016">')
      .replaceAll('</From>', '</x:From>')
      .replace('2026-12-08<', '08/12/2026<')
      .replace('<Subject>', '<DueDate>20/12/2026</DueDate><Subject>')
    expect(read(other)).toMatchObject({
      ok: true,
      value: { from: sample.from, day: '2026-12-08', subject: sample.subject },
    })
    expect(read(text.replace('2026-12-08<', '2026/12/08<'))).toMatchObject({ value: { day: '2026-12-08' } })
    expect(read(text.replace('2026-12-08<', 'mai<'))).toMatchObject({ value: { day: null } })
  })
  it.each([
    ['<khac/>', `phải bắt đầu bằng <${EDXML.names.root}>`],
    [text.replace('<OrganId>H24.SNV</OrganId>', ''), 'thiếu mã cơ quan gửi'],
    [text.replace(/<Subject>.*<\/Subject>/, ''), 'thiếu <Subject>'],
    [text.replace('YWI=', 'Y W!'), 'không phải base64'],
    [text.replace(/<AttachmentEncoded>.*<\/AttachmentEncoded>/, ''), 'không có trong gói'],
    [text.slice(0, 400), 'XML hỏng'],
  ])('gói hỏng thứ %# bị từ chối, nêu chỗ', (bad, says) => {
    expect(read(bad)).toMatchObject({ ok: false, message: expect.stringContaining(says) })
  })
})
