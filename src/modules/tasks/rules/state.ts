/** Trạng thái nhiệm vụ: folded from the assignment, the deadline and the latest progress; never stored. */
import { type Day, dayOf, daysBetween } from '../../../kernel/day.ts'
import type { LatestStanding, TaskState } from '../words.ts'

/** Deadline of a task as assigned. */
export type Due = { kind: 'day' | 'yearly' | 'continuous' | 'none'; day: Day | null }

/** Hạn gần nhất: the day itself, or this year's occurrence of a yearly one; null when there is none. */
export function dueOn(due: Due, today: Day): Day | null {
  if (due.kind === 'day') return due.day
  if (due.kind !== 'yearly' || due.day === null) return null
  return `${today.slice(0, 4)}${due.day.slice(4)}` as Day
}

/** The state on `today`. Done needs the acceptance of who assigned it (R12); late counts from the day after the deadline. */
export function taskState(task: { clear: boolean; due: Due }, latest: LatestStanding | null, today: Day): TaskState {
  if (!task.clear) return 'chua-giao'
  const due = dueOn(task.due, today)
  if (latest?.state === 'hoan-thanh') {
    if (latest.acceptedAt === null) return 'cho-xac-nhan'
    return due !== null && task.due.kind === 'day' && dayOf(latest.reportedAt) > due ? 'hoan-thanh-muon' : 'hoan-thanh'
  }
  if (latest?.state === 'tam-dung') return 'tam-dung'
  if (due !== null && today > due) return 'qua-han'
  return latest === null ? 'da-giao' : 'dang-thuc-hien'
}

/** Số ngày quá hạn, at least 1 when late; 0 otherwise. */
export const daysLate = (due: Day | null, today: Day): number =>
  due !== null && today > due ? daysBetween(due, today) : 0

/** Due within `days` from today and not late. */
export const dueSoon = (due: Day | null, today: Day, days = 7): boolean =>
  due !== null && today <= due && daysBetween(today, due) <= days
