/** Con trỏ của danh sách: where the next page begins, as one opaque word. It holds the key of the last row, nothing secret. */
import type { z } from 'zod'
import { accept, type Decision, refuseFields } from '../../kernel/result.ts'

/** The cursor of a key. */
export const cursorOf = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url')

const WRONG = 'Con trỏ không đọc được. Dùng nguyên giá trị next của trang trước, hoặc bỏ after để đọc từ đầu.'

/** The key of a cursor; null without one; refused when it is none of this list. */
export function keyOfCursor<K>(schema: z.ZodType<K>, cursor: unknown): Decision<K | null> {
  if (cursor === undefined || cursor === '') return accept(null)
  const parsed = schema.safeParse(decoded(String(cursor)))
  return parsed.success ? accept(parsed.data) : refuseFields('cursor', { after: WRONG })
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** The part of a short list that is already in memory: in the order of `keyOf`, which no two rows share. */
export function windowOf<R>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  window: { readonly limit: number; readonly after: readonly [string] | null },
): R[] {
  const after = window.after?.[0]
  return rows
    .filter((r) => after === undefined || keyOf(r) > after)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, window.limit)
}
