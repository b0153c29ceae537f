/** Nhập danh sách trên cơ sở dữ liệu thật: gửi, kiểm tra, ghi, nhập lại, sửa, hoàn tác. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { newId, perform, performIn } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { row, rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { Cell, Row } from '../../platform/excel/workbook.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { askRun } from './actions/ask-run.ts'
import { checkBatch } from './actions/check-batch.ts'
import { decideRow } from './actions/decide-row.ts'
import { failRun } from './actions/fail-run.ts'
import { mapColumns } from './actions/map-columns.ts'
import { matchValues } from './actions/match-values.ts'
import { sendFile } from './actions/send-file.ts'
import { undoBatch } from './actions/undo-batch.ts'
import { voidBatch } from './actions/void-batch.ts'
import { writeBatch } from './actions/write-batch.ts'
import { runWaiting } from './jobs.ts'
import { findBatch, outcomeRows, waitingValues } from './views.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const SYSTEM = systemActor('Trần Thị Lan')
const BODY = 'H24.SYT'

let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
  for (const list of readCodeLists()) await act(publishList, list)
  await act(loadRegister, readRegisterFacts())
}, 120_000)
afterAll(() => t.drop())

async function act<I, O>(
  what: Parameters<typeof perform<I, O>>[2],
  input: unknown,
  actor: Actor = SYSTEM,
  now = NOW,
): Promise<O> {
  const done = await perform(t.db, { actor, now }, what, input)
  if (!done.ok) throw new Error(`${done.code}: ${done.message} ${JSON.stringify(done.fields ?? {})}`)
  return done.value
}
const refusal = async <I, O>(what: Parameters<typeof perform<I, O>>[2], input: unknown, actor: Actor = SYSTEM) => {
  const done = await perform(t.db, { actor, now: NOW }, what, input)
  return done.ok ? null : { code: done.code, message: done.message }
}
const read = <T>(work: (tx: never) => Promise<T>): Promise<T> => transact(t.db, SYSTEM, (tx) => work(tx as never))

const HEAD: readonly string[] = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Trình độ chuyên môn',
  'Chuyên ngành',
  'Chức vụ',
  'Điện thoại',
  'Dân tộc',
]
const person = (
  n: number,
  name: string,
  born: string,
  sex: string,
  cccd: string,
  more: Partial<Record<number, string>> = {},
): readonly Cell[] => [
  { plain: n },
  name,
  born,
  sex,
  cccd,
  more[5] ?? 'Đại học',
  more[6] ?? 'Y khoa',
  more[7] ?? '',
  more[8] ?? '',
  more[9] ?? 'Kinh',
]
const book = async (list: readonly Row[], head: readonly string[] = HEAD) => ({
  name: 'danh-sach.xlsx',
  mediaType: '',
  bytes: await writeWorkbook({
    title: '',
    creator: '',
    made: day('2026-11-23'),
    sheets: [
      {
        name: 'DS',
        columns: head.map(() => ({ width: 15 })),
        rows: [['SỞ Y TẾ'], ['DANH SÁCH CÁN BỘ'], head, ...list],
      },
    ],
  }),
})

const LIST: readonly Row[] = [
  person(1, 'Nguyễn Văn Đức', '02/09/1972', 'Nam', '030072001234', { 7: 'Giám đốc', 8: '0912345678' }),
  person(2, 'ThS. Phạm Thị Hoa', '15/03/1980', 'Nữ', '030180005678', { 5: 'Thạc sĩ', 6: 'Quản lý y tế' }),
  person(3, 'Trần Văn Bình', '20/11/1985', 'Nam', ''),
]

const send = async (list: readonly Row[], more: Record<string, string> = {}) =>
  (await act(sendFile, { coQuan: BODY, file: await book(list), ngay: '', ...more })).id
const count = (table: string) =>
  read((tx) =>
    row<{ n: number }>(tx, sql`select count(*) as n from ${sql.raw(table)} where superseded_at is null`),
  ).then((r) => r.n)
const waitingForTurn = async (): Promise<number> =>
  (
    await read((tx) =>
      row<{ n: number }>(tx, sql`select count(*) as n from pg_locks where locktype = 'advisory' and not granted`),
    )
  ).n
const present = () =>
  read((tx) =>
    row<{ n: number }>(
      tx,
      sql`select count(*) as n from people.person where removed_at is null and merged_into is null`,
    ),
  ).then((r) => r.n)

describe('nhập một danh sách', () => {
  let batch = ''

  it('kiểm tra nói trước điều sẽ ghi, chưa ghi gì', async () => {
    batch = await send(LIST)
    const checked = await act(checkBatch, { id: batch })
    expect(checked.counts).toMatchObject({ new: 3, changed: 0, same: 0, duplicate: 0, error: 0 })
    expect(await present()).toBe(0)
  })

  it('ghi đúng như đã nói, trong một giao dịch, một sự kiện', async () => {
    const written = await act(writeBatch, { id: batch })
    expect(written.counts).toMatchObject({ new: 3, error: 0 })
    expect(await present()).toBe(3)
    const people = await read((tx) =>
      rows<{ name: string; birth: string; degree: number }>(
        tx,
        sql`select p.name, p.birth, s.degree from people.person p join people.slice s on s.person_id = p.id and s.from_day <= '2026-11-23' and s.to_day > '2026-11-23' order by p.name_sort`,
      ),
    )
    expect(people).toEqual([
      { name: 'Trần Văn Bình', birth: '1985-11-20', degree: 6 },
      { name: 'Nguyễn Văn Đức', birth: '1972-09-02', degree: 6 },
      { name: 'Phạm Thị Hoa', birth: '1980-03-15', degree: 7 },
    ])
    expect(await refusal(writeBatch, { id: batch })).toMatchObject({ code: 'batch.da-ghi' })
  })

  it('nhập lại cùng tệp: 0 mới, 0 sửa, kể cả người không có số định danh', async () => {
    const again = await act(writeBatch, { id: await send(LIST) })
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3, duplicate: 0, error: 0 })
    expect(await present()).toBe(3)
  })

  it('tệp sửa: chỉ ô đã đổi; hoàn tác lô ấy trả lại như trước', async () => {
    const before = await count('people.fact')
    const mended = [
      LIST[0] as Row,
      LIST[1] as Row,
      person(3, 'Trần Văn Bình', '20/11/1985', 'Nam', '', { 6: 'Dược học' }),
    ]
    const id = await send(mended)
    const written = await act(writeBatch, { id })
    expect(written.counts).toMatchObject({ new: 0, changed: 1, same: 2 })
    const [changed] = await read((tx) => outcomeRows(tx, id, ['changed'], { limit: 9, offset: 0 }))
    expect(changed?.fields).toEqual([{ group: 'education', field: 'major', before: 'Y khoa', after: 'Dược học' }])
    await act(undoBatch, { id })
    expect(await count('people.fact')).toBe(before)
    expect(await act(writeBatch, { id: await send(LIST) })).toMatchObject({ counts: { same: 3, changed: 0, new: 0 } })
  })

  it('hoàn tác bị từ chối khi hồ sơ đã được sửa sau đó, nêu tên người', async () => {
    const id = await send([...LIST, person(4, 'Lê Thị Sau', '01/02/1990', 'Nữ', '030190000001')])
    await act(writeBatch, { id })
    await act(writeBatch, {
      id: await send([person(1, 'Lê Thị Sau', '01/02/1990', 'Nữ', '030190000001', { 8: '0988777666' })]),
    })
    expect(await refusal(undoBatch, { id })).toMatchObject({
      code: 'import.changed-since',
      message: expect.stringContaining('Lê Thị Sau'),
    })
  })
})

describe('ô và dòng phải xem lại', () => {
  it('mỗi lỗi nêu trang, ô; dòng lỗi không được ghi, dòng khác vẫn được ghi', async () => {
    const list = [
      person(1, 'Nguyễn Thị Lỗi', '31/02/1980', 'Nữ', ''),
      person(2, 'Ngô Văn Số', '03/03/1983', 'Nam', '3.0072E+10'),
      person(3, 'Ngô Văn Được', '04/04/1984', 'Nam', '030084000009', { 5: 'Trình độ lạ' }),
    ]
    const id = await send(list)
    const checked = await act(checkBatch, { id })
    expect(checked.counts).toMatchObject({ new: 1, error: 2 })
    expect(checked.findings.map((f) => [f.row, f.column, f.code])).toEqual(
      expect.arrayContaining([
        [4, 2, 'birth.no-such-day'],
        [5, 4, 'cccd.scientific'],
        [6, 5, 'code.unknown'],
      ]),
    )
    const queue = await read((tx) => waitingValues(tx, id))
    expect(queue).toMatchObject([{ shown: 'Trình độ lạ', list: 'trinh-do', cells: 1 }])
    expect(
      await refusal(matchValues, { id, ma: { [`${queue[0]?.target}|${queue[0]?.words}`]: 'khong-co' } }),
    ).toMatchObject({ code: 'import.code' })
    await act(matchValues, { id, ma: { [`${queue[0]?.target}|${queue[0]?.words}`]: '7' } })
    const again = await act(checkBatch, { id })
    expect(again.findings.map((f) => f.code)).not.toContain('code.unknown')
    expect(await read((tx) => waitingValues(tx, id))).toEqual([])
    expect((await read((tx) => rows(tx, sql`select 1 from code_lists.entry where label = 'Trình độ lạ'`))).length).toBe(
      0,
    )
  })

  it('hai dòng một số định danh là lỗi; cùng tên, cùng ngày sinh không số thì hỏi, quyết định được nhớ', async () => {
    const id = await send([
      person(1, 'Đặng Văn Đôi', '05/05/1975', 'Nam', '030075000011'),
      person(2, 'Đặng Văn Khác', '06/06/1976', 'Nam', '030075000011'),
      person(3, 'Bùi Thị Hai', '07/07/1977', 'Nữ', ''),
      person(4, 'Bùi Thị Hai', '07/07/1977', 'Nữ', ''),
    ])
    const checked = await act(checkBatch, { id })
    expect(checked.counts).toMatchObject({ new: 2, error: 1, duplicate: 1 })
    const [double] = await read((tx) => outcomeRows(tx, id, ['duplicate'], { limit: 9, offset: 0 }))
    expect(double).toMatchObject({ row: 7, decided: null })
    expect(await refusal(decideRow, { id, trang: 'DS', dong: 7, la: newId() })).toMatchObject({
      code: 'import.candidate',
    })
    await act(decideRow, { id, trang: 'DS', dong: 7, la: 'moi' })
    expect((await act(writeBatch, { id })).counts).toMatchObject({ new: 3, duplicate: 0 })
  })

  it('người giống người đã có được hỏi, không tự gộp; quyết định là người ấy thì hồ sơ được sửa', async () => {
    const id = await send([person(1, 'Tran Van Binh', '20/11/1985', 'Nam', '', { 8: '0911222333' })])
    const checked = await act(checkBatch, { id })
    expect(checked.counts).toMatchObject({ new: 0, duplicate: 1 })
    const [double] = await read((tx) => outcomeRows(tx, id, ['duplicate'], { limit: 9, offset: 0 }))
    expect(double?.candidates[0]).toMatchObject({ name: 'Trần Văn Bình' })
    await act(decideRow, { id, trang: 'DS', dong: 4, la: double?.candidates[0]?.id })
    expect((await act(writeBatch, { id })).counts).toMatchObject({ new: 0, changed: 1, duplicate: 0 })
  })

  it('cơ quan chỉ nhập được người của mình; người của cơ quan khác không lộ ra', async () => {
    const other = await read((tx) => findUnitByCode(tx, 'H24.SGDDT'))
    if (other === null) throw new Error('no body')
    const officer: Actor = {
      kind: 'account',
      id: newId(),
      name: 'Vũ Thu Hà',
      post: '',
      scope: [other.id],
      grants: [{ role: 'co-quan', body: other.id, bodyCode: other.code, bodyName: other.officeName }],
    }
    const file = await book([person(1, 'Nguyễn Văn Đức', '02/09/1972', 'Nam', '030072001234')])
    expect(await refusal(sendFile, { coQuan: BODY, file, ngay: '' }, officer)).toMatchObject({ code: 'right.missing' })
    const { id } = await act(sendFile, { coQuan: other.code, file, ngay: '' }, officer)
    const checked = await act(checkBatch, { id }, officer)
    expect(checked.counts).toMatchObject({ new: 0, error: 1 })
    expect(checked.findings.map((f) => f.code)).toEqual(['cccd.elsewhere'])
    expect(JSON.stringify(checked)).not.toContain('Sở Y tế')
  })
})

describe('cột và chạy nền', () => {
  it('cách ghép cột được nhớ cho lần sau; thiếu cột họ tên thì từ chối', async () => {
    const id = await send(LIST)
    expect(await refusal(mapColumns, { id, chon: { 'cot.0.1': 'khong' } })).toMatchObject({ code: 'import.no-name' })
    await act(mapColumns, { id, chon: { 'cot.0.6': 'khong' } })
    const next = await read(async (tx) => findBatch(tx, await send(LIST)))
    expect(next?.plan.sheets[0]?.columns.find((c) => c.column === 5)).toMatchObject({
      certainty: 'chac',
      reason: 'Cách ghép lần trước',
    })
    await act(mapColumns, { id: next?.id, chon: { 'cot.0.6': 'education.major' } })
    await act(voidBatch, { id })
    expect(await refusal(checkBatch, { id })).toMatchObject({ code: 'batch.da-bo' })
  })

  it('một người ở đầu và ở cuối một danh sách dài được sửa lần lượt, lần sau cùng còn lại', async () => {
    await act(writeBatch, {
      id: await send([person(1, 'Lương Văn Đầu', '01/02/1961', 'Nam', '', { 8: '0912000001' })]),
    })
    const { id, code } = await read((tx) =>
      row<{ id: string; code: string }>(tx, sql`select id, code from people.person where name = 'Lương Văn Đầu'`),
    )
    const long: Row[] = Array.from({ length: 1500 }, (_, i) => {
      const ends = i === 0 || i === 1499
      const name = ends ? 'Lương Văn Đầu' : `Lê ${'ABCDEGHIKL'[i % 10]}ương ${'MNOPQRSTUV'[Math.floor(i / 10) % 10]}inh`
      const born = ends ? '01/02/1961' : `${1 + (i % 28)}/${1 + (i % 12)}/${1940 + Math.floor(i / 40)}`
      const phone = i === 0 ? '0912000002' : ends ? '0912000003' : ''
      return [...person(i + 1, name, born, 'Nam', '', { 8: phone }), ends ? code : '']
    })
    const file = await book(long, [...HEAD, 'Mã hồ sơ'])
    const written = await act(writeBatch, { id: (await act(sendFile, { coQuan: BODY, file, ngay: '' })).id })
    expect(written.counts).toMatchObject({ changed: 2, rows: 1500 })
    const [phone] = await read((tx) =>
      rows<{ phone: string }>(
        tx,
        sql`select data->>'phone' as phone from people.fact where person_id = ${id} and grp = 'contact' and superseded_at is null
            order by recorded_at desc, id desc limit 1`,
      ),
    )
    expect(phone).toEqual({ phone: '0912000003' })
    await act(undoBatch, { id: written.id })
  }, 60_000)

  it('hai tệp có cùng người ghi cùng lúc: tệp sau chờ tệp trước ghi xong rồi mới đọc, không ai thành hai hồ sơ', async () => {
    const list = [person(1, 'Đinh Văn Chờ', '05/05/1981', 'Nam', ''), person(2, 'Đinh Thị Đợi', '06/06/1982', 'Nữ', '')]
    const [first, second] = [await send(list), await send([...list].reverse())]
    let after: Promise<{ counts: object }> = Promise.resolve({ counts: {} })
    await transact(t.db, SYSTEM, async (tx) => {
      const written = await performIn({ tx, actor: SYSTEM, now: NOW, newId }, writeBatch, { id: first })
      expect(written.ok && written.value.counts).toMatchObject({ new: 2 })
      after = act(writeBatch, { id: second })
      // On a second connection: the rows of the first are not committed yet, and must not be missed.
      await expect.poll(() => waitingForTurn(), { timeout: 20_000 }).toBe(1)
    })
    expect((await after).counts).toMatchObject({ new: 0, same: 2, duplicate: 0, error: 0 })
    const names = await read((tx) =>
      rows<{ name: string }>(tx, sql`select name from people.person where name in ('Đinh Văn Chờ', 'Đinh Thị Đợi')`),
    )
    expect(names.map((n) => n.name).sort()).toEqual(['Đinh Thị Đợi', 'Đinh Văn Chờ'].sort())
  }, 60_000)

  it('lô được chạy ở luồng riêng; lượt bị dừng giữa chừng chạy lại được', async () => {
    const id = await send([person(1, 'Hoàng Thị Nền', '09/09/1979', 'Nữ', '030179000077')])
    await act(askRun, { id, viec: 'ghi' })
    await runWaiting(t.db, NOW)
    expect(await read((tx) => findBatch(tx, id))).toMatchObject({ state: 'da-ghi', counts: { new: 1 }, trouble: '' })
    const second = await send([person(1, 'Hoàng Thị Hỏng', '08/08/1978', 'Nữ', '')])
    await act(askRun, { id: second, viec: 'kiem-tra' })
    await act(failRun, { id: second, lyDo: 'Máy dừng' })
    expect(await read((tx) => findBatch(tx, second))).toMatchObject({ state: 'da-gui', trouble: 'Máy dừng' })
  }, 60_000)

  it.each<[string, Uint8Array, string]>([
    ['ảnh', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'table.another-kind'],
    ['tệp rỗng', new Uint8Array(), 'input'],
    ['chữ không phải danh sách', new TextEncoder().encode('a;b\n1;2\n'), 'import.no-list'],
  ])('%s bị từ chối bằng tên', async (_, bytes, code) => {
    const found = await refusal(sendFile, { coQuan: BODY, file: { name: 'x', mediaType: '', bytes }, ngay: '' })
    expect(found?.code).toBe(code)
  })
})
