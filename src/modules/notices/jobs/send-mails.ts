/**
 * Gửi thư đang chờ: one row, one message, one transaction. The row is locked, the message composed from what holds now, handed to the
 * server, and marked; the mark and what the message said are written together. A process killed before the mark sends again under
 * the same Message-ID; after the mark, never.
 */
import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/day.ts'
import { newId } from '../../../platform/action.ts'
import { type Database, transact } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/sql.ts'
import type { JobCtx } from '../../../platform/jobs/job.ts'
import { logger } from '../../../platform/log.ts'
import { isAddress } from '../../../platform/mail/letter.ts'
import type { Outcome } from '../../../platform/mail/outcome.ts'
import type { Line } from '../../../platform/mail/post.ts'
import { accountsOf } from '../../accounts/public.ts'
import { MOST_TRIES, waitAfter } from '../rules/back-off.ts'
import { type Mention, stillHolds } from '../rules/digest.ts'
import { atOnceWords, digestWords, type MailWords, trialWords } from '../rules/mail-text.ts'
import {
  dropOldMails,
  type HeldMail,
  holdNextMail,
  putOffAllMails,
  putOffMail,
  recordMentions,
  settleMail,
} from '../store.ts'
import { findNotice, mailChoices } from '../views.ts'
import { digestFor, stillAgreed } from './digests.ts'

/** Other jobs wait behind this one: a run ends after so long, the next minute goes on. */
const RUN_MS = 4_000
const AWAY_MINUTES = 5

type Run = {
  readonly db: Database
  readonly now: Temporal.Instant
  readonly line: Line
  readonly address: string | null
}
type Composed = {
  readonly to: string
  readonly reader: string
  readonly words: MailWords
  readonly says: readonly Mention[]
}

/** The message as of now, or why it is not needed any more. */
async function compose(tx: Tx, mail: HeldMail, { db, now, address }: Run): Promise<Composed | string> {
  const today = dayOf(now)
  const [choice] = await mailChoices(tx, [mail.accountId])
  const [account] = await accountsOf(tx, { accountIds: [mail.accountId] }, today)
  if (!choice) return 'Người nhận đã dừng nhận thư.'
  if (!stillAgreed(choice, account) || !isAddress(account.email))
    return 'Tài khoản không còn dùng, hoặc địa chỉ đã đổi sau khi đồng ý.'
  const reader = { name: account.name, address }
  const known = { to: account.email, reader: account.name }
  if (mail.kind === 'thu') return { ...known, words: trialWords(reader), says: [] }
  const { reasons, duties } = await digestFor(db, tx, choice, now)
  if (mail.kind === 'tong-hop')
    return reasons === null
      ? 'Việc đã xong trước khi gửi.'
      : { ...known, words: digestWords(reader, duties, today), says: reasons }
  const notice = mail.noticeId === null ? null : await findNotice(tx, mail.noticeId)
  if (notice === null || !stillHolds({ ...notice, read: notice.readAt !== null }, duties))
    return 'Việc đã xong, hoặc đã đọc trong hệ thống trước khi gửi.'
  return { ...known, words: atOnceWords(reader, notice), says: [] }
}

/** What the server's answer means for the message; false when the server is away: no other has a chance now. */
async function mark(tx: Tx, mail: HeldMail, made: Composed, outcome: Outcome, now: Temporal.Instant): Promise<boolean> {
  const { reader } = made
  if (outcome.kind === 'sent') {
    await settleMail(tx, mail.id, { state: 'da-gui', at: now, reader, tries: mail.tries + 1 })
    await recordMentions({ tx, newId }, mail, made.says)
    return true
  }
  const { why } = outcome
  if (outcome.kind === 'away') {
    // Nothing about this message is known: it keeps its tries, and all wait until the server is back or their day is over.
    const until = now.add({ minutes: AWAY_MINUTES })
    await putOffMail(tx, mail.id, { until, why, tries: mail.tries })
    await putOffAllMails(tx, until)
    return false
  }
  const tries = mail.tries + 1
  if (outcome.kind === 'refused' || tries >= MOST_TRIES) {
    await settleMail(tx, mail.id, { state: 'khong-gui-duoc', at: now, reader, why, tries })
    // Said in vain, but said: an address that takes nothing is tried again at the next step, not every morning.
    await recordMentions({ tx, newId }, mail, made.says)
  } else await putOffMail(tx, mail.id, { until: now.add({ minutes: waitAfter(tries) }), why, tries })
  return true
}

/** Sends the next message; tells whether there may be another. A message that cannot be made waits like one not taken. */
async function sendNext(run: Run): Promise<boolean> {
  const { db, now, line } = run
  const held: HeldMail[] = []
  try {
    return await transact(db, systemActor(), async (tx) => {
      const mail = await holdNextMail(tx, now)
      if (mail === null) return false
      held.push(mail)
      const made = await compose(tx, mail, run)
      if (typeof made === 'string') {
        await settleMail(tx, mail.id, { state: 'khong-can', at: now, why: made, tries: mail.tries })
        return true
      }
      return mark(tx, mail, made, await line.send({ to: made.to, ...made.words, key: mail.key }), now)
    })
  } catch (error) {
    const [mail] = held
    if (mail === undefined) throw error
    logger.error({ err: error, mail: mail.id }, 'thư chưa soạn được, sẽ thử lại')
    const tries = mail.tries + 1
    const wait = { until: now.add({ minutes: waitAfter(tries) }), why: 'Chưa soạn được thư.', tries }
    await transact(db, systemActor(), (tx) => putOffMail(tx, mail.id, wait))
    return true
  }
}

/** Sends what is due, for a few seconds at most. */
export async function sendMails({ db, now, post, address }: JobCtx): Promise<void> {
  if (!post) return
  await transact(db, systemActor(), (tx) => dropOldMails(tx, now))
  const line = post.open()
  const started = performance.now()
  try {
    const run: Run = { db, now, line, address: address ?? null }
    while (performance.now() - started < RUN_MS && (await sendNext(run)));
  } finally {
    line.close()
  }
}
