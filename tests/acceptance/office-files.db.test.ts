/**
 * Tệp do chương trình khác làm ra: LibreOffice writes a staff list as .xlsx, .xls and .csv, each is imported alike; a file whose
 * headings follow the national profile maps by itself.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendFile } from '../../src/modules/imports/actions/send-file.ts'
import { undoBatch } from '../../src/modules/imports/actions/undo-batch.ts'
import { nationalProfile } from '../../src/modules/imports/profile-file.ts'
import type { Plan } from '../../src/modules/imports/rules/plan.ts'
import { headingKey } from '../../src/modules/imports/rules/sheet.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { testDatabase } from '../database.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'
import { BODY, importWorld, workbookOf } from './import-world.ts'

let t: TestDatabase
let w: ReturnType<typeof importWorld>
let folder = ''
beforeAll(async () => {
  t = await testDatabase()
  w = importWorld(t.db)
  await w.prepare()
  folder = mkdtempSync(join(tmpdir(), 'tep-van-phong-'))
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await t.drop()
})

const makes = (): boolean => hasLibreOffice('chưa thử tệp do nó làm ra')

function converted(to: string, file: string): Uint8Array {
  convert(folder, to, file)
  return readFileSync(join(folder, file.replace(/\.\w+$/, `.${to.split(':')[0]}`)))
}

const LIST: readonly Row[] = [
  ['DANH SÁCH VIÊN CHỨC'],
  ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Trình độ chuyên môn', 'Năm tốt nghiệp'],
  [{ plain: 1 }, 'Phạm Thị Ánh Tuyết', '02/09/1972', 'Nữ', '030172001234', 'Thạc sĩ', { plain: 1995 }],
  [{ plain: 2 }, 'Đỗ Hữu Nghĩa', '15/03/1980', 'Nam', '030080004321', 'Đại học', { plain: 2002 }],
]
const register = () =>
  asOwner(
    t.db,
    `select p.name, p.sex, p.birth::text, f.grp, f.data from people.person p join people.fact f on f.person_id = p.id
     where p.removed_at is null and f.superseded_at is null and f.grp in ('education', 'birth') order by p.name, f.grp`,
  )

describe('LibreOffice', () => {
  it('.xlsx, .xls và .csv do LibreOffice ghi: cùng hai hồ sơ như tệp gốc, không điều gì phải sửa', async () => {
    if (!makes()) return
    const own = await workbookOf(LIST)
    const first = await w.write(own)
    const expected = await register()
    expect([first.counts.new, first.counts.error]).toEqual([2, 0])
    await w.act(undoBatch, { id: first.id })
    writeFileSync(join(folder, 'danh-sach.xlsx'), own.bytes)
    converted('ods', 'danh-sach.xlsx')
    for (const to of [
      'xlsx:Calc MS Excel 2007 XML',
      'xls:MS Excel 97',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,1066',
    ]) {
      const name = `danh-sach.${to.split(':')[0]}`
      const told = await w.write({ name, bytes: converted(to, 'danh-sach.ods') })
      expect([name, told.counts.new, told.counts.error, told.findings]).toEqual([name, 2, 0, first.findings])
      expect(await register()).toEqual(expected)
      await w.act(undoBatch, { id: told.id })
    }
  }, 240_000)
})

describe('Cột theo Cơ sở dữ liệu quốc gia (Nghị định 27/2026/NĐ-CP)', () => {
  const planOf = async (rows: readonly Row[]) => {
    const { id } = await w.act(sendFile, {
      coQuan: BODY,
      file: { ...(await workbookOf(rows)), mediaType: '' },
      ngay: '',
    })
    const [batch] = await asOwner<{ plan: Plan; notes: string[] }>(
      t.db,
      'select plan, notes from imports.batch where id = $1',
      [id],
    )
    if (!batch) throw new Error('không có lô')
    return batch
  }
  const known = [
    'Căn cước',
    'Họ tên',
    'Giới tính',
    'Ngày, tháng, năm sinh',
    'Quê quán',
    'Dân tộc',
    'Cơ quan, đơn vị làm việc',
  ]
  const person = (...more: string[]): Row => [
    '030172001234',
    'Phạm Thị Ánh',
    'Nữ',
    '02/09/1972',
    'Nam Sách',
    'Kinh',
    'Sở Y tế',
    ...more,
  ]

  it('tiêu đề theo hồ sơ: mọi cột tự ghép, nêu chưa được chứng nhận và nhóm không thu thập', async () => {
    const head = [...known, 'Vị trí việc làm', 'Chức vụ', 'Chức danh', 'Sức khỏe']
    const { plan, notes } = await planOf([head, person('Bác sĩ', 'Trưởng khoa', 'Bác sĩ chính', 'Loại I')])
    const columns = plan.sheets[0]?.columns ?? []
    const expected = head.map(
      (h) => [...nationalProfile().targets].find(([key]) => key === headingKey(h))?.[1][0] ?? 'never',
    )
    expect(columns.map((c) => c.target)).toEqual(expected)
    expect(columns.every((c) => c.certainty === 'chac')).toBe(true)
    expect(notes.join('\n')).toContain('chưa được cơ quan nào chứng nhận')
    expect(notes.join('\n')).toMatch(/Nhóm 10 «Sức khỏe»: Không thu thập/)
  })

  it('danh sách thường của cơ quan không bị coi là theo hồ sơ', async () => {
    const { notes } = await planOf(LIST)
    expect(notes.join('\n')).not.toContain('Cơ sở dữ liệu quốc gia')
  })
})
