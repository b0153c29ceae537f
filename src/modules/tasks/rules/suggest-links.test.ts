import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { contentOf, likeness, sameWords, sharedPhrases, weightsOf } from './likeness.ts'
import {
  clearSuggestion,
  MOST_SUGGESTIONS,
  type OwnWork,
  type ProvincialTask,
  STRONG,
  suggester,
} from './suggest-links.ts'

/** Clauses of the plan of the example: the bullet sentences of section III. */
const SENTENCES = [
  [
    'III.1.2',
    'Sở Thông tin và Truyền thông chủ trì phối hợp với cơ quan, đơn vị có liên quan chỉ đạo, hướng dẫn các cơ quan thông tin, báo chí trên địa bàn tỉnh tuyên truyền các nội dung Kế hoạch.',
  ],
  [
    'III.2.3',
    'Kịp thời phát hiện, bồi dưỡng nhân tài, xây dựng cơ chế chính sách hỗ trợ những học sinh giỏi, học sinh năng khiếu ở bậc học phổ thông để bồi dưỡng, đào tạo chuyên biệt.',
  ],
  [
    'III.2.5',
    'Tổ chức các hình thức đối thoại, gặp mặt, tôn vinh những trí thức giỏi, tài năng, có nhiều cống hiến cho sự nghiệp xây dựng và phát triển tỉnh.',
  ],
  [
    'III.3.2',
    'Xây dựng chính sách sử dụng những người có trình độ cao, tay nghề giỏi khi hết tuổi lao động tiếp tục làm việc; thu hút các nhà khoa học của trung ương và các tỉnh.',
  ],
  [
    'III.3.3',
    'Xây dựng cơ sở dữ liệu về đội ngũ trí thức, làm tốt công tác dự báo, yêu cầu, kế hoạch phát triển đội ngũ trí thức theo ngành, lĩnh vực, địa phương.',
  ],
  [
    'III.3.4',
    'Đổi mới công tác quản lý khoa học, công nghệ. Chú trọng nâng cao tính ứng dụng các đề tài, đề án, nhiệm vụ khoa học.',
  ],
  [
    'III.4.1',
    'Đảm bảo ngân sách cho nghiên cứu khoa học công nghệ; phát triển hạ tầng khoa học, công nghệ, y tế, giáo dục.',
  ],
  ['III.5.7', 'Ban hành Quy chế tôn vinh trí thức khoa học và công nghệ tiêu biểu tỉnh.'],
] as const

const task = (code: string, text: string, more: Partial<ProvincialTask> = {}): ProvincialTask => ({
  id: `id ${code}`,
  code,
  text,
  leadUnitId: null,
  coordinators: [],
  bodies: [],
  due: null,
  ...more,
})
const TASKS = SENTENCES.map(([code, text]) => task(code, text))
const own = (text: string, more: Partial<OwnWork> = {}): OwnWork => ({ text, named: [], due: null, ...more })
const suggest = suggester(TASKS, { unitId: 'so', programmeNumber: '1459/KH-UBND' })
const codes = (text: string) => suggest(own(text)).map((s) => s.code)

describe('gợi ý nhiệm vụ của tỉnh', () => {
  test.each([
    ['chép nguyên văn', SENTENCES[4][1], 'III.3.3'],
    [
      'viết lại cho ngành mình',
      'Xây dựng cơ sở dữ liệu bác sĩ của ngành y tế, phục vụ dự báo nhu cầu nhân lực',
      'III.3.3',
    ],
    ['chỉ một phần việc', 'Bồi dưỡng học sinh năng khiếu, thi học sinh giỏi quốc gia', 'III.2.3'],
    ['đổi thứ tự từ', 'Gặp mặt, tôn vinh trí thức giỏi; tổ chức đối thoại', 'III.2.5'],
    ['dẫn đúng mục của kế hoạch tỉnh', 'Rà soát theo mục III.5.7 Kế hoạch số 1459/KH-UBND', 'III.5.7'],
    ['chữ hoa, hai cách đặt dấu', 'XÂY DỰNG CƠ SỞ DỮ LIỆU VỀ ĐỘI NGŨ TRÍ THỨC', 'III.3.3'],
  ])('%s: gợi ý đầu là nhiệm vụ ấy', (_, text, code) => {
    expect(codes(text)[0]).toBe(code)
  })

  test.each([
    ['sửa chữa trụ sở', 'Sửa chữa trụ sở làm việc, mua sắm trang thiết bị văn phòng'],
    ['di tích', 'Tu bổ, tôn tạo các di tích đã xuống cấp'],
    ['chỉ có lời chung', 'Tổ chức thực hiện, tiếp tục tăng cường và nâng cao theo quy định'],
    ['trống', ''],
    ['tiêm chủng', 'Tiêm chủng mở rộng cho trẻ dưới 1 tuổi đạt 95%'],
  ])('việc không liên quan (%s): không gợi ý', (_, text) => {
    expect(codes(text)).toEqual([])
  })

  test('lý do nêu đúng điều giống nhau: cụm từ, cơ quan, thời hạn, mục được dẫn', () => {
    const tasks = [
      task('III.3.3', SENTENCES[4][1], {
        leadUnitId: 'so',
        bodies: ['Sở Khoa học và Công nghệ'],
        due: day('2026-06-30'),
      }),
      ...TASKS.filter((t) => t.code !== 'III.3.3'),
    ]
    const [first] = suggester(tasks, { unitId: 'so', programmeNumber: '1459/KH-UBND' })(
      own('Cùng Sở Khoa học và Công nghệ làm cơ sở dữ liệu trí thức (mục III.3.3 Kế hoạch số 1459/KH-UBND)', {
        due: day('2026-06-30'),
      }),
    )
    expect(first?.reasons).toEqual([
      'Dẫn mục III.3.3 của kế hoạch tỉnh',
      expect.stringContaining('«cơ sở dữ liệu»'),
      'Cơ quan chủ trì nhiệm vụ này',
      'Cùng nêu Sở Khoa học và Công nghệ',
      'Cùng thời hạn 30/06/2026',
    ])
    expect(first?.score).toBeGreaterThanOrEqual(STRONG)
  })

  test('cùng cơ quan, cùng hạn mà không chung nội dung thì không phải lý do', () => {
    const tasks = [task('III.3.3', SENTENCES[4][1], { leadUnitId: 'so', due: day('2026-06-30') })]
    const item = own('Tu bổ di tích', { due: day('2026-06-30') })
    expect(suggester(tasks, { unitId: 'so', programmeNumber: '' })(item)).toEqual([])
  })

  test('mã là phần đầu của mã khác thì không coi là dẫn mục ấy', () => {
    expect(suggest(own('Theo mục III.3.33 của Kế hoạch')).map((s) => s.reasons[0])).not.toContain(
      'Dẫn mục III.3.3 của kế hoạch tỉnh',
    )
  })
})

