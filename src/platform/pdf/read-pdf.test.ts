/** Tệp PDF: what is refused and in which words; lines, columns, tables, notes from places on a page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUpload } from '../word/read-text.ts'
import { drawn, plainPdf } from './fixtures.ts'
import { textOfPages } from './flow.ts'
import type { Bit, Page, Rule } from './page.ts'

const LONG = 'Ke hoach phat trien doi ngu tri thuc cua tinh trong giai doan moi'

describe('tệp PDF', () => {
  it('có lớp chữ: đọc được, kể cả khi trang xoay và chữ viết dọc theo trang', async () => {
    const upright = `BT /F 12 Tf 0 1 -1 0 200 100 Tm (${LONG}) Tj ET`
    expect(await readUpload(plainPdf([drawn(`${LONG}.`, 72, 700), upright]), 'a.pdf')).toMatchObject({
      ok: true,
      value: { text: `${LONG}.\n\n${LONG}`, format: 'pdf', conversions: [], imagePages: [] },
    })
  })
  it('trang chỉ có ảnh giữa các trang có chữ được nêu tên', async () => {
    const read = await readUpload(plainPdf([drawn(LONG, 72, 700), '0 0 100 100 re f', '']), 'a.pdf')
    expect(read).toMatchObject({ ok: true, value: { imagePages: [2] } })
  })
  it('chữ gõ bằng TCVN3 được đổi', async () => {
    const read = await readUpload(
      plainPdf([drawn('Céng hßa x· héi chñ nghÜa ViÖt Nam, KÕ ho¹ch ph¸t triÓn', 72, 700)]),
      '',
    )
    expect(read).toMatchObject({ ok: true, value: { text: 'Cộng hòa xã hội chủ nghĩa Việt Nam, Kế hoạch phát triển' } })
  })
  const locked =
    '/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<' +
    'ab'.repeat(32) +
    '>/U<' +
    'cd'.repeat(32) +
    '>>>'
  it.each([
    ['bản quét', plainPdf(['0 0 500 700 re f']), 'document.scanned', 'không có lớp chữ'],
    ['bản quét chỉ có số trang', plainPdf([drawn('1', 300, 20), '0 0 9 9 re f']), 'document.scanned', 'OCR'],
    ['trang trắng', plainPdf(['', '']), 'document.empty', 'không có chữ nào'],
    ['có mật khẩu', plainPdf([drawn(LONG, 72, 700)], locked), 'document.locked', 'Gỡ mật khẩu'],
    ['bị cắt cụt', plainPdf([drawn(LONG, 72, 700)]).subarray(0, 60), 'document.damaged', 'hỏng'],
  ])('%s', async (_, bytes, code, words) => {
    const read = await readUpload(bytes, 'ke-hoach.pdf')
    expect(read).toMatchObject({ ok: false, kind: 'invalid', code })
    expect(read.ok ? '' : read.message).toContain(words)
  })
  it('byte bị đổi chỉ dẫn tới từ chối hoặc chữ khác', async () => {
    const good = plainPdf([drawn(LONG, 72, 700)])
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = good.slice()
        for (const [at, to] of changes) if (at > 5) bytes[at] = to
        const read = await readUpload(bytes, '')
        expect(read.ok || /^document\./u.test(read.code)).toBe(true)
      }),
      { numRuns: 8, interruptAfterTimeLimit: 10_000 },
    )
  }, 30_000)
})

/** Text of size `size` at a place; letters are half as wide as high. */
const bit = (text: string, x: number, y: number, size = 14): Bit => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  size,
  font: 'Times',
})
const read = (bits: readonly Bit[], rules: readonly Rule[] = []): string[] =>
  textOfPages([{ bits, rules }]).text.split('\n')
const level = (y: number, x1: number, x2: number): Rule => ({ x1, y1: y, x2, y2: y })
const upright = (x: number, y1: number, y2: number): Rule => ({ x1: x, y1, x2: x, y2 })
/** A line as wide as the page: from 85 to 555. */
const FULL = 'Xây dựng đội ngũ trí thức có trình độ, năng lực ngang tầm nhiệm vụ'

