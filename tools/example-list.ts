/** Danh sách mẫu (`node tools/example-list.ts`): writes `examples/danh-sach-can-bo.xlsx` and the truth of its rows beside it. */
import fs from 'node:fs'
import { SENDER, sampleList } from '../src/demo/register/sample-list.ts'
import { staffWorkbook } from '../src/demo/register/staff-workbook.ts'

const folder = new URL('../examples/', import.meta.url)
const list = sampleList()
const ABOUT =
  'Sự thật của từng dòng trong danh-sach-can-bo.xlsx: điều một người đọc kỹ biết được từ dòng ấy, theo nhóm.trường của sổ. Không ai có thật.'
fs.writeFileSync(new URL('danh-sach-can-bo.xlsx', folder), staffWorkbook(list))
const lines = list.truth.map((row) => `  ${JSON.stringify(row)}`)
fs.writeFileSync(
  new URL('danh-sach-can-bo.json', folder),
  `{\n"about": ${JSON.stringify(ABOUT)},\n"body": ${JSON.stringify(SENDER.code)},\n"rows": [\n${lines.join(',\n')}\n]\n}\n`,
)
