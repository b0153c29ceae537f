/** Lý lịch khoa học: the parts that calls for scientific tasks of a province ask for, from the record, in our own words. */
import type { Day } from '../../../kernel/day.ts'
import { showPartialDay } from '../../../kernel/partial-day.ts'
import { type Block, heading } from '../../../platform/word/official-paper.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import { mainPost, postWords, titlesOf } from '../rules/public-card.ts'
import { sexWords } from '../rules/showing.ts'
import {
  DECLARED_NOTE,
  entriesOf,
  hasDeclared,
  joined,
  listSection,
  markOf,
  type Source,
  stated,
  tableSection,
  timeWords,
  wordsOf,
} from './parts.ts'

const col = (label: string, width: number, align: 'left' | 'center' = 'left') => ({ label, width, align })

/** The paper as of a day; nothing of the sensitive tier stands in it. */
export function scientificCv(s: Source, at: { date: Day; place: string }): PersonalPaper {
  return {
    title: 'Lý lịch khoa học',
    issuer: null,
    blocks: [
      ...general(s),
      ...education(s),
      ...skills(s),
      ...posts(s),
      ...fields(s),
      ...projects(s),
      ...works(s),
      ...inventions(s),
      ...awards(s),
      ...advice(s),
    ],
    place: at.place,
    date: at.date,
    year: Number(at.date.slice(0, 4)),
    signers: [
      { title: 'Xác nhận của cơ quan', note: '(Ký tên, đóng dấu)', name: null },
      { title: 'Người khai', note: '(Ký, ghi rõ họ tên)', name: s.dossier.person.name },
    ],
    note: joined(' ', 'Lập từ hồ sơ trí thức của tỉnh.', hasDeclared(s) ? DECLARED_NOTE : ''),
  }
}

function general(s: Source): Block[] {
  const { person } = s.dossier
  const contact = entriesOf(s, 'contact').at(-1)
  const degree = entriesOf(s, 'education', 'newest')[0]
  const title = entriesOf(s, 'academic-title', 'newest')[0]
  return [
    heading(1, 'I', 'Thông tin chung'),
    stated('Họ và tên', joined(' ', titlesOf(s.dossier.facts), person.name)),
    stated('Ngày sinh', joined('; giới tính: ', showPartialDay(person.birth), sexWords(person.sex).toLowerCase())),
    stated(
      'Học hàm',
      title === undefined ? '' : joined(', năm ', wordsOf(s, title, 'title'), timeWords(title)) + markOf(title),
    ),
    stated(
      'Trình độ cao nhất',
      degree === undefined
        ? ''
        : joined(', ', wordsOf(s, degree, 'level'), wordsOf(s, degree, 'major'), timeWords(degree)) + markOf(degree),
    ),
    stated('Chức vụ, nơi công tác', postWords(mainPost(s.dossier.facts, s.today), s.speak)),
    stated(
      'Địa chỉ liên hệ',
      contact === undefined ? '' : joined(', ', wordsOf(s, contact, 'address'), wordsOf(s, contact, 'residence')),
    ),
    stated('Điện thoại', contact === undefined ? '' : wordsOf(s, contact, 'phone')),
    stated('Thư điện tử', contact === undefined ? '' : wordsOf(s, contact, 'email')),
  ]
}

const education = (s: Source): Block[] =>
  tableSection(
    2,
    'Quá trình đào tạo',
    [col('Trình độ', 3), col('Chuyên ngành', 5), col('Cơ sở đào tạo', 5), col('Năm', 2, 'center')],
    entriesOf(s, 'education').map((f) => [
      wordsOf(s, f, 'level') + markOf(f),
      wordsOf(s, f, 'major') || wordsOf(s, f, 'field'),
      joined(', ', wordsOf(s, f, 'school'), wordsOf(s, f, 'country')),
      timeWords(f),
    ]),
  )

const skills = (s: Source): Block[] =>
  listSection(3, 'Ngoại ngữ, tin học', [
    ...entriesOf(s, 'language').map(
      (f) =>
        joined(
          ', ',
          wordsOf(s, f, 'language'),
          wordsOf(s, f, 'level'),
          wordsOf(s, f, 'certificate'),
          wordsOf(s, f, 'score'),
        ) + markOf(f),
    ),
    ...entriesOf(s, 'digital-skill').map(
      (f) => joined(', ', wordsOf(s, f, 'level'), wordsOf(s, f, 'certificate')) + markOf(f),
    ),
  ])

