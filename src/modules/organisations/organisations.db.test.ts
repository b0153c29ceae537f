import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { type Day, day } from '../../kernel/day.ts'
import { yearPeriod } from '../../kernel/validity.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { loadRegister } from './actions/load-register.ts'
import { territoryTree } from './commands.ts'
import { readRegisterFacts } from './facts.ts'
import { anEvent, aUnit, inventedProvince } from './fixtures.ts'
import { dutyHolders, ownerless } from './rules/duty.ts'
import {
  events,
  findUnit,
  findUnitByCode,
  issuerOn,
  nameResolver,
  officeNames,
  subtreeOf,
  territoryOn,
  unitsOn,
} from './views.ts'
import type { TreeNode, Unit, UnitGroup } from './words.ts'

const actor = systemActor()
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')

let t: TestDatabase
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, actor, work)
const unit = async (code: string): Promise<Unit> => {
  const found = await read((tx) => findUnitByCode(tx, code))
  if (!found) throw new Error(`no unit ${code}`)
  return found
}
const tree = async (on: string): Promise<TreeNode> => {
  const found = await read((tx) => territoryTree({ tx, actor, now, newId }, day(on)))
  if (!found.ok) throw new Error(found.message)
  return found.value
}

const size = (n: TreeNode): number => n.children.reduce((sum, c) => sum + size(c), 1)

beforeAll(async () => {
  t = await testDatabase()
  const refused = await perform(t.db, { actor: ANONYMOUS, now }, loadRegister, inventedProvince())
  expect(refused).toMatchObject({ ok: false, kind: 'forbidden' })
  const loaded = await perform(t.db, { actor, now }, loadRegister, readRegisterFacts())
  expect(loaded).toMatchObject({ ok: true, value: { units: 449, events: 8 } })
})
afterAll(() => t.drop())

describe('cây của địa bàn theo ngày', () => {
  const bodies = (n: TreeNode) => n.children.filter((c) => c.kind === 'body').length
  const districts = (n: TreeNode) => n.children.filter((c) => c.kind === 'district')
  const communes = (n: TreeNode): number =>
    n.children.reduce((sum, c) => sum + (c.kind === 'commune' ? 1 : communes(c)), 0)

  test.each<[string, string, number, number, number]>([
    ['2024-04-22', 'H23', 71, 12, 235],
    ['2024-11-30', 'H23', 71, 12, 235],
    ['2024-12-01', 'H23', 71, 12, 207],
    ['2025-02-19', 'H23', 71, 12, 207],
    ['2025-02-20', 'H23', 66, 12, 207],
    ['2025-06-30', 'H23', 66, 12, 207],
    ['2025-07-01', 'H24', 34, 0, 114],
    ['2026-11-23', 'H24', 34, 0, 114],
  ])('ngày %s: %s có %i cơ quan, %i huyện, %i xã', async (on, root, b, d, c) => {
    const found = await tree(on)
    expect([found.code, bodies(found), districts(found).length, communes(found)]).toEqual([root, b, d, c])
  })

  test('số xã của từng huyện đúng danh mục trước và sau 01/12/2024', async () => {
    const count = async (on: string) => districts(await tree(on)).map((d) => [d.code.slice(4), d.children.length])
    expect(await count('2024-04-22')).toEqual([
      ['288', 25],
      ['290', 19],
      ['291', 19],
      ['292', 23],
      ['293', 18],
      ['294', 20],
      ['295', 17],
      ['296', 16],
      ['297', 18],
      ['298', 23],
      ['299', 20],
      ['300', 17],
    ])
    expect((await count('2024-12-01')).map(([, n]) => n)).toEqual([24, 19, 15, 22, 14, 16, 15, 15, 14, 20, 16, 17])
  })

  test('64 trong 114 xã của thành phố mới nhận địa bàn của tỉnh cũ', async () => {
    const old = new Set((await read((tx) => territoryOn(tx, '', day('2025-06-30')))).map((u) => u.id))
    expect(old.size).toBe(0)
    const links = (await read(events)).find((e) => e.key === 'cap-xa-2025-07-01')?.edges ?? []
    expect(new Set(links.filter((x) => x.from !== null).map((x) => x.to)).size).toBe(64)
    expect(new Set(links.map((x) => x.to)).size).toBe(114)
  })

  test('nút mang ngày bắt đầu, ngày kết thúc, loại đúng của ngày ấy', async () => {
    const district = districts(await tree('2024-04-22')).find((d) => d.code === 'H23.299')
    expect(district?.children.find((c) => c.code === 'H23.11203')).toMatchObject({
      name: 'Xã Đồng Tâm',
      type: 'Xã',
      to: '2025-07-01',
    })
    const later = districts(await tree('2024-12-01')).find((d) => d.code === 'H23.299')
    expect(later?.children.find((c) => c.code === 'H23.11203')).toMatchObject({
      name: 'Thị trấn Ninh Giang',
      type: 'Thị trấn',
    })
  })

  test('trước ngày sổ bộ bắt đầu: nói rõ ngày', async () => {
    const found = await read((tx) => territoryTree({ tx, actor, now, newId }, day('2023-12-31')))
    expect(found).toMatchObject({ ok: false, kind: 'absent' })
  })
})

