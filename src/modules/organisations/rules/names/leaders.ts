/** Chức danh người đứng đầu: "Thủ trưởng các sở, ban, ngành" names the bodies through those who lead them. */

/** Một chức danh, on phrase keys. What it matches is taken away; the rest names the body. */
export type LeaderTitle = { readonly title: RegExp; readonly example: readonly [written: string, body: string] }

/** Titles in order of use; a word that also begins the name of the body ("Chánh Thanh tra") stays. */
export const LEADER_TITLES: readonly LeaderTitle[] = [
  {
    title: /^(?:các )?(?:đồng chí |đ c )?(?:chủ tịch|ct)(?: ,| và)?(?: các)? (?:phó chủ tịch|pct) /u,
    example: ['Chủ tịch, các PCT UBND tỉnh', 'ủy ban nhân dân tỉnh'],
  },
  {
    title: /^(?:đồng chí |đ c )?(?:phó )?chủ tịch (?=ủy ban|hội|liên)/u,
    example: ['Chủ tịch UBND các huyện', 'ủy ban nhân dân các huyện'],
  },
  { title: /^(?:tập thể )?lãnh đạo /u, example: ['Lãnh đạo VP UBND tỉnh', 'văn phòng ủy ban nhân dân tỉnh'] },
  {
    title: /^(?:các )?(?:thủ trưởng|người đứng đầu)(?: của)? /u,
    example: ['Thủ trưởng các sở, ban, ngành', 'các sở , ban , ngành'],
  },
  { title: /^(?:phó )?(?:tổng )?giám đốc /u, example: ['Giám đốc Sở Y tế', 'sở y tế'] },
  { title: /^(?:phó )?chánh (?=văn phòng|thanh tra|tòa)/u, example: ['Chánh Thanh tra tỉnh', 'thanh tra tỉnh'] },
  { title: /^(?:phó )?chánh án /u, example: ['Chánh án TAND tỉnh', 'tòa án nhân dân tỉnh'] },
  { title: /^(?:phó )?viện trưởng /u, example: ['Viện trưởng VKSND tỉnh', 'viện kiểm sát nhân dân tỉnh'] },
  { title: /^(?:phó )?trưởng (?=ban|công an)/u, example: ['Trưởng Ban Tổ chức Tỉnh ủy', 'ban tổ chức tỉnh ủy'] },
  { title: /^(?:phó )?cục trưởng (?=cục)/u, example: ['Cục trưởng Cục Thuế tỉnh', 'cục thuế tỉnh'] },
  { title: /^(?:phó )?hiệu trưởng /u, example: ['Hiệu trưởng các trường đại học', 'các trường đại học'] },
  {
    title: /^(?:phó )?bí thư (?=đoàn|đảng|tỉnh|thành)/u,
    example: ['Bí thư Tỉnh đoàn', 'đoàn thanh niên cộng sản hồ chí minh tỉnh'],
  },
  { title: /^tổng biên tập /u, example: ['Tổng Biên tập Báo Đông', 'báo đông'] },
  { title: /^chỉ huy trưởng /u, example: ['Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh', 'bộ chỉ huy quân sự tỉnh'] },
  {
    title: /^(?:ban )?thường trực (?=ủy ban)/u,
    example: ['Ban Thường trực Ủy ban MTTQ tỉnh', 'ủy ban mặt trận tổ quốc việt nam tỉnh'],
  },
]

/** Leaders named behind the body: "TTUB: CT, các PCT", "VPUB: CPV, các PCVP". */
const BEHIND = /(?: ,)?(?: các)? (?:ct|pct|cvp|cpv|pvp|pcvp|lãnh đạo|chủ tịch|phó chủ tịch)(?: ,| và|$)/u

/** The phrase without the titles of leaders, and whether there were any. */
export function withoutLeaders(phrase: string): { body: string; leaders: boolean } {
  const rule = LEADER_TITLES.find(({ title }) => title.test(phrase))
  const ahead = rule === undefined ? phrase : phrase.replace(rule.title, '').trim()
  const behind = /^(?:văn phòng )?ủy ban nhân dân/u.test(ahead) ? BEHIND.exec(ahead) : null
  const body = behind === null ? ahead : ahead.slice(0, behind.index).trim()
  return { body, leaders: body !== phrase }
}
