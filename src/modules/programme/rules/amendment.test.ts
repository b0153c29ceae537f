/** So bản sửa đổi với kế hoạch: đúng những mục đã thêm, sửa, bỏ; quyết định của cán bộ thành việc phải làm. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planText } from '../fixtures.ts'
import {
  type AmendableItem,
  countChanges,
  differences,
  fieldChanges,
  type GoalWords,
  type StoredItem,
} from './amendment.ts'
import { amendmentPlan, chooseFor, decide, differencesSeen, type StoredChoice, toLookAt } from './amendment-plan.ts'

const TASK = { lead: [], coordinate: [], due: null, dueRaw: null, product: null, request: false, duty: false } as const
const GOAL = { metric: null, comparator: '>=', strict: false, valueHigh: null, unit: '%', by: 2030 } as const
/** The sentences of the real plan as tasks, and a few goals and recipients. */
const sentences = planText()
  .split('\n')
  .filter((line) => line.length > 60)
const goals: GoalWords[] = ['bác sỹ trên vạn dân', 'giáo viên đạt chuẩn', 'nhà khoa học trẻ được bồi dưỡng'].map(
  (of, i) => ({
    ...GOAL,
    kind: 'goal',
    code: `II.1.${i + 1}`,
    text: `Tỷ lệ ${of} đạt từ ${i + 2}0% trở lên`,
    value: (i + 2) * 10,
  }),
)
const items: AmendableItem[] = [
  ...goals,
  ...sentences.map((text, i): AmendableItem => ({ ...TASK, kind: 'task', code: `III.${i + 1}`, text })),
  ...['Thường trực Tỉnh ủy', 'Các sở, ban, ngành', 'Lưu: VT'].map(
    (text, i): AmendableItem => ({ kind: 'recipient', code: `Nơi nhận ${i + 1}`, text }),
  ),
]
const stored: StoredItem[] = items.map((i) => ({ ...i, id: `id ${i.kind} ${i.code}` }))
const choice = (entry: string, made: StoredChoice['choice'], partner: string | null = null): StoredChoice => ({
  entry,
  choice: made,
  partner,
  version: 1,
  decidedBy: 'Lê Thị Lan',
})
const indexes = fc.uniqueArray(fc.nat({ max: items.length - 1 }), { maxLength: 8 })
/** A task nothing else is like. */
const fresh = (n: number): AmendableItem => ({
  ...TASK,
  kind: 'task',
  code: `VII.${n}`,
  text: `mới${n}a mới${n}b mới${n}c mới${n}d mới${n}e mới${n}g`,
})
/** One word of the text exchanged. */
const edited = (i: AmendableItem): AmendableItem => ({ ...i, text: i.text.replace(/\S+$/u, 'khác.') })

describe('so hai bản', () => {
  test('một bản đọc với chính nó: không có khác biệt nào', () => {
    const found = differences(stored, items)
    expect(found.map((d) => d.entry)).toEqual(stored.map((i) => i.id))
    expect(countChanges(found)).toEqual({ added: 0, changed: 0, moved: 0, removed: 0, unchanged: items.length })
  })

  test('bỏ, sửa, thêm những mục nào thì đúng những mục ấy', () => {
    fc.assert(
      fc.property(indexes, indexes, fc.nat({ max: 5 }), (out, change, added) => {
        const gone = new Set(out)
        const other = new Set(change.filter((i) => !gone.has(i)))
        const later = items.flatMap((x, i) => (gone.has(i) ? [] : [other.has(i) ? edited(x) : x]))
        later.push(...Array.from({ length: added }, (_, n) => fresh(n)))
        const found = differences(stored, later)
        const ids = (kind: string) => found.flatMap((d) => (d.change === kind && d.before ? [d.before.id] : [])).sort()
        const expected = (set: ReadonlySet<number>) => [...set].map((i) => stored[i]?.id ?? '').sort()
        expect(ids('removed')).toEqual(expected(gone))
        expect(ids('changed')).toEqual(expected(other))
        expect(countChanges(found).added).toBe(added)
        expect(found.flatMap((d) => (d.after ? [d.after] : []))).toHaveLength(later.length)
      }),
      { numRuns: 40 },
    )
  })

  test('đánh số lại: mục chuyển chỗ, không phải mục mới', () => {
    const later = items.map((i) => (i.kind === 'recipient' ? i : { ...i, code: `X.${i.code}` }))
    const found = countChanges(differences(stored, later))
    expect(found).toMatchObject({ added: 0, removed: 0, changed: 0 })
    expect(found.moved).toBe(items.filter((i) => i.kind !== 'recipient').length)
  })

  test('từng ô: chủ trì, thời hạn, đích', () => {
    const task = fresh(1)
    const goal = goals[0]
    if (task.kind !== 'task' || goal === undefined) throw new Error('no item')
    expect(fieldChanges(task, { ...task, lead: ['Sở Y tế'], due: '2026-06-30' })).toEqual([
      { label: 'Chủ trì', before: '', after: 'Sở Y tế' },
      { label: 'Thời hạn', before: '', after: '30/06/2026' },
    ])
    expect(fieldChanges(goal, { ...goal, value: 25, by: 2028 }).map((f) => f.label)).toEqual(['Đích', 'Đến năm'])
  })
})

