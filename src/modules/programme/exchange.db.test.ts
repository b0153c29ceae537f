/** Xuất kế hoạch trên cơ sở dữ liệu thật: the plan of the example, with two assignments, in its three kinds of file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Ctx, newId } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { readWorkbook } from '../../platform/excel/read-workbook.ts'
import { textOfDocx } from '../../platform/word/read-paper.ts'
import { uploadDocument } from '../documents/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { amendPlan } from './actions/amend-plan.ts'
import { assignTasks } from './actions/assign-tasks.ts'
import {
  exchangeFile,
  exportProgramme,
  type Format,
  programmeExchange,
  readingExchange,
  type Selection,
} from './exchange.ts'
import { adoptText, doing, planText } from './fixtures.ts'
import { readExchange } from './rules/exchange-shape.ts'

const IN_2024 = '2024-05-03T03:00:00Z'
const NOW = Temporal.Instant.from('2026-11-23T03:00:00Z')

let t: TestDatabase
let reading = ''

const ctxRead = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, systemActor(), (tx) => work({ tx, actor: systemActor(), now: NOW, newId }))
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(d.message)
  return d.value
}
const file = (format: Format, chosen: Selection = {}) => must(ctxRead((ctx) => exportProgramme(ctx, format, chosen)))

/** The cells of each sheet, row by row. */
async function cells(bytes: Uint8Array) {
  const opened = await readWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.message)
  const read = opened.value.map(
    async (s) => [s.name, (await Array.fromAsync(s.rows())).map((r) => r.cells.map((c) => c.value))] as const,
  )
  return new Map(await Promise.all(read))
}

beforeAll(async () => {
  t = await testDatabase()
  const act = doing(t.db, IN_2024)
  await must(act(loadRegister, readRegisterFacts()))
  expect(await ctxRead((ctx) => exportProgramme(ctx, 'json'))).toMatchObject({ ok: false, kind: 'absent' })
  const read = await must(act(uploadDocument, { text: `${planText()}\n` }))
  reading = read.id
  await adoptText(t.db, IN_2024, planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await must(
    act(assignTasks, {
      codes: ['III.2.1'],
      lead: 'H23.SYT',
      coordinators: ['H23.STC'],
      product: 'Đề án',
      due: '30/06/2026',
    }),
  )
})
afterAll(() => t.drop())

describe('kế hoạch ra JSON', () => {
  it('đủ mục tiêu, nhiệm vụ, nơi nhận, văn bản dẫn chiếu; câu của từng mục tìm lại được trong văn bản', async () => {
    const out = await file('json')
    expect(out.name).toBe('ke-hoach-1459-kh-ubnd.json')
    const d = readExchange(new TextDecoder().decode(out.bytes))
    if (!d.ok) throw new Error(d.message)
    const x = d.value
    expect([x.stage, x.goals.length, x.tasks.length, x.recipients.length]).toEqual(['adopted', 22, 26, 12])
    expect(x.references.length).toBeGreaterThan(0)
    expect(x.participants.length).toBeGreaterThan(50)
    for (const item of [...x.goals, ...x.tasks]) {
      const squeezed = (s: string) => s.replace(/\s+/g, '')
      expect(squeezed((x.documents[item.document]?.text ?? '').slice(item.span[0], item.span[1])), item.code).toContain(
        squeezed(item.text).slice(0, 20),
      )
    }
  })

  it('nhiệm vụ mang cả điều văn bản ghi lẫn điều đã giao', async () => {
    const d = readExchange(new TextDecoder().decode((await file('json')).bytes))
    const task = d.ok ? d.value.tasks.find((x) => x.code === 'III.2.1') : undefined
    expect(task).toMatchObject({
      written: { lead: [] },
      assigned: {
        lead: { code: 'H23.SYT', name: 'Sở Y tế' },
        coordinate: [{ code: 'H23.STC' }],
        due: { kind: 'day', day: '2026-06-30' },
        product: 'Đề án',
        by: 'officer',
      },
    })
  })

  it('đọc tệp JSON vào lại thì đúng là kế hoạch ấy', async () => {
    const again = readExchange(new TextDecoder().decode((await file('json')).bytes))
    expect(again).toEqual(await ctxRead(programmeExchange))
  })

  it('xuất hai lần cho đúng một tệp, ở cả ba loại', async () => {
    for (const format of ['json', 'xlsx', 'docx'] as const) {
      const [a, b] = [await file(format), await file(format)]
      expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes)), format).toBe(true)
    }
  })
})

