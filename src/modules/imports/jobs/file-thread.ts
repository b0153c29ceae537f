/** Luồng đọc tệp: one large file is looked at or marked in a thread of its own, which ends with its answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { type MarkWork, markFile, type SurveyWork, surveyFile } from '../file-work.ts'

if (parentPort !== null && workerData !== null) {
  const work = workerData as SurveyWork | MarkWork
  parentPort.postMessage(work.does === 'survey' ? await surveyFile(work) : await markFile(work))
}
