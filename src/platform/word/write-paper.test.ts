import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { day } from '../../kernel/day.ts'
import { figure, heading, item, type OfficialPaper, paragraph, row } from './official-paper.ts'
import { mm, ND30 } from './paper-layout.ts'
import { figuresOf, textOfDocx } from './read-paper.ts'
import { writePaper } from './write-paper.ts'

const paper = (change: Partial<OfficialPaper> = {}): OfficialPaper => ({
  issuer: { superior: 'Ủy ban nhân dân tỉnh Bình Sơn', body: 'Sở Nội vụ', place: 'Bình Sơn' },
  number: { number: '5', symbol: 'BC-SNV' },
  date: day('2026-02-04'),
  year: 2026,
  kind: { name: 'Báo cáo' },
  abstract: 'Kết quả thực hiện kế hoạch',
  addressees: ['Ủy ban nhân dân tỉnh'],
  legalBases: ['Luật Tổ chức chính quyền địa phương', 'Kế hoạch số 12/KH-UBND'].map((t) => `Căn cứ ${t}`),
  body: [
    heading(1, 'I', 'Kết quả'),
    paragraph('Có ', figure('1.234', 'muc-tieu:1'), ' người, đạt ', figure('43,1%', 'muc-tieu:2'), '.'),
  ],
  signature: { authority: ['KT. Giám đốc'], post: 'Phó Giám đốc', name: 'PGS. TS. Lê Thị Hoa' },
  recipients: ['Như trên'],
  filing: 'CCVC',
  annexes: [],
  ...change,
})

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
const xmlOf = async (p: OfficialPaper): Promise<string> => partOf(await writePaper(p), 'word/document.xml')
const linesOf = async (p: OfficialPaper): Promise<string[]> => textOfDocx(await writePaper(p)).split('\n')

/** The properties of the runs in the first paragraph that holds `text`. */
function paragraphWith(xml: string, text: string): string {
  const found = xml.match(/<w:p>.*?<\/w:p>/gs)?.find((p) => p.replace(/<[^>]+>/g, '').includes(text))
  if (found === undefined) throw new Error(`no paragraph with ${text}`)
  return found
}

describe('khổ giấy, lề, phông chữ theo Nghị định 30/2020', () => {
  test('khổ A4, lề trên dưới 20-25, trái 30-35, phải 15-20 mm', async () => {
    const xml = await xmlOf(paper())
    const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)
    expect([Number(size?.[1]), Number(size?.[2])]).toEqual([mm(210), mm(297)])
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const twips = Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1])
      const { min, max } = ND30.page.marginMm[side]
      expect(twips, side).toBeGreaterThanOrEqual(mm(min))
      expect(twips, side).toBeLessThanOrEqual(mm(max))
    }
  })

  test('mọi cỡ đang dùng nằm trong khoảng Nghị định cho phép', () => {
    const check = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      const range = value as {
        min?: number
        max?: number
        use?: number
        share?: number
        minShare?: number
        maxShare?: number
      }
      if (range.use !== undefined) {
        expect(range.use, path).toBeGreaterThanOrEqual(range.min ?? Number.NEGATIVE_INFINITY)
        expect(range.use, path).toBeLessThanOrEqual(range.max ?? Number.POSITIVE_INFINITY)
      }
      if (range.minShare !== undefined) expect(range.share, path).toBeGreaterThanOrEqual(range.minShare)
      for (const [key, inner] of Object.entries(value)) check(inner, `${path}.${key}`)
    }
    check(ND30, 'ND30')
  })

  test('một phông chữ Times New Roman, màu đen', async () => {
    const bytes = await writePaper(paper())
    expect(partOf(bytes, 'word/styles.xml')).toContain('w:ascii="Times New Roman"')
    expect(partOf(bytes, 'word/document.xml')).not.toContain('w:rFonts')
  })

  test('nội dung cỡ 14, canh đều, thụt 1,27 cm, cách đoạn 6 pt', async () => {
    const p = paragraphWith(await xmlOf(paper()), 'người, đạt')
    expect(p).toContain('w:jc w:val="both"')
    expect(p).toContain('w:firstLine="720"')
    expect(p).toContain('w:before="120"')
    expect(p).toContain('<w:sz w:val="28"/>')
  })

  test('số trang ở giữa lề trên, từ trang 2, không hiện trang 1', async () => {
    const bytes = await writePaper(paper())
    expect(partOf(bytes, 'word/document.xml')).toContain('<w:titlePg/>')
    const headers = Object.keys(unzipSync(bytes)).filter((n) => /^word\/header\d+\.xml$/.test(n))
    const texts = headers.map((n) => partOf(bytes, n))
    expect(texts.filter((t) => t.includes('PAGE'))).toHaveLength(1)
    expect(texts.find((t) => t.includes('PAGE'))).toContain('w:jc w:val="center"')
    expect(texts.find((t) => t.includes('PAGE'))).toContain('<w:sz w:val="26"/>')
  })
})

