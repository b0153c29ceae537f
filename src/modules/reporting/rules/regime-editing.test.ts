/** Soạn chế độ: từng chỗ sửa được theo lược đồ, rà soát, khác biệt và thử với báo cáo cũ. */
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../kernel/result.ts'
import { at, GROUPS, LAST_YEAR, REGIME, wholeReport } from '../fixtures.ts'
import { shownValue } from './item-form.ts'
import { copyOf, emptyRegime, freeName, nextVersion, readRegime } from './new-regime.ts'
import { formAt } from './period-form.ts'
import type { Regime } from './regime.ts'
import { regimeChanges } from './regime-changes.ts'
import { arranged, fieldsAt, itemAt, kindsAt, type Place, readPlace, withItem } from './regime-places.ts'
import { regimeProblems } from './regime-problems.ts'
import { tryRegime } from './try-regime.ts'

const place = (text: string): Place => {
  const p = readPlace(text)
  if (!p) throw new Error(`no place ${text}`)
  return p
}
const must = <T>(d: Decision<T>): T => {
  if (!d.ok) throw new Error(`${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const edit = (r: Regime, text: string, raw: Record<string, unknown>) => must(withItem(r, place(text), raw)).regime
/** What the page of a place sends when nothing is changed. */
const asShown = (r: Regime, text: string): Record<string, unknown> => {
  const item = must(itemAt(r, place(text)))
  return Object.fromEntries(
    fieldsAt(place(text), item).map((f) => {
      const shown = shownValue(f, item)
      return [f.path, f.kind === 'rows' ? shown.split('\n') : shown]
    }),
  )
}

const EVERY_PLACE = [
  'chung',
  'han',
  ...REGIME.tables.flatMap((t) => [`bieu.${t.id}`, ...t.rows.map((x) => `dong.${t.id}.${x.id}`)]),
  ...REGIME.sections.flatMap((s) => [`muc.${s.no}`, ...s.parts.map((_, i) => `phan.${s.no}.${i}`)]),
  ...REGIME.checks.map((_, i) => `kiem-tra.${i}`),
]

describe('sửa từng chỗ', () => {
  it.each(EVERY_PLACE)('mở rồi lưu %s mà không đổi gì thì bản soạn không đổi', (text) => {
    expect(edit(REGIME, text, asShown(REGIME, text))).toEqual(REGIME)
  })
  it('đổi hạn, ngưỡng, nhãn; số và ngày đọc theo cách viết của cơ quan', () => {
    const due = edit(REGIME, 'han', { ...asShown(REGIME, 'han'), 'due.before': '20/12', 'due.rolls': '1' })
    expect(due.due).toMatchObject({ before: '12-20', rolls: true })
    expect(edit(REGIME, 'chung', { ...asShown(REGIME, 'chung'), changeLimit: '12,5' }).changeLimit).toBe(0.125)
    const raw = { ...asShown(REGIME, 'dong.bieu-2.nu'), label: 'Nữ trí thức' }
    expect(edit(REGIME, 'dong.bieu-2.nu', raw).tables[0]?.rows.find((r) => r.id === 'nu')?.label).toBe('Nữ trí thức')
  })
  it('ô không đọc được thì nói ở đúng ô, không ghi gì', () => {
    const d = withItem(REGIME, place('han'), { ...asShown(REGIME, 'han'), 'due.before': '31/02', 'cutOff.day': '' })
    expect(d).toMatchObject({
      ok: false,
      fields: {
        'due.before': 'Hạn nộp: trước ngày: nhập ngày/tháng, ví dụ 05/12',
        'cutOff.day': 'Chốt số liệu đến hết ngày: chưa nhập',
      },
    })
  })
  it('thêm dòng được đặt mã từ nhãn; chọn cách tính, lưu, rồi chọn dòng', () => {
    const added = must(
      withItem(REGIME, place('dong.bieu-2.them-moi'), {
        label: 'Tổng sau đại học',
        noun: 'số người sau đại học',
        kind: 'stock',
      }),
    )
    expect(added.place).toBe('dong.bieu-2.tong-sau-dai-hoc')
    const chosen = edit(added.regime, added.place, { ...asShown(added.regime, added.place), 'compute.kind': 'sum' })
    expect(regimeProblems(chosen).map((p) => p.place)).toEqual([added.place])
    const done = edit(chosen, added.place, {
      ...asShown(chosen, added.place),
      'compute.rows': ['bieu-2.tien-si', '', 'bieu-2.thac-si'],
    })
    expect(done.tables[0]?.rows.at(-1)?.compute).toEqual({ kind: 'sum', rows: ['bieu-2.tien-si', 'bieu-2.thac-si'] })
    expect(regimeProblems(done)).toEqual([])
    const typed = edit(done, added.place, { ...asShown(done, added.place), 'compute.kind': '' })
    expect(typed.tables[0]?.rows.at(-1)?.compute).toBeUndefined()
  })
  it('đổi loại cách tính thì bỏ dòng của loại cũ, giữ lại để chọn dòng của loại mới', () => {
    const sum = edit(REGIME, 'dong.bieu-2.nu', { ...asShown(REGIME, 'dong.bieu-2.nu'), 'compute.kind': 'sum' })
    const share = edit(sum, 'dong.bieu-2.nu', { ...asShown(sum, 'dong.bieu-2.nu'), 'compute.kind': 'share' })
    expect(share.tables[0]?.rows.find((r) => r.id === 'nu')?.compute).toEqual({ kind: 'share', part: '', whole: '' })
  })
  it('thêm phép kiểm tra của từng loại, thêm biểu, mục, phần, dòng giao báo cáo', () => {
    expect(kindsAt('kiem-tra')).toContain('part-of')
    const check = edit(REGIME, 'kiem-tra.them-moi', { loai: 'part-of', parts: 'bieu-2.nu', whole: 'bieu-2.tong-so' })
    expect(check.checks.at(-1)).toEqual({ kind: 'part-of', parts: ['bieu-2.nu'], whole: 'bieu-2.tong-so' })
    const table = edit(REGIME, 'bieu.them-moi', {
      title: 'Biểu 5. Đề tài',
      unit: 'đề tài',
      instructions: 'Ghi số đề tài.',
    })
    expect(table.tables.at(-1)).toMatchObject({ id: 'bieu-5', rows: [] })
    expect(regimeProblems(table).map((p) => p.message)).toEqual([
      'Biểu 5. Đề tài chưa có dòng nào.',
      'Biểu 5. Đề tài chưa đứng trong mục nào của đề cương.',
    ])
    const section = edit(REGIME, 'muc.them-moi', { title: 'Nghiên cứu khoa học' })
    expect(section.sections.map((s) => s.title).slice(-2)).toEqual(['Nghiên cứu khoa học', 'Kiểm tra và trình'])
    const part = edit(section, 'phan.6.them-moi', {
      loai: 'paragraph',
      label: 'Đề tài tiêu biểu',
      max: '2.000',
      required: '1',
    })
    expect(part.sections[5]?.parts).toEqual([
      { kind: 'paragraph', id: 'de-tai-tieu-bieu', label: 'Đề tài tiêu biểu', required: true, max: 2000 },
    ])
    const line = edit(REGIME, 'doi-tuong.them-moi', {
      kind: 'group',
      ref: 'cap-xa',
      from: '01/07/2026',
      to: '',
      act: 'Công văn 12',
    })
    expect(line.assignment).toEqual([
      { kind: 'group', ref: 'cap-xa', from: '2026-07-01', to: null, act: 'Công văn 12' },
    ])
  })
  it('địa chỉ lạ không phải là chỗ nào', () => {
    expect(['', 'khac', 'dong.bieu-2', 'chung.1', 'muc.', '__proto__'].map(readPlace)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect(itemAt(REGIME, place('dong.bieu-9.x')).ok).toBe(false)
    expect(withItem(REGIME, place('kiem-tra.99'), {}).ok).toBe(false)
  })
})

describe('sắp xếp', () => {
  it('chuyển lên, chuyển xuống, bỏ; mục được đánh số lại', () => {
    expect(must(arranged(REGIME, place('dong.bieu-2.tien-si'), 'len')).tables[0]?.rows[0]?.id).toBe('tien-si')
    const moved = must(arranged(REGIME, place('muc.1'), 'xuong'))
    expect(moved.sections.slice(0, 2).map((s) => [s.no, s.title])).toEqual([
      [1, 'Biểu trình độ đội ngũ'],
      [2, 'Tình hình chung'],
    ])
    const dropped = must(arranged(REGIME, place('dong.bieu-2.nu'), 'bo'))
    expect(regimeProblems(dropped).map((p) => p.message)).toEqual([
      'Phép kiểm tra 7 nhắc dòng không còn: bieu-2.nu.',
      'Phép kiểm tra 9 nhắc dòng không còn: bieu-2.nu.',
    ])
  })
  it('mục kiểm tra luôn đứng cuối', () => {
    expect(arranged(REGIME, place('muc.6'), 'bo').ok).toBe(false)
    expect(arranged(REGIME, place('muc.5'), 'xuong').ok).toBe(false)
  })
})

describe('rà soát và so sánh', () => {
  it('bản đi kèm hệ thống không còn chỗ phải sửa; biểu mẫu trống nêu chỗ còn thiếu', () => {
    expect(regimeProblems(REGIME)).toEqual([])
    const empty = emptyRegime({ code: 'X', slug: 'x1', name: 'X' }, '2026-11-23')
    expect(regimeProblems(empty).map((p) => p.message)).toEqual(['Đề cương chưa có mục nào để nhập.'])
  })
  it('nêu biểu tính vòng, biểu đứng hai nơi, ngày không có thật, hạn trước ngày chốt', () => {
    const loop = edit(REGIME, 'dong.bieu-2.nu', { ...asShown(REGIME, 'dong.bieu-2.nu'), 'compute.kind': 'sum' })
    const looped = edit(loop, 'dong.bieu-2.nu', { ...asShown(loop, 'dong.bieu-2.nu'), 'compute.rows': 'bieu-2.nu' })
    expect(regimeProblems(looped)[0]?.message).toBe('«Nữ» tính vòng về chính nó.')
    const early = { ...REGIME, due: { ...REGIME.due, before: '11-01' } }
    expect(regimeProblems(early)[0]?.message).toBe('Ngày chốt số liệu phải trước hạn nộp.')
    expect(regimeProblems({ ...early, due: { ...early.due, nextYear: true } })).toEqual([])
  })
  it('kể những gì thêm, bỏ, sửa', () => {
    const next = edit(nextVersion(REGIME), 'dong.bieu-2.nu', {
      ...asShown(REGIME, 'dong.bieu-2.nu'),
      label: 'Nữ trí thức',
    })
    const less = must(arranged(must(arranged(next, place('kiem-tra.0'), 'bo')), place('dong.bieu-4.kinh-phi'), 'bo'))
    expect(regimeChanges(REGIME, less)).toEqual([
      { how: 'sua', what: 'Dòng: Biểu 2, Nữ trí thức', detail: 'trước là «Biểu 2, Nữ»' },
      { how: 'bo', what: 'Dòng: Biểu 4, Kinh phí thực hiện chính sách', detail: '' },
      {
        how: 'bo',
        what: 'Phép kiểm tra: Số tiến sĩ không lớn hơn tổng số người',
        detail: '',
      },
    ])
    expect(regimeChanges(REGIME, nextVersion(REGIME))).toEqual([])
  })
})

describe('chế độ mới', () => {
  const name = { code: 'KH726-năm', slug: 'kh726', name: 'Báo cáo khác' }
  it('sao chép, mở trống, đọc từ tệp đã tải: đi rồi về không mất gì', () => {
    expect(copyOf(REGIME, name)).toMatchObject({ ...name, version: 1, tables: REGIME.tables })
    expect(must(readRegime(JSON.stringify(REGIME)))).toEqual(REGIME)
    expect(readRegime('{"code":"x"}')).toMatchObject({ ok: false, code: 'regime.file' })
    expect(readRegime('khong')).toMatchObject({ ok: false })
  })
  it('mã và địa chỉ không trùng chế độ khác', () => {
    expect(freeName(name, [REGIME]).ok).toBe(true)
    expect(freeName({ ...name, slug: 'kh1459' }, [REGIME])).toMatchObject({
      ok: false,
      fields: { slug: 'Địa chỉ này đã có chế độ khác dùng' },
    })
    expect(freeName({ ...name, slug: 'mo-ky' }, []).ok).toBe(false)
    expect(freeName({ ...name, code: REGIME.code }, [REGIME]).ok).toBe(false)
  })
})

describe('thử với báo cáo đã nộp', () => {
  const report = {
    unitId: '1',
    unitCode: 'H24.SYT',
    unitName: 'Sở Y tế',
    code: 'BC-2025-0012',
    number: 1,
    submittedAt: at('2025-12-01 08:00'),
    closing: false,
    content: wholeReport(),
    lastYear: LAST_YEAR,
  }
  const tried = (after: Regime) => tryRegime(REGIME, after, [report], GROUPS, 2026)

  it('bản không đổi thì không có gì đổi', () => {
    expect(tried(nextVersion(REGIME))).toMatchObject({
      reports: 1,
      withoutPlace: [],
      emptyRows: [],
      fresh: [],
      gone: [],
      totals: [],
    })
  })
  it('ngưỡng mới nêu thêm phát hiện; phép kiểm tra bỏ đi thì phát hiện mất', () => {
    const strict = tried({ ...REGIME, changeLimit: 0.05 })
    expect(strict.fresh.map((f) => f.id)).toContain('bieu-2.tien-si')
    expect(strict.fresh[0]?.bodies).toEqual([{ unitCode: 'H24.SYT', unitName: 'Sở Y tế' }])
    expect(tryRegime({ ...REGIME, changeLimit: 0.05 }, REGIME, [report], GROUPS, 2026).gone.length).toBe(
      strict.fresh.length,
    )
  })
  it('dòng bỏ đi: ô đã nhập không còn chỗ, tổng mất; dòng thêm: chưa báo cáo nào có số', () => {
    const less = must(arranged(REGIME, place('dong.bieu-4.kinh-phi'), 'bo'))
    expect(tried(less).withoutPlace).toEqual([{ label: 'Biểu 4, Kinh phí thực hiện chính sách', filled: 2 }])
    expect(tried(less).totals.map((t) => [t.id, t.before, t.isGone])).toEqual([
      ['bieu-4.kinh-phi.den-chot', 1850, true],
      ['bieu-4.kinh-phi.uoc', 2400, true],
    ])
    const more = edit(REGIME, 'dong.bieu-4.them-moi', {
      label: 'Đề tài',
      noun: 'số đề tài',
      kind: 'flow',
      required: '1',
    })
    expect(tried(more).emptyRows).toEqual(['Biểu 4, Đề tài'])
    expect(tried(more).fresh.map((f) => f.id)).toEqual(['missing:bieu-4.de-tai'])
  })
})

describe('kỳ được chuyển bản', () => {
  it('điều đã nộp đọc theo biểu mẫu lúc nộp', () => {
    const later = nextVersion(REGIME)
    const forms = [
      { since: at('2026-11-01 08:00'), act: '', regime: REGIME },
      { since: at('2026-11-20 08:00'), act: 'x', regime: later },
    ]
    const period = { forms, regime: later }
    expect(formAt(period, at('2026-11-19 08:00')).version).toBe(1)
    expect(formAt(period, at('2026-11-20 08:00')).version).toBe(2)
    expect(formAt(period, at('2026-10-01 08:00')).version).toBe(1)
  })
})
