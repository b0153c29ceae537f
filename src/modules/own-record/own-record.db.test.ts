/** Hồ sơ của tôi trên cơ sở dữ liệu thật: claim, consent, disputes, own data, and who may not do what. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, ANONYMOUS, type Role, systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform, scopeFor } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { recordFact } from '../../platform/ledger/record.ts'
import { givenAccount, must, unitId } from '../accounts/fixtures.ts'
import { actorOfUsername } from '../accounts/public.ts'
import { inventedProvince } from '../organisations/fixtures.ts'
import { loadRegister } from '../organisations/public.ts'
import { dossiersOf, mergePeople, openWhole } from '../people/public.ts'
import { answerConsent } from './actions/answer-consent.ts'
import { answerRequest } from './actions/answer-request.ts'
import { askReason } from './actions/ask-reason.ts'
import { confirmClaim } from './actions/confirm-claim.ts'
import { confirmOwnData } from './actions/confirm-own-data.ts'
import { disputeFact } from './actions/dispute-fact.ts'
import { extendRequest } from './actions/extend-request.ts'
import { issueInvitations } from './actions/issue-invitations.ts'
import { openClaim } from './actions/open-claim.ts'
import { printLetters } from './actions/print-letters.ts'
import { proposeEntry } from './actions/propose-entry.ts'
import { receiveRequest } from './actions/receive-request.ts'
import { releaseRecord } from './actions/release-record.ts'
import { revokeInvitation } from './actions/revoke-invitation.ts'
import { sendRequest } from './actions/send-request.ts'
import { takeOwnData } from './actions/take-own-data.ts'
import { withdrawConsent } from './actions/withdraw-consent.ts'
import { codeOf } from './codes.ts'
import { bindSamplePerson, givenDoctor } from './fixtures.ts'
import { ownRecord as manifest } from './module.ts'
import { handled, queue } from './office-screens.ts'
import { ownRecord } from './own.ts'
import { data, home, viewings } from './own-screens.ts'
import { isPublic, publicCardAt, publicCardOf } from './public.ts'
import { invitationCounts, requestsOfPerson, slugOf } from './views.ts'
import { CLAIM_REFUSED } from './words.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const PASSWORD = 'mùa gặt tháng mười'
let t: TestDatabase
let hospital: string

beforeAll(async () => {
  t = await testDatabase()
  explainConstraints(manifest.constraints ?? {})
  must(await perform(t.db, { actor: systemActor(), now: NOW }, loadRegister, inventedProvince()))
  hospital = await unitId(t.db, 'Y01.BVDK')
})
afterAll(() => t.drop())

const does = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now = NOW): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)

/** Reads as a page with `elevated` does, or as one without. */
const reads = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, elevated = true, now = NOW): Promise<T> =>
  transact(t.db, scopeFor(actor, elevated), (tx) => work({ tx, actor, now, newId }))

async function actor(username: string, role: Role, code: string): Promise<Actor> {
  await givenAccount(t.db, username, role, code, { sample: true })
  const found = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, username, dayOf(NOW)))
  if (found === null) throw new Error(username)
  return found
}

/** A person with an account of its own, as the letter makes it. */
async function owner(name: string): Promise<{ actor: Actor; personId: string }> {
  const personId = await givenDoctor(t.db, NOW, hospital, name)
  const username = `tt-${personId.slice(-8)}`
  const accountId = await givenAccount(t.db, username, 'tri-thuc', 'Y01.BVDK', { sample: true, name })
  await reads(systemActor(), (ctx) => bindSamplePerson(ctx, { personId, accountId, accountName: name }))
  const found = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, username, dayOf(NOW)))
  if (found === null) throw new Error(username)
  return { actor: found, personId }
}

const code = (d: Decision<unknown>): string => (d.ok ? 'được' : d.code)
const dossier = async (id: string) => {
  const d = (await reads(systemActor(), (ctx) => dossiersOf(ctx.tx, [id]))).get(id)
  if (d === undefined) throw new Error('no dossier')
  return d
}
const factOf = async (id: string, group: string) => {
  const f = (await dossier(id)).facts.find((x) => x.group === group && x.level >= 0)
  if (f === undefined) throw new Error(group)
  return f
}
const openCode = async (personId: string): Promise<string> => {
  const [i] = await reads(systemActor(), (ctx) =>
    rows<{ id: string }>(
      ctx.tx,
      sql`select id from own_record.invitation where person_id = ${personId} and revoked_at is null and used_at is null`,
    ),
  )
  if (i === undefined) throw new Error('no letter')
  return reads(systemActor(), async (ctx) => codeOf(ctx.tx.vault, i.id))
}

