/** Đường dẫn của cơ quan: /thu-moi, /yeu-cau-du-lieu. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { accept } from '../../../kernel/result.ts'
import { performIn } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { WORD } from '../../../platform/word/official-paper.ts'
import { answerRequest } from '../actions/answer-request.ts'
import { extendRequest } from '../actions/extend-request.ts'
import { issueInvitations } from '../actions/issue-invitations.ts'
import { printLetters } from '../actions/print-letters.ts'
import { receiveRequest } from '../actions/receive-request.ts'
import { releaseRecord } from '../actions/release-record.ts'
import { revokeInvitation } from '../actions/revoke-invitation.ts'
import { handled, invitations, queue } from '../office-screens.ts'
import { invitationsPage } from '../pages/invitations.ts'
import { handledPage, queuePage } from '../pages/requests.ts'
import { canAnswerRequests, canInvite } from '../rights.ts'
import { INVITATION_DAYS } from '../words.ts'

const one = (raw: Record<string, unknown>): string => `/yeu-cau-du-lieu/${String(raw.request)}`

/** Routes of the bodies. */
export const officeRoutes: readonly Route[] = [
  page({
    path: '/thu-moi',
    title: 'Thư mời nhận hồ sơ',
    right: canInvite,
    input: z.object({
      loc: z.enum(['chua', 'cho', 'da-nhan']).catch('chua').default('chua'),
      ten: z.string().max(100).catch('').default(''),
      dot: id().nullable().catch(null).default(null),
    }),
    view: (ctx, q) => invitations(ctx, { which: q.loc, name: q.ten.trim() }, q.dot),
    html: invitationsPage,
  }),
  submit({
    path: '/thu-moi',
    title: 'Cấp thư mời',
    right: canInvite,
    action: issueInvitations,
    next: (o) => ({
      to: `/thu-moi?loc=cho&dot=${o.round}`,
      ...(o.left > 0 ? { said: `${o.left} người không cấp được: đã nhận hồ sơ hoặc chưa có ngày sinh.` } : {}),
    }),
    back: () => '/thu-moi',
  }),
  submit({
    path: '/thu-moi/thu-hoi',
    title: 'Thu hồi thư mời',
    right: canInvite,
    action: revokeInvitation,
    next: (o) => ({ to: '/thu-moi?loc=cho', said: `Đã thu hồi thư mời của ${o.name}. Mã cũ không dùng được nữa.` }),
    back: () => '/thu-moi?loc=cho',
  }),
  submit({
    path: '/thu-moi/go-tai-khoan',
    title: 'Gỡ tài khoản khỏi hồ sơ',
    right: canInvite,
    action: releaseRecord,
    next: (o) => ({
      to: '/thu-moi?loc=chua',
      said: `Đã gỡ tài khoản khỏi hồ sơ của ${o.name}. Cấp thư mời mới cho đúng người.`,
    }),
    back: () => '/thu-moi?loc=da-nhan',
  }),
  download({
    path: '/thu-moi/dot/:round/tep-word',
    title: `In thư mời, hạn ${INVITATION_DAYS} ngày`,
    right: canInvite,
    input: z.object({ round: id() }),
    file: async (ctx, q) => {
      const printed = await performIn(ctx, printLetters, { round: q.round })
      return printed.ok
        ? accept({ name: 'thu-moi-nhan-ho-so.docx', mediaType: WORD, bytes: printed.value.bytes })
        : printed
    },
  }),
  page({
    path: '/yeu-cau-du-lieu',
    title: 'Yêu cầu về dữ liệu',
    right: canAnswerRequests,
    input: z.object({ loc: z.enum(['cho', 'da-tra-loi']).catch('cho').default('cho') }),
    view: (ctx, q) => queue(ctx, q.loc === 'cho'),
    html: queuePage,
  }),
  page({
    path: '/yeu-cau-du-lieu/:request',
    title: 'Một yêu cầu về dữ liệu',
    right: canAnswerRequests,
    input: z.object({ request: id() }),
    view: (ctx, q) => handled(ctx, q.request),
    html: handledPage,
  }),
  submit({
    path: '/yeu-cau-du-lieu/:request/tiep-nhan',
    title: 'Tiếp nhận yêu cầu',
    right: canAnswerRequests,
    action: receiveRequest,
    next: (o) => ({ to: `/yeu-cau-du-lieu/${o.id}`, said: 'Đã tiếp nhận. Chủ hồ sơ thấy «Đang xác minh».' }),
    back: one,
  }),
  submit({
    path: '/yeu-cau-du-lieu/:request/gia-han',
    title: 'Gia hạn trả lời',
    right: canAnswerRequests,
    action: extendRequest,
    next: (o) => ({ to: `/yeu-cau-du-lieu/${o.id}`, said: `Đã gia hạn đến ngày ${showDay(o.until)}.` }),
    back: one,
  }),
  submit({
    path: '/yeu-cau-du-lieu/:request/tra-loi',
    title: 'Gửi trả lời',
    right: canAnswerRequests,
    action: answerRequest,
    next: (o) => ({ to: '/yeu-cau-du-lieu', said: `Đã trả lời yêu cầu số ${o.number}.` }),
    back: one,
  }),
]