describe('kế hoạch ra Excel', () => {
  it('danh mục bảy cột, nhóm theo đề mục, thời hạn là ngày thật; trang mục tiêu; trang thành phần', async () => {
    const sheets = await cells((await file('xlsx')).bytes)
    expect([...sheets.keys()]).toEqual(['Nhiệm vụ', 'Mục tiêu', 'Nơi nhận, thành phần'])
    const tasks = sheets.get('Nhiệm vụ') ?? []
    expect(tasks[3]).toEqual([
      'TT',
      'Nhiệm vụ',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Thời hạn',
      'Sản phẩm',
      'Trạng thái',
    ])
    const given = tasks.find((r) => String(r[1]).startsWith('III.2.1.'))
    expect(given?.slice(2)).toEqual(['Sở Y tế', 'Sở Tài chính', { day: '2026-06-30' }, 'Đề án', 'Đã giao'])
    expect(tasks.filter((r) => typeof r[0] === 'number')).toHaveLength(26)
    expect((sheets.get('Mục tiêu') ?? []).filter((r) => typeof r[0] === 'number')).toHaveLength(22)
    expect(sheets.get('Nơi nhận, thành phần')?.some((r) => r[2] === 'H23.SYT' && r[3] === 'Phải thực hiện')).toBe(true)
  })

  it('danh sách đã lọc chỉ có nhiệm vụ được chọn, với tình hình đưa vào', async () => {
    const chosen = { codes: ['III.2.1'], states: new Map([['III.2.1', 'Quá hạn 3 ngày']]), filter: 'Quá hạn' }
    const tasks = (await cells((await file('xlsx', chosen)).bytes)).get('Nhiệm vụ') ?? []
    expect(tasks.filter((r) => typeof r[0] === 'number').map((r) => r.at(-1))).toEqual(['Quá hạn 3 ngày'])
    expect(String(tasks[2]?.[0])).toContain('Lọc: Quá hạn')
  })
})

describe('kế hoạch ra phụ lục Word', () => {
  it('phụ lục kèm theo kế hoạch, đủ nhiệm vụ', async () => {
    const text = textOfDocx((await file('docx')).bytes)
    expect(text).toContain('(Kèm theo Kế hoạch số 1459/KH-UBND ngày 22 tháng 4 năm 2024 của')
    expect(text).toContain('PHÂN CÔNG NHIỆM VỤ')
    for (const words of ['Sở Y tế', 'Sở Tài chính', '30/06/2026', 'Đề án', 'III.5.7.']) expect(text).toContain(words)
    expect(text).not.toContain('CỘNG HÒA')
  })
})

describe('bản đọc chưa ban hành', () => {
  it('xuất được như văn bản ghi, để trống số', async () => {
    const x = await must(ctxRead((ctx) => readingExchange(ctx, reading)))
    expect(x).toMatchObject({ stage: 'read', programme: { number: null } })
    const out = await ctxRead((ctx) => exchangeFile(ctx, x, 'docx'))
    expect(out.name).toBe('ke-hoach-chua-so-phu-luc.docx')
    expect(textOfDocx(out.bytes)).toContain('Phụ lục')
    expect(await ctxRead((ctx) => readingExchange(ctx, newId()))).toMatchObject({ kind: 'absent' })
  })
})

describe('kế hoạch đã được sửa đổi', () => {
  it('mỗi mục chỉ đúng văn bản và câu của nó; mục đã bỏ không còn trong tệp', async () => {
    const text = planText()
      .replace('19 bác sỹ', '21 bác sỹ')
      .replace(
        /^.*Ban hành Quy chế tôn vinh trí thức.*$/m,
        '- Sở Nội vụ chủ trì xây dựng cổng thông tin trí thức của tỉnh.',
      )
    const act = doing(t.db, '2025-03-10T03:00:00Z')
    const { id: document } = await must(act(uploadDocument, { text }))
    await must(act(amendPlan, { document, version: 1, seen: '1', number: '2001/KH-UBND', date: '03/03/2025' }))
    const x = await must(ctxRead(programmeExchange))
    expect(x.documents.map((d) => d.number)).toEqual(['1459/KH-UBND', '2001/KH-UBND'])
    const squeezed = (s: string) => s.replace(/\s+/g, '')
    for (const item of [...x.goals, ...x.tasks]) {
      const words = (x.documents[item.document]?.text ?? '').slice(item.span[0], item.span[1])
      expect(squeezed(words), item.code).toContain(squeezed(item.text).slice(0, 20))
    }
    expect(x.goals.find((g) => g.code === 'II.1.2')?.value).toBe(21)
    expect(x.tasks.some((k) => k.text.includes('Quy chế tôn vinh'))).toBe(false)
    expect(x.tasks.some((k) => k.text.includes('cổng thông tin'))).toBe(true)
    expect(x.recipients).toHaveLength(12)
    expect(readExchange(new TextDecoder().decode((await file('json')).bytes))).toEqual({ ok: true, value: x })
  })
})
