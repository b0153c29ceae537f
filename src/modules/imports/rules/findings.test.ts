/** Điều thấy trong tệp: không câu nào nhắc lại trọn một số của một người. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type FindingCode, finding, KINDS, tellFinding } from './findings.ts'

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 13 }).map((d) => d.join(''))
const parted = fc
  .tuple(digits, fc.constantFrom('', ' ', '.', '-'), fc.constantFrom('', 'Lê Hà ', 'CCCD: '), fc.nat(70))
  .map(([number, by, before, pad]) => ({
    number,
    text: `${before}${'x'.repeat(pad)} ${number.replace(/(\d{3})(?=\d)/g, `$1${by}`)}`,
  }))

it('mọi loại câu, mọi cách viết số: quá ba chữ số cuối thì không nhắc', () => {
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(KINDS) as FindingCode[])), parted, (code, { number, text }) => {
      const f = finding(42, 3, code, text, text)
      const said = tellFinding('DS', f).replace(/[\s.\-–]/g, '')
      expect(said).toContain('ôD42')
      for (let i = 0; i + 5 <= number.length; i++) expect(said).not.toContain(number.slice(i, i + 5))
    }),
  )
})
