/** Gói báo cáo: nothing is lost from one form to another; what is broken is named by its place. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Format, readMessage, writeMessage } from '../formats.ts'
import { anyMessage } from './fixtures.ts'
import type { Part } from './part.ts'
import { PROFILE } from './profile.ts'

const again = (message: Part, format: Format): Part => {
  const read = readMessage(PROFILE, writeMessage(PROFILE, message, format))
  if (!read.ok) throw new Error(read.message)
  return read.value
}

describe('Không mất gì', () => {
  it('mười ba loại gói của QCVN 125:2021, mỗi loại một số', () => {
    expect(PROFILE.kinds.map((k) => k.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(new Set(PROFILE.kinds.map((k) => k.id)).size).toBe(13)
  })
  it.each<{ formats: readonly Format[] }>([
    { formats: ['json'] },
    { formats: ['xml'] },
    { formats: ['xml', 'json', 'xml', 'json'] },
  ])('viết rồi đọc bằng %j: đúng như trước, kể cả trường lạ', ({ formats }) => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(formats.reduce(again, message)).toEqual(message)
      }),
      { numRuns: 150 },
    )
  })
  it('viết hai lần được cùng một tệp', () => {
    fc.assert(
      fc.property(anyMessage, fc.constantFrom<Format>('json', 'xml'), (message, format) => {
        const once = writeMessage(PROFILE, message, format)
        expect(writeMessage(PROFILE, again(message, format), format)).toBe(once)
      }),
      { numRuns: 60 },
    )
  })
})

const HEAD =
  '"hoSo":"nguyen-khi","phienBan":1,"maThongDiep":"m1","lapLuc":"2026-12-04T03:00:00Z","noiGui":{"ma":"H24.SYT"}'
const json = (packets: string) => `{${HEAD},\n"cacGoi":[${packets}]}`
const period = (more: string) =>
  json(`{"loai":"ky-bao-cao","cacBanGhi":[{"maCheDo":"KH","banCheDo":1,"ky":2026${more}}]}`)
const xml = (records: string) => `<TraoDoi xmlns="urn:nguyen-khi:trao-doi:1">
<HoSo>nguyen-khi</HoSo><PhienBan>1</PhienBan><MaThongDiep>m1</MaThongDiep><LapLuc>2026-12-04T03:00:00Z</LapLuc><NoiGui><Ma>X</Ma></NoiGui>
<CacGoi><Goi><Loai>ky-bao-cao</Loai><CacBanGhi>
${records}
</CacBanGhi></Goi></CacGoi></TraoDoi>`
const RECORD = '<BanGhi><MaCheDo>KH</MaCheDo><BanCheDo>1</BanCheDo><Ky>2026</Ky>'

describe('Gói hỏng', () => {
  it.each([
    ['{"a": 1,\n "b": }', 'json.broken', 'dòng 2, cột 8'],
    ['{"a": [1,\n', 'json.broken', 'dòng 2'],
    ['', 'json.broken', 'dòng 1'],
    ['[]', 'exchange.faults', 'tệp'],
    ['{}', 'exchange.faults', 'hoSo'],
    [period('').replace('"nguyen-khi"', '"khac"'), 'exchange.faults', 'hoSo phải là «nguyen-khi»'],
    [period('').replace('"phienBan":1', '"phienBan":2'), 'exchange.faults', 'phienBan phải là 1'],
    [period(',"hanTruoc":"31/02/2026"'), 'exchange.faults', 'cacGoi[1].cacBanGhi[1].hanTruoc'],
    [json('{"loai":"la","cacBanGhi":[]}'), 'exchange.faults', 'loại gói «la»'],
    [json('{"loai":"phan-to","cacBanGhi":[{"ma":"a","ten":"A"},{"ma":"a","ten":"B"}]}'), 'exchange.faults', 'hai lần'],
    [period(',"xmlKhac":[{"name":"q:a","attributes":{},"children":[]}]'), 'exchange.faults', 'xmlKhac[1]'],
    [
      xml(`${RECORD}</BanGhi>\n<BanGhi><MaCheDo>KH</MaCheDo></BanGhi>`),
      'exchange.faults',
      'dòng 5, cacGoi[1].cacBanGhi[2].banCheDo',
    ],
    [xml(`${RECORD}<Ky>2027</Ky></BanGhi>`), 'exchange.faults', 'dòng 4, cacGoi[1].cacBanGhi[1].ky có hai lần'],
    [xml(`${RECORD}<HanTruoc>mai</HanTruoc></BanGhi>`), 'exchange.faults', 'phải là ngày có thật'],
    [xml(`${RECORD}chữ lạc</BanGhi>`), 'exchange.faults', 'có chữ ngoài các trường'],
    [xml(`${RECORD}<Ten><b/></Ten></BanGhi>`), 'exchange.faults', 'phải là chữ'],
    [xml(RECORD), 'xml.broken', 'dòng 5'],
    ['<Khac/>', 'exchange.faults', 'phải là <TraoDoi'],
  ])('%#: nêu chỗ sai', (text, code, says) => {
    expect(readMessage(PROFILE, text)).toMatchObject({ ok: false, code, message: expect.stringContaining(says) })
  })
  it('chữ bất kỳ không làm hệ thống lỗi', () => {
    fc.assert(
      fc.property(fc.string(), (text) => !readMessage(PROFILE, text).ok),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.json(), (text) => !readMessage(PROFILE, text).ok),
      { numRuns: 200 },
    )
  })
})

describe('Trường lạ', () => {
  it('thuộc tính, không gian tên và phần tử lạ trở lại đúng như đã đến', () => {
    const text = xml(
      `<BanGhi xmlns:p="urn:p" p:muc="2" loai="x"><MaCheDo nguon="vb">KH</MaCheDo><BanCheDo>1</BanCheDo><Ky>2026</Ky><p:La a="1">b<c/></p:La><La/></BanGhi>`,
    )
    const read = readMessage(PROFILE, text)
    const out = (read.ok ? writeMessage(PROFILE, read.value, 'xml') : read.message).replaceAll('\n', '')
    expect(out).toContain('<BanGhi xmlns:p="urn:p" p:muc="2" loai="x"><MaCheDo nguon="vb">KH</MaCheDo>')
    expect(out).toContain('<p:La a="1" xmlns:p="urn:p">b<c/></p:La><La/></BanGhi>')
  })
})