describe('quyết định', () => {
  const [first, second] = stored.filter((i) => i.kind === 'task')
  if (first === undefined || second === undefined) throw new Error('no task')
  const without = items.filter((i) => !(i.kind === 'task' && i.code === first.code))
  const rewritten = { ...fresh(9), code: first.code }
  const list = differences(stored, [...without, rewritten])

  test('chưa quyết định thì lấy theo văn bản mới; mục mới thêm, mục cũ thôi áp dụng', () => {
    const plan = amendmentPlan(decide(list, []))
    expect(plan.end.map((i) => i.id)).toEqual([first.id])
    expect(plan.add).toEqual([rewritten])
    expect(plan.left).toEqual([])
    expect(toLookAt(decide(list, []))).toHaveLength(2)
  })

  test('mục mới là mục cũ viết lại: giữ mục cũ, đổi lời', () => {
    const entry = `task:${rewritten.code}`
    expect(chooseFor(list, [], { entry, choice: 'pair', partner: first.id })).toMatchObject({ ok: true })
    expect(chooseFor(list, [], { entry, choice: 'pair', partner: second.id })).toMatchObject({ ok: false })
    const plan = amendmentPlan(decide(list, [choice(entry, 'pair', first.id)]))
    expect(plan.end).toEqual([])
    expect(plan.add).toEqual([])
    expect(plan.keep.find((k) => k.before.id === first.id)).toMatchObject({
      after: rewritten,
      changed: { origin: 'pair' },
    })
  })

  test('hai mục bị coi là một: tách ra, mục cũ thôi áp dụng, mục mới là mới', () => {
    const later = items.map((i) => (i.kind === 'task' && i.code === first.code ? edited(i) : i))
    const one = differences(stored, later)
    expect(chooseFor(one, [], { entry: first.id, choice: 'split', partner: '' })).toMatchObject({ ok: true })
    const plan = amendmentPlan(decide(one, [choice(first.id, 'split')]))
    expect(plan.end.map((i) => i.id)).toEqual([first.id])
    expect(plan.add.map((i) => i.code)).toEqual([first.code])
  })

  test('giữ như cũ: mục bỏ vẫn còn, mục mới không vào; trùng số thì số cũ được đánh dấu', () => {
    const plan = amendmentPlan(decide(list, [choice(first.id, 'leave')]))
    expect(plan.end).toEqual([])
    expect(plan.left).toEqual([{ item: first, code: `${first.code} (cũ)` }])
    const neither = amendmentPlan(decide(list, [choice(first.id, 'leave'), choice(`task:${rewritten.code}`, 'leave')]))
    expect(neither).toMatchObject({ add: [], left: [{ code: first.code }] })
  })

  test('quyết định về điều không có thì từ chối; chưa xem hết thì hỏi', () => {
    expect(chooseFor(list, [], { entry: 'task:X', choice: 'take', partner: '' })).toMatchObject({ kind: 'absent' })
    expect(differencesSeen(2, 0, false)).toMatchObject({ fields: { seen: expect.stringContaining('2 khác biệt') } })
    expect(differencesSeen(2, 1, true).ok).toBe(true)
    expect(differencesSeen(0, 0, false).ok).toBe(true)
  })

  test('dù quyết định thế nào, mỗi mục cũ ở đúng một chỗ: giữ, để nguyên hay thôi áp dụng', () => {
    const later = [...without.map((i, n) => (n % 7 === 0 ? edited(i) : i)), rewritten, fresh(4)]
    const all = differences(stored, later)
    const some = fc.array(
      fc.tuple(fc.constantFrom(...all.map((d) => d.entry)), fc.constantFrom('take', 'leave', 'split')),
    )
    fc.assert(
      fc.property(some, (made) => {
        const plan = amendmentPlan(
          decide(
            all,
            [...new Map(made)].map(([e, c]) => choice(e, c as 'take')),
          ),
        )
        const ids = [
          ...plan.keep.map((k) => k.before.id),
          ...plan.end.map((i) => i.id),
          ...plan.left.map((l) => l.item.id),
        ]
        expect(ids.sort()).toEqual(stored.map((i) => i.id).sort())
      }),
      { numRuns: 50 },
    )
  })
})
