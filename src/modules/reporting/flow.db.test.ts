/** Xin gia hạn, giao ký thay, gói ký số trên cơ sở dữ liệu, cả hai máy chủ. */
import fs from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { textOfDocx } from '../../platform/word/read-paper.ts'
import { givenAccount, settle } from '../accounts/fixtures.ts'
import { accountsOf } from '../accounts/public.ts'
import { uploadDocument } from '../documents/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptPlan } from '../programme/public.ts'
import { answerExtensionRequest } from './actions/answer-extension-request.ts'
import { approveAndSubmit } from './actions/approve-and-submit.ts'
import { attachSignedFile } from './actions/attach-signed-file.ts'
import { endSigningAuthority } from './actions/end-signing-authority.ts'
import { openPeriod } from './actions/open-period.ts'
import { recordSigningAuthority } from './actions/record-signing-authority.ts'
import { requestExtension } from './actions/request-extension.ts'
import { saveDraftSection } from './actions/save-draft-section.ts'
import { submitToHead } from './actions/submit-to-head.ts'
import { withdrawExtensionRequest } from './actions/withdraw-extension-request.ts'
import { at, wholeAnswers } from './fixtures.ts'
import { readAuthorities, readHub, readSent, readSignedFile, readSigning, readSigningPackage } from './flow-screens.ts'
import { reportingModule } from './module.ts'
import { readVersionFile } from './own-screens.ts'
import { bySection } from './rules/answers.ts'
import { FIRST_REGIME } from './rules/regime.ts'
import { myObligations } from './views/obligations.ts'
import { findReport } from './views/report.ts'

const YEAR = 2026
const NOW = at('2026-11-23 10:42')
const CODE = 'H24.SYT'
let t: TestDatabase
let unitId = ''

const as = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now = NOW): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
const read = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, now = NOW): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now, newId }))
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const person = (role: Role, name: string, id = name): Actor => ({
  kind: 'account',
  id,
  name,
  post: role === 'thu-truong' ? 'Giám đốc' : 'Chuyên viên',
  grants: [{ role, body: unitId, bodyCode: CODE, bodyName: 'Sở Y tế' }],
  scope: [unitId],
})
const officer = () => person('co-quan', 'Phạm Thị Hoa')
const head = () => person('thu-truong', 'Trần Văn Bình')
const homeAffairs = (): Actor => ({ ...person('so-noi-vu', 'Lê Thị Lan'), scope: 'all' })
const where = { year: YEAR, unitCode: CODE }
const hub = () => must(read(officer(), (ctx) => readHub(ctx, where)))
const ask = (more: object = {}, actor = officer()) =>
  as(actor, requestExtension, { ...where, until: '15/12/2026', reason: 'Đang sáp nhập phòng', document: '', ...more })

