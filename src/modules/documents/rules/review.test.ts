import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanReading } from '../words.ts'
import { newItem } from './adding.ts'
import { applyDecisions } from './apply-decisions.ts'
import { editedGoal, goalValues, readReportDue, showReportDue } from './item-values.ts'
import { mergedValues, mergePair, mergeTargets } from './merging.ts'
import { readPlan } from './read-plan.ts'
import { carryDecisions } from './reread.ts'
import { acceptSure, decideItem, type ItemDecision, reviewItems, type Stand, undoStand } from './review.ts'

const reading = readPlan(fs.readFileSync(new URL('../../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8'))
const decision = (
  item: string,
  verdict: ItemDecision['verdict'],
  edits = {},
  before: Stand | null = null,
): ItemDecision => ({
  item,
  verdict,
  edits,
  version: 1,
  before,
  batch: null,
  decidedBy: 'Lê Thị Lan',
  decidedAt: Temporal.Instant.from('2024-05-03T03:00:00Z'),
})
const edit = (item: string, edits: Record<string, string>) =>
  decideItem(reading, [], { item, verdict: 'edited', edits })
const items = reviewItems(reading, [])
const itemOf = (key: string, decisions: readonly ItemDecision[] = []) => {
  const found = reviewItems(reading, decisions).find((i) => i.key === key)
  if (found === undefined) throw new Error(key)
  return found
}

describe('các mục của bản đọc', () => {
  test('mỗi mục một mã; mục tiêu, nhiệm vụ, nơi nhận, chế độ báo cáo, dẫn chiếu, tên gọi, người ký', () => {
    const count = (kind: string) => items.filter((i) => i.kind === kind).length
    expect(['goal', 'task', 'recipient', 'report', 'reference', 'head', 'signer'].map(count)).toEqual([
      reading.goals.length,
      reading.tasks.length,
      reading.recipients.length,
      reading.recurringReports.length,
      reading.references.length,
      1,
      1,
    ])
    expect(new Set(items.map((i) => i.key)).size).toBe(items.length)
  })
  test('mục đã quyết định thì không còn chưa chắc; hoàn tác thì lại chưa chắc', () => {
    const first = items.find((i) => i.unsure)?.key ?? ''
    expect(itemOf(first, [decision(first, 'accepted')])).toMatchObject({
      unsure: false,
      verdict: 'accepted',
      version: 1,
    })
    expect(itemOf(first, [decision(first, 'open')])).toMatchObject({ unsure: true, verdict: null, version: 1 })
  })
  test('tên gọi của văn bản được chỉ đúng chỗ, dù xuống dòng giữa chừng', () => {
    const { span } = itemOf('head:1')
    expect(reading.text.slice(...span).replace(/\s+/g, ' ')).toBe(reading.title)
  })
})

describe('quyết định một mục', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['giá trị không phải số', 'goal:II.1.2', { value: 'mười chín', comparator: '=' }, 'value'],
    ['khoảng ngược', 'goal:II.1.7a', { comparator: 'range', value: '20', valueHigh: '15' }, 'valueHigh'],
    ['có số mà không có so sánh', 'goal:II.1.2', { value: '19', comparator: '' }, 'comparator'],
    ['năm sai', 'goal:II.1.2', { by: '30' }, 'by'],
    ['nội dung trống', 'task:III.1.1', { text: ' ' }, 'text'],
    ['thời hạn không đọc được', 'task:III.1.1', { due: 'sớm' }, 'due'],
    ['dẫn chiếu không còn số', 'reference:1', { number: ' ' }, 'number'],
    ['ngày dẫn chiếu không có thật', 'reference:1', { date: '31/02/2024' }, 'date'],
    ['hạn báo cáo không đọc được', 'report:1', { due: 'cuối năm' }, 'due'],
    ['tên gọi trống', 'head:1', { text: '' }, 'text'],
  ])('%s: nêu ô phải sửa', (_, item, edits, field) => {
    const decided = edit(item, edits)
    expect(decided.ok ? [] : Object.keys(decided.fields ?? {})).toEqual([field])
  })
  test('sửa mà không khác gì thì là chấp nhận', () =>
    expect(edit('goal:II.1.2', { value: '19', comparator: '=' })).toMatchObject({
      value: { verdict: 'accepted', edits: {} },
    }))
  test('ô để như đã đọc thì không bao giờ sai', () => {
    for (const i of items)
      expect(decideItem(reading, [], { item: i.key, verdict: 'edited', edits: i.values }), i.key).toMatchObject({
        value: { verdict: 'accepted' },
      })
  })
  test('mục không có', () => expect(edit('goal:X', {})).toMatchObject({ ok: false, kind: 'absent' }))
  test('chấp nhận cả nhóm chỉ lấy mục chắc chắn, chưa ai quyết định', () => {
    const unsure = items.filter((i) => i.unsure).map((i) => i.key)
    const made = [decision('task:III.1.1', 'rejected')]
    const all = reviewItems(reading, made)
    const accepted = acceptSure(all, ['task:III.1.1', 'task:III.1.2', ...unsure])
    const expected = unsure.includes('task:III.1.2') ? [] : ['task:III.1.2']
    expect(accepted.ok ? accepted.value.map((i) => i.key) : []).toEqual(expected)
    expect(acceptSure(all, unsure)).toMatchObject({ ok: false, kind: 'conflict' })
  })
})

