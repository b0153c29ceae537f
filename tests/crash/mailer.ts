/**
 * Người gửi thư bị ngắt (for the crash test): starts or adopts the server of a folder, queues the messages when they are not there,
 * then sends until it is killed, and prints how many are marked as sent after each run.
 * `node tests/crash/mailer.ts embedded|server FOLDER`; the mail server is named by SMTP_TEST_URL.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../../src/kernel/actor.ts'
import { givenAccount } from '../../src/modules/accounts/fixtures.ts'
import { sendMails } from '../../src/modules/notices/jobs/send-mails.ts'
import { agreeToMails, queueMail } from '../../src/modules/notices/store.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { loadRegister } from '../../src/modules/organisations/public.ts'
import { newId, perform } from '../../src/platform/action.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { connect, transact } from '../../src/platform/database/pool.ts'
import { row, rows, run, sql } from '../../src/platform/database/sql.ts'
import { type Engine, startEngine } from '../../src/platform/database/test-engine.ts'
import { postOf } from '../../src/platform/mail/post.ts'
import { openVault } from '../../src/platform/vault.ts'
import { migrationFolders } from '../database.ts'

const MAILS = 60
const NOW = Temporal.Instant.from('2026-11-23T10:42:00+07:00')
const ADDRESS = 'hoa.syt@tinh.gov.vn'

const [engine = 'embedded', folder = ''] = process.argv.slice(2)
const machine = systemActor('Người gửi thử')
const server = await startEngine(engine as Engine, folder)
const db = connect(server, openVault('7'.repeat(64)))
const post = postOf({ url: process.env.SMTP_TEST_URL ?? '', from: 'Thử <thu@tinh.gov.vn>' })
const say = (line: string) => process.stdout.write(`${line}\n`)

async function layFoundations(): Promise<void> {
  await migrate(db.pool, readMigrations(migrationFolders()))
  const known = await transact(db, machine, (tx) => rows(tx, sql`select 1 from notices.mail`))
  if (known.length > 0) return
  const loaded = await perform(db, { actor: machine, now: NOW }, loadRegister, readRegisterFacts())
  if (!loaded.ok) throw new Error(loaded.message)
  const accountId = await givenAccount(db, 'hoa.syt', 'co-quan', 'H24.SYT', { sample: true, from: '2026-01-01' })
  await transact(db, machine, async (tx) => {
    await run(tx, sql`update accounts.account set email = ${ADDRESS} where id = ${accountId}::uuid`)
    const ctx = { tx, now: NOW, newId, actor: { ...machine, id: accountId } }
    await agreeToMails(ctx, ADDRESS, 'theo-bac')
    const goodUntil = NOW.add({ hours: 48 })
    for (let n = 0; n < MAILS; n++) await queueMail(ctx, { accountId, kind: 'thu', key: `thu:${n}`, goodUntil })
  })
}

async function sendForEver(): Promise<never> {
  // The time of the runs moves on: what was put off because the test's server went away is tried again.
  for (let n = 0; ; n++) {
    await sendMails({ db, now: NOW.add({ minutes: n }), post })
    const { sent } = await transact(db, machine, (tx) =>
      row<{ sent: number }>(tx, sql`select count(*)::int as sent from notices.mail where state = 'da-gui'`),
    )
    say(`gui ${sent}`)
    await sleep(20)
  }
}

process.once('uncaughtException', () => process.exit(1))
await layFoundations()
say(`may-chu ${server.pid}`)
await sendForEver()
