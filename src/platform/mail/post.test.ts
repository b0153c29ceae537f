/** Bưu điện: messages over a real SMTP conversation on the loopback. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestPost, type TestPost } from './fixtures.ts'
import { type Line, postOf } from './post.ts'

const FROM = 'Nguyên Khí <nhac-viec@tinh.gov.vn>'
const LETTER = {
  to: 'hoa.syt@tinh.gov.vn',
  subject: '2 việc quá hạn, 1 việc đến hạn trong 7 ngày',
  text: 'Kính gửi bà Phạm Thị Hoa,\n\nBáo cáo năm 2026: quá hạn 3 ngày.\n.\nhttps://nk.tinh.vn/viec\n',
  key: 'digest:1:2026-12-07',
}

let server: TestPost
let line: Line
const openTo = (url: string): Line => {
  const post = postOf({ url, from: FROM })
  if (post === null) throw new Error('no post')
  return post.open()
}

beforeAll(async () => {
  server = await startTestPost()
  line = openTo(server.url)
})
afterEach(() => {
  server.trouble = null
})
afterAll(async () => {
  line.close()
  await server.stop()
})

describe('gửi', () => {
  it('tới đúng người, đủ dấu, dòng một chấm không cắt thư, gửi tự động được nêu', async () => {
    expect(await line.send(LETTER)).toEqual({ kind: 'sent' })
    const [got] = server.received
    expect(got).toMatchObject({ to: LETTER.to, subject: LETTER.subject })
    expect(got?.text.replaceAll('\r\n', '\n').trim()).toBe(LETTER.text.trim())
    expect(got?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(got?.id).toMatch(/^<[0-9a-f]{40}@tinh\.gov\.vn>$/)
  })

  it('gửi lại cùng khóa: cùng Message-ID', async () => {
    await line.send({ ...LETTER, text: 'Lời khác.' })
    expect(server.received.at(-1)?.id).toBe(server.received[0]?.id)
  })

  it('người nhận bị từ chối hẳn, bị hoãn, máy chủ đóng', async () => {
    server.trouble = { at: 'recipient', number: 550 }
    expect(await line.send(LETTER)).toMatchObject({ kind: 'refused' })
    server.trouble = { at: 'recipient', number: 452 }
    expect(await line.send(LETTER)).toMatchObject({ kind: 'later' })
    server.trouble = { at: 'content', number: 554 }
    expect(await line.send(LETTER)).toMatchObject({ kind: 'refused' })
  })

  it('không có máy chủ nào nghe: chưa nối được, không ném lỗi', async () => {
    const nowhere = openTo('smtp://127.0.0.1:1')
    expect(await nowhere.send(LETTER)).toMatchObject({ kind: 'away' })
    nowhere.close()
  })
})

it('không đặt máy chủ thư thì không có bưu điện', () => expect(postOf(null)).toBeNull())
