/** Cơ quan được nêu trong văn bản: which names, where, as of which day, and which somebody must tell. */
import { describe, expect, it, test } from 'vitest'
import { type Day, day } from '../../../kernel/day.ts'
import type { PlanReading } from '../../documents/public.ts'
import { aResolution } from '../../organisations/fixtures.ts'
import type { Resolution } from '../words.ts'
import { bodiesOf, dayOfReading, isOpenName, namedBodies, namedOneByOne, namesOfItem } from './named-bodies.ts'

const found = (more: Partial<Resolution> = {}): Resolution => aResolution('', 'unknown', more)
const unit = (id: string) => ({ id, name: id, group: 'co-quan-chuyen-mon' as const })
const alias = { id: 'a', valid: { from: day('2024-01-01'), to: null }, documentId: null, decidedBy: 'Lê Thị Lan' }

test.each<[string, { date: string | null; dateKnown: string | null }, string]>([
  ['đủ ngày', { date: '2024-04-22', dateKnown: null }, '2024-04-22'],
  ['chỉ có tháng: ngày cuối tháng', { date: null, dateKnown: '2024-02' }, '2024-02-29'],
  ['chỉ có năm: ngày cuối năm', { date: null, dateKnown: '2023' }, '2023-12-31'],
  ['tháng chưa hết: ngày đọc', { date: null, dateKnown: '2026-11' }, '2026-11-23'],
  ['không có gì: ngày đọc', { date: null, dateKnown: null }, '2026-11-23'],
])('ngày để đối chiếu, %s', (_, stated, expected) => {
  expect(dayOfReading(stated, day('2026-11-23'))).toBe(expected as Day)
})

describe('tên của bản đọc', () => {
  const task = (clause: string, lead: string[], coordinate: string[]) =>
    ({ clause, lead, coordinate }) as unknown as PlanReading['tasks'][number]
  const line = (name: string, archive = false) => ({ name, archive, note: null, span: [0, 0] as const })
  const names = namedBodies(
    {
      tasks: [task('III.1', ['Sở Y tế'], ['các sở, ngành']), task('III.2', ['SỞ Y TẾ'], [])],
      recipients: [line('Các sở, ngành'), line('Lưu: VT', true)],
    },
    (name) => found({ written: name }),
  )

  it('mỗi tên một lần, bất kể chữ hoa, kèm mọi chỗ đứng; dòng lưu không phải tên', () => {
    expect(names.map((n) => [n.name, n.places.map((p) => `${p.role} ${p.clause}`)])).toEqual([
      ['Sở Y tế', ['lead III.1', 'lead III.2']],
      ['các sở, ngành', ['coordinate III.1', 'recipient Nơi nhận 1']],
    ])
  })

  test.each<[string, Parameters<typeof namesOfItem>[0], string[]]>([
    ['nhiệm vụ', { kind: 'task', text: '', values: { lead: 'A\nB', coordinate: 'C' } }, ['A', 'B', 'C']],
    ['chế độ báo cáo', { kind: 'report', text: '', values: { from: 'A', to: 'B', via: '' } }, ['A', 'B']],
    ['nơi nhận', { kind: 'recipient', text: 'Sở Y tế', values: {} }, ['Sở Y tế']],
    ['dòng lưu', { kind: 'recipient', text: 'Lưu: VT', values: {} }, []],
    ['mục tiêu', { kind: 'goal', text: 'x', values: {} }, []],
  ])('tên của một mục: %s', (_, item, expected) => expect(namesOfItem(item)).toEqual(expected))
})

describe('tên thành cơ quan của kế hoạch', () => {
  const single = found({ kind: 'single', by: 'exact', units: [unit('A')] })
  const list = found({ kind: 'unknown', by: 'list', units: [unit('A')], parts: [single, found()] })
  const group = found({ kind: 'group', by: 'group-words', units: [unit('A'), unit('B')] })
  const gone = found({ kind: 'ended', by: 'spelling', units: [unit('A')] })

  test.each<[string, Resolution, string, string[]]>([
    ['một cơ quan', single, 'single', ['A']],
    ['danh sách còn tên chưa rõ: lấy phần rõ', list, 'group', ['A']],
    ['cơ quan đã kết thúc trước ngày văn bản không được lấy', gone, 'ended', []],
    ['chưa rõ', found(), 'unknown', []],
  ])('%s', (_, r, kind, unitIds) => expect(bodiesOf(r)).toEqual({ kind, unitIds }))

  it('phối hợp chỉ lấy cơ quan nêu đích danh', () => {
    expect([namedOneByOne(single), namedOneByOne(list), namedOneByOne(group)]).toEqual([['A'], ['A'], []])
  })

  test.each<[string, Partial<Resolution>, boolean]>([
    ['chưa rõ', { kind: 'unknown' }, true],
    ['nhiều nơi cùng tên', { kind: 'ambiguous' }, true],
    ['đã kết thúc trước ngày văn bản', { kind: 'ended' }, true],
    ['đã quyết định để nguyên', { kind: 'unknown', by: 'alias', alias }, false],
    ['nhóm không cố định', { kind: 'open' }, false],
    ['ngoài sổ bộ', { kind: 'outside' }, false],
  ])('cần người đối chiếu: %s', (_, r, expected) => expect(isOpenName({ found: found(r) })).toBe(expected))
})
