/** Đồng ý và trang công khai: properties that hold at every instant, whatever was answered in whatever order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dossier, type Fact, GROUPS } from '../../people/public.ts'
import { type ConsentItem, type ConsentState, ITEM_ORDER, ITEMS } from '../words.ts'
import { type Answer, answersOf, consented, publicItems, standing } from './consent.ts'
import { cardOf } from './public-card.ts'
import type { Speak } from './showing.ts'

const T0 = Temporal.Instant.from('2026-11-23T03:42:00Z')
const at = (minutes: number) => T0.add({ minutes })
const say = (item: ConsentItem, state: ConsentState, minutes: number, regime: Answer['regime'] = 'luat91'): Answer => ({
  item,
  state,
  at: at(minutes),
  regime,
})

const anItem = fc.constantFrom(...ITEM_ORDER)
const aLedger = fc.array(
  fc
    .tuple(anItem, fc.constantFrom<ConsentState>('dong-y', 'khong', 'rut'), fc.integer({ min: 0, max: 50 }))
    .map(([item, state, minutes]) => say(item, state, minutes)),
  { maxLength: 25 },
)

describe('sổ đồng ý', () => {
  it('im lặng không phải là đồng ý: sổ trống thì không mục nào được đồng ý', () => {
    expect(consented([], T0).size).toBe(0)
    expect(consented([say('danh-ba', 'dong-y', 5)], at(4)).size).toBe(0)
  })

  it('rút lại có hiệu lực ngay từ lúc rút, và không hồi tố', () => {
    const ledger = [say('danh-ba', 'dong-y', 0), say('danh-ba', 'rut', 10)]
    expect(consented(ledger, at(9)).has('danh-ba')).toBe(true)
    expect(consented(ledger, at(10)).has('danh-ba')).toBe(false)
    expect(consented(ledger, at(99)).has('danh-ba')).toBe(false)
  })

  it('đồng ý theo Nghị định 13 còn giá trị và được đánh dấu', () => {
    expect(standing([say('danh-ba', 'dong-y', 0, 'nd13')], at(1)).get('danh-ba')?.regime).toBe('nd13')
  })

  it('mẫu gửi lên chỉ thêm đồng ý cho mục được chọn; mục bỏ trống lần đầu là không; mục đang đồng ý không đổi', () => {
    expect(answersOf(new Map(), ['danh-ba']).filter((a) => a.state === 'dong-y')).toEqual([
      { item: 'danh-ba', state: 'dong-y' },
    ])
    expect(answersOf(new Map(), [])).toHaveLength(ITEM_ORDER.length)
    const known = standing([say('danh-ba', 'dong-y', 0)], at(1))
    expect(answersOf(known, []).some((a) => a.item === 'danh-ba')).toBe(false)
  })

  it('ở mọi thời điểm, mục công khai nằm trong mục đang đồng ý; không vào danh bạ thì không công khai gì', () => {
    fc.assert(
      fc.property(aLedger, fc.integer({ min: -1, max: 60 }), (ledger, minutes) => {
        const agreed = consented(ledger, at(minutes))
        const open = publicItems(agreed)
        for (const item of open) expect(agreed.has(item)).toBe(true)
        if (!agreed.has('danh-ba')) expect(open.size).toBe(0)
      }),
    )
  })

  it('sau khi rút một mục, mục ấy không công khai ở bất kỳ lúc nào về sau nếu không đồng ý lại', () => {
    fc.assert(
      fc.property(aLedger, anItem, fc.integer({ min: 0, max: 100 }), (ledger, item, later) => {
        const all = [...ledger, say(item, 'rut', 51)]
        expect(publicItems(consented(all, at(51 + later))).has(item)).toBe(false)
      }),
    )
  })
})

const speak: Speak = { code: () => null, unit: () => null, body: () => null }
const SECRET = 'KHONG-DUOC-LO'

/** A dossier in which every field of every group says which group and field it is, those above tier A with a mark. */
function fullDossier(levels: readonly Fact['level'][]): Dossier {
  const facts = GROUPS.filter((g) => g.keeps === 'fact').map((g, i): Fact => {
    const data = Object.fromEntries(
      g.fields.map((f) => [
        f.name,
        (f.tier ?? g.tier) === 'A' ? `${g.code}.${f.name}` : `${SECRET}-${g.code}.${f.name}`,
      ]),
    )
    const level = levels[i % levels.length] ?? 0
    return {
      id: `f${i}`,
      personId: 'p',
      group: g.code,
      slot: null,
      from: null,
      to: null,
      data: level === -1 ? { ...data, mark: SECRET } : data,
      level,
      evidence: SECRET,
      source: 'khai',
      batchId: null,
    }
  })
  const person = {
    id: 'p',
    code: 'TT-0000001',
    unitId: 'u',
    name: 'Nguyễn Văn Đức',
    sex: 'nam' as const,
    birth: null,
    birthPlace: SECRET,
    homePlace: SECRET,
    nationality: null,
    died: null,
    mergedInto: null,
    removed: false,
    version: 1,
    completeness: 50,
    gaps: [],
    coreLevel: 1 as const,
    coreSource: '',
    level: 1 as const,
    confirmedOn: null,
    batchId: null,
  }
  return { person, identifiers: [], facts, sealed: [] }
}

describe('trang công khai', () => {
  const dossier = fullDossier([1])
  const items = fc.subarray([...ITEM_ORDER]).map((list) => new Set(list))
  const today = '2026-11-23'

  it('chỉ có mục đang đồng ý, chỉ nhóm của mục ấy, không có trường mức B, C', () => {
    fc.assert(
      fc.property(items, (agreed) => {
        const card = cardOf(dossier, agreed, { speak, today })
        expect(card === null).toBe(!agreed.has('danh-ba'))
        const text = JSON.stringify(card)
        expect(text).not.toContain(SECRET)
        for (const s of card?.sections ?? []) expect(agreed.has(s.item)).toBe(true)
        for (const g of ['education', 'publication', 'award', 'research-field', 'project'] as const) {
          const item = ITEM_ORDER.find((i) => i !== 'danh-ba' && (ITEMS[i].groups as readonly string[]).includes(g))
          if (item !== undefined && !agreed.has(item)) expect(text).not.toContain(`"${g}.`)
        }
      }),
    )
  })

  it('mục đang mâu thuẫn không công khai', () => {
    const card = cardOf(fullDossier([-1]), new Set(ITEM_ORDER), { speak, today })
    expect(card?.sections.flatMap((s) => s.entries)).toEqual([])
    expect(card?.post).toBe('')
  })

  it('hồ sơ đã gỡ hoặc đã gộp đi thì không có trang', () => {
    const gone = { ...dossier, person: { ...dossier.person, removed: true } }
    const merged = { ...dossier, person: { ...dossier.person, mergedInto: 'q' } }
    for (const d of [gone, merged]) expect(cardOf(d, new Set(ITEM_ORDER), { speak, today })).toBeNull()
  })
})
