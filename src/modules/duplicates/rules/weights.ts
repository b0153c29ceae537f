/**
 * Trọng số và ngưỡng. Weights are bits: log2 of how much more often an observation is made of one person's two records than of
 * two people's. They were set from the errors known of Vietnamese lists and settled on the labelled pairs of tests/matching
 * that are for setting; pairs of another seed only measure.
 */

/** Xác suất đủ để tự ghép, on top of the rule that asks for an identifier. */
export const AUTO_AT_LEAST = 0.98

/** Xác suất đủ để hỏi người. */
export const ASK_AT_LEAST = 0.2

/** Số ứng viên nhiều nhất của một hồ sơ. */
export const MOST_CANDIDATES = 5

/** Share of records that have a second one: with the size of the register it makes the odds before any evidence. */
export const DUPLICATE_SHARE = 0.05

/** A young register is compared as if it had this many people: two of one name in one body are not one because few are in yet. */
export const LEAST_SIZE = 20_000

/** Errors of writing one syllable: how often it is written as one particular other of that likeness. */
export const SYLLABLE_ERROR = { slip: 0.004, marks: 0.002, sound: 0.0015 } as const

/** Bits of what happens to a name as a whole. */
export const NAME_BITS = {
  differentFamily: -8,
  differentMiddle: -6.4,
  differentGiven: -7.4,
  droppedMiddle: -3.5,
  swappedMiddle: -8,
  respaced: -3,
  reordered: -6,
  reorderedUnmarked: -3.3,
} as const

/** Ngày sinh; years of birth as if 38 were equally frequent. */
export const BIRTH_BITS = {
  sameDay: 13.6,
  /** Both on the first of January: the day of those who know only the year. */
  sameNewYear: 10.2,
  swapped: 6.1,
  yearMistyped: 4.9,
  yearOther: 0.6,
  dayMistyped: 3.6,
  dayOther: 1,
  monthOther: 2.8,
  sameMonth: 8.7,
  sameYear: 5.2,
  sameYearOtherDay: -1.6,
  nextYear: -1.6,
  different: -7.3,
} as const

/** Giới tính. Where the đệm says it already it says nothing more. */
export const SEX_BITS = { same: 1, sameByName: 0, different: -5, differentByName: -1 } as const

/** Nơi và đơn vị. People move, and bodies of different kinds list the same people. */
export const PLACE_BITS = {
  sameCommune: 6.4,
  differentCommune: -1.2,
  sameHomeCommune: 6,
  sameHomePart: 2.5,
  sameHomeProvince: 0.5,
  differentHome: -1.5,
  sameUnit: 7,
  differentUnit: -1.1,
} as const

/** Liên lạc: an address that several people use says less. */
export const CONTACT_BITS = {
  most: 10,
  samePhone: 10,
  sameEmail: 11,
  differentPhone: -1,
  differentEmail: -0.7,
} as const

/** Trường và năm tốt nghiệp. */
export const SCHOOL_BITS = { sameBoth: 5, sameSchool: 2, different: -0.7 } as const

/** Số giấy tờ. */
export const ID_BITS = {
  sameCccd: 20,
  differentCccd: -9,
  /** Other digits in front, the same three at the end: one of them may be mistyped. */
  differentCccdSameEnd: 1,
  sameCmnd: 15,
  differentCmnd: -2.5,
  sameOrcid: 18,
  differentOrcid: -6,
} as const