const posts = (s: Source): Block[] =>
  tableSection(
    4,
    'Quá trình công tác',
    [col('Thời gian', 4), col('Cơ quan, đơn vị', 6), col('Chức vụ, công việc', 5)],
    entriesOf(s, 'post').map((f) => [
      timeWords(f) + markOf(f),
      joined(', ', wordsOf(s, f, 'department'), wordsOf(s, f, 'body')),
      joined(', ', wordsOf(s, f, 'leadership'), wordsOf(s, f, 'position')),
    ]),
  )

const fields = (s: Source): Block[] =>
  listSection(
    5,
    'Lĩnh vực nghiên cứu',
    entriesOf(s, 'research-field').map(
      (f) => joined(': ', wordsOf(s, f, 'field'), wordsOf(s, f, 'keywords')) + markOf(f),
    ),
  )

const projects = (s: Source): Block[] =>
  tableSection(
    6,
    'Nhiệm vụ khoa học và công nghệ',
    [col('Tên nhiệm vụ', 7), col('Cấp', 2), col('Vai trò', 3), col('Thời gian', 3), col('Kết quả', 2)],
    entriesOf(s, 'project', 'newest').map((f) => [
      joined(' ', wordsOf(s, f, 'title'), wordsOf(s, f, 'number') === '' ? '' : `(${wordsOf(s, f, 'number')})`) +
        markOf(f),
      wordsOf(s, f, 'level'),
      wordsOf(s, f, 'role'),
      timeWords(f),
      wordsOf(s, f, 'result'),
    ]),
  )

/** Highlights first, then the newest: whoever reads a long list sees the best of it. */
const works = (s: Source): Block[] =>
  tableSection(
    7,
    'Công trình công bố',
    [col('TT', 1, 'center'), col('Nhan đề', 8), col('Nơi công bố', 5), col('Năm', 2, 'center'), col('Vai trò', 3)],
    entriesOf(s, 'publication', 'newest')
      .sort((a, b) => Number(b.data.highlight === true) - Number(a.data.highlight === true))
      .map((f, i) => [
        String(i + 1),
        joined(' ', wordsOf(s, f, 'title'), f.data.highlight === true ? '(tiêu biểu)' : '') + markOf(f),
        joined('; ', wordsOf(s, f, 'venue'), wordsOf(s, f, 'index'), wordsOf(s, f, 'doi')),
        timeWords(f),
        wordsOf(s, f, 'role'),
      ]),
  )

const inventions = (s: Source): Block[] =>
  tableSection(
    8,
    'Sáng chế, giải pháp, sáng kiến',
    [col('Tên', 7), col('Loại', 3), col('Số bằng, số đơn', 3), col('Tình trạng', 3)],
    entriesOf(s, 'invention', 'newest').map((f) => [
      wordsOf(s, f, 'title') + markOf(f),
      wordsOf(s, f, 'kind'),
      wordsOf(s, f, 'patent') || wordsOf(s, f, 'application'),
      wordsOf(s, f, 'state'),
    ]),
  )

const awards = (s: Source): Block[] =>
  tableSection(
    9,
    'Khen thưởng, giải thưởng',
    [col('Danh hiệu, hình thức, giải thưởng', 7), col('Cấp quyết định', 4), col('Thời gian', 3)],
    entriesOf(s, 'award', 'newest').map((f) => [
      wordsOf(s, f, 'award') + markOf(f),
      wordsOf(s, f, 'authority'),
      timeWords(f),
    ]),
  )

const advice = (s: Source): Block[] =>
  listSection(
    10,
    'Tư vấn, phản biện, hội đồng, hướng dẫn',
    entriesOf(s, 'advisory', 'newest').map(
      (f) =>
        joined(', ', wordsOf(s, f, 'kind'), wordsOf(s, f, 'subject'), wordsOf(s, f, 'role'), timeWords(f)) + markOf(f),
    ),
  )
