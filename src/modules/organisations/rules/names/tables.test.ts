/** Bảng cách viết tên: every row of every table shows itself by its example. */
import { describe, expect, it, test } from 'vitest'
import { BODY_NOUNS, LEVEL_NOUNS, OPEN_NOUNS, PLACE_NOUNS, QUALIFIERS } from './group-nouns.ts'
import { groupPhrase } from './groups.ts'
import { bareName, nameKey, phraseKey, placeless } from './key.ts'
import { LEADER_TITLES, withoutLeaders } from './leaders.ts'
import { cutList } from './lists.ts'
import { nearness } from './near.ts'
import { OUTSIDE_FORMS, outsideForm } from './outside.ts'
import { SHORT_FORMS } from './short-forms.ts'

const SEATS = [{ type: 'tỉnh', name: 'an bình' }]

describe('Viết tắt', () => {
  test.each(SHORT_FORMS.map((f) => f.example))('%s là %s', (written, meant) => {
    expect(nameKey(written)).toBe(nameKey(meant))
  })

  it('làm hai lần như làm một lần', () => {
    for (const { example } of SHORT_FORMS) expect(nameKey(nameKey(example[0]))).toBe(nameKey(example[0]))
  })

  test.each([
    ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
    ['SỞ Y TẾ', 'Sở Y tế'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'Sở Văn hóa - Thể thao và Du lịch'],
    ['Sở  Y tế'.normalize('NFD'), 'Sở Y tế'],
  ])('%s và %s là một tên', (a, b) => expect(nameKey(a)).toBe(nameKey(b)))

  test.each([
    ['UBND xã Cẩm Giang', 'UBND xã Cẩm Giàng'],
    ['Sở Nội vụ', 'So Noi vu'],
    ['Sở TP', 'Sở Thành phố'],
    ['UBND xã Đông', 'UBND phường Đông'],
  ])('%s và %s là hai tên', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)))

  it('tên tỉnh ở cuối bỏ được, trừ khi không còn gì', () => {
    expect(placeless('công an tỉnh', SEATS)).toBe('công an')
    expect(placeless('công an tỉnh an bình', SEATS)).toBe('công an')
    expect(placeless('công an tỉnh khác', SEATS)).toBe('công an tỉnh khác')
    expect(placeless('ủy ban nhân dân tỉnh', SEATS)).toBe('ủy ban nhân dân tỉnh')
  })

  it('dấu đầu dòng, dấu cuối dòng và «để b/c» không thuộc tên', () => {
    expect(bareName('- Sở Nội vụ (để b/c);')).toBe('Sở Nội vụ')
    expect(bareName('UBND xã Đông (huyện Hạ).')).toBe('UBND xã Đông (huyện Hạ)')
  })
})

describe('Chức danh người đứng đầu', () => {
  test.each(LEADER_TITLES.map((t) => t.example))('%s là của %s', (written, body) => {
    expect(withoutLeaders(phraseKey(written))).toEqual({ body, leaders: true })
  })

  test.each([
    'Sở Nội vụ',
    'Chủ tịch nước',
    'Thường trực Tỉnh ủy',
    'Thanh tra tỉnh',
    'Văn phòng UBND tỉnh',
  ])('%s không qua chức danh', (written) => expect(withoutLeaders(phraseKey(written)).leaders).toBe(false))
})