describe('nhiệm vụ của kế hoạch ban hành ngày 22/04/2024', () => {
  const given = day('2024-04-22')
  const groups: UnitGroup[] = ['co-quan-chuyen-mon', 'don-vi-su-nghiep', 'cap-huyen']
  const holders = async (year: number) => {
    const start = (await read((tx) => unitsOn(tx, given))).filter((u) => groups.includes(u.group))
    const history = await read(events)
    return {
      found: dutyHolders(
        start.map((u) => ({ unitId: u.id, from: given })),
        history,
        yearPeriod(year),
      ),
      history,
    }
  }
  const codes = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await read((tx) => findUnit(tx, id)))?.code ?? ''))
  const countBy = (list: readonly string[]) => ({
    departments: list.filter((c) => /^H2[34]\.(S[A-Z]|VP|TTRA)/.test(c)).length,
    districts: list.filter((c) => /^H23\.\d{3}$/.test(c)).length,
    communes: list.filter((c) => /^H24\.\d{5}$/.test(c)).length,
    all: list.length,
  })

  test('2024: 17 cơ quan chuyên môn, 20 đơn vị sự nghiệp, 12 huyện', async () => {
    const { found } = await holders(2024)
    expect(countBy(await codes(found.map((h) => h.unitId)))).toEqual({
      departments: 17,
      districts: 12,
      communes: 0,
      all: 49,
    })
    expect(found.every((h) => h.valid.from === given && h.valid.to === '2025-01-01')).toBe(true)
  })

  test('2025: đơn vị kết thúc với ngày cuối, và mọi nơi kế thừa; không nhiệm vụ nào mất chủ', async () => {
    const { found, history } = await holders(2025)
    expect(countBy(await codes(found.map((h) => h.unitId)))).toEqual({
      departments: 30,
      districts: 12,
      communes: 64,
      all: 126,
    })
    const ends = Map.groupBy(found, (h) => h.valid.to ?? '')
    expect([...ends].map(([to, list]) => [to, list.length]).sort()).toEqual([
      ['2025-02-20', 6],
      ['2025-07-01', 24],
      ['2026-01-01', 96],
    ])
    expect(ownerless(found, history)).toEqual([])
  })

  test('2026: 12 sở của thành phố, 20 đơn vị còn hoạt động, 64 xã', async () => {
    const { found } = await holders(2026)
    const list = await codes(found.map((h) => h.unitId))
    expect(countBy(list)).toEqual({ departments: 12, districts: 0, communes: 64, all: 96 })
    expect(list).toContain('H24.SNV')
    expect(list).not.toContain('H24.SNGV')
    expect(list).toContain('H23.BVDK')
  })

  test('Sở Thông tin và Truyền thông: nhiệm vụ sang hai sở theo chức năng, rồi sang hai sở của thành phố', async () => {
    const press = await unit('H23.STTTT')
    const history = await read(events)
    const found = dutyHolders([{ unitId: press.id, from: given }], history, { from: given, to: null })
    expect(await codes(found.map((h) => h.unitId))).toEqual(
      expect.arrayContaining(['H23.STTTT', 'H23.SKHCN', 'H23.SVHTTDL', 'H24.SKHCN', 'H24.SVHTTDL']),
    )
    expect(found).toHaveLength(5)
  })
})

