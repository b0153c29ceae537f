/**
 * Sơ yếu lý lịch tóm tắt: the order of the form officials know as 2C, from entries a body has confirmed. Family, property, health
 * and the years before work are not collected and have no line; ethnicity, religion and Party stay out of a print by default.
 */
import type { Day } from '../../../kernel/day.ts'
import { showPartialDay } from '../../../kernel/partial-day.ts'
import { type Block, heading } from '../../../platform/word/official-paper.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import { mainPost, postWords } from '../rules/public-card.ts'
import { sexWords } from '../rules/showing.ts'
import { entriesOf, joined, listSection, type Source, stated, tableSection, timeWords, wordsOf } from './parts.ts'

const col = (label: string, width: number, align: 'left' | 'center' = 'left') => ({ label, width, align })

/** The paper as of a day. `body` = office name of the body that keeps the record. */
export function shortRecord(s: Source, at: { date: Day; place: string; body: string }): PersonalPaper {
  const confirmed = { ...s, least: 1 as const }
  return {
    title: 'Sơ yếu lý lịch tóm tắt',
    subtitle: `Cơ quan quản lý hồ sơ: ${at.body}\nMã hồ sơ: ${s.dossier.person.code}`,
    issuer: null,
    blocks: [
      ...person(confirmed),
      ...training(confirmed),
      ...courses(confirmed),
      ...posts(confirmed),
      ...rewards(confirmed),
      ...appraisals(confirmed),
    ],
    place: at.place,
    date: at.date,
    year: Number(at.date.slice(0, 4)),
    signers: [
      { title: 'Xác nhận của cơ quan', note: '(Ký tên, đóng dấu)', name: null },
      { title: 'Người khai', note: '(Ký, ghi rõ họ tên)', name: s.dossier.person.name },
    ],
    note: 'Lập từ hồ sơ trí thức của tỉnh; chỉ in mục đã được cơ quan xác nhận hoặc có văn bản. Hồ sơ không thu thập quan hệ gia đình, tài sản, sức khỏe; không in dân tộc, tôn giáo, Đảng.',
  }
}

function person(s: Source): Block[] {
  const p = s.dossier.person
  const last = (group: Parameters<typeof entriesOf>[1]) => entriesOf(s, group).at(-1)
  const said = (group: Parameters<typeof entriesOf>[1], ...names: string[]) => {
    const f = last(group)
    return f === undefined ? '' : joined(', ', ...names.map((n) => wordsOf(s, f, n)))
  }
  const post = mainPost(
    s.dossier.facts.filter((f) => f.level >= 1),
    s.today,
  )
  return [
    heading(1, 'I', 'Thông tin cá nhân'),
    stated('Họ và tên', p.name.toUpperCase()),
    stated('Tên gọi khác', said('names', 'otherName')),
    stated('Ngày sinh', showPartialDay(p.birth)),
    stated('Giới tính', sexWords(p.sex)),
    stated('Nơi sinh', p.birthPlace ?? ''),
    stated('Quê quán', p.homePlace ?? ''),
    stated('Nơi ở hiện nay', said('contact', 'address', 'residence')),
    stated('Chức vụ, đơn vị công tác', postWords(post, s.speak)),
    stated('Ngạch, chức danh nghề nghiệp', said('rank', 'title', 'code', 'class')),
    stated('Trình độ giáo dục phổ thông', said('schooling', 'level')),
    stated('Trình độ chuyên môn cao nhất', said('education', 'level', 'major')),
    stated('Học hàm', said('academic-title', 'title')),
    stated('Lý luận chính trị', said('political-theory', 'level')),
    stated(
      'Ngoại ngữ',
      entriesOf(s, 'language')
        .map((f) => joined(' ', wordsOf(s, f, 'language'), wordsOf(s, f, 'level')))
        .join('; '),
    ),
    stated('Tin học', said('digital-skill', 'level')),
  ]
}

const training = (s: Source): Block[] =>
  tableSection(
    2,
    'Đào tạo chuyên môn',
    [
      col('Cơ sở đào tạo', 5),
      col('Chuyên ngành', 4),
      col('Năm', 2, 'center'),
      col('Hình thức', 3),
      col('Văn bằng, trình độ', 3),
    ],
    entriesOf(s, 'education').map((f) => [
      wordsOf(s, f, 'school'),
      wordsOf(s, f, 'major') || wordsOf(s, f, 'field'),
      joined(' – ', wordsOf(s, f, 'started'), wordsOf(s, f, 'graduated')),
      wordsOf(s, f, 'form'),
      wordsOf(s, f, 'level'),
    ]),
  )

const courses = (s: Source): Block[] =>
  listSection(
    3,
    'Bồi dưỡng',
    entriesOf(s, 'state-training').map((f) =>
      joined(', ', wordsOf(s, f, 'programme') || wordsOf(s, f, 'course'), wordsOf(s, f, 'certificate'), timeWords(f)),
    ),
  )

const posts = (s: Source): Block[] =>
  tableSection(
    4,
    'Quá trình công tác',
    [col('Thời gian', 4), col('Cơ quan, đơn vị', 6), col('Chức vụ, công việc', 5)],
    entriesOf(s, 'post').map((f) => [
      timeWords(f),
      joined(', ', wordsOf(s, f, 'department'), wordsOf(s, f, 'body')),
      joined(', ', wordsOf(s, f, 'leadership'), wordsOf(s, f, 'position')),
    ]),
  )

const rewards = (s: Source): Block[] =>
  listSection(
    5,
    'Khen thưởng',
    entriesOf(s, 'award', 'newest').map((f) =>
      joined(', ', wordsOf(s, f, 'award'), wordsOf(s, f, 'decision'), timeWords(f)),
    ),
  )

const appraisals = (s: Source): Block[] =>
  listSection(
    6,
    'Xếp loại chất lượng hằng năm',
    entriesOf(s, 'appraisal', 'newest').map((f) =>
      joined(': ', `Năm ${wordsOf(s, f, 'year')}`, wordsOf(s, f, 'result')),
    ),
  )
