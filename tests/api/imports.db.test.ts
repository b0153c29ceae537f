/** Nhập dữ liệu cho máy, từ đầu đến cuối như OpenAPI mô tả; và qua trang với tệp lớn. Không câu nào nói về người của cơ quan khác. */
import fs from 'node:fs'
import os from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { issueToken } from '../../src/modules/accounts/actions/issue-token.ts'
import { must } from '../../src/modules/accounts/fixtures.ts'
import { checkBatch } from '../../src/modules/imports/actions/check-batch.ts'
import { sendFile } from '../../src/modules/imports/actions/send-file.ts'
import { runWaiting } from '../../src/modules/imports/jobs.ts'
import { perform } from '../../src/platform/action.ts'
import { asOwner } from '../../src/platform/database/test-database.ts'
import { workbookOf } from '../acceptance/import-world.ts'
import { NOW, visitPage } from '../architecture/walk.ts'
import { MARKS } from '../rights/marked-people.ts'
import { marksIn, startWorld, type World, wordsOf } from '../rights/world.ts'

let world: World
let unit: string
let elsewhere: string
let described: { paths: Record<string, Record<string, { responses: object; requestBody?: { content: object } }>> }

beforeAll(async () => {
  world = await startWorld()
  const codes = async (id: string) => {
    const rows = await asOwner<{ code: string }>(world.walk.db, 'select organisations.code($1) as code', [id])
    return String(rows[0]?.code)
  }
  unit = await codes(world.people.own.unitId)
  elsewhere = await codes(world.people.elsewhere.unitId)
  described = (await world.walk.server.inject({ method: 'GET', url: '/api/openapi.json' })).json()
}, 180_000)
afterAll(() => world?.walk.stop())

const bearer = (token = world.machine) => ({ authorization: `Bearer ${token}` })
const HEAD = 'Họ và tên,Ngày sinh,Giới tính,Số CCCD,Trình độ chuyên môn'
const csv = (...rows: string[]) => Buffer.from([HEAD, ...rows].join('\r\n'))
const LIST = csv('Đặng Qorvaxy Thu,20/03/1981,Nữ,030181471391,Đại học', 'Trịnh Qorvaxy Nam,31/02/1979,Nam,,Thạc sĩ')

/** A body of several parts, as browsers and machines send a file. */
function parts(fields: Readonly<Record<string, string>>, file: { name: string; bytes: Uint8Array } | null) {
  const line = '----ranhGioi1459'
  const said = Object.entries(fields).map(
    ([name, value]) => `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head =
    file === null
      ? ''
      : `--${line}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(said.join('') + head),
    file?.bytes ?? Buffer.alloc(0),
    Buffer.from(`${file === null ? '' : '\r\n'}--${line}--\r\n`),
  ])
  return { payload, type: `multipart/form-data; boundary=${line}` }
}

const send = (bytes: Uint8Array, to = unit, token = world.machine) => {
  const { payload, type } = parts({ unit: to }, { name: 'danh-sach.csv', bytes })
  return world.walk.server.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { ...bearer(token), 'content-type': type },
    payload,
  })
}
const post = (url: string, token = world.machine) =>
  world.walk.server.inject({ method: 'POST', url, headers: bearer(token) })
const read = async (url: string) => (await world.walk.server.inject({ method: 'GET', url, headers: bearer() })).json()
const batches = async () => (await asOwner(world.walk.db, 'select 1 from imports.batch')).length
const lying = () => fs.readdirSync(os.tmpdir()).filter((n) => n.startsWith('nk-tep-')).length

