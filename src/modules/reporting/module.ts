/** Mô-đun chế độ báo cáo: from opening the period to the consolidated report of the province. */
import { hasRole } from '../../kernel/actor.ts'
import { dayOf, yearOf } from '../../kernel/day.ts'
import type { Measure } from '../../platform/measure.ts'
import type { Module } from '../../platform/module.ts'
import { commandsOf } from './commands.ts'
import { FACTS } from './facts.ts'
import { reportsHeld } from './handing-over.ts'
import { canFollow, canReadProvincial, canRunPeriod, RIGHTS } from './rights.ts'
import { routesOf } from './routes.ts'
import { waitingCount } from './views/obligations.ts'

/** Bản khai; what all modules count is handed in, for figures that are filled in and for the goals of the provincial report. */
export const reportingModule = (measures: () => readonly Measure[]): Module => ({
  name: 'reporting',
  title: 'Chế độ báo cáo',
  routes: routesOf(measures),
  rights: RIGHTS,
  menu: [
    {
      path: '/tong-hop',
      label: 'Tổng hợp báo cáo',
      icon: 'collect',
      group: 'Công việc',
      order: 20,
      shows: (a) => canFollow.allows(a),
    },
    {
      path: '/bao-cao-tinh',
      label: 'Báo cáo tỉnh',
      icon: 'report',
      group: 'Công việc',
      order: 30,
      shows: (a) => canReadProvincial.allows(a),
    },
    {
      path: '/quan-tri/che-do',
      label: 'Chế độ báo cáo',
      icon: 'calendar',
      group: 'Quản trị',
      order: 30,
      shows: (a) => canRunPeriod.allows(a),
    },
  ],
  badges: async (ctx) => {
    if (!hasRole(ctx.actor, 'so-noi-vu')) return []
    const waiting = await waitingCount(ctx.tx, yearOf(dayOf(ctx.now)))
    return waiting === 0
      ? []
      : [{ path: '/tong-hop', count: waiting, tone: 'plain' as const, label: 'báo cáo chờ duyệt' }]
  },
  commands: commandsOf(measures),
  facts: FACTS,
  heldBy: reportsHeld,
  constraints: {
    one_open_extension_request: 'Đã có một đề nghị gia hạn đang chờ trả lời.',
    answered_when_settled: 'Đề nghị gia hạn đã trả lời phải có giờ trả lời.',
    granted_with_a_day: 'Chấp thuận gia hạn phải nêu hạn mới.',
    one_signing_authority_at_a_time:
      'Người này đã được giao ký trong khoảng ngày ấy. Thôi giao lần trước rồi giao lại.',
    one_signed_file_per_content: 'Tệp đã ký này đã có trong bản này. Không thêm lần nữa.',
    signed_version_stands: 'Bản báo cáo này chưa nộp, chưa nhận được tệp đã ký.',
    one_regime_version: 'Bản chế độ báo cáo này đã có.',
    one_regime_draft_per_code: 'Chế độ này đã có một bản đang soạn. Mở bản ấy để sửa tiếp.',
    one_regime_draft_per_slug: 'Địa chỉ này đã có một bản đang soạn. Mở bản ấy để sửa tiếp.',
    one_form_per_instant: 'Kỳ vừa được chuyển bản chế độ. Tải lại trang để xem.',
    one_period_per_year: 'Kỳ báo cáo của năm này đã mở. Danh sách cơ quan không đổi.',
    cut_off_before_due: 'Ngày chốt số liệu phải trước hạn nộp.',
    one_obligation_per_unit: 'Cơ quan này đã có nghĩa vụ báo cáo trong kỳ.',
    one_report_code: 'Mã báo cáo đã dùng trong kỳ này.',
    one_draft_per_section: 'Mục này vừa được người khác lưu. Tải lại trang để xem cả hai bản.',
    one_submission_per_number: 'Bản này đã nộp. Không thêm bản thứ hai.',
    submission_is_final: 'Bản đã nộp không sửa, không xóa được. Sở Nội vụ trả lại thì nộp bản mới.',
    heir_is_named: 'Chuyển nghĩa vụ phải nêu cơ quan kế thừa.',
    one_provincial_report_per_number: 'Bản báo cáo tỉnh này vừa được tạo. Tải lại trang để xem.',
  },
  migrations: new URL('./migrations/', import.meta.url),
})
