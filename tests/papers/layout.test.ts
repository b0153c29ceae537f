/**
 * Thể thức mọi văn bản Word: the file of every paper is read against `facts/nd30-layout.json` (NĐ 30/2020/NĐ-CP, Phụ lục I). The folders are
 * walked, so that a paper nobody laid before this test fails it; where LibreOffice is, each comes out as pages.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { readPlan } from '../../src/modules/documents/public.ts'
import { scenarioInput } from '../../src/modules/forecasting/papers/fixtures.ts'
import { scenarioPaper } from '../../src/modules/forecasting/papers/scenario.ts'
import { letterInput } from '../../src/modules/notices/papers/fixtures.ts'
import { urgingLetter } from '../../src/modules/notices/papers/urging-letter.ts'
import { blankForm } from '../../src/modules/own-record/papers/blank-forms.ts'
import { invitationLetter } from '../../src/modules/own-record/papers/invitation-letter.ts'
import { onePageCard } from '../../src/modules/own-record/papers/one-page-card.ts'
import { scientificCv } from '../../src/modules/own-record/papers/scientific-cv.ts'
import { shortRecord } from '../../src/modules/own-record/papers/short-record.ts'
import { assignmentAnnex } from '../../src/modules/programme/papers/assignment-annex.ts'
import { noteInput } from '../../src/modules/programme/papers/fixtures.ts'
import { reviewNote } from '../../src/modules/programme/papers/review-note.ts'
import { exchangeOfReading } from '../../src/modules/programme/rules/exchange.ts'
import { agencyReport } from '../../src/modules/reporting/papers/agency-report.ts'
import { agencyInput, provincialInput } from '../../src/modules/reporting/papers/fixtures.ts'
import { provincialReport } from '../../src/modules/reporting/papers/provincial-report.ts'
import { type ListPaper, talentListPaper } from '../../src/modules/talent/papers/talent-list.ts'
import { numberLine, type OfficialPaper, placeAndDate, signerName } from '../../src/platform/word/official-paper.ts'
import { mm, ND30 } from '../../src/platform/word/paper-layout.ts'
import { type PersonalPaper, writePersonalPaper } from '../../src/platform/word/personal-paper.ts'
import { writeAnnexes, writePaper } from '../../src/platform/word/write-paper.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'

const TODAY = day('2026-12-06')
const CV = {
  dossier: {
    person: { id: 'p', code: 'TT-0000001', unitId: 'u', name: 'Nguyễn Văn Đức', sex: 'nam', birth: '1972-09' },
    identifiers: [],
    facts: [],
    sealed: [],
  },
  speak: { code: () => null, unit: () => null, body: () => null },
  today: TODAY,
  least: 0,
} as unknown as Parameters<typeof scientificCv>[0]
const AT = { date: TODAY, place: '……', body: 'Bệnh viện Đa khoa tỉnh' }
const TALENT = {
  code: 'NT-1',
  name: 'Trần Thị Bình',
  unitName: 'Bệnh viện Đa khoa tỉnh',
  talentClass: 'chuyen-gia',
  sectorLabel: 'Y tế',
  since: day('2025-03-02'),
  standing: 'lam-viec',
  leftOn: null,
}
const plan = () => exchangeOfReading(readPlan(fs.readFileSync('examples/ke-hoach-1459.txt', 'utf8')), day('2026-11-23'))

/** Papers that are sent with number, date and signature: the file that makes each, without its ending. */
const OFFICIAL: Readonly<Record<string, () => OfficialPaper>> = {
  'notices/papers/urging-letter': () => urgingLetter(letterInput()),
  'programme/papers/review-note': () => reviewNote(noteInput()),
  'reporting/papers/agency-report': () => agencyReport(agencyInput()),
  'reporting/papers/provincial-report': () => provincialReport(provincialInput()),
}
/** Annexes that go with a paper made elsewhere. */
const ANNEXES: Readonly<Record<string, () => OfficialPaper>> = {
  'forecasting/papers/scenario': () => scenarioPaper(scenarioInput()),
  'programme/papers/assignment-annex': () => assignmentAnnex(plan(), { today: TODAY, filter: '' }),
  'talent/papers/talent-list': () => talentListPaper(talents()),
}
/** Papers of one person: no number and no recipients, the same page and letters. */
const PERSONAL: Readonly<Record<string, () => PersonalPaper>> = {
  'own-record/papers/blank-forms': () =>
    blankForm('dong-y', { name: 'Nguyễn Văn Đức', code: 'TT-0000001', body: 'Sở Y tế', year: 2026 }),
  'own-record/papers/invitation-letter': () =>
    invitationLetter({
      name: 'Nguyễn Văn Đức',
      sex: 'nam',
      personCode: 'TT-0000001',
      body: 'Sở Y tế',
      code: 'ABCD-EFGH',
      endsAt: Temporal.Instant.from('2026-12-20T00:00:00Z'),
      year: 2026,
    }),
  'own-record/papers/one-page-card': () => onePageCard(CV, AT),
  'own-record/papers/scientific-cv': () => scientificCv(CV, AT),
  'own-record/papers/short-record': () => shortRecord(CV, AT),
}
/** Files that only choose between papers or fill one made beside them. */
const HANDING_ON = ['programme/papers/note-of', 'own-record/papers/paper-of']