describe('thể thức phần đầu', () => {
  test('quốc hiệu 13 đậm, tiêu ngữ 14 đậm có đường kẻ, số và ngày cùng dòng', async () => {
    const xml = await xmlOf(paper())
    expect(paragraphWith(xml, 'CỘNG HÒA')).toMatch(/<w:b\/>.*<w:sz w:val="26"\/>/s)
    expect(paragraphWith(xml, 'Độc lập - Tự do - Hạnh phúc')).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/s)
    const row = xml.match(/<w:tr>.*?<\/w:tr>/gs)?.find((r) => r.includes('Số: 05/BC-SNV'))
    expect(row).toContain('Bình Sơn, ngày 04 tháng 02 năm 2026')
    expect(paragraphWith(xml, 'Bình Sơn, ngày')).toContain('<w:i/>')
    expect(xml.match(/<w:top w:val="single"[^>]*w:sz="6"/g)?.length).toBe(3)
  })

  test('ngày và số chưa có thì để trống', async () => {
    const lines = await linesOf(paper({ date: null, number: { number: null, symbol: 'BC-SNV' } }))
    expect(lines).toContain('Số:      /BC-SNV')
    expect(lines).toContain('Bình Sơn, ngày ... tháng ... năm 2026')
  })

  test.each([
    ['2026-12-06', 'ngày 06 tháng 12 năm 2026'],
    ['2026-01-10', 'ngày 10 tháng 01 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ])('ngày %s viết "%s"', async (iso, written) => {
    expect(await linesOf(paper({ date: day(iso) }))).toContain(`Bình Sơn, ${written}`)
  })

  test('tên cơ quan dài được ngắt thành các dòng cân đối, quốc hiệu vẫn một dòng', async () => {
    const issuer = {
      superior: 'Ủy ban nhân dân thành phố Bình Sơn',
      body: 'Sở Văn hóa, Thể thao và Du lịch',
      place: 'Bình Sơn',
    }
    const xml = await xmlOf(paper({ issuer }))
    expect(paragraphWith(xml, 'THÀNH PHỐ')).toContain('<w:br/>')
    expect(paragraphWith(xml, 'CỘNG HÒA')).not.toContain('<w:br/>')
  })

  test('công văn: trích yếu V/v cỡ 12 dưới số, không có tên loại', async () => {
    const p = paper({ kind: 'cong-van', number: { number: '7', symbol: 'SNV-CCVC' } })
    const xml = await xmlOf(p)
    expect(paragraphWith(xml, 'V/v Kết quả')).toContain('<w:sz w:val="24"/>')
    expect(await linesOf(p)).not.toContain('BÁO CÁO')
    expect(await linesOf(p)).toContain('Số: 07/SNV-CCVC')
  })

  test('căn cứ in nghiêng, cuối dòng ";" và dòng cuối "."', async () => {
    const lines = await linesOf(paper())
    expect(lines).toContain('Căn cứ Luật Tổ chức chính quyền địa phương;')
    expect(lines).toContain('Căn cứ Kế hoạch số 12/KH-UBND.')
  })
})

