/** Một đợt chấm điểm trên cơ sở dữ liệu, cả hai máy chủ: open, score oneself, appraise, publish, appeal, answer, close. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import { asOwner, type TestDatabase } from '../../platform/database/test-database.ts'
import { readWorkbook } from '../../platform/excel/read-workbook.ts'
import { uploadDocument } from '../documents/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister, type Unit } from '../organisations/public.ts'
import { adoptPlan } from '../programme/public.ts'
import { at, wholeReport } from '../reporting/fixtures.ts'
import { conductOf, openPeriod, returnReport, submitFile } from '../reporting/public.ts'
import { answerAppeal } from './actions/answer-appeal.ts'
import { appealPoints } from './actions/appeal-points.ts'
import { appraise } from './actions/appraise.ts'
import { closeRound } from './actions/close-round.ts'
import { openRound } from './actions/open-round.ts'
import { publishRound } from './actions/publish-round.ts'
import { recount } from './actions/recount.ts'
import { scoreSelf } from './actions/score-self.ts'
import { readScoreBook } from './export.ts'
import { readResults } from './listing.ts'
import { appraisal } from './module.ts'
import { finalOf } from './rules/points.ts'
import { readEvidence, readRanking, readRoundView, readSheet } from './screens.ts'
import { findRound } from './views.ts'

const YEAR = 2026
const OPENED = at('2026-12-10 08:00')
const HEALTH = 'H24.SYT'
const OTHER = 'H24.STC'
let t: TestDatabase
const units = new Map<string, Unit>()

const as = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now = OPENED): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
const read = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, now = OPENED): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now, newId }))
/** As a page that is read with the scope of the province. */
const wide = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, systemActor(), (tx) => work({ tx, actor, now: OPENED, newId }))
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const person = (role: Role, code: string): Actor => {
  const id = units.get(code)?.id ?? ''
  return {
    kind: 'account',
    id: `${role}-${code}`,
    name: `Cán bộ ${code}`,
    post: '',
    grants: [{ role, body: id, bodyCode: code, bodyName: code }],
    scope: role === 'so-noi-vu' || role === 'lanh-dao' ? 'all' : [id],
  }
}
const officer = () => person('co-quan', HEALTH)
const other = () => person('co-quan', OTHER)
const lan = () => person('so-noi-vu', 'H24.SNV')
const where = { year: YEAR, unitCode: HEALTH }
const round = async () => {
  const found = await read(lan(), (ctx) => findRound(ctx.tx, YEAR))
  if (found === null) throw new Error('chưa mở đợt')
  return found
}
const sheet = (actor = lan(), unitCode = HEALTH) => read(actor, (ctx) => readSheet(ctx, { year: YEAR, unitCode }))
const version = async (unitCode = HEALTH) => (await must(sheet(lan(), unitCode))).entry.version
const points = async (criterion: string) => {
  const found = (await must(sheet())).items.find((i) => i.criterion === criterion)
  return found === undefined ? null : finalOf(found)
}
const people = {
  'diem.3.3': '9',
  'ly-do.3.3': 'Nêu rõ kết quả',
  'diem.4.3': '10',
  'so.4.3': '88/KH-SYT',
  'ngay.4.3': '15/01/2026',
}

