/** Lỗi cho máy: RFC 9457 problems, the same refusals as the screens show. Never a tier B/C value. */
import { HTTP_STATUS, type Refusal } from '../../kernel/result.ts'

/** application/problem+json */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: { pointer: string; code: string; message: string; severity: 'error' }[]
  ground?: string
  theirs?: unknown
}

const TITLE: Record<Refusal['kind'], string> = {
  invalid: 'Dữ liệu cần sửa',
  forbidden: 'Chưa có quyền',
  absent: 'Không tìm thấy',
  conflict: 'Không thực hiện được ở trạng thái hiện tại',
  stale: 'Bản đang sửa đã cũ',
  later: 'Thử lại sau',
}

/** The problem a refusal stands for; `instance` = mã lỗi on the screen. */
export function problemOf(refusal: Refusal, instance: string): Problem {
  return {
    type: `urn:nguyen-khi:${refusal.code}`,
    title: TITLE[refusal.kind],
    status: HTTP_STATUS[refusal.kind],
    detail: refusal.message,
    instance,
    ...(refusal.ground === undefined ? {} : { ground: refusal.ground }),
    ...(refusal.theirs === undefined ? {} : { theirs: refusal.theirs }),
    ...(refusal.fields === undefined
      ? {}
      : {
          errors: Object.entries(refusal.fields).map(([field, message]) => ({
            pointer: `/${field.replaceAll('.', '/')}`,
            code: refusal.code,
            message,
            severity: 'error' as const,
          })),
        }),
  }
}