describe('cơ quan ban hành theo ngày', () => {
  test.each<[string, string, string, string]>([
    ['2024-04-22', 'UBND tỉnh Hải Dương', 'H23.SNV', 'Hải Dương'],
    ['2025-06-30', 'UBND tỉnh Hải Dương', 'H23.SNV', 'Hải Dương'],
    ['2025-07-01', 'UBND thành phố Hải Phòng', 'H24.SNV', 'Hải Phòng'],
    ['2026-11-23', 'UBND thành phố Hải Phòng', 'H24.SNV', 'Hải Phòng'],
  ])('ngày %s: %s', async (on, committee, homeAffairs, place) => {
    const territory = await unit('H23')
    const found = await read((tx) => issuerOn(tx, territory.id, day(on)))
    expect([found.committee.officeName, found.homeAffairs.code, found.place]).toEqual([committee, homeAffairs, place])
  })
})

describe('tỉnh khác, 1.500 đơn vị', () => {
  let big: TestDatabase
  beforeAll(async () => {
    big = await testDatabase()
    const facts = inventedProvince()
    const many = Array.from({ length: 1500 }, (_, n) =>
      aUnit(`Y01.901.D${n}`, { parent: n < 30 ? 'Y01.901' : `Y01.901.D${n % 30}`, group: 'don-vi-su-nghiep' }),
    )
    const loaded = await perform(big.db, { actor, now }, loadRegister, { ...facts, units: [...facts.units, ...many] })
    expect(loaded).toMatchObject({ ok: true, value: { units: 1509 } })
  })
  afterAll(() => big.drop())

  test('cây đọc bằng vài câu lệnh, không chậm theo số đơn vị', async () => {
    await transact(big.db, actor, async (tx) => {
      const found = await territoryTree({ tx, actor, now, newId }, day('2026-01-01'))
      expect(tx.statements).toBeLessThanOrEqual(4)
      expect(found.ok && size(found.value)).toBe(1508)
    })
  })

  test('không tên tỉnh nào nằm trong mã: tỉnh bịa có cây, cơ quan ban hành, sự kiện như nhau', async () => {
    await transact(big.db, actor, async (tx) => {
      const province = await findUnitByCode(tx, 'Y01')
      const issuer = await issuerOn(tx, province?.id ?? '', day('2026-01-01'))
      expect([issuer.committee.officeName, issuer.homeAffairs.code, issuer.place]).toEqual([
        'UBND tỉnh An Bình',
        'Y01.SNV',
        'An Bình',
      ])
      const moved = await findUnitByCode(tx, 'Y01.90201', day('2024-09-01'))
      expect(moved?.parentId).toBe((await findUnitByCode(tx, 'Y01.901'))?.id)
    })
  })
})