function talents(): ListPaper {
  const lines = Array.from({ length: 60 }, () => TALENT) as unknown as ListPaper['lines']
  return { issuer: noteInput().issuer, day: TODAY, filter: '', lines }
}

const MODULES = path.join(import.meta.dirname, '../../src/modules')
const MAKES = /^(?:export (?:function|const) .*|\)): (?:OfficialPaper|PersonalPaper)(?: \{| =>)/m

/** Every source of the modules that makes a paper, by its path without ending. */
const makers = (): string[] =>
  fs
    .readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !/fixtures\.ts$/.test(f))
    .filter((f) => MAKES.test(fs.readFileSync(path.join(MODULES, f), 'utf8')))
    .map((f) => f.slice(0, -'.ts'.length))
    .sort()

test('mỗi văn bản Word đều có mặt trong kiểm thử thể thức', () => {
  const known = [...Object.keys(OFFICIAL), ...Object.keys(ANNEXES), ...Object.keys(PERSONAL), ...HANDING_ON]
  expect(makers()).toEqual(known.sort())
})

/** The parts of a Word file that layout stands in. */
type Parts = { readonly xml: string; readonly styles: string; readonly headers: readonly string[] }

const written = new Map<string, { bytes: Uint8Array; parts: Parts }>()

beforeAll(async () => {
  const keep = (name: string, bytes: Uint8Array): void => {
    const files = unzipSync(bytes)
    const part = (n: string): string => strFromU8(files[n] ?? new Uint8Array())
    const headers = Object.keys(files).filter((n) => /^word\/header\d+\.xml$/.test(n))
    written.set(name, {
      bytes,
      parts: { xml: part('word/document.xml'), styles: part('word/styles.xml'), headers: headers.map(part) },
    })
  }
  for (const [name, make] of Object.entries(OFFICIAL)) keep(name, await writePaper(make()))
  for (const [name, make] of Object.entries(ANNEXES)) keep(name, await writeAnnexes(make()))
  for (const [name, make] of Object.entries(PERSONAL)) keep(name, await writePersonalPaper(make()))
}, 120_000)

const partsOf = (name: string): Parts => written.get(name)?.parts ?? expect.fail(`chưa viết ${name}`)
const wordsIn = (xml: string): string => xml.replace(/<w:br\/>/g, ' ').replace(/<[^>]+>/g, '')

/** The paragraph whose words are `text`, or begin with it. */
function paragraphOf(xml: string, text: string): string {
  const all = xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
  const asked = text.replace(/\s+/g, ' ').replaceAll('&', '&amp;')
  return (
    all.find((p) => wordsIn(p).replace(/\s+/g, ' ').trim() === asked) ??
    all.find((p) => wordsIn(p).replace(/\s+/g, ' ').trim().startsWith(asked)) ??
    expect.fail(`không có đoạn «${text}»`)
  )
}

/** Sizes of the letters of a paragraph, in points. */
const sizesOf = (p: string): number[] =>
  [...p.matchAll(/<w:r>.*?<\/w:r>/gs)]
    .filter(([r]) => /<w:t[ >]/.test(r))
    .map(([r]) => Number(/<w:sz w:val="(\d+)"/.exec(r)?.[1] ?? 0) / 2)

type Size = number | { readonly min: number; readonly max: number }