describe('Máy nhập một danh sách', () => {
  it('gửi, kiểm tra, đọc điều thấy, ghi, tìm thấy người, hoàn tác, không còn', async () => {
    const sent = await send(LIST)
    expect(sent.statusCode).toBe(201)
    const at = String(sent.headers.location)
    expect(at).toBe(`/api/v1/imports/${sent.json().id}`)
    expect(await read(at)).toMatchObject({
      state: 'da-gui',
      counts: null,
      unitCode: unit,
      allowed: ['check', 'commit', 'void'],
    })

    const check = await post(`${at}/check`)
    expect([check.statusCode, check.headers.location]).toEqual([202, at])
    expect((await read(at)).state).toBe('dang-kiem-tra')
    await runWaiting(world.walk.db, NOW)
    const checked = await read(at)
    expect(checked).toMatchObject({ state: 'da-kiem-tra', counts: { rows: 2, new: 1, error: 1 } })
    expect((await read('/api/v1/people?q=qorvaxy')).items).toEqual([])

    const { items } = await read(`${at}/findings`)
    const wrongDay = items.filter((f: { severity: string }) => f.severity === 'error')
    expect(wrongDay).toHaveLength(1)
    expect(wrongDay[0]).toMatchObject({ row: 3, column: 1 })

    expect((await post(`${at}/commit`)).statusCode).toBe(202)
    await runWaiting(world.walk.db, NOW)
    expect(await read(at)).toMatchObject({ state: 'da-ghi', counts: { new: 1 }, allowed: ['undo'] })
    expect((await read('/api/v1/people?q=qorvaxy')).items).toHaveLength(1)

    const again = await send(LIST)
    expect(again.json().before).not.toBeNull()

    const undone = await post(`${at}/undo`)
    expect([undone.statusCode, undone.json()]).toMatchObject([200, { removed: 1, restored: 0 }])
    expect((await read(at)).state).toBe('da-hoan-tac')
    expect((await read('/api/v1/people?q=qorvaxy')).items).toEqual([])
    expect((await post(`${at}/undo`)).statusCode).toBe(409)
  }, 60_000)

  it('mỗi địa chỉ vừa dùng có trong mô tả, với cách gửi tệp và mã trả lời', () => {
    const post = described.paths['/api/v1/imports']?.post
    expect(Object.keys(post?.requestBody?.content ?? {})).toContain('multipart/form-data')
    expect(Object.keys(post?.responses ?? {})).toContain('201')
    for (const verb of ['check', 'commit', 'undo', 'void'])
      expect(described.paths[`/api/v1/imports/{id}/${verb}`]?.post).toBeDefined()
    for (const path of ['/api/v1/imports/{id}', '/api/v1/imports/{id}/findings'])
      expect(described.paths[path]?.get).toBeDefined()
  })
})

describe('Điều bị từ chối', () => {
  it('không khóa, khóa chỉ đọc, cơ quan khác: nói rõ, không nhận gì, không để lại tệp', async () => {
    const before = [await batches(), lying()]
    const nobody = await send(LIST, unit, 'khong-co')
    expect(nobody.statusCode).toBe(401)
    const input = {
      name: 'Máy chỉ đọc',
      unitId: world.people.own.unitId,
      role: 'co-quan',
      write: '',
      until: '31/12/2026',
    }
    const reader = must(await perform(world.walk.db, { actor: systemActor(), now: NOW }, issueToken, input))
    expect((await send(LIST, unit, reader.token)).json()).toMatchObject({ status: 403 })
    expect((await send(LIST, elsewhere)).json()).toMatchObject({ status: 403 })
    expect([await batches(), lying()]).toEqual(before)
  })

  it('không phải bảng tính, không có tệp: chỉ đúng ô', async () => {
    const picture = await send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    expect(picture.json()).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] })
    const { payload, type } = parts({ unit }, null)
    const none = await world.walk.server.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { ...bearer(), 'content-type': type },
      payload,
    })
    expect(none.json()).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] })
  })

  it('số định danh của người ở cơ quan khác: nói số đã có, không nói của ai, ở đâu', async () => {
    const other = world.people.elsewhere
    const sent = await send(
      csv(
        `Đặng ${other.tag} Xuân,15/03/1981,Nữ,${other.cccd},Đại học`,
        `Lê Văn Khác,15/03/1975,Nam,${other.cccd},Đại học`,
      ),
    )
    const at = String(sent.headers.location)
    const answers = [sent, await post(`${at}/check`)]
    await runWaiting(world.walk.db, NOW)
    for (const url of [at, `${at}/findings`, '/api/v1/imports'])
      answers.push(await world.walk.server.inject({ method: 'GET', url, headers: bearer() }))
    answers.push(await post(`${at}/commit`))
    await runWaiting(world.walk.db, NOW)
    answers.push(await world.walk.server.inject({ method: 'GET', url: `${at}/findings`, headers: bearer() }))
    const page = world.walk.server.inject({
      method: 'GET',
      url: at.replace('/api/v1/imports', '/nhap'),
      headers: bearer(),
    })
    answers.push(await page)
    const marks = [...MARKS.basic(other), ...MARKS.sensitive(other), other.id, other.code, other.unitId, elsewhere]
    expect(answers.flatMap((a) => marksIn(wordsOf(a), marks))).toEqual([])
    expect(await read(at)).toMatchObject({ counts: { new: 0 } })
  }, 60_000)
})

