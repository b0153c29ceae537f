import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { PlanReading } from '../../documents/public.ts'
import { exchangeOfReading, onlyTasks } from './exchange.ts'
import { exchangeText, readExchange } from './exchange-shape.ts'

const TEXT = 'KẾ HOẠCH\nIII. Nhiệm vụ\n1. Sở Y tế xây dựng đề án'
const reading = (more: Partial<PlanReading> = {}): PlanReading => ({
  text: TEXT,
  docType: 'KẾ HOẠCH',
  title: 'Thực hiện Nghị quyết 45',
  docNumber: null,
  docNumberRaw: null,
  issuer: 'UBND tỉnh A',
  placeDate: null,
  date: '2024-04-22',
  dateKnown: null,
  sections: [{ no: 'III', path: 'III', title: 'Nhiệm vụ', span: [9, 22], children: [] }],
  goals: [],
  tasks: [
    {
      clause: 'III.1',
      section: 'III',
      text: 'Sở Y tế xây dựng đề án',
      lead: ['Sở Y tế'],
      leadKind: 'named',
      coordinate: ['Sở Tài chính'],
      support: false,
      due: '2026-Q4',
      dueRaw: 'quý IV/2026',
      product: 'Đề án',
      request: false,
      duty: false,
      span: [26, 48],
      confidence: 1,
    },
  ],
  references: [],
  recurringReports: [],
  recipients: [{ name: 'Sở Y tế', note: 't/h', archive: false, span: [0, 3] }],
  signer: null,
  baselines: [],
  results: [],
  defects: [],
  ...more,
})
const TODAY = day('2026-11-23')

describe('kế hoạch để trao đổi', () => {
  test('viết ra JSON rồi đọc vào là đúng kế hoạch ấy', () => {
    const x = exchangeOfReading(reading(), TODAY)
    expect(readExchange(exchangeText(x))).toEqual({ ok: true, value: x })
    expect(exchangeText(x)).toBe(exchangeText(exchangeOfReading(reading(), TODAY)))
  })

  test('bản đọc giữ câu chữ của văn bản, để trống chỗ văn bản để trống', () => {
    const x = exchangeOfReading(reading(), TODAY)
    expect(x).toMatchObject({ stage: 'read', programme: { number: null, date: '2024-04-22' }, participants: [] })
    expect(x.tasks[0]).toMatchObject({
      code: 'III.1',
      written: { lead: ['Sở Y tế'], coordinate: ['Sở Tài chính'], due: '2026-Q4', product: 'Đề án' },
      assigned: null,
    })
    const span = x.tasks[0]?.span ?? [0, 0]
    expect(x.documents[0]?.text.slice(span[0], span[1])).toBe('Sở Y tế xây dựng đề án')
  })

  test('chữ nào trong văn bản cũng đi qua JSON nguyên vẹn', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, name) => {
        const x = exchangeOfReading(
          reading({ title, recipients: [{ name, note: null, archive: false, span: [0, 1] }] }),
          TODAY,
        )
        expect(readExchange(exchangeText(x))).toEqual({ ok: true, value: x })
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['không phải JSON', '{', 'không đọc được JSON'],
    ['định dạng khác', '{"format":"khac"}', 'sai tại format'],
    [
      'thừa mục',
      exchangeText(exchangeOfReading(reading(), TODAY)).replace('"stage"', '"la": 1, "stage"'),
      'thiếu hoặc thừa mục',
    ],
    [
      'ngày không có thật',
      exchangeText(exchangeOfReading(reading(), TODAY)).replace('2024-04-22', '2024-02-30'),
      'programme.date',
    ],
  ])('tệp %s: nói chỗ sai', (_, json, words) => {
    const d = readExchange(json)
    expect(d.ok ? '' : d.message).toContain(words)
  })

  test('lọc nhiệm vụ giữ nguyên các phần khác', () => {
    const x = exchangeOfReading(reading(), TODAY)
    expect(onlyTasks(x, ['III.9'])).toEqual({ ...x, tasks: [] })
    expect(onlyTasks(x, [])).toBe(x)
  })
})
