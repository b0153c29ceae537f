/** Ghi công nhận: a decision about a person of the register, and where the person works. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { firstDayOf } from '../../../kernel/partial-day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { squeeze } from '../../../kernel/text.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, optionalDay, optionalText, text } from '../../../platform/http/input.ts'
import { codeBook } from '../../code-lists/public.ts'
import { findUnit } from '../../organisations/public.ts'
import { personByCode } from '../../people/public.ts'
import { canRecordTalents } from '../rights.ts'
import { changedMeanwhile, openEpisode, wrongDecision } from '../rules/recognising.ts'
import { insertTalent, saveEpisode, saveRecognition, takeVersion } from '../store.ts'
import { dossiersNamed, talentsOfPerson } from '../views.ts'
import { BASES, type Basis, CLASSES, type Talent, type TalentClass } from '../words.ts'

const Input = z.object({
  /** Code of the dossier, or the full name where only one person bears it. */
  person: text(100, 'Nhập mã hồ sơ hoặc họ tên đầy đủ của người được công nhận'),
  unitId: id('Chọn cơ quan, đơn vị nơi làm việc'),
  /** The day the work there began; the day of the decision when left out. */
  from: optionalDay(),
  number: text(100, 'Nhập số quyết định, ví dụ 1520/QĐ-UBND'),
  decidedOn: dayField('Nhập ngày quyết định, ví dụ 15/03/2025'),
  authority: text(200, 'Nhập cơ quan ra quyết định'),
  basis: oneOf(Object.keys(BASES) as Basis[], 'Chọn căn cứ công nhận'),
  talentClass: oneOf(Object.keys(CLASSES) as TalentClass[], 'Chọn nhóm được công nhận'),
  sector: text(60, 'Chọn lĩnh vực'),
  committedUntil: optionalDay(),
  note: optionalText(1000),
})
type Input = z.infer<typeof Input>

/** What the form gets wrong about the person, the body and the decision. */
async function wrongIn(ctx: Ctx, given: Input, before: readonly Talent[]): Promise<Record<string, string>> {
  const today = dayOf(ctx.now)
  const from = given.from ?? given.decidedOn
  const wrong = wrongDecision(
    given,
    before.flatMap((t) => t.recognitions),
    today,
  )
  const book = await codeBook(ctx.tx, given.decidedOn)
  if (book.list('linh-vuc').labelOf(given.sector) === null) wrong.sector = 'Lĩnh vực này không có trong danh mục'
  if (from > today) wrong.from = `Ngày bắt đầu làm phải đến hôm nay (${showDay(today)}) là cùng`
  const ended = (await findUnit(ctx.tx, given.unitId))?.valid.to
  // A body that began later took over from the one at which the work began: to be reorganised is not to leave.
  if (ended === undefined) wrong.unitId = 'Cơ quan này không có trong sổ bộ tổ chức'
  else if (ended !== null && ended <= from)
    wrong.unitId = `Cơ quan này đã kết thúc từ ngày ${showDay(ended)}; chọn cơ quan kế thừa`
  const open = before.map(openEpisode).find((e) => e !== null)
  if (open && open.unitId !== given.unitId)
    wrong.unitId = 'Người này đang làm việc ở cơ quan khác; ghi chuyển công tác trước'
  const lastLeft = before
    .flatMap((t) => t.episodes.flatMap((e) => e.leftOn ?? []))
    .sort()
    .at(-1)
  if (!open && lastLeft !== undefined && from < lastLeft)
    wrong.from = `Người này đã thôi việc ngày ${showDay(lastLeft)}; ngày trở lại phải từ ngày ấy`
  return wrong
}

/** The talent there is, as it was read, or a new one; refuses when somebody else has written since. */
async function talentFor(
  ctx: Ctx,
  personId: string,
  unitId: string,
  known: Talent | undefined,
): Promise<Decision<{ id: string; code: string }>> {
  if (known === undefined) return accept(await insertTalent(ctx, personId, unitId))
  return (await takeVersion(ctx, known.id, known.version, unitId)) ? accept(known) : changedMeanwhile(known)
}

/** The dossier of a code or of a name; refuses a name several people bear, and says who they are. */
async function personNamed(ctx: Ctx, typed: string) {
  const namesakes = /^TT-\d+$/i.test(typed) ? [] : await dossiersNamed(ctx.tx, squeeze(typed))
  if (namesakes.length > 1)
    return refuseFields('talent.person', {
      person: `Có ${namesakes.length} người tên này: ${namesakes.map((n) => `${n.code}${n.birthYear === null ? '' : ` sinh năm ${n.birthYear}`}`).join(', ')}. Nhập mã hồ sơ`,
    })
  const person = await personByCode(ctx.tx, namesakes[0]?.code ?? typed)
  return person === null || person.removed
    ? refuseFields('talent.person', {
        person: `Không có hồ sơ «${typed}» trong phạm vi được xem. Thêm hồ sơ trước, rồi ghi công nhận`,
      })
    : accept(person)
}

/** Refuses somebody the register does not have, a decision that is there already, a body that did not exist on the day. */
export const recogniseTalent = action({
  name: 'talent.recognise-talent',
  right: canRecordTalents,
  input: Input,
  run: async (ctx, given) => {
    const allowed = demand(canRecordTalents, ctx.actor, given.unitId)
    if (!allowed.ok) return allowed
    const named = await personNamed(ctx, given.person)
    if (!named.ok) return named
    const person = named.value
    if (person.died !== null && firstDayOf(person.died) < given.decidedOn)
      return refuseFields('talent.person', { person: 'Hồ sơ ghi người này đã mất trước ngày quyết định' })
    const before = await talentsOfPerson(ctx.tx, person.id)
    const wrong = await wrongIn(ctx, given, before)
    if (Object.keys(wrong).length > 0) return refuseFields('talent.decision', wrong)
    const talent = await talentFor(ctx, person.id, given.unitId, before[0])
    if (!talent.ok) return talent
    const { id: talentId, code } = talent.value
    const { number, decidedOn, authority, basis, talentClass, sector, committedUntil, note } = given
    const ended = { endedOn: null, endReason: null, endDocument: '', withdrawn: false }
    const decision = { number, decidedOn, authority, basis, talentClass, sector, committedUntil, note, ...ended }
    await saveRecognition(ctx, { talentId, key: ctx.newId(), version: 1, ...decision })
    if (!before.some((t) => openEpisode(t) !== null)) {
      const began = { unitId: given.unitId, from: given.from ?? decidedOn, leftOn: null, exit: null, reason: null }
      await saveEpisode(ctx, { talentId, key: ctx.newId(), version: 1, document: number, ...began })
    }
    return done(
      { code },
      {
        kind: 'talent.recognised',
        subject: `talent:${talentId}`,
        unit: given.unitId,
        data: { code, person: person.code, number, decidedOn, basis: BASES[basis].label },
      },
    )
  },
})
