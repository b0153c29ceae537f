/** Người mẫu: a sample account bound to a person, with some consents and readings, for sample data and tests. */
import { type Actor, systemActor } from '../../kernel/actor.ts'
import type { Ctx } from '../../platform/action.ts'
import { openWhole } from '../people/public.ts'
import { newSlug } from './codes.ts'
import { saveAnswer, saveBinding, slugFor } from './store.ts'
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