describe('đọc sổ bộ', () => {
  test('tìm theo mã: ngày nào cũng ra đúng đơn vị, không ghép theo tên', async () => {
    const at = (code: string, on: string) => read((tx) => findUnitByCode(tx, code, day(on)))
    expect(await at('H23.10756', '2024-11-30')).toMatchObject({ name: 'Xã Cộng Hòa' })
    expect(await at('H23.10756', '2024-12-01')).toMatchObject({ name: 'Xã Lai Khê', officeName: 'UBND xã Lai Khê' })
    expect(await at('H23.10756', '2025-07-01')).toBeNull()
    expect(await unit('H23.10756')).toMatchObject({
      name: 'Xã Lai Khê',
      valid: { from: '2024-01-01', to: '2025-07-01' },
    })
  })

  test('13 tên trùng: mỗi mã một đơn vị, tên trùng không tự chọn', async () => {
    const units = (await read((tx) => unitsOn(tx, day('2024-04-22')))).filter((u) => u.group === 'cap-xa')
    const same = Map.groupBy(units, (u) => u.name.replace(/^(Xã|Phường|Thị trấn) /, '').replace('Hoà', 'Hòa'))
    expect([...same.values()].filter((list) => list.length > 1)).toHaveLength(13)
    const on = day('2024-04-22')
    const resolve = await read((tx) => nameResolver(tx, { territoryId: null, day: on, today: on, documentId: null }))
    expect(resolve('UBND xã Hồng Phong')).toMatchObject({ kind: 'ambiguous', units: [], candidates: { length: 3 } })
  })

  test('đơn vị sự nghiệp còn hoạt động chuyển về thành phố, giữ mã và tên', async () => {
    const city = await unit('H24')
    const hospital = await read((tx) => findUnitByCode(tx, 'H23.BVDK', day('2025-07-01')))
    expect(hospital).toMatchObject({
      name: 'Bệnh viện Đa khoa tỉnh',
      parentId: city.id,
      valid: { from: '2024-01-01', to: null },
    })
  })

  test('cây con của huyện và của tỉnh', async () => {
    const [province, district] = [await unit('H23'), await unit('H23.296')]
    const below = (id: string, on: Day) => read((tx) => subtreeOf(tx, [id], on)).then((l) => l.length)
    expect(await below(district.id, day('2024-04-22'))).toBe(17)
    expect(await below(province.id, day('2024-04-22'))).toBe(1 + 71 + 12 + 235)
    expect(await below(province.id, day('2025-07-01'))).toBe(0)
  })

  test('tên gần nhất của đơn vị đã kết thúc vẫn đọc được', async () => {
    const press = await unit('H23.STTTT')
    expect((await read((tx) => officeNames(tx, [press.id, press.id]))).get(press.id)).toBe(
      'Sở Thông tin và Truyền thông',
    )
  })

  test('sổ bộ đã có đơn vị thì không nạp đè; dữ kiện sai bị từ chối và không ghi gì', async () => {
    expect(await perform(t.db, { actor, now }, loadRegister, readRegisterFacts())).toMatchObject({
      ok: false,
      kind: 'conflict',
    })
    const bad = { ...inventedProvince(), events: [anEvent('2024-09-01', { ends: ['Y01.SYT'] })] }
    expect(await perform(t.db, { actor, now }, loadRegister, bad)).toMatchObject({ ok: false, kind: 'invalid' })
  })

  test('một ngày của sổ bộ đọc bằng một câu lệnh, sự kiện bằng ba', async () => {
    await read(async (tx) => {
      await unitsOn(tx, day('2025-07-01'))
      expect(tx.statements).toBe(1)
      await events(tx)
      expect(tx.statements).toBe(4)
    })
  })

  test('hai tên cùng ngày, hai cấp trên cùng ngày: cơ sở dữ liệu không nhận', async () => {
    const province = await unit('H23')
    const twice = (table: string, columns: string, values: string) =>
      read((tx) =>
        tx.client.query(
          `insert into organisations.${table} (unit_id, ${columns}, valid) values ($1, ${values}, '[2024-05-01,)')`,
          [province.id],
        ),
      )
    await expect(twice('unit_name', 'name, office_name', "'Tỉnh khác', 'UBND tỉnh khác'")).rejects.toMatchObject({
      constraint: 'one_name_at_a_time',
    })
    await expect(twice('unit_identifier', 'scheme, value', "'he-thong', 'H99'")).rejects.toMatchObject({
      constraint: 'one_code_at_a_time',
    })
  })
})
