/** Kế hoạch thật trong `examples/`: everything it contains, compared with a table written by reading it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlanSection } from '../words.ts'
import expected from './fixtures/ke-hoach-1459.json' with { type: 'json' }
import { toPlanJson } from './plan-json.ts'
import { readPlan } from './read-plan.ts'

const source = readFileSync(new URL('../../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
const reading = readPlan(source)
const paths = (s: readonly PlanSection[]): string[] => s.flatMap((x) => [x.path, ...paths(x.children)])

describe('đọc Kế hoạch trong examples/', () => {
  it('nhận đúng phần đầu và không tự điền số, ngày còn trống', () => {
    const { docType, docNumber, docNumberRaw, issuer, placeDate, date, dateKnown } = reading
    expect({
      loại: docType,
      số: docNumber,
      'số như ghi': docNumberRaw,
      'cơ quan ban hành': issuer,
      'nơi, ngày': placeDate,
      ngày: date,
      'phần ngày có ghi': dateKnown,
    }).toEqual(expected['văn bản'])
    expect(reading.title).toMatch(/^Thực hiện Nghị quyết Hội nghị lần thứ tám .* trong giai đoạn mới"$/)
  })

  it('dựng đúng cây đề mục, giữ nguyên chỗ thiếu mục IV', () => {
    expect(paths(reading.sections)).toEqual(expected['đề mục'])
  })

  it.each(expected['chỉ tiêu có số'])('chỉ tiêu $mã đúng số, so sánh, đơn vị, năm', (row) => {
    const goal = reading.goals.find((g) => g.clause === row.mã)
    expect(goal).toMatchObject({
      comparator: row['so sánh'],
      value: row['giá trị'],
      valueHigh: row.đến,
      unit: row['đơn vị'],
      by: row.năm,
      qualitative: false,
    })
    expect(goal?.metric).toContain(row.đo)
  })

  it('không có chỉ tiêu thừa: 13 có số, 9 không có số, mã không trùng', () => {
    const codes = reading.goals.map((g) => g.clause)
    const wanted = [...expected['chỉ tiêu có số'], ...expected['mục tiêu không có số']].map((g) => g.mã)
    expect(codes.toSorted()).toEqual(wanted.toSorted())
    expect(new Set(codes).size).toBe(22)
  })

  it.each(expected['mục tiêu không có số'])('mục tiêu $mã không bị gán số', (row) => {
    const goal = reading.goals.find((g) => g.clause === row.mã)
    expect(goal).toMatchObject({ value: null, comparator: null, qualitative: true, by: row.năm })
    expect(goal?.text.startsWith(row['mở đầu'])).toBe(true)
  })

  it('đủ 22 nhiệm vụ theo mục, chỉ hai nhiệm vụ nêu chủ trì', () => {
    const work = reading.tasks.filter((t) => !t.duty)
    for (const [section, count] of Object.entries(expected['số nhiệm vụ theo mục'])) {
      const codes = work.filter((t) => t.section === section).map((t) => t.clause)
      expect(codes).toEqual(Array.from({ length: count }, (_, i) => `${section}.${i + 1}`))
    }
    const led = work.filter((t) => t.lead.length > 0)
    expect(
      led.map((t) => ({ mã: t.clause, 'chủ trì': t.lead, 'cách giao': t.leadKind, 'phối hợp': t.coordinate })),
    ).toEqual(expected['nhiệm vụ có chủ trì'])
    expect(work.every((t) => t.due === null)).toBe(true)
  })

  it('đủ bốn trách nhiệm với chủ trì, phối hợp, thời hạn', () => {
    const duties = reading.tasks.filter((t) => t.duty)
    expect(
      duties.map((t) => ({ mã: t.clause, 'chủ trì': t.lead, 'phối hợp': t.coordinate, 'thời hạn': t.due })),
    ).toEqual(expected['trách nhiệm'])
  })

  it('đủ ba văn bản dẫn chiếu với ngày và cơ quan ban hành', () => {
    expect(reading.references.map((r) => ({ loại: r.kind, số: r.number, ngày: r.date, 'cơ quan': r.issuer }))).toEqual(
      expected['văn bản dẫn chiếu'],
    )
    expect(reading.references.every((r) => r.basis)).toBe(true)
  })

  it('đủ hai chế độ báo cáo: trước ngày 5/12 qua Sở Nội vụ, và tổng hợp hằng năm', () => {
    expect(
      reading.recurringReports.map((r) => ({
        mã: r.clause,
        từ: r.from,
        gửi: r.to,
        qua: r.via,
        kỳ: r.period,
        hạn: r.due,
      })),
    ).toEqual(expected['chế độ báo cáo'])
    expect(reading.recurringReports.map((r) => r.toImplied)).toEqual([false, true])
  })

  it('đủ nơi nhận và người ký', () => {
    expect(reading.recipients.map((r) => r.name)).toEqual(expected['nơi nhận'])
    expect(reading.recipients.map((r) => r.archive)).toEqual([...Array(11).fill(false), true])
    const { authority, capacity, post, name } = reading.signer ?? {}
    expect({ 'thẩm quyền': authority, 'ký thay': capacity, 'chức vụ': post, 'họ tên': name }).toEqual(
      expected['người ký'],
    )
  })

  it.each(expected['khiếm khuyết'])('nêu khiếm khuyết $loại ở $ở', (row) => {
    const found = reading.defects.filter(
      (d) => d.kind === row.loại && d.where === row.ở && d.what.includes(row['có chữ']),
    )
    expect(found.length).toBeGreaterThan(0)
  })

  it('lỗi nhận dạng chỉ được nêu, không được sửa: đúng 13 chỗ, chữ gốc còn nguyên', () => {
    const slips = reading.defects.filter((d) => d.kind === 'ocr')
    expect(slips).toHaveLength(13)
    for (const slip of slips) {
      const [start, end] = slip.span ?? [0, 0]
      expect(slip.what).toContain(reading.text.slice(start, end))
      expect(reading.text.slice(start, end)).not.toBe(slip.suggestion)
    }
    expect(reading.text).toBe(source)
  })

  it('vị trí của mỗi mục chỉ đúng đoạn chữ của nó', () => {
    const fold = (s: string): string => s.replace(/\s+/g, ' ')
    for (const item of [...reading.goals, ...reading.tasks, ...reading.recurringReports]) {
      expect(fold(reading.text.slice(item.span[0], item.span[1]))).toBe(item.text)
    }
  })

  it('JSON của plan read có đủ khóa, danh sách rỗng thay cho khóa vắng', () => {
    const json = toPlanJson(reading)
    for (const key of [
      'sections',
      'targets',
      'tasks',
      'references',
      'recurringReports',
      'recipients',
      'baselines',
      'results',
      'defects',
    ] as const) {
      expect(Array.isArray(json[key])).toBe(true)
    }
    expect(json.targets).toHaveLength(22)
    expect(json.recipients.at(-1)).toBe('Lưu: VT, NC-KSTTHC, Trung (08b)')
    expect(Object.keys(json.sections[0] ?? {})).toEqual(['no', 'title', 'children'])
  })
})
