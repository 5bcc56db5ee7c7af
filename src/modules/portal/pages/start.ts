// The start page: what, where, life situations.
import { inLanguage } from '#kernel/language.ts'
import { listLifeSituations, listOnlineServices } from '#modules/catalogue'
import { page, type Reply, type Visit } from '#web'
import type { PortalDependencies } from '../dependencies.ts'
import { startPage } from './start.html.ts'

export async function showStart({ database }: PortalDependencies, { frame, language }: Visit): Promise<Reply> {
  const [situations, online] = await Promise.all([listLifeSituations(database), listOnlineServices(database)])
  return page(
    startPage(frame, {
      situations: situations.map((one) => ({
        key: one.key,
        title: inLanguage(one.title, language),
        summary: inLanguage(one.summary, language),
      })),
      online: online.map((one) => ({ key: one.key, title: inLanguage(one.title, language), time: inLanguage(one.time, language) })),
    }),
  )
}
