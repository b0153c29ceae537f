/** Trao đổi dữ liệu cho máy: send a message, read the packets of a year, see what became of a message. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { type ApiRoute, apiAct, apiOne, instantOut } from '../../platform/http/api-route.ts'
import { id, list, oneOf, optionalFile, year } from '../../platform/http/input.ts'
import { receiveMessage } from './actions/receive-message.ts'
import { yearMessage } from './gather.ts'
import { canExchange } from './rights.ts'
import { PROFILE } from './rules/profile.ts'
import { jsonOfPart } from './rules/write-json.ts'
import { readMessageView } from './screens.ts'
import { MODES } from './words.ts'

const waiting = z.array(z.object({ period: z.int(), body: z.string(), lacks: z.array(z.string()) }))
const received = {
  id: z.uuid(),
  records: z.int(),
  added: z.int(),
  changed: z.int(),
  reports: z.int().meta({ description: 'Số bản báo cáo đã vào kỳ' }),
  waiting: waiting.meta({ description: 'Báo cáo còn chờ phần khác' }),
}
const kindIds = PROFILE.kinds.map((k) => k.id)

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiOne({
    path: '/api/v1/exchange/years/:year',
    title: 'Gói báo cáo của một năm, JSON theo hồ sơ trao đổi',
    right: canExchange,
    input: z.object({ year: year(), kinds: list(oneOf(kindIds, 'Loại gói không có trong hồ sơ trao đổi')) }),
    output: z.looseObject({}),
    view: async (ctx, q) => {
      const made = await yearMessage(ctx, q.year, q.kinds)
      return made.ok ? accept(jsonOfPart(PROFILE, made.value)) : made
    },
  }),
  apiAct({
    path: '/api/v1/exchange/messages',
    title: 'Gửi một thông điệp gói báo cáo',
    right: canExchange,
    action: receiveMessage,
    body: z.object({
      file: optionalFile(),
      text: z.string().optional().meta({ description: 'Nội dung tệp JSON hoặc XML, thay cho file' }),
      mode: z.enum(Object.keys(MODES)).default('nhap'),
    }),
    output: z.object({ ...received, sender: z.string(), again: z.boolean() }),
    status: 201,
    location: (o) => `/api/v1/exchange/messages/${o.id}`,
  }),
  apiOne({
    path: '/api/v1/exchange/messages/:id',
    title: 'Một thông điệp đã nhận',
    right: canExchange,
    input: z.object({ id: id() }),
    output: z.object({
      ...received,
      senderCode: z.string(),
      senderName: z.string(),
      messageId: z.string(),
      sha256: z.string(),
      receivedAt: instantOut(),
    }),
    view: async (ctx, q) => {
      const found = await readMessageView(ctx, q.id)
      return found.ok ? accept(found.value.message) : found
    },
  }),
]
