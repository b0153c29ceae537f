/** Rà soát trong hệ thống: the dated series, the findings of an adopted plan, opinions on them, the note in Word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { newId } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { textOfDocx } from '../../platform/word/read-paper.ts'
import { writePaper } from '../../platform/word/write-paper.ts'
import { loadFacts, officialFigures } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { issuerOn, loadRegister, placeHistory } from '../organisations/public.ts'
import { markFinding } from './actions/mark-finding.ts'
import { checkDocument } from './check-document.ts'
import { adoptText, doing, officer, planText } from './fixtures.ts'
import { noteOf } from './papers/note-of.ts'
import { readFindings, readProgramme } from './screens.ts'
import { currentProgramme } from './views.ts'

const IN_2024 = '2024-05-03T03:00:00Z'
const IN_2026 = '2026-11-23T03:00:00Z'
const NOW = Temporal.Instant.from(IN_2026)

let t: TestDatabase
let document: string
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, systemActor(), work)
const ctx = (tx: Tx) => ({ tx, actor: officer(), now: NOW, newId })
const checked = async () => {
  const found = await read((tx) => checkDocument(ctx(tx), document))
  if (!found.ok) throw new Error(found.message)
  return found.value
}
const keyOf = async (kind: string) => (await checked()).findings.find((f) => f.kind === kind)?.key ?? ''

beforeAll(async () => {
  t = await testDatabase()
  await doing(t.db, IN_2024)(loadRegister, readRegisterFacts())
  await adoptText(t.db, IN_2024, planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  document = (await read(currentProgramme))?.documentId ?? ''
})
afterAll(() => t.drop())

describe('số liệu chính thức theo ngày', () => {
  test('chưa nạp thì dùng số liệu kèm theo; nạp một lần, nạp lại không đổi; nguồn mâu thuẫn giữ cả hai', async () => {
    const shipped = await officialFigures(null)
    expect(await read(officialFigures)).toEqual(shipped)
    expect(await doing(t.db, IN_2024)(loadFacts, {})).toMatchObject({ ok: true, value: { figures: shipped.length } })
    expect(await doing(t.db, IN_2024)(loadFacts, {})).toMatchObject({ ok: true, value: { figures: 0 } })
    const recorded = await read(officialFigures)
    expect(recorded).toHaveLength(shipped.length)
    expect(
      recorded
        .filter((f) => f.quantity === 'masters')
        .map((f) => f.value)
        .sort(),
    ).toEqual([1500, 3000])
  })

  test('lịch sử đơn vị trong cơ sở dữ liệu giống dữ kiện kèm theo', async () => {
    expect(await read(placeHistory)).toEqual(await placeHistory(null))
  })
})

describe('rà soát kế hoạch đã ban hành', () => {
  test('xét theo ngày ban hành, đủ sáu điều', async () => {
    const { input, findings } = await checked()
    expect(input.on).toEqual({ day: '2024-04-22', basis: 'given' })
    const kinds = new Set(findings.map((f) => f.kind))
    for (const kind of [
      'share-mismatch',
      'rate-check',
      'cohort-not-measurable',
      'subject-ended',
      'undefined-flow',
      'deadline-before-cutoff',
    ])
      expect(kinds).toContain(kind)
  })

  test('trang Kế hoạch nêu số nội dung chưa có ý kiến', async () => {
    const view = await read((tx) => readProgramme(ctx(tx), 'cay'))
    expect(view.findings.grave).toBeGreaterThan(0)
    expect(view.findings.all).toBe((await checked()).findings.length)
  })
})

describe('ý kiến về một phát hiện', () => {
  const mark = (input: object, actor = officer()) => doing(t.db, IN_2026, actor)(markFinding, { document, ...input })

  test('ghi một lần, giữ lại khi rà soát lần sau, có dòng trong sổ cái', async () => {
    const finding = await keyOf('share-mismatch')
    const input = { finding, verdict: 'propose', note: 'Gửi kèm số liệu 2024', version: 0 }
    expect(await mark(input)).toMatchObject({ ok: true, value: { clause: 'II.1.1b', verdict: 'propose' } })
    const kept = (await checked()).findings.find((f) => f.key === finding)
    expect(kept?.mark).toMatchObject({ verdict: 'propose', version: 1, markedBy: 'Lê Thị Lan' })
    const history = await read((tx) => historyOf(tx, `document:${document}`))
    expect(history.some((l) => l.kind === 'programme.finding-marked' && l.reason === 'Gửi kèm số liệu 2024')).toBe(true)
  })

  test('người khác vừa ghi thì chưa ghi gì, nêu ý kiến của họ; xem lại rồi sửa được', async () => {
    const finding = await keyOf('share-mismatch')
    const other = officer('Phạm Văn An')
    expect(await mark({ finding, verdict: 'known', note: '', version: 0 }, other)).toMatchObject({
      ok: false,
      kind: 'stale',
      theirs: { verdict: 'propose' },
    })
    expect(await mark({ finding, verdict: 'known', note: '', version: 1 }, other)).toMatchObject({ ok: true })
  })

  test('bỏ qua phải có lý do; nội dung lạ, người không có quyền bị từ chối', async () => {
    const finding = await keyOf('rate-check')
    expect(await mark({ finding, verdict: 'ignored', note: '', version: 0 })).toMatchObject({
      ok: false,
      fields: { note: expect.stringContaining('lý do') },
    })
    expect(await mark({ finding: 'x:y:z', verdict: 'known', note: '', version: 0 })).toMatchObject({ kind: 'absent' })
    expect(await mark({ finding, verdict: 'known', note: '', version: 0 }, ANONYMOUS)).toMatchObject({
      kind: 'forbidden',
    })
    expect(await mark({ finding, verdict: 'ignored', note: 'Đã có trong quy hoạch', version: 0 })).toMatchObject({
      ok: true,
    })
  })

  test('văn bản không có thì nói không tìm thấy', async () => {
    const absent = '00000000-0000-7000-8000-000000000009'
    expect(await read((tx) => readFindings(ctx(tx), { id: absent, filter: 'tat-ca', editing: null }))).toMatchObject({
      ok: false,
      kind: 'absent',
    })
  })

  test('phiếu rà soát nêu nội dung sẽ kiến nghị và chưa có ý kiến, không nêu điều đã biết, bỏ qua', async () => {
    const value = await checked()
    const issuer = await read(async (tx) => issuerOn(tx, value.plan?.territoryId ?? '', value.input.today))
    const text = textOfDocx(await writePaper(noteOf(value, issuer, value.input.today)))
    expect(text).toContain('Kính gửi: Cơ quan soạn thảo Kế hoạch số 1459/KH-UBND')
    expect(text).toContain('sớm hơn ngày chốt 9 ngày')
    expect(text).not.toContain('2.833.333')
    expect(text).not.toContain('3.746 bác sỹ')
  })
})
