/** Tải dữ liệu của tôi: everything that is held, at once, as one file; that it was taken is noted (Luật 91/2025/QH15, Điều 4). */
import { strToU8, zipSync } from 'fflate'
import { action, done } from '../../../platform/action.ts'
import { writeWorkbook } from '../../../platform/excel/write-workbook.ts'
import { nothing } from '../../../platform/http/input.ts'
import { officeNames } from '../../organisations/public.ts'
import { openWhole } from '../../people/public.ts'
import { ownRecord, speakOf } from '../own.ts'
import { type OwnData, ownDataJson, ownDataWorkbook } from '../papers/own-data.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { consentsOf, editsOf, requestsOfPerson, viewingsOf } from '../views.ts'
import { OWN_READING } from '../words.ts'

const MOST_LINES = 20_000

const README =
  'ho-so.xlsx: để đọc.\nho-so.json: để chuyển sang hệ thống khác; giá trị như đang giữ, kèm tên gọi tiếng Việt.\nTệp có dữ liệu cá nhân, kể cả dữ liệu nhạy cảm: giữ ở nơi an toàn.\n'

/** Sealed entries and numbers come opened; the opening is noted as the person's own. */
export const takeOwnData = action({
  name: 'own-record.take-own-data',
  right: canKeepOwnRecord,
  elevated: true,
  input: nothing(),
  run: async (ctx) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const { dossier, personId, aliases } = own.value
    const speak = await speakOf(ctx, [dossier])
    const viewings = await viewingsOf(ctx.tx, aliases, MOST_LINES)
    const opened = await openWhole(ctx, personId, { body: '', role: 'Chủ hồ sơ', purpose: OWN_READING })
    const data: OwnData = {
      dossier,
      ...opened,
      viewings,
      edits: await editsOf(ctx.tx, aliases, MOST_LINES),
      consents: await consentsOf(ctx.tx, aliases),
      requests: await requestsOfPerson(ctx.tx, aliases),
      body: (await officeNames(ctx.tx, [dossier.person.unitId])).get(dossier.person.unitId) ?? '',
      takenAt: ctx.now,
    }
    const bytes = zipSync({
      'ho-so.json': strToU8(JSON.stringify(ownDataJson(data, speak), null, 2)),
      'ho-so.xlsx': await writeWorkbook(ownDataWorkbook(data, speak)),
      'doc-truoc.txt': strToU8(README),
    })
    return done(
      { name: `ho-so-${dossier.person.code}.zip`, bytes },
      {
        kind: 'own-record.data-taken',
        subject: `person:${personId}`,
        unit: dossier.person.unitId,
        data: { code: dossier.person.code },
      },
    )
  },
})
