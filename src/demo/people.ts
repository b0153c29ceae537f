/** Người mẫu: about sixty accounts: the department, leaders, an administrator, officers and heads of bodies of every kind. */
import { type Actor, type Role, systemActor } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { createAccount } from '../modules/accounts/public.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { perform } from '../platform/action.ts'
import type { Database } from '../platform/database/pool.ts'
import { sampleName, sampleUsername } from './names.ts'
import { type Random, randomFrom } from './random.ts'

/** Cán bộ Sở Nội vụ của năm mẫu: whose name stands behind what the department did before the accounts were made. */
export const OFFICER = systemActor('Trần Thị Lan')

/** How many bodies of each group get an officer and a head. */
const STAFFED: Readonly<Record<string, number>> = { 'co-quan-chuyen-mon': 14, 'don-vi-su-nghiep': 6, 'cap-xa': 6 }

const HEAD_POST: Readonly<Record<string, string>> = {
  'co-quan-chuyen-mon': 'Giám đốc',
  'don-vi-su-nghiep': 'Giám đốc',
  'cap-xa': 'Chủ tịch UBND',
}

type Post = { role: Role; post: string; unit: Unit; name?: string; username?: string }

/** Bodies whose people can sign in: the department first, then by group in the order of the register. */
export function staffedBodies(obligated: readonly Unit[]): Unit[] {
  return Object.entries(STAFFED).flatMap(([group, count]) => obligated.filter((u) => u.group === group).slice(0, count))
}

function postsOf(bodies: readonly Unit[], department: Unit, committee: Unit): Post[] {
  const staff = bodies
    .filter((u) => u.id !== department.id)
    .flatMap((u): Post[] => [
      {
        role: 'co-quan',
        post: u.group === 'cap-xa' ? 'Công chức Văn phòng' : 'Chuyên viên',
        unit: u,
        ...(u.code.endsWith('.SYT') ? { name: 'Phạm Thị Hoa' } : {}),
      },
      {
        role: 'thu-truong',
        post: u.name.startsWith('Văn phòng')
          ? 'Chánh Văn phòng'
          : u.name.startsWith('Thanh tra')
            ? 'Chánh Thanh tra'
            : u.name.startsWith('Trường')
              ? 'Hiệu trưởng'
              : (HEAD_POST[u.group] ?? 'Thủ trưởng'),
        unit: u,
      },
    ])
  return [
    {
      role: 'so-noi-vu',
      post: 'Chuyên viên Phòng Công chức, viên chức',
      unit: department,
      name: 'Trần Thị Lan',
      username: 'lan.snv',
    },
    {
      role: 'so-noi-vu',
      post: 'Phó Trưởng phòng Công chức, viên chức',
      unit: department,
      name: 'Lê Quang Minh',
      username: 'minh.snv',
    },
    { role: 'co-quan', post: 'Chuyên viên Văn phòng', unit: department, name: 'Vũ Thu Hà', username: 'ha.snv' },
    { role: 'thu-truong', post: 'Giám đốc', unit: department, name: 'Nguyễn Đình Ân', username: 'an.snv' },
    { role: 'lanh-dao', post: 'Phó Chủ tịch', unit: committee, name: 'Hoàng Mạnh Cường', username: 'cuong.ubnd' },
    { role: 'quan-tri', post: 'Quản trị hệ thống', unit: department, name: 'Đỗ Tiến Dũng', username: 'dung.quantri' },
    ...staff,
  ]
}

function fresh(random: Random, p: Post, taken: Set<string>): { name: string; username: string } {
  for (;;) {
    const name = p.name ?? sampleName(random).name
    const username = p.username ?? sampleUsername(name, p.unit.code)
    if (!taken.has(username)) {
      taken.add(username)
      return { name, username }
    }
  }
}

/** Makes the sample accounts; entered by one click, no password. Returns how many. */
export async function makePeople(
  db: Database,
  at: { actor: Actor; now: Temporal.Instant; from: Day },
  world: { bodies: readonly Unit[]; department: Unit; committee: Unit },
): Promise<number> {
  const random = randomFrom('people')
  const taken = new Set<string>()
  const posts = postsOf(world.bodies, world.department, world.committee)
  for (const p of posts) {
    const who = fresh(random, p, taken)
    const made = await perform(db, at, createAccount, {
      ...who,
      post: p.post,
      email: `${who.username}@mau.example`,
      phone: `0220 3${random.between(100, 999)} ${random.between(100, 999)}`,
      unitId: p.unit.id,
      role: p.role,
      from: at.from,
      sample: true,
    })
    if (!made.ok) throw new Error(`${who.username}: ${made.message} ${JSON.stringify(made.fields ?? {})}`)
  }
  return posts.length
}
