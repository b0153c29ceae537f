/** Tính chất của bản đọc: what must hold for any text, and for the real plan however its file was made. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanReading } from '../words.ts'
import { readPlan } from './read-plan.ts'

const plan = readFileSync(new URL('../../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')

/** A reading without places: what the document says, not where. */
function programme(r: PlanReading) {
  const bare = <T extends object>(items: readonly T[]) => items.map((x) => ({ ...x, span: null }))
  const { text: _, signer, sections, ...rest } = r
  const titles = JSON.stringify(sections, (key, value) => (key === 'span' ? undefined : value))
  return {
    ...rest,
    sections: titles,
    goals: bare(r.goals),
    tasks: bare(r.tasks),
    references: bare(r.references),
    recurringReports: bare(r.recurringReports),
    recipients: bare(r.recipients),
    signer: signer && { ...signer, span: null },
    defects: bare(r.defects).filter((d) => d.kind !== 'page-break'),
  }
}

const whole = programme(readPlan(plan))

/** Breaks lines longer than `width` at blanks, as a text file with hard line ends does. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const out: string[] = []
      let rest = line
      while (rest.length > width) {
        const at = rest.lastIndexOf(' ', width)
        if (at <= 0) break
        out.push(rest.slice(0, at))
        rest = rest.slice(at + 1)
      }
      return [...out, rest].join('\n')
    })
    .join('\n')
}

const fold = (s: string): string => s.replace(/\s+/g, ' ')

/** Pieces of official language, broken and whole, in any order. */
const PIECES = [
  'KẾ HOẠCH',
  'Số: /KH',
  'Số: 12/KH-UBND',
  'II. MỤC TIÊU',
  'III. NHIỆM VỤ',
  '1. Mục tiêu đến năm 2030',
  '- ',
  '+ ',
  'a) ',
  'Điều 1. ',
  '100% cán bộ',
  'từ 15-20%',
  'trên 85.000 người',
  'phối hợp với',
  'Sở Nội vụ',
  'chủ trì',
  'các sở, ban, ngành',
  'Đơn vị chủ trì: ',
  'Thời gian: ',
  'trước ngày 31/02/2025',
  'trước ngày 05 tháng 12 hằng năm',
  'báo cáo UBND tỉnh',
  '(qua Sở Nội vụ)',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'TM. ỦY BAN NHÂN DÂN',
  'KT. CHỦ TỊCH',
  'Nguyễn Văn A',
  'Nghị quyết số 45-NQ/TW ngày 24/11/2023',
  'ngày tháng năm',
  '\n',
  '\n\n',
  '\t',
  '.',
  ';',
  ',',
  ':',
  '(',
  ')',
  '*',
  '"',
  '4.0',
  '\u0301',
  '\ud83d',
]
const official = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(' '))
const any = fc.oneof(
  official,
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
)

describe('một văn bản, nhiều cách ghi tệp', () => {
  it('chữ tổ hợp (NFD) cho cùng bản đọc với chữ dựng sẵn (NFC)', () => {
    expect(readPlan(plan.normalize('NFD'))).toEqual(readPlan(plan))
  })
  it('xuống dòng kiểu Windows và kiểu cũ cho cùng bản đọc', () => {
    expect(readPlan(plan.replaceAll('\n', '\r\n'))).toEqual(readPlan(plan))
    expect(readPlan(plan.replaceAll('\n', '\r'))).toEqual(readPlan(plan))
  })
  it('dấu đầu tệp và dấu cách không ngắt không làm đổi bản đọc', () => {
    expect(programme(readPlan(`\uFEFF${plan.replaceAll('Sở Nội vụ', 'Sở\u00A0Nội vụ')}`))).toEqual(whole)
  })
  it('ngắt dòng cứng ở bất kỳ độ rộng nào cũng không đổi chương trình', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 130 }), (width) => {
        expect(programme(readPlan(wrap(plan, width)))).toEqual(whole)
      }),
      { numRuns: 25 },
    )
  })
  it('mỗi đoạn một dòng, không có dòng trống, cho cùng chương trình', () => {
    expect(programme(readPlan(plan.replace(/\n{2,}/g, '\n')))).toEqual(whole)
  })
  it('số trang và vạch ngăn giữa câu không làm đổi chương trình', () => {
    const paged = plan
      .replace('lĩnh vực mới,\n\nđáp ứng', 'lĩnh vực mới,\n\n2\n\nđáp ứng')
      .replace('I. MỤC ĐÍCH', '-------\n\nI. MỤC ĐÍCH')
    expect(programme(readPlan(paged))).toEqual(whole)
  })
})

describe('mọi văn bản', () => {
  it('không văn bản nào làm hỏng bộ đọc; mọi đoạn trích đều có trong văn bản', () => {
    fc.assert(
      fc.property(any, (text) => {
        const r = readPlan(text)
        const source = fold(r.text)
        const quotes = [
          ...r.goals.map((g) => g.text),
          ...r.tasks.flatMap((t) => [t.text, ...t.lead, ...t.coordinate]),
          ...r.recurringReports.flatMap((x) => [x.text, x.via ?? '']),
          ...r.references.map((x) => x.issuer ?? ''),
          ...r.baselines.map((b) => b.text),
        ]
        for (const quote of quotes) expect(source).toContain(fold(quote))
        const spans = [...r.goals, ...r.tasks, ...r.references, ...r.recipients, ...r.recurringReports].map(
          (x) => x.span,
        )
        for (const [start, end] of spans) expect(0 <= start && start <= end && end <= r.text.length).toBe(true)
        const codes = r.goals.map((g) => g.clause)
        expect(new Set(codes).size).toBe(codes.length)
      }),
      { numRuns: 400 },
    )
  })
  it('chỗ số để trống không bao giờ thành số', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Số: /KH', 'Số:   /KH-UBND', 'Số: …/KH-UBND', 'Số: ...../QĐ-UBND'),
        official,
        (line, rest) => {
          const clean = rest.replaceAll('Số: 12/KH-UBND', '')
          expect(readPlan(`${line}\n\nKẾ HOẠCH\n\n${clean}`).docNumber).toBeNull()
        },
      ),
      { numRuns: 100 },
    )
  })
  it('văn bản không có nội dung kế hoạch cho bản đọc rỗng và nói rõ điều đó', () => {
    for (const text of ['', '   \n\n', 'Kính gửi các cơ quan.', '😀', 'Một bài thơ\nkhông có việc gì để làm']) {
      const r = readPlan(text)
      expect([r.goals, r.tasks, r.references, r.recurringReports, r.recipients]).toEqual([[], [], [], [], []])
      expect(r.defects[0]).toMatchObject({ kind: 'nothing-recognised' })
    }
  })
  it('100.000 ký tự đọc dưới 2 giây, kể cả chữ cố ý lặp', () => {
    const body = plan.slice(plan.indexOf('I. MỤC'), plan.indexOf('Nơi nhận'))
    const long = [
      body.repeat(8).slice(0, 100_000),
      'phối hợp với Sở A, '.repeat(5_300),
      '100% cán bộ và '.repeat(6_600),
      '('.repeat(100_000),
      '1.'.repeat(50_000),
      '\n- '.repeat(33_000),
      'Ă'.repeat(100_000),
      `Nơi nhận:\n${'<br>'.repeat(25_000)}`,
      'KẾ HOẠCH\n'.repeat(11_000),
      'GIÁM ĐỐC\n'.repeat(11_000),
      'số 12/KH-UBND '.repeat(7_000),
    ]
    for (const text of long) expect(readPlan(text)).toBeDefined()
  }, 60_000)
})
