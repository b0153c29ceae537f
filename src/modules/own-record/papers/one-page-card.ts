/** Giới thiệu một trang: who this is, the field, the best five works, on one sheet. */
import type { Day } from '../../../kernel/day.ts'
import { showDay } from '../../../kernel/day.ts'
import { type Block, heading, paragraph } from '../../../platform/word/official-paper.ts'
import type { PersonalPaper } from '../../../platform/word/personal-paper.ts'
import { mainPost, postWords, titlesOf } from '../rules/public-card.ts'
import { entriesOf, joined, NOTHING_YET, type Source, stated, timeWords, wordsOf } from './parts.ts'

/** Most entries of a part: more would not fit on the sheet. */
const MOST = { works: 5, projects: 3, awards: 3, fields: 4, education: 3 } as const

const part = (number: string, title: string, items: readonly string[], most: number): Block[] => {
  const list: Block[] = items.slice(0, most).map((text) => ({ kind: 'item', text }))
  return [heading(2, number, title), ...(list.length === 0 ? [paragraph(NOTHING_YET)] : list)]
}

const SHORT = 170

const short = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, SHORT).replace(/\s+\S*$/, '')}…`

/** The sheet; nobody signs it. */
export function onePageCard(s: Source, at: { date: Day }): PersonalPaper {
  const { person, facts } = s.dossier
  const contact = entriesOf(s, 'contact').at(-1)
  const works = entriesOf(s, 'publication', 'newest').sort(
    (a, b) => Number(b.data.highlight === true) - Number(a.data.highlight === true),
  )
  return {
    title: joined(' ', titlesOf(facts.filter((f) => f.level >= s.least)), person.name),
    subtitle: postWords(mainPost(facts, s.today), s.speak) || 'Chưa có thông tin về nơi công tác',
    issuer: 'none',
    blocks: [
      ...part(
        '1',
        'Lĩnh vực',
        entriesOf(s, 'research-field').map((f) => joined(': ', wordsOf(s, f, 'field'), wordsOf(s, f, 'keywords'))),
        MOST.fields,
      ),
      ...part(
        '2',
        'Đào tạo',
        entriesOf(s, 'education', 'newest').map((f) =>
          joined(', ', wordsOf(s, f, 'level'), wordsOf(s, f, 'major'), wordsOf(s, f, 'school'), timeWords(f)),
        ),
        MOST.education,
      ),
      ...part(
        '3',
        'Công trình tiêu biểu',
        works.map((f) => short(joined(', ', wordsOf(s, f, 'title'), wordsOf(s, f, 'venue'), timeWords(f)))),
        MOST.works,
      ),
      ...part(
        '4',
        'Nhiệm vụ khoa học',
        entriesOf(s, 'project', 'newest').map((f) =>
          short(
            joined(
              ', ',
              wordsOf(s, f, 'title'),
              wordsOf(s, f, 'level').toLowerCase(),
              wordsOf(s, f, 'role').toLowerCase(),
            ),
          ),
        ),
        MOST.projects,
      ),
      ...part(
        '5',
        'Khen thưởng',
        entriesOf(s, 'award', 'newest').map((f) => short(joined(', ', wordsOf(s, f, 'award'), timeWords(f)))),
        MOST.awards,
      ),
      stated('Thư điện tử', contact === undefined ? '' : wordsOf(s, contact, 'email')),
    ],
    place: null,
    date: at.date,
    year: Number(at.date.slice(0, 4)),
    signers: [],
    note: `Lập từ hồ sơ trí thức của tỉnh, ngày ${showDay(at.date)}.`,
  }
}
