/** Một dòng thành hồ sơ: từng ô được đọc, điều không đọc được nêu đúng ô. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { checkCitizenId } from '../../people/public.ts'
import { codebookOf } from './codes.ts'
import { mapColumns } from './columns.ts'
import { type DayReading, readDays } from './dates.ts'
import { tellFinding } from './findings.ts'
import { findHeader } from './header.ts'
import { rowReader } from './read-row.ts'
import { decisionKey, type Reading } from './row-work.ts'
import type { SheetCell, SheetRow } from './sheet.ts'

type Plain = string | number
const cell = (column: number, t: Plain): SheetCell =>
  typeof t === 'number'
    ? { column, text: String(t), kind: 'number', number: t }
    : t.startsWith('#')
      ? { column, text: t, kind: 'error' }
      : { column, text: t, kind: 'text' }
const rowOf = (number: number, texts: readonly Plain[]): SheetRow => ({
  number,
  cells: texts.flatMap((t, c) => (t === '' ? [] : [cell(c, t)])),
})
const entries = (...labels: [string, string][]) => labels.map(([code, label]) => ({ code, label, aliases: [] }))
const BOOKS = new Map([
  [
    'trinh-do',
    codebookOf(
      'trinh-do',
      entries(['6', 'Đại học'], ['7', 'Thạc sĩ'], ['8', 'Tiến sĩ'], ['CKII', 'Chuyên khoa cấp II']),
    ),
  ],
  [
    'hoc-vi',
    codebookOf(
      'hoc-vi',
      entries(['ThS', 'Thạc sĩ'], ['TS', 'Tiến sĩ'], ['CN', 'Cử nhân'], ['CKII', 'Chuyên khoa cấp II']),
    ),
  ],
  ['hoc-ham', codebookOf('hoc-ham', entries(['PGS', 'Phó giáo sư'], ['GS', 'Giáo sư']))],
  ['ly-luan-chinh-tri', codebookOf('ly-luan-chinh-tri', entries(['CC', 'Cao cấp'], ['TC', 'Trung cấp']))],
  ['ngoai-ngu', codebookOf('ngoai-ngu', entries(['3', 'Bậc 3 (B1)'], ['4', 'Bậc 4 (B2)']))],
  ['ngoai-ngu-thu-tieng', codebookOf('ngoai-ngu-thu-tieng', entries(['en', 'Tiếng Anh'], ['fr', 'Tiếng Pháp']))],
  ['chung-chi-ngoai-ngu', codebookOf('chung-chi-ngoai-ngu', entries(['cu-b', 'B'], ['ielts', 'IELTS']))],
  ['dan-toc', codebookOf('dan-toc', entries(['01', 'Kinh']))],
  ['doi-tuong', codebookOf('doi-tuong', entries(['vien-chuc', 'Viên chức']))],
])
const BODY = { id: 'so-y-te', code: 'H23.SYT', name: 'Sở Y tế' }
const UNITS: Record<string, { id: string; name: string }> = {
  'Sở Nội vụ': { id: 'so-noi-vu', name: 'Sở Nội vụ' },
  'Bệnh viện đa khoa tỉnh': { id: 'benh-vien', name: 'Bệnh viện đa khoa tỉnh' },
}

function reader(head: Plain[], data: Plain[][], more: Partial<Reading> = {}) {
  const rows = [rowOf(1, head), ...data.map((d, i) => rowOf(i + 2, d))]
  const layout = findHeader(rows)
  if (layout === null) throw new Error('no header')
  const samples = new Map(
    layout.columns.map(
      (c) => [c.column, rows.slice(1).flatMap((r) => r.cells.filter((x) => x.column === c.column))] as const,
    ),
  )
  const columns = mapColumns(layout, samples)
  const days = new Map<number, DayReading>(columns.map((c) => [c.column, readDays(samples.get(c.column) ?? [])]))
  const read = rowReader({
    today: day('2026-11-23'),
    asOf: day('2026-11-23'),
    body: BODY,
    inScope: (id) => id !== 'so-noi-vu',
    columns,
    days,
    books: BOOKS,
    ratingsOf: () => BOOKS.get('xep-loai-chat-luong') ?? codebookOf('xep-loai-chat-luong', []),
    decisions: new Map(),
    unitOf: (w) => {
      const u = UNITS[w]
      return u === undefined ? { kind: 'none' } : { kind: 'one', ...u, ended: null }
    },
    placeOf: () => ({ kind: 'none' }),
    checkCitizenId,
    ...more,
  })
  return rows.slice(1).map((r) => read(r, null))
}
const one = (head: Plain[], data: Plain[], more: Partial<Reading> = {}) => {
  const [found] = reader(head, [data], more)
  if (found === undefined) throw new Error('no row')
  return found
}
const told = (found: { findings: readonly { row: number; column: number | null; message: string }[] }) =>
  found.findings.map((f) => tellFinding('DS', f))
const codes = (found: { findings: readonly { code: string }[] }) => found.findings.map((f) => f.code)
const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'CCCD', 'Trình độ']

describe('Dòng đủ', () => {
  it('thành các mục của hồ sơ, nguồn ổn định giữa các lần nhập', () => {
    const found = one(
      [...HEAD, 'LLCT', 'Ngoại ngữ', 'Đơn vị công tác', 'Chức vụ'],
      [
        1,
        'NGUYỄN VĂN ĐỨC',
        '25/09/1972',
        'Nam',
        '030072001234',
        'Thạc sĩ Luật',
        'Cao cấp',
        'Anh B1',
        'Bệnh viện đa khoa tỉnh',
        '',
      ],
    )
    expect(found).toMatchObject({
      name: 'Nguyễn Văn Đức',
      birth: '1972-09-25',
      sex: 'nam',
      cccd: '030072001234',
      unitId: 'benh-vien',
    })
    expect(codes(found)).toEqual([])
    expect(found.entries).toEqual([
      { group: 'names', data: { fullName: 'Nguyễn Văn Đức' }, level: 1, source: 'nhap:H23.SYT:names.1' },
      { group: 'birth', data: { birth: '1972-09-25', sex: 'nam' }, level: 1, source: 'nhap:H23.SYT:birth.1' },
      { group: 'identity', data: { cccd: '030072001234' }, level: 1, source: 'nhap:H23.SYT:identity.1' },
      { group: 'post', data: { body: 'benh-vien', kind: 'chinh' }, level: 1, source: 'nhap:H23.SYT:post.1' },
      {
        group: 'education',
        data: { level: '7', levelText: 'Thạc sĩ Luật', major: 'Luật', degree: 'ThS' },
        level: 1,
        source: 'nhap:H23.SYT:education.1',
      },
      { group: 'political-theory', data: { level: 'CC' }, level: 1, source: 'nhap:H23.SYT:political-theory.1' },
      {
        group: 'language',
        data: { language: 'en', languageText: 'Anh B1', level: '3' },
        level: 1,
        source: 'nhap:H23.SYT:language.1',
      },
    ])
  })

  it('danh xưng trong tên điền chỗ không có cột', () => {
    const found = one(['Họ và tên', 'Năm sinh'], ['PGS.TS. Nguyễn Văn Đức', 1972])
    expect(found.name).toBe('Nguyễn Văn Đức')
    expect(found.entries).toContainEqual({
      group: 'academic-title',
      data: { title: 'PGS' },
      level: 1,
      source: 'nhap:H23.SYT:academic-title.1',
    })
    expect(found.entries).toContainEqual({
      group: 'education',
      data: { level: '8', degree: 'TS' },
      level: 1,
      source: 'nhap:H23.SYT:education.1',
    })
  })

  it('giới tính từ cột năm sinh được điền; hai cột họ tên; dấu lặp lấy dòng trên', () => {
    const rows = reader(
      ['Họ và đệm', 'Tên', 'Năm sinh', 'Nữ', 'Chức vụ'],
      [
        ['Lê Thị', 'Hà', 1980, 'x', 'Tổ trưởng'],
        ['Lê Văn', 'Nam', 1981, '', 'nt'],
      ],
    )
    expect(rows.map((r) => [r.name, r.sex])).toEqual([
      ['Lê Thị Hà', 'nu'],
      ['Lê Văn Nam', 'nam'],
    ])
    expect(rows[1]?.findings.map((f) => f.message)).toEqual(rows[0]?.findings.map((f) => f.message))
  })
})

describe('Số định danh trong dòng', () => {
  const id = (cccd: Plain, sex = 'Nam', birth = '02/09/1972') =>
    one(HEAD, [1, 'Nguyễn Văn Đức', birth, sex, cccd, 'ĐH'])
  it('đúng thì ghi, mọi sáu số cuối đều được', () => {
    expect(codes(id('030072001234'))).toEqual([])
    expect(codes(id('030072999999'))).toEqual([])
  })
  it('khác giới tính, khác năm sinh: cảnh báo, vẫn ghi', () => {
    expect(codes(id('030072001234', 'Nữ'))).toEqual(['cccd.differs'])
    expect(codes(id('030072001234', 'Nam', '02/09/1973'))).toEqual(['cccd.differs'])
    expect(id('030072001234', 'Nữ').cccd).toBe('030072001234')
  })
  it('11 chữ số: đề xuất số có 0 đầu khi mọi điều khớp, không khớp thì hỏi lại', () => {
    expect(id(30072001234)).toMatchObject({
      cccd: '030072001234',
      findings: [{ code: 'cccd.padded', severity: 'warning' }],
    })
    expect(id(30072001234, 'Nữ')).toMatchObject({
      cccd: null,
      findings: [{ code: 'cccd.not-padded', severity: 'error' }],
    })
  })
  it('3.0072E+10: dòng bị từ chối, nêu tên ô', () => {
    expect(told(id('3.0072E+10'))).toEqual([
      "Trang 'DS', ô E2: ghi dạng rút gọn (E+), đã mất các chữ số cuối của số định danh. Định dạng cột là chữ rồi nhập lại đủ 12 chữ số.",
    ])
    expect(id('3.0072E+10').findings[0]?.severity).toBe('error')
  })
  it('9 chữ số là CMND cũ', () => expect(id('141234567')).toMatchObject({ cmnd: '141234567', cccd: null }))
  it('chưa đủ 18 tuổi theo số định danh', () => expect(codes(id('030212001234'))).toEqual(['cccd.wrong']))
})

describe('Xếp loại có cột năm', () => {
  const list = (code: string, label: string) => codebookOf('xep-loai-chat-luong', [{ code, label, aliases: [] }])
  const ratingsOf = (year: number) =>
    year < 2020 ? list('cu', 'Hạn chế năng lực') : list('moi', 'Hoàn thành nhiệm vụ')
  const rated = (year: Plain, words: string) =>
    one(['Họ và tên', 'Năm sinh', 'Năm đánh giá', 'Xếp loại chất lượng'], ['Lê Hà', 1980, year, words], { ratingsOf })
  const rating = (found: ReturnType<typeof rated>) => found.entries.find((e) => e.group === 'appraisal')?.data

  it('đọc theo danh mục của năm ghi trong dòng', () => {
    expect(rating(rated(2018, 'Hạn chế năng lực'))).toEqual({ year: 2018, result: 'cu' })
    expect(rating(rated(2024, 'Hoàn thành nhiệm vụ'))).toEqual({ year: 2024, result: 'moi' })
  })
  it('cách ghi của danh mục năm khác không được nhận, nêu tên năm', () => {
    const found = rated(2024, 'Hạn chế năng lực')
    expect(rating(found)).toBeUndefined()
    expect(found.findings.map((f) => f.message)).toContainEqual(
      expect.stringContaining('xếp loại chất lượng của năm 2024'),
    )
  })
  it('thiếu năm: không đoán', () => {
    const found = rated('', 'Hoàn thành nhiệm vụ')
    expect(rating(found)).toBeUndefined()
    expect(codes(found)).toContain('appraisal.no-year')
  })
})

describe('Số của một người không được nhắc lại', () => {
  it.each([
    ['quá dài', '0300720012345'],
    ['có chữ', '03007200123A'],
    ['mất số 0', '30072001234'],
    ['nơi không có', '003 072 001 234'],
    ['rút gọn', '3.0072E+10'],
  ])('số định danh %s: chỉ còn ba chữ số cuối', (_, cccd) => {
    const found = one(HEAD, [1, 'Nguyễn Văn Đức', '02/09/1972', 'Nữ', cccd, 'ĐH'])
    expect(found.findings.length).toBeGreaterThan(0)
    for (const said of told(found)) {
      expect(said).toMatch(/ô E2: /)
      expect(said).not.toMatch(/0072/)
    }
  })
  it('số đi lạc sang cột khác: không nhắc, không vào hàng chờ ghép', () => {
    const found = one(HEAD, [1, 'Nguyễn Văn Đức', '030072001234', '030072001234', '', '030 072 001 234'])
    expect(found.findings.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify([found.findings, found.waiting])).not.toMatch(/072\s?001/)
  })
})

describe('Ô sai', () => {
  it.each([
    [
      ['Nguyễn Văn 12', '25/09/1972'],
      ["Trang 'DS', ô A2: 'Nguyễn Văn 12' có chữ số, không phải họ tên. Sửa trong tệp."],
    ],
    [
      ['Lê Hà', '31/02/1980'],
      ["Trang 'DS', ô B2: '31/02/1980' không phải là ngày. Sửa trong bảng này hoặc trong tệp."],
    ],
    [
      ['Lê Hà', '#N/A'],
      [
        "Trang 'DS', ô B2: công thức báo lỗi #N/A. Sửa công thức trong tệp.",
        "Trang 'DS', dòng 2: thiếu ngày sinh: khó nhận ra người trùng. Bổ sung trong tệp.",
      ],
    ],
    [['Lê Hà', '02/09/72'], ["Trang 'DS', ô B2: '02/09/72' ghi năm hai chữ số. Chọn thế kỷ cho cả cột."]],
    [['Lê Hà', '25/09/2019'], ["Trang 'DS', ô B2: '25/09/2019': người này chưa đủ 18 tuổi. Sửa trong tệp."]],
  ])('%j', (data, wanted) => expect(told(one(['Họ và tên', 'Ngày sinh'], data as Plain[]))).toEqual(wanted))

  it('cách ghi không nhận ra chờ ghép, không thành mã', () => {
    const found = one(HEAD, [1, 'Lê Hà', '25/09/1972', 'Nữ', '', 'Trên đại học'])
    expect(found.waiting).toEqual([{ target: 'education.level', words: 'Trên đại học', column: 5 }])
    expect(found.entries.some((e) => e.group === 'education')).toBe(false)
  })

  it('đã ghép thì dùng mã ấy; quyết định bỏ qua thì không hỏi nữa', () => {
    const head = ['Họ và tên', 'Năm sinh', 'Trình độ']
    const decided = (code: string | null) =>
      one(head, ['Lê Hà', 1972, 'Trên đại học'], {
        decisions: new Map([[decisionKey('education.level', 'trên  Đại học'), code]]),
      })
    expect(decided('7').entries).toContainEqual({
      group: 'education',
      data: { level: '7', levelText: 'Trên đại học' },
      level: 1,
      source: 'nhap:H23.SYT:education.1',
    })
    expect(decided(null)).toMatchObject({ waiting: [], findings: [] })
  })

  it('người của cơ quan khác bị từ chối, nêu tên ô', () => {
    const found = one(['Họ và tên', 'Năm sinh', 'Cơ quan, đơn vị'], ['Lê Hà', 1972, 'Sở Nội vụ'])
    expect(told(found)).toEqual([
      "Trang 'DS', ô C2: 'Sở Nội vụ' không thuộc Sở Y tế. Dòng này không được ghi; gửi cho cơ quan quản lý hoặc Sở Nội vụ.",
    ])
    expect(found.findings[0]?.severity).toBe('error')
  })

  it('giá trị nhạy cảm không nhắc lại trong câu báo', () => {
    const found = one(['Họ và tên', 'Năm sinh', 'Dân tộc'], ['Lê Hà', 1972, 'Không rõ'])
    expect(found.findings).toMatchObject([{ code: 'code.unknown' }])
    expect(found.findings[0]?.message).not.toContain('Không rõ')
  })
})

describe('Mẫu của hệ thống', () => {
  it('cột của lần học thứ hai, ngày bắt đầu, ngày kết thúc, mã hồ sơ', () => {
    const found = one(
      [
        'Mã hồ sơ',
        'Họ và tên khai sinh',
        'Ngày sinh',
        'Trình độ',
        'Năm tốt nghiệp',
        'Trình độ (2)',
        'Năm tốt nghiệp (2)',
        'Cơ quan, đơn vị',
        'Từ ngày (vị trí công tác)',
        'Đến ngày (vị trí công tác)',
      ],
      [
        'TT-0000012',
        'Lê Hà',
        '02/09/1972',
        'Thạc sĩ',
        2010,
        'Đại học',
        1995,
        'Bệnh viện đa khoa tỉnh',
        '01/03/2011',
        '',
      ],
    )
    expect(found.code).toBe('TT-0000012')
    expect(found.entries.filter((e) => e.group === 'education' || e.group === 'post')).toEqual([
      {
        group: 'post',
        data: { body: 'benh-vien', kind: 'chinh' },
        level: 1,
        source: 'nhap:H23.SYT:post.1',
        from: '2011-03-01',
      },
      {
        group: 'education',
        data: { level: '7', degree: 'ThS', graduated: 2010 },
        level: 1,
        source: 'nhap:H23.SYT:education.1',
        from: '2010',
      },
      {
        group: 'education',
        data: { level: '6', graduated: 1995 },
        level: 1,
        source: 'nhap:H23.SYT:education.2',
        from: '1995',
      },
    ])
  })
})
