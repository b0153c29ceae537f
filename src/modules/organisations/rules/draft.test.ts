import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Held } from '../../../platform/module.ts'
import { seenUnit } from '../fixtures.ts'
import type { EventKind } from '../words.ts'
import { type Draft, eventKey, eventOf, newUnitLike, sharedOut } from './draft.ts'
import { settle } from './settle.ts'
import { shareOut } from './share-out.ts'

const draft = (kind: EventKind, more: Partial<Draft> = {}): Draft => ({
  kind,
  number: 'Nghị quyết số 12/NQ-HĐND',
  signedOn: day('2026-11-20'),
  on: day('2027-01-01'),
  title: 'Sắp xếp',
  from: [],
  to: [],
  fresh: [],
  renamed: null,
  ways: [],
  moves: [],
  ...more,
})

const told = (d: Draft) => {
  const e = eventOf(d, 'k')
  return [e.ends.join(' '), ...e.edges.map((x) => `${x.from}→${x.to} ${x.part}`)]
}

describe('sự kiện của một bản nháp', () => {
  test.each<[string, Draft, string[]]>([
    [
      'sáp nhập vào đơn vị đang có: đơn vị ấy giữ phần của mình',
      draft('merge', { from: ['A', 'B'], to: ['C'] }),
      ['A B', 'A→C full', 'B→C full', 'C→C full'],
    ],
    ['nhập vào một trong hai', draft('merge', { from: ['A', 'B'], to: ['B'] }), ['A', 'A→B full', 'B→B full']],
    ['chia hết', draft('split', { from: ['A'], to: ['X', 'Y'] }), ['A', 'A→X part', 'A→Y part']],
    ['tách, đơn vị cũ còn', draft('split', { from: ['A'], to: ['A', 'Y'] }), ['', 'A→A part', 'A→Y part']],
    [
      'giao một phần: bên giao giữ phần còn lại',
      draft('part', { from: ['A'], to: ['B'] }),
      ['', 'A→A part', 'A→B part'],
    ],
    ['kết thúc không nơi kế thừa', draft('dissolve', { from: ['A'] }), ['A', 'A→null full']],
    ['chuyển cấp trên không có liên kết', draft('move', { from: ['A'], to: ['P'] }), ['']],
  ])('%s', (_name, d, expected) => expect(told(d)).toEqual(expected))

  test('chỉ hỏi phân bổ khi một đơn vị có nhiều nơi nhận', () => {
    expect(sharedOut(draft('merge', { from: ['A', 'B'], to: ['C'] }))).toEqual([])
    expect(sharedOut(draft('part', { from: ['A'], to: ['B'] }))).toEqual(['A'])
  })

  test('khóa đọc được; mã mới theo chữ đầu, không trùng mã đang có', () => {
    expect(eventKey(draft('merge'), '00000000-0000-7000-8000-0000000abcde')).toBe('sap-nhap-hop-nhat-2027-01-01-0abcde')
    const like = seenUnit('Y01.SNV')
    expect(newUnitLike(like, 'Y01', 'Sở Ngoại vụ', new Set(['Y01.SNV'])).code).toBe('Y01.SNV2')
    const commune = newUnitLike(seenUnit('Y01.1', { kind: 'commune', type: 'Xã' }), 'Y01', 'Phường Lê Lợi', new Set())
    expect([commune.type, commune.officeName]).toEqual(['Phường', 'UBND phường Lê Lợi'])
  })
})

describe('phân bổ gõ theo phần trăm', () => {
  const split = draft('split', { from: ['A'], to: ['X', 'Y'] })
  const body = () => 'commune' as const
  const people = (x: string, y: string) => ({ 'ty-le-0-0-people': x, 'ty-le-0-1-people': y })
  const land = { 'ty-le-0-0-land': '50', 'ty-le-0-1-land': '50' }

  test('đủ 100 thì nhận; chưa biết thì để trống kèm lý do', () => {
    const done = shareOut(split, { ...people('62,5', '37,5'), 'ly-do-0': 'chưa đo đất' }, body)
    expect(done).toMatchObject({ ok: true, value: { ways: [{ weights: [{ weight: 0.625 }, { weight: null }] }, {}] } })
  })

  test.each([
    ['chưa đủ 100', { ...people('60', '30'), ...land }, 'ty-le-0-0-people', '90%'],
    ['quá 100', { ...people('60', '70'), ...land }, 'ty-le-0-0-people', '130%'],
    ['không phải số', { ...people('nửa', '50'), ...land }, 'ty-le-0-0-people', 'từ 0 đến 100'],
    ['trống mà không nêu lý do', people('50', '50'), 'ly-do-0', 'vì sao chưa biết'],
  ])('%s: từ chối kèm cách sửa', (_name, raw, field, words) => {
    expect(shareOut(split, raw, body)).toMatchObject({ ok: false, fields: { [field]: expect.stringContaining(words) } })
  })
})

describe('nơi nhận', () => {
  const held = (passes: Held['passes']): Held => ({
    item: 'a.b:1',
    kind: 'Việc',
    unitId: 'u',
    what: 'x',
    count: 1,
    href: null,
    passes,
  })
  const by = (passes: Held['passes'], heirs: string[], heir?: string | null) =>
    settle({
      held: [held(passes)],
      codeOf: () => 'A',
      heirsOf: () => heirs,
      dispositions: heir === undefined ? [] : [{ item: 'a.b:1', heir, act: heir === null ? 'QĐ' : '' }],
      holds: (c) => c !== 'MAT',
    }).map((s) => `${s.by} ${s.heir}`)

  test('một nơi kế thừa: việc đi theo liên kết, tài khoản phải có người chọn; hai nơi thì phải chọn cả', () => {
    expect(by('links', ['B'])).toEqual(['links B'])
    expect(by('named', ['B'])).toEqual(['open null'])
    expect(by('links', ['B', 'C'])).toEqual(['open null'])
  })

  test('đã chọn, không còn đối tượng; nơi đã chọn mà không còn thì lại là mồ côi', () => {
    expect(by('named', ['B', 'C'], 'C')).toEqual(['decision C'])
    expect(by('named', ['B'], null)).toEqual(['gone null'])
    expect(by('named', ['B', 'C'], 'MAT')).toEqual(['open null'])
  })
})
