/** Ngắt điện giữa lúc gửi thư: SIGKILL before, during and after the hand-over; nothing marked is sent again, nothing is lost. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { connect, transact } from '../../src/platform/database/pool.ts'
import { rows, sql } from '../../src/platform/database/sql.ts'
import { startEngine, testEngine } from '../../src/platform/database/test-engine.ts'
import { startTestPost, type TestPost } from '../../src/platform/mail/fixtures.ts'
import { messageIdOf } from '../../src/platform/mail/letter.ts'
import { openVault } from '../../src/platform/vault.ts'
import { clearFolder, freshFolder, hasEnded, startWorking, until, type Working } from './crashing.ts'

const MAILS = 60

let folder: string
let post: TestPost

beforeEach(async () => {
  folder = freshFolder('thu-')
  post = await startTestPost()
  process.env.SMTP_TEST_URL = post.url
})
afterEach(async () => {
  delete process.env.SMTP_TEST_URL
  await post.stop()
  await clearFolder(folder)
})

async function startMailer(): Promise<Working> {
  const mailer = startWorking('mailer.ts', folder)
  await until(() => {
    if (mailer.process.exitCode !== null) throw new Error(mailer.trouble())
    return mailer.said('may-chu').length > 0
  })
  return mailer
}

async function kill(mailer: Working): Promise<void> {
  mailer.process.kill('SIGKILL')
  await until(() => hasEnded(mailer.process))
}

/** Messages that are marked as sent, read on the server of the folder; it goes on running for the next sender. */
async function marked(): Promise<Set<string>> {
  const db = connect(await startEngine(testEngine(), folder), openVault('7'.repeat(64)))
  try {
    const found = await transact(db, systemActor(), (tx) =>
      rows<{ key: string }>(tx, sql`select key from notices.mail where state = 'da-gui'`),
    )
    return new Set(found.map((r) => messageIdOf(r.key, 'tinh.gov.vn')))
  } finally {
    await db.close()
  }
}

test('kill -9 khi đang gửi: thư đã ghi là gửi không gửi lại, thư chưa ghi gửi lại cùng Message-ID, không thư nào mất', {
  timeout: 180_000,
}, async () => {
  let inTheAir = 0
  /** What must still hold when all is over. */
  const checks: (() => void)[] = []
  for (const wanted of [10, 25, 40]) {
    const mailer = await startMailer()
    // The second is killed after the mail server has the message and before the sender hears of it.
    if (wanted === 25)
      post.taken = async () => {
        if (post.received.length < wanted) return
        inTheAir++
        await kill(mailer)
      }
    await until(() => post.received.length >= wanted)
    await kill(mailer)
    post.taken = null
    const before = post.received.length
    const done = await marked()
    expect([...done].filter((id) => !post.received.some((m) => m.id === id))).toEqual([])
    expect(before - done.size).toBeGreaterThanOrEqual(inTheAir > 0 && wanted === 25 ? 1 : 0)
    checks.push(() => expect(post.received.slice(before).filter((m) => done.has(m.id))).toEqual([]))
  }
  const last = await startMailer()
  await until(() => last.said('gui').includes(String(MAILS)))
  await kill(last)
  for (const check of checks.splice(0)) check()
  const ids = post.received.map((m) => m.id)
  expect(new Set(ids).size).toBe(MAILS)
  expect(inTheAir).toBe(1)
  // At most the one message in the air at each of the kills came twice.
  expect(ids.length - MAILS).toBeGreaterThanOrEqual(1)
  expect(ids.length - MAILS).toBeLessThanOrEqual(3)
})
