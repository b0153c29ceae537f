/** Bản khai mô-đun trao đổi dữ liệu. */
import type { LedgerLine } from '../../platform/ledger/record.ts'
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { jobs } from './jobs.ts'
import { AT } from './pages/frame.ts'
import { canExchange, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'

const of = (l: LedgerLine, key: string): string => String(l.data[key] ?? '')

/** Gói báo cáo, văn bản điện tử, nơi nhận tin. */
export const exchange: Module = {
  name: 'exchange',
  title: 'Trao đổi dữ liệu',
  routes,
  rights: RIGHTS,
  jobs,
  commands,
  menu: [
    {
      path: AT.packets,
      label: 'Trao đổi dữ liệu',
      icon: 'link',
      group: 'Quản trị',
      order: 45,
      shows: (a) => canExchange.allows(a),
    },
  ],
  facts: {
    'exchange.message-received': (l) =>
      l.data.again === true
        ? `nhận lại gói báo cáo của ${of(l, 'sender')}, không có gì thay đổi`
        : `nhận gói báo cáo của ${of(l, 'sender')}: ${of(l, 'records')} bản ghi, ${of(l, 'reports')} bản báo cáo vào kỳ`,
    'exchange.document-packed': (l) => `đóng gói văn bản ${of(l, 'number')} gửi ${of(l, 'to')} cơ quan`,
    'exchange.document-received': (l) => `nhận văn bản ${of(l, 'number')} của ${of(l, 'from')}`,
    'exchange.subscribed': (l) => `đăng ký nơi nhận tin ${of(l, 'name')} tại ${of(l, 'host')}`,
    'exchange.unsubscribed': (l) => `thôi gửi tin cho ${of(l, 'name')}`,
    'exchange.delivery-retried': () => 'cho gửi lại một tin',
  },
  constraints: {
    one_message_per_sender: 'Gói này đã nhận. Không có gì thay đổi.',
    one_document_per_id: 'Văn bản này đã có. Không có gì thay đổi.',
    one_delivery_per_fact: 'Tin này đã xếp để gửi.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
