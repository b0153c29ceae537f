/** Trùng lặp trên cơ sở dữ liệu thật: what a scan finds, merging and undoing, what is remembered, who sees what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { createAccount } from '../accounts/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { changeAt, changeDossier, type Dossier, dossiersOf, type Entry, writePeople } from '../people/public.ts'
import { handOverPair } from './actions/hand-over-pair.ts'
import { mergePair } from './actions/merge-pair.ts'
import { scanDuplicates } from './actions/scan-duplicates.ts'
import { tellApart } from './actions/tell-apart.ts'
import { undoDecision } from './actions/undo-decision.ts'
import { matchInRegister } from './matching.ts'
import { recordOf } from './rules/record-of.ts'
import { readPair, readQueue } from './screens.ts'
import { findPair, pairCounts, pairLines } from './views.ts'
import type { Pair } from './words.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:00:00Z')
const HEALTH = 'H24.SYT'
const SCHOOL = 'H24.SGDDT'

let t: TestDatabase
const units: Record<string, string> = {}
let lanId = ''

const person = (role: Role, code: string, id = `${role} ${code}`): Actor => ({
  kind: 'account',
  id,
  name: `${role} ${code}`,
  post: '',
  grants: [{ role, body: units[code] ?? '', bodyCode: code, bodyName: code }],
  scope: role === 'so-noi-vu' ? 'all' : [units[code] ?? ''],
})
const lan = () => person('so-noi-vu', 'H24.SNV')
const act = <I, O>(actor: Actor, what: Action<I, O>, input: unknown) => perform(t.db, { actor, now: NOW }, what, input)
const see = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now: NOW, newId }))
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}

type Known = {
  name: string
  birth?: string
  sex?: string
  cccd?: string
  cmnd?: string
  phone?: string
  unit?: string
  home?: string
}
const entriesOf = (k: Known): Entry[] => {
  const says = (group: Entry['group'], data: Entry['data']): Entry => ({ group, data, level: 1, source: 'khai' })
  const given = (data: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(data).filter(([, v]) => v !== undefined)) as Entry['data']
  return [
    says('names', { fullName: k.name }),
    says('birth', given({ birth: k.birth, sex: k.sex ?? 'nu', homePlace: k.home })),
    ...(k.cccd || k.cmnd ? [says('identity', given({ cccd: k.cccd, cmnd: k.cmnd }))] : []),
    ...(k.phone ? [says('contact', { phone: k.phone })] : []),
    says('post', { body: units[k.unit ?? HEALTH] ?? '', kind: 'chinh', position: 'Chuyên viên' }),
  ]
}
async function put(k: Known): Promise<string> {
  return see(systemActor(), async (ctx) => {
    const change = changeDossier(null, entriesOf(k), changeAt(ctx, units[k.unit ?? HEALTH] ?? '', null))
    await writePeople(ctx, [change], null)
    return change.person.id
  })
}
const add = async (id: string, more: Entry[]) =>
  see(systemActor(), async (ctx) => {
    const d = await dossier(id)
    await writePeople(ctx, [changeDossier(d, more, changeAt(ctx, d.person.unitId, null))], null)
  })
async function dossier(id: string): Promise<Dossier> {
  const found = (await see(systemActor(), (ctx) => dossiersOf(ctx.tx, [id]))).get(id)
  if (found === undefined) throw new Error('no dossier')
  return found
}
const scan = () => must(act(systemActor(), scanDuplicates, {}))
async function pairOf(a: string, b: string): Promise<Pair | null> {
  const [one, other] = a < b ? [a, b] : [b, a]
  return see(systemActor(), async (ctx) => {
    const [found] = await rows<{ id: string }>(
      ctx.tx,
      sql`select id from duplicates.pair where person_a = ${one} and person_b = ${other}`,
    )
    return found === undefined ? null : findPair(ctx.tx, found.id)
  })
}
async function waiting(a: string, b: string): Promise<Pair> {
  const pair = await pairOf(a, b)
  if (pair === null) throw new Error('no pair')
  return pair
}
const seenAs = async (pair: Pair) => ({
  pair: pair.id,
  version: pair.version,
  versionA: (await dossier(pair.personA)).person.version,
  versionB: (await dossier(pair.personB)).person.version,
})

beforeAll(async () => {
  t = await testDatabase()
  await must(perform(t.db, { actor: systemActor(), now: NOW }, loadRegister, readRegisterFacts()))
  for (const code of [HEALTH, SCHOOL, 'H24.SNV'])
    units[code] = (await see(systemActor(), (ctx) => findUnitByCode(ctx.tx, code)))?.id ?? ''
  const account = await must(
    act(systemActor(), createAccount, {
      username: 'lan',
      name: 'Trần Thị Lan',
      post: 'Chuyên viên',
      phone: '',
      email: '',
      unitId: units['H24.SNV'],
      role: 'so-noi-vu',
      password: 'mat-khau-thu-nghiem-1459',
    }),
  )
  lanId = (account as { id: string }).id
})
afterAll(() => t.drop())

describe('quét', () => {
  it('tìm cặp không dấu cùng đơn vị, nêu lý do; lần quét sau không có gì mới', async () => {
    const a = await put({
      name: 'Nguyễn Văn Đức',
      birth: '1972-09-02',
      sex: 'nam',
      cccd: '030072001234',
      phone: '0912 345 678',
    })
    const b = await put({
      name: 'NGUYEN VAN DUC',
      birth: '1972-09-02',
      sex: 'nam',
      phone: '+84912345678',
      unit: SCHOOL,
    })
    const first = await scan()
    expect(first.people).toBe(2)
    const pair = await waiting(a, b)
    expect(pair).toMatchObject({ state: 'open', verdict: 'likely' })
    expect(pair.reasons.map((r) => r.phrase)).toEqual(
      expect.arrayContaining([
        'cùng ngày sinh',
        'cùng họ tên, một bên gõ không dấu',
        'cùng số điện thoại',
        'thiếu số định danh một bên',
      ]),
    )
    expect(await scan()).toMatchObject({ people: 0, compared: 0, opened: 0 })
    const queue = await see(lan(), (ctx) => readQueue(ctx, 'cho'))
    expect(queue.counts.cho).toBe(1)
    expect(queue.lastScan?.at).toEqual(NOW)
  })

  it('sinh đôi được đánh dấu một lần, không hỏi, kể cả khi hồ sơ đổi', async () => {
    const an = await put({
      name: 'Phạm Văn An',
      birth: '1985-03-12',
      sex: 'nam',
      cccd: '030085001231',
      phone: '0987000111',
    })
    const binh = await put({
      name: 'Phạm Văn Bình',
      birth: '1985-03-12',
      sex: 'nam',
      cccd: '030085001232',
      phone: '0987000111',
    })
    await scan()
    expect(await pairOf(an, binh)).toMatchObject({
      state: 'different',
      reason: 'Cùng họ, cùng ngày sinh, khác tên: có thể sinh đôi.',
    })
    await add(an, [{ group: 'birth', data: { homePlace: 'Xã Tân Thịnh' }, level: 1, source: 'khai' }])
    await scan()
    expect((await waiting(an, binh)).state).toBe('different')
  })

  it('khóa ghép không giữ chữ nào đọc được', async () => {
    const kept = await see(systemActor(), (ctx) =>
      rows<{ type: string }>(
        ctx.tx,
        sql`select data_type as type from information_schema.columns where table_schema = 'duplicates' and table_name = 'match_key' and column_name = 'key'`,
      ),
    )
    expect(kept).toEqual([{ type: 'bigint' }])
  })
})

describe('gộp và hoàn tác', () => {
  it('giữ giá trị đã chọn, mã cũ dẫn tới hồ sơ giữ lại, hoàn tác trả lại cả hai', async () => {
    const a = await put({ name: 'Nguyễn Thị Thu Hà', birth: '1979-03-15', cccd: '030179150379', phone: '0904111222' })
    const b = await put({
      name: 'Nguyễn Thu Hà',
      birth: '1979-03-15',
      phone: '0904111222',
      home: 'Xã Đồng Lạc',
      unit: SCHOOL,
    })
    await scan()
    const pair = await waiting(a, b)
    const before = [await dossier(a), await dossier(b)]
    const page = await must(see(lan(), (ctx) => readPair(ctx, pair.id)))
    expect(page.rows[0]).toMatchObject({ label: 'Họ và tên', differs: true })
    expect(page.rows.find((r) => r.label === 'Số định danh cá nhân')).toMatchObject({ differs: true })
    expect(JSON.stringify(page)).not.toContain('030179150379')
    const viewed = await see(systemActor(), (ctx) =>
      rows<{ by: string; purpose: string }>(
        ctx.tx,
        sql`select actor_name as by, purpose from people.viewing where person_id = ${b}`,
      ),
    )
    expect(viewed).toEqual([{ by: lan().name, purpose: 'Quản lý hồ sơ' }])
    const keep = pair.personA === a ? 'a' : 'b'
    const merged = await must(
      act(lan(), mergePair, { ...(await seenAs(pair)), keep, fields: ['homePlace'], slots: ['post:main'] }),
    )
    expect(merged.survivor).toBe(before[0]?.person.code)
    expect(await dossier(b)).toMatchObject({ person: { mergedInto: a }, facts: [] })
    expect(await dossier(a)).toMatchObject({ person: { name: 'Nguyễn Thị Thu Hà', homePlace: 'Xã Đồng Lạc' } })
    expect((await dossier(a)).facts.filter((f) => f.group === 'names').map((f) => f.data.otherName)).toEqual([
      'Nguyễn Thu Hà',
    ])
    const again = await act(lan(), mergePair, { ...(await seenAs(pair)), version: pair.version + 1, keep })
    expect(again).toMatchObject({ ok: false, code: 'pair.decided' })

    await must(act(lan(), undoDecision, { pair: pair.id }))
    expect(await dossier(b)).toMatchObject({ person: { mergedInto: null, name: 'Nguyễn Thu Hà' } })
    expect((await dossier(b)).facts.map((f) => f.group).sort()).toEqual(before[1]?.facts.map((f) => f.group).sort())
    expect((await dossier(a)).person.homePlace).toBe(null)
    expect((await waiting(a, b)).state).toBe('open')
  })

  it('không hoàn tác khi hồ sơ giữ lại đã được sửa sau khi gộp', async () => {
    const a = await put({ name: 'Đàm Thị Ngọc Diệp', birth: '1994-08-12', phone: '0911940812' })
    const b = await put({ name: 'Đàm Thị Ngọc Diệp', birth: '1994-08-12', phone: '0911940812', unit: SCHOOL })
    await scan()
    const pair = await waiting(a, b)
    await must(act(lan(), mergePair, { ...(await seenAs(pair)), keep: 'a' }))
    await add(pair.personA, [{ group: 'birth', data: { homePlace: 'Xã Lạc Sơn' }, level: 1, source: 'khai' }])
    expect(await act(lan(), undoDecision, { pair: pair.id })).toMatchObject({
      ok: false,
      code: 'pair.survivor-changed',
    })
    expect((await waiting(a, b)).state).toBe('merged')
  })

  it('không gộp hai số định danh còn hiệu lực; hồ sơ vừa đổi thì nạp lại, chỗ đổi được đánh dấu', async () => {
    const a = await put({ name: 'Thân Thị Lệ', birth: '1986-04-09', cccd: '030186090486' })
    const b = await put({ name: 'Thân Thị Lệ', birth: '1986-04-09', cccd: '030186090489' })
    await scan()
    const pair = await waiting(a, b)
    expect(pair.verdict).toBe('conflict')
    const seen = await seenAs(pair)
    expect(await act(lan(), mergePair, { ...seen, keep: 'a' })).toMatchObject({ ok: false, code: 'pair.two-numbers' })
    await add(b, [{ group: 'birth', data: { birthPlace: 'Xã Minh Khê' }, level: 1, source: 'khai' }])
    expect(await act(lan(), mergePair, { ...seen, keep: 'a' })).toMatchObject({ ok: false, code: 'pair.changed' })
    const page = await must(see(lan(), (ctx) => readPair(ctx, pair.id)))
    const side = pair.personA === b ? 'a' : 'b'
    expect(page.changed).toBe(true)
    expect(page.rows.find((r) => r.label === 'Nơi sinh')?.changed).toEqual([side])
    expect(page.blocked).toMatch(/hai số định danh khác nhau/)
  })

  it('cặp khác của hồ sơ đã gộp không hỏi nữa, hoàn tác thì hỏi lại', async () => {
    const known = { name: 'Khổng Minh Tuệ', birth: '1961-05-01', sex: 'nam', phone: '0961010561' }
    const list = [await put(known), await put({ ...known, unit: SCHOOL }), await put({ ...known, home: 'Xã Tân Lạc' })]
    await scan()
    const [x = '', y = '', z = ''] = list
    const pair = await waiting(x, y)
    const gone = pair.personA === x ? y : x
    const keep = pair.personA === x ? 'a' : 'b'
    await must(act(lan(), mergePair, { ...(await seenAs(pair)), keep }))
    expect((await waiting(gone, z)).state).toBe('void')
    await must(act(lan(), undoDecision, { pair: pair.id }))
    expect((await waiting(gone, z)).state).toBe('open')
  })
})

describe('không phải một người', () => {
  it('cần lý do; không hỏi lại sau lần quét nào', async () => {
    const a = await put({ name: 'Nguyễn Gia Thiều', birth: '1963-08-19', sex: 'nam', phone: '0903190863' })
    const b = await put({
      name: 'Nguyễn Gia Thiều',
      birth: '1963-08-19',
      sex: 'nam',
      phone: '0903190863',
      unit: SCHOOL,
    })
    await scan()
    const pair = await waiting(a, b)
    const seen = { pair: pair.id, version: pair.version }
    expect(await act(lan(), tellApart, { ...seen, reason: '', note: '' })).toMatchObject({
      ok: false,
      code: 'pair.reason',
    })
    await must(act(lan(), tellApart, { ...seen, reason: 'Trùng họ tên, hai người khác nhau', note: '' }))
    expect(await act(lan(), tellApart, { ...seen, reason: 'Lần hai', note: '' })).toMatchObject({
      ok: false,
      code: 'pair.stale',
    })
    await add(a, [{ group: 'birth', data: { homePlace: 'Xã Quang Khê' }, level: 1, source: 'khai' }])
    await scan()
    expect((await waiting(a, b)).state).toBe('different')
  })

  it('điều đã xác định theo sang hồ sơ giữ lại khi gộp', async () => {
    const known = { name: 'Nghiêm Xuân Yêm', birth: '1951-03-19', sex: 'nam' }
    const a = await put({ ...known, phone: '0912190351' })
    const b = await put({ ...known, phone: '0912190351', unit: SCHOOL })
    await scan()
    const pair = await waiting(a, b)
    await must(
      act(lan(), tellApart, {
        pair: pair.id,
        version: pair.version,
        reason: 'Trùng họ tên, hai người khác nhau',
        note: '',
      }),
    )
    const c = await put({ ...known, cmnd: '141555444', phone: '0912190351' })
    await scan()
    const third = await waiting(b, c)
    await must(act(lan(), mergePair, { ...(await seenAs(third)), keep: third.personA === c ? 'a' : 'b' }))
    expect((await waiting(a, c)).state).toBe('void')
    await scan()
    expect((await waiting(a, c)).state).toBe('void')
    await must(act(lan(), undoDecision, { pair: third.id }))
    expect((await waiting(a, c)).state).toBe('open')
  })
})

describe('chuyển và quyền', () => {
  it('chuyển cho người được quyết định về cả hai hồ sơ', async () => {
    const a = await put({ name: 'Mạc Đăng Dung', birth: '1983-11-22', sex: 'nam', phone: '0908221183' })
    const b = await put({ name: 'Mạc Đăng Dung', birth: '1983-11-22', sex: 'nam', phone: '0908221183', unit: SCHOOL })
    await scan()
    const pair = await waiting(a, b)
    const seen = { pair: pair.id, version: pair.version, question: 'Hỏi lại trường về ngày vào ngành.' }
    expect(await act(lan(), handOverPair, { ...seen, to: newId() })).toMatchObject({ ok: false, code: 'pair.receiver' })
    await must(act(lan(), handOverPair, { ...seen, to: lanId }))
    expect(await waiting(a, b)).toMatchObject({ state: 'unsure', handedTo: lanId, handedName: 'Trần Thị Lan' })
    const received = await see(lan(), (ctx) => pairLines(ctx.tx, 'chuyen'))
    expect(received.map((p) => p.id)).toContain(pair.id)
  })

  it('cơ quan chỉ thấy và quyết định cặp mà cả hai hồ sơ do mình quản lý', async () => {
    const a = await put({ name: 'Lại Thế Vinh', birth: '1970-07-15', sex: 'nam', phone: '0915700715' })
    const b = await put({ name: 'Lại Thế Vinh', birth: '1970-07-15', sex: 'nam', phone: '0915700715', unit: SCHOOL })
    const c = await put({ name: 'Lại Thế Vinh', birth: '1970-07-15', sex: 'nam', phone: '0915700715' })
    await scan()
    const [mixed, own] = [await waiting(a, b), await waiting(a, c)]
    const officer = person('co-quan', HEALTH)
    const lines = await see(officer, (ctx) => pairLines(ctx.tx, 'cho'))
    expect(lines.map((p) => p.id)).toContain(own.id)
    expect(lines.map((p) => p.id)).not.toContain(mixed.id)
    expect(await see(officer, (ctx) => readPair(ctx, mixed.id))).toMatchObject({ ok: false, kind: 'absent' })
    expect(
      await act(officer, tellApart, { pair: mixed.id, version: mixed.version, reason: 'Thử', note: '' }),
    ).toMatchObject({ ok: false })
    expect(await act(officer, scanDuplicates, {})).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(
      await act(person('lanh-dao', HEALTH), tellApart, { pair: own.id, version: own.version, reason: 'Thử', note: '' }),
    ).toMatchObject({ ok: false, kind: 'forbidden' })
    await must(
      act(officer, tellApart, {
        pair: own.id,
        version: own.version,
        reason: 'Trùng họ tên, hai người khác nhau',
        note: '',
      }),
    )
    const counts = await see(officer, (ctx) => pairCounts(ctx.tx))
    expect(counts.khac).toBeGreaterThan(0)
  })
})

describe('ghép dòng của tệp với sổ bộ', () => {
  it('TCVN3, VNI, tổ hợp, không dấu cùng ngày sinh đều ra một người', async () => {
    const known = await put({ name: 'Nguyễn Văn Đức', birth: '1968-04-17', sex: 'nam', phone: '0368170468' })
    const spellings = ['NguyÔn V¨n §øc', 'Nguyeãn Vaên Ñöùc', 'Nguyễn Văn Đức'.normalize('NFD'), 'Nguyen Van Duc']
    const found = await see(systemActor(), async (ctx) => {
      const records = spellings.map((name) =>
        recordOf(
          changeDossier(
            null,
            entriesOf({ name, birth: '1968-04-17', sex: 'nam' }),
            changeAt(ctx, units[HEALTH] ?? '', null),
          ),
        ),
      )
      const list = await matchInRegister(ctx, records)
      return records.map((r) => (list.get(r.id) ?? []).map((c) => [c.record.id, c.decision.verdict]))
    })
    expect(found).toEqual(spellings.map(() => [[known, 'likely']]))
  })

  it('nêu ứng viên mạnh nhất trước; người lạ không có ứng viên', async () => {
    const known = await put({
      name: 'Kiều Oanh Mậu',
      birth: '1966-10-07',
      sex: 'nam',
      cccd: '030066071066',
      phone: '0916071066',
    })
    const rowsOf = (list: Known[]) =>
      see(systemActor(), async (ctx) => {
        const changes = list.map((k) => changeDossier(null, entriesOf(k), changeAt(ctx, units[HEALTH] ?? '', null)))
        const records = changes.map((c) => recordOf(c))
        const found = await matchInRegister(ctx, records)
        return records.map((r) => (found.get(r.id) ?? []).map((c) => [c.record.id, c.decision.verdict]))
      })
    const found = await rowsOf([
      { name: 'KS. Kiều Oanh Mậu', birth: '1966-10-07', sex: 'nam', cccd: '030066071066' },
      { name: 'Kieu Oanh Mau', birth: '1966', sex: 'nam', phone: '0916.071.066' },
      { name: 'Vương Thị Lạ', birth: '1999-01-02' },
    ])
    expect(found[0]).toEqual([[known, 'auto']])
    expect(found[1]).toEqual([[known, 'possible']])
    expect(found[2]).toEqual([])
  })
})
