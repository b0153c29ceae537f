/** Xác nhận cả hồ sơ: which dossiers a body may vouch for, and what it says by doing so. */
import { describe, expect, it } from 'vitest'
import type { Dossier, Fact } from '../words/dossier.ts'
import { confirmable, vouched } from './vouching.ts'

const fact = (id: string, more: Partial<Fact>): Fact => ({
  id,
  personId: 'p',
  group: 'education',
  slot: null,
  from: null,
  to: null,
  data: { level: '6' },
  level: 0,
  evidence: '',
  source: 'nhap:H24.SYT:education.1',
  batchId: null,
  ...more,
})
const dossier = (facts: readonly Fact[]): Dossier =>
  ({ person: { name: 'Nguyễn Văn Đức' }, facts, identifiers: [], sealed: [] }) as unknown as Dossier

describe('xác nhận cả hồ sơ', () => {
  it('hồ sơ mâu thuẫn hoặc quá thiếu không được xác nhận, được kể ra', () => {
    const found = confirmable([
      { level: 1, completeness: 80 },
      { level: -1, completeness: 90 },
      { level: 0, completeness: 49 },
      { level: 0, completeness: 50 },
    ])
    expect([found.may.length, found.contested.length, found.thin.length]).toEqual([2, 1, 1])
  })

  it.each([
    ['without', ['danh-sach']],
    ['with', ['danh-sach', 'khai']],
  ] as const)('mục tự khai %s; mục đã xác minh không nhắc lại; mỗi lời chỉ đúng mục của nó', (declared, said) => {
    const d = dossier([
      fact('danh-sach', {}),
      fact('khai', { source: 'khai' }),
      fact('van-ban', { level: 2 }),
      fact('ngo', { level: -1 }),
    ])
    const entries = vouched(d, { source: 'co-quan:H24.SYT', declared })
    expect(entries[0]).toMatchObject({ group: 'names', data: { fullName: 'Nguyễn Văn Đức' }, level: 1 })
    expect(entries.slice(1).map((e) => e.mends)).toEqual(said)
    expect(entries.every((e) => e.level === 1)).toBe(true)
  })
})