function expectSize(p: string, size: Size): void {
  const { min, max } = typeof size === 'number' ? { min: size, max: size } : size
  const sizes = sizesOf(p)
  expect(sizes.length, wordsIn(p)).toBeGreaterThan(0)
  for (const s of sizes) {
    expect(s, wordsIn(p)).toBeGreaterThanOrEqual(min)
    expect(s, wordsIn(p)).toBeLessThanOrEqual(max)
  }
}

const isBold = (p: string): boolean => p.includes('<w:b/>')
const isItalic = (p: string): boolean => p.includes('<w:i/>')
const isCentred = (p: string): boolean => p.includes('w:jc w:val="center"')

describe.each([...Object.keys(OFFICIAL), ...Object.keys(ANNEXES), ...Object.keys(PERSONAL)])('%s', (name) => {
  test('khổ A4, lề trong khoảng Nghị định cho phép, ở mọi phần', () => {
    const { xml } = partsOf(name)
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
    expect(sections.length).toBeGreaterThan(0)
    for (const s of sections) {
      const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(s)
      const sides = [Number(size?.[1]), Number(size?.[2])].sort((a, b) => a - b)
      expect(sides).toEqual([mm(ND30.page.widthMm), mm(ND30.page.heightMm)])
      for (const side of ['top', 'bottom', 'left', 'right'] as const) {
        const twips = Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(s)?.[1])
        const { min, max } = ND30.page.marginMm[side]
        expect(twips, side).toBeGreaterThanOrEqual(mm(min))
        expect(twips, side).toBeLessThanOrEqual(mm(max))
      }
    }
  })

  test('một phông chữ, màu đen', () => {
    const { xml, styles } = partsOf(name)
    expect(styles).toContain(`w:ascii="${ND30.font}"`)
    expect([...xml.matchAll(/w:ascii="([^"]+)"/g)].filter(([, font]) => font !== ND30.font)).toEqual([])
    const colours = [...xml.matchAll(/<w:color w:val="([^"]+)"/g)].map((m) => m[1])
    expect(colours.filter((c) => c !== ND30.colour && c !== 'auto')).toEqual([])
  })

  test('số trang ở giữa lề trên, không hiện ở trang đầu', () => {
    const { xml, headers } = partsOf(name)
    const numbers = headers.filter((h) => h.includes('PAGE'))
    if (name in PERSONAL && numbers.length === 0) return
    expect(numbers.length).toBeGreaterThan(0)
    for (const h of numbers) {
      expect(isCentred(h)).toBe(true)
      const size = Number(/<w:sz w:val="(\d+)"/.exec(h)?.[1]) / 2
      expect(size).toBeGreaterThanOrEqual(ND30.pageNumber.size.min)
      expect(size).toBeLessThanOrEqual(ND30.pageNumber.size.max)
    }
    expect(xml).toContain('<w:titlePg/>')
  })
})