describe('Kính gửi', () => {
  test('một nơi nhận: cùng dòng', async () => {
    expect(await linesOf(paper())).toContain('Kính gửi: Ủy ban nhân dân tỉnh')
  })

  test('nhiều nơi nhận: mỗi nơi một dòng, dòng cuối có dấu chấm', async () => {
    const lines = await linesOf(paper({ addressees: ['Sở Y tế', 'Sở Tài chính', 'Sở Tư pháp'] }))
    const at = lines.indexOf('Kính gửi:')
    expect(lines.slice(at + 1, at + 4)).toEqual(['- Sở Y tế;', '- Sở Tài chính;', '- Sở Tư pháp.'])
  })

  test('rất nhiều nơi nhận: hai cột, đủ và đúng thứ tự', async () => {
    const addressees = Array.from({ length: 95 }, (_, i) => `Xã ${i + 1}`)
    const lines = await linesOf(paper({ addressees }))
    const names = lines.filter((l) => l.startsWith('- Xã ')).map((l) => l.slice(2, -1))
    expect(names).toEqual(addressees)
    expect(lines).toContain('- Xã 95.')
    expect(lines).toContain('- Xã 94;')
  })

  test('không có nơi nhận: không có dòng Kính gửi', async () => {
    expect((await linesOf(paper({ addressees: [] }))).join()).not.toContain('Kính gửi')
  })
})

describe('phần cuối', () => {
  test('Nơi nhận cỡ 12 nghiêng đậm, danh sách cỡ 11, dòng cuối là Lưu: VT', async () => {
    const xml = await xmlOf(paper())
    expect(paragraphWith(xml, 'Nơi nhận:')).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/s)
    expect(paragraphWith(xml, '- Như trên;')).toContain('<w:sz w:val="22"/>')
    expect(await linesOf(paper())).toContain('- Lưu: VT, CCVC.')
    expect(await linesOf(paper({ filing: '' }))).toContain('- Lưu: VT.')
  })

  test('quyền hạn, chức vụ in hoa đậm; họ tên không có học hàm, học vị', async () => {
    const lines = await linesOf(paper())
    expect(lines.slice(-3)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lê Thị Hoa'])
  })

  test.each([
    'TS. Lê Thị Hoa',
    'GS.TSKH. Lê Thị Hoa',
    'BSCKII Lê Thị Hoa',
    'Lê Thị Hoa',
  ])('"%s" ký là Lê Thị Hoa', async (name) => {
    const signature = { authority: [], post: 'Giám đốc', name }
    expect((await linesOf(paper({ signature }))).at(-1)).toBe('Lê Thị Hoa')
  })

  test('ngành y tế, giáo dục, khoa học được ghi học hàm; người ký chưa rõ để trống', async () => {
    const signature = { authority: [], post: 'Giám đốc', name: 'TS. Lê Thị Hoa', keepsTitle: true }
    expect((await linesOf(paper({ signature }))).at(-1)).toBe('TS. Lê Thị Hoa')
    expect((await linesOf(paper({ signature: { ...signature, name: null } }))).at(-1)).toBe('')
  })

  test('nội dung kết thúc bằng "./.", kể cả sau bảng và sau đoạn có dẫn nguồn', async () => {
    expect(await linesOf(paper())).toContain('Có 1.234 người, đạt 43,1%./.')
    const table = { kind: 'table' as const, columns: [{ label: 'A', width: 1 }], rows: [row('x')] }
    expect(await linesOf(paper({ body: [table] }))).toContain('./.')
    const attributed = { kind: 'attributed' as const, text: 'Đã làm.', by: 'Sở Y tế' }
    expect(await linesOf(paper({ body: [attributed] }))).toContain('Đã làm (Sở Y tế)./.')
    expect(await linesOf(paper({ body: [attributed, paragraph('Hết.')] }))).toContain('Đã làm (Sở Y tế).')
    expect(await linesOf(paper({ body: [paragraph('Hết./.')] }))).toContain('Hết./.')
  })
})

