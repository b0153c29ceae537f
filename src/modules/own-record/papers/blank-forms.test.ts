/** Phiếu in trắng: đúng các mục của màn hình, không đánh dấu sẵn, không hỏi mức C. */
import { describe, expect, it } from 'vitest'
import { plainText, type Table } from '../../../platform/word/official-paper.ts'
import { type PersonalPaper, writePersonalPaper } from '../../../platform/word/personal-paper.ts'
import { GROUPS } from '../../people/public.ts'
import { ITEM_ORDER, ITEMS, NOTICE } from '../words.ts'
import { blankConsent, blankForm, blankInformation } from './blank-forms.ts'

const FOR = { name: 'Nguyễn Văn Đức', code: 'TT-0000001', body: 'Bệnh viện Đa khoa tỉnh', year: 2026 }
const tables = (p: PersonalPaper): Table[] => p.blocks.filter((b): b is Table => b.kind === 'table')
const words = (p: PersonalPaper): string =>
  p.blocks
    .map((b) => {
      if (b.kind === 'heading') return b.title
      if (b.kind !== 'table') return plainText(b.text)
      return b.rows.flatMap((r) => (r.kind === 'group' ? plainText(r.text) : r.cells.map(plainText))).join(' | ')
    })
    .join('\n')

describe('phiếu đồng ý', () => {
  const form = blankConsent(FOR)
  it('mỗi mục một dòng, đúng thứ tự và đúng lời của màn hình; không ô nào đánh dấu sẵn', () => {
    const [table, ...others] = tables(form)
    expect(others).toEqual([])
    const rows = table?.rows.flatMap((r) => (r.kind === 'row' ? [r.cells.map(plainText)] : [])) ?? []
    expect(rows.map((r) => r[1])).toEqual(ITEM_ORDER.map((i) => ITEMS[i].label))
    expect(rows.every((r, i) => r[2]?.startsWith(ITEMS[ITEM_ORDER[i] ?? 'danh-ba'].shows))).toBe(true)
    expect(rows.every((r) => r[3] === '' && r[4] === '')).toBe(true)
  })
  it('nguyên bản thông báo, kể cả quyền rút lại; tên và mã để bản quét về đúng hồ sơ', () => {
    for (const p of NOTICE.paragraphs) expect(words(form)).toContain(p)
    expect(words(form)).toContain('Nguyễn Văn Đức. Mã hồ sơ: TT-0000001')
    expect(form.subtitle).toContain(NOTICE.version)
  })
})

describe('phiếu thông tin', () => {
  const form = blankInformation(FOR)
  it('nhóm và ô như biểu mẫu; không nhóm mức C nào', () => {
    const asked = form.blocks.flatMap((b) => (b.kind === 'heading' ? [b.title] : []))
    const open = GROUPS.filter((g) => g.tier !== 'C').map((g) => g.label)
    expect(asked.length).toBeGreaterThan(8)
    expect(asked.filter((label) => !open.includes(label))).toEqual([])
    expect(asked).toContain('Trình độ chuyên môn, quá trình đào tạo')
    const education = GROUPS.find((g) => g.code === 'education')
    for (const f of education?.fields ?? []) expect(words(form)).toContain(f.label)
  })
  it('mọi ô trả lời để trống', () => {
    for (const t of tables(form))
      for (const r of t.rows) if (r.kind === 'row') expect(r.cells.slice(1).map(plainText).join('')).toBe('')
  })
})

it('cùng một phiếu thì cùng từng byte', async () => {
  for (const kind of ['dong-y', 'thong-tin'] as const)
    expect(await writePersonalPaper(blankForm(kind, FOR))).toEqual(await writePersonalPaper(blankForm(kind, FOR)))
})
