/** Người mẫu: a sample account bound to a person, with some consents and readings, for sample data and tests. */
import { type Actor, systemActor } from '../../kernel/actor.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import { type Ctx, newId, performIn } from '../../platform/action.ts'
import { type Database, transact } from '../../platform/database/pool.ts'
import { changeAt, changeDossier, type Entry, openWhole, writePeople } from '../people/public.ts'
import { issueInvitations } from './actions/issue-invitations.ts'
import { newSlug } from './codes.ts'
import { saveAnswer, saveBinding, slugFor } from './store.ts'
import { lettersOfRound } from './views.ts'
import type { ConsentItem } from './words.ts'

/** What `bindSamplePerson` is given. The account exists already (`createAccount`, role `tri-thuc`, `sample: true`). */
export type SampleBinding = {
  readonly personId: string
  readonly accountId: string
  readonly accountName: string
  /** Items consented to; the first one under the old decree when `oldConsent` is set. */
  readonly items?: readonly ConsentItem[]
  readonly oldConsent?: boolean
  /** Officers who opened the sensitive part before, each with the purpose they gave. */
  readonly readBy?: readonly {
    readonly actor: Actor
    readonly body: string
    readonly role: string
    readonly purpose: string
  }[]
}

/** Binds a sample account to a person. Expects the scope of the system; call it once for a person. */
export async function bindSamplePerson(ctx: Ctx, sample: SampleBinding): Promise<void> {
  const { personId, accountId } = sample
  const asOwner: Ctx = { ...ctx, actor: { ...systemActor(sample.accountName), kind: 'account', id: accountId } }
  await saveBinding(ctx, { personId, accountId, how: 'mau', invitationId: null })
  for (const [i, item] of (sample.items ?? []).entries()) {
    const old = sample.oldConsent === true && i === 0
    await saveAnswer(asOwner, {
      personId,
      item,
      state: 'dong-y',
      notice: old ? '2025-06' : '2026-11',
      regime: old ? 'nd13' : 'luat91',
      channel: old ? 'giay' : 'cong',
      evidence: old ? 'Phiếu đồng ý lưu tại cơ quan' : 'Chọn trên trang Quyền riêng tư',
    })
  }
  if ((sample.items ?? []).includes('danh-ba')) await slugFor(ctx, personId, newSlug())
  for (const r of sample.readBy ?? [])
    await openWhole({ ...ctx, actor: r.actor }, personId, { body: r.body, role: r.role, purpose: r.purpose })
}

/** What a test says of a person, confirmed by a body. */
export const confirmed = (group: Entry['group'], data: Entry['data'], more: Partial<Entry> = {}): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:Y01.SYT:1',
  ...more,
})

/** Bác sĩ Đức, as a body sent him: for tests of both sides. `unitId` = the body that keeps the record. */
export async function givenDoctor(
  db: Database,
  now: Temporal.Instant,
  unitId: string,
  name = 'Nguyễn Văn Đức',
): Promise<string> {
  return transact(db, systemActor(), async (tx) => {
    const ctx: Ctx = { tx, actor: systemActor(), now, newId }
    const entries = [
      confirmed('names', { fullName: name }),
      confirmed('birth', { birth: '1972-09-02', sex: 'nam', homePlace: 'Xã Đông, huyện Thượng' }),
      confirmed('identity', {
        cccd: `0300720${String(Math.abs(hashOf(name)))
          .padStart(5, '0')
          .slice(0, 5)}`,
      }),
      confirmed('ethnicity', { ethnicity: '01', religion: 'khong' }),
      confirmed('post', { body: unitId, position: 'Bác sĩ', kind: 'chinh' }, { from: '2010-09' as PartialDay }),
      confirmed(
        'education',
        { level: '7', major: 'Y khoa', school: 'Trường Đại học Y Hà Nội', graduated: 2004, diploma: 'TS-001234' },
        { level: 2 },
      ),
      confirmed('publication', { title: 'Chẩn đoán sớm bệnh tim', year: 2019, venue: 'Tạp chí Y học' }),
    ]
    const change = changeDossier(null, entries, changeAt(ctx, unitId, null))
    await writePeople(ctx, [change], null)
    return change.person.id
  })
}

const hashOf = (text: string): number => [...text].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 99_991, 7)

/** A letter for a person, as an officer of the province issues it; answers with the id its code follows from. */
export async function invite(ctx: Ctx, personId: string): Promise<string> {
  const made = await performIn(ctx, issueInvitations, { people: [personId] })
  if (!made.ok) throw new Error(made.message)
  const [letter] = await lettersOfRound(ctx.tx, made.value.round, ctx.now)
  return letter?.id ?? ''
}

/** Somebody opens the sensitive part of a record for a stated purpose. */
export async function readAs(
  ctx: Ctx,
  personId: string,
  who: { name: string; body: string; role: string; purpose: string },
): Promise<void> {
  const actor: Actor = { ...systemActor(who.name), kind: 'account', id: `mau:${who.name}` }
  await openWhole({ ...ctx, actor }, personId, who)
}
