/** Hành trình I1, I3, I4, I5, I9: the person at the own record, from the first entry to a paper. */
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { dayOf } from '../../src/kernel/day.ts'
import { accountsOf, createAccount } from '../../src/modules/accounts/public.ts'
import { officeNames } from '../../src/modules/organisations/public.ts'
import { codeOf } from '../../src/modules/own-record/codes.ts'
import { bindSamplePerson, givenDoctor, invite, readAs } from '../../src/modules/own-record/fixtures.ts'
import { newId, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { journey, type Traveller } from './journey.ts'
import { headOf } from './people.ts'
import { NOW } from './world.ts'

const BODY = 'Sở Văn hóa, Thể thao và Du lịch'
const NAME = 'Nguyễn Thị Minh Đức'
const OWNER = { role: 'Trí thức', name: new RegExp(`^${NAME}`) }
const PASSWORD = 'mùa gặt tháng mười'

async function person(j: Traveller): Promise<{ personId: string; unitId: string }> {
  const { db } = j.world
  const clerks = await transact(db, systemActor(), (tx) => accountsOf(tx, { role: 'thu-truong' }, dayOf(NOW)))
  const names = await transact(db, systemActor(), (tx) =>
    officeNames(
      tx,
      clerks.map((c) => c.unitId),
    ),
  )
  const unitId = [...names].find(([, name]) => name === BODY)?.[0] ?? ''
  return { personId: await givenDoctor(db, NOW, unitId, NAME), unitId }
}

/** A person who has claimed the record already, signed in, with some items public. */
async function owner(j: Traveller, items: readonly ('danh-ba' | 'dao-tao' | 'cong-trinh')[] = []): Promise<string> {
  const { db } = j.world
  const { personId, unitId } = await person(j)
  const account = { username: 'duc.tri-thuc', name: NAME, role: 'tri-thuc', unitId, sample: true }
  const made = await perform(db, { actor: systemActor(), now: NOW }, createAccount, account)
  if (!made.ok) throw new Error(made.message)
  await transact(db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now: NOW.subtract({ minutes: 60 }), newId }
    await bindSamplePerson(ctx, {
      personId,
      accountId: made.value.id,
      accountName: NAME,
      items,
      oldConsent: items.length > 0,
    })
    await readAs(ctx, personId, {
      name: 'Trần Thị Lan',
      body: 'Sở Nội vụ',
      role: 'Cán bộ Sở Nội vụ',
      purpose: 'Thẩm định tôn vinh',
    })
  })
  await j.enter(OWNER)
  return personId
}

