/** Trao đổi dữ liệu trên cơ sở dữ liệu: from one system to another and back, twice, broken, in parts; papers; news. */
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { asOwner, type TestDatabase } from '../../platform/database/test-database.ts'
import type { Upload } from '../../platform/files/upload.ts'
import { uploadDocument } from '../documents/public.ts'
import { draftUrgingLetter } from '../notices/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptPlan } from '../programme/public.ts'
import { at, wholeReport } from '../reporting/fixtures.ts'
import { acceptReports, obligationsOf, openPeriod, reportPackets, submitFile } from '../reporting/public.ts'
import { packDocument } from './actions/pack-document.ts'
import { receiveDocument } from './actions/receive-document.ts'
import { receiveMessage } from './actions/receive-message.ts'
import { retryDelivery } from './actions/retry-delivery.ts'
import { subscribe } from './actions/subscribe.ts'
import { unsubscribe } from './actions/unsubscribe.ts'
import { readMessage, writeMessage } from './formats.ts'
import { yearMessage } from './gather.ts'
import { queueNews, sendDue, tidyUp } from './jobs.ts'
import { listIn, type Part, partIn, textIn } from './rules/part.ts'
import { PROFILE } from './rules/profile.ts'
import { readDocumentFile, readDocuments, readMessageFile, readMessageView } from './screens.ts'
import { signatureOf } from './send-news.ts'
import { deliveries, documents } from './views.ts'

const YEAR = 2026
const NOW = at('2026-12-08 10:00')
let here: TestDatabase
let there: TestDatabase

