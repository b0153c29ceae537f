/** Bản khai mô-đun Tổ chức và địa bàn. */
import { hasRole } from '../../kernel/actor.ts'
import { type Day, dayOf, showDay } from '../../kernel/day.ts'
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { eventRoutes } from './event-routes.ts'
import type { Keepers } from './event-work.ts'
import { jobs } from './jobs.ts'
import { unitHref } from './pages/address.ts'
import { canLoadRegister, canNameUnits, canReadRegister, canRecordEvents } from './rights.ts'
import { routes } from './routes.ts'
import { findByText } from './rules/search.ts'
import { unitsOn } from './views.ts'

/** Tổ chức và địa bàn. `keepers` = what the modules below keep for units, folded over all of them. */
export const organisationsModule = (keepers: Keepers): Module => ({
  name: 'organisations',
  title: 'Tổ chức và địa bàn',
  routes: [...eventRoutes(keepers), ...routes, ...api],
  rights: [canReadRegister, canLoadRegister, canNameUnits, canRecordEvents],
  jobs: jobs(keepers),
  menu: [
    {
      path: '/quan-tri/to-chuc',
      label: 'Tổ chức',
      icon: 'organisation',
      group: 'Quản trị',
      order: 20,
      shows: (actor) => hasRole(actor, 'quan-tri', 'so-noi-vu', 'lanh-dao'),
    },
  ],
  search: async (ctx, folded) =>
    findByText(await unitsOn(ctx.tx, dayOf(ctx.now)), folded)
      .slice(0, 8)
      .map((u) => ({ label: u.officeName, detail: u.code, href: unitHref(u.code), kind: 'Đơn vị' })),
  commands: commands(keepers),
  facts: {
    'organisations.register-loaded': (line) =>
      `nạp sổ bộ tổ chức: ${Number(line.data.units)} đơn vị, ${Number(line.data.events)} sự kiện`,
    'organisations.alias-set': (line) =>
      `quyết định tên «${line.data.written}» ${line.data.means}${line.data.meant ? `: ${line.data.meant}` : ''}, từ ${showDay(line.data.from as Day)}`,
    'organisations.event-drafted': (line) => `soạn biến động tổ chức «${line.data.title}»`,
    'organisations.event-dropped': (line) => `bỏ bản nháp biến động «${line.data.title}»`,
    'organisations.held-settled': (line) =>
      `chọn nơi nhận cho ${Number(line.data.count)} mục của biến động «${line.data.title}»`,
    'organisations.event-applied': (line) =>
      `thực hiện biến động tổ chức «${line.data.title}», hiệu lực từ ${showDay(line.data.on as Day)}`,
    'organisations.event-carried-out': (line) =>
      `bàn giao theo biến động «${line.data.title}»: ${Number(line.data.moved)} mục${Number(line.data.left ?? 0) > 0 ? `, ${Number(line.data.left)} mục chưa có nơi nhận` : ''}`,
    'organisations.event-failed': (line) => `chưa bàn giao được theo biến động «${line.data.title}»: ${line.reason}`,
    'organisations.event-reversed': (line) => `hoàn tác biến động tổ chức «${line.data.title}»`,
    'organisations.alias-undone': (line) => `hoàn tác quyết định về tên «${line.data.written}»`,
  },
  constraints: {
    one_name_at_a_time: 'Đơn vị đã có tên khác trong những ngày này. Chưa ghi gì, kết thúc tên cũ trước.',
    one_parent_at_a_time: 'Đơn vị đã có cấp trên khác trong những ngày này. Chưa ghi gì, kết thúc quan hệ cũ trước.',
    not_under_itself: 'Đơn vị không thể trực thuộc chính nó. Chọn cấp trên khác.',
    one_code_at_a_time: 'Đơn vị đã có mã cùng loại trong những ngày này. Chưa ghi gì, kết thúc mã cũ trước.',
    code_of_one_unit: 'Mã này đang thuộc đơn vị khác trong những ngày này. Chưa ghi gì, chọn mã khác.',
    one_event_of_a_key: 'Sự kiện này đã có trong sổ bộ. Không ghi thêm lần nữa.',
    edge_names_a_unit: 'Liên kết phải nêu nơi đi hoặc nơi đến.',
    one_meaning_of_a_name:
      'Tên này đã có quyết định trong những ngày ấy. Chưa ghi gì, hoàn tác quyết định cũ rồi quyết định lại.',
    alias_of_a_body: 'Quyết định tên là một cơ quan thì phải nêu cơ quan.',
    alias_of_a_group: 'Quyết định tên là một nhóm thì phải nêu nhóm.',
    applied_draft_has_event: 'Bản nháp đã thực hiện phải gắn với sự kiện của nó.',
    heir_or_act: 'Mục giao lại phải có nơi nhận, hoặc văn bản nêu không còn đối tượng.',
    known_successor_or_unknown: 'Liên kết chưa có nơi kế thừa phải ghi là chưa xác định.',
  },
  migrations: new URL('./migrations/', import.meta.url),
})