describe('áp quyết định lên bản đọc', () => {
  test('bỏ thì không còn, sửa thì thay, còn lại giữ nguyên', () => {
    const after = applyDecisions(reading, [
      decision('goal:II.1.11', 'rejected'),
      decision('goal:II.1.2', 'edited', { value: '20', comparator: '>=' }),
      decision('task:III.3.3', 'edited', {
        lead: 'Sở Nội vụ',
        due: '30/06/2026',
        product: 'Cơ sở dữ liệu',
        request: '1',
      }),
      decision('reference:2', 'edited', { date: '29/11/2023' }),
      decision('report:1', 'edited', { due: '15/06; 05/12', period: 'half-yearly' }),
      decision('head:1', 'edited', { text: 'Kế hoạch mới' }),
      decision('signer:1', 'edited', { text: 'Trần Thị Ước' }),
    ])
    expect(after.goals).toHaveLength(reading.goals.length - 1)
    expect(after.goals.find((g) => g.clause === 'II.1.2')).toMatchObject({
      value: 20,
      comparator: '>=',
      strict: false,
      rawComparator: null,
    })
    expect(after.tasks.find((t) => t.clause === 'III.3.3')).toMatchObject({
      lead: ['Sở Nội vụ'],
      leadKind: 'named',
      due: '2026-06-30',
      product: 'Cơ sở dữ liệu',
      request: true,
    })
    expect(after.references[1]).toMatchObject({ number: reading.references[1]?.number, date: '2023-11-29' })
    expect(after.recurringReports[0]).toMatchObject({ due: ['06-15', '12-05'], period: 'half-yearly' })
    expect(after).toMatchObject({ title: 'Kế hoạch mới', issuer: reading.issuer, signer: { name: 'Trần Thị Ước' } })
    expect(after.recipients).toEqual(reading.recipients)
  })
  test('bản đọc gốc không đổi dù quyết định thế nào', () => {
    const keys = items.filter((i) => i.kind !== 'head' && i.kind !== 'signer').map((i) => i.key)
    const size = (r: PlanReading) =>
      r.goals.length + r.tasks.length + r.recipients.length + r.references.length + r.recurringReports.length
    const before = JSON.stringify(reading)
    fc.assert(
      fc.property(fc.subarray(keys), (some) => {
        const after = applyDecisions(
          reading,
          some.map((k) => decision(k, 'rejected')),
        )
        expect(size(after)).toBe(keys.length - some.length)
        expect(JSON.stringify(reading)).toBe(before)
      }),
      { numRuns: 30 },
    )
  })
})

describe('thêm mục', () => {
  const words = 'Thu hút, tuyển dụng 50 sinh viên tốt nghiệp xuất sắc về công tác tại tỉnh vào năm 2028'
  const text = `${reading.text}\nVI. KHÁC\n1. ${words}.\n`
  const longer = { ...readPlan(text), goals: [] }

  test('câu có trong văn bản: đúng chỗ, đúng đề mục, số kế tiếp, đọc sẵn con số', () => {
    const made = newItem(longer, [], { kind: 'goal', text: words.replace(' 50 ', '\n50  '), span: null, section: '' })
    expect(made).toMatchObject({ ok: true, value: { value: '50', by: '2028' } })
    if (made.ok) expect(text.slice(Number(made.value.from), Number(made.value.to))).toBe(words)
  })
  test('câu không có nguyên văn: phải chọn đề mục', () => {
    const given = { kind: 'task' as const, text: 'Việc không có trong văn bản', span: null }
    expect(newItem(reading, items, { ...given, section: '' })).toMatchObject({
      fields: { section: expect.any(String) },
    })
    expect(newItem(reading, items, { ...given, section: 'III.2' })).toMatchObject({
      value: { section: 'III.2', clause: 'III.2.6' },
    })
  })
  test('không có chữ nào thì nói cần gì', () =>
    expect(newItem(reading, items, { kind: 'goal', text: ' ', span: null, section: '' })).toMatchObject({
      fields: { text: expect.any(String) },
    }))
  test('mục thêm vào đứng đúng thứ tự văn bản, không trùng số, bỏ rồi lấy lại vẫn còn nội dung', () => {
    const span = reading.tasks[3]?.span ?? [0, 0]
    const made = newItem(reading, items, { kind: 'task', text: reading.text.slice(...span), span, section: '' })
    if (!made.ok) throw new Error(made.message)
    const added = [decision('task:+1', 'added', made.value)]
    const after = applyDecisions(reading, added)
    expect(after.tasks).toHaveLength(reading.tasks.length + 1)
    expect(new Set(after.tasks.map((t) => t.clause)).size).toBe(after.tasks.length)
    expect(after.tasks[4]?.span).toEqual(span)
    const out = decideItem(reading, added, { item: 'task:+1', verdict: 'rejected', edits: {} })
    expect(out).toMatchObject({ value: { verdict: 'rejected', edits: made.value } })
    const back = decideItem(reading, [decision('task:+1', 'rejected', made.value)], {
      item: 'task:+1',
      verdict: 'accepted',
      edits: {},
    })
    expect(back).toMatchObject({ value: { verdict: 'added', edits: made.value } })
    const edited = decideItem(reading, added, { item: 'task:+1', verdict: 'edited', edits: { lead: 'Sở Y tế' } })
    expect(edited).toMatchObject({ value: { verdict: 'added', edits: { ...made.value, lead: 'Sở Y tế' } } })
    expect(applyDecisions(reading, [decision('task:+1', 'rejected', made.value)]).tasks).toEqual(reading.tasks)
  })
})