describe('Cách gọi chung', () => {
  test.each([...BODY_NOUNS, ...PLACE_NOUNS].map((n) => [n.example, n.id] as const))('%s có %s', (written, id) => {
    const group = groupPhrase(phraseKey(written), SEATS)
    const ids = group?.nouns.map((n) => n.id) ?? []
    expect(ids.some((i) => i === id)).toBe(true)
  })

  test.each(LEVEL_NOUNS.map((n) => [n.example, n.kind] as const))('%s là cấp %s', (written, kind) => {
    expect(groupPhrase(phraseKey(written), SEATS)?.nouns.map((n) => n.id)).toEqual([kind])
  })

  test.each(OPEN_NOUNS.map((n) => n.example))('%s không có thành viên cố định', (written) => {
    const group = groupPhrase(phraseKey(`các ${written.replace(/^Các /, '')}`), SEATS)
    expect(group).toMatchObject({ nouns: [], open: true })
  })

  test.each(QUALIFIERS.map((q) => [q.example, q.turns] as const))('%s: phần sau là %s', (written, turns) => {
    const group = groupPhrase(phraseKey(written), SEATS)
    if (turns === 'open') expect(group).toMatchObject({ nouns: [], open: true })
    else if (turns === 'party') expect(group?.nouns.map((n) => n.id)).toEqual(['dang'])
    else expect(group).not.toBeNull()
  })

  test.each([
    'Sở Nội vụ',
    'Các Sở: Y tế, Nội vụ',
    'UBND xã Đông',
    'Hội Nông dân tỉnh',
    'UBND huyện',
    'Báo',
    '',
  ])('«%s» không phải cách gọi chung', (written) => expect(groupPhrase(phraseKey(written), SEATS)).toBeNull())
})

describe('Ngoài sổ bộ', () => {
  test.each(OUTSIDE_FORMS.map((f) => [f.example, f] as const))('%s', (written, f) =>
    expect(outsideForm(phraseKey(written))).toBe(f))

  test.each([
    'Bộ Chỉ huy Quân sự tỉnh',
    'Sở Nội vụ',
    'Ban Quản lý Khu kinh tế',
    'Ban Tổ chức Tỉnh ủy',
    'Phòng Nội vụ',
  ])('%s không thuộc bảng ngoài sổ bộ', (written) => expect(outsideForm(phraseKey(written))).toBeNull())
})

describe('Danh sách trong một tên', () => {
  const known = new Set([
    'sở y tế',
    'sở văn hóa thể thao và du lịch',
    'sở nội vụ',
    'ủy ban nhân dân huyện hạ',
    'thị xã thượng',
  ])
  const find = (key: string) => (known.has(nameKey(key)) ? key : null)
  test.each<[string, string[] | null]>([
    ['Các Sở: Y tế, Nội vụ', ['Các Sở: Y tế', 'Nội vụ']],
    ['Sở Văn hóa, Thể thao và Du lịch', null],
    ['Sở Văn hóa, Thể thao và Du lịch và Sở Y tế', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế']],
    ['Các Sở Y tế, Văn hóa, Thể thao và Du lịch; Nội vụ', ['Các Sở Y tế', 'Văn hóa, Thể thao và Du lịch', 'Nội vụ']],
    ['UBND các huyện Hạ và thị xã Thượng', ['UBND các huyện Hạ', 'thị xã Thượng']],
    ['Các Sở: Y tế, Vũ trụ', ['Các Sở: Y tế', 'sở Vũ trụ']],
    ['Sở Vũ trụ, Sở Đại dương', null],
    ['Sở Y tế', null],
  ])('%s', (written, texts) => expect(cutList(written, find)?.map((p) => p.text) ?? null).toEqual(texts))
})

describe('Tên gần giống', () => {
  test.each<[string, string, string | null]>([
    ['xã cẩm giang', 'xã cẩm giàng', 'chỉ khác dấu'],
    ['xã hồng phong', 'xã hồng quang', 'khác một tiếng: «phong» và «quang»'],
    ['sở lao động', 'sở lao động thương binh và xã hội', 'thiếu «thương binh và xã hội»'],
    ['bệnh viện nhi an bình', 'bệnh viện nhi', 'thừa «an bình»'],
    ['sở khoa học công nghệ', 'sở khoa học và công nghệ', 'thiếu «và»'],
    ['sở y tế', 'sở y tế', null],
    ['sở y tế', 'sở nội vụ', null],
    ['sở', 'sở y tế', null],
  ])('%s và %s', (a, b, reason) => expect(nearness(a, b)?.reason ?? null).toBe(reason))
})
