/** Đường dẫn: /chat-luong. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { id, whole } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import { closeCampaign } from './actions/close-campaign.ts'
import { type Confirmed, confirmDossiers } from './actions/confirm-dossiers.ts'
import { openCampaign } from './actions/open-campaign.ts'
import { boardPage } from './pages/board.ts'
import { campaignPage } from './pages/campaign.ts'
import { openCampaignPage } from './pages/open-campaign.ts'
import { canConfirmDossiers, canRunCampaigns, canSeeQuality } from './rights.ts'
import { readBoard, readCampaign, readOpening } from './screens.ts'

const campaignUrl = (raw: Record<string, unknown>): string => `/chat-luong/dot/${raw.id}`

/** "Đã xác nhận 12 hồ sơ. Còn 2 hồ sơ mâu thuẫn, 1 hồ sơ thiếu nhiều chưa xác nhận." */
export function confirmedWords(c: Confirmed): string {
  const left = [
    ...(c.contested > 0 ? [`${c.contested} hồ sơ mâu thuẫn`] : []),
    ...(c.thin > 0 ? [`${c.thin} hồ sơ thiếu nhiều`] : []),
  ]
  return `Đã xác nhận ${c.confirmed} hồ sơ.${left.length === 0 ? '' : ` Chưa xác nhận ${left.join(', ')}.`}`
}

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/chat-luong',
    title: 'Chất lượng hồ sơ',
    right: canSeeQuality,
    input: z.object({}),
    view: async (ctx) => accept(await readBoard(ctx)),
    html: boardPage,
  }),
  page({
    path: '/chat-luong/dot/mo',
    title: 'Mở đợt xác nhận hồ sơ',
    right: canRunCampaigns,
    input: z.object({}),
    view: async (ctx) => accept(await readOpening(ctx)),
    html: openCampaignPage,
  }),
  submit({
    path: '/chat-luong/dot/mo',
    title: 'Mở đợt xác nhận hồ sơ',
    right: canRunCampaigns,
    action: openCampaign,
    next: (o) => ({ to: `/chat-luong/dot/${o.id}`, said: `Đã mở đợt xác nhận cho ${o.people} hồ sơ.` }),
    back: () => '/chat-luong/dot/mo',
  }),
  page({
    path: '/chat-luong/dot/:id',
    title: (v) => v.campaign.title,
    right: canSeeQuality,
    input: z.object({ id: id(), trang: whole().optional().catch(1) }),
    view: (ctx, q) => readCampaign(ctx, q.id, Math.max(1, q.trang ?? 1)),
    html: campaignPage,
  }),
  submit({
    path: '/chat-luong/dot/:id/xac-nhan',
    title: 'Xác nhận hồ sơ trong đợt',
    right: canConfirmDossiers,
    action: confirmDossiers,
    input: (raw) => ({ dot: raw.id, hoSo: raw.hoSo }),
    next: (o, raw) => ({ to: campaignUrl(raw), said: confirmedWords(o) }),
    back: campaignUrl,
  }),
  submit({
    path: '/chat-luong/dot/:id/dong',
    title: 'Đóng đợt xác nhận hồ sơ',
    right: canRunCampaigns,
    action: closeCampaign,
    next: (_, raw) => ({ to: campaignUrl(raw), said: 'Đã đóng đợt xác nhận.' }),
    back: campaignUrl,
  }),
]
