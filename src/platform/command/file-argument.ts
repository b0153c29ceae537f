/** Tệp nêu ở dòng lệnh: the bytes of a file named after a verb. */
import fs from 'node:fs'
import path from 'node:path'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { MAX_FILE } from '../files/upload.ts'
import { wrongCall } from './line.ts'

/** The file named first in `args`; refuses none, a missing one, a folder, one over 20 MB, one without the right to read. `usage` = how the verb is called. */
export function fileArgument(
  args: readonly string[],
  usage: string,
): Decision<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = args[0]
  if (file === undefined) return wrongCall(`Thiếu tên tệp. Cách dùng: ${usage}.`)
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return refuse('absent', 'file.absent', `Không tìm thấy tệp "${file}". Kiểm tra đường dẫn.`)
  if (!found.isFile())
    return refuse('invalid', 'file.not-file', `"${file}" không phải là tệp. Chọn một tệp .docx, .pdf hoặc .txt.`)
  if (found.size > MAX_FILE)
    return refuse('invalid', 'file.too-large', `Tệp "${file}" lớn hơn 20 MB nên chưa được đọc.`)
  try {
    return accept({ name: path.basename(file), bytes: fs.readFileSync(file) })
  } catch {
    return refuse('invalid', 'file.unreadable', `Không mở được tệp "${file}". Kiểm tra quyền đọc tệp.`)
  }
}
