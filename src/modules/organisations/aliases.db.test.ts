/** Quyết định tên trong văn bản là cơ quan nào: kept by days, used by the resolver, undone; the ledger says who. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { type Action, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { loadRegister } from './actions/load-register.ts'
import { setAlias } from './actions/set-alias.ts'
import { undoAlias } from './actions/undo-alias.ts'
import { NO_KEEPERS } from './event-work.ts'
import { readRegisterFacts } from './facts.ts'
import { organisationsModule } from './module.ts'
import { aliases, nameResolver } from './views.ts'

const organisations = organisationsModule(NO_KEEPERS)
const actor = systemActor('Lê Thị Lan')
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const THEN = day('2024-04-22')
const DOCUMENT = '00000000-0000-7000-8000-00000000000a'
const OTHER = '00000000-0000-7000-8000-00000000000b'
const body = { means: 'body', unit: '', phrase: '', from: '', to: '', scope: 'all', document: '', note: '' }

let t: TestDatabase
const act = <I, O>(what: Action<I, O>, input: unknown) => perform(t.db, { actor, now }, what, input)
const resolve = (name: string, on = THEN, documentId: string | null = null) =>
  transact(t.db, actor, async (tx) =>
    (await nameResolver(tx, { territoryId: null, day: on, today: day('2026-11-23'), documentId }))(name),
  )
const kept = async (input: Record<string, unknown>): Promise<string> => {
  const set = await act(setAlias, { ...body, ...input })
  if (!set.ok) throw new Error(`${set.message} ${JSON.stringify(set.fields)}`)
  return set.value.id
}

beforeAll(async () => {
  explainConstraints(organisations.constraints ?? {})
  t = await testDatabase()
  expect(await act(loadRegister, readRegisterFacts())).toMatchObject({ ok: true })
})
afterAll(() => t.drop())

describe('quyết định tên là một cơ quan', () => {
  test('có hiệu lực theo ngày, cho mọi cách viết; hoàn tác thì tên lại chưa rõ', async () => {
    expect((await resolve('Sở Lao động')).kind).toBe('unknown')
    const id = await kept({ written: '- Sở Lao động;', unit: 'H23.SLDTBXH', from: '01/02/2024', to: '01/01/2025' })
    expect(await resolve('SỞ LAO ĐỘNG')).toMatchObject({
      kind: 'single',
      by: 'alias',
      alias: { id, decidedBy: 'Lê Thị Lan' },
      units: [{ name: 'Sở Lao động - Thương binh và Xã hội' }],
    })
    expect((await resolve('Sở Lao động', day('2024-01-31'))).kind).toBe('unknown')
    expect((await resolve('Sở Lao động', day('2025-01-01'))).kind).toBe('unknown')
    expect(await act(undoAlias, { alias: id })).toMatchObject({ ok: true, value: { written: 'Sở Lao động' } })
    expect((await resolve('Sở Lao động')).kind).toBe('unknown')
    expect(await act(undoAlias, { alias: id })).toMatchObject({ ok: false, kind: 'absent' })
    const lines = await transact(t.db, actor, (tx) => historyOf(tx, `alias:${id}`))
    expect(lines.map((l) => organisations.facts[l.kind]?.(l)).sort()).toEqual([
      'hoàn tác quyết định về tên «Sở Lao động»',
      'quyết định tên «Sở Lao động» là một cơ quan: Sở Lao động - Thương binh và Xã hội, từ 01/02/2024',
    ])
  })

  test('một tên có một nghĩa trong một ngày; quyết định lại thì hoàn tác trước', async () => {
    const id = await kept({ written: 'Bệnh viện Nhi Hải Dương', unit: 'H23.BVN' })
    expect(await act(setAlias, { ...body, written: 'BỆNH VIỆN NHI HẢI DƯƠNG', unit: 'H23.BVPS' })).toMatchObject({
      ok: false,
      kind: 'conflict',
      message: expect.stringContaining('hoàn tác quyết định cũ'),
    })
    await act(undoAlias, { alias: id })
    await kept({ written: 'Bệnh viện Nhi Hải Dương', unit: 'H23.BVN' })
  })

  test('tên nhiều đơn vị cùng mang: chỉ quyết định trong một văn bản', async () => {
    const unit = (await resolve('UBND xã Hồng Phong (huyện Ninh Giang)')).units[0]?.id
    const refused = await act(setAlias, { ...body, written: 'UBND xã Hồng Phong', unit })
    expect(refused).toMatchObject({ ok: false, kind: 'conflict', fields: { scope: expect.any(String) } })
    await kept({ written: 'UBND xã Hồng Phong', unit, scope: 'document', document: DOCUMENT })
    expect(await resolve('UBND xã Hồng Phong', THEN, DOCUMENT)).toMatchObject({ kind: 'single', units: [{ id: unit }] })
    expect((await resolve('UBND xã Hồng Phong', THEN, OTHER)).kind).toBe('ambiguous')
    expect((await resolve('UBND xã Hồng Phong')).kind).toBe('ambiguous')
  })
})

test('nhóm, nhóm không cố định, ngoài sổ bộ, để nguyên', async () => {
  await kept({ written: 'Khối chính quyền', means: 'group', phrase: 'Các sở, ban, ngành' })
  await kept({ written: 'Nhà trường', means: 'open' })
  await kept({ written: 'Báo Nhân Dân', means: 'outside' })
  await kept({ written: 'Tổ giúp việc', means: 'left', note: 'Chưa có quyết định thành lập' })
  expect(await resolve('Khối chính quyền')).toMatchObject({ kind: 'group', by: 'alias', units: { length: 17 } })
  expect(await resolve('Khối chính quyền', day('2026-03-01'))).toMatchObject({ units: { length: 14 } })
  expect((await resolve('Nhà trường')).kind).toBe('open')
  expect((await resolve('Báo Nhân Dân')).kind).toBe('outside')
  expect(await resolve('Tổ giúp việc')).toMatchObject({ kind: 'unknown', by: 'alias' })
  expect(await transact(t.db, actor, aliases)).toHaveLength(6)
})

test.each<[string, Record<string, unknown>, string]>([
  ['không nêu tên', { written: ' ;', unit: 'H23.SNV' }, 'written'],
  ['không chọn cơ quan', { written: 'Sở Mới' }, 'unit'],
  ['cơ quan không có trong sổ bộ', { written: 'Sở Mới', unit: 'H99.X' }, 'unit'],
  ['không chọn nhóm', { written: 'Sở Mới', means: 'group' }, 'phrase'],
  ['nhóm không đọc được', { written: 'Sở Mới', means: 'group', phrase: 'ai đó' }, 'phrase'],
  ['ngày ngược', { written: 'Sở Mới', unit: 'H23.SNV', from: '01/05/2024', to: '01/05/2024' }, 'to'],
  ['ngày không có thật', { written: 'Sở Mới', unit: 'H23.SNV', from: '31/02/2024' }, 'from'],
])('%s: từ chối đúng ô, chưa ghi gì', async (_, input, field) => {
  const refused = await act(setAlias, { ...body, ...input })
  expect(refused.ok ? [] : Object.keys(refused.fields ?? {})).toEqual([field])
})

test('người chưa đăng nhập không quyết định và không hoàn tác được', async () => {
  const stranger = { actor: ANONYMOUS, now }
  expect(await perform(t.db, stranger, setAlias, { ...body, written: 'X', unit: 'H23.SNV' })).toMatchObject({
    kind: 'forbidden',
  })
  expect(await perform(t.db, stranger, undoAlias, { alias: DOCUMENT })).toMatchObject({ kind: 'forbidden' })
})