describe('Tệp lỗi', () => {
  const sheet = Buffer.from(
    [
      'Họ và tên,Ngày sinh,Giới tính,Dân tộc,Tôn giáo,Ghi chú riêng',
      'Đặng Qorvaxz Bảy,31/02/1981,Nữ,Dân tộc Qorvaxzc7,Tôn giáo Qorvaxzc7,Lạ Qorvaxzd7',
    ].join('\r\n'),
  )
  async function errorsOf(role: 'so-noi-vu' | 'co-quan'): Promise<string> {
    const who = world.visitors.find((v) => v.role === role)
    if (!who) throw new Error(`không có ${role}`)
    const at = { actor: who.actor, now: NOW }
    const file = { name: 'loi.csv', mediaType: 'text/csv', bytes: sheet }
    const sent = must(await perform(world.walk.db, at, sendFile, { coQuan: unit, file, ngay: '' }))
    must(await perform(world.walk.db, at, checkBatch, { id: sent.id }))
    const answer = await visitPage(world.walk, who, `/nhap/${sent.id}/loi`)
    expect(answer.statusCode).toBe(200)
    const other = world.visitors.find((v) => v.role === (role === 'co-quan' ? 'so-noi-vu' : 'co-quan'))
    if (other) expect((await visitPage(world.walk, other, `/nhap/${sent.id}/loi`)).statusCode).toBe(403)
    return wordsOf(answer)
  }

  it('người gửi không được mở dữ liệu nhạy cảm: cột nhạy cảm và cột không ghép để trống, có lời ghi', async () => {
    const words = await errorsOf('co-quan')
    expect(marksIn(words, ['Qorvaxzc7', 'Qorvaxzd7'])).toEqual([])
    for (const kept of [
      'Đặng Qorvaxz Bảy',
      '31/02/1981',
      'Cần sửa',
      'Dân tộc',
      'để trống vì chứa hoặc có thể chứa dữ liệu nhạy cảm',
    ])
      expect(words).toContain(kept)
  })

  it('người gửi được mở dữ liệu nhạy cảm: cả tệp như đã gửi', async () => {
    expect(marksIn(await errorsOf('so-noi-vu'), ['Qorvaxzc7', 'Qorvaxzd7'])).toEqual(['Qorvaxzc7', 'Qorvaxzd7'])
  })
})

