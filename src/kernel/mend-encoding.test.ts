/** Bảng mã trước Unicode: every toned letter comes back, and nothing but old text is touched. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import facts from '../../facts/legacy-encodings.json' with { type: 'json' }
import { CODE_PAGES, type CodePage, codePageOfFont, decodeFrom, LETTERS } from './before-unicode.ts'
import { mendByFont, mendByLetters } from './mend-encoding.ts'
import { isSyllable } from './syllable.ts'

const plan = readFileSync(new URL('../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8').normalize('NFC')

/** The 134 letters of Vietnamese that are not plain Latin ones. */
const VOWELS = 'aăâeêioôơuưy'
const TONED = [...`${VOWELS}${VOWELS.toUpperCase()}`]
  .flatMap((v) => ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((t) => (v + t).normalize('NFC')))
  .concat('đ', 'Đ')
  .filter((c) => !/[a-z]/iu.test(c))

/** Letter -> how the page writes it. */
function written(page: CodePage): Map<string, string> {
  const codes = new Map([...LETTERS[page]].reverse().map(([code, letter]) => [letter, code]))
  if (page !== 'CP1258') return codes
  for (const c of TONED) {
    const parts = c.normalize('NFD')
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(parts)?.[0] ?? ''
    const base = parts.replace(tone, '').normalize('NFC')
    codes.set(c, (codes.get(base) ?? base) + (tone && (codes.get(tone) ?? '')))
  }
  return codes
}
const CODES = new Map(CODE_PAGES.map((page) => [page, written(page)]))
/** As it was typed in `page`; TCVN3 has small toned letters only. */
function typed(text: string, page: CodePage): string {
  const codes = CODES.get(page) ?? new Map<string, string>()
  return [...text].map((c) => codes.get(c) ?? codes.get(c.toLowerCase()) ?? c).join('')
}
const small = (text: string, page: CodePage): string => (page === 'TCVN3' ? text.toLowerCase() : text)

describe('bảng mã', () => {
  it('bảng trong mã đúng bằng bảng trong facts', () => {
    const byByte = (map: object) =>
      Object.fromEntries(Object.entries(map).map(([k, v]) => [String.fromCharCode(Number.parseInt(k, 16)), v]))
    expect(Object.fromEntries(LETTERS.TCVN3)).toEqual(byByte(facts.tcvn3))
    expect(Object.fromEntries(LETTERS.VISCII)).toEqual(byByte(facts.viscii))
    expect(Object.fromEntries(LETTERS.CP1258)).toEqual(byByte(facts.cp1258))
    expect(Object.fromEntries(LETTERS.VNI)).toMatchObject(facts.vni)
  })

  it('đủ 134 chữ', () => {
    expect(TONED).toHaveLength(134)
  })

  it.each(CODE_PAGES)('%s: chuỗi chữ có dấu bất kỳ đi rồi về như cũ', (page) => {
    const letters = fc.array(fc.constantFrom(...TONED, ' ', 'b', 'n'), { maxLength: 40 }).map((l) => l.join(''))
    fc.assert(
      fc.property(letters, (text) => {
        expect(small(decodeFrom(page, typed(text, page)), page)).toBe(small(text, page))
      }),
    )
    for (const letter of TONED) expect(small(decodeFrom(page, typed(letter, page)), page)).toBe(small(letter, page))
  })

  it('byte do Windows-1252 hiện thành ký tự khác, và byte ở vùng riêng của phông ký hiệu', () => {
    expect(decodeFrom('VISCII', 'Vi®t Ð€i')).toBe('Việt ĐẠi')
    expect(decodeFrom('TCVN3', 'V\uf0a8n b\uf0b6n')).toBe('Văn bản')
  })

  it('0xAD là chữ ư của TCVN3, không phải dấu ngắt từ', () => {
    expect(decodeFrom('TCVN3', 'D\u00adu')).toBe('Dưu')
  })
})