beforeAll(async () => {
  t = await testDatabase()
  explainConstraints(appraisal.constraints ?? {})
  const system = systemActor()
  await must(as(system, loadRegister, readRegisterFacts(), at('2024-04-20 08:00')))
  const text = fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await must(as(system, uploadDocument, { text }, at('2024-05-03 08:00')))
  await must(
    as(
      system,
      adoptPlan,
      { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' },
      at('2024-05-03 08:00'),
    ),
  )
  await must(as(system, openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
  for (const code of [HEALTH, OTHER, 'H24.SNV'])
    await read(system, async (ctx) => {
      const unit = await findUnitByCode(ctx.tx, code)
      if (unit !== null) units.set(code, unit)
    })
})
afterAll(() => t.drop())

describe('mở đợt', () => {
  it('chưa hết hạn nộp thì chưa mở được; cơ quan không mở được', async () => {
    const early = await as(lan(), openRound, { year: YEAR }, at('2026-12-04 23:59'))
    expect(early).toMatchObject({ ok: false, code: 'appraisal.early' })
    expect(await as(officer(), openRound, { year: YEAR })).toMatchObject({ kind: 'forbidden' })
  })
  it('máy đếm từ báo cáo đã nộp: Sở Y tế nộp muộn 3 ngày, bị trả lại một lần; cơ quan chưa nộp được 0 điểm', async () => {
    const head = person('thu-truong', HEALTH)
    await must(as(head, submitFile, { ...where, content: wholeReport() }, at('2026-12-07 08:00')))
    const note = { ...where, reason: 'Bổ sung số liệu', marks: [] }
    await must(as(lan(), returnReport, note, at('2026-12-08 08:00')))
    const content = wholeReport({ paragraphs: { ...wholeReport().paragraphs, 'dac-diem': 'Đã bổ sung' } })
    await must(as(head, submitFile, { ...where, content }, at('2026-12-09 08:00')))
    const opened = await must(as(lan(), openRound, { year: YEAR }))
    expect(opened.bodies).toBeGreaterThan(64)
    expect(opened.bodies).toBe((await read(lan(), (ctx) => conductOf(ctx.tx, { year: YEAR }, OPENED)))?.bodies.length)
    const { items } = await must(sheet(officer()))
    const got = Object.fromEntries(items.map((i) => [i.criterion, i.computed]))
    expect(got).toMatchObject({ '1.1': 10, '1.2': 8, '1.3': 7, '2.1': 10, '2.2': 3, '3.1': 5, '3.2': 8, '3.3': null })
    const rows = await read(lan(), async (ctx) => readRanking(ctx, await round()))
    expect(rows.find((r) => r.unitCode === OTHER)?.parts).toMatchObject({ '1': 0, '2': 0, '3': 0 })
    expect(rows.find((r) => r.unitCode === HEALTH)).toMatchObject({ rank: 1 })
  })
  it('mỗi năm một đợt', async () => {
    expect(await as(lan(), openRound, { year: YEAR })).toMatchObject({ ok: false, code: 'appraisal.exists' })
  })
})

describe('tự chấm', () => {
  const send = async (more: object, actor = officer()) =>
    as(actor, scoreSelf, { ...where, version: await version(), ...people, ...more })
  it('cơ quan khác không thấy phiếu, không chấm thay; Sở Nội vụ không tự chấm thay cơ quan', async () => {
    expect(await sheet(other())).toMatchObject({ ok: false, kind: 'absent' })
    expect(await send({}, other())).toMatchObject({ ok: false, kind: 'absent' })
    expect(await send({}, lan())).toMatchObject({ ok: false, kind: 'forbidden' })
    const seen = await transact(t.db, other(), ({ client }) =>
      client.query('select distinct unit_id from appraisal.item'),
    )
    expect(seen.rows).toEqual([{ unit_id: units.get(OTHER)?.id }])
  })
  it('nhận điểm khác máy tính mà không nêu gì: từ chối ở đúng ô', async () => {
    expect(await send({ 'diem.2.1': '15' })).toMatchObject({ ok: false, fields: { 'ly-do.2.1': expect.any(String) } })
    expect((await must(sheet())).entry.state).toBe('chua-tu-cham')
  })
  it('gửi kèm tệp; tệp tải lại được, cơ quan khác thì không', async () => {
    const file = { name: 'bien-ban.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') }
    await must(send({ 'diem.2.1': '15', 'tep.2.1': file }))
    const { entry, items } = await must(sheet(officer()))
    expect(entry).toMatchObject({ state: 'da-tu-cham', selfBy: officer().name })
    const kept = items.find((i) => i.criterion === '2.1')
    expect(kept).toMatchObject({ self: 15, evidence: { fileName: 'bien-ban.pdf' } })
    const id = kept?.evidence.fileId ?? ''
    const got = await must(read(officer(), (ctx) => readEvidence(ctx, { ...where, file: id })))
    expect(Buffer.from(got.bytes).toString()).toBe('%PDF-1.4')
    expect(await read(other(), (ctx) => readEvidence(ctx, { ...where, file: id }))).toMatchObject({ ok: false })
  })
  it('gửi theo phiên bản cũ: từ chối, không ghi gì; gửi lại giữ tệp đã có', async () => {
    expect(await as(officer(), scoreSelf, { ...where, version: 1, ...people })).toMatchObject({ kind: 'stale' })
    await must(send({ 'diem.2.1': '15' }))
    expect((await must(sheet())).items.find((i) => i.criterion === '2.1')?.evidence.fileName).toBe('bien-ban.pdf')
  })
})

describe('thẩm định, công bố', () => {
  it('còn phiếu chờ thẩm định thì chưa công bố', async () => {
    const published = await as(lan(), publishRound, { year: YEAR, version: (await round()).version })
    expect(published).toMatchObject({ ok: false, code: 'appraisal.waiting' })
  })
  it('khác điểm tự chấm phải nêu lý do; chênh lệch thấy từng tiêu chí', async () => {
    const write = async (more: object, actor = lan()) =>
      as(actor, appraise, { ...where, version: await version(), ...more })
    expect(await write({}, officer())).toMatchObject({ kind: 'forbidden' })
    expect(await write({})).toMatchObject({ ok: false, fields: { 'ly-do.2.1': expect.any(String) } })
    await must(write({ 'ly-do.2.1': 'Biên bản không nêu sự cố', 'diem.3.3': '7,5', 'ly-do.3.3': 'Chưa nêu tồn tại' }))
    expect([await points('2.1'), await points('3.3'), await points('4.3')]).toEqual([10, 7.5, 10])
    expect(await as(officer(), scoreSelf, { ...where, version: await version(), ...people })).toMatchObject({
      code: 'appraisal.appraised',
    })
  })
  it('đếm lại giữ điểm đã chấm', async () => {
    await must(as(lan(), recount, { year: YEAR }))
    expect([await points('1.1'), await points('3.3')]).toEqual([10, 7.5])
  })
  it('trước công bố cơ quan không thấy bảng xếp hạng, cả ở tệp và API; lãnh đạo thấy', async () => {
    const rows = async (actor: Actor) => (await must(wide(actor, (ctx) => readRoundView(ctx, YEAR)))).rows
    expect(await rows(officer())).toBeNull()
    expect(await rows(person('lanh-dao', HEALTH))).not.toBeNull()
    expect(await wide(officer(), (ctx) => readScoreBook(ctx, { year: YEAR }))).toMatchObject({
      kind: 'forbidden',
    })
    expect(await must(wide(officer(), (ctx) => readResults(ctx, undefined)))).toEqual({ year: YEAR, rows: [] })
  })
  it('công bố: hạn kiến nghị là 5 ngày làm việc sau ngày công bố', async () => {
    const published = await must(as(lan(), publishRound, { year: YEAR, version: (await round()).version }))
    // Thứ Năm 10/12: 11, 14, 15, 16, 17.
    expect(published.until).toBe('2026-12-17')
    const seen = await must(wide(officer(), (ctx) => readRoundView(ctx, YEAR)))
    expect(seen.rows?.length).toBeGreaterThan(64)
    expect(seen.entries.map((e) => e.unitCode)).toEqual([HEALTH])
    expect(await as(lan(), recount, { year: YEAR })).toMatchObject({ code: 'appraisal.published' })
  })
  it('tệp Excel của cơ quan: bảng xếp hạng và phiếu của chính cơ quan, không có phiếu cơ quan khác', async () => {
    const book = await must(wide(officer(), (ctx) => readScoreBook(ctx, { year: YEAR })))
    const opened = await must(readWorkbook(book.bytes))
    expect(opened.map((s) => s.name)).toEqual(['Xếp hạng', 'Từng tiêu chí'])
    const named = new Set<unknown>()
    for await (const row of opened[1]?.rows() ?? [])
      if (typeof row.cells[3]?.value === 'number') named.add(row.cells[0]?.value)
    expect([...named]).toEqual(['Sở Y tế'])
  })
})

describe('kiến nghị và khóa', () => {
  const ask = (more: object = {}, actor = officer(), now = OPENED) =>
    as(actor, appealPoints, { ...where, criterion: '2.1', text: 'Hệ thống ngừng hai ngày', document: '', ...more }, now)
  const waiting = async () => (await must(sheet())).appeals.find((a) => a.state === 'cho')?.id ?? ''
  const answer = async (more: object, appeal: string) =>
    as(lan(), answerAppeal, {
      ...where,
      appeal,
      verdict: 'chap-nhan',
      points: '15',
      answer: 'Có xác nhận sự cố',
      ...more,
    })
  it('mỗi tiêu chí một lần, chỉ của chính cơ quan, trong hạn', async () => {
    expect(await ask({}, other())).toMatchObject({ ok: false })
    expect(await ask({}, officer(), at('2026-12-18 00:00'))).toMatchObject({ code: 'appraisal.appeal-late' })
    await must(ask())
    expect(await ask()).toMatchObject({ code: 'appraisal.appealed' })
  })
  it('còn kiến nghị chưa trả lời hoặc còn hạn thì chưa khóa', async () => {
    const close = async (now: Temporal.Instant) =>
      as(lan(), closeRound, { year: YEAR, version: (await round()).version }, now)
    expect(await close(at('2026-12-17 23:59'))).toMatchObject({ code: 'appraisal.appeals-open' })
    expect(await close(at('2026-12-18 08:00'))).toMatchObject({ code: 'appraisal.unanswered' })
  })
  it('trả lời một lần; điểm mới thay điểm cũ, có lý do', async () => {
    const appeal = await waiting()
    expect(await answer({ points: '16' }, appeal)).toMatchObject({ fields: { points: expect.any(String) } })
    await must(answer({}, appeal))
    expect(await points('2.1')).toBe(15)
    expect(await answer({ verdict: 'giu-nguyen' }, appeal)).toMatchObject({ code: 'appraisal.answered' })
  })
  it('khóa rồi thì bảng và tệp tải về đứng yên, năm nào cũng như nhau; ở cơ sở dữ liệu cũng không sửa được', async () => {
    const later = at('2026-12-18 08:00')
    await must(as(lan(), closeRound, { year: YEAR, version: (await round()).version }, later))
    const shown = async () => read(lan(), async (ctx) => readRanking(ctx, await round()))
    const before = await shown()
    expect((await round()).sha256).toMatch(/^[0-9a-f]{64}$/)
    const books = await Promise.all(
      [at('2026-12-20 08:00'), at('2029-01-05 08:00')].map((now) =>
        transact(t.db, systemActor(), (tx) => readScoreBook({ tx, actor: lan(), now, newId }, { year: YEAR })),
      ),
    )
    const [first, second] = books.map((b) => (b.ok ? Buffer.from(b.value.bytes).toString('base64') : ''))
    expect(first).toBe(second)
    const tamper = (statement: string) => asOwner(t.db, statement)
    await expect(tamper("update appraisal.item set appraised = 1 where criterion = '1.1'")).rejects.toThrow(
      /closed round/,
    )
    await expect(
      tamper("update appraisal.round set state = 'dang-cham', frozen = null, sha256 = null"),
    ).rejects.toThrow(/closed round/)
    await expect(tamper("update appraisal.entry set unit_name = 'x'")).rejects.toThrow(/closed round/)
    expect(await shown()).toEqual(before)
    expect(await ask({ criterion: '3.3' }, officer(), later)).toMatchObject({ code: 'appraisal.no-appeal' })
  })
})