describe('Báo cáo đã chốt', () => {
  const frozen = () =>
    asOwner(
      world.walk.db,
      `select 'tinh' as kind, id, md5(figures::text || sha256) as hash from reporting.provincial_report
       union all select 'nop', id, md5(content::text || sha256) from reporting.submission order by 1, 2`,
    )

  it('ghi một lô rồi hoàn tác: báo cáo đã nộp và báo cáo tỉnh giữ nguyên từng số; trang nói trước điều ấy', async () => {
    const before = await frozen()
    expect(before.length).toBeGreaterThan(1)
    const sent = await send(csv('Vũ Qorvaxw Chốt,20/03/1981,Nữ,,Tiến sĩ'))
    const at = String(sent.headers.location)
    await post(`${at}/commit`)
    await runWaiting(world.walk.db, NOW)
    expect(await read(at)).toMatchObject({ state: 'da-ghi', counts: { new: 1 } })
    expect(await frozen()).toEqual(before)
    const officer = world.visitors.find((v) => v.role === 'so-noi-vu')
    if (!officer) throw new Error('không có cán bộ Sở Nội vụ')
    const page = await visitPage(world.walk, officer, at.replace('/api/v1/imports', '/nhap'))
    expect(page.body).toContain('Báo cáo đã nộp và báo cáo tỉnh đã tạo giữ nguyên số liệu')
    expect((await post(`${at}/undo`)).json()).toMatchObject({ removed: 1 })
    expect(await frozen()).toEqual(before)
  }, 60_000)
})

describe('Tệp lớn', () => {
  const MB = 1024 * 1024
  const officer = () => {
    const found = world.visitors.find((v) => v.role === 'so-noi-vu')
    if (!found) throw new Error('không có cán bộ Sở Nội vụ')
    return found
  }

  async function sendPage(bytes: Uint8Array, name = 'lon.csv') {
    const who = officer()
    const page = await visitPage(world.walk, who, '/nhap')
    const csrf = /name="_csrf"[^>]*value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const secret = page.cookies.find((c) => c.name === 'csrf')?.value ?? ''
    const { payload, type } = parts({ _csrf: csrf, coQuan: unit, ngay: '' }, { name, bytes })
    return world.walk.server.inject({
      method: 'POST',
      url: '/nhap',
      cookies: { phien: who.token ?? '', csrf: secret },
      headers: { 'content-type': type },
      payload,
    })
  }

  it('danh sách 24 MB qua trang và qua địa chỉ cho máy', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `Đặng Văn ${i},15/03/1981,Nam,,${'Đại học '.repeat(40)}`)
    const bytes = csv(...rows)
    expect(bytes.length).toBeGreaterThan(24 * MB)
    const page = await sendPage(bytes)
    expect([page.statusCode, String(page.headers.location)]).toMatchObject([303, expect.stringMatching(/^\/nhap\//)])
    const machine = await send(bytes)
    expect(machine.statusCode).toBe(201)
    expect(lying()).toBe(0)
  }, 60_000)

  it('quá 100 MB: trang trở lại với câu nêu giới hạn và điều đã gõ; máy nhận cùng câu; không giữ gì', async () => {
    const before = await batches()
    const bytes = Buffer.alloc(100 * MB + 1, 'a')
    const page = await sendPage(bytes)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Chọn tệp không quá 100 MB, hoặc tách danh sách thành nhiều tệp')
    expect(page.body).toContain(`value="${unit}"`)
    expect((await send(bytes)).json()).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] })
    expect([await batches(), lying()]).toEqual([before, 0])
  }, 60_000)

  it('sổ Excel lớn: đọc ở luồng riêng, cùng cách ghép cột như tệp nhỏ', async () => {
    const noise = () => Array.from({ length: 30 }, () => Math.random().toString(36)).join('')
    const rows = Array.from({ length: 18_000 }, (_, i) => [`Đặng Văn ${i}`, '15/03/1981', 'Nam', noise()])
    const { bytes } = await workbookOf([['Họ và tên', 'Ngày sinh', 'Giới tính', 'Ghi chú'], ...rows])
    expect(bytes.length).toBeGreaterThan(4 * MB)
    const page = await sendPage(bytes, 'lon.xlsx')
    const batch = await visitPage(world.walk, officer(), String(page.headers.location), { accept: 'application/json' })
    const columns = batch.json().batch.plan.sheets[0].columns.map((c: { target: string | null }) => c.target)
    expect(columns.slice(0, 3)).toEqual(['names.fullName', 'birth.birth', 'birth.sex'])
  }, 60_000)
})
