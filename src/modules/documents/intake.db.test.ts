/** Văn bản đưa vào bằng mọi cách: what was turned into Unicode and what was not read is kept with the document. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { findFile } from '../../platform/files/keep.ts'
import { drawn, plainPdf } from '../../platform/pdf/fixtures.ts'
import { uploadDocument } from './actions/upload-document.ts'
import { findDocument } from './views.ts'

const NOW = Temporal.Instant.from('2026-05-04T03:00:00Z')
/** As it was typed with a font of TCVN3. */
const TYPED =
  'KÕ ho¹ch\nPh¸t triÓn ®éi ngò trÝ thøc\nI. Môc tiªu\n- §Õn n¨m 2030, Ýt nhÊt 80% c¸n bé cã tr×nh ®é ®¹i häc.'
const western = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (c) => c.charCodeAt(0))

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const upload = (input: unknown) => perform(t.db, { actor: systemActor(), now: NOW }, uploadDocument, input)
async function kept(input: unknown) {
  const done = await upload(input)
  if (!done.ok) throw new Error(done.message)
  const found = await transact(t.db, systemActor(), (tx) => findDocument(tx, done.value.id))
  if (found === null) throw new Error('no document')
  return { ...found, known: done.value.known }
}
const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({
  file: { name, mediaType: 'application/octet-stream', bytes },
})

test('tệp chữ gõ bằng phông cũ: đọc bằng Unicode, lưu chứng cứ, tệp gốc giữ nguyên từng byte', async () => {
  const bytes = western(TYPED)
  const found = await kept(file('ke-hoach.txt', bytes))
  expect(found.reading.text).toContain('Phát triển đội ngũ trí thức')
  expect(found.reading.goals).toMatchObject([{ value: 80, by: 2030 }])
  expect(found.conversions).toMatchObject([
    { from: 'TCVN3', by: 'letters', font: null, after: 'Phát triển đội ngũ trí thức' },
  ])
  const stored = await transact(t.db, systemActor(), (tx) => findFile(tx, found.fileId ?? ''))
  expect(stored && Buffer.from(stored.body).equals(bytes)).toBe(true)
})

test('nội dung dán cũng được đổi; cùng chữ với tệp đã đọc thì mở bản đọc đang có', async () => {
  expect(await kept({ text: TYPED })).toMatchObject({ known: true, format: 'txt' })
  expect((await kept({ text: `${TYPED} ` })).conversions).toMatchObject([{ from: 'TCVN3' }])
  expect((await kept({ text: 'Kế hoạch của sở' })).conversions).toEqual([])
})

test('nội dung dán dài quá 500.000 ký tự bị từ chối cạnh ô dán', async () => {
  const refused = await upload({ text: 'a'.repeat(500_001) })
  expect(refused).toMatchObject({ ok: false, kind: 'invalid' })
  expect(refused.ok ? '' : refused.fields?.text).toContain('500.000 ký tự')
})

test('tệp PDF: lưu dạng tệp và trang chỉ có hình ảnh', async () => {
  const page = drawn('Ke hoach phat trien doi ngu tri thuc cua tinh trong giai doan moi', 72, 700)
  const found = await kept(file('ke-hoach.pdf', plainPdf([page, '0 0 9 9 re f'])))
  expect(found).toMatchObject({ format: 'pdf', imagePages: [2], conversions: [], name: 'ke-hoach.pdf' })
})

test('bản quét bị từ chối ngay cạnh ô chọn tệp, không lưu gì', async () => {
  const refused = await upload(file('quet.pdf', plainPdf(['0 0 9 9 re f'])))
  expect(refused).toMatchObject({ ok: false, code: 'document.scanned' })
  expect(refused.ok ? '' : refused.fields?.file).toContain('Tệp “quet.pdf”: Tệp PDF chỉ chứa hình ảnh')
})