const must = async <T>(decision: Promise<Decision<T>>): Promise<T> => {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const act = <I, O>(t: TestDatabase, what: Action<I, O>, input: unknown, now = NOW, actor = systemActor()) =>
  perform(t.db, { actor, now }, what, input)
const read = <T>(t: TestDatabase, work: (ctx: Ctx) => Promise<T>) =>
  transact(t.db, systemActor(), (tx) => work({ tx, actor: systemActor(), now: NOW, newId }))
const file = (text: string, name = 'goi.json'): Upload => ({ name, mediaType: 'text/plain', bytes: Buffer.from(text) })
const office = (role: Role, scope: Actor['scope']): Actor => ({
  kind: 'account',
  id: newId(),
  name: 'Lê Thị Lan',
  post: '',
  grants: [{ role, body: newId(), bodyCode: 'X', bodyName: 'X' }],
  scope,
})

async function system(): Promise<TestDatabase> {
  const t = await testDatabase()
  await must(act(t, loadRegister, readRegisterFacts()))
  const text = fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await must(act(t, uploadDocument, { text }))
  await must(act(t, adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' }))
  await must(act(t, openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
  return t
}

/** What a system would send for the year. */
const sent = (t: TestDatabase, kinds: readonly string[] = []) => must(read(t, (ctx) => yearMessage(ctx, YEAR, kinds)))
/** The same message under another id. */
const renamed = (m: Part, id: string): Part => ({ ...m, values: { ...m.values, id } })
const strange = (m: Part): Part => {
  const packets = listIn(m, 'packets').map((p) => ({
    ...p,
    values: {
      ...p.values,
      records: listIn(p, 'records').map((r) => ({
        ...r,
        other: { maRieng: ['a', 1] },
        fragments: [{ name: 'q:La', attributes: { 'xmlns:q': 'urn:q' }, children: ['x'] }],
      })),
    },
  }))
  return { ...m, values: { ...m.values, packets } }
}

beforeAll(async () => {
  here = await system()
  there = await system()
  await must(act(here, submitFile, { year: YEAR, unitCode: 'H24.SYT', content: wholeReport() }, at('2026-12-01 09:00')))
  await must(act(here, submitFile, { year: YEAR, unitCode: 'H24.STC', content: wholeReport() }, at('2026-12-06 09:00')))
  await must(act(here, acceptReports, { year: YEAR, units: ['H24.SYT'] }))
}, 120_000)
afterAll(async () => {
  await here?.drop()
  await there?.drop()
})

const reportsOf = async (t: TestDatabase) =>
  (await must(read(t, (ctx) => reportPackets.packetOf(ctx, { year: YEAR })))).reports

describe('Gói báo cáo', () => {
  it('xuất đủ mười ba loại; nhận ở hệ thống khác thì báo cáo vào kỳ, đúng từng số, đúng trạng thái', async () => {
    const message = await sent(here)
    const counts = listIn(message, 'packets').map((p) => [textIn(p, 'kind'), listIn(p, 'records').length])
    expect(counts).toHaveLength(13)
    expect(Object.fromEntries(counts)).toMatchObject({
      'che-do': 1,
      'mau-so-lieu': 2,
      'du-lieu-mau': 4,
      'trang-thai': 2,
    })
    const got = await must(act(there, receiveMessage, { file: file(writeMessage(PROFILE, message, 'xml'), 'goi.xml') }))
    expect(got).toMatchObject({ again: false, changed: 0, reports: 2, waiting: [] })
    expect(got.added).toBe(got.records)
    expect(await reportsOf(there)).toEqual(await reportsOf(here))
    const list = await read(there, (ctx) => obligationsOf(ctx.tx, { year: YEAR }, NOW))
    expect(list.find((o) => o.unitCode === 'H24.SYT')).toMatchObject({ state: 'da-duyet', late: false })
    expect(list.find((o) => o.unitCode === 'H24.STC')).toMatchObject({ state: 'da-nop', late: true, daysLate: 2 })
  })

  it('cùng một gói hai lần là một lần, dù lần sau viết bằng JSON; cùng mã mà khác nội dung bị từ chối', async () => {
    const message = renamed(await sent(here), 'm-lap')
    const first = await must(act(there, receiveMessage, { file: file(writeMessage(PROFILE, message, 'xml')) }))
    expect(first).toMatchObject({ again: false, reports: 0, added: 0 })
    const again = await must(act(there, receiveMessage, { text: writeMessage(PROFILE, message, 'json') }))
    expect(again).toMatchObject({ id: first.id, again: true })
    const other = await act(there, receiveMessage, { text: writeMessage(PROFILE, strange(message), 'json') })
    expect(other).toMatchObject({ ok: false, kind: 'conflict', code: 'exchange.other-content' })
  })

  it('trường lạ được giữ và ra lại cùng bản ghi của hệ thống, cả JSON lẫn XML', async () => {
    const message = strange(renamed(await sent(here), 'm-la'))
    const got = await must(act(there, receiveMessage, { text: writeMessage(PROFILE, message, 'xml') }))
    expect(got.changed).toBe(got.records)
    const back = await sent(there)
    for (const packet of listIn(back, 'packets'))
      for (const record of listIn(packet, 'records'))
        expect([textIn(packet, 'kind'), record.other, record.fragments.length]).toEqual([
          textIn(packet, 'kind'),
          { maRieng: ['a', 1] },
          1,
        ])
    const view = await must(read(there, (ctx) => readMessageView(ctx, got.id)))
    expect(view.kinds.map((k) => k.strange)).toEqual(view.kinds.map(() => ['maRieng', '<q:La>']))
    const as = await must(read(there, (ctx) => readMessageFile(ctx, { id: got.id, format: 'json' })))
    const reread = readMessage(PROFILE, Buffer.from(as.bytes).toString())
    expect(reread.ok && reread.value).toEqual(message)
  })

  it('báo cáo đến từng phần: chờ và nêu phần thiếu, phần sau đến thì vào kỳ', async () => {
    await must(
      act(here, submitFile, { year: YEAR, unitCode: 'H24.SGDDT', content: wholeReport() }, at('2026-12-02 09:00')),
    )
    const part = (kinds: string[], id: string) =>
      sent(here, kinds).then((m) => writeMessage(PROFILE, renamed(m, id), 'json'))
    const status = await must(act(there, receiveMessage, { text: await part(['trang-thai'], 'm-1') }))
    expect(status.waiting).toEqual([{ period: YEAR, body: 'H24.SGDDT', lacks: ['báo cáo đề cương đã gửi'] }])
    const outline = await must(act(there, receiveMessage, { text: await part(['de-cuong-da-gui'], 'm-2') }))
    expect(outline.waiting[0]?.lacks).toEqual(['dữ liệu bieu-2, bản 1', 'dữ liệu bieu-4, bản 1'])
    const forms = await must(act(there, receiveMessage, { text: await part(['du-lieu-mau'], 'm-3') }))
    expect(forms).toMatchObject({ reports: 1, waiting: [] })
    expect(await reportsOf(there)).toEqual(await reportsOf(here))
  })

  it('chỉ lưu thì không vào kỳ; cơ quan lạ thì cả gói không vào, chưa ghi gì', async () => {
    const text = writeMessage(PROFILE, renamed(await sent(here), 'm-x'), 'json').replaceAll('H24.STC', 'H99.LA')
    const bad = await act(there, receiveMessage, { text })
    expect(bad).toMatchObject({ ok: false, message: expect.stringContaining('H99.LA') })
    expect(await must(act(there, receiveMessage, { text, mode: 'luu' }))).toMatchObject({ again: false, reports: 0 })
  })

  it('gói hỏng nêu dòng; tệp không phải UTF-8; thiếu tệp; thiếu quyền', async () => {
    expect(await act(there, receiveMessage, { text: '<TraoDoi>\n<a></TraoDoi>' })).toMatchObject({ code: 'xml.broken' })
    const bytes = Buffer.from([0xff, 0xfe, 0x3c])
    expect(await act(there, receiveMessage, { file: { ...file(''), bytes } })).toMatchObject({
      code: 'exchange.encoding',
    })
    expect(await act(there, receiveMessage, {})).toMatchObject({ fields: { file: 'Chọn tệp gói báo cáo' } })
    for (const actor of [office('co-quan', []), office('so-noi-vu', []), office('lanh-dao', 'all')])
      expect(await act(there, receiveMessage, { text: '{}' }, NOW, actor)).toMatchObject({ kind: 'forbidden' })
    const seen = await transact(there.db, office('co-quan', []), (tx) => documents(tx, 10))
    expect(seen).toEqual([])
  })
})

describe('Văn bản điện tử', () => {
  const signing = {
    number: '215',
    notation: 'SNV-CCVC',
    day: '08/12/2026',
    signer: 'Nguyễn Văn An',
    position: 'Giám đốc',
  }
  const packageOf = async (id: string, place: number | null = null) =>
    Buffer.from((await must(read(here, (ctx) => readDocumentFile(ctx, { id, place })))).bytes)

  it('công văn đôn đốc và báo cáo tỉnh: đóng gói, nhận ở nơi khác, tệp đúng từng byte', async () => {
    const letter = await must(act(here, draftUrgingLetter, { year: YEAR, units: [] }))
    await must(
      act(
        here,
        reportPackets.build(() => []),
        { year: YEAR },
      ),
    )
    const choices = (await must(read(here, readDocuments))).sources.map((s) => s.value)
    expect(choices).toEqual([`bao-cao:${YEAR}`, `cong-van:${letter.letterId}`])
    for (const [i, source] of choices.entries()) {
      const signed = i === 0 ? { signed: file('đã ký', 'ban-ky.pdf') } : {}
      const packed = await must(act(here, packDocument, { ...signing, ...signed, number: String(215 + i), source }))
      expect(packed.to).toBe(i === 0 ? 1 : letter.bodies)
      const bytes = await packageOf(packed.id)
      const got = await must(act(there, receiveDocument, { file: { ...file(''), name: 'a.edxml', bytes } }))
      expect(got).toMatchObject({ again: false, attachments: i === 0 ? 2 : 1, name: `${215 + i}/SNV-CCVC` })
      expect(await must(act(there, receiveDocument, { file: { ...file(''), name: 'a.edxml', bytes } }))).toMatchObject({
        id: got.id,
        again: true,
      })
      const took = await must(read(there, (ctx) => readDocumentFile(ctx, { id: got.id, place: 1 })))
      expect(Buffer.from(took.bytes).equals(await packageOf(packed.id, 1))).toBe(true)
      const changed = bytes.toString().replace('Giám đốc', 'Phó Giám đốc')
      expect(await act(there, receiveDocument, { file: file(changed, 'a.edxml') })).toMatchObject({
        code: 'edxml.other',
      })
    }
  })

  it('cùng số cùng ngày không đóng gói hai lần; văn bản lạ không có', async () => {
    const source = `bao-cao:${YEAR}`
    expect(await act(here, packDocument, { ...signing, source })).toMatchObject({
      code: 'edxml.packed',
      fields: { number: expect.any(String) },
    })
    for (const lost of ['bao-cao:2030', `cong-van:${newId()}`, 'khac'])
      expect(await act(here, packDocument, { ...signing, number: '9', source: lost })).toMatchObject({ kind: 'absent' })
  })

  it('tệp đính kèm bị đổi trên đường thì bị từ chối, nêu tên tệp', async () => {
    const [document] = (await must(read(here, readDocuments))).documents
    const bytes = await packageOf(document?.id ?? '')
    const at = bytes.indexOf('<ContentTransferEncoded>') + 40
    bytes[at] = bytes[at] === 65 ? 66 : 65
    const text = bytes.toString().replace(/<DocumentId>/, '<DocumentId>khac-')
    expect(await act(there, receiveDocument, { file: file(text, 'a.edxml') })).toMatchObject({ code: 'edxml.hash' })
  })
})

describe('Nơi nhận tin', () => {
  type Got = { headers: http.IncomingHttpHeaders; body: string }
  let server: http.Server
  let url = ''
  const got: Got[] = []
  let answer = 200
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      let body = ''
      request.on('data', (piece) => {
        body += piece
      })
      request.on('end', () => {
        got.push({ headers: request.headers, body })
        response.writeHead(answer, answer === 302 ? { location: url } : {}).end('x'.repeat(1000))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tin`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const asked = { name: 'Trục liên thông', kinds: ['reporting.submitted', 'exchange.message-received'] }
  const send = (now = NOW) => sendDue({ db: here.db, now })
  const log = () => transact(here.db, systemActor(), (tx) => deliveries(tx, 50))
  let id = ''
  let secret = ''

  it('địa chỉ nội bộ bị từ chối trừ khi quản trị cho phép; khóa ký hiện một lần, nằm niêm phong', async () => {
    expect(await act(here, subscribe, { ...asked, url })).toMatchObject({
      ok: false,
      fields: { url: expect.any(String) },
    })
    expect(await act(here, subscribe, { ...asked, url: 'https://127.0.0.1/' })).toMatchObject({
      code: 'webhook.inside',
    })
    expect(await act(here, subscribe, { ...asked, url, inside: '1', kinds: [] })).toMatchObject({ ok: false })
    expect(await act(here, subscribe, { ...asked, url }, NOW, office('so-noi-vu', 'all'))).toMatchObject({
      kind: 'forbidden',
    })
    const made = await must(act(here, subscribe, { ...asked, url, inside: '1' }))
    ;[id, secret] = [made.id, made.secret]
    const kept = await asOwner(
      here.db,
      'select s::text as kept, (select string_agg(l::text, $$ $$) from platform.ledger l) as told from exchange.subscription s',
    )
    for (const place of [kept[0]?.kept, kept[0]?.told]) expect(String(place)).not.toContain(secret)
  })

  it('tin từ lúc đăng ký: gửi một lần, đúng chữ ký, không mang lời văn', async () => {
    await queueNews({ db: here.db, now: NOW })
    await send()
    expect(got).toEqual([])
    await must(
      act(here, submitFile, { year: YEAR, unitCode: 'H24.SXD', content: wholeReport() }, at('2026-12-03 09:00')),
    )
    for (let i = 0; i < 3; i++) await queueNews({ db: here.db, now: NOW })
    await Promise.all([send(), send()])
    expect(got).toHaveLength(1)
    const [news] = got
    expect(JSON.parse(news?.body ?? '')).toMatchObject({
      kind: 'reporting.submitted',
      unit: 'H24.SXD',
      year: YEAR,
      late: false,
    })
    expect(Object.keys(JSON.parse(news?.body ?? '')).sort()).toEqual([
      'at',
      'code',
      'kind',
      'late',
      'number',
      'seq',
      'subject',
      'unit',
      'year',
    ])
    const { 'webhook-id': key, 'webhook-timestamp': seconds, 'webhook-signature': signature } = news?.headers ?? {}
    expect(signature).toBe(signatureOf(secret, `${key}.${seconds}.${news?.body}`))
    expect((await log())[0]).toMatchObject({ id: key, state: 'da-nhan', tries: 1, status: 200 })
  })

  it('nơi nhận từ chối hoặc dẫn đi nơi khác: gửi lại theo bậc, rồi thôi; gửi lại được bằng tay', async () => {
    answer = 302
    got.length = 0
    await must(
      act(here, receiveMessage, {
        text: writeMessage(PROFILE, renamed(await sent(here, ['phan-to']), 'm-tin'), 'json'),
      }),
    )
    await queueNews({ db: here.db, now: NOW })
    await send()
    expect([got.length, (await log())[0]?.state, (await log())[0]?.trouble]).toEqual([1, 'cho', 'Nơi nhận trả lời 302'])
    await send(NOW.add({ seconds: 30 }))
    expect(got).toHaveLength(1)
    answer = 500
    let now = NOW
    for (let i = 0; i < 8; i++) {
      now = now.add({ hours: 24 })
      await send(now)
    }
    const [last] = await log()
    expect([got.length, last?.state, last?.tries]).toEqual([8, 'bo', 8])
    expect(new Set(got.map((g) => g.headers['webhook-id']))).toEqual(new Set([last?.id]))
    answer = 204
    await must(act(here, retryDelivery, { id: last?.id }, now))
    await send(now)
    expect((await log())[0]).toMatchObject({ state: 'da-nhan', status: 204 })
    expect(await act(here, retryDelivery, { id: last?.id })).toMatchObject({ code: 'webhook.settled' })
  })

  it('không nối được thì nói; thôi gửi thì tin đang chờ bỏ, không có tin mới; tin cũ được bỏ', async () => {
    const lost = await must(act(here, subscribe, { ...asked, url: 'http://127.0.0.1:9/', inside: '1' }))
    await must(act(here, submitFile, { year: YEAR, unitCode: 'H24.SNNMT', content: wholeReport() }, NOW))
    await queueNews({ db: here.db, now: NOW })
    await send()
    const waiting = (await log()).find((d) => d.subscriptionId === lost.id)
    expect(waiting).toMatchObject({ state: 'cho', trouble: 'Không nối được với nơi nhận' })
    for (const one of [id, lost.id]) await must(act(here, unsubscribe, { id: one }))
    expect((await log()).find((d) => d.subscriptionId === lost.id)).toMatchObject({ state: 'bo' })
    expect(await act(here, unsubscribe, { id })).toMatchObject({ kind: 'absent' })
    const before = (await log()).length
    await queueNews({ db: here.db, now: NOW })
    expect(await log()).toHaveLength(before)
    await tidyUp({ db: here.db, now: NOW.add({ hours: 24 * 120 }) })
    expect(await log()).toEqual([])
  })
})

it('bản ghi của một báo cáo mang mã và tên cơ quan', async () => {
  const status = listIn(await sent(here, ['trang-thai']), 'packets')[0]
  expect(status && listIn(status, 'records').map((r) => textIn(partIn(r, 'body'), 'code'))).toContain('H24.SYT')
})
