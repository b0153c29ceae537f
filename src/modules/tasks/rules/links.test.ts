import { describe, expect, test } from 'vitest'
import type { PlanItem } from '../words.ts'
import { carriedOut, decideLinks, givenTo, linkState, notPlanned } from './links.ts'

const item = (more: Partial<PlanItem> = {}): PlanItem => ({
  id: 'i',
  taskId: null,
  taskCode: 'II.1',
  taskText: 'Tôn vinh trí thức',
  work: 'Tôn vinh trí thức',
  product: '',
  due: null,
  person: '',
  documentId: 'd',
  span: [0, 5],
  named: [],
  dueWords: '',
  ownWork: false,
  links: [],
  ...more,
})
const linked = (verdict: 'lien-ket' | 'khong-phai') => ({ links: [{ taskId: 't', code: 'III.2.5', verdict }] })
const task = (id: string, lead: string | null, heirs: string[] = []) => ({
  id,
  leadUnitId: lead,
  successors: heirs.map((h) => ({ id: h })),
})

describe('liên kết của một dòng', () => {
  test.each([
    ['lấy từ nhiệm vụ của tỉnh', { taskId: 't', documentId: null }, 'cua-tinh', ['t']],
    ['mới đọc vào', {}, 'chua-xet', []],
    ['đã xác nhận', linked('lien-ket'), 'lien-ket', ['t']],
    ['đã bác gợi ý', linked('khong-phai'), 'chua-xet', []],
    ['việc riêng', { ownWork: true, ...linked('khong-phai') }, 'rieng', []],
  ])('%s', (_, more, state, tasks) => {
    expect(linkState(item(more))).toBe(state)
    expect(carriedOut(item(more))).toEqual(tasks)
  })
})

describe('quyết định liên kết', () => {
  const items = [item(), item({ id: 'j', taskId: 't', documentId: null })]
  const tasks = [{ id: 't', code: 'III.2.5' }]
  test.each([
    ['xác nhận', { item: 'i', verdict: 'lien-ket', task: 't' }, true],
    ['nhiệm vụ nêu bằng mã', { item: 'i', verdict: 'lien-ket', task: 'iii.2.5' }, true],
    ['bác gợi ý', { item: 'i', verdict: 'khong-phai', task: 't' }, true],
    ['nhiệm vụ riêng', { item: 'i', verdict: 'rieng', task: null }, true],
    ['xét lại', { item: 'i', verdict: 'xet-lai', task: null }, true],
    ['nhiệm vụ không có trong kế hoạch tỉnh', { item: 'i', verdict: 'lien-ket', task: 'x' }, false],
    ['chưa chọn nhiệm vụ', { item: 'i', verdict: 'lien-ket', task: null }, false],
    ['dòng của kế hoạch khác', { item: 'k', verdict: 'rieng', task: null }, false],
    ['dòng đã lấy từ nhiệm vụ của tỉnh', { item: 'j', verdict: 'rieng', task: null }, false],
  ] as const)('%s', (_, decision, ok) => {
    const decided = decideLinks([decision], items, tasks)
    expect(decided.ok).toBe(ok)
    if (decided.ok && decision.task) expect(decided.value[0]?.task).toBe('t')
  })
  test('không chọn gì thì nói cần chọn; một quyết định sai thì không ghi quyết định nào', () => {
    expect(decideLinks([], items, tasks)).toMatchObject({ code: 'link.none' })
    const both = [
      { item: 'i', verdict: 'rieng', task: null },
      { item: 'k', verdict: 'rieng', task: null },
    ] as const
    expect(decideLinks(both, items, tasks).ok).toBe(false)
  })
})

describe('nhiệm vụ tỉnh giao chưa có trong kế hoạch', () => {
  const tasks = [task('a', 'so'), task('b', 'so'), task('c', 'khac'), task('d', 'cu', ['so']), task('e', null)]
  test('đếm nhiệm vụ cơ quan chủ trì hoặc kế thừa chủ trì, trừ nhiệm vụ đã có dòng thực hiện', () => {
    expect(tasks.filter((t) => givenTo(t, 'so')).map((t) => t.id)).toEqual(['a', 'b', 'd'])
    const items = [
      item({ taskId: 'a', documentId: null }),
      item({ links: [{ taskId: 'd', code: '', verdict: 'lien-ket' }] }),
    ]
    expect(notPlanned(tasks, 'so', items).map((t) => t.id)).toEqual(['b'])
    expect(notPlanned(tasks, 'so', [item({ links: [{ taskId: 'b', code: '', verdict: 'khong-phai' }] })])).toHaveLength(
      3,
    )
  })
})