describe('bảng và phụ lục', () => {
  const columns = [
    { label: 'TT', width: 1, align: 'center' as const },
    { label: 'Tổng số', width: 2, group: 'Năm 2026', align: 'right' as const },
    { label: 'Nữ', width: 2, group: 'Năm 2026', align: 'right' as const },
    { label: 'Ghi chú', width: 3 },
  ]
  const rows = Array.from({ length: 400 }, (_, i) => row(String(i + 1), '12', '5', 'Không'))
  const long = { kind: 'table' as const, columns, rows, caption: 'Biểu 1', unit: 'Đơn vị tính: người', numbered: true }

  test('bảng dài: dòng tiêu đề lặp lại, dòng không bị cắt, đủ mọi dòng, cột bằng bề rộng trang', async () => {
    const xml = await xmlOf(paper({ body: [long] }))
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3)
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(403)
    expect(xml.match(/>Không</g)).toHaveLength(400)
    const grid = /<w:tblGrid>((?:<w:gridCol w:w="\d+"\/>){4})<\/w:tblGrid>/.exec(xml)?.[1] ?? ''
    const total = [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, m) => sum + Number(m[1]), 0)
    expect(total).toBe(mm(210) - mm(30) - mm(15))
  })

  test('một phụ lục: "Phụ lục"; nhiều phụ lục đánh số La Mã, trang ngang, số trang riêng', async () => {
    const one = await linesOf(paper({ annexes: [{ title: 'Danh sách', blocks: [long] }] }))
    expect(one).toContain('Phụ lục')
    expect(one).toContain('DANH SÁCH')
    expect(one).toContain('(Kèm theo Báo cáo số 05/BC-SNV ngày 04 tháng 02 năm 2026 của Sở Nội vụ)')
    const annexes = [
      { title: 'Danh sách', blocks: [long] },
      { title: 'Mục tiêu', landscape: true, blocks: [long] },
    ]
    const xml = await xmlOf(paper({ annexes }))
    expect(xml.replace(/<[^>]+>/g, '|')).toContain('|Phụ lục II|')
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1)
    expect(xml.match(/<w:pgNumType w:start="1"/g)).toHaveLength(3)
  })
})

describe('số liệu sống', () => {
  test('đọc lại đúng nguồn, chữ và giá trị', async () => {
    expect(figuresOf(await writePaper(paper()))).toEqual([
      { source: 'muc-tieu:1', text: '1.234', value: 1234 },
      { source: 'muc-tieu:2', text: '43,1%', value: 43.1 },
    ])
  })

  test('trong bảng, phụ lục và gạch đầu dòng cũng có nguồn; chữ không phải một số thì không có giá trị', async () => {
    const table = {
      kind: 'table' as const,
      columns: [{ label: 'A', width: 1 }],
      rows: [row([figure('15-20', 'a&<b>"')])],
    }
    const bytes = await writePaper(
      paper({ body: [item('Có ', figure('08', 'x'))], annexes: [{ title: 'A', blocks: [table] }] }),
    )
    expect(figuresOf(bytes)).toEqual([
      { source: 'x', text: '08', value: 8 },
      { source: 'a&<b>"', text: '15-20', value: null },
    ])
  })

  test('nguồn dài quá mức Word chứa được bị từ chối ngay khi soạn', async () => {
    await expect(writePaper(paper({ body: [paragraph(figure('1', 'x'.repeat(59)))] }))).rejects.toThrow('source id')
    await expect(writePaper(paper({ body: [paragraph(figure('1', 'x'.repeat(58)))] }))).resolves.toBeInstanceOf(
      Uint8Array,
    )
  })
})

describe('tệp', () => {
  test('một mẫu cho một tệp giống từng byte, ở múi giờ nào cũng vậy', async () => {
    const first = await writePaper(paper())
    vi.stubEnv('TZ', 'America/New_York')
    const second = await writePaper(paper())
    vi.unstubAllEnvs()
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
    expect(partOf(first, 'docProps/core.xml')).toContain('>2026-02-04T00:00:00Z<')
  })

  test('ký tự điều khiển dán từ nơi khác không làm hỏng tệp; xuống dòng thành đoạn mới', async () => {
    const lines = await linesOf(paper({ body: [paragraph('Một\u0001\u0002 < & "hai"\nba\uD800'), paragraph('Hết.')] }))
    expect(lines).toContain('Một   < & "hai"')
    expect(lines.some((l) => l.startsWith('ba'))).toBe(true)
  })
})
