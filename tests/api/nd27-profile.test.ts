/** Hồ sơ cột của Cơ sở dữ liệu quốc gia (NĐ 27/2026): what is mapped exists, what is not known is said, nothing is certified. */
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { NEVER_COLLECTED } from '../../src/modules/people/words/group.ts'
import { fieldOf, GROUPS, isGroup } from '../../src/modules/people/words/groups.ts'

const Column = z.strictObject({ name: z.string().min(2).nullable(), group: z.string(), field: z.string() })
const Left = z.strictObject({ label: z.string().min(3), reason: z.string().min(10) })
const NationalGroup = z.strictObject({
  no: z.int(),
  label: z.string(),
  scope: z.string(),
  collect: z.boolean(),
  reason: z.string().startsWith('Không thu thập: ').optional(),
  notCollected: z.array(Left).optional(),
  ownNumber: z.string().optional(),
  gap: z.string().regex(/^Chưa rõ tên trường/),
  columns: z.array(Column),
})
const Profile = z.strictObject({
  key: z.literal('nd27'),
  name: z.string(),
  act: z.string().startsWith('Nghị định 27/2026/NĐ-CP'),
  actDate: z.iso.date(),
  inForce: z.iso.date(),
  status: z.literal('unverified'),
  certified: z.literal(false),
  totalFields: z.literal(194),
  statusNote: z.string(),
  unknownName: z.string(),
  source: z.array(z.string()).min(1),
  nameNote: z.string(),
  groups: z.array(NationalGroup),
})

const text = fs.readFileSync(new URL('../../facts/nd27-profile.json', import.meta.url), 'utf8')
const profile = Profile.parse(JSON.parse(text))
const columns = profile.groups.flatMap((g) => g.columns)

describe('Hồ sơ cột NĐ 27/2026', () => {
  it('có mười nhóm theo số thứ tự', () => {
    expect(profile.groups.map((g) => g.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('mỗi cột dẫn tới một nhóm và một trường có thật, không trùng', () => {
    const lost = columns.filter((c) => !isGroup(c.group) || fieldOf(c.group, c.field) === null)
    expect(lost).toEqual([])
    const places = columns.map((c) => `${c.group}.${c.field}`)
    expect(places.filter((p, i) => places.indexOf(p) !== i)).toEqual([])
  })

  it('nhóm 2, 3, 9, 10 ghi là không thu thập và không có cột nào', () => {
    const left = profile.groups.filter((g) => !g.collect)
    expect(left.map((g) => g.no)).toEqual([2, 3, 9, 10])
    for (const g of left) {
      expect(g.columns).toEqual([])
      expect(g.reason).toBeDefined()
      expect(
        NEVER_COLLECTED.some((n) => n.source.includes(`nhóm ${g.no};`)),
        g.label,
      ).toBe(true)
    }
    const planning = profile.groups.flatMap((g) => g.notCollected ?? []).map((n) => n.label)
    expect(planning).toContain('Quy hoạch cán bộ')
  })

  it('không cột nào thuộc điều không thu thập', () => {
    const labels = columns.map((c) => (isGroup(c.group) ? (fieldOf(c.group, c.field)?.label ?? '') : ''))
    const never = /gia đình|thân nhân|tài sản|thu nhập|sức khỏe|nhóm máu|quy hoạch|lương/i
    expect(labels.filter((l) => never.test(l))).toEqual([])
  })

  it('tự nhận là chưa kiểm chứng, chưa chứng nhận, còn thiếu tên trường', () => {
    expect(profile.statusNote).toMatch(/chưa được cơ quan nào chứng nhận/)
    expect(columns.filter((c) => c.name === null).length).toBeGreaterThan(0)
    expect(columns.length).toBeLessThan(profile.totalFields)
  })

  it('cột nhạy cảm chỉ ở nhóm hồ sơ mức C, để nơi xuất biết mà bỏ', () => {
    const sealed = new Set(GROUPS.filter((g) => g.tier === 'C').map((g) => g.code as string))
    expect([...new Set(columns.map((c) => c.group).filter((g) => sealed.has(g)))]).toEqual([
      'ethnicity',
      'discipline',
      'party',
    ])
  })
})
