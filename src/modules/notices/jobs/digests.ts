/** Thư tổng hợp: every morning, for each person who agreed, whether there is something to say today. */
import { type Actor, hasRole, systemActor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf, startOf } from '../../../kernel/day.ts'
import { newId } from '../../../platform/action.ts'
import { type Database, enter, transact } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/sql.ts'
import type { JobCtx } from '../../../platform/jobs/job.ts'
import { accountsOf, actorOfAccount, type Contact } from '../../accounts/public.ts'
import { dutiesOf } from '../duties.ts'
import { digestOf, type Mention } from '../rules/digest.ts'
import { queueMail } from '../store.ts'
import { type MailChoice, mailChoices, mentionsTo } from '../views.ts'
import type { Duty } from '../words.ts'

/** What a person would be told today. */
export type Digest = { readonly reasons: Mention[] | null; readonly duties: readonly Duty[] }

/** Heads who do no officer's work hear only of the steps for heads. */
const hearsAsHead = (a: Actor): boolean => hasRole(a, 'thu-truong') && !hasRole(a, 'co-quan', 'so-noi-vu')

/** What the person owes, read under his own rights, and whether a mail goes out for it today. */
export async function digestFor(db: Database, tx: Tx, choice: MailChoice, now: Temporal.Instant): Promise<Digest> {
  const today = dayOf(now)
  const actor = await actorOfAccount(tx, choice.accountId, today)
  if (actor === null) return { reasons: null, duties: [] }
  const said = await mentionsTo(tx, choice.accountId)
  await enter(db, tx, actor)
  const duties = await dutiesOf({ tx, actor, now, newId })
  await enter(db, tx, systemActor())
  const { rhythm } = choice
  return { duties, reasons: digestOf({ duties, today, said, rhythm, onlyHead: hearsAsHead(actor) }) }
}

/** The address agreed to is still the one of the account, and the account is in use. */
export const stillAgreed = (choice: MailChoice, account: Contact | undefined): account is Contact =>
  account !== undefined && account.email === choice.address

/** A mail of a day, and until when it is of use. */
const keyOf = (accountId: string, today: Day): string => `tong-hop:${accountId}:${today}`

/** Queues the mails of the day; a second run the same day finds them there. */
export async function queueDigests({ db, now }: JobCtx): Promise<void> {
  const today = dayOf(now)
  const choices = await transact(db, systemActor(), async (tx) => {
    const all = await mailChoices(tx)
    const accounts = new Map(
      (await accountsOf(tx, { accountIds: all.map((c) => c.accountId) }, today)).map((a) => [a.accountId, a]),
    )
    return all.filter((c) => stillAgreed(c, accounts.get(c.accountId)))
  })
  for (const choice of choices)
    await transact(db, systemActor(), async (tx) => {
      const { reasons } = await digestFor(db, tx, choice, now)
      if (reasons === null) return
      const { accountId } = choice
      await queueMail(
        { tx, now, newId },
        { accountId, kind: 'tong-hop', key: keyOf(accountId, today), goodUntil: startOf(addDays(today, 1)) },
      )
    })
}
