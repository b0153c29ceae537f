/** Lỗi cho máy: the same refusal as on the screen, as RFC 9457 writes it. */
import { expect, it, test } from 'vitest'
import { type RefusalKind, refuse, refuseFields } from '../../kernel/result.ts'
import { problemOf } from './problem.ts'

it('từ chối một biểu mẫu: mỗi ô một lỗi, có đường tới ô', () => {
  expect(problemOf(refuseFields('x.wrong', { 'items.2.due': 'Nhập thời hạn' }), '7F3A-21C4')).toEqual({
    type: 'urn:nguyen-khi:x.wrong',
    title: 'Dữ liệu cần sửa',
    status: 422,
    detail: 'Còn 1 chỗ phải sửa.',
    instance: '7F3A-21C4',
    errors: [{ pointer: '/items/2/due', code: 'x.wrong', message: 'Nhập thời hạn', severity: 'error' }],
  })
})

it('bản đang sửa đã cũ: kèm bản của người kia và căn cứ', () => {
  const refusal = refuse('stale', 'plan.stale', 'Người khác vừa sửa.', { theirs: { version: 2 }, ground: 'Điều 1' })
  expect(problemOf(refusal, 'A')).toMatchObject({ status: 412, theirs: { version: 2 }, ground: 'Điều 1' })
})

test.each([
  ['invalid', 'Dữ liệu cần sửa', 422],
  ['forbidden', 'Chưa có quyền', 403],
  ['absent', 'Không tìm thấy', 404],
  ['conflict', 'Không thực hiện được ở trạng thái hiện tại', 409],
  ['stale', 'Bản đang sửa đã cũ', 412],
  ['later', 'Thử lại sau', 503],
] as const)('%s', (kind: RefusalKind, title, status) => {
  const problem = problemOf(refuse(kind, 'x', 'Câu.'), 'A')
  expect(problem).toEqual({ type: 'urn:nguyen-khi:x', title, status, detail: 'Câu.', instance: 'A' })
})
