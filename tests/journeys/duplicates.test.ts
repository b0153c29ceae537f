/** Hành trình trùng lặp: gộp, xác định hai người, hoàn tác; cặp đã quyết định không trở lại. */
import { expect } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { scanDuplicates } from '../../src/modules/duplicates/public.ts'
import { findUnitByCode } from '../../src/modules/organisations/public.ts'
import { changeAt, changeDossier, type Entry, writePeople } from '../../src/modules/people/public.ts'
import { newId, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, rows, sql } from '../../src/platform/database/sql.ts'
import { journey, type Traveller } from './journey.ts'
import { LAN, LEADER } from './people.ts'
import { NOW, type World } from './world.ts'

type Known = { name: string; birth: string; sex: 'nam' | 'nu'; phone: string; unit: string; cccd?: string }

const PEOPLE: readonly Known[] = [
  {
    name: 'Nhữ Thị Thu Hà',
    birth: '1979-03-15',
    sex: 'nu',
    phone: '0904111222',
    unit: 'H24.SYT',
    cccd: '030179150379',
  },
  { name: 'Nhữ Thu Hà', birth: '1979-03-15', sex: 'nu', phone: '0904111222', unit: 'H24.SGDDT' },
  { name: 'Mạc Đình Thiều', birth: '1963-08-19', sex: 'nam', phone: '0903190863', unit: 'H24.SYT' },
  { name: 'Mạc Đình Thiều', birth: '1963-08-19', sex: 'nam', phone: '0903190864', unit: 'H24.SGDDT' },
]

const entriesOf = (k: Known, body: string): Entry[] => {
  const says = (group: Entry['group'], data: Entry['data']): Entry => ({ group, data, level: 1, source: 'khai' })
  return [
    says('names', { fullName: k.name }),
    says('birth', { birth: k.birth, sex: k.sex }),
    says('contact', { phone: k.phone }),
    says('post', { body, kind: 'chinh', position: 'Chuyên viên' }),
    ...(k.cccd === undefined ? [] : [says('identity', { cccd: k.cccd })]),
  ]
}

/** Puts the four people in and scans. */
async function fill({ db }: World): Promise<void> {
  const actor = systemActor()
  await transact(db, actor, async (tx) => {
    const ctx = { tx, actor, now: NOW, newId }
    for (const k of PEOPLE) {
      const unit = (await findUnitByCode(tx, k.unit))?.id ?? ''
      await writePeople(ctx, [changeDossier(null, entriesOf(k, unit), changeAt(ctx, unit, null))], null)
    }
  })
  await scan(db)
}

const scan = (db: World['db']) => perform(db, { actor: systemActor(), now: NOW }, scanDuplicates, {})
const codeOf = async (j: Traveller, name: string): Promise<string> =>
  (
    await transact(j.world.db, systemActor(), (tx) =>
      row<{ code: string }>(tx, sql`select code from people.person where name = ${name} order by code limit 1`),
    )
  ).code
const statesOf = (j: Traveller, name: string) =>
  transact(j.world.db, systemActor(), (tx) =>
    rows<{ state: string }>(
      tx,
      sql`select d.state from duplicates.pair d join people.person p on p.id = d.person_a where p.name = ${name} or exists (select 1 from people.person q where q.id = d.person_b and q.name = ${name})`,
    ),
  )

journey('S7', 'gộp bằng phím 1, mã cũ vẫn dẫn tới hồ sơ giữ lại', { budget: 3, who: LAN }, async (j) => {
  await j.aside(async () => {
    await fill(j.world)
    await j.page.reload()
  })
  await j.step('Mở «Trùng lặp»', () => j.menu('Trùng lặp'))
  expect(await j.heading()).toMatch(/^\d+ cặp hồ sơ nghi trùng$/)
  await j.step('Mở cặp Nhữ Thị Thu Hà', () => j.press('link', /^Nhữ (Thị )?Thu Hà/))
  await j.see('Gộp hai hồ sơ này? Mã cũ vẫn dùng được và có thể hoàn tác.')
  await j.see('cùng ngày sinh')
  const [full, short] = [await codeOf(j, 'Nhữ Thị Thu Hà'), await codeOf(j, 'Nhữ Thu Hà')]
  await j.step('Phím 1: gộp', () => j.page.keyboard.press('1'))
  await j.see(`Đã gộp hồ sơ ${short} vào ${full}. Mã cũ vẫn dùng được và có thể hoàn tác.`)
  expect(await statesOf(j, 'Nhữ Thu Hà')).toEqual([{ state: 'merged' }])
  await j.aside(async () => {
    await j.open(`/tri-thuc/${short}`)
    expect(new URL(j.page.url()).pathname).toBe(`/tri-thuc/${full}`)
    await j.open('/trung-lap?loc=da-gop')
    await j.press('link', /^Nhữ (Thị )?Thu Hà/)
    await j.press('button', 'Hoàn tác quyết định')
    await j.see(/lại chờ quyết định/)
    expect(await statesOf(j, 'Nhữ Thu Hà')).toEqual([{ state: 'open' }])
  })
})

journey('S7', 'không phải một người: phím 2, không hỏi lại sau khi quét', { budget: 4, who: LAN }, async (j) => {
  await j.aside(async () => {
    await fill(j.world)
    await j.page.reload()
  })
  await j.step('Mở «Trùng lặp»', () => j.menu('Trùng lặp'))
  await j.step('Mở cặp Mạc Đình Thiều', () => j.press('link', /^Mạc Đình Thiều/))
  await j.step('Phím 2: không phải một người', () => j.page.keyboard.press('2'))
  await j.see(/không phải một người\. Cặp này không hỏi lại\./)
  await j.aside(async () => {
    await scan(j.world.db)
    await j.open('/trung-lap')
    expect(await j.page.getByText('Mạc Đình Thiều').count()).toBe(0)
    await j.open('/trung-lap?loc=khac')
    await j.see('Trùng họ tên, hai người khác nhau')
  })
})

journey('S7', 'chuyển cặp chưa rõ, không kịch bản', { who: LAN, scripts: false }, async (j) => {
  await j.aside(() => fill(j.world))
  await j.open('/trung-lap')
  await j.press('link', /^Mạc Đình Thiều/)
  await j.press('button', '3 Chưa rõ, chuyển…')
  await j.press('button', 'Chuyển cặp này')
  await j.see('Chọn người nhận')
})

journey('S7', 'lãnh đạo tỉnh không có mục Trùng lặp', { who: LEADER }, async (j) => {
  expect(await j.page.getByRole('link', { name: /^Trùng lặp/ }).count()).toBe(0)
  await j.open('/trung-lap')
  await j.see(/Liên hệ: Sở Nội vụ/)
})