describe('chữ theo vị trí trên trang', () => {
  it('hai cột cùng độ cao cách bằng tab; đầu dòng đánh số thì không', () => {
    expect(
      read([bit('SỞ NỘI VỤ', 90, 100), bit('CỘNG HÒA', 350, 100), bit('1.', 90, 200), bit('Mục tiêu', 130, 200)]),
    ).toEqual(['SỞ NỘI VỤ\tCỘNG HÒA', '', '1. Mục tiêu'])
  })
  it('chỗ để trống của số và ngày không phải là cột', () => {
    const bits = [
      bit('Số:', 90, 100),
      bit('/KH-UBND', 160, 100),
      bit('Lâm Sơn, ngày', 300, 100),
      bit('tháng', 440, 100),
      bit('năm 2026', 520, 100),
    ]
    expect(read(bits)).toEqual(['Số: /KH-UBND\tLâm Sơn, ngày tháng năm 2026'])
  })
  it('phông trước Unicode trong PDF', () => {
    const old = { ...bit('KÕ ho¹ch', 90, 100), font: 'ABCDEF+.VnTimeH' }
    expect(textOfPages([{ bits: [old, bit('tỉnh', 160, 100)], rules: [] }])).toMatchObject({
      text: 'KẾ HOẠCH tỉnh',
      conversions: [{ from: 'TCVN3', by: 'font' }],
    })
  })
  it('chữ bị cắt giữa từ nối liền, khoảng hở thành dấu cách, dòng dãn đều không thành cột', () => {
    expect(read([bit('Kế ho', 90, 100), bit('ạch', 125, 100), bit('tỉnh', 152, 100)])).toEqual(['Kế hoạch tỉnh'])
    const words = ['Sở', 'Nội', 'vụ', 'chủ', 'trì'].map((w, i) => bit(w, 90 + i * 60, 100))
    expect(read(words)).toEqual(['Sở Nội vụ chủ trì'])
  })
  it('đoạn mới: dòng trên hết sớm, thụt đầu dòng, hoặc cách xa', () => {
    const lines = [FULL, 'và nhân cách.', FULL, FULL].map((text, i) =>
      bit(text, i === 0 || i === 2 ? 121 : 85, 100 + i * 17),
    )
    expect(read(lines)).toEqual([FULL, 'và nhân cách.', '', FULL, FULL])
  })
  it('tên văn bản hai dòng căn giữa là một đoạn', () => {
    const body = [0, 1, 2].map((i) => bit(FULL, 85, 300 + i * 17))
    const shown = read([bit('KẾ HOẠCH PHÁT TRIỂN ĐỘI NGŨ TRÍ THỨC', 190, 200), bit('đến năm 2030', 274, 217), ...body])
    expect(shown.slice(0, 3)).toEqual(['KẾ HOẠCH PHÁT TRIỂN ĐỘI NGŨ TRÍ THỨC', 'đến năm 2030', ''])
  })
  it('hết đoạn ở cuối trang: dấu sang trang đứng riêng, số trang giữ nguyên', () => {
    const pages = [
      { bits: [bit(FULL, 121, 80), bit('hết đoạn.', 85, 97)], rules: [] },
      { bits: [bit('2', 300, 40), bit(FULL, 121, 80), bit('và', 85, 97)], rules: [] },
    ]
    expect(textOfPages(pages).text.split('\n')).toEqual([FULL, 'hết đoạn.', '\f', '2', '', FULL, 'và'])
  })
  it('số nhỏ nâng cao là dấu chú thích, trừ số mũ của đơn vị; chú thích chuyển xuống cuối', () => {
    const text = textOfPages([
      {
        bits: [
          ...[
            bit('đạt 80%', 85, 100),
            bit('1', 135, 95, 7),
            bit('trên 15 km', 145, 100),
            bit('2', 216, 95, 7),
            bit('và', 85, 117),
          ],
          ...[bit('1', 85, 746, 6), bit('Quyết định số 12', 89, 750, 10), bit('tiếp theo', 85, 762, 10)],
        ],
        rules: [],
      },
      { bits: [bit('2', 300, 40), bit('các chỉ tiêu khác', 85, 80), bit(FULL, 85, 100)], rules: [] },
    ]).text
    // The sentence goes on over the page: neither page number nor note stands in it.
    const shown = ['đạt 80%[1] trên 15 km2', 'và', '\fcác chỉ tiêu khác', '', FULL, '']
    expect(text.split('\n')).toEqual([...shown, '[1] Quyết định số 12 tiếp theo'])
  })
})

