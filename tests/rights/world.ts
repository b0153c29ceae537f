/** Thế giới của ma trận quyền: the sample province with three marked people, somebody of each of the eight roles, and a machine. */

import type { LightMyRequestResponse } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import type { Role } from '../../src/kernel/actor.ts'
import { systemActor } from '../../src/kernel/actor.ts'
import { dayOf } from '../../src/kernel/day.ts'
import { issueToken } from '../../src/modules/accounts/actions/issue-token.ts'
import { must } from '../../src/modules/accounts/fixtures.ts'
import { accountsOf, createAccount } from '../../src/modules/accounts/public.ts'
import { checkBatch } from '../../src/modules/imports/actions/check-batch.ts'
import { sendFile } from '../../src/modules/imports/actions/send-file.ts'
import { writeBatch } from '../../src/modules/imports/actions/write-batch.ts'
import { openSensitive } from '../../src/modules/people/actions/open-sensitive.ts'
import { newId, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import { NOW, startWalk, type Visitor, type Walk } from '../architecture/walk.ts'
import { type Marked, mark } from './marked-people.ts'

/** The seven roles; the eighth is nobody. */
export const ROLES: readonly Role[] = ['so-noi-vu', 'co-quan', 'thu-truong', 'lanh-dao', 'quan-tri', 'tri-thuc', 'hoi']

/** The world of the matrix. */
export type World = {
  readonly walk: Walk
  /** Kept by the body of the officer and the head, by a body below it (or itself), by a body of neither. */
  readonly people: { readonly own: Marked; readonly below: Marked; readonly elsewhere: Marked }
  /** Came by a file of the officer's body, with a people and a religion no list knows. */
  readonly imported: Marked
  /** The same by a file of the body of neither. */
  readonly importedElsewhere: Marked
  readonly visitors: readonly Visitor[]
  /** Token of a machine that holds the officer's role over the officer's body. */
  readonly machine: string
}

const bodyOf = async (t: TestDatabase, role: Role): Promise<string> => {
  const found = await transact(t.db, systemActor(), (tx) => accountsOf(tx, { role }, dayOf(NOW)))
  const unit = found[0]?.unitId
  if (unit === undefined) throw new Error(`dữ liệu mẫu không có vai trò ${role}`)
  return unit
}

/** Somebody of a role the sample world does not give: an account with a grant over the body. */
async function give(t: TestDatabase, role: Role, unitId: string): Promise<void> {
  const found = await transact(t.db, systemActor(), (tx) => accountsOf(tx, { role }, dayOf(NOW)))
  if (found.length > 0) return
  const input = { username: `ma-tran.${role}`, name: `Người vai ${role}`, unitId, role: '', sample: true }
  const made = must(await perform(t.db, { actor: systemActor(), now: NOW }, createAccount, input))
  await asOwner(
    t.db,
    `insert into accounts.role_grant (id, account_id, role, unit_id, valid, granted_by, granted_at)
     values ($1, $2, $3, $4, '[2024-01-01,)', 'system', now())`,
    [newId(), made.id, role, unitId],
  )
}

/** A body below another on the day, or that one when nothing is below it. */
async function unitBelow(t: TestDatabase, unit: string): Promise<string> {
  const rows = await asOwner(
    t.db,
    'select unit_id as id from organisations.unit_parent where parent_id = $1 and valid @> $2::date order by unit_id limit 1',
    [unit, dayOf(NOW)],
  )
  return String(rows[0]?.id ?? unit)
}

async function unitOfNeither(t: TestDatabase, taken: readonly string[]): Promise<string> {
  const rows = await asOwner(
    t.db,
    `select u.id from organisations.unit u where u.kind = 'body' and u.valid @> $1::date and u.unit_group = 'co-quan-chuyen-mon'
       and u.id <> all ($2::uuid[]) order by u.id desc limit 1`,
    [dayOf(NOW), taken],
  )
  return String(rows[0]?.id)
}

/** A file whose every cell is marked: checked, written, with words that wait for a code. */
async function importFile(t: TestDatabase, unitId: string, tag: string, cccd: string): Promise<Marked> {
  const imported = { id: '', code: '', unitId, tag, cccd }
  const lines = [
    'Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Tôn giáo,Ngày vào Đảng,Điện thoại,Địa chỉ,Trình độ chuyên môn',
    `Đặng ${tag} Xuân,03/1981,Nữ,${cccd},Dân tộc ${tag}c7,Tôn giáo ${tag}c7,31/02/1965 ${tag}c7,097${cccd.slice(-7)},Ngõ ${tag}b7,Đại học`,
  ]
  const rows = await asOwner<{ code: string }>(t.db, 'select organisations.code($1) as code', [unitId])
  const file = { name: 'danh-sach.csv', mediaType: 'text/csv', bytes: Buffer.from(lines.join('\r\n')) }
  const at = { actor: systemActor(), now: NOW }
  const sent = must(await perform(t.db, at, sendFile, { coQuan: rows[0]?.code, file, ngay: '' }))
  must(await perform(t.db, at, checkBatch, { id: sent.id }))
  must(await perform(t.db, at, writeBatch, { id: sent.id }))
  return imported
}

/** Builds the world. */
export async function startWorld(): Promise<World> {
  let people: World['people'] | null = null
  let imported: Marked | null = null
  let importedElsewhere: Marked | null = null
  let machine = ''
  const walk = await startWalk(async (t) => {
    const officer = await bodyOf(t, 'co-quan')
    const taken = [officer, await bodyOf(t, 'thu-truong'), await bodyOf(t, 'so-noi-vu')]
    const elsewhere = await unitOfNeither(t, taken)
    await give(t, 'tri-thuc', officer)
    await give(t, 'hoi', await unitOfNeither(t, [...taken, elsewhere]))
    people = {
      own: await mark(t.db, NOW, 'Qorvaxa', '030181471301', officer),
      below: await mark(t.db, NOW, 'Qorvaxe', '030181471302', await unitBelow(t, officer)),
      elsewhere: await mark(t.db, NOW, 'Qorvaxi', '030181471303', elsewhere),
    }
    imported = await importFile(t, officer, 'Qorvaxo', '030181471304')
    importedElsewhere = await importFile(t, elsewhere, 'Qorvaxu', '030181471305')
    for (const m of Object.values(people)) {
      const opening = { code: m.code, purpose: 'quan-ly' }
      must(await perform(t.db, { actor: systemActor('Cán bộ mở thử'), now: NOW }, openSensitive, opening))
    }
    const input = { name: 'Máy của cơ quan', unitId: officer, role: 'co-quan', write: 'co', until: '31/12/2026' }
    machine = must(await perform(t.db, { actor: systemActor(), now: NOW }, issueToken, input)).token
  }, ROLES)
  if (people === null || imported === null || importedElsewhere === null) throw new Error('chưa có người có dấu')
  return { walk, people, imported, importedElsewhere, visitors: walk.visitors, machine }
}

/** Everything an answer says: its text, its headers, and what lies in a packed file (.xlsx, .docx). */
export function wordsOf(answer: LightMyRequestResponse): string {
  const bytes = answer.rawPayload
  const packed = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
  const body = packed
    ? Object.values(unzipSync(bytes))
        .map((b) => strFromU8(b))
        .join('\n')
    : answer.body
  return `${body}\n${JSON.stringify(answer.headers)}`
}

/** The marks an answer holds, whatever their case. */
export function marksIn(text: string, marks: readonly string[]): string[] {
  const folded = text.toLowerCase()
  return marks.filter((m) => folded.includes(m.toLowerCase()))
}