journey('I1', 'vào lần đầu bằng mã mời, xem dữ liệu, chọn mục công khai', { budget: 6 }, async (j) => {
  let code = ''
  await j.aside(async () => {
    const { personId } = await person(j)
    code = await transact(j.world.db, systemActor(), async (tx) => {
      const id = await invite({ tx, actor: systemActor(), now: NOW, newId }, personId)
      return codeOf(tx.vault, id)
    })
    await j.open('/nhan-ho-so')
  })
  await j.step('Nhập mã mời và ngày sinh', async () => {
    await j.type('Mã mời', code)
    await j.type('Ngày sinh', '02/09/1972')
    await j.press('button', 'Xem dữ liệu tìm thấy')
  })
  await j.see(NAME)
  expect(await j.page.locator('main').innerText()).not.toMatch(/02\/09\/1972|0300720/)
  await j.step('Đúng là tôi', async () => {
    await j.type('Tên đăng nhập', 'duc.nguyen')
    await j.type('Mật khẩu', PASSWORD)
    await j.type('Nhập lại mật khẩu', PASSWORD)
    await j.press('button', 'Đúng là tôi')
  })
  expect(await j.page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await j.see('Ông/Bà có thể rút lại đồng ý bất cứ lúc nào. Trang công khai ngừng hiển thị ngay.')
  await j.step('Chọn hai mục, đồng ý', async () => {
    await j.press('checkbox', 'Có tên trong danh bạ công khai')
    await j.press('checkbox', 'Quá trình đào tạo')
    await j.press('button', 'Đồng ý các mục đã chọn')
  })
  expect(await j.heading()).toMatch(/^Còn \d việc cần làm \(\d\/6 đã xong\)$/)
  await j.picture('ho-so-cua-toi')
})

journey(
  'I1',
  'không đồng ý mục nào thì tài khoản vẫn dùng được; điện thoại, không kịch bản',
  { phone: true, scripts: false },
  async (j) => {
    await owner(j)
    await j.step('Quyền riêng tư', () => j.press('link', 'Quyền riêng tư'))
    await j.step('Không đồng ý mục nào', () => j.press('button', 'Không đồng ý mục nào'))
    await j.see('Đã ghi: không đồng ý mục nào.')
    await j.step('Xem dữ liệu', () => j.press('link', 'Dữ liệu'))
    await j.see('Chẩn đoán sớm bệnh tim')
  },
)

journey('I3', 'ai đã xem hồ sơ', { budget: 1 }, async (j) => {
  await owner(j)
  await j.step('Ai đã xem', () => j.press('link', 'Ai đã xem'))
  await j.see('Sở Nội vụ, Cán bộ Sở Nội vụ')
  await j.see('Thẩm định tôn vinh')
  await j.aside(async () => {
    await j.step('Hỏi lý do', () => j.press('button', 'Hỏi lý do'))
    await j.see(/Đã gửi yêu cầu số \d+\. Cơ quan báo đã nhận chậm nhất ngày 25\/11\/2026/)
    await j.see('Đã gửi, chờ tiếp nhận')
  })
})

journey('I4', 'ngừng công khai, có hiệu lực ngay', { budget: 3 }, async (j) => {
  await owner(j, ['danh-ba', 'dao-tao', 'cong-trinh'])
  let address = ''
  await j.aside(async () => {
    await j.open('/toi/quyen-rieng-tu')
    address = (await j.page.getByRole('link', { name: /^\/cong-khai\/tri-thuc\// }).getAttribute('href')) ?? ''
    await j.open(address)
    await j.see('Chẩn đoán sớm bệnh tim')
    await j.open('/toi')
  })
  await j.step('Quyền riêng tư', () => j.press('link', 'Quyền riêng tư'))
  await j.step('Ngừng công khai', () => j.press('button', 'Ngừng công khai: có tên trong danh bạ công khai'))
  await j.see('Hồ sơ không công khai')
  await j.picture('quyen-rieng-tu')
  await j.aside(async () => {
    const gone = await j.page.goto(new URL(address, j.world.url).href)
    expect(gone?.status()).toBe(404)
    await j.see('Không tìm thấy trang này')
    await j.open('/toi/cong-khai/xem-truoc')
    await j.see('Người khác không thấy gì')
  })
})

journey('I5', 'in lý lịch từ dữ liệu đang có', { budget: 2 }, async (j) => {
  await owner(j)
  await j.step('In lý lịch', () => j.press('link', 'In lý lịch'))
  await j.step('Xem lý lịch khoa học', () => j.press('link', 'Xem lý lịch khoa học'))
  await j.see('LÝ LỊCH KHOA HỌC')
  await j.aside(async () => {
    const file = await j.take('link', 'Tải Word (.docx)')
    const text = new TextDecoder().decode(unzipSync(file.bytes)['word/document.xml'])
    expect(text).toContain('Trường Đại học Y Hà Nội')
    expect(text).not.toContain('Kinh')
    await j.open('/toi/in-ly-lich/so-yeu')
    await j.step('Sơ yếu', async () => undefined)
    await j.open('/toi/in-ly-lich/mot-trang')
    await j.step('Một trang', async () => undefined)
  })
})

journey('I9', 'báo sai một mục; cơ quan tiếp nhận và trả lời', { budget: 4 }, async (j) => {
  await owner(j)
  await j.step('Dữ liệu', () => j.press('link', 'Dữ liệu'))
  await j.step('Báo sai', () => j.press('link', /^Báo sai Chẩn đoán sớm bệnh tim/))
  await j.step('Giá trị đúng, chứng cứ, gửi', async () => {
    await j.type(/^Năm công bố/, '2018')
    await j.type(/^Chứng cứ/, 'Bản in tạp chí số 3/2018')
    await j.press('button', 'Gửi yêu cầu sửa')
  })
  await j.see(/Cơ quan báo đã nhận chậm nhất ngày 25\/11\/2026, trả lời chậm nhất ngày 03\/12\/2026/)
  expect(await j.page.getByText('Đang xác minh').count()).toBeGreaterThanOrEqual(2)
  await j.aside(async () => {
    const head = await j.colleague(headOf(BODY))
    await head.step('Yêu cầu về dữ liệu', () => head.menu('Yêu cầu về dữ liệu'))
    await head.step('Mở yêu cầu', () => head.press('link', /sửa thông tin sai, công trình/))
    await head.step('Tiếp nhận', () => head.press('button', 'Tiếp nhận yêu cầu'))
    await head.step('Trả lời', async () => {
      await head.press('radio', 'Chấp nhận')
      await head.type('Nội dung trả lời', 'Đã đối chiếu bản in.')
      await head.press('button', 'Gửi trả lời')
    })
    expect(head.faults).toEqual([])
    await head.page.context().close()
    await j.open('/toi/du-lieu')
    expect(await j.page.getByText('Đang xác minh').count()).toBe(0)
    await j.see(/Sửa thông tin sai, công trình công bố \(số \d+\)/)
  })
})

journey('A', 'cơ quan cấp thư mời và in thư', { who: headOf(BODY) }, async (j) => {
  await j.aside(async () => {
    await person(j)
  })
  await j.step('Thư mời', () => j.menu('Thư mời nhận hồ sơ'))
  await j.step('Chọn người, cấp thư', async () => {
    await j.press('checkbox', `Chọn ${NAME}`)
    await j.press('button', 'Cấp thư mời cho người đã chọn')
  })
  await j.see('Đã cấp 1 thư mời.')
  const file = await j.take('link', 'In thư mời (.docx)')
  const text = new TextDecoder().decode(unzipSync(file.bytes)['word/document.xml'])
  expect(text).toMatch(/[A-Z2-9]{5}-[A-Z2-9]{5}/)
  await j.page.reload()
  await j.step('Thu hồi', () => j.press('button', 'Thu hồi thư mời'))
  await j.see(`Đã thu hồi thư mời của ${NAME}. Mã cũ không dùng được nữa.`)
})
