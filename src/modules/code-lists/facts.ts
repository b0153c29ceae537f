/** Danh mục đi kèm sản phẩm: reads `facts/code-lists.json` as inputs of `publishList`. Used by commands and the sample world. */
import fs from 'node:fs'
import type { z } from 'zod'
import { listInput } from './actions/publish-list.ts'

type ListFile = { lists: { name: string; title: string; versions: Record<string, unknown>[] }[] }

/** Every shipped version, oldest first within its list. Throws when the file is damaged. */
export function readCodeLists(
  file: URL = new URL('../../../facts/code-lists.json', import.meta.url),
): z.infer<typeof listInput>[] {
  const read = JSON.parse(fs.readFileSync(file, 'utf8')) as ListFile
  return read.lists.flatMap(({ name, title, versions }) => versions.map((v) => listInput.parse({ name, title, ...v })))
}
