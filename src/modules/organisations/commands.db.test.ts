import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { newId, perform } from '../../platform/action.ts'
import type { DatabaseIo } from '../../platform/command/command.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { commands } from './commands.ts'
import { NO_KEEPERS } from './event-work.ts'
import { anEdge, anEvent } from './fixtures.ts'

const actor = systemActor('Quản trị tại máy')
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-su-kien-'))
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(async () => {
  await t.drop()
  fs.rmSync(folder, { recursive: true })
})

type Ran = { decision: Decision<unknown>; text: string; data: unknown }

async function runVerb(verb: string, args: string[], flags: DatabaseIo['flags'] = {}): Promise<Ran> {
  const command = commands(NO_KEEPERS).find((c) => c.verb === verb)
  if (command?.needs !== 'database') throw new Error(`no verb ${verb}`)
  const ran: Ran = { decision: { ok: true, value: null }, text: '', data: null }
  ran.decision = await command.run({
    args,
    flags,
    now,
    db: t.db,
    actor,
    print: (text, data) => Object.assign(ran, { text, data }),
    read: (work) => transact(t.db, actor, (tx) => work({ tx, actor, now, newId })),
    act: (what, input) => perform(t.db, { actor, now }, what, input),
  })
  return ran
}

const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name)
  fs.writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content))
  return at
}

describe('lệnh organisation', () => {
  test('sổ bộ trống: nói cách nạp; nạp một lần, lần sau từ chối', async () => {
    expect((await runVerb('tree', [])).decision).toMatchObject({ ok: false, kind: 'absent' })
    expect((await runVerb('resolve', ['Sở Y tế'])).decision).toMatchObject({ code: 'organisations.empty' })
    expect((await runVerb('load', [])).text).toBe('Đã nạp 449 đơn vị và 8 sự kiện.')
    expect((await runVerb('load', [])).decision).toMatchObject({ ok: false, kind: 'conflict' })
  })

  test('tree --as-of in cây của ngày; không nêu ngày là hôm nay; ngày sai bị từ chối', async () => {
    const then = await runVerb('tree', [], { 'as-of': '2024-04-22' })
    expect(then.data).toMatchObject({
      code: 'H23',
      kind: 'province',
      type: 'Tỉnh',
      from: '2024-01-01',
      to: '2025-07-01',
    })
    expect(then.text.split('\n')).toHaveLength(1 + 71 + 12 + 235)
    expect((await runVerb('tree', [])).data).toMatchObject({ code: 'H24', to: null })
    expect((await runVerb('tree', [], { 'as-of': '31/02/2024' })).decision).toMatchObject({
      ok: false,
      kind: 'invalid',
    })
    expect((await runVerb('tree', [], { territory: 'H99' })).decision).toMatchObject({ ok: false, kind: 'absent' })
  })

  test('resolve: tên viết tắt, nhóm, tên trùng, theo ngày; thiếu tên thì nói cách dùng', async () => {
    const then = await runVerb('resolve', ['Sở TT&TT'], { 'as-of': '2024-04-22' })
    expect(then.data).toMatchObject({ kind: 'single', ended: { on: '2025-02-20', heirs: { length: 2 } } })
    expect(then.text).toContain('Kết thúc từ 20/02/2025')
    const now = await runVerb('resolve', ['UBND', 'các', 'xã,', 'phường'])
    expect(now.data).toMatchObject({ kind: 'group', units: { length: 114 } })
    expect((await runVerb('resolve', ['UBND xã Hồng Phong'], { 'as-of': '2024-04-22' })).text).toContain(
      'Có thể là: UBND xã Hồng Phong (cùng tên, thuộc huyện Ninh Giang)',
    )
    expect((await runVerb('resolve', [])).decision).toMatchObject({ ok: false, kind: 'invalid' })
    expect((await runVerb('resolve', ['Sở Y tế'], { 'as-of': 'mai' })).decision).toMatchObject({ ok: false })
  })

  test('event check: sự kiện đúng qua, sự kiện sai nêu từng lỗi, không ghi gì', async () => {
    const good = anEvent('2027-01-01', {
      ends: ['H24.SNGV'],
      edges: [anEdge('H24.SNGV', 'H24.VP'), anEdge('H24.VP', 'H24.VP')],
    })
    const passed = await runVerb('event', ['check', file('dung.json', good)])
    expect([passed.decision.ok, passed.data]).toEqual([true, { ok: true, events: 1, issues: [], orphans: [] }])
    const bad = { events: [{ ...good, ends: ['H24.SNGV', 'H23.SYT', 'H24'] }] }
    const failed = await runVerb('event', ['check', file('sai.json', bad)])
    expect(failed.decision).toMatchObject({ ok: false, kind: 'invalid' })
    expect(failed.text).toContain('Đơn vị H23.SYT không còn hoặc chưa hoạt động')
    expect(failed.text).toContain('vẫn trực thuộc H24 đã kết thúc')
    expect((await runVerb('tree', [], { 'as-of': '2027-01-01' })).text).toContain('H24.SNGV')
  })

  test.each<[string, string | null, unknown]>([
    ['không nêu tệp', null, null],
    ['tệp không phải JSON', 'hong.json', '{"key": '],
    ['thiếu văn bản quyết định', 'thieu.json', { ...anEvent('2027-01-01'), act: ' ' }],
    ['ngày không có thật', 'ngay.json', { events: [{ ...anEvent('2027-01-01'), on: '2027-02-30' }] }],
    ['tệp không có sự kiện', 'rong.json', { events: [] }],
  ])('event check: %s', async (_name, name, content) => {
    const ran = await runVerb('event', ['check', ...(name === null ? [] : [file(name, content)])])
    expect(ran.decision).toMatchObject({ ok: false, kind: 'invalid' })
    const said = ran.decision.ok ? '' : ran.decision.message
    expect(said).toMatch(/[àáạảãâăđêôơư]/)
    expect(said).not.toMatch(/Invalid|expected/i)
  })

  test('event check: tệp ví dụ của hướng dẫn dùng được', async () => {
    expect((await runVerb('event', ['check', 'examples/su-kien-to-chuc.json'])).decision).toMatchObject({ ok: true })
  })

  test('event check: tệp không có thì nói không có tệp', async () => {
    expect((await runVerb('event', ['check', path.join(folder, 'khong-co.json')])).decision).toMatchObject({
      kind: 'absent',
    })
  })
})