describe('gộp mục', () => {
  test('mục giữ lại nhận câu chữ và ô còn thiếu; mục kia không còn đứng riêng', () => {
    const kept = itemOf('task:III.1.1')
    const part = itemOf('task:III.1.2')
    expect(mergePair(items, { item: part.key, into: kept.key })).toMatchObject({ ok: true })
    const values = mergedValues(kept, part)
    expect(values.text).toContain(kept.text.slice(0, 40))
    expect(values.text).toContain(part.text.slice(0, 40))
    expect(values.lead).toBe(kept.values.lead || part.values.lead)
    const after = applyDecisions(reading, [
      decision(part.key, 'merged', { into: kept.key }),
      decision(kept.key, 'edited', values),
    ])
    expect(after.tasks).toHaveLength(reading.tasks.length - 1)
    expect(after.tasks[0]).toMatchObject({ clause: 'III.1.1', text: values.text, span: [kept.span[0], part.span[1]] })
  })
  test('mục gần nhất đứng đầu; không gộp với mục khác loại, mục đã bỏ, chính nó', () => {
    const targets = mergeTargets(reviewItems(reading, [decision('task:III.1.2', 'rejected')]), itemOf('task:III.1.1'))
    expect(targets[0]?.clause).toBe('III.2.1')
    expect(mergeTargets(items, itemOf('task:III.1.2'))[0]?.clause).toBe('III.1.1')
    expect(targets.every((t) => t.kind === 'task')).toBe(true)
    expect(targets.map((t) => t.clause)).not.toContain('III.1.1')
    expect(mergePair(items, { item: 'task:III.1.1', into: 'goal:II.1.2' })).toMatchObject({
      fields: { into: expect.any(String) },
    })
  })
  test('mục đã nhận mục khác thì không gộp tiếp được', () => {
    const all = reviewItems(reading, [decision('task:III.1.2', 'merged', { into: 'task:III.1.1' })])
    expect(mergePair(all, { item: 'task:III.1.1', into: 'task:III.2.1' })).toMatchObject({ ok: false })
  })
})

describe('hoàn tác', () => {
  test('trở về đúng trạng thái trước; chưa quyết định thì không có gì để hoàn tác', () => {
    expect(undoStand(undefined)).toMatchObject({ ok: false })
    expect(undoStand(decision('goal:II.1.2', 'accepted'))).toMatchObject({ value: { verdict: 'open', edits: {} } })
    const before: Stand = { verdict: 'edited', edits: { value: '20' } }
    expect(undoStand(decision('goal:II.1.2', 'rejected', {}, before))).toMatchObject({ value: before })
    expect(undoStand(decision('goal:+1', 'added', { text: 'x' }))).toMatchObject({
      value: { verdict: 'rejected', edits: { text: 'x' } },
    })
  })
})

