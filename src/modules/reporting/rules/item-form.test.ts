/** Biểu mẫu đọc từ lược đồ: a schema the editor has never seen is drawn, read and kept. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { completed, emptyItem, fieldsOfItem, kindsOf, readItem, shownValue } from './item-form.ts'

const Unknown = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('compare'),
    left: z.object({ row: z.string(), column: z.enum(['toDate', 'wholeYear']).default('wholeYear') }),
    severity: z.enum(['block', 'note']),
    points: z.number().int().min(4),
    cases: z.array(z.object({ name: z.string() })).default([]),
  }),
  z.object({ kind: z.literal('other'), tone: z.string() }),
])
const Row = z.object({
  label: z.string(),
  source: z
    .discriminatedUnion('from', [
      z.object({
        from: z.literal('measure'),
        code: z.string(),
        where: z.record(z.string(), z.array(z.string())).default({}),
      }),
      z.object({ from: z.literal('last-year') }),
    ])
    .optional(),
})

describe('lược đồ chưa từng thấy', () => {
  it('mỗi loại có ô của mình; ô không có lời riêng mang tên của nó', () => {
    expect(kindsOf(Unknown)).toEqual(['compare', 'other'])
    const item = emptyItem(Unknown, 'compare')
    expect(Unknown.safeParse(item).success).toBe(true)
    const fields = fieldsOfItem(Unknown, item, ['kind', 'cases'])
    expect(fields.map((f) => [f.path, f.kind])).toEqual([
      ['left.row', 'row'],
      ['left.column', 'choice'],
      ['severity', 'choice'],
      ['points', 'number'],
    ])
    expect(fieldsOfItem(Unknown, emptyItem(Unknown, 'other'), ['kind'])[0]?.label).toBe('tone')
  })
  it('đọc lại đúng loại, giữ phần không nhập ở trang', () => {
    const item = { ...emptyItem(Unknown, 'compare'), cases: [{ name: 'a' }] }
    const fields = fieldsOfItem(Unknown, item, ['kind', 'cases'])
    const raw = { 'left.row': 'bieu-2.nu', 'left.column': 'toDate', severity: 'note', points: '5' }
    const read = readItem(fields, item, raw)
    expect(read.wrong).toEqual({})
    expect(completed(Unknown, read.item)).toEqual({
      kind: 'compare',
      left: { row: 'bieu-2.nu', column: 'toDate' },
      severity: 'note',
      points: 5,
      cases: [{ name: 'a' }],
    })
  })
  it('nguồn phân loại bằng tên khác «kind»: chọn, nhập điều kiện, bỏ', () => {
    const plain = { label: 'Nữ' }
    const chosen = completed(
      Row,
      readItem(fieldsOfItem(Row, plain, []), plain, { label: 'Nữ', 'source.from': 'measure' }).item,
    )
    expect(chosen).toEqual({ label: 'Nữ', source: { from: 'measure', code: '' } })
    const fields = fieldsOfItem(Row, chosen, [])
    expect(fields.map((f) => f.path)).toEqual(['label', 'source.from', 'source.code', 'source.where'])
    const raw = {
      label: 'Nữ',
      'source.from': 'measure',
      'source.code': 'nguoi.dem',
      'source.where': '{"nghe":["bac-si"]}',
    }
    const full = completed(Row, readItem(fields, chosen, raw).item)
    expect(full).toEqual({ label: 'Nữ', source: { from: 'measure', code: 'nguoi.dem', where: { nghe: ['bac-si'] } } })
    const again = Object.fromEntries(fieldsOfItem(Row, full, []).map((f) => [f.path, shownValue(f, full)]))
    expect(completed(Row, readItem(fieldsOfItem(Row, full, []), full, again).item)).toEqual(full)
    expect(completed(Row, readItem(fields, full, { ...raw, 'source.from': '' }).item)).toEqual(plain)
    expect(readItem(fields, full, { ...raw, 'source.where': '{' }).wrong).toHaveProperty(['source.where'])
  })
})
