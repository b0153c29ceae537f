/** Đường dẫn của trao đổi dữ liệu. */
import { z } from 'zod'
import { id, list, oneOf, whole, year } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { packDocument } from './actions/pack-document.ts'
import { receiveDocument } from './actions/receive-document.ts'
import { receiveMessage } from './actions/receive-message.ts'
import { retryDelivery } from './actions/retry-delivery.ts'
import { subscribe } from './actions/subscribe.ts'
import { unsubscribe } from './actions/unsubscribe.ts'
import { api } from './api.ts'
import { FORMATS } from './formats.ts'
import { documentsPage } from './pages/documents.ts'
import { AT } from './pages/frame.ts'
import { messagePage, packetsPage } from './pages/packets.ts'
import { receiversPage } from './pages/receivers.ts'
import { canExchange, canSubscribe } from './rights.ts'
import { PROFILE } from './rules/profile.ts'
import {
  readDocumentFile,
  readDocuments,
  readMessageFile,
  readMessageView,
  readPackets,
  readProfile,
  readReceivers,
  readYearFile,
} from './screens.ts'

const FORMAT = oneOf(FORMATS, 'Chọn dạng tệp: json hoặc xml')
const KINDS = list(
  oneOf(
    PROFILE.kinds.map((k) => k.id),
    'Chọn loại gói trong danh sách',
  ),
)

const ofPackets: readonly Route[] = [
  page({
    path: AT.packets,
    title: 'Trao đổi dữ liệu',
    right: canExchange,
    input: z.object({}),
    view: readPackets,
    html: packetsPage,
  }),
  submit({
    path: AT.packets,
    title: 'Nhận gói báo cáo',
    right: canExchange,
    action: receiveMessage,
    next: (o) => ({
      to: `${AT.packets}/goi/${o.id}`,
      said: o.again
        ? 'Gói này đã nhận trước đó. Không có gì thay đổi.'
        : `Đã nhận ${o.records} bản ghi: ${o.added} mới, ${o.changed} đổi; ${o.reports} bản báo cáo vào kỳ.`,
    }),
    back: () => AT.packets,
  }),
  download({
    path: `${AT.packets}/xuat`,
    title: 'Tải gói báo cáo',
    right: canExchange,
    input: z.object({ nam: year(), loai: KINDS, dang: FORMAT }),
    file: (ctx, q) => readYearFile(ctx, { year: q.nam, kinds: q.loai, format: q.dang }),
  }),
  download({
    path: `${AT.packets}/ho-so`,
    title: 'Tải hồ sơ trao đổi',
    right: canExchange,
    input: z.object({}),
    file: readProfile,
  }),
  page({
    path: `${AT.packets}/goi/:id`,
    title: 'Gói đã nhận',
    right: canExchange,
    input: z.object({ id: id() }),
    view: (ctx, q) => readMessageView(ctx, q.id),
    html: messagePage,
  }),
  download({
    path: `${AT.packets}/goi/:id/tep`,
    title: 'Tải gói đã nhận',
    right: canExchange,
    input: z.object({ id: id(), dang: FORMAT }),
    file: (ctx, q) => readMessageFile(ctx, { id: q.id, format: q.dang }),
  }),
]

const ofDocuments: readonly Route[] = [
  page({
    path: AT.documents,
    title: 'Văn bản điện tử',
    right: canExchange,
    input: z.object({}),
    view: readDocuments,
    html: documentsPage,
  }),
  submit({
    path: `${AT.documents}/dong-goi`,
    title: 'Đóng gói văn bản',
    right: canExchange,
    action: packDocument,
    next: (o) => ({ to: AT.documents, said: `Đã đóng gói văn bản số ${o.number}/${o.notation} gửi ${o.to} cơ quan.` }),
    back: () => AT.documents,
  }),
  submit({
    path: `${AT.documents}/nhan`,
    title: 'Nhận văn bản',
    right: canExchange,
    action: receiveDocument,
    next: (o) => ({
      to: AT.documents,
      said: o.again
        ? `Văn bản ${o.name} đã nhận trước đó. Không có gì thay đổi.`
        : `Đã nhận văn bản ${o.name} của ${o.from}, ${o.attachments} tệp đính kèm.`,
    }),
    back: () => AT.documents,
  }),
  download({
    path: `${AT.documents}/:id/goi`,
    title: 'Tải gói văn bản điện tử',
    right: canExchange,
    input: z.object({ id: id() }),
    file: (ctx, q) => readDocumentFile(ctx, { id: q.id, place: null }),
  }),
  download({
    path: `${AT.documents}/:id/tep/:place`,
    title: 'Tải tệp của văn bản',
    right: canExchange,
    input: z.object({ id: id(), place: whole() }),
    file: readDocumentFile,
  }),
]

const ofReceivers: readonly Route[] = [
  page({
    path: AT.receivers,
    title: 'Nơi nhận tin',
    right: canSubscribe,
    input: z.object({}),
    view: readReceivers,
    html: receiversPage,
  }),
  submit({
    path: AT.receivers,
    title: 'Đăng ký nơi nhận tin',
    right: canSubscribe,
    action: subscribe,
    next: (o) => ({
      to: AT.receivers,
      said: `Đã đăng ký ${o.name}. Chép ngay khóa ký và giao cho người quản lý hệ thống ấy, khóa không hiện lại: ${o.secret}`,
    }),
    back: () => AT.receivers,
  }),
  submit({
    path: `${AT.receivers}/:id/thoi`,
    title: 'Thôi gửi tin',
    right: canSubscribe,
    action: unsubscribe,
    next: (o) => ({ to: AT.receivers, said: `Đã thôi gửi tin cho ${o.name}.` }),
    back: () => AT.receivers,
  }),
  submit({
    path: `${AT.receivers}/tin/:id/gui-lai`,
    title: 'Gửi lại tin',
    right: canSubscribe,
    action: retryDelivery,
    next: () => ({ to: AT.receivers, said: 'Tin sẽ được gửi lại trong vòng một phút.' }),
    back: () => AT.receivers,
  }),
]

/** The URL table. */
export const routes: readonly Route[] = [...ofPackets, ...ofDocuments, ...ofReceivers, ...api]