describe('phông chữ', () => {
  it.each([
    ['.VnTime', { page: 'TCVN3', capitals: false }],
    ['.VnTimeH', { page: 'TCVN3', capitals: true }],
    ['BAAAAA+.VnArial-Bold', { page: 'TCVN3', capitals: false }],
    ['.vntime', { page: 'TCVN3', capitals: false }],
    ['VNI-Times', { page: 'VNI', capitals: false }],
    ['Times New Roman', null],
    ['VnTeX', null],
    [null, null],
  ])('%s', (font, page) => {
    expect(codePageOfFont(font)).toEqual(page)
  })
  it('phông chữ hoa vẽ mọi chữ thành chữ hoa', () => {
    expect(mendByFont('Céng hßa', '.VnTimeH')).toMatchObject({ text: 'CỘNG HÒA', conversion: { by: 'font' } })
  })
  it('chữ Unicode bị đặt phông cũ thì để nguyên', () => {
    expect(mendByFont('Kế hoạch', '.VnTime')).toBeNull()
    expect(mendByFont('là và cá nhân', 'VNI-Times')?.text ?? 'là và cá nhân').toBe('là và cá nhân')
  })
})

describe('đổi theo chữ', () => {
  it.each(['TCVN3', 'VNI', 'VISCII'] as const)('cả kế hoạch gõ bằng %s trở lại như cũ, kèm chứng cứ', (page) => {
    const { text, conversions } = mendByLetters(typed(plan, page))
    expect(small(text, page)).toBe(small(plan, page))
    expect(conversions).toMatchObject([{ from: page, by: 'letters', font: null }])
    expect(conversions[0]?.characters).toBeGreaterThan(2000)
  })
  it('kế hoạch Unicode giữ nguyên', () => {
    expect(mendByLetters(plan)).toEqual({ text: plan, conversions: [] })
    expect(mendByLetters(plan.normalize('NFD')).conversions).toEqual([])
  })
  it('trong một tài liệu trộn, chỉ dòng gõ cũ được đổi', () => {
    const lines = plan.split('\n')
    const mixed = lines
      .map((l, i) => (i % 3 === 2 && i > 9 ? typed(l, 'TCVN3') : i % 7 === 6 ? typed(l, 'VNI') : l))
      .join('\n')
    const { text, conversions } = mendByLetters(mixed)
    expect(text.toLowerCase()).toBe(plan.toLowerCase())
    expect(conversions.map((c) => c.from).sort()).toEqual(['TCVN3', 'VNI'])
  })
  it('một đoạn cũ trong dòng Unicode', () => {
    expect(mendByLetters('Ban hành kèm theo Kế hoạch: KÕ ho¹ch ph¸t triÓn ®éi ngò trÝ thøc').text).toBe(
      'Ban hành kèm theo Kế hoạch: Kế hoạch phát triển đội ngũ trí thức',
    )
  })
  it('chữ hoa của TCVN3 gõ bằng phím hoa', () => {
    expect(mendByLetters('CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM').text).toBe('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  })
  it.each([
    'Le développement à côté du café, été, où voilà déjà français, élève',
    'Müller über für Größe naïve façade',
    'El niño así qué año mañana',
    'Có và là bán hàng tôi cá nhân',
    'Đây là “ngoặc” – gạch… §5 ±3% 45°C m² ½ «từ»',
    'The plan of 2030: 5 km² – résumé',
    'Sources · the core · the 2030 plan · 1–5 of 10 — (a) – (b) – “c” … «d»',
    'Uỷ ban nhân dân tỉnh Đắk Lắk, Hoà Bình, Thuỷ lợi',
  ])('để nguyên: %s', (text) => {
    expect(mendByLetters(text)).toEqual({ text, conversions: [] })
  })
  it('chữ bất kỳ không làm hỏng bộ đổi', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void mendByLetters(text)))
  })
})

describe('âm tiết', () => {
  it.each([
    'hội',
    'nghiêng',
    'quốc',
    'khuỷu',
    'giếng',
    'gì',
    'thuở',
    'Đảng',
    'quỳnh',
    'yêu',
    'kỹ',
    'xoong',
  ])('%s', (w) => {
    expect(isSyllable(w)).toBe(true)
  })
  it.each(['héi', 'chñ', 'ngh', 'bac', 'kà', 'cé', 'ngé', 'hòà', 'dỷ'])('không phải: %s', (w) => {
    expect(isSyllable(w)).toBe(false)
  })
})
