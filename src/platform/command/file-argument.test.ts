/** Tệp nêu ở dòng lệnh: what is refused, and with which words. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { MAX_FILE } from '../files/upload.ts'
import { fileArgument } from './file-argument.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tep-'))
const at = (name: string, content: string) => {
  fs.writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}
afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('Tệp nêu ở dòng lệnh', () => {
  it('tên có dấu và khoảng trắng vẫn đọc được', () => {
    const read = fileArgument([at('kế hoạch (bản cuối).txt', 'Kế hoạch')], 'plan read TỆP')
    expect(read).toMatchObject({ ok: true, value: { name: 'kế hoạch (bản cuối).txt' } })
  })

  test.each([
    ['không nêu tệp', [], 'usage', 'Thiếu tên tệp. Cách dùng: plan read TỆP.'],
    ['tệp không có', [path.join(folder, 'x.txt')], 'file.absent', 'Kiểm tra đường dẫn'],
    ['thư mục', [folder], 'file.not-file', 'không phải là tệp'],
  ])('%s', (_, args, code, message) => {
    const read = fileArgument(args, 'plan read TỆP')
    expect(read).toMatchObject({ ok: false, code, message: expect.stringContaining(message) })
  })

  it('tệp lớn hơn 20 MB không được mở', () => {
    const large = at('lon.txt', '')
    fs.truncateSync(large, MAX_FILE + 1)
    expect(fileArgument([large], 'plan read TỆP')).toMatchObject({ ok: false, code: 'file.too-large' })
  })
})