describe('thư mời và nhận hồ sơ', () => {
  it('cán bộ cấp thư, in thư; mã đúng và ngày sinh đúng thì nhận hồ sơ, tài khoản vào thẳng', async () => {
    const officer = await actor('hoa.bvdk', 'co-quan', 'Y01.BVDK')
    const personId = await givenDoctor(t.db, NOW, hospital, 'Trần Thị Bình')
    const made = must(await does(officer, issueInvitations, { people: [personId] }))
    expect(made).toMatchObject({ issued: 1, left: 0 })
    expect(must(await does(officer, printLetters, { round: made.round })).count).toBe(1)
    const letter = await openCode(personId)
    const opened = must(
      await does(ANONYMOUS, openClaim, { code: letter.toLowerCase(), birth: '2/9/1972', address: '10.0.0.1' }),
    )
    if (opened.outcome !== 'found') throw new Error('refused')
    const typed = { ticket: opened.ticket, username: 'binh.tran', password: PASSWORD, passwordAgain: PASSWORD }
    expect(code(await does(ANONYMOUS, confirmClaim, { ...typed, passwordAgain: 'khác' }))).toBe(
      'own-record.password-differs',
    )
    expect(must(await does(ANONYMOUS, confirmClaim, typed)).token).not.toBeNull()
    const binh = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, 'binh.tran', dayOf(NOW)))
    expect(binh?.grants.map((g) => g.role)).toEqual(['tri-thuc'])
    expect(binh?.scope).toEqual([])
    expect((await reads(binh ?? ANONYMOUS, home)).ok).toBe(true)
    // Once: neither the ticket nor the code opens anything again.
    expect(code(await does(ANONYMOUS, confirmClaim, { ...typed, username: 'binh.hai' }))).toBe('own-record.claim-ended')
    expect(
      must(await does(ANONYMOUS, openClaim, { code: letter, birth: '02/09/1972', address: '10.0.0.1' })).outcome,
    ).toBe('refused')
    expect(code(await does(officer, issueInvitations, { people: [personId] }))).toBe('own-record.nobody-to-invite')
  })

  it('sai mã, sai ngày sinh, hết hạn, thu hồi: cùng một câu; sai năm lần thì khóa', async () => {
    const officer = await actor('lan.snv', 'so-noi-vu', 'Y01.SNV')
    const personId = await givenDoctor(t.db, NOW, hospital, 'Lê Văn Cường')
    must(await does(officer, issueInvitations, { people: [personId] }))
    const letter = await openCode(personId)
    const tries = async (input: { code: string; birth: string; address: string }, now = NOW) => {
      const o = must(await does(ANONYMOUS, openClaim, input, now))
      return o.outcome === 'refused' ? o.refusal.message : 'found'
    }
    expect(await tries({ code: 'AAAAA-AAAAA', birth: '02/09/1972', address: '10.0.0.2' })).toBe(CLAIM_REFUSED)
    for (let i = 0; i < 5; i++)
      expect(await tries({ code: letter, birth: '03/09/1972', address: `10.0.1.${i}` })).toBe(CLAIM_REFUSED)
    expect(await tries({ code: letter, birth: '02/09/1972', address: '10.0.2.1' })).toBe(CLAIM_REFUSED)
    expect(await tries({ code: letter, birth: '02/09/1972', address: '10.0.2.1' }, NOW.add({ minutes: 16 }))).toBe(
      'found',
    )
    expect(await tries({ code: letter, birth: '02/09/1972', address: '10.0.2.2' }, NOW.add({ hours: 24 * 61 }))).toBe(
      CLAIM_REFUSED,
    )
    const [i] = await reads(systemActor(), (ctx) =>
      rows<{ id: string }>(ctx.tx, sql`select id from own_record.invitation where person_id = ${personId}`),
    )
    must(await does(officer, revokeInvitation, { invitation: i?.id }))
    expect(await tries({ code: letter, birth: '02/09/1972', address: '10.0.2.3' })).toBe(CLAIM_REFUSED)
  })

  it('đoán từ một địa chỉ: sau mười lần sai, mã đúng cũng phải chờ', async () => {
    const head = await actor('truong.bvdk', 'thu-truong', 'Y01.BVDK')
    const personId = await givenDoctor(t.db, NOW, hospital, 'Phạm Thị Dung')
    must(await does(head, issueInvitations, { people: [personId] }))
    const letter = await openCode(personId)
    for (let i = 0; i < 10; i++)
      await does(ANONYMOUS, openClaim, { code: 'BBBBB-BBBBB', birth: '02/09/1972', address: '10.9.9.9' })
    const right = { code: letter, birth: '02/09/1972', address: '10.9.9.9' }
    expect(must(await does(ANONYMOUS, openClaim, right)).outcome).toBe('refused')
    expect(must(await does(ANONYMOUS, openClaim, { ...right, address: '10.9.9.8' })).outcome).toBe('found')
    expect(must(await does(ANONYMOUS, openClaim, right, NOW.add({ minutes: 16 }))).outcome).toBe('found')
  })

  it('người đã có tài khoản nhận hồ sơ bằng tài khoản ấy; một tài khoản chỉ một hồ sơ', async () => {
    const officer = await actor('an.bvdk', 'co-quan', 'Y01.BVDK')
    const claim = async (name: string) => {
      const personId = await givenDoctor(t.db, NOW, hospital, name)
      must(await does(officer, issueInvitations, { people: [personId] }))
      const o = must(
        await does(ANONYMOUS, openClaim, { code: await openCode(personId), birth: '02/09/1972', address: '10.3.0.1' }),
      )
      return o.outcome === 'found' ? o.ticket : ''
    }
    must(await does(officer, confirmClaim, { ticket: await claim('Vũ Văn An') }))
    const again = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, 'an.bvdk', dayOf(NOW)))
    expect(again?.grants.map((g) => g.role).sort()).toEqual(['co-quan', 'tri-thuc'])
    expect(code(await does(again ?? ANONYMOUS, confirmClaim, { ticket: await claim('Vũ Văn Anh') }))).toBe(
      'own-record.account-bound',
    )
  })

  it('cơ quan khác không cấp được thư mời cho người ngoài phạm vi', async () => {
    const other = await actor('nam.syt', 'co-quan', 'Y01.SYT')
    const personId = await givenDoctor(t.db, NOW, hospital, 'Đỗ Văn Giang')
    expect(code(await does(other, issueInvitations, { people: [personId] }))).toBe('own-record.nobody-to-invite')
    expect(code(await does(ANONYMOUS, issueInvitations, { people: [personId] }))).toBe('right.missing')
  })
})

