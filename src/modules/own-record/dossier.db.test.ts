/** Đồng ý và giấy tờ ở phía cơ quan: paper consents with their scan, who may see them, papers printed with a purpose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Ctx, newId, perform, scopeFor } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { givenAccount, must, unitId } from '../accounts/fixtures.ts'
import { actorOfUsername } from '../accounts/public.ts'
import { inventedProvince } from '../organisations/fixtures.ts'
import { loadRegister } from '../organisations/public.ts'
import { dossiersOf } from '../people/public.ts'
import { recordPaperConsent } from './actions/record-paper-consent.ts'
import { withdrawConsent } from './actions/withdraw-consent.ts'
import { consentsOfDossier, dossierPaper, paperScan } from './dossier-screens.ts'
import { bindSamplePerson, givenDoctor } from './fixtures.ts'
import { publicCardOf } from './public.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const SCAN = { name: 'phieu.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4 phiếu đã ký') }

let t: TestDatabase
let hospital: string
beforeAll(async () => {
  t = await testDatabase()
  must(await perform(t.db, { actor: systemActor(), now: NOW }, loadRegister, inventedProvince()))
  hospital = await unitId(t.db, 'Y01.BVDK')
})
afterAll(() => t.drop())

async function actor(username: string, role: Role, code: string): Promise<Actor> {
  await givenAccount(t.db, username, role, code, { sample: true })
  const found = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, username, dayOf(NOW)))
  if (found === null) throw new Error(username)
  return found
}
const reads = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>, now = NOW): Promise<T> =>
  transact(t.db, scopeFor(who, true), (tx) => work({ tx, actor: who, now, newId }))
const code = (d: Decision<unknown>): string => (d.ok ? 'được' : d.code)

async function doctor(name: string): Promise<{ id: string; code: string }> {
  const id = await givenDoctor(t.db, NOW, hospital, name)
  const found = (await reads(systemActor(), (ctx) => dossiersOf(ctx.tx, [id]))).get(id)
  return { id, code: found?.person.code ?? '' }
}

const paper = (more: Record<string, unknown>) => ({
  answer: 'dong-y',
  items: ['danh-ba', 'dao-tao'],
  document: 'Phiếu đồng ý số 12',
  signedOn: '20/11/2026',
  file: SCAN,
  ...more,
})
const records = (who: Actor, input: Record<string, unknown>, now = NOW) =>
  perform(t.db, { actor: who, now }, recordPaperConsent, input)

describe('đồng ý bằng văn bản', () => {
  it('ghi hai mục kèm bản quét: trang công khai có ngay, bản quét mở được, một sự kiện', async () => {
    const officer = await actor('hoa.giay', 'co-quan', 'Y01.BVDK')
    const person = await doctor('Lý Thị Giấy')
    expect(await reads(systemActor(), (ctx) => publicCardOf(ctx, person.id))).toBeNull()
    expect(must(await records(officer, paper({ code: person.code })))).toMatchObject({ items: 2, overtaken: [] })
    expect(await reads(systemActor(), (ctx) => publicCardOf(ctx, person.id))).not.toBeNull()
    const view = must(await reads(officer, (ctx) => consentsOfDossier(ctx, person.code)))
    expect(view.items.filter((i) => i.last?.state === 'dong-y').map((i) => i.item)).toEqual(['danh-ba', 'dao-tao'])
    expect(view.history[0]).toMatchObject({ channel: 'giay', evidence: 'Phiếu đồng ý số 12', signedOn: '2026-11-20' })
    const file = view.history[0]?.file ?? ''
    expect(must(await reads(officer, (ctx) => paperScan(ctx, person.code, file))).bytes.toString()).toContain('đã ký')
    expect(code(await reads(officer, (ctx) => paperScan(ctx, person.code, newId())))).toBe('consent.no-scan')
    const facts = await reads(systemActor(), (ctx) =>
      rows<{ kind: string; data: Record<string, unknown> }>(
        ctx.tx,
        sql`select kind, data from platform.ledger where kind = 'own-record.paper-consent-recorded'`,
      ),
    )
    expect(facts.map((f) => f.data.code)).toEqual([person.code])
  })

  it('rút bằng văn bản thì trang công khai mất ngay; ghi lại văn bản ấy lần nữa bị từ chối', async () => {
    const head = await actor('truong.giay', 'thu-truong', 'Y01.BVDK')
    const person = await doctor('Lý Thị Rút')
    must(await records(head, paper({ code: person.code })))
    expect(code(await records(head, paper({ code: person.code })))).toBe('consent.known')
    const out = must(
      await records(head, paper({ code: person.code, answer: 'rut', items: ['danh-ba'], signedOn: '22/11/2026' })),
    )
    expect(out).toMatchObject({ items: 1 })
    expect(await reads(systemActor(), (ctx) => publicCardOf(ctx, person.id))).toBeNull()
  })

  it('chủ hồ sơ đã rút trên hệ thống sau ngày ký: văn bản được giữ, câu trả lời sau có giá trị', async () => {
    const officer = await actor('lan.giay', 'so-noi-vu', 'Y01.SNV')
    const person = await doctor('Lý Thị Sau')
    const accountId = await givenAccount(t.db, 'ly.sau', 'tri-thuc', 'Y01.BVDK', { sample: true, name: 'Lý Thị Sau' })
    await reads(
      systemActor(),
      (ctx) => bindSamplePerson(ctx, { personId: person.id, accountId, accountName: 'Lý Thị Sau', items: ['danh-ba'] }),
      NOW.subtract({ hours: 24 * 20 }),
    )
    const owner = await transact(t.db, systemActor(), (tx) => actorOfUsername(tx, 'ly.sau', dayOf(NOW)))
    if (owner === null) throw new Error('owner')
    must(await perform(t.db, { actor: owner, now: NOW.subtract({ hours: 2 }) }, withdrawConsent, { item: 'danh-ba' }))
    expect(code(await records(officer, paper({ code: person.code, items: ['danh-ba'] })))).toBe('consent.known')
    const out = must(await records(officer, paper({ code: person.code, items: ['dao-tao'], signedOn: '01/11/2026' })))
    expect(out.overtaken).toEqual([])
    expect(await reads(systemActor(), (ctx) => publicCardOf(ctx, person.id))).toBeNull()
  })

  it('thiếu bản quét, thiếu mục, ngày ký sau hôm nay: lỗi ở đúng ô, chưa ghi gì', async () => {
    const officer = await actor('thieu.giay', 'co-quan', 'Y01.BVDK')
    const person = await doctor('Lý Thị Thiếu')
    const fields = async (more: Record<string, unknown>) => {
      const d = await records(officer, paper({ code: person.code, ...more }))
      return d.ok ? [] : Object.keys(d.fields ?? {})
    }
    expect(await fields({ file: null })).toEqual(['file'])
    expect(await fields({ items: [] })).toEqual(['items'])
    expect(await fields({ signedOn: '24/11/2026' })).toEqual(['signedOn'])
    expect(await fields({ answer: '' })).toEqual(['answer'])
    expect(must(await reads(officer, (ctx) => consentsOfDossier(ctx, person.code))).history).toEqual([])
  })
})

describe('ai được xem, in', () => {
  it('cơ quan khác, lãnh đạo tỉnh, quản trị: không thấy sổ đồng ý, không in được lý lịch', async () => {
    const person = await doctor('Lý Thị Kín')
    for (const [username, role, body] of [
      ['khac.giay', 'co-quan', 'Y01.90101'],
      ['lanh.giay', 'lanh-dao', 'Y01'],
      ['tri.giay', 'quan-tri', 'Y01.SNV'],
    ] as const) {
      const who = await actor(username, role, body)
      expect(code(await reads(who, (ctx) => consentsOfDossier(ctx, person.code)))).toBe('person.absent')
      expect((await records(who, paper({ code: person.code }))).ok).toBe(false)
      const asked = { code: person.code, kind: 'so-yeu', purpose: 'bo-tri' } as const
      expect(code(await reads(who, (ctx) => dossierPaper(ctx, asked)))).toBe('person.absent')
    }
  })

  it('cán bộ in lý lịch: chủ hồ sơ thấy ai in, để làm gì', async () => {
    const officer = await actor('in.giay', 'co-quan', 'Y01.BVDK')
    const person = await doctor('Lý Thị In')
    const made = must(
      await reads(officer, (ctx) =>
        dossierPaper(ctx, { code: person.code, kind: 'ly-lich-khoa-hoc', purpose: 'bo-tri' }),
      ),
    )
    expect(JSON.stringify(made.paper)).toContain('Lý Thị In')
    expect(JSON.stringify(made.paper)).not.toMatch(/0300720/)
    const seen = await reads(systemActor(), (ctx) =>
      rows<{ actor: string; purpose: string; groups: string[] }>(
        ctx.tx,
        sql`select actor_name as actor, purpose, groups from people.viewing where person_id = ${person.id}`,
      ),
    )
    expect(seen).toEqual([
      { actor: officer.name, purpose: 'Tuyển dụng, bố trí, đào tạo', groups: expect.arrayContaining(['education']) },
    ])
  })
})