describe('bảng kẻ trên trang', () => {
  const xs = [85, 125, 300, 420, 550]
  const grid = (ys: readonly number[]): Rule[] => [
    ...ys.map((y) => level(y, 85, 550)),
    ...xs.map((x) => upright(x, ys[0] ?? 0, ys.at(-1) ?? 0)),
  ]
  const cells = (y: number, ...texts: string[]): Bit[] =>
    texts.flatMap((t, i) => (t === '' ? [] : [bit(t, (xs[i] ?? 0) + 5, y, 12)]))
  const head = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn']

  it('mỗi dòng bảng một dòng, chữ xuống dòng trong ô nối lại', () => {
    const bits = [
      ...cells(115, ...head),
      ...cells(135, '1', 'Xây dựng đề án phát triển đội', 'Sở Nội vụ', '2026'),
      ...cells(150, '', 'ngũ trí thức'),
    ]
    expect(read(bits, grid([100, 120, 160]))).toEqual([
      'TT\tNhiệm vụ\tChủ trì\tThời hạn',
      '1\tXây dựng đề án phát triển đội ngũ trí thức\tSở Nội vụ\t2026',
    ])
  })
  it('ô gộp dọc mang dấu như trên; ô gộp ngang giữ cột', () => {
    const rules = [
      level(100, 85, 550),
      level(120, 85, 550),
      level(140, 85, 550),
      level(160, 85, 300),
      level(160, 420, 550),
      level(180, 85, 550),
    ]
    const up = [85, 550]
      .map((x) => upright(x, 100, 180))
      .concat([125, 300, 420].flatMap((x) => [upright(x, 100, 120), upright(x, 140, 180)]))
    const bits = [
      ...cells(115, ...head),
      bit('I. Nhóm', 90, 135, 12),
      ...cells(155, '1', 'A', 'Sở Y tế', '2026'),
      ...cells(175, '2', 'B', '', '2027'),
    ]
    expect(read(bits, [...rules, ...up])).toEqual([
      head.join('\t'),
      'I. Nhóm\t\t\t',
      '1\tA\tSở Y tế\t2026',
      '2\tB\t〃\t2027',
    ])
  })
  it('bảng sang trang: đầu bảng không nhắc lại, dòng bị cắt đôi nối lại', () => {
    const first: Page = {
      bits: [...cells(115, ...head), ...cells(135, '1', 'Xây dựng đề án về', 'Sở Y tế', '2026')],
      rules: grid([100, 120, 160]),
    }
    const second: Page = {
      bits: [
        bit('2', 300, 40),
        ...cells(115, ...head),
        ...cells(135, '', 'nhân tài.'),
        ...cells(155, '2', 'B', 'Sở Nội vụ', '2027'),
      ],
      rules: grid([100, 120, 140, 160]),
    }
    expect(textOfPages([first, second]).text.split('\n')).toEqual([
      head.join('\t'),
      '1\tXây dựng đề án về nhân tài.\tSở Y tế\t2026',
      '\f',
      '2',
      '2\tB\tSở Nội vụ\t2027',
    ])
  })
  it('nét kẻ bất kỳ và chữ bất kỳ không làm hỏng bộ đọc', () => {
    const n = fc.integer({ min: -50, max: 900 })
    const rule = fc
      .tuple(n, n, n, fc.boolean())
      .map(([a, b, c, flat]) =>
        flat ? level(a, Math.min(b, c), Math.max(b, c)) : upright(a, Math.min(b, c), Math.max(b, c)),
      )
    const anyBit = fc
      .tuple(fc.string({ minLength: 1 }), n, n, fc.integer({ min: 1, max: 40 }))
      .map(([t, x, y, s]) => bit(t, x, y, s))
    fc.assert(
      fc.property(fc.array(anyBit, { maxLength: 40 }), fc.array(rule, { maxLength: 30 }), (bits, rules) => {
        const { text } = textOfPages([{ bits, rules }])
        expect(typeof text).toBe('string')
      }),
      { numRuns: 300, interruptAfterTimeLimit: 6000 },
    )
  })
})