describe.each(Object.keys(OFFICIAL))('%s: các thành phần thể thức', (name) => {
  const paper = (): OfficialPaper => OFFICIAL[name]?.() ?? expect.fail(name)
  const xml = (): string => partsOf(name).xml
  const part = (text: string): string => paragraphOf(xml(), text)

  test('quốc hiệu, tiêu ngữ', () => {
    for (const rule of [ND30.nation, ND30.motto]) {
      const p = part(rule.text)
      expectSize(p, rule.size)
      expect(isBold(p)).toBe(true)
      expect(isCentred(p)).toBe(true)
    }
  })

  test('tên cơ quan ban hành, cơ quan chủ quản', () => {
    const { superior, body } = paper().issuer
    const own = part(body.toUpperCase())
    expectSize(own, ND30.issuingBody.size)
    expect(isBold(own)).toBe(true)
    if (superior === null) return
    const above = part(superior.toUpperCase())
    expectSize(above, ND30.superiorBody.size)
    expect(isBold(above)).toBe(false)
  })

  test('số, ký hiệu; địa danh và ngày', () => {
    expectSize(part(numberLine(paper().number).replace(/\s+/g, ' ')), ND30.number.size)
    const date = part(placeAndDate(paper()))
    expectSize(date, ND30.placeAndDate.size)
    expect(isItalic(date)).toBe(true)
  })

  test('tên loại, trích yếu', () => {
    const { kind, abstract } = paper()
    if (kind === 'cong-van') {
      const p = part(`${ND30.letterAbstract.prefix} ${abstract}`)
      expectSize(p, ND30.letterAbstract.size)
      expect(isBold(p)).toBe(false)
      return
    }
    const title = part(kind.name.toUpperCase())
    expectSize(title, ND30.kind.size)
    expect(isBold(title) && isCentred(title)).toBe(true)
    const about = part(abstract)
    expectSize(about, ND30.abstract.size)
    expect(isBold(about)).toBe(true)
  })

  test('Kính gửi, căn cứ', () => {
    if (paper().addressees.length > 0) expectSize(part(ND30.addressee.label), ND30.addressee.size)
    for (const basis of paper().legalBases) {
      const p = part(basis)
      expectSize(p, ND30.legalBasis.size)
      expect(isItalic(p)).toBe(true)
    }
  })

  test('đoạn nội dung: cỡ chữ, canh đều, thụt đầu dòng, cách đoạn', () => {
    const body = (xml().match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((p) => p.includes('w:jc w:val="both"'))
    expect(body.length).toBeGreaterThan(0)
    for (const p of body.filter((b) => /w:firstLine="[1-9]/.test(b) && sizesOf(b).length > 0)) {
      expectSize(p, ND30.body.size)
      const indent = Number(/w:firstLine="(\d+)"/.exec(p)?.[1])
      expect(indent).toBeGreaterThanOrEqual(mm(ND30.body.firstLineIndentCm.min * 10))
      expect(indent).toBeLessThanOrEqual(mm(ND30.body.firstLineIndentCm.max * 10))
    }
  })

  test('chữ ký: quyền hạn, chức vụ chữ hoa đậm; họ tên đậm, không học hàm', () => {
    const { signature } = paper()
    for (const line of [...signature.authority, signature.post].flatMap((l) => l.toUpperCase().split('\n'))) {
      const p = part(line)
      expectSize(p, ND30.signer.size)
      expect(isBold(p)).toBe(true)
    }
    if (signature.name === null) return
    const p = part(signerName(signature))
    expectSize(p, ND30.signer.size)
    expect(isBold(p)).toBe(true)
  })

  test('Nơi nhận: nhãn đậm nghiêng cỡ 12, danh sách cỡ 11, dòng cuối là Lưu', () => {
    const label = part(ND30.recipients.label)
    expectSize(label, ND30.recipients.labelSize)
    expect(isBold(label) && isItalic(label)).toBe(true)
    for (const r of paper().recipients) expectSize(part(`- ${r}`), ND30.recipients.listSize)
    expectSize(part(`- ${ND30.recipients.lastPrefix}`), ND30.recipients.listSize)
  })

  test('phụ lục: nhãn, tên, «Kèm theo»', () => {
    const { annexes } = paper()
    for (const a of annexes) {
      const title = part(a.title.toUpperCase())
      expectSize(title, ND30.annex.titleSize)
      expect(isCentred(title)).toBe(true)
    }
    if (annexes.length === 0) return
    const reference = part('(Kèm theo')
    expectSize(reference, ND30.annex.referenceSize)
    expect(isItalic(reference)).toBe(true)
  })
})

test('LibreOffice mở và in được mọi văn bản', { timeout: 300_000 }, () => {
  if (!hasLibreOffice('chưa in thử các văn bản')) return
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'the-thuc-'))
  try {
    const names = [...written.keys()].map((n) => n.replaceAll('/', '_'))
    for (const [name, { bytes }] of written)
      fs.writeFileSync(path.join(folder, `${name.replaceAll('/', '_')}.docx`), bytes)
    convert(folder, 'pdf', ...names.map((n) => `${n}.docx`))
    for (const n of names) {
      const pdf = path.join(folder, `${n}.pdf`)
      expect(fs.existsSync(pdf), n).toBe(true)
      if (spawnSync('pdfinfo', ['-v']).error) continue
      const said = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
      expect(Number(/Pages:\s+(\d+)/.exec(said)?.[1]), n).toBeGreaterThan(0)
      expect(said, n).toMatch(/Page size:.*A4/)
    }
    if (process.env.NGUYEN_KHI_KEEP_PAPERS) fs.cpSync(folder, process.env.NGUYEN_KHI_KEEP_PAPERS, { recursive: true })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