describe('gỡ tài khoản', () => {
  it('người khác đã nhận nhầm: cơ quan gỡ, tài khoản ấy không thấy hồ sơ nữa, người ấy được mời lại', async () => {
    const me = await owner('Lương Văn Đạt')
    const officer = await actor('go.bvdk', 'co-quan', 'Y01.BVDK')
    expect((await reads(me.actor, ownRecord)).ok).toBe(true)
    const before = await reads(officer, (ctx) => invitationCounts(ctx.tx), false)
    must(await does(officer, releaseRecord, { person: me.personId }))
    expect(code(await reads(me.actor, ownRecord))).toBe('own-record.none')
    expect(code(await does(officer, releaseRecord, { person: me.personId }))).toBe('own-record.not-bound')
    const after = await reads(officer, (ctx) => invitationCounts(ctx.tx), false)
    expect(after).toEqual({ ...before, chua: before.chua + 1, 'da-nhan': before['da-nhan'] - 1 })
    expect(must(await does(officer, issueInvitations, { people: [me.personId] })).issued).toBe(1)
  })
})

describe('đồng ý và công khai', () => {
  it('chọn mục nào hiện mục ấy; ngừng là mất ngay; địa chỉ giữ nguyên khi đồng ý lại', async () => {
    const me = await owner('Hoàng Văn Hải')
    const card = () => reads(ANONYMOUS, (ctx) => publicCardOf(ctx, me.personId))
    expect(await card()).toBeNull()
    must(await does(me.actor, answerConsent, { items: ['danh-ba', 'dao-tao'] }))
    const slug = await reads(systemActor(), (ctx) => slugOf(ctx.tx, [me.personId]))
    const shown = await reads(ANONYMOUS, (ctx) => publicCardAt(ctx, slug ?? ''))
    expect(shown).toMatchObject({ name: 'Hoàng Văn Hải', titles: 'ThS.' })
    expect(JSON.stringify(shown)).not.toContain('TS-001234')
    expect(shown?.sections.map((s) => s.item)).toEqual(['dao-tao'])
    must(await does(me.actor, withdrawConsent, { item: 'dao-tao' }))
    expect((await card())?.sections).toEqual([])
    must(await does(me.actor, withdrawConsent, { item: 'danh-ba' }))
    expect(await card()).toBeNull()
    expect(code(await does(me.actor, withdrawConsent, { item: 'danh-ba' }))).toBe('own-record.not-consented')
    must(await does(me.actor, answerConsent, { items: 'danh-ba' }, NOW.add({ minutes: 1 })))
    expect(await reads(systemActor(), (ctx) => slugOf(ctx.tx, [me.personId]))).toBe(slug)
  })

  it('không đồng ý mục nào: được ghi là không, tài khoản vẫn dùng được', async () => {
    const me = await owner('Bùi Thị Hoa')
    expect(must(await does(me.actor, answerConsent, { items: [] })).given).toBe(0)
    expect(await reads(systemActor(), (ctx) => isPublic(ctx, me.personId, 'danh-ba'))).toBe(false)
    expect((await reads(me.actor, (ctx) => data(ctx, false))).ok).toBe(true)
  })

  it('gộp hồ sơ: tài khoản và đồng ý theo hồ sơ còn lại', async () => {
    const me = await owner('Ngô Văn Khang')
    must(await does(me.actor, answerConsent, { items: ['danh-ba'] }))
    const twin = await givenDoctor(t.db, NOW, hospital, 'Ngô Văn Khang (2)')
    const [survivor, other] = [await dossier(twin), await dossier(me.personId)]
    await reads(systemActor(), (ctx) =>
      mergePeople(ctx, { survivor, other, choices: { fields: [], slots: [] }, mergeId: newId() }),
    )
    const own = await reads(me.actor, ownRecord)
    expect(own.ok && own.value.personId).toBe(twin)
    expect(await reads(systemActor(), (ctx) => isPublic(ctx, twin, 'danh-ba'))).toBe(true)
    const officer = await actor('gop.bvdk', 'co-quan', 'Y01.BVDK')
    expect(code(await does(officer, issueInvitations, { people: [twin] }))).toBe('own-record.nobody-to-invite')
    must(await does(officer, releaseRecord, { person: twin }))
    expect(code(await reads(me.actor, ownRecord))).toBe('own-record.none')
  })
})

