/** Bản khai mô-đun hồ sơ của tôi. */
import { inScope } from '../../kernel/actor.ts'
import { type Day, dayOf, showDay } from '../../kernel/day.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import type { Module } from '../../platform/module.ts'
import { canAnswerRequests, canInvite, canKeepOwnRecord, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import { countLate } from './rules/clocks.ts'
import { openTerms } from './views.ts'

const record = (l: LedgerLine): string => `hồ sơ ${String(l.data.code ?? '')}`.trim()
const asked = (l: LedgerLine): string => `yêu cầu số ${String(l.data.number)} của ${record(l)}`

/** Hồ sơ của tôi: phía chủ hồ sơ. */
export const ownRecord: Module = {
  name: 'own-record',
  title: 'Hồ sơ của tôi',
  routes,
  rights: RIGHTS,
  menu: [
    {
      path: '/toi',
      label: 'Hồ sơ của tôi',
      icon: 'person',
      group: 'Trí thức',
      order: 5,
      shows: (a) => canKeepOwnRecord.allows(a),
    },
    {
      path: '/yeu-cau-du-lieu',
      label: 'Yêu cầu về dữ liệu',
      icon: 'letter',
      group: 'Trí thức',
      order: 60,
      shows: (a) => canAnswerRequests.allows(a),
    },
    {
      path: '/thu-moi',
      label: 'Thư mời nhận hồ sơ',
      icon: 'send',
      group: 'Trí thức',
      order: 65,
      shows: (a) => canInvite.allows(a),
    },
  ],
  badges: async (ctx) => {
    if (!canAnswerRequests.allows(ctx.actor)) return []
    const mine = (await openTerms(ctx.tx)).filter((r) => inScope(ctx.actor, r.unitId))
    if (mine.length === 0) return []
    const late = countLate(mine, dayOf(ctx.now))
    return late > 0
      ? [{ path: '/yeu-cau-du-lieu', count: late, tone: 'late', label: 'yêu cầu về dữ liệu quá hạn' }]
      : [{ path: '/yeu-cau-du-lieu', count: mine.length, tone: 'plain', label: 'yêu cầu về dữ liệu đang chờ' }]
  },
  facts: {
    'own-record.invited': (l) => `cấp ${String(l.data.issued)} thư mời nhận hồ sơ`,
    'own-record.invitation-revoked': (l) => `thu hồi thư mời nhận ${record(l)}`,
    'own-record.letters-printed': (l) => `in ${String(l.data.count)} thư mời nhận hồ sơ`,
    'own-record.claim-opened': () => 'nhập đúng mã mời và ngày sinh, xem hồ sơ tìm thấy',
    'own-record.claim-refused': () => 'nhập mã mời không thành công',
    'own-record.claimed': (l) => `nhận ${record(l)}`,
    'own-record.released': (l) => `gỡ tài khoản khỏi ${record(l)}`,
    'own-record.consent-answered': (l) => `trả lời các mục xin đồng ý, đồng ý ${String(l.data.given)} mục`,
    'own-record.consent-withdrawn': (l) => `ngừng mục đồng ý «${String(l.data.item)}»`,
    'own-record.paper-consent-recorded': (l) =>
      `ghi ${l.data.answer === 'rut' ? 'rút đồng ý' : 'đồng ý'} bằng văn bản ký ngày ${showDay(l.data.signedOn as Day)}, ${record(l)}: ${String(l.data.items)}`,
    'own-record.checked': () => 'xác nhận hồ sơ của mình đúng',
    'own-record.proposed': (l) => `khai một mục, nhóm ${String(l.data.group)}, ${record(l)}`,
    'own-record.disputed': (l) => `báo sai nhóm ${String(l.data.group)}, ${asked(l)}`,
    'own-record.requested': (l) => `gửi ${asked(l)}: ${String(l.data.request)}`,
    'own-record.request-received': (l) => `tiếp nhận ${asked(l)}`,
    'own-record.request-extended': (l) => `gia hạn ${asked(l)} đến ${showDay(l.data.until as Day)}`,
    'own-record.request-answered': (l) => `trả lời ${asked(l)}: ${String(l.data.outcome)}`,
    'own-record.data-taken': (l) => `tải toàn bộ dữ liệu của ${record(l)}`,
  },
  constraints: {
    one_invitation_of_a_code: 'Mã mời bị trùng, chưa cấp. Bấm cấp lần nữa.',
    one_open_invitation_of_a_person: 'Người này vừa được cấp thư mời. Mở lại trang để xem.',
    invitation_ends_after_it_begins: 'Thư mời phải có hạn sau ngày cấp.',
    one_claim_of_a_ticket: 'Lượt nhận hồ sơ bị trùng. Nhập lại mã mời.',
    one_record_of_an_account: 'Tài khoản này đã gắn với một hồ sơ.',
    binding_pkey: 'Hồ sơ này đã có người nhận. Báo cơ quan quản lý hồ sơ nếu đó không phải là mình.',
    paper_has_a_day_and_a_scan: 'Đồng ý bằng văn bản phải có ngày ký và bản quét.',
    one_page_of_a_slug: 'Địa chỉ công khai bị trùng. Thử lại.',
    answered_when_decided: 'Yêu cầu đã trả lời phải có ngày trả lời.',
    terms_in_order: 'Hạn trả lời phải sau hạn tiếp nhận.',
    one_open_request_of_a_viewing: 'Đã hỏi lý do của lượt xem này, cơ quan chưa trả lời.',
    one_open_request_of_a_fact: 'Mục này đang được xác minh theo một yêu cầu trước. Chờ cơ quan trả lời rồi gửi tiếp.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
