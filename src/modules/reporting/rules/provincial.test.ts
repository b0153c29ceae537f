/** Báo cáo tỉnh: số đã chốt, đoạn viết tay, số đã đổi, đánh giá mục tiêu, ô bị trả lại. */
import { describe, expect, test } from 'vitest'
import { figure } from '../../../platform/word/official-paper.ts'
import { GROUPS, REGIME, wholeReport } from '../fixtures.ts'
import { provincialInput } from '../papers/fixtures.ts'
import { canonicalJson } from './canonical.ts'
import { cellOrder, placeOf, untouched } from './marks.ts'
import {
  carryEdits,
  changedFigures,
  figuresIn,
  linesOf,
  type ProvincialFigures,
  redoneUnder,
  type Source,
  sameFigures,
  sectionsOf,
  withEdits,
} from './provincial.ts'

const edit = (text: string, figures: Record<string, string> = {}) => ({
  text,
  figures,
  by: 'Lê Thị Lan',
  at: '2026-12-08T07:00:00Z',
})
const source = (id: string, shown: string): Source => ({ id, label: id, shown, unit: 'người', cells: [], note: '' })
const frozen = (sources: readonly Source[] = []): ProvincialFigures => ({
  input: provincialInput(),
  sources,
  frozenAt: '2026-12-08T07:00:00Z',
  reports: 84,
})

test('số trong đoạn viết tay nối lại với nguồn; số gõ thêm được ghi là nhập tay', () => {
  const [line] = linesOf('I', edit('Toàn địa bàn có 44 tiến sĩ và 7 giáo sư.', { '2026.bieu-2.tien-si.uoc': '44' }))
  expect(line).toEqual([
    'Toàn địa bàn có ',
    figure('44', '2026.bieu-2.tien-si.uoc'),
    ' tiến sĩ và ',
    figure('7', 'nhap-tay.I'),
    ' giáo sư.',
  ])
})

test.each([
  ['số văn bản', 'Kế hoạch số 1459/KH-UBND được triển khai.'],
  ['ngày', 'Họp ngày 15/01/2026 tại trụ sở.'],
  ['năm', 'Kết quả năm 2026 như sau.'],
])('%s là chữ, không phải số liệu', (_, text) => {
  expect(linesOf('I', edit(text))).toEqual([text])
})

test('chỉ nhớ những số có trong đoạn viết tay', () => {
  const proposed = [['Có ', figure('44', 'a'), ' và ', figure('45', 'b')]]
  expect(figuresIn('Có 44 tiến sĩ', proposed)).toEqual({ a: '44' })
})

test('số đã đổi: 44 → 45', () => {
  const e = edit('Có 44 tiến sĩ', { a: '44', b: '7' })
  expect(changedFigures(e, [source('a', '45'), source('b', '7'), source('c', '1')])).toEqual([
    { source: 'a', before: '44', after: '45' },
  ])
})

test('đoạn viết tay thay lời văn do hệ thống lập; bỏ đi thì trở về', () => {
  const figures = frozen()
  const edits = { I: edit('Một đoạn.\nHai đoạn.'), V: edit('Kiến nghị khác.') }
  expect(withEdits(figures, edits).direction).toEqual(['Một đoạn.', 'Hai đoạn.'])
  expect(withEdits(figures, edits).proposals).toEqual(['Kiến nghị khác.'])
  expect(withEdits(figures, {}).direction).toEqual(figures.input.direction)
  expect(
    sectionsOf(figures, edits)
      .filter((s) => s.edit !== null)
      .map((s) => s.key),
  ).toEqual(['I', 'V'])
})

test('cập nhật số liệu: đoạn sửa của một cơ quan đi theo cơ quan đó, mất cơ quan thì thôi', () => {
  const before = frozen()
  const group = before.input.groups[0]
  if (!group) throw new Error('no group')
  const after: ProvincialFigures = {
    ...before,
    input: { ...before.input, groups: [{ ...group, contributions: [...group.contributions].reverse() }] },
  }
  expect(Object.keys(carryEdits(before, { I: edit('x'), 'III.1/1': edit('y') }, after))).toEqual(['I', 'III.1/3'])
  const none: ProvincialFigures = { ...before, input: { ...before.input, groups: [{ ...group, contributions: [] }] } }
  expect(Object.keys(carryEdits(before, { 'III.1/1': edit('y') }, none))).toEqual([])
})

test('hai lần chốt giống nhau dù khác giờ và khác thứ tự khóa', () => {
  const a = frozen([source('a', '1')])
  const b = JSON.parse(canonicalJson({ ...a, frozenAt: '2026-12-09T00:00:00Z' }))
  expect(sameFigures(a, b)).toBe(true)
  expect(sameFigures(a, frozen([source('a', '2')]))).toBe(false)
})

test('ô bị trả lại phải sửa, hoặc có ghi chú', () => {
  const returned = wholeReport()
  const marks = [{ cell: 'bieu-2.tien-si', text: 'Đối chiếu lại' }]
  expect(untouched(REGIME, marks, returned, returned).map((f) => f.cell)).toEqual(['bieu-2.tien-si'])
  const cell = returned.cells['bieu-2.tien-si']
  if (!cell) throw new Error('no cell')
  const noted = wholeReport({
    cells: { ...returned.cells, 'bieu-2.tien-si': { ...cell, note: 'Đã đối chiếu, giữ nguyên' } },
  })
  expect(untouched(REGIME, marks, returned, noted)).toEqual([])
})