describe('khai và báo sai', () => {
  it('mục tự khai có ngay ở mức 0, nguồn là lời khai; khai lại y như thế thì nói đã có', async () => {
    const me = await owner('Dương Văn Lâm')
    const input = { group: 'publication', boxes: { 'v-title': 'Can thiệp tim mạch ở tuyến tỉnh', 'v-year': '2024' } }
    must(await does(me.actor, proposeEntry, input))
    const added = (await dossier(me.personId)).facts.find((f) => f.data.year === 2024)
    expect(added).toMatchObject({ level: 0, source: 'khai' })
    expect(code(await does(me.actor, proposeEntry, input))).toBe('own-record.already-there')
    expect(code(await does(me.actor, proposeEntry, { group: 'publication', boxes: { 'v-year': 'hai nghìn' } }))).toBe(
      'own-record.entry',
    )
    expect(code(await does(me.actor, proposeEntry, { group: 'appraisal', boxes: {} }))).toBe('own-record.not-declared')
    const wordy = await does(me.actor, proposeEntry, {
      group: 'publication',
      boxes: { 'v-title': 'Bài khác', 'v-year': '2023' },
      evidence: 'x'.repeat(501),
    })
    expect(wordy.ok ? null : wordy.fields).toEqual({ evidence: 'Nội dung dài quá 500 ký tự, rút ngắn lại' })
    expect((await dossier(me.personId)).facts.some((f) => f.data.year === 2023)).toBe(false)
  })

  it('mục tự khai bị cơ quan trả lại: chủ hồ sơ thấy lý do ở trang Dữ liệu', async () => {
    const me = await owner('Đinh Thị Lan')
    const head = await actor('truong9.bvdk', 'thu-truong', 'Y01.BVDK')
    const fact = {
      kind: 'person.entries-returned',
      subject: `person:${me.personId}`,
      unit: hospital,
      reason: 'Thiếu số văn bằng',
      data: { entries: 1 },
    }
    await reads(head, (ctx) => recordFact(ctx.tx, { actor: head, now: NOW, id: newId() }, fact))
    const seen = await reads(me.actor, (ctx) => data(ctx, false))
    expect(seen.ok && seen.value.returned).toEqual([{ on: '23/11/2026', by: head.name, reason: 'Thiếu số văn bằng' }])
  })

  it('báo sai: giữ cả hai giá trị, có hạn; chấp nhận thì sửa ở mức đơn vị xác nhận trở lên', async () => {
    const me = await owner('Lý Thị Mai')
    const head = await actor('truong2.bvdk', 'thu-truong', 'Y01.BVDK')
    const old = await factOf(me.personId, 'publication')
    const wrong = {
      target: old.id,
      evidence: 'Bản in tạp chí số 3/2018',
      boxes: { 'v-title': 'Chẩn đoán sớm bệnh tim', 'v-year': '2018', 'v-venue': 'Tạp chí Y học' },
    }
    const sent = must(await does(me.actor, disputeFact, wrong))
    expect(sent).toMatchObject({ receiveBy: '2026-11-25', decideBy: '2026-12-03' })
    const both = (await dossier(me.personId)).facts.filter((f) => f.group === 'publication')
    expect(both.map((f) => [f.data.year, f.level]).sort()).toEqual([
      [2018, -1],
      [2019, 1],
    ])
    expect((await dossier(me.personId)).person.level).toBe(-1)
    expect(code(await does(me.actor, disputeFact, wrong))).not.toBe('được')
    const [r] = await reads(systemActor(), (ctx) => requestsOfPerson(ctx.tx, [me.personId]))
    if (r === undefined) throw new Error('no request')
    must(await does(head, receiveRequest, { request: r.id, version: 1 }))
    expect(
      code(await does(head, answerRequest, { request: r.id, version: 1, state: 'chap-nhan', answer: 'Đúng' })),
    ).toBe('own-record.request-changed')
    must(
      await does(head, answerRequest, {
        request: r.id,
        version: 2,
        state: 'chap-nhan',
        answer: 'Đã đối chiếu bản in.',
      }),
    )
    const after = (await dossier(me.personId)).facts.filter((f) => f.group === 'publication')
    expect(after.map((f) => [f.data.year, f.level])).toEqual([[2018, 1]])
    expect((await dossier(me.personId)).person.level).toBe(1)
  })

  it('không chấp nhận: giá trị cũ đứng nguyên, giá trị mâu thuẫn rút đi, có căn cứ', async () => {
    const me = await owner('Mai Văn Nam')
    const head = await actor('truong3.bvdk', 'thu-truong', 'Y01.BVDK')
    const old = await factOf(me.personId, 'publication')
    must(
      await does(me.actor, disputeFact, {
        target: old.id,
        evidence: 'Bằng',
        boxes: { 'v-title': 'Chẩn đoán sớm bệnh tim', 'v-year': '2017', 'v-venue': 'Tạp chí Y học' },
      }),
    )
    const [r] = await reads(systemActor(), (ctx) => requestsOfPerson(ctx.tx, [me.personId]))
    const answer = { request: r?.id, version: 1, state: 'tu-choi', answer: 'Sổ gốc ghi Y khoa.' }
    expect(code(await does(head, answerRequest, answer))).toBe('own-record.ground')
    must(await does(head, answerRequest, { ...answer, ground: 'Luật 91/2025/QH15, Điều 13' }))
    const after = (await dossier(me.personId)).facts.filter((f) => f.group === 'publication')
    expect(after.map((f) => [f.data.year, f.level])).toEqual([[2019, 1]])
  })

  it('báo sai ngày sinh: chấp nhận thì dòng của người đổi', async () => {
    const me = await owner('Tạ Thị Oanh')
    const head = await actor('truong4.bvdk', 'thu-truong', 'Y01.BVDK')
    must(
      await does(me.actor, disputeFact, {
        target: 'birth.birth',
        evidence: 'Giấy khai sinh',
        boxes: { 'v-birth': '12/09/1972' },
      }),
    )
    const [r] = await reads(systemActor(), (ctx) => requestsOfPerson(ctx.tx, [me.personId]))
    must(await does(head, answerRequest, { request: r?.id, version: 1, state: 'chap-nhan', answer: 'Đã sửa' }))
    expect((await dossier(me.personId)).person.birth).toBe('1972-09-12')
  })

  it('mục không phải của mình: chấp nhận thì mục được rút', async () => {
    const me = await owner('Cao Văn Phú')
    const head = await actor('truong5.bvdk', 'thu-truong', 'Y01.BVDK')
    const old = await factOf(me.personId, 'publication')
    must(
      await does(me.actor, disputeFact, { target: old.id, remove: true, evidence: 'Trùng họ tên tác giả', boxes: {} }),
    )
    const [r] = await reads(systemActor(), (ctx) => requestsOfPerson(ctx.tx, [me.personId]))
    must(await does(head, answerRequest, { request: r?.id, version: 1, state: 'chap-nhan', answer: 'Đã rút' }))
    expect((await dossier(me.personId)).facts.some((f) => f.group === 'publication')).toBe(false)
  })

  it('báo sai dân tộc: cán bộ cơ quan không thấy nội dung; Sở Nội vụ và thủ trưởng thấy, và lần mở được ghi', async () => {
    const me = await owner('Kiều Thị Quỳnh')
    const officer = await actor('thu.bvdk', 'co-quan', 'Y01.BVDK')
    const head = await actor('truong6.bvdk', 'thu-truong', 'Y01.BVDK')
    const sealed = (await dossier(me.personId)).sealed[0]
    const d = await does(me.actor, disputeFact, {
      target: sealed?.id,
      evidence: 'Giấy khai sinh',
      boxes: { 'v-ethnicityText': '', 'v-religion': 'Phật giáo' },
    })
    must(d)
    const [r] = await reads(systemActor(), (ctx) => requestsOfPerson(ctx.tx, [me.personId]))
    const low = await reads(officer, (ctx) => handled(ctx, r?.id ?? ''), false)
    expect(low.ok && low.value.allowed).toBe(false)
    expect(JSON.stringify(low)).not.toContain('Phật giáo')
    expect(JSON.stringify(await reads(officer, (ctx) => queue(ctx, true), false))).not.toContain('Phật giáo')
    expect(code(await does(officer, receiveRequest, { request: r?.id, version: 1 }))).toBe('right.missing')
    const high = await reads(head, (ctx) => handled(ctx, r?.id ?? ''), false)
    expect(high.ok && high.value.allowed).toBe(true)
    const seen = await reads(me.actor, viewings)
    expect(seen.ok && seen.value.others.some((v) => v.sensitive && v.purpose.includes(`yêu cầu số ${r?.number}`))).toBe(
      true,
    )
  })

  it('nội dung yêu cầu nằm kín trong cơ sở dữ liệu và trong sổ cái', async () => {
    const found = await transact(t.db, systemActor(), (tx) =>
      rows<{ text: string }>(
        tx,
        sql`select r::text as text from own_record.request r union all select l::text from platform.ledger l`,
      ),
    )
    expect(found.some((f) => f.text.includes('Phật giáo') || f.text.includes('Sổ gốc ghi'))).toBe(false)
  })
})