test('liên kết rõ: điểm cao và bỏ xa gợi ý thứ hai', () => {
  const at = (...scores: number[]) => scores.map((score, i) => ({ taskId: `${i}`, code: '', score, reasons: [] }))
  expect([at(0.9), at(0.5, 0.3), at(0.5, 0.4), at(0.3), at()].map((l) => clearSuggestion(l)?.score ?? null)).toEqual([
    0.9,
    0.5,
    null,
    null,
    null,
  ])
})

describe('điều luôn đúng', () => {
  const plan = fs.readFileSync(new URL('../../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const lines = plan
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l.length > 40)
  const words = fc.array(fc.constantFrom(...lines.flatMap((l) => l.split(' '))), { minLength: 1, maxLength: 30 })
  const sentence = fc.oneof(
    fc.constantFrom(...lines),
    words.map((w) => w.join(' ')),
  )

  test('nhiệm vụ chép nguyên văn luôn được gợi ý đầu tiên với điểm cao nhất', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), fc.nat(), (texts, pick) => {
        const tasks = texts.map((t, i) => task(`III.${i + 1}`, t))
        const copied = tasks[pick % tasks.length]
        if (copied === undefined || contentOf(copied.text).size === 0) return
        const [first] = suggester(tasks, { unitId: 'so', programmeNumber: '1459/KH-UBND' })(own(copied.text))
        expect(first?.score).toBe(1)
        const found = tasks.find((t) => t.id === first?.taskId)
        expect(sameWords(found?.text ?? '', copied.text)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('không chung tiếng nào, không dẫn mục nào: không gợi ý; bao giờ cũng không quá ba, điểm giảm dần, có lý do', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), sentence, (texts, text) => {
        const tasks = texts.map((t, i) => task(`VIII.${i + 1}`, t))
        const found = suggester(tasks, { unitId: 'so', programmeNumber: '1459/KH-UBND' })(own(text))
        expect(found.length).toBeLessThanOrEqual(MOST_SUGGESTIONS)
        expect([...found].sort((a, b) => b.score - a.score)).toEqual(found)
        for (const s of found) {
          const other = contentOf(tasks.find((t) => t.id === s.taskId)?.text ?? '')
          expect(
            [...contentOf(text).keys()].some((f) => other.has(f)),
            s.code,
          ).toBe(true)
          expect(s.reasons.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('độ giống đối xứng, từ 0 đến 1', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const [x, y] = [contentOf(a), contentOf(b)]
        const weigh = weightsOf([x, y])
        const n = likeness(x, y, weigh)
        expect(n).toBeGreaterThanOrEqual(0)
        expect(n).toBeLessThanOrEqual(1)
        expect(likeness(y, x, weigh)).toBeCloseTo(n, 10)
      }),
      { numRuns: 150 },
    )
  })
})

test('cụm từ chung viết như trong văn bản của cơ quan, không vắt qua hư từ', () => {
  const b = contentOf('Xây dựng cơ sở dữ liệu về đội ngũ trí thức')
  expect(sharedPhrases('Cơ sở dữ liệu của đội ngũ trí thức, cơ sở vật chất', b, weightsOf([b]), 3)).toEqual([
    'cơ sở dữ liệu',
    'đội ngũ trí thức',
    'cơ sở',
  ])
  expect(sameWords('Sở Y tế: hoà giải', 'sở y tế – hòa giải')).toBe(true)
})