test('mỗi ô có mục, tên và thứ tự', () => {
  expect(placeOf(REGIME, 'bieu-2.tien-si')).toMatchObject({ section: 2, label: 'Biểu 2: Tiến sĩ, chuyên khoa II' })
  expect(placeOf(REGIME, 'nhom.III.3')).toMatchObject({ section: 3, field: 'nhom.III.3.noi-dung' })
  expect(placeOf(REGIME, 'doan.kho-khan')).toMatchObject({ section: 5 })
  const order = cellOrder(REGIME, GROUPS)
  expect(order('bieu-2.tien-si')).toBeLessThan(order('nhom.III.1'))
})

describe('cập nhật số liệu mà giữ phần viết tay: ghép ba bản', () => {
  const proposed = ['Một nghìn hội nghị.', 'Mười lớp bồi dưỡng.']
  const written = (text: string) => ({ ...edit(text), base: proposed.join('\n') })

  test('lời đề xuất không đổi thì không có gì phải xem', () =>
    expect(redoneUnder(written('Viết khác.'), proposed)).toBeNull())
  test('bản viết từ trước khi giữ lời gốc thì không đoán', () =>
    expect(redoneUnder(edit('Viết khác.'), ['Lời mới.'])).toBeNull())
  test('mình sửa dòng đầu, hệ thống đổi dòng sau: ghép được cả hai', () =>
    expect(
      redoneUnder(written('Hai nghìn hội nghị.\nMười lớp bồi dưỡng.'), [proposed[0] ?? '', 'Mười hai lớp.']),
    ).toEqual({
      before: proposed.join('\n'),
      now: 'Một nghìn hội nghị.\nMười hai lớp.',
      merged: 'Hai nghìn hội nghị.\nMười hai lớp.',
      conflicts: 0,
    }))
  test('cùng sửa một dòng: giữ cả hai lời để chọn', () =>
    expect(
      redoneUnder(written('Ba nghìn hội nghị.\nMười lớp bồi dưỡng.'), ['Hai nghìn hội nghị.', proposed[1] ?? '']),
    ).toMatchObject({
      merged: 'Ba nghìn hội nghị.\nHai nghìn hội nghị.\nMười lớp bồi dưỡng.',
      conflicts: 1,
    }))
})

describe('gộp đoạn gần giống', () => {
  const bodies = (f: ProvincialFigures): string[] => f.input.groups[0]?.contributions.map((c) => c.body) ?? []
  const two = (): ProvincialFigures => {
    const f = frozen()
    const [first, ...rest] = f.input.groups
    if (!first) throw new Error('no group')
    const said = (body: string) => ({ text: `Lời của ${body}.`, body, document: null })
    return {
      ...f,
      input: { ...f.input, groups: [{ ...first, contributions: [said('Sở A'), said('Sở B'), said('Sở C')] }, ...rest] },
    }
  }
  const merged = { 'III.1/2': { ...edit('Lời của Sở B.'), stands: ['Sở C'] } }

  test('một đoạn đứng thay các đoạn kia, mang tên mọi cơ quan', () => {
    const list = withEdits(two(), merged).groups[0]?.contributions
    expect(list?.map((c) => c.body)).toEqual(['Sở A', 'Sở B; Sở C'])
    const sections = sectionsOf(two(), merged).filter((s) => s.key.startsWith('III.1/'))
    expect(sections.map((s) => s.under)).toEqual([null, null, 'Sở B'])
  })
  test('hai đơn vị cùng tên: không đoán đoạn của ai, cả hai đứng riêng', () => {
    const f = two()
    const [first, ...rest] = f.input.groups
    const list = [...(first?.contributions ?? []), { text: 'Lời khác.', body: 'Sở C', document: null }]
    const same = { ...f, input: { ...f.input, groups: [{ title: '', summary: [], contributions: list }, ...rest] } }
    expect(withEdits(same, merged).groups[0]?.contributions).toHaveLength(4)
  })
  test('lập lại: gộp đi theo tên cơ quan; cơ quan không còn đoạn thì thôi', () => {
    const after = two()
    const [first, ...rest] = after.input.groups
    const moved = {
      ...after,
      input: {
        ...after.input,
        groups: [
          {
            ...first,
            title: first?.title ?? '',
            summary: [],
            contributions: (first?.contributions ?? []).slice(1).reverse(),
          },
          ...rest,
        ],
      },
    }
    expect(bodies(moved)).toEqual(['Sở C', 'Sở B'])
    expect(carryEdits(two(), merged, moved)).toMatchObject({ 'III.1/2': { stands: ['Sở C'] } })
    const without = {
      ...moved,
      input: {
        ...moved.input,
        groups: [
          {
            ...moved.input.groups[0],
            contributions: moved.input.groups[0]?.contributions.slice(1) ?? [],
            title: '',
            summary: [],
          },
          ...rest,
        ],
      },
    }
    expect(carryEdits(two(), merged, without)).toMatchObject({ 'III.1/1': { stands: [] } })
  })
})
