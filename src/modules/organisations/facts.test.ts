import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/validity.ts'
import { readRegisterFacts } from './facts.ts'
import { checkRegister } from './rules/check-register.ts'
import { allUnits, historyOfUnits } from './rules/register.ts'

const bareName = (u: { name: string; type: string | null }): string => u.name.slice((u.type ?? '').length + 1)
const facts = readRegisterFacts()
const event = (key: string) => facts.events.find((e) => e.key === key)
type Group = { group: string; from: string; source: string; bodies: { code: string; name: string; basis: string }[] }
const bodies = JSON.parse(
  fs.readFileSync(new URL('../../../facts/organisations-bodies.json', import.meta.url), 'utf8'),
) as { groups: Group[] }

describe('dữ kiện sổ bộ đi kèm', () => {
  test('97 tên trong 7 nhóm, mỗi mã một tên', () => {
    const named = bodies.groups.flatMap((g) => g.bodies)
    expect(named).toHaveLength(97)
    expect(bodies.groups.map((g) => g.bodies.length)).toEqual([17, 12, 14, 7, 16, 20, 11])
    expect(new Set(named.map((b) => `${b.code} ${b.name}`)).size).toBe(new Set(named.map((b) => b.code)).size)
    expect(bodies.groups.every((g) => g.source !== '')).toBe(true)
  })

  test('12 huyện, 235 xã lúc đầu, 114 xã của thành phố mới', () => {
    const count = (kind: string, from: string) => facts.units.filter((u) => u.kind === kind && u.from === from).length
    expect([count('district', '2024-01-01'), count('commune', '2024-01-01'), count('commune', '2025-07-01')]).toEqual([
      12, 235, 114,
    ])
  })

  test('mọi mã khác nhau và đúng mẫu; tên nào cũng là một chuỗi NFC', () => {
    const units = allUnits(facts)
    expect(new Set(units.map((u) => u.code)).size).toBe(units.length)
    expect(units.filter((u) => u.name !== u.name.normalize('NFC'))).toEqual([])
  })

  test('sự kiện không có lỗi; điều chưa biết được nêu là chưa biết', () => {
    const issues = checkRegister(facts)
    expect(issues.filter((i) => i.level === 'error')).toEqual([])
    const unknown = Map.groupBy(
      issues.filter((i) => i.code === 'end.successor-unknown'),
      (i) => i.event,
    )
    expect([...unknown].map(([key, list]) => [key, list.length])).toEqual([
      ['cap-xa-2024-12-01', 8],
      ['dang-doan-the-nganh-doc-2025-07-01', 34],
    ])
  })

  test('01/12/2024: 28 đơn vị kết thúc, 22 giữ mã đổi tên, 19 liên kết chưa kiểm chứng, 8 chưa xác định', () => {
    const e = event('cap-xa-2024-12-01')
    const basis = (b: string) => e?.edges.filter((x) => x.basis === b).length
    expect([e?.ends.length, e?.renames.length, basis('unverified'), basis('unknown')]).toEqual([28, 22, 19, 8])
  })

  test('20/02/2025: 6 sở kết thúc; Sở Thông tin và Truyền thông chia chức năng cho hai sở', () => {
    const e = event('co-quan-chuyen-mon-2025-02-20')
    expect(e?.ends).toHaveLength(6)
    const split = e?.edges.filter((x) => x.from === 'H23.STTTT').map((x) => [x.to, x.basis])
    expect(split).toEqual([
      ['H23.SVHTTDL', 'unverified'],
      ['H23.SKHCN', 'seen'],
    ])
  })

  test('01/07/2025: 12 huyện về 64 xã, mỗi huyện ít nhất một xã', () => {
    const e = event('cap-huyen-2025-07-01')
    expect(new Set(e?.edges.map((x) => x.from)).size).toBe(12)
    expect(new Set(e?.edges.map((x) => x.to)).size).toBe(64)
    expect(e?.edges.every((x) => x.basis === 'derived' && x.part === 'part')).toBe(true)
  })

  test.each([
    ['2024-04-22', [1, 12, 235]],
    ['2024-11-30', [1, 12, 235]],
    ['2024-12-01', [1, 12, 207]],
    ['2025-06-30', [1, 12, 207]],
    ['2025-07-01', [1, 0, 114]],
  ])('ngày %s: số đơn vị cấp tỉnh, huyện, xã', (on, expected) => {
    const held = historyOfUnits(facts).filter((u) => holdsOn(u.valid, day(on)))
    const count = (kind: string) => held.filter((u) => u.fact.kind === kind).length
    expect([count('province'), count('district'), count('commune')]).toEqual(expected)
  })

  test('207 xã cũ đều về xã mới, 64 trong 114 nhận từ tỉnh cũ; 13 tên xã trùng nhau', () => {
    const e = event('cap-xa-2025-07-01')
    const own = e?.edges.filter((x) => x.from !== null) ?? []
    expect([new Set(own.map((x) => x.from)).size, new Set(own.map((x) => x.to)).size]).toEqual([207, 64])
    expect(own.every((x) => x.basis === 'seen' && x.to !== null)).toBe(true)
    const names = facts.units.filter((u) => u.kind === 'commune' && u.from === '2024-01-01').map((u) => bareName(u))
    const twice = new Set(names.filter((n, i) => names.indexOf(n) !== i))
    expect([twice.size, names.filter((n) => n === 'Hồng Phong').length]).toEqual([13, 3])
  })

  test('xã Hòa Bình: dân về một nơi, đất về hai nơi chưa rõ phần', () => {
    const e = event('cap-xa-2025-07-01')
    const weights = (to: string) => e?.edges.find((x) => x.from === 'H23.10798' && x.to === to)?.weights
    expect(weights('H24.10804')).toEqual([
      { measure: 'people', weight: 1 },
      { measure: 'land', weight: null },
    ])
    expect(weights('H24.10843')?.[0]).toEqual({ measure: 'people', weight: 0 })
  })

  test('tên theo thời gian nối liền nhau, hết cùng ngày với đơn vị', () => {
    for (const u of historyOfUnits(facts)) {
      expect(u.names[0]?.valid.from).toBe(u.valid.from)
      expect(u.names.at(-1)?.valid.to).toBe(u.valid.to)
      for (const [i, n] of u.names.entries()) if (i > 0) expect(n.valid.from).toBe(u.names[i - 1]?.valid.to)
    }
  })
})