beforeAll(async () => {
  t = await testDatabase()
  explainConstraints(reportingModule(() => []).constraints ?? {})
  const system = systemActor()
  await must(as(system, loadRegister, readRegisterFacts()))
  const text = fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await must(as(system, uploadDocument, { text }))
  await must(as(system, adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' }))
  await must(as(system, openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
  unitId = (await must(read(system, (ctx) => findReport(ctx.tx, where, NOW)))).unit.id
})
afterAll(() => t.drop())

describe('xin gia hạn', () => {
  it('gửi một đề nghị; đề nghị thứ hai chờ trả lời đề nghị đầu; hạn chưa đổi', async () => {
    expect(await ask({ until: '05/12/2026' })).toMatchObject({ ok: false, fields: { until: expect.any(String) } })
    await must(ask())
    expect(await ask()).toMatchObject({ ok: false, code: 'report.request-open' })
    const seen = await hub()
    expect(seen.requests).toMatchObject([{ state: 'cho', until: '2026-12-15', askedBy: 'Phạm Thị Hoa' }])
    expect(seen.obligation.dueBefore).toBe('2026-12-05')
  })
  it('rút rồi gửi lại được; cơ quan khác không gửi thay, không trả lời được', async () => {
    const open = (await hub()).requests[0]?.id ?? ''
    await must(as(officer(), withdrawExtensionRequest, { ...where, request: open }))
    expect(await as(officer(), withdrawExtensionRequest, { ...where, request: open })).toMatchObject({ ok: false })
    await must(ask())
    const stranger = { ...officer(), grants: [], scope: [] }
    expect(await ask({}, stranger)).toMatchObject({ ok: false })
    const request = (await hub()).requests[0]?.id ?? ''
    expect(
      await as(officer(), answerExtensionRequest, { ...where, request, answer: 'chap-thuan', act: 'x' }),
    ).toMatchObject({
      kind: 'forbidden',
    })
  })
  it('không chấp thuận phải có lý do; hạn giữ nguyên', async () => {
    const request = (await hub()).requests[0]?.id ?? ''
    const no = { ...where, request, answer: 'tu-choi' }
    expect(await as(homeAffairs(), answerExtensionRequest, no)).toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await must(as(homeAffairs(), answerExtensionRequest, { ...no, reason: 'Còn đủ thời gian' }))
    expect(await as(homeAffairs(), answerExtensionRequest, { ...no, reason: 'lần nữa' })).toMatchObject({
      code: 'report.request-settled',
    })
    const seen = await hub()
    expect([seen.requests[0]?.state, seen.obligation.dueBefore]).toEqual(['tu-choi', '2026-12-05'])
  })
  it('chấp thuận theo văn bản: hạn đổi, quá trình ghi văn bản và lý do', async () => {
    await must(ask())
    const request = (await hub()).requests[0]?.id ?? ''
    const yes = { ...where, request, answer: 'chap-thuan' }
    expect(await as(homeAffairs(), answerExtensionRequest, yes)).toMatchObject({ fields: { act: expect.any(String) } })
    await must(
      as(homeAffairs(), answerExtensionRequest, { ...yes, dueBefore: '12/12/2026', act: '15/SNV ngày 22/11/2026' }),
    )
    const seen = await hub()
    expect(seen.requests[0]).toMatchObject({ state: 'chap-thuan', until: '2026-12-15', grantedUntil: '2026-12-12' })
    expect(seen.obligation.dueBefore).toBe('2026-12-12')
    expect(seen.steps[0]).toMatchObject({ verb: 'gia-han', act: '15/SNV ngày 22/11/2026' })
  })
})

describe('ký thay và ký số', () => {
  const authority = (accountId: string, more: object = {}) => ({
    unitCode: CODE,
    accountId,
    kind: 'KT',
    headPost: 'Giám đốc',
    post: 'Phó Giám đốc',
    act: 'Thông báo phân công số 12/TB-SYT',
    from: '01/11/2026',
    to: '31/12/2026',
    ...more,
  })
  let deputy: Actor

  beforeAll(async () => {
    await settle(t.db, await givenAccount(t.db, 'pho.syt', 'co-quan', CODE))
    const account = (await read(systemActor(), (ctx) => accountsOf(ctx.tx, { unitIds: [unitId] }, null)))[0]
    deputy = person('co-quan', account?.name ?? '', account?.accountId ?? '')
    for (const [section, answers] of bySection(FIRST_REGIME, (await hub()).groups, wholeAnswers()))
      await must(as(officer(), saveDraftSection, { ...where, section, version: 0, fields: answers }))
    await must(as(officer(), submitToHead, where))
  })

  it('chưa được giao thì không ký được; thủ trưởng giao, người ngoài cơ quan không giao được', async () => {
    expect(await as(deputy, approveAndSubmit, where)).toMatchObject({ kind: 'forbidden' })
    expect(await as(officer(), recordSigningAuthority, authority(deputy.id))).toMatchObject({ kind: 'forbidden' })
    expect(await as(head(), recordSigningAuthority, authority(newId()))).toMatchObject({
      fields: { accountId: expect.any(String) },
    })
    expect(await as(head(), recordSigningAuthority, authority(deputy.id, { to: '01/10/2026' }))).toMatchObject({
      fields: { to: expect.any(String) },
    })
    await must(as(head(), recordSigningAuthority, authority(deputy.id)))
    expect(await as(head(), recordSigningAuthority, authority(deputy.id))).toMatchObject({
      code: 'database.one_signing_authority_at_a_time',
    })
    const page = await must(read(head(), (ctx) => readAuthorities(ctx, { unitCode: CODE })))
    expect(page.authorities).toMatchObject([{ kind: 'KT', post: 'Phó Giám đốc' }])
  })
  it('báo cáo chờ ký nêu ai ký thay được hôm nay; hết ngày giao thì không nêu', async () => {
    const waiting = async (now: Temporal.Instant) =>
      (await read(deputy, (ctx) => myObligations(ctx.tx, [unitId], now))).find((o) => o.state === 'cho-ky')
    expect((await waiting(at('2026-11-23 08:00')))?.signers).toEqual([deputy.id])
    expect((await waiting(at('2027-01-01 08:00')))?.signers).toEqual([])
  })
  it('ngoài những ngày được giao thì không ký được', async () => {
    expect(await as(deputy, approveAndSubmit, where, at('2027-01-01 08:00'))).toMatchObject({ kind: 'forbidden' })
  })
  it('ký thay: văn bản ghi đúng quyền hạn, bản nộp nhớ ký thay ai', async () => {
    expect(await must(read(deputy, (ctx) => readSigning(ctx, where)))).toMatchObject({ by: { kind: 'KT' } })
    await must(as(deputy, approveAndSubmit, where))
    const sent = await must(read(officer(), (ctx) => readSent(ctx, where)))
    expect(sent.submissions[0]).toMatchObject({ signedFor: 'KT. Giám đốc', signedByPost: 'Phó Giám đốc' })
    const paper = await must(read(officer(), (ctx) => readVersionFile(ctx, { ...where, number: 1 })))
    const words = textOfDocx(paper.bytes)
    expect(words).toContain('KT. GIÁM ĐỐC')
    expect(words).toContain('PHÓ GIÁM ĐỐC')
  })
  it('thôi giao: từ ngày mai không ký được, bản đã ký giữ nguyên', async () => {
    const given = (await must(read(head(), (ctx) => readAuthorities(ctx, { unitCode: CODE })))).authorities[0]
    await must(as(head(), endSigningAuthority, { authority: given?.id }))
    const tomorrow = at('2026-11-24 08:00')
    expect(await must(read(deputy, (ctx) => readSigning(ctx, where), tomorrow))).toMatchObject({ by: null })
    expect(await as(head(), endSigningAuthority, { authority: given?.id })).toMatchObject({ ok: false })
    const sent = await must(read(officer(), (ctx) => readSent(ctx, where)))
    expect(sent.submissions[0]).toMatchObject({ signedFor: 'KT. Giám đốc' })
  })
  it('gói ký số: tệp Word đúng mã băm; hai lần tải như nhau', async () => {
    const take = () => must(read(officer(), (ctx) => readSigningPackage(ctx, { ...where, number: 1 })))
    const [one, two] = [await take(), await take()]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
    const files = unzipSync(one.bytes)
    const sums = Buffer.from(files['SHA256SUMS.txt'] ?? []).toString()
    const sent = await must(read(officer(), (ctx) => readSent(ctx, where)))
    expect(sums).toBe(`${sent.submissions[0]?.sha256}  BC-2026-${sent.obligation.code.slice(-4)}-ban-1.docx\n`)
    expect(JSON.parse(Buffer.from(files['ban-bao-cao.json'] ?? []).toString())).toMatchObject({
      signer: { for: 'KT. Giám đốc' },
    })
  })
  it('tệp đã ký gắn với bản đã nộp; tệp gốc, tệp trùng, bản chưa nộp bị từ chối', async () => {
    const original = await must(read(officer(), (ctx) => readVersionFile(ctx, { ...where, number: 1 })))
    const file = (bytes: Uint8Array, name = 'da-ky.pdf') => ({ name, mediaType: 'application/pdf', bytes })
    const signed = file(Buffer.from('%PDF-1.7 /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3]'))
    const attach = (more: object) => as(officer(), attachSignedFile, { ...where, number: 1, file: signed, ...more })
    expect(await attach({ file: file(original.bytes, original.name) })).toMatchObject({ code: 'report.signed-same' })
    expect(await attach({ file: null })).toMatchObject({ fields: { file: expect.any(String) } })
    expect(await attach({ number: 2 })).toMatchObject({ ok: false, kind: 'absent' })
    expect(await must(attach({}))).toMatchObject({ mark: 'pdf', number: 1 })
    expect(await attach({})).toMatchObject({ code: 'database.one_signed_file_per_content' })
    const sent = await must(read(officer(), (ctx) => readSent(ctx, where)))
    expect(sent.signed).toMatchObject([{ ofSha256: sent.submissions[0]?.sha256, mark: 'pdf' }])
    const back = await must(
      read(homeAffairs(), (ctx) => readSignedFile(ctx, { ...where, file: sent.signed[0]?.id ?? '' })),
    )
    expect(Buffer.from(back.bytes).equals(Buffer.from(signed.bytes))).toBe(true)
  })
})
