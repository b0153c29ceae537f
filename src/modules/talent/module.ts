/** Bản khai mô-đun Nhân tài. */

import { dayOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { handTalentsOver, talentsHeld } from './handing-over.ts'
import { measures } from './measures.ts'
import { TALENTS, talentHref } from './pages/parts.ts'
import { canSeeOwnRecognition, canSeeTalents, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import { readLines } from './screens.ts'

/** Nhân tài. */
export const talent: Module = {
  name: 'talent',
  title: 'Nhân tài',
  routes: [...routes, ...api],
  rights: RIGHTS,
  menu: [
    {
      path: TALENTS,
      label: 'Nhân tài',
      icon: 'goal',
      group: 'Trí thức',
      order: 30,
      shows: (a) => canSeeTalents.allows(a),
    },
    {
      path: `${TALENTS}/cua-toi`,
      label: 'Công nhận của tôi',
      icon: 'goal',
      group: 'Trí thức',
      order: 7,
      shows: (a) => canSeeOwnRecognition.allows(a),
    },
  ],
  search: async (ctx, folded) => {
    if (!canSeeTalents.allows(ctx.actor)) return []
    return (await readLines(ctx, dayOf(ctx.now)))
      .filter((l) => fold(`${l.code} ${l.name ?? ''}`).includes(folded))
      .slice(0, 8)
      .map((l) => ({
        label: l.name ?? l.code,
        detail: `${l.code} · ${l.unitName}`,
        href: talentHref(l.code),
        kind: 'Nhân tài',
      }))
  },
  heldBy: talentsHeld,
  handOver: handTalentsOver,
  facts: FACTS,
  commands,
  measures,
  constraints: {
    code_of_one_talent: 'Mã nhân tài này đã có. Thử lại.',
    one_talent_of_a_person: 'Người này đã được ghi ở một cơ quan khác. Liên hệ: Sở Nội vụ.',
    one_recognition_of_a_version: 'Quyết định này vừa được người khác ghi. Tải lại trang để xem.',
    one_recognition_in_force: 'Quyết định này vừa được người khác ghi. Tải lại trang để xem.',
    commitment_after_decision: 'Ngày hết cam kết phải sau ngày quyết định.',
    end_of_recognition_says_why: 'Kết thúc công nhận phải có ngày và lý do.',
    recognition_ends_after_decision: 'Ngày kết thúc công nhận phải sau ngày quyết định.',
    one_episode_of_a_version: 'Quá trình làm việc vừa được người khác ghi. Tải lại trang để xem.',
    one_episode_in_force: 'Quá trình làm việc vừa được người khác ghi. Tải lại trang để xem.',
    one_open_episode: 'Người này đang làm việc ở một cơ quan. Ghi thôi việc ở đó trước.',
    leaving_says_how: 'Thôi việc phải có ngày và hình thức.',
    leaving_says_why: 'Rời đi phải có lý do; hình thức khác thì không.',
    leaves_after_beginning: 'Ngày thôi việc phải sau ngày bắt đầu làm.',
    one_review_of_a_version: 'Đánh giá mốc này vừa được người khác ghi. Tải lại trang để xem.',
    one_review_in_force: 'Đánh giá mốc này vừa được người khác ghi. Tải lại trang để xem.',
    one_recruitment_of_a_version: 'Kết quả này vừa được người khác ghi. Tải lại trang để xem.',
    one_recruitment_in_force: 'Kết quả này vừa được người khác ghi. Tải lại trang để xem.',
    recruitment_lies_in_a_year: 'Kỳ tuyển dụng phải nằm trong một năm.',
    talents_are_among_recruits: 'Số nhân tài không thể nhiều hơn số tuyển mới.',
    first_recruitment_is_reported: 'Kết quả này vừa được người khác ghi. Tải lại trang để xem.',
    recruitment_change_says_why: 'Nêu lý do đính chính hoặc rút.',
    one_recruitment_of_a_day: 'Cơ quan này đã có kết quả của kỳ ấy. Đính chính kết quả đã ghi, hoặc chọn kỳ khác.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
