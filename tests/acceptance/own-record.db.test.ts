/** Nghiệm thu 15: người rút đồng ý thì trang công khai mất ngay, dữ liệu quản lý theo luật còn nguyên, việc rút được ghi. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { dayOf } from '../../src/kernel/day.ts'
import { accountsOf, actorOfUsername, createAccount } from '../../src/modules/accounts/public.ts'
import { bindSamplePerson, givenDoctor } from '../../src/modules/own-record/fixtures.ts'
import { dossiersOf } from '../../src/modules/people/public.ts'
import { newId, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, rows, sql } from '../../src/platform/database/sql.ts'
import { NOW, sendForm, startWalk, type Visitor, visitPage, type Walk } from '../architecture/walk.ts'

const NAME = 'Nguyễn Thị Minh Đức'
const STRING_34 = 'Không tìm thấy trang này'
let walk: Walk
let personId = ''
let slug = ''
let owner: Visitor
const guest: Visitor = {
  role: 'khach',
  token: null,
  actor: { kind: 'anonymous', id: 'anonymous', name: 'Khách', post: '', grants: [], scope: [] },
}

beforeAll(async () => {
  walk = await startWalk(async ({ db }) => {
    const [clerk] = await transact(db, systemActor(), (tx) => accountsOf(tx, { role: 'co-quan' }, dayOf(NOW)))
    const unitId = clerk?.unitId ?? ''
    personId = await givenDoctor(db, NOW, unitId, NAME)
    const account = { username: 'duc.tri-thuc', name: NAME, role: 'tri-thuc', unitId, sample: true }
    const made = await perform(db, { actor: systemActor(), now: NOW }, createAccount, account)
    if (!made.ok) throw new Error(made.message)
    await transact(db, systemActor(), (tx) =>
      bindSamplePerson(
        { tx, actor: systemActor(), now: NOW.subtract({ minutes: 5 }), newId },
        {
          personId,
          accountId: made.value.id,
          accountName: NAME,
          items: ['danh-ba', 'dao-tao', 'cong-trinh'],
          oldConsent: true,
        },
      ),
    )
    const page = await transact(db, systemActor(), (tx) =>
      row<{ slug: string }>(tx, sql`select slug from own_record.public_page where person_id = ${personId}`),
    )
    slug = page.slug
  })
  const actor = await transact(walk.db, systemActor(), (tx) => actorOfUsername(tx, 'duc.tri-thuc', dayOf(NOW)))
  if (actor === null) throw new Error('no account')
  owner = { role: 'tri-thuc', token: 'duc.tri-thuc', actor }
})
afterAll(() => walk.stop())

const publicPage = () => visitPage(walk, guest, `/cong-khai/tri-thuc/${slug}`)

describe('nghiệm thu 15: rút đồng ý', () => {
  it('trang công khai có đúng mục đã đồng ý, chỉ trường mức A', async () => {
    const page = await publicPage()
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(NAME)
    expect(page.body).toContain('Chẩn đoán sớm bệnh tim')
    for (const hidden of ['TS-001234', '0300720', '02/09/1972', 'Xã Đông, huyện Thượng'])
      expect(page.body).not.toContain(hidden)
    expect(
      JSON.stringify(
        (await visitPage(walk, guest, `/cong-khai/tri-thuc/${slug}`, { accept: 'application/json' })).json(),
      ),
    ).not.toContain('TS-001234')
  })

  it('đồng ý cũ theo Nghị định 13 được đánh dấu', async () => {
    expect((await visitPage(walk, owner, '/toi/quyen-rieng-tu')).body).toContain('Theo Nghị định 13/2023/NĐ-CP')
  })

  it('bấm ngừng: yêu cầu kế tiếp đã nhận trang không tìm thấy, cả dạng dữ liệu', async () => {
    const sent = await sendForm(walk, owner, '/toi/quyen-rieng-tu/ngung', { item: 'danh-ba' })
    expect(sent.statusCode).toBe(303)
    const page = await publicPage()
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain(STRING_34)
    expect(page.body).not.toContain(NAME)
    expect(
      (await visitPage(walk, guest, `/cong-khai/tri-thuc/${slug}`, { accept: 'application/json' })).statusCode,
    ).toBe(404)
    const preview = await visitPage(walk, owner, '/toi/cong-khai/xem-truoc')
    expect(preview.body).toContain('Người khác không thấy gì')
  })

  it('địa chỉ chưa từng có và địa chỉ đã rút trả lời như nhau', async () => {
    const strip = (body: string) =>
      body
        .replace(/[0-9A-F]{4}-[0-9A-F]{4}/g, '')
        .replace(/name="_csrf" value="[^"]*"/g, '')
        .replaceAll(/\/cong-khai\/tri-thuc\/\w+/g, '')
    const never = await visitPage(walk, guest, `/cong-khai/tri-thuc/${'0'.repeat(20)}`)
    expect(strip(never.body)).toBe(strip((await publicPage()).body))
  })

  it('dữ liệu quản lý theo luật còn nguyên', async () => {
    const d = (await transact(walk.db, systemActor(), (tx) => dossiersOf(tx, [personId]))).get(personId)
    expect(d?.facts.map((f) => f.group).sort()).toEqual(['education', 'post', 'publication'])
    expect(d?.sealed).toHaveLength(1)
    expect((await visitPage(walk, owner, '/toi/du-lieu')).body).toContain('Chẩn đoán sớm bệnh tim')
  })

  it('việc rút được ghi trong sổ đồng ý và sổ cái', async () => {
    const consents = await transact(walk.db, systemActor(), (tx) =>
      rows<{ item: string; state: string }>(
        tx,
        sql`select item, state from own_record.consent where person_id = ${personId} order by at, id`,
      ),
    )
    expect(consents.at(-1)).toEqual({ item: 'danh-ba', state: 'rut' })
    expect(consents).toHaveLength(4)
    const ledger = await transact(walk.db, systemActor(), (tx) =>
      rows<{ kind: string }>(tx, sql`select kind from platform.ledger where subject = ${`person:${personId}`}`),
    )
    expect(ledger.map((l) => l.kind)).toContain('own-record.consent-withdrawn')
  })
})
