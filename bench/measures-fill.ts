/**
 * Sổ để đo đại lượng: people with ten years of slices and what was known of them before, made by the database itself, so that a
 * million are there in minutes. Every value follows from the number of the person: the same register every time.
 */
import type pg from 'pg'

/** Bodies that people work in. */
export const BODIES = 1200
/** Years of history. */
export const YEARS = 10

const uuid = (kind: string, n: string): string =>
  `('00000000-0000-7000-8${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/** A number from 0 to below `most`, drawn by the person, the part of the history and what it is for. */
const drawn = (salt: number, most: string | number): string =>
  `((hashint8extended(i * 8 + part, ${salt}) & 2147483647) % ${most})`

const SECTORS = [
  'y-te',
  'giao-duc',
  'khoa-hoc-cong-nghe',
  'nong-nghiep',
  'kinh-te',
  'cong-thuong',
  'quan-ly-nha-nuoc',
  'luat',
  'bao-chi',
  'khac',
]
const CATEGORIES = ['can-bo', 'cong-chuc', 'vien-chuc', 'vien-chuc', 'dn-tu-nhan', 'huu-tri']
const LEADERSHIPS = ['btv-tinh', 'pct-ubnd-tinh', 'gd-so', 'ct-huyen', 'ct-xa', 'truong-phong']
const PROFESSIONS = ['bac-si', 'gv-mam-non', 'gv-tieu-hoc', 'gv-thcs', 'gv-thpt', 'giang-vien', 'dieu-duong']
const pick = (list: readonly string[], salt: number): string =>
  `(array[${list.map((v) => `'${v}'`).join(',')}])[1 + ${drawn(salt, list.length)}]`

/** What a slice says, of person `i` in part `part` of the history. */
const SAID = `
  w.bodies[1 + ${drawn(11, `array_length(w.bodies, 1)`)}] as work_unit, w.places[1 + ${drawn(23, `array_length(w.places, 1)`)}] as place_unit,
  ${pick(CATEGORIES, 31)} as category, ${pick(SECTORS, 41)} as sector, 'nha-nuoc' as area, ${drawn(31, 6)} <> 5 as working, null::text as field,
  (5 + part / 2 + ${drawn(53, 2)})::smallint as degree, null::text as title,
  case when ${drawn(61, 50)} = 0 then ${pick(LEADERSHIPS, 67)} end as leadership,
  case when ${drawn(71, 3)} > 0 then ${pick(PROFESSIONS, 73)} end as profession,
  case when ${drawn(71, 3)} > 0 then (array['dat', 'dat', 'dat', 'chua', 'chua-du'])[1 + ${drawn(79, 5)}] end as training,
  (array[0, 0, 0, 2, 16, 64])[1 + ${drawn(83, 6)}]::smallint as fit, ${drawn(89, 12)} = 0 as international,
  case when i % 2 = 0 then 'nam' else 'nu' end as sex, date '1962-01-01' + (i * 37 % 14600)::int as birth,
  date '1962-01-01' + (i * 37 % 14600)::int + case when i % 40 = 0 then 364 else 0 end as birth_last`

const COLUMNS = `person_id, unit_id, from_day, to_day, work_unit, place_unit, category, sector, area, working, field, degree, title, leadership,
  profession, training, fit, international, sex, birth, birth_last`
/** Slices of a person: until the end of each part of the ten years, and on from the last one. */
const PARTS = 4
const edge = (part: string): string =>
  `case ${part} when 0 then date '1962-01-01' + (i * 37 % 14600)::int when ${PARTS} then date '9999-12-31' else date '2016-06-01' + ((${part} - 1) * 1200 + i % 900)::int end`

/** Fills an empty register with people `from`..`to`, their slices, and one former version of the slices of every second one. */
export async function fillRegister(pool: pg.Pool, places: readonly string[], from: number, to: number): Promise<void> {
  const client = await pool.connect()
  const world = `(select array(select ${uuid('aaa', 'b')} from generate_series(0, ${BODIES - 1}) b) as bodies, $3::uuid[] as places) w`
  const values = [from, to, places]
  try {
    await client.query('begin')
    await client.query("select set_config('nk.all', 'on', true), set_config('nk.province', 'VN', true)")
    await client.query(
      `insert into people.person (id, unit_id, name, sex, birth, birth_precision, name_plain, name_marked, name_sort, completeness, gaps, level, recorded_at, changed_at)
       select ${uuid('bbb', 'i')}, w.bodies[1 + (i * 7919) % ${BODIES}], 'Người ' || i, case when i % 2 = 0 then 'nam' else 'nu' end,
         date '1962-01-01' + (i * 37 % 14600)::int, case when i % 40 = 0 then 'year' else 'day' end, 'nguoi ' || i, 'người ' || i, i::text,
         (30 + i % 71)::smallint, case when i % 3 = 0 then array['education', 'birth'] when i % 3 = 1 then array['number'] else '{}' end,
         (i % 3)::smallint, timestamptz '2016-01-01' + (i % 87600) * interval '1 hour', timestamptz '2016-01-01' + (i % 87600) * interval '1 hour'
       from generate_series($1::bigint, $2::bigint) i, ${world} where $3::uuid[] is not null`,
      values,
    )
    await client.query(
      `insert into people.slice (${COLUMNS}, name_sort, level, completeness, known_from)
       select ${uuid('bbb', 'i')}, w.bodies[1 + (i * 7919) % ${BODIES}], ${edge('part')}, ${edge('part + 1')}, said.*, i::text, (i % 3)::smallint,
         (30 + i % 71)::smallint, timestamptz '2016-01-01' + (i % 87600) * interval '1 hour'
       from generate_series($1::bigint, $2::bigint) i, ${world}, generate_series(0, ${PARTS - 1}) part, lateral (select ${SAID}) said
       where ${edge('part')} < ${edge('part + 1')}`,
      values,
    )
    await client.query(
      `insert into people.slice_known (${COLUMNS}, known_from, known_to)
       select person_id, unit_id, from_day, to_day, work_unit, place_unit, category, sector, area, working, field, 5, title, leadership, profession,
         training, fit, international, sex, birth, birth_last, timestamptz '2016-01-01', known_from
       from people.slice where known_from > timestamptz '2016-01-01' and sex = 'nam' and person_id between ${uuid('bbb', '$1::bigint')} and ${uuid('bbb', '$2::bigint')}`,
      [from, to],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
