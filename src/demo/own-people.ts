/**
 * Người mẫu tự vào: a few invented people with an account of their own, a scan for doubles and an open campaign, so that the pages
 * of the person's side, of doubles and of quality have something to show.
 */
import { systemActor } from '../kernel/actor.ts'
import { addDays, day, yearOf } from '../kernel/day.ts'
import { createAccount } from '../modules/accounts/public.ts'
import { scanDuplicates } from '../modules/duplicates/public.ts'
import { bindSamplePerson } from '../modules/own-record/fixtures.ts'
import { openCampaign } from '../modules/quality/public.ts'
import { newId } from '../platform/action.ts'
import { transact } from '../platform/database/pool.ts'
import { rows, sql } from '../platform/database/sql.ts'
import { OFFICER } from './people.ts'
import { morningOf, type World } from './world.ts'

const HOW_MANY = 3

/** People who keep their own record: doctors and teachers with a full dossier, first in the order of codes. */
const ownPeople = (world: World): Promise<{ id: string; name: string; unitId: string }[]> =>
  transact(world.db, systemActor(), (tx) =>
    rows(
      tx,
      sql`select p.id, p.name, p.unit_id as "unitId" from people.person p join people.slice s on s.person_id = p.id and s.to_day = '9999-12-31'
          where p.level >= 1 and p.completeness >= 90 and s.degree >= 7 and s.category = 'vien-chuc' order by p.code limit ${HOW_MANY}`,
    ),
  )

/** Binds them, scans for doubles, opens the campaign of the year. */
export async function playOwnPeople(world: World): Promise<void> {
  const { act, today } = world
  for (const [i, p] of (await ownPeople(world)).entries()) {
    const account = await act(createAccount, {
      name: p.name,
      username: `tri-thuc.${i + 1}`,
      post: 'Trí thức (người mẫu)',
      phone: '',
      unitId: p.unitId,
      role: 'tri-thuc',
      from: day(`${yearOf(today)}-01-05`),
      sample: true,
    })
    await transact(world.db, systemActor(), (tx) =>
      bindSamplePerson(
        { tx, actor: systemActor(), now: morningOf(addDays(today, -9)), newId },
        { personId: p.id, accountId: account.id, accountName: p.name, items: i === 0 ? ['danh-ba'] : [] },
      ),
    )
  }
  await act(scanDuplicates, {})
  const due = today < `${yearOf(today)}-12-04` ? day(`${yearOf(today)}-12-05`) : addDays(today, 12)
  await act(
    openCampaign,
    { ten: `Xác nhận hồ sơ trước báo cáo năm ${yearOf(today)}`, hanTruoc: due, dieuKien: 'stale', loiNhan: '' },
    { as: OFFICER, now: morningOf(addDays(today, -3)) },
  )
}