describe('đọc lại', () => {
  const key = (kind: string) => `${kind}:+mới`

  test('cùng một bản đọc: quyết định nào cũng ở nguyên mục của nó', () => {
    const keys = items.map((i) => i.key)
    fc.assert(
      fc.property(fc.subarray(keys), (some) => {
        const made = some.map((k) => decision(k, 'rejected'))
        const { stands, kept, dropped } = carryDecisions(reading, reading, made, key)
        expect([...stands].filter(([, s]) => s.verdict === 'rejected').map(([k]) => k)).toEqual(some)
        expect([kept, dropped]).toEqual([some.length, 0])
      }),
      { numRuns: 20 },
    )
  })
  test('bộ đọc đánh số khác, đọc thêm: điều đã xác nhận giữ nguyên', () => {
    const later: PlanReading = {
      ...reading,
      goals: reading.goals.map((g) => (g.clause === 'II.1.2' ? { ...g, clause: 'II.1.2a', value: 21 } : g)),
      tasks: reading.tasks.filter((t) => t.clause !== 'III.2.5'),
    }
    const { stands, adopted } = carryDecisions(
      reading,
      later,
      [
        decision('goal:II.1.2', 'accepted'),
        decision('task:III.2.5', 'edited', { lead: 'Sở Y tế' }),
        decision('task:III.1.2', 'merged', { into: 'task:III.1.1' }),
      ],
      key,
    )
    expect(stands.get('goal:II.1.2')).toEqual({ verdict: 'open', edits: {} })
    expect(stands.get('goal:II.1.2a')).toEqual({ verdict: 'edited', edits: { value: '19' } })
    expect(stands.get('task:+mới')).toMatchObject({ verdict: 'added', edits: { clause: 'III.2.5', lead: 'Sở Y tế' } })
    expect(stands.get('task:III.1.2')).toEqual({ verdict: 'merged', edits: { into: 'task:III.1.1' } })
    expect(adopted).toBe(1)
  })
  test('mục cán bộ thêm mà nay bộ đọc tìm ra: thành một mục, giữ ô của cán bộ', () => {
    const task = reading.tasks[5]
    if (task === undefined) throw new Error('no task')
    const before: PlanReading = { ...reading, tasks: reading.tasks.filter((t) => t !== task) }
    const edits = { ...itemOf(`task:${task.clause}`).values, clause: 'III.2.9', section: 'III.2', lead: 'Sở Y tế' }
    const own = decision('task:+1', 'added', { ...edits, from: String(task.span[0]), to: String(task.span[1]) })
    const { stands } = carryDecisions(before, reading, [own], key)
    expect(stands.get(`task:${task.clause}`)).toEqual({ verdict: 'edited', edits: { lead: 'Sở Y tế' } })
    expect(stands.get('task:+1')).toMatchObject({ verdict: 'rejected' })
  })
})

describe('hạn báo cáo', () => {
  test.each([
    ['12-05', '05/12'],
    [['06-15', '12-05'], '15/06; 05/12'],
    ['*-20', 'ngày 20'],
    [null, ''],
  ] as const)('%j ↔ %s', (due, words) => {
    expect(showReportDue(due)).toBe(words)
    expect(readReportDue(words)).toEqual(due)
  })
  test.each(['31/02', 'ngày 45', 'sớm'])('"%s" không phải hạn', (t) => expect(readReportDue(t)).toBe(false))
})

describe('trên, dưới', () => {
  const goal = reading.goals.find((g) => g.clause === 'II.1.1a')
  test('“trên 85.000” không thành “từ 85.000 trở lên”, khi đọc và sau khi sửa ô khác', () => {
    if (!goal) throw new Error('no goal')
    expect(goalValues(goal).comparator).toBe('>')
    expect(editedGoal(goal, { by: '2031' })).toMatchObject({ comparator: '>=', strict: true, by: 2031 })
  })
  test.each([
    ['>', '>=', true],
    ['<', '<=', true],
    ['>=', '>=', false],
    ['<=', '<=', false],
  ] as const)('chọn %s', (typed, comparator, strict) => {
    if (!goal) throw new Error('no goal')
    expect(editedGoal(goal, { comparator: typed })).toMatchObject({ comparator, strict })
  })
  test('mục tiêu tự thêm: câu nêu “trên”, cán bộ sửa thành “từ … trở lên” thì theo cán bộ', () => {
    const text = 'Tỷ lệ hồ sơ được số hóa đạt trên 90%.'
    const longer: PlanReading = { ...reading, text: `${reading.text}\n${text}` }
    const made = newItem(longer, [], { kind: 'goal', text, span: null, section: '' })
    if (!('value' in made)) throw new Error('refused')
    const strictness = (edits: Readonly<Record<string, string>>) =>
      applyDecisions(longer, [decision('goal:+1', 'added', edits)]).goals.find((g) => g.text === text)
    expect(strictness(made.value)).toMatchObject({ comparator: '>=', strict: true, value: 90 })
    expect(strictness({ ...made.value, comparator: '>=' })).toMatchObject({ comparator: '>=', strict: false })
    expect(strictness({ ...made.value, comparator: '<' })).toMatchObject({ comparator: '<=', strict: true })
  })
})