describe('yêu cầu khác và ai đã xem', () => {
  it('hạn chế xử lý: 15 ngày; gia hạn một lần có lý do; hỏi lý do một lượt xem chỉ một lần', async () => {
    const me = await owner('Phan Văn Sơn')
    const head = await actor('truong7.bvdk', 'thu-truong', 'Y01.BVDK')
    expect(
      must(await does(me.actor, sendRequest, { kind: 'han-che', reason: 'Không dùng số điện thoại.' })).decideBy,
    ).toBe('2026-12-08')
    const [r] = await reads(systemActor(), (ctx) => requestsOfPerson(ctx.tx, [me.personId]))
    must(
      await does(head, extendRequest, {
        request: r?.id,
        version: 1,
        until: '20/12/2026',
        extension: 'Chờ đơn vị viễn thông',
      }),
    )
    const again = { request: r?.id, version: 2, until: '22/12/2026', extension: 'Chờ tiếp' }
    expect(code(await does(head, extendRequest, again))).toBe('own-record.extended')
    await reads(systemActor(), (ctx) =>
      openWhole({ ...ctx, actor: head }, me.personId, {
        body: 'Bệnh viện Đa khoa tỉnh',
        role: 'Thủ trưởng',
        purpose: 'Thẩm định tôn vinh',
      }),
    )
    const seen = await reads(me.actor, viewings)
    const v = seen.ok ? seen.value.others[0] : undefined
    must(await does(me.actor, askReason, { viewing: v?.id }))
    expect(code(await does(me.actor, askReason, { viewing: v?.id }))).not.toBe('được')
    const asked = await reads(head, (ctx) => queue(ctx, true), false)
    expect(asked.ok && asked.value.rows.some((x) => x.kind === 'hoi-ly-do' && x.personName === 'Phan Văn Sơn')).toBe(
      true,
    )
    const other = await actor('nam2.syt', 'co-quan', 'Y01.SYT')
    const outside = await reads(other, (ctx) => queue(ctx, true), false)
    expect(outside.ok && outside.value.rows).toEqual([])
  })

  it('tải dữ liệu của tôi: đủ mức B và C, ai đã xem, đồng ý, yêu cầu; việc tải được ghi', async () => {
    const me = await owner('Quách Thị Thu')
    must(await does(me.actor, answerConsent, { items: ['danh-ba'] }))
    must(await does(me.actor, sendRequest, { kind: 'cung-cap', reason: 'Dùng vào việc gì?' }))
    must(await does(me.actor, confirmOwnData, {}))
    const taken = must(await does(me.actor, takeOwnData, {}))
    const files = unzipSync(taken.bytes)
    expect(Object.keys(files).sort()).toEqual(['doc-truoc.txt', 'ho-so.json', 'ho-so.xlsx'])
    const json = JSON.parse(strFromU8(files['ho-so.json'] ?? new Uint8Array()))
    expect(json.numbers[0].value).toMatch(/^0300720/)
    expect(json.sensitive[0].data).toMatchObject({ ethnicity: '01' })
    expect(json.facts.find((f: { group: string }) => f.group === 'education').data.diploma).toBe('TS-001234')
    expect(json.consents.length).toBeGreaterThan(0)
    expect(json.requests).toHaveLength(1)
    const facts = await reads(systemActor(), (ctx) =>
      rows<{ kind: string }>(
        ctx.tx,
        sql`select kind from platform.ledger where subject = ${`person:${me.personId}`} order by seq`,
      ),
    )
    expect(facts.map((f) => f.kind)).toEqual([
      'own-record.consent-answered',
      'own-record.requested',
      'own-record.checked',
      'own-record.data-taken',
    ])
  })

  it('tài khoản trí thức không thấy hồ sơ nào bằng chính quyền của mình, kể cả viết SQL', async () => {
    const me = await owner('Từ Văn Uyên')
    for (const table of [
      'people.person',
      'people.fact',
      'people.viewing',
      'own_record.request',
      'own_record.consent',
      'own_record.invitation',
      'own_record.binding',
      'own_record.wrong_try',
    ])
      expect(await reads(me.actor, (ctx) => rows(ctx.tx, sql`select 1 from ${sql.raw(table)}`), false), table).toEqual(
        [],
      )
    await expect(reads(systemActor(), (ctx) => run(ctx.tx, sql`delete from own_record.consent`))).rejects.toThrow(
      /permission denied/,
    )
  })
})
