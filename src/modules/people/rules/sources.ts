/** Nguồn của một mục: who said it, as a stable key such as `nhap:H23.SYT:education.1`, and in words. Pure. */
import { type Actor, homeBody } from '../../../kernel/actor.ts'

/** The body the actor works for says it. */
export const saidBy = (actor: Actor): string => `co-quan:${homeBody(actor)?.bodyCode ?? ''}`

/** Ai nói: where an entry comes from, in words. */
export function showSource(source: string, bodyOfCode: (code: string) => string | null): string {
  const [kind, code = ''] = source.split(':')
  const body = bodyOfCode(code) ?? code
  if (kind === 'khai' || kind === 'tu-khai') return 'chủ hồ sơ khai'
  if (kind === 'nhap') return body === '' ? 'danh sách nhập' : `danh sách của ${body}`
  if (kind === 'co-quan') return body === '' ? 'cơ quan ghi' : `${body} ghi`
  if (kind === 'gop') return 'gộp từ hồ sơ khác'
  return source === '' ? 'chưa rõ nguồn' : source
}
