/** Lời mời: invitations to advise; empty until the experts of the province are asked through the system. */
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { emptyState } from '../../../ui/message.ts'
import { ownPage } from './frame.ts'

/** The page. `willing` = the person agreed to be asked. */
export const offersPage = (v: { willing: boolean }): Drawn =>
  ownPage(
    'loi-moi',
    { title: 'Chưa có lời mời nào' },
    emptyState(
      v.willing
        ? 'Lời mời tư vấn, phản biện của cơ quan sẽ hiện ở đây. Mỗi lời mời đều được quyền từ chối.'
        : 'Hồ sơ chưa đồng ý nhận lời mời tư vấn, phản biện.',
      v.willing ? '' : linkButton({ label: 'Chọn mục đồng ý', href: '/toi/quyen-rieng-tu' }),
    ),
  )
