/** Các bản in: what stands in them, what never does, and what an empty record says. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import { type Block, plainText } from '../../../platform/word/official-paper.ts'
import { type PersonalPaper, writePersonalPaper, writePersonalPapers } from '../../../platform/word/personal-paper.ts'
import type { Dossier, Fact } from '../../people/public.ts'
import type { Speak } from '../rules/showing.ts'
import { invitationLetter } from './invitation-letter.ts'
import { onePageCard } from './one-page-card.ts'
import { NOTHING_YET } from './parts.ts'
import { scientificCv } from './scientific-cv.ts'
import { shortRecord } from './short-record.ts'

const speak: Speak = {
  code: (list, code) => (list === 'trinh-do' && code === '8' ? 'Tiến sĩ' : null),
  unit: () => null,
  body: () => null,
}
const AT = { date: day('2026-11-23'), place: '……', body: 'Bệnh viện Đa khoa tỉnh' }

const fact = (group: Fact['group'], data: Fact['data'], level: Fact['level'] = 1, more: Partial<Fact> = {}): Fact => ({
  id: `${group}-${JSON.stringify(data)}`,
  personId: 'p',
  group,
  slot: null,
  from: null,
  to: null,
  data,
  level,
  evidence: '',
  source: 'khai',
  batchId: null,
  ...more,
})

const dossier = (...facts: Fact[]): Dossier => ({
  person: {
    id: 'p',
    code: 'TT-0000001',
    unitId: 'u',
    name: 'Nguyễn Văn Đức',
    sex: 'nam',
    birth: '1972-09' as PartialDay,
    birthPlace: null,
    homePlace: null,
    nationality: null,
    died: null,
    mergedInto: null,
    removed: false,
    version: 1,
    completeness: 0,
    gaps: [],
    coreLevel: 1,
    coreSource: '',
    level: 1,
    confirmedOn: null,
    batchId: null,
  },
  identifiers: [],
  facts,
  sealed: [],
})

const source = (d: Dossier) => ({ dossier: d, speak, today: '2026-11-23', least: 0 as const })

const textOf = (b: Block): string => {
  if (b.kind === 'heading') return b.title
  if (b.kind !== 'table') return plainText(b.text)
  return b.rows.map((r) => (r.kind === 'group' ? plainText(r.text) : r.cells.map(plainText).join('|'))).join('\n')
}
const wordsOf = (p: PersonalPaper): string => p.blocks.map(textOf).join('\n')

describe('lý lịch khoa học', () => {
  it('hồ sơ trống: phần nào cũng nói chưa có thông tin, không có bảng trống', () => {
    const cv = scientificCv(source(dossier()), AT)
    expect(cv.blocks.some((b) => b.kind === 'table')).toBe(false)
    expect(wordsOf(cv).split(NOTHING_YET)).toHaveLength(10)
  })

  it('mục tự khai có dấu và chú thích; mục đang mâu thuẫn không in', () => {
    const cv = scientificCv(
      source(
        dossier(
          fact('publication', { title: 'Tự khai', year: 2020 }, 0),
          fact('publication', { title: 'Mâu thuẫn', year: 2021 }, -1),
          fact('publication', { title: 'Đã xác nhận', year: 2019 }),
        ),
      ),
      AT,
    )
    expect(wordsOf(cv)).toContain('Tự khai (*)')
    expect(wordsOf(cv)).not.toContain('Mâu thuẫn')
    expect(wordsOf(cv)).not.toContain('Đã xác nhận (*)')
    expect(cv.note).toContain('(*)')
  })

  it('công trình tiêu biểu đứng đầu, rồi mới đến cũ; ngày sinh in đúng độ chính xác', () => {
    const cv = scientificCv(
      source(
        dossier(
          fact('publication', { title: 'Cũ', year: 2001, highlight: true }),
          fact('publication', { title: 'Mới', year: 2024 }),
        ),
      ),
      AT,
    )
    expect(wordsOf(cv).indexOf('Cũ')).toBeLessThan(wordsOf(cv).indexOf('Mới'))
    expect(wordsOf(cv)).toContain('09/1972')
  })
})

describe('sơ yếu lý lịch tóm tắt', () => {
  it('chỉ in mục từ mức đơn vị xác nhận; không có gia đình, tài sản, sức khỏe', () => {
    const paper = shortRecord(
      source(dossier(fact('education', { level: '8', major: 'Nội khoa' }, 1), fact('rank', { code: 'V.08.01.02' }, 0))),
      AT,
    )
    expect(wordsOf(paper)).toContain('Tiến sĩ')
    expect(wordsOf(paper)).not.toContain('V.08.01.02')
    expect(wordsOf(paper)).not.toMatch(/gia đình|tài sản|sức khỏe|tôn giáo|Đảng/i)
  })
})

describe('giới thiệu một trang', () => {
  it('nhiều công trình vẫn chỉ năm, nhan đề dài được rút gọn', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      fact('publication', { title: `${'Nghiên cứu rất dài '.repeat(20)}${i}`, year: 1990 + i }),
    )
    const card = onePageCard(source(dossier(...many)), AT)
    const items = card.blocks.filter((b) => b.kind === 'item')
    expect(items).toHaveLength(5)
    expect(Math.max(...items.map((i) => textOf(i).length))).toBeLessThan(180)
  })
})

describe('tệp Word', () => {
  const letter = (name: string) =>
    invitationLetter({
      name,
      sex: null,
      personCode: 'TT-0000001',
      body: 'Bệnh viện Đa khoa tỉnh',
      code: 'ABCDE-FGHJK',
      endsAt: Temporal.Instant.from('2027-01-22T03:42:00Z'),
      year: 2026,
    })

  it('cùng một bản thì cùng từng byte; thư mời mỗi người một trang, có mã và hạn', async () => {
    const one = await writePersonalPapers([letter('Nguyễn Văn A'), letter('Trần Thị B')])
    expect(await writePersonalPapers([letter('Nguyễn Văn A'), letter('Trần Thị B')])).toEqual(one)
    const xml = strFromU8(unzipSync(one)['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/<w:sectPr/g)).toHaveLength(2)
    expect(xml).toContain('ABCDE-FGHJK')
    expect(xml).toContain('22/01/2027')
    expect(xml).toContain('Ông/Bà Trần Thị B')
  })

  it('lề, cỡ chữ theo Nghị định 30/2020/NĐ-CP; không có ảnh', async () => {
    const files = unzipSync(await writePersonalPaper(scientificCv(source(dossier()), AT)))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:left="1701"')
    expect(xml).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(Object.keys(files).some((f) => f.startsWith('word/media'))).toBe(false)
  })
})
